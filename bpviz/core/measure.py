"""How far D and the slopes of J are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from .activations import Array

LIMIT: Final = 1e-6
# Where ∂J/∂Θ_ij is nearly 0, only rounding is left to be compared: beside the largest slope, or at
# a minimum of J beside J itself, whose own rounding is divided by ε.
_OF_LARGEST: Final = 1e-3
_OF_COST: Final = 1e-4


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


def agree(D: float, slope: float, floor: float) -> bool:
    """Return whether two numbers are equal but for rounding; not if one is not finite."""
    return abs(D - slope) <= LIMIT * max(abs(D), abs(slope), floor) < np.inf
