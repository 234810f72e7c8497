"""Values out of a file, which may be anything, as what they have to be.

Each function returns the value, or raises ValueError or TypeError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.data.scaling import Array

_LARGEST: Final = 2**53  # whole numbers that JSON's readers agree upon


def text(value: Any) -> str:
    """Return a string."""
    if not isinstance(value, str):
        raise TypeError("a string is due")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """Return strings."""
    return tuple(map(text, value))


def whole(value: Any, least: int = 0) -> int:
    """Return a whole number of at least `least`."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= _LARGEST:
        raise ValueError("a whole number is due")
    return value


def floats(value: Any, dimensions: int) -> Array:
    """Return an array of float64, which may hold NaN."""
    return _array(value, "f", dimensions).astype(np.float64, order="C", copy=False)


def wholes(value: Any, dimensions: int) -> NDArray[np.int64]:
    """Return an array of whole numbers."""
    return _array(value, "iu", dimensions).astype(np.int64, order="C", copy=False)


def _array(value: Any, kinds: str, dimensions: int) -> NDArray[Any]:
    if (
        not isinstance(value, np.ndarray)
        or value.dtype.kind not in kinds
        or value.ndim != dimensions
    ):
        raise TypeError("an array is due")
    return value
