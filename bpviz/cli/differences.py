"""The gradient of backpropagation beside central differences, as far as time allows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bpviz.core import cost_and_gradient, relative_difference
from bpviz.core.differences import CentralDifferences
from bpviz.core.measure import LIMIT, agree, flat, least

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.core import Array, Network

# A difference that shrinks with the step ε is the step's doing, not the gradient's.
_EPSILONS = (1e-4, 1e-5, 1e-6)
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
        How far apart they are, as `bpviz.core.measure.relative` says.
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
    gradient = flat(cost_and_gradient(network, X, Y, lambda_)[1])
    differences = CentralDifferences(network, X, Y, lambda_)
    floor = least(gradient, differences.J)
    found: list[Difference] = []
    corners = 0
    end = perf_counter() + seconds
    for weight in weights:
        if len(found) >= _AT_LEAST and perf_counter() > end:
            break
        D = float(gradient[weight])
        for epsilon in _EPSILONS:
            slope = differences.slope(weight, epsilon)
            if math.isnan(slope) or agree(D, slope, floor):
                break
        if math.isnan(slope):
            corners += 1
        else:
            gap = abs(D - slope) / max(abs(D), abs(slope), floor)
            found.append(Difference(weight, D, slope, gap))
    return Comparison(found, corners)
