"""How strongly a value is drawn: its share of the greatest, also where some are beyond all bounds.

Training with too large an α, or weights out of a file, make sums that no float can hold. What is
infinite is drawn as the greatest is; against it nothing else is measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.core import Array

LARGEST: Final = 1e100
"""No axis reaches so far: what is not smaller is in no picture."""


def greatest(values: Iterable[Array], otherwise: float = 1.0) -> float:
    """Return the greatest finite |value|; where all are 0, infinite or unknown, something else."""
    finite = (np.abs(each[np.isfinite(each)]) for each in values)
    return max((float(each.max()) for each in finite if each.size), default=0.0) or otherwise


def shares(values: Array, most: float | Array) -> Array:
    """Return |value| / most as 0 to 1; NaN stays NaN."""
    share: Array = np.minimum(np.abs(values), most) / most
    return share
