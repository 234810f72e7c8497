"""How much of each pixel each edge covers: built once for a layout, then used with any colours.

QPainter draws antialiased lines one after the other, which takes long and makes the last one hide
the others. Here the geometry becomes a sparse matrix, pixels × edges; a picture is its product
with the colours of the edges, and no order remains in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from .curves import Curves, bernstein

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array

_ARC_SAMPLES: Final = 65
DASHED: Final = 0.62  # share of a dash that is drawn
_MOST_STRIPS: Final = 4000

# The pixels near a curve: numbers, distances, and how far they lie in a gap of a dashed line.
_Strip = tuple["NDArray[np.int32]", "NDArray[np.float32]", "NDArray[np.float32]"]


class Coverage:
    """The pixels near curves.

    Parameters
    ----------
    strips
        The pixels near each curve.
    raster
        The picture.

    Attributes
    ----------
    pixels
        The pixels that any curve touches: their numbers in the picture, row by row.
    """

    def __init__(self, strips: list[_Strip], raster: Raster) -> None:
        from scipy.sparse import csc_array  # noqa: PLC0415  (0.1 s, not at start-up)

        pixel, self._distance, self._gaps = (np.concatenate(p) for p in zip(*strips, strict=True))
        self._lengths = np.array([len(strip[0]) for strip in strips])
        ends = np.append(0, np.cumsum(self._lengths)).astype(np.int32)
        self.pixels, rows = raster.numbered(pixel)
        # Rows of the matrix are only the pixels that are touched.
        self._matrix = csc_array(
            (np.zeros(len(pixel), np.float32), rows, ends), shape=(len(self.pixels), len(strips))
        )

    def paint(
        self,
        colours: Array,
        widths: Array,
        dashed: NDArray[np.bool_],
        ground: NDArray[np.uint32],
    ) -> NDArray[np.uint32]:
        """Return the colours of `pixels` as 0xFFRRGGBB.

        Parameters
        ----------
        colours
            Red, green, blue and opacity of each curve, 0 to 1, (n, 4).
        widths
            Of each curve, in device pixels.
        dashed
            Which curves are broken.
        ground
            What is behind each of `pixels`, as 0xFFRRGGBB; one for all or one for each.
        """
        # A line covers all of the pixels in its middle; one thinner than a pixel, its own width.
        covered = self._each(0.5 * widths + 0.5)
        covered -= self._distance
        np.minimum(covered, self._each(np.minimum(widths, 1.0)), out=covered)
        np.maximum(covered, 0, out=covered)
        if dashed.any():
            covered *= 1 - self._gaps * self._each(dashed)
        self._matrix.data = covered
        behind = _channels(ground)
        opacity = colours[:, 3:]
        tinted = 255.0 * colours[:, 2::-1]
        one_ground = len(ground) == 1
        if one_ground:
            tinted -= behind[0, :3]
        # What the edges add to the ground, channel by channel, and their opacity as the last one.
        added = self._matrix @ np.hstack((opacity * tinted, opacity)).astype(np.float32)
        total = added[:, 3]
        if not one_ground:
            added -= behind * total[:, None]
        # Where edges cross, their opacities add up to at most 1 and their colours mix.
        # All as one long row: numpy is slow where its last axis is short.
        flat = added.ravel()
        flat /= np.repeat(np.maximum(total, 1), 4)
        added[:, 3] = 0
        flat += np.tile(behind[0], len(added)) if one_ground else behind.ravel()
        flat += np.float32(0.5)
        opaque = added.astype(np.uint8)
        opaque[:, 3] = 0xFF
        packed: NDArray[np.uint32] = opaque.view(_PIXEL).ravel()
        return packed

    def _each(self, values: NDArray[np.generic]) -> NDArray[np.float32]:
        """Return what each curve has for each of its pixels."""
        return values.astype(np.float32).repeat(self._lengths)


_PIXEL: Final = np.dtype("<u4")  # blue, green, red and opacity, byte by byte


def _channels(pixels: NDArray[np.uint32]) -> NDArray[np.float32]:
    """Return blue, green and red of pixels, 0 to 255, and 0 for their opacity, (n, 4)."""
    channels = pixels.astype(_PIXEL).view(np.uint8).reshape(-1, 4).astype(np.float32)
    channels[:, 3] = 0
    return channels


class Raster:
    """Turns curves into `Coverage`; remembers the pixels of each curve it has met.

    Parameters
    ----------
    width, height
        Of the picture, in device pixels.
    widest
        Greatest width a curve will be drawn with.
    dash
        Length of a dash with the gap after it.
    """

    def __init__(self, width: int, height: int, widest: float, dash: float) -> None:
        self.size = width, height
        self._widest, self._dash = widest, np.float32(dash)
        self._strips: dict[bytes, _Strip] = {}
        # Kept from call to call, since fresh memory takes longer than what is done in it.
        self._touched = np.zeros(width * height, np.bool_)
        self._row = np.zeros(width * height, np.int32)

    def coverage(self, curves: Curves) -> Coverage:
        """Return the pixels near curves, at least one."""
        keys = [points.tobytes() for points in curves.points]
        new = [n for n, key in enumerate(keys) if key not in self._strips]
        if new:
            if len(self._strips) > _MOST_STRIPS:
                self._strips.clear()
                new = list(range(len(keys)))
            for n, strip in zip(new, self._cut(curves.points[new]), strict=True):
                self._strips[keys[n]] = strip
        return Coverage([self._strips[key] for key in keys], self)

    def numbered(self, pixel: NDArray[np.int32]) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
        """Return which pixels occur, in order, and for each pixel its place among these."""
        self._touched[pixel] = True
        pixels = np.flatnonzero(self._touched)
        self._touched[pixels] = False
        self._row[pixels] = np.arange(len(pixels), dtype=np.int32)
        return pixels, self._row[pixel]

    def _cut(self, points: Array) -> list[_Strip]:
        """Return the strip of each curve."""
        edge, pixel, distance, along = _near(points, *self.size, self._widest)
        phase = np.abs(along % self._dash - self._dash / 2)
        gaps = np.clip(phase - np.float32(DASHED) * self._dash / 2 + np.float32(0.5), 0, 1)
        ends = np.searchsorted(edge, np.arange(1, len(points)))
        parts = (np.split(part, ends) for part in (pixel, distance, gaps))
        return list(zip(*parts, strict=True))


def _near(
    points: Array, width: int, height: int, widest: float
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32], NDArray[np.float32]]:
    """Return curve, pixel, distance and way along the curve for each pixel near a curve."""
    left, right = points[:, 0, 0], points[:, 3, 0]
    # Every curve goes from left to right, so it is a function of x: first its columns of pixels,
    begin = np.clip(np.ceil(left - 0.5), 0, width).astype(np.int64)
    end = np.clip(np.ceil(right - 0.5), 0, width).astype(np.int64)
    edge, offset = _runs(np.maximum(end - begin, 0))
    x = begin[edge] + offset
    t = Curves.parameter((x + 0.5 - left[edge]) / np.maximum(right - left, 1e-9)[edge])
    y, steepness, along = _course(points, edge, t)
    # then the pixels of each column that are near enough.
    half = (0.5 * widest + 0.5) * steepness
    top = np.clip(np.ceil(y - half - 0.5), 0, height).astype(np.int64)
    bottom = np.clip(np.floor(y + half - 0.5) + 1, 0, height).astype(np.int64)
    place, offset = _runs(np.maximum(bottom - top, 0))
    row = top[place] + offset
    distance = np.abs(row + 0.5 - y[place]) / steepness[place]
    return (
        edge[place],
        (row * width + x[place]).astype(np.int32),
        distance.astype(np.float32),
        along[place].astype(np.float32),
    )


def _runs(lengths: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return 0 repeated lengths[0] times, 1 …, and beside it the count within each run."""
    which = np.repeat(np.arange(len(lengths)), lengths)
    starts = np.cumsum(lengths) - lengths
    return which, np.arange(len(which)) - starts[which]


