"""Cells of a table as numbers: what counts as one, and what as a missing value."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.data.scaling import Array

# What spreadsheets, R, pandas and the UCI repository write where nothing was measured.
MISSING: Final = frozenset({"", "?", "-", "na", "n/a", "#n/a", "nan", "null", "none"})


def is_missing(cell: str) -> bool:
    """Whether a cell says that nothing was measured."""
    return cell.strip().lower() in MISSING


def is_number(cell: str, *, decimal_comma: bool = False) -> bool:
    """Whether a cell is a number; a missing value is none."""
    return not is_missing(cell) and not isinstance(floats((cell,), decimal_comma), int)


def floats(cells: Sequence[str], decimal_comma: bool) -> Array | int:
    """Return cells as numbers, NaN for a missing value, or the place of the first word."""
    text = "\0".join(cells)
    if decimal_comma:
        cells = text.replace(",", ".").split("\0")
    # Python would read 1_0 as ten, but in a table it names something.
    if "_" not in text:
        # Most cells are plain numbers, and the faster ways suffice for them.
        with suppress(ValueError):
            return np.fromiter(map(float, cells), np.float64, len(cells))
        with suppress(ValueError):
            return np.array([np.nan if cell in MISSING else float(cell) for cell in cells])
    values = np.empty(len(cells))
    for place, cell in enumerate(cells):
        try:
            values[place] = _number(cell)
        except ValueError:
            return place
    return values


def _number(cell: str) -> float:
    if is_missing(cell):
        return np.nan
    return float(cell.replace(MINUS, "-").replace("_", "word"))
