"""Gradient checking: the slopes of J to hold against D, and how far they are apart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from .functions import relative_difference

if TYPE_CHECKING:
    from .activations import Array
    from .differences import CentralDifferences

LIMIT: Final = 1e-6
# Where ∂J/∂Θ_ij is nearly 0, only rounding is left to be compared: beside the largest slope, or at
# a minimum of J beside J itself, whose own rounding is divided by ε.
_OF_LARGEST: Final = 1e-3
_OF_COST: Final = 1e-4
# A difference that shrinks with the step ε is the step's doing, not the gradient's.
_EPSILONS: Final = (1e-4, 1e-5, 1e-6)


class Distance(NamedTuple):
    """How far D and slopes are apart.

    Attributes
    ----------
    relative
        For each weight, as `relative` says.
    overall
        ‖D − d‖ / ‖D + d‖.
    agrees
        Whether neither exceeds 1e-6 but by rounding; not where something is not a number.
    """

    relative: Array
    overall: float
    agrees: bool


def flat(gradient: list[Array]) -> Array:
    """Return a gradient in one vector."""
    return np.concatenate([part.ravel() for part in gradient])


def least(slopes: Array, J: float) -> float:
    """Return the size below which numbers count as if they had it; 1 if all are 0."""
    return max(_OF_LARGEST * float(np.abs(slopes).max(initial=0.0)), _OF_COST * J) or 1.0


def relative(D: Array, slopes: Array, J: float) -> Array:
    """Return |D − d| / max(|D|, |d|, 10⁻³ max|d|, 10⁻⁴ J) for each weight."""
    sizes = np.maximum(np.maximum(np.abs(D), np.abs(slopes)), least(slopes, J))
    return np.abs(D - slopes) / sizes


def distance(D: Array, slopes: Array, J: float) -> Distance:
    """Return how far they are apart, each (n,) for the same weights."""
    with np.errstate(all="ignore"):
        each, overall = relative(D, slopes, J), relative_difference([D], [slopes])
        # At a minimum both are nothing but rounding, and so is their ratio.
        rounding = LIMIT * least(slopes, J) * math.sqrt(len(D))
        together = overall <= LIMIT or float(np.linalg.norm(D - slopes)) <= rounding
    return Distance(each, overall, float(each.max(initial=0.0)) <= LIMIT and together)


def nearest_slope(differences: CentralDifferences, weight: int, D: float, floor: float) -> float:
    """Return the slope of the first step ε that agrees with D, or of that which comes nearest.

    NaN at a corner of J. `floor` is what `least` gives.
    """
    nearest = math.inf
    for epsilon in _EPSILONS:
        slope = differences.slope(weight, epsilon)
        size = max(abs(D), abs(slope), floor)
        # Equal but for rounding; not if one is not finite.
        if math.isnan(slope) or abs(D - slope) <= LIMIT * size < math.inf:
            return slope
        nearest = min(nearest, slope, key=lambda value: abs(value - D))
    return nearest
