"""The columns of a text table that hold numbers, gathered block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .finite import settle
from .networks import check_layers, suggested
from .table import MOST_INDICATORS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpviz.data.scaling import Array
    from bpviz.data.split import Indices

    from .cells import Cells


class NumberColumns:
    """Gathers numbers; a column in which a word turns up is none of them any more.

    Parameters
    ----------
    width
        Columns of the table.
    cells
        What reads a cell as a number.

    Attributes
    ----------
    first_words
        For each column of words: row of the first cell that is no number, and what it holds.
    """

    def __init__(self, width: int, cells: Cells) -> None:
        self.first_words: dict[int, tuple[int, str]] = {}
        self._width = width
        self._cells = cells
        self._blocks: list[Array] = []
        self._m = 0

    def add(self, rows: Sequence[Sequence[str]], where: Callable[[int, int], str]) -> None:
        """Take the next rows; `where` names the place of a cell, its row counted in these."""
        block = self._whole(rows)
        if block is None:
            block = self._by_columns(rows)
            # Each could become that many inputs, and it is better to say so before they are read.
            check_layers(suggested(MOST_INDICATORS * len(self.first_words) + 1, 1))
        settle(block, where)
        self._blocks.append(block)
        self._m += len(block)

    def table(self) -> tuple[Array, Indices]:
        """Return the numbers (m, count), and which columns of the table they are."""
        places = np.setdiff1d(np.arange(self._width), list(self.first_words))
        blocks, self._blocks = self._blocks, []
        if len(places) < self._width:
            blocks = [block[:, places] for block in blocks]
        return np.concatenate(blocks), places

    def _whole(self, rows: Sequence[Sequence[str]]) -> Array | None:
        """Read row by row, which is faster where there are more columns than rows."""
        if self.first_words or self._width <= len(rows):
            return None
        numbers = []
        for row in rows:
            cells = self._cells.floats(row)
            if isinstance(cells, int):
                return None
            numbers.append(cells)
        return np.stack(numbers)

    def _by_columns(self, rows: Sequence[Sequence[str]]) -> Array:
        block = np.full((len(rows), self._width), np.nan)
        for place, cells in enumerate(zip(*rows, strict=True)):
            if place in self.first_words:
                continue
            column = self._cells.floats(cells)
            if isinstance(column, int):
                self.first_words[place] = (self._m + column, cells[column].strip())
            else:
                block[:, place] = column
        return block
