"""How far the axes of a chart reach: round ends that seldom move."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.ui.shares import LARGEST

from . import scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bpviz.core import Array

    from .curve import Curve

# J may round to 0 on examples learnt perfectly; a logarithmic axis ends here instead.
SMALLEST: Final = 1e-18
_FEWEST: Final = 10.0  # iterations that an axis of whole numbers has room for


def across(
    curves: Sequence[Curve], *, logarithmic: bool, whole: bool, share: float
) -> tuple[float, float]:
    """Return where the horizontal axis begins and ends.

    Parameters
    ----------
    curves
        Those with points; at least one.
    logarithmic
        Whether exponents of ten are wanted.
    whole
        Whether only whole numbers make sense along it.
    share
        Part of the axis, 0 to 0.5, to leave free at its end.
    """
    last = max(float(curve.x[-1]) for curve in curves)
    last = max(last, _FEWEST) if whole else last or 1.0
    if not logarithmic:
        return 0.0, scale.ceiling(last / (1.0 - share))
    first = 1.0 if whole else _first_positive(curves, last)
    low, high = log10(first), log10(last)
    high = max(high, low + 0.5)
    return low, low + (high - low) / (1.0 - share)


def _first_positive(curves: Sequence[Curve], last: float) -> float:
    firsts = [curve.x[np.searchsorted(curve.x, 0.0, side="right") :][:1] for curve in curves]
    first = min((float(f[0]) for f in firsts if len(f)), default=last)
    return 1.0 / scale.ceiling(1.0 / first)


def drawable(values: Array) -> NDArray[np.bool_]:
    """Return which values a picture can show."""
    return np.abs(values) < LARGEST


def upright(curves: Sequence[Curve], *, logarithmic: bool) -> tuple[float, float]:
    """Return where the vertical axis begins and ends; parameters as in `across`."""
    drawn = [y for curve in curves if (y := curve.y[drawable(curve.y)]).size]
    high = max((float(y.max()) for y in drawn), default=1.0)
    if not logarithmic:
        return 0.0, scale.ceiling(max(1.08 * high, SMALLEST))
    low = max(min((float(y.min()) for y in drawn), default=0.1), SMALLEST)
    top = log10(scale.ceiling(max(1.3 * high, SMALLEST)))
    bottom = -log10(scale.ceiling(1.3 / low))
    return min(bottom, top - 0.5), top