def _course(points: Array, edge: NDArray[np.int64], t: Array) -> tuple[Array, Array, Array]:
    """Return height, √(1 + slope²) and way covered of curves `edge` at `t`."""
    s = 1.0 - t
    heights = points[edge, :, 1]
    y = np.einsum("nk,nk->n", bernstein(t), heights)
    rise = np.diff(heights, axis=1)
    run = np.diff(points[:, :, 0], axis=1)[edge]
    weights = np.stack((s * s, 2 * s * t, t * t), axis=1)
    speed = np.maximum(np.einsum("nk,nk->n", weights, run), 1e-9)
    slope = np.einsum("nk,nk->n", weights, rise) / speed
    # The way along: lengths of short chords, summed, and interpolated between.
    sampled = np.einsum("sk,nkd->nsd", bernstein(np.linspace(0.0, 1.0, _ARC_SAMPLES)), points)
    chords = np.diff(sampled, axis=1)
    table = np.zeros((len(points), _ARC_SAMPLES))
    np.cumsum(np.sqrt((chords**2).sum(axis=2)), axis=1, out=table[:, 1:])
    place = np.clip(t * (_ARC_SAMPLES - 1), 0, _ARC_SAMPLES - 1 - 1e-9)
    below = place.astype(np.intp)
    share = place - below
    along = table[edge, below] * (1 - share) + table[edge, below + 1] * share
    return y, np.sqrt(1.0 + slope**2), along
