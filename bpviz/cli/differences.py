"""The gradient of backpropagation beside central differences, as far as time allows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bpviz.core import cost_and_gradient
from bpviz.core.differences import CentralDifferences
from bpviz.core.measure import distance, flat, least, nearest_slope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.core import Array, Network

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
    overall, agrees
        All together, as `bpviz.core.measure.Distance` has it.
    corners
        How many weights were left out: where z of a ReLU passes 0, J has a corner and no slope.
    """

    differences: list[Difference]
    overall: float
    agrees: bool
    corners: int

    @property
    def worst(self) -> Difference:
        """The weight with the largest relative difference."""
        return max(self.differences, key=lambda difference: difference.relative)


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
    J, parts = cost_and_gradient(network, X, Y, lambda_)
    gradient = flat(parts)
    differences = CentralDifferences(network, X, Y, lambda_)
    floor = least(gradient, J)
    found: list[int] = []
    slopes: list[float] = []
    corners = 0
    end = perf_counter() + seconds
    for weight in weights:
        if len(found) >= _AT_LEAST and perf_counter() > end:
            break
        slope = nearest_slope(differences, weight, float(gradient[weight]), floor)
        if math.isnan(slope):
            corners += 1
        else:
            found.append(weight)
            slopes.append(slope)
    D = gradient[found]
    apart = distance(D, np.array(slopes), J)
    each = map(Difference, found, D.tolist(), slopes, apart.relative.tolist())
    return Comparison(list(each), apart.overall, apart.agrees, corners)
