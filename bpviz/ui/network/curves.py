"""The course of the edges: smooth curves that leave and reach a unit at right angles to it."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Final, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array

# A straight line would have 1: edges bend towards the horizontal, which keeps them apart where
# they meet a unit, and the space above and below it free for its numbers.
_BEND: Final = 0.55
_REACH: Final = 0.4  # how far the handles of the Bézier curve reach, of its width
_SAMPLES: Final = 33


def bernstein(t: Array) -> Array:
    """Return the weights of the four points of a cubic Bézier curve, (…, 4)."""
    s = 1.0 - t
    return np.stack((s**3, 3 * s * s * t, 3 * s * t * t, t**3), axis=-1)


class Curves:
    """Cubic Bézier curves from left to right.

    The horizontal part of each is the same function of t, scaled: x(t) = x₀ + w·b(t), so that one
    table turns any x into its t.

    Parameters
    ----------
    starts, ends
        Middles of the units joined, (n, 2).
    leave, arrive
        Distance from there at which the curve begins and ends, (n,).

    Attributes
    ----------
    points
        The four control points of each, (n, 4, 2).
    """

    def __init__(self, starts: Array, ends: Array, leave: Array, arrive: Array) -> None:
        way = ends - starts
        angle = _BEND * np.arctan2(way[:, 1], way[:, 0])
        direction = np.stack((np.cos(angle), np.sin(angle)), axis=1)
        first = starts + leave[:, None] * direction
        last = ends - arrive[:, None] * direction
        reach = _REACH * (last[:, 0] - first[:, 0])
        handle = np.stack((reach, reach * np.tan(angle)), axis=1)
        self.points: Array = np.stack((first, first + handle, last - handle, last), axis=1)

    def __len__(self) -> int:
        return len(self.points)

    def scaled(self, ratio: float) -> Self:
        """Return the curves in units `ratio` times smaller: device pixels."""
        twin = copy(self)
        twin.points = self.points * ratio
        return twin

    def only(self, which: NDArray[np.bool_]) -> Self:
        """Return some of the curves."""
        twin = copy(self)
        twin.points = self.points[which]
        return twin

    def at(self, t: float | Array, which: NDArray[np.intp] | slice = slice(None)) -> Array:
        """Return the point at t (0 to 1; one for all or one for each) of each curve, (n, 2)."""
        weights = bernstein(np.broadcast_to(np.asarray(t, float), (len(self.points[which]),)))
        points: Array = np.einsum("nk,nkd->nd", weights, self.points[which])
        return points

    def sampled(self, count: int = _SAMPLES) -> Array:
        """Return `count` points along each curve, at equal distances in t, (n, count, 2)."""
        points: Array = np.einsum(
            "sk,nkd->nsd", bernstein(np.linspace(0.0, 1.0, count)), self.points
        )
        return points

    def distances(self, x: float, y: float) -> Array:
        """Return how far each curve is from a point, (n,)."""
        points = self.sampled()
        first, way = points[:, :-1], np.diff(points, axis=1)
        to_point = np.array((x, y)) - first
        length = np.maximum(np.einsum("nsd,nsd->ns", way, way), 1e-12)
        share = np.clip(np.einsum("nsd,nsd->ns", to_point, way) / length, 0.0, 1.0)
        apart = to_point - share[..., None] * way
        nearest: Array = np.sqrt(np.einsum("nsd,nsd->ns", apart, apart).min(axis=1, initial=np.inf))
        return nearest

    @staticmethod
    def parameter(share: Array) -> Array:
        """Return t where a curve has covered this share of its width."""
        t = np.linspace(0.0, 1.0, 257)
        covered = bernstein(t) @ np.array((0.0, _REACH, 1.0 - _REACH, 1.0))
        found: Array = np.interp(share, covered, t)
        return found
