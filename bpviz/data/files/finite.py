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
_PART: Final = 1 << 16  # entries looked at in one go, which stay in the cache


def settle(values: Array, where: Callable[..., str]) -> None:
    """Refuse what is infinite or nearly so, and make 0 what is nearly 0, in place.

    NaN, a missing value, stays. `values` is contiguous, and ``where(*index)`` names the place of
    an entry.
    """
    flat = values.reshape(-1)
    for start in range(0, flat.size, _PART):
        part = flat[start : start + _PART]
        sizes = np.abs(part)
        if (sizes > LARGEST).any():
            index = np.unravel_index(start + int(np.argmax(sizes > LARGEST)), values.shape)
            raise FileError(_too_large(where(*map(int, index)), float(values[index])))
        part[sizes < SMALLEST] = 0.0
        part[np.isnan(sizes)] = np.nan  # some in files signal, at which NumPy warns later


def _too_large(place: str, value: float) -> str:
    if np.isinf(value):
        sentence = translate(
            "Files", "{place}: an infinite value; put in a number, or leave the cell empty."
        )
    else:
        sentence = translate(
            "Files", "{place}: {value} is too large to calculate with; choose a larger unit."
        )
    return sentence.format(place=place[:1].upper() + place[1:], value=number(value))
