"""The gradient of backpropagation beside central differences, as far as time allows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bpviz.core import cost, cost_and_gradient, forward, relative_difference

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
    probe = _Probe(network, X, Y, lambda_)
    differences: list[Difference] = []
    corners = 0
    end = perf_counter() + seconds
    for weight in weights:
        if len(differences) >= _AT_LEAST and perf_counter() > end:
            break
        difference = probe.difference(weight)
        if difference.relative > LIMIT and probe.has_corner(weight):
            corners += 1
        else:
            differences.append(difference)
    return Comparison(differences, corners)


class _Probe:
    """A copy of a network, in which one weight at a time is moved a little and put back."""

    def __init__(self, network: Network, X: Array, Y: Array, lambda_: float) -> None:
        self._network = network.copy()
        self._X, self._Y, self._lambda = X, Y, lambda_
        parts = cost_and_gradient(network, X, Y, lambda_)[1]
        self._gradient = np.concatenate([part.ravel() for part in parts])
        self._least = _NEGLIGIBLE * float(np.abs(self._gradient).max()) or 1.0

    def difference(self, weight: int) -> Difference:
        """Return the smallest difference that a step ε finds."""
        D = float(self._gradient[weight])
        best = Difference(weight, D, math.nan, math.inf)
        for epsilon in _EPSILONS:
            slope = self._slope(weight, epsilon)
            relative = abs(D - slope) / max(abs(D), abs(slope), self._least)
            if relative < best.relative:
                best = Difference(weight, D, slope, relative)
            if relative <= LIMIT:
                break
        return best

    def has_corner(self, weight: int) -> bool:
        """Whether the smallest step takes z of some ReLU from one side of 0 to the other."""
        if self._network.hidden != "relu":
            return False
        value = self._network.parameters[weight]
        signs = []
        for shifted in (value + _EPSILONS[-1], value - _EPSILONS[-1]):
            self._network.parameters[weight] = shifted
            z = forward(self._network, self._X).z[1:-1]
            signs.append(np.concatenate([layer.ravel() for layer in z if layer is not None]) > 0)
        self._network.parameters[weight] = value
        return bool((signs[0] != signs[1]).any())

    def _slope(self, weight: int, epsilon: float) -> float:
        """Return [J(Θ + ε) − J(Θ − ε)] / 2ε."""
        value = self._network.parameters[weight]
        right, left = value + epsilon, value - epsilon
        self._network.parameters[weight] = right
        J_right = cost(self._network, self._X, self._Y, self._lambda)
        self._network.parameters[weight] = left
        J_left = cost(self._network, self._X, self._Y, self._lambda)
        self._network.parameters[weight] = value
        # The distance the weight really moved, which rounding has changed.
        return (J_right - J_left) / float(right - left)
