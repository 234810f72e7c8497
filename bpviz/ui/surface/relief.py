"""A grid of numbers as a map: bands of one colour between isolines. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.ui.plot.scale import log_ticks, ticks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array

_ISOLINES: Final = 18  # about so many
_SMALLEST: Final = 1e-18  # J may round to 0; a logarithm ends here instead
_LINE: Final = 0.55  # strength of an isoline upon its bands
_STRENGTHS: Final = 16
_STEPS: Final = 4096


def heights(J: Array, *, logarithmic: bool) -> Array:
    """Return what the map shows: J or log₁₀ J; what is no number is as high as the highest."""
    finite = np.isfinite(J)
    if not finite.any():
        return np.zeros_like(J)
    known = np.where(finite, J, J[finite].max())
    return np.log10(np.maximum(known, _SMALLEST)) if logarithmic else known


def isolines(heights: Array, *, logarithmic: bool) -> Array:
    """Return round numbers between the lowest and the highest, as heights, increasing."""
    low, high = float(heights.min()), float(heights.max())
    chosen = log_ticks if logarithmic else ticks
    return np.array([level for level in chosen(low, high, _ISOLINES) if low < level < high])


def magnified(grid: Array, width: int, height: int) -> Array:
    """Return a grid (rows, columns) in the middle of each of so many pixels, (height, width).

    Between the nodes runs the cubic of Catmull and Rom (1974), which passes through them. It is
    separable: two products of matrices.
    """
    rows, columns = grid.shape
    return _weights(rows, height) @ grid @ _weights(columns, width).T


def _weights(nodes: int, pixels: int) -> Array:
    """Return how much each node counts in each pixel, (pixels, nodes)."""
    places = (np.arange(pixels) + 0.5) / pixels * (nodes - 1)
    first = np.clip(places.astype(np.intp), 0, nodes - 2)
    u = places - first
    cubics = (
        -0.5 * u + u**2 - 0.5 * u**3,
        1 - 2.5 * u**2 + 1.5 * u**3,
        0.5 * u + 2 * u**2 - 1.5 * u**3,
        -0.5 * u**2 + 0.5 * u**3,
    )
    # One node more at either end, on the straight line through the last two.
    weights = np.zeros((pixels, nodes + 2))
    for n, cubic in enumerate(cubics):
        weights[np.arange(pixels), first + n] = cubic
    inner = weights[:, 1:-1]
    for beyond, last, before in ((0, 0, 1), (-1, -1, -2)):
        inner[:, last] += 2 * weights[:, beyond]
        inner[:, before] -= weights[:, beyond]
    return inner


def paint(heights: Array, levels: Array, bands: Array, ink: Array) -> NDArray[np.uint32]:
    """Return the pixels of the map, 0xffRRGGBB, the first row of heights at the bottom.

    Parameters
    ----------
    heights
        One for each pixel, (height, width).
    levels
        Isolines, increasing.
    bands
        Red, green and blue, 0 to 255, below, between and above them, (levels + 1, 3).
    ink
        Colour of the isolines, (3,).
    """
    low, high = float(heights.min()), float(heights.max())
    if not len(levels) or not high > low:
        return np.full(heights.shape, _packed(bands[:1])[0], dtype=np.uint32)
    # Colours and the isoline next to a height are looked up among so many steps: a search for each
    # pixel would take longer than all the rest.
    steps = np.linspace(low, high, _STEPS)
    above = np.searchsorted(levels, steps)
    upper, lower = levels[np.minimum(above, len(levels) - 1)], levels[np.maximum(above - 1, 0)]
    nearest = np.where(np.abs(upper - steps) < np.abs(steps - lower), upper, lower)
    strengths = np.linspace(0.0, _LINE, _STRENGTHS)[:, np.newaxis, np.newaxis]
    colours = _packed(bands + strengths * (ink - bands))

    step = ((heights - low) * ((_STEPS - 1) / (high - low)) + 0.5).astype(np.intp)
    slope = np.gradient(heights)
    away = np.abs(heights - nearest[step])
    away /= np.sqrt(np.square(slope[0]) + np.square(slope[1])) + np.finfo(np.float64).tiny
    near = np.clip(1.25 - away, 0.0, 1.0) * (_STRENGTHS - 1) + 0.5
    return np.ascontiguousarray(colours[near.astype(np.intp), above[step]][::-1])


def _packed(colours: Array) -> NDArray[np.uint32]:
    """Return colours (…, 3) as 0xffRRGGBB."""
    red, green, blue = np.moveaxis(np.rint(colours).astype(np.uint32), -1, 0)
    packed: NDArray[np.uint32] = (0xFF << 24) | (red << 16) | (green << 8) | blue
    return packed.astype(np.uint32)
