"""The columns of a text table that hold words, each kept as the number of its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .cells import is_missing
from .table import MOST_WORDS, Codes, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .cells import Cells


class _Known(dict[str, int]):
    """Code of each cell, found out when the cell is met for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}

    def __missing__(self, cell: str) -> int:
        word = cell.strip()
        code = -1 if is_missing(word) else self.words.setdefault(word, len(self.words))
        self[cell] = code
        return code


class _Column:
    """Gathers one column of words."""

    def __init__(self, first: tuple[int, str]) -> None:
        self._first = first
        self._codes: list[Codes] = []
        self._known = _Known()

    def add(self, cells: Sequence[str]) -> None:
        """Take the next cells."""
        if len(self._known.words) <= MOST_WORDS:
            codes = map(self._known.__getitem__, cells)
            self._codes.append(np.fromiter(codes, np.int32, len(cells)))

    def words(self, cells: Cells) -> Words:
        """Return what has been gathered."""
        codes, known = np.concatenate(self._codes), self._known.words
        counts = np.bincount(codes[codes >= 0], minlength=len(known))
        numeric = [cells.is_number(word) for word in known]
        share = float(counts[numeric].sum()) / max(int(counts.sum()), 1)
        if len(known) > MOST_WORDS:
            return Words(codes[:0], (), self._first, share)
        return Words(codes, tuple(known), self._first, share)


def gather(
    blocks: Iterable[Sequence[Sequence[str]]],
    first_words: Mapping[int, tuple[int, str]],
    cells: Cells,
) -> dict[int, Words]:
    """Return the columns of words of a table that is read a second time, for their sake."""
    columns = {place: _Column(first) for place, first in sorted(first_words.items())}
    for rows in blocks if columns else ():
        across = list(zip(*rows, strict=True))
        for place, column in columns.items():
            column.add(across[place])
    return {place: column.words(cells) for place, column in columns.items()}
