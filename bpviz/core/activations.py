"""Activation functions g and their derivatives g′.

The derivative is written in terms of the activation a = g(z), as the lecture does: forward
propagation has computed a already, so g′ costs nothing more than a multiplication.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Array = NDArray[np.float64]

# A few hundred elements are faster in one call of expit; beyond, numpy's vectorised exp wins
# threefold although it takes four passes. Both are accurate relative to a, however small a is.
_ONE_CALL = 400
# A zero-dimensional array spares numpy the conversion of a Python float in every call.
_ONE = np.ones(())


def _sigmoid(z: Array, a: Array) -> None:
    """Write a := 1 / (1 + e⁻ᶻ)."""
    if z.size <= _ONE_CALL:
        expit(z, a)
        return
    np.negative(z, a)
    np.exp(a, a)  # infinite for z < −709, which makes a = 0: right to the last bit
    np.add(a, _ONE, a)
    np.reciprocal(a, a)


def _sigmoid_slope(a: Array, slope: Array) -> None:
    """g′ = a ⊙ (1 − a)."""
    np.subtract(_ONE, a, slope)
    np.multiply(slope, a, slope)


def _tanh(z: Array, a: Array) -> None:
    np.tanh(z, a)


def _tanh_slope(a: Array, slope: Array) -> None:
    """g′ = 1 − a²."""
    np.multiply(a, a, slope)
    np.subtract(_ONE, slope, slope)


def _relu(z: Array, a: Array) -> None:
    """Write a := max(0, z)."""
    np.maximum(z, 0.0, out=a)


def _relu_slope(a: Array, slope: Array) -> None:
    """g′ = 1 where z > 0, else 0; at z = 0 the subgradient 0, as PyTorch has it."""
    np.greater(a, 0.0, out=slope)


def _linear(z: Array, a: Array) -> None:
    if a is not z:
        np.copyto(a, z)


def _linear_slope(a: Array, slope: Array) -> None:
    """g′ = 1."""
    del a
    slope.fill(1.0)


def _softmax(z: Array, a: Array) -> None:
    """Write a_k := e^(z_k) / Σ_j e^(z_j), over the units (rows), the largest z taken out first."""
    np.subtract(z, z.max(axis=0), a)
    np.exp(a, a)
    np.divide(a, a.sum(axis=0), a)


@dataclass(frozen=True)
class Activation:
    """An activation function g, working on arrays of any shape (softmax: units in rows).

    Attributes
    ----------
    name
        As in ``Network(hidden=…, output=…)``.
    apply
        ``apply(z, a)`` writes g(z) into `a`, which may be `z` itself.
    slope
        ``slope(a, out)`` writes g′(z), computed from a = g(z), into `out`; None for softmax, whose
        units depend on each other and which is used with its matched cost only.
    """

    name: str
    apply: Callable[[Array, Array], None]
    slope: Callable[[Array, Array], None] | None


ACTIVATIONS: Mapping[str, Activation] = MappingProxyType(
    {
        activation.name: activation
        for activation in (
            Activation("sigmoid", _sigmoid, _sigmoid_slope),
            Activation("tanh", _tanh, _tanh_slope),
            Activation("relu", _relu, _relu_slope),
            Activation("linear", _linear, _linear_slope),
            Activation("softmax", _softmax, None),
        )
    }
)
HIDDEN = ("sigmoid", "tanh", "relu")
OUTPUT = ("sigmoid", "softmax", "linear", "tanh")
