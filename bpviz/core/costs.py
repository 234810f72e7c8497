"""Costs J: what one example adds to the sum, and the error δ⁽ᴸ⁾ it sends back.

Every cost is computed from z⁽ᴸ⁾, never from log h, so that saturated units give a finite and
exact value. Each is written as a sum of terms that are not negative: nothing cancels.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .activations import Array


def _bernoulli_losses(z: Array, h: Array, y: Array) -> Array:
    """−y log h − (1 − y) log(1 − h) for h = g(z), the sigmoid.

    −log h = softplus(−z) and −log(1 − h) = softplus(z), where
    softplus(z) = max(0, z) + log(1 + e^−|z|).
    """
    del h
    losses = np.log1p(np.exp(-np.abs(z)))
    losses += y * np.maximum(0.0, -z)
    losses += (1.0 - y) * np.maximum(0.0, z)
    return losses


def _categorical_losses(z: Array, h: Array, y: Array) -> Array:
    """−y_k log h_k for h = softmax(z); −log h_k = log Σ_j e^(z_j) − z_k."""
    del h
    below = z.max(axis=0) - z  # ≥ 0, and 0 for the largest
    others = np.exp(-below)
    others[z.argmax(axis=0), np.arange(z.shape[1])] = 0.0
    losses: Array = y * (below + np.log1p(others.sum(axis=0)))
    return losses


def _squared_losses(z: Array, h: Array, y: Array) -> Array:
    """½ (h − y)²."""
    del z
    losses: Array = 0.5 * np.square(h - y)
    return losses


@dataclass(frozen=True)
class Cost:
    """A cost together with the output units it is used with.

    Attributes
    ----------
    cost, output
        Names as in ``Network(cost=…, output=…)``.
    losses
        ``losses(z, h, y)``: each output unit's share for each example, all arrays (K, m).
    matched
        Whether δ⁽ᴸ⁾ = h − y; otherwise δ⁽ᴸ⁾ = (h − y) ⊙ g′(z⁽ᴸ⁾).
    targets
        What y may be: ``"any"``, ``"unit interval"`` or ``"distribution"``.
    """

    cost: str
    output: str
    losses: Callable[[Array, Array, Array], Array]
    matched: bool
    targets: str


COSTS: Mapping[tuple[str, str], Cost] = MappingProxyType(
    {
        (entry.output, entry.cost): entry
        for entry in (
            Cost(
                "cross-entropy", "sigmoid", _bernoulli_losses, matched=True, targets="unit interval"
            ),
            Cost(
                "cross-entropy",
                "softmax",
                _categorical_losses,
                matched=True,
                targets="distribution",
            ),
            Cost("squared-error", "linear", _squared_losses, matched=True, targets="any"),
            Cost("squared-error", "sigmoid", _squared_losses, matched=False, targets="any"),
            Cost("squared-error", "tanh", _squared_losses, matched=False, targets="any"),
        )
    }
)
NAMES = ("cross-entropy", "squared-error")
