"""How the measurements of one column are written, so that they line up and can be told apart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import MINUS, decimal_mark, measured

if TYPE_CHECKING:
    from bpviz.core import Array

_USUAL: Final = 3  # decimals at most, unless all numbers are small
_SIGNIFICANT: Final = 3  # digits that the greatest of small ones has
_FINEST: Final = 6  # decimals; what is smaller yet is written with a power of ten
_TRACE: Final = 1e-14  # of the greatest, that scaling to and fro leaves of a 0


class Measurements:
    """Writes the measurements of a column.

    Parameters
    ----------
    some
        Those by which it is decided how, (n,).
    """

    def __init__(self, some: Array) -> None:
        greatest = float(np.abs(some).max(initial=0.0))
        self._trace = _TRACE * greatest
        zeros = -math.floor(math.log10(greatest)) if greatest else 0  # of 0.02 in front of the 2
        self._most = min(max(_USUAL, zeros + _SIGNIFICANT - 1), _FINEST)
        self.decimals = self._needed(some)

    def text(self, value: float) -> str:
        """Return a measurement as it is written in this column."""
        if abs(value) <= self._trace:
            value = 0.0
        # Those that were looked at speak for the column, but never take a digit from another.
        decimals = max(self.decimals, self._needed(np.array([value])))
        text = f"{value:.{decimals}f}"
        if value and not float(text):
            return measured(value, _SIGNIFICANT + 1)
        return text.replace(".", decimal_mark()).replace("-", MINUS)

    def _needed(self, values: Array) -> int:
        """Return how many decimals tell measurements apart, as far as may be, (n,)."""
        for count in range(self._most):
            if (np.abs(values - np.round(values, count)) <= self._trace).all():
                return count
        return self._most
