"""Backpropagation with one thing wrong on purpose, to see a gradient check catch it.

Nothing trains with this. It is written apart from `backpropagation` so that no mistake can leak
into the right algorithm; only the panel that checks gradients can make one. Lessons and sessions
know the names alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from .functions import forward
from .validation import checked_examples, checked_number, checked_targets

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .activations import Array
    from .network import Network

Mistake = Literal["no slope", "no bias", "no mean", "wrong sign", "bias regularised"]
MISTAKES: tuple[Mistake, ...] = get_args(Mistake)


def gradient_with_mistake(
    network: Network,
    X: ArrayLike,
    Y: ArrayLike,
    lambda_: float = 0.0,
    mistake: Mistake | None = None,
) -> list[Array]:
    """Return D⁽¹⁾ … D⁽ᴸ⁻¹⁾ as somebody who makes this mistake computes them.

    Parameters
    ----------
    network, X, Y, lambda_
        As `bpviz.core.cost_and_gradient` takes them, whose D this is when nothing is wrong.
    mistake
        ``"no slope"``
            lines 5 and 6 without ⊙ g′(z);
        ``"no bias"``
            line 7 with a₀ = 0 in place of 1, so that the column of the bias stays empty;
        ``"no mean"``
            line 8 without dividing Δ by m;
        ``"wrong sign"``
            line 5 with y − a in place of a − y;
        ``"bias regularised"``
            line 8 with (λ/m) Θ in the column of the bias too.

    Raises
    ------
    ValueError
        If a shape or a number does not fit, or nobody knows the mistake.
    """
    if mistake is not None and mistake not in MISTAKES:
        known = ", ".join(map(repr, MISTAKES))
        raise ValueError(f"mistake must be None or one of {known}; not {mistake!r}")
    examples = checked_examples(network, X)
    m = len(examples)
    targets = checked_targets(network, Y, m)
    rate = checked_number("lambda_", lambda_)
    a = forward(network, examples).a  # of each layer, (m, s_l)
    L = len(network.layers)

    delta = targets - a[-1] if mistake == "wrong sign" else a[-1] - targets  # line 5
    if not network.pair.matched and mistake != "no slope":
        delta *= _slope(network, L, a[-1])
    gradient: list[Array] = []
    for layer in range(L - 1, 0, -1):
        theta, before = network.theta[layer - 1], a[layer - 1]
        bias = np.zeros(m) if mistake == "no bias" else np.ones(m)
        D = delta.T @ np.column_stack((bias, before))  # line 7
        if mistake != "no mean":  # line 8
            D /= m
        penalty = rate / m * theta
        if mistake != "bias regularised":
            penalty[:, 0] = 0.0
        gradient.insert(0, D + penalty)
        if layer > 1:  # line 6
            delta = delta @ theta[:, 1:]
            if mistake != "no slope":
                delta *= _slope(network, layer, before)
    return gradient


def _slope(network: Network, layer: int, a: Array) -> Array:
    """Return g′(z⁽ˡ⁾), computed from a⁽ˡ⁾; ones where the cost has taken it in."""
    slope = np.ones_like(a)
    g = network.activation(layer)
    if g.slope is not None:
        g.slope(a, slope)
    return slope
