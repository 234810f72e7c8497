"""Cells of a table as numbers: what counts as one, and what as a missing value."""

from __future__ import annotations

import math
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.data.scaling import Array

# What spreadsheets, R, pandas and the UCI repository write where nothing was measured.
MISSING: Final = frozenset({"", "?", "-", "na", "n/a", "#n/a", "nan", "null", "none"})
# Between the thousands of large numbers: a space that may be narrow or not break.
GROUP: Final = "[ \u00a0\u2009\u202f]"
_GROUPED: Final = re.compile(rf"[+-]?\d{{1,3}}(?:{GROUP}\d{{3}})+(?:\.\d+)?")
# Cells as short as this on average repeat each other, and are quicker looked up than read.
_SHORT: Final = 4
_REMEMBERED: Final = 20_000


def is_missing(cell: str) -> bool:
    """Whether a cell says that nothing was measured."""
    return cell.strip().lower() in MISSING


class Cells(dict[str, float]):
    """Reads cells as numbers, and remembers those that it has read.

    Parameters
    ----------
    decimal_comma
        Whether 1,5 is one and a half.
    """

    def __init__(self, *, decimal_comma: bool = False) -> None:
        super().__init__()
        self._comma = decimal_comma

    def __missing__(self, cell: str) -> float:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[cell] = value = self._read(cell)
        return value

    def is_number(self, cell: str) -> bool:
        """Whether a cell is a number; a missing value is none."""
        try:
            return not math.isnan(self[cell])
        except ValueError:
            return False

    def floats(self, cells: Sequence[str]) -> Array | int:
        """Return cells as numbers, NaN for a missing value, or the place of the first word."""
        text = "".join(cells)
        with suppress(ValueError):
            if len(text) <= _SHORT * len(cells):
                return np.fromiter(map(self.__getitem__, cells), np.float64, len(cells))
            if "_" not in text and not (self._comma and "," in text):
                return np.fromiter(map(float, cells), np.float64, len(cells))
        values = np.empty(len(cells))
        for place, cell in enumerate(cells):
            try:
                values[place] = self._read(cell)
            except ValueError:
                return place
        return values

    def _read(self, cell: str) -> float:
        if is_missing(cell):
            return np.nan
        if "_" in cell:  # Python would read 1_0 as ten, but in a table it names something
            raise ValueError
        if self._comma:
            cell = cell.replace(",", ".")
        cell = cell.strip().replace(MINUS, "-")
        if _GROUPED.fullmatch(cell):
            cell = re.sub(GROUP, "", cell)
        return float(cell)
