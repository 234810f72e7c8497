"""One cost surface, computed point by point on a thread. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from time import sleep, thread_time
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.core.sample import Sample
from bpviz.core.surface import CostOnPlane, Plane, principal_directions, random_directions
from bpviz.ui.inquiry import Inquiry

from . import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.core import Array, Network

NODES: Final = 65
"""Points along each side of the finest grid; coarser ones take every second, fourth, eighth."""

_COARSEST, _LEAST_FINE = 8, 4
# Seconds of the processor's time that a surface may take; it is as fine as that allows.
_SECONDS: Final = 3.0
# Examples are taken as long as weights times examples stay below this number, a few milliseconds of
# forward propagation.
_WORK: Final = 50_000_000
_LEAST_EXAMPLES: Final = 64
# After each portion of work the thread leaves the processor to others; both in seconds.
_PORTION, _REST = 0.004, 0.002
# Room around a path, and how narrow a map may be: parts of its extent.
_MARGIN: Final = 1.3
_NARROWEST: Final = 0.35


@dataclass(frozen=True, eq=False)
class Site:
    """What is surveyed; nothing in it changes while training goes on.

    Attributes
    ----------
    network
        With the Θ in the middle.
    X, Y
        Training examples and targets.
    lambda_
        λ.
    iteration
        Training steps that had led to this Θ.
    path
        Θ after Θ (n, P), whose principal directions span the plane; None for random directions.
    seed
        Which random directions.
    zoom
        Extent of the map: at 1 it reaches as far from Θ as Θ is from 0, or holds the whole path.
    """

    network: Network
    X: Array
    Y: Array
    lambda_: float
    iteration: int
    path: Array | None
    seed: int
    zoom: float

    def sample(self) -> Sample:
        """Return the examples that are taken."""
        most = max(_LEAST_EXAMPLES, _WORK // self.network.parameters.size)
        return Sample.of(self.X, self.Y, most)


class Survey(Inquiry):
    """J on a grid in a plane through Θ, first coarse, then finer.

    Attributes
    ----------
    stride
        The grid ``J[::stride, ::stride]`` is complete; 0 before the first.
    plane, shares
        The plane, and how much of the path's variance its directions hold; known from the first
        grid on, as are `s`, `t` and `J`.
    s, t
        Coordinates of columns and rows, (n,) each; 0 is among them.
    J
        J(Θ + s u + t v), (n, n), t from row to row.
    done, total
        Points computed, and how many it will have been.
    """

    plane: Plane
    s: Array
    t: Array

    def __init__(self, site: Site) -> None:
        super().__init__("cost surface")
        self.site = site
        self.sample = site.sample()
        self.shares: tuple[float, float] | None = None
        self.J: Array = np.full((NODES, NODES), np.nan)
        self.stride = 0
        self.done = 0
        self.total = _points(_LEAST_FINE)

    def _work(self) -> None:
        if self._lay_out():
            self._compute()

    def _lay_out(self) -> bool:
        """Choose the plane and the grid in it; tell whether there is one."""
        site = self.site
        if site.path is None:
            self.plane = Plane(site.network.parameters, *random_directions(site.network, site.seed))
            low, high = np.full(2, -1.0), np.full(2, 1.0)
        else:
            try:
                u, v, self.shares = principal_directions(site.path)
            except ValueError:
                self.error = words.too_short()
                return False
            self.plane = Plane(site.network.parameters, u, v)
            low, high = _box(self.plane.coordinates(site.path))
        ends = zip(site.zoom * low, site.zoom * high, strict=True)
        self.s, self.t = (_axis(*each) for each in ends)
        return True

    def _compute(self) -> None:
        """Compute J on finer and finer grids."""
        site, sample = self.site, self.sample
        lambda_ = sample.scaled(site.lambda_)
        cost = CostOnPlane(site.network, sample.X, sample.Y, lambda_, self.plane)
        finest, stride = _LEAST_FINE, _COARSEST
        begun, portion = thread_time(), thread_time()
        while stride >= finest:
            for row, column in _new_points(stride):
                if self.cancelled:
                    return
                self.J[row, column] = cost.J(self.s[column], self.t[row])
                self.done += 1
                if thread_time() - portion > _PORTION:
                    sleep(_REST)
                    portion = thread_time()
            self.stride = stride
            if stride == _COARSEST:
                finest = _finest((thread_time() - begun) / self.done)
                self.total = _points(finest)
            stride //= 2


class Surveyor:
    """Has at most one survey at work; the newest counts.

    Attributes
    ----------
    survey
        The last one begun, or None.
    """

    def __init__(self) -> None:
        self.survey: Survey | None = None

    def begin(self, site: Site) -> None:
        """Begin a survey, in place of one that may still be at work."""
        self.cancel()
        self.survey = Survey(site)
        self.survey.start()

    def cancel(self) -> None:
        """End the survey that is at work."""
        if self.survey is not None:
            self.survey.cancel()


def _new_points(stride: int) -> Iterator[tuple[int, int]]:
    """Yield row and column of the points that a coarser grid does not have."""
    coarser = 2 * stride if stride < _COARSEST else NODES
    for row, column in product(range(0, NODES, stride), repeat=2):
        if stride == _COARSEST or row % coarser or column % coarser:
            yield row, column


def _points(stride: int) -> int:
    return ((NODES - 1) // stride + 1) ** 2


def _finest(seconds: float) -> int:
    """Return the finest stride for which there is time, at so many seconds a point."""
    stride = _LEAST_FINE
    while stride > 1 and seconds * _points(stride // 2) <= _SECONDS:
        stride //= 2
    return stride


def _box(coordinates: Array) -> tuple[Array, Array]:
    """Return the corners of a box around points (n, 2) and the origin, with room around them."""
    low = np.minimum(coordinates.min(axis=0), 0.0)
    high = np.maximum(coordinates.max(axis=0), 0.0)
    middle, half = (low + high) / 2, _MARGIN * (high - low) / 2
    half = np.maximum(half, _NARROWEST * half.max())
    return middle - half, middle + half


def _axis(low: float, high: float) -> Array:
    """Return coordinates from about `low` to about `high`, moved so that every grid has a 0."""
    step = (high - low) / (NODES - 1)
    first = _COARSEST * round(low / step / _COARSEST)
    return step * np.arange(first, first + NODES, dtype=np.float64)
