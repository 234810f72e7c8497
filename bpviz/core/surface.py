"""J(Θ) on a plane through the space of all weights, to be looked at as a landscape.

Two weights would give such a plane, but of thousands they say little. The directions here are
random ones that do justice to the size of each unit's weights, or those in which training has moved
Θ the most; both as in Li, Xu, Taylor, Studer and Goldstein, *Visualizing the Loss Landscape of
Neural Nets* (2018), sections 4 and 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from .backpropagation import Backpropagation
from .validation import checked_examples, checked_number, checked_targets

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .activations import Array
    from .network import Network

# What is smaller than this part of the largest is rounding.
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, eq=False)
class Plane:
    """The points Θ + s·u + t·v.

    Attributes
    ----------
    origin
        Θ, all weights in one vector (P,), at s = t = 0.
    u, v
        Directions (P,), neither a multiple of the other.
    """

    origin: Array
    u: Array
    v: Array

    def at(self, s: float, t: float) -> Array:
        """Return Θ + s·u + t·v, (P,)."""
        return self.origin + s * self.u + t * self.v

    def coordinates(self, points: Array) -> Array:
        """Return (s, t) of the foot of the perpendicular from each point (n, P), (n, 2).

        They are NaN or infinite where no float can hold the products.
        """
        basis = np.column_stack((self.u, self.v))
        with np.errstate(all="ignore"):
            offsets = points @ basis - self.origin @ basis
            return np.asarray(np.linalg.solve(basis.T @ basis, offsets.T).T, dtype=np.float64)


def random_directions(network: Network, seed: int = 0) -> tuple[Array, Array]:
    """Return two random directions, filter-normalised and at right angles to each other.

    The weights into each unit, a row of Θ⁽ˡ⁾ with its bias, are drawn from a normal distribution
    and scaled to the length that the unit's own have: a step then changes every unit by as much of
    itself, whatever its scale. Where all of Θ is 0 there is no scale, and they get length 1. The
    second direction is made perpendicular to the first row by row, so that distances in a picture
    of the plane are distances between the Θ.

    Parameters
    ----------
    network
        Whose Θ; its P weights are in one vector.
    seed
        Which directions.
    """
    random = np.random.default_rng(seed)
    first, second = random.standard_normal((2, network.parameters.size))
    scaled = network.parameters.any()
    rows = zip(network.theta, network.unroll(first), network.unroll(second), strict=True)
    for theta, u, v in rows:
        sizes = _lengths(theta) if scaled else np.ones((len(theta), 1))
        u[:] /= _lengths(u)
        v[:] -= (u * v).sum(axis=1, keepdims=True) * u
        v[:] *= sizes / _lengths(v)
        u[:] *= sizes
    return first, second


def _lengths(rows: Array) -> Array:
    with np.errstate(over="ignore"):  # infinite where no float can hold it, as J is there
        lengths: Array = np.linalg.norm(rows, axis=1, keepdims=True)
    return lengths


def principal_directions(path: Array) -> tuple[Array, Array, tuple[float, float]]:
    """Return the two directions in which a path goes farthest, and how much of it they hold.

    They are the first two principal components of its points, of length 1, and turned so that the
    path starts at the lower end of the first and the upper end of the second.

    Parameters
    ----------
    path
        Θ after Θ, (n, P).

    Returns
    -------
    u, v
        Directions (P,).
    shares
        Of the path's variance, 0 to 1 each.

    Raises
    ------
    ValueError
        If the points lie on one line.
    """
    centred = path - path.mean(axis=0)
    _, sizes, directions = np.linalg.svd(centred, full_matrices=False)
    if len(sizes) < 2 or not sizes[1] > _ROUNDING * sizes[0]:
        raise ValueError("path must have three points at least that are not on one line")
    u, v = directions[:2]
    if centred[0] @ u > 0:
        u = -u
    if centred[0] @ v < 0:
        v = -v
    first, second = np.square(sizes[:2]) / np.square(sizes).sum()
    return u, v, (float(first), float(second))


class CostOnPlane:
    """J at points of a plane, one at a time, for as long as one has patience.

    Parameters
    ----------
    network
        Its layers and functions; its Θ is left alone.
    X, Y, lambda_
        As `bpviz.core.cost` takes them.
    plane
        Which plane.

    Raises
    ------
    ValueError
        If a shape or a number does not fit.
    """

    def __init__(
        self, network: Network, X: ArrayLike, Y: ArrayLike, lambda_: float, plane: Plane
    ) -> None:
        examples = checked_examples(network, X)
        targets = checked_targets(network, Y, len(examples))
        self._lambda = checked_number("lambda_", lambda_)
        self._network = network.copy()
        self._run = Backpropagation(self._network, examples, targets)
        self._plane = plane

    def J(self, s: float, t: float) -> float:
        """Return J(Θ + s·u + t·v); infinite or NaN where it is too large for a number."""
        with np.errstate(all="ignore"):
            self._network.parameters[:] = self._plane.at(s, t)
            self._run.forward()
            return self._run.cost(self._lambda)
