"""Whether two arrays are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def same(one: NDArray[Any], other: NDArray[Any]) -> bool:
    """Return whether two arrays hold the same: what is shared is not compared with itself."""
    return one is other or np.array_equal(one, other)
