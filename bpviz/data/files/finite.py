"""Numbers from outside that one can calculate with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import number, translate

from .errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.data.scaling import Array

# Beyond, or below, squares leave what a float64 can hold, and a mean or a deviation is no longer
# to be had.
LARGEST: Final = 1e100
SMALLEST: Final = 1e-100


def settle(values: Array, where: Callable[[int, int], str]) -> None:
    """Refuse what is infinite or nearly so in a matrix, and make 0 what is nearly 0, in place.

    NaN, a missing value, stays. `where` names the place of an entry by its row and column.
    """
    sizes = np.abs(values)
    if (sizes > LARGEST).any():
        row, column = map(int, np.argwhere(sizes > LARGEST)[0])
        value = float(values[row, column])
        if np.isinf(value):
            sentence = translate(
                "Files", "{place}: an infinite value; put in a number, or leave the cell empty."
            )
        else:
            sentence = translate(
                "Files", "{place}: {value} is too large to calculate with; choose a larger unit."
            )
        place = where(row, column)
        place = place[:1].upper() + place[1:]
        raise FileError(sentence.format(place=place, value=number(value)))
    values[sizes < SMALLEST] = 0.0
