"""The gradient of backpropagation beside central differences, as far as time allows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bpviz.core import cost_and_gradient, forward, relative_difference
from bpviz.core.differences import CentralDifferences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.core import Array, Network

LIMIT = 1e-6
# A difference that shrinks with the step ε is the step's doing, not the gradient's.
_EPSILONS = (1e-4, 1e-5, 1e-6)
# Where ∂J/∂Θ_ij is nearly 0, only rounding is left to be compared.
_NEGLIGIBLE = 1e-3
_AT_LEAST = 50


class Difference(NamedTuple):
    """One weight: ∂J/∂Θ_ij by backpropagation and by central differences.

    Attributes
    ----------
    weight
        Index into ``network.parameters``.
    D, slope
        The one and the other.
    relative
        |D − slope| over the larger of the two, but at least over a thousandth of the largest D.
    """

    weight: int
    D: float
    slope: float
    relative: float


@dataclass(frozen=True)
class Comparison:
    """Weights compared, at least one.

    Attributes
    ----------
    differences
        One for each weight compared.
    corners
        How many weights were left out: where z of a ReLU passes 0, J has a corner and no slope.
    """

    differences: list[Difference]
    corners: int

    @property
    def worst(self) -> Difference:
        """The weight with the largest relative difference."""
        return max(self.differences, key=lambda difference: difference.relative)

    @property
    def overall(self) -> float:
        """‖D − slopes‖ / ‖D + slopes‖ of all weights compared."""
        _, D, slopes, _ = np.array(self.differences).T
        return relative_difference([D], [slopes])

    @property
    def agrees(self) -> bool:
        """Whether neither exceeds 1e-6."""
        return max(self.worst.relative, self.overall) <= LIMIT


def compare(
    network: Network,
    X: Array,
    Y: Array,
    weights: Iterable[int],
    *,
    lambda_: float = 0.0,
    seconds: float = math.inf,
) -> Comparison:
    """Compare D = ∂J/∂Θ with central differences, weight by weight.

    Parameters
    ----------
    network, X, Y, lambda_
        As `bpviz.core.cost` takes them; the network is left as it is.
    weights
        Indices into ``network.parameters``, in the order in which they are compared.
    seconds
        After which no further weight is compared, once there are fifty.
    """
    gradient = np.concatenate([D.ravel() for D in cost_and_gradient(network, X, Y, lambda_)[1]])
    least = _NEGLIGIBLE * float(np.abs(gradient).max()) or 1.0
    gauges = [CentralDifferences(network, X, Y, lambda_, epsilon) for epsilon in _EPSILONS]

    def difference(weight: int) -> Difference:
        """Return the smallest difference that a step ε finds."""
        D = float(gradient[weight])
        best = Difference(weight, D, math.nan, math.inf)
        for gauge in gauges:
            slope = gauge.slope(weight)
            relative = abs(D - slope) / max(abs(D), abs(slope), least)
            if relative < best.relative:
                best = Difference(weight, D, slope, relative)
            if best.relative <= LIMIT:
                break
        return best

    differences: list[Difference] = []
    corners = 0
    end = perf_counter() + seconds
    for weight in weights:
        if len(differences) >= _AT_LEAST and perf_counter() > end:
            break
        found = difference(weight)
        # So close to a corner that only rounding is left of a step on one side of it.
        if found.relative > LIMIT and _has_corner(network, X, weight):
            corners += 1
        else:
            differences.append(found)
    return Comparison(differences, corners)


def _has_corner(network: Network, X: Array, weight: int) -> bool:
    """Whether the smallest step takes z of some ReLU from one side of 0 to the other."""
    if network.hidden != "relu":
        return False
    probe = network.copy()
    active = []
    for step in (_EPSILONS[-1], -_EPSILONS[-1]):
        probe.parameters[weight] = network.parameters[weight] + step
        active.append([a > 0 for a in forward(probe, X).a[1:-1]])
    return any((on != off).any() for on, off in zip(*active, strict=True))
