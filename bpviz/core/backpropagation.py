"""The backpropagation algorithm, for all m examples at once.

The lines are numbered as in the lecture (`bpviz.trace` walks the same lines number by number)::

    4  z⁽ˡ⁺¹⁾ := Θ⁽ˡ⁾ a⁽ˡ⁾ (with a₀ = 1);  a⁽ˡ⁺¹⁾ := g(z⁽ˡ⁺¹⁾)
    5  δ⁽ᴸ⁾ := a⁽ᴸ⁾ − y                          for matched output and cost
    6  δ⁽ˡ⁾ := (Θ⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾ ⊙ g′(z⁽ˡ⁾)          bias row dropped
    7  Δ⁽ˡ⁾ := Σ over examples of δ⁽ˡ⁺¹⁾ (a⁽ˡ⁾)ᵀ
    8  D⁽ˡ⁾ := Δ⁽ˡ⁾ / m + (λ/m) Θ⁽ˡ⁾             without λ in column 0

Examples are columns here, so that each line is the lecture's own product of matrices, and every
layer carries its bias unit as a row of ones. All arrays are allocated once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .inputs import bias_first
from .validation import is_constant

if TYPE_CHECKING:
    from .activations import Activation, Array
    from .network import Network


class _Layer:
    """Layer l of the network with the values of m examples in its columns."""

    __slots__ = ("a", "a_bias", "delta", "g", "slope", "theta", "theta_t", "z")

    def __init__(
        self, a_bias: Array, activation: Activation | None = None, *, keep_z: bool = False
    ) -> None:
        # One more row than units, of ones: the bias unit a₀.
        self.a_bias = a_bias
        self.a: Array = a_bias[1:]
        units, m = self.a.shape
        self.g = activation
        # Layer 1 has neither z nor δ: x is given, and nobody can change it.
        self.z: Array = np.empty((units, m)) if keep_z and activation else self.a
        self.delta: Array = np.empty((units, m) if activation else (0, m))
        self.slope: Array = np.empty_like(self.delta)
        self.theta: Array  # Θ leading into this layer
        self.theta_t: Array  # its transpose without the bias row


class Backpropagation:
    """Lines 4 to 8 on fixed examples, as often as Θ changes.

    The arrays are those of `network` itself: change Θ, then call `forward` and `backward` again.

    Parameters
    ----------
    network
        Whose Θ is used.
    X, Y
        Examples (m, s_1) and targets (m, K), already checked; they are copied, or shared where
        they are constant.
    keep_z
        Keep z⁽ˡ⁾ of the hidden layers; otherwise a⁽ˡ⁾ overwrites it, which saves memory.

    Attributes
    ----------
    gradient
        All ∂J/∂Θ in one vector, ordered as ``network.parameters``.
    D
        Views of `gradient`: ``D[l - 1]`` is D⁽ˡ⁾, of the shape of Θ⁽ˡ⁾.
    """

    def __init__(self, network: Network, X: Array, Y: Array, *, keep_z: bool = False) -> None:
        m = len(X)
        self.network = network
        self.m = m
        self.Y: Array = np.ascontiguousarray(Y.T)
        L = len(network.layers)
        self._given = X if is_constant(X) else None
        self._layers = [
            _Layer(bias_first(X)),
            *(
                _Layer(_with_bias(units, m), network.activation(n), keep_z=keep_z or n == L)
                for n, units in enumerate(network.layers[1:], start=2)
            ),
        ]
        for layer, theta in zip(self._layers[1:], network.theta, strict=True):
            layer.theta, layer.theta_t = theta, theta[:, 1:].T
        self.gradient: Array = np.empty_like(network.parameters)
        self.D: tuple[Array, ...] = network.unroll(self.gradient)
        self._m = np.array(float(m))
        self._lambda = 0.0
        self._penalty = np.empty_like(self.gradient)
        self._penalty_rate = np.empty_like(self.gradient)
        self._lay_out()

    def _lay_out(self) -> None:
        # What the two passes visit, in order, laid out once: a step of a small network is so
        # short that looking attributes up would be a third of it.
        self._forward = [
            (layer.theta, before.a_bias, layer.z, layer.a, layer.g.apply)
            for before, layer in zip(self._layers, self._layers[1:], strict=False)
            if layer.g
        ]
        last = self._layers[-1]
        output_slope = last.g.slope if last.g and not self.network.pair.matched else None
        self._output = last.a, self.Y, last.delta, output_slope, last.slope
        self._backward = [
            (layer.theta_t, layer.delta, before.delta, before.a, before.slope, before.g.slope)
            for before, layer in zip(self._layers[1:], self._layers[2:], strict=False)
            if before.g and before.g.slope
        ][::-1]
        self._accumulate = [
            (layer.delta, before.a_bias.T, D)
            for before, layer, D in zip(self._layers, self._layers[1:], self.D, strict=False)
        ]

    def replace_examples(self, X: Array) -> None:
        """Take other examples X (m, s_1), already checked; the targets stay."""
        self.own_examples()[:] = X

    @property
    def X(self) -> Array:
        """The examples, (m, s_1); not to be written to."""
        return self._layers[0].a.T if self._given is None else self._given

    def own_examples(self) -> Array:
        """Return the examples to be written to, (m, s_1), not shared with anybody from now on."""
        first = self._layers[0]
        if self._given is not None:
            self._given = None
            first.a_bias = first.a_bias.copy()
            first.a = first.a_bias[1:]
            self._lay_out()
        return first.a.T

    def forward(self) -> None:
        """Line 4, layer by layer."""
        dot = np.dot
        for theta, a_before, z, a, g in self._forward:
            dot(theta, a_before, z)
            g(z, a)

    def backward(self, lambda_: float = 0.0) -> None:
        """Lines 5 to 8, after `forward`: leave ∂J/∂Θ in `gradient` and `D`."""
        dot, multiply = np.dot, np.multiply
        h, y, delta_L, output_slope, slope_L = self._output
        np.subtract(h, y, delta_L)  # line 5
        if output_slope:
            output_slope(h, slope_L)
            multiply(delta_L, slope_L, delta_L)
        for theta_t, delta, delta_before, a, slope, g_slope in self._backward:  # line 6
            dot(theta_t, delta, delta_before)
            g_slope(a, slope)
            multiply(delta_before, slope, delta_before)
        for delta, a_t, Delta in self._accumulate:  # line 7
            dot(delta, a_t, Delta)
        np.divide(self.gradient, self._m, self.gradient)  # line 8
        if lambda_:
            self._set_lambda(lambda_)
            multiply(self.network.parameters, self._penalty_rate, self._penalty)
            np.add(self.gradient, self._penalty, self.gradient)

    def _set_lambda(self, lambda_: float) -> None:
        """Lay out λ/m for every weight, 0 for those of bias units."""
        if lambda_ != self._lambda:
            self._penalty_rate.fill(lambda_ / self.m)
            for rate in self.network.unroll(self._penalty_rate):
                rate[:, 0] = 0.0
            self._lambda = lambda_

    def cost(self, lambda_: float = 0.0) -> float:
        """Return J(Θ) of the last `forward`."""
        last = self._layers[-1]
        J = float(self.network.pair.losses(last.z, last.a, self.Y).sum()) / self.m
        if lambda_:
            J += penalty(self.network, lambda_, self.m)
        return J

    def accumulated(self, n: int) -> list[Array]:
        """Return Δ⁽¹⁾ … Δ⁽ᴸ⁻¹⁾ as line 7 has them after the first `n` examples."""
        return [np.dot(delta[:, :n], a_t[:n]) for delta, a_t, _ in self._accumulate]

    @property
    def z(self) -> list[Array | None]:
        """z⁽¹⁾ … z⁽ᴸ⁾ of all examples, (s_l, m) each; z⁽¹⁾ is None. Needs ``keep_z=True``."""
        return [None, *(layer.z for layer in self._layers[1:])]

    @property
    def a(self) -> list[Array]:
        """a⁽¹⁾ … a⁽ᴸ⁾ without the bias unit, (s_l, m) each."""
        return [layer.a for layer in self._layers]

    @property
    def delta(self) -> list[Array | None]:
        """δ⁽¹⁾ … δ⁽ᴸ⁾, (s_l, m) each; δ⁽¹⁾ is None."""
        return [None, *(layer.delta for layer in self._layers[1:])]

    @property
    def h(self) -> Array:
        """h_Θ(x) = a⁽ᴸ⁾ of all examples, (K, m)."""
        return self._layers[-1].a


def _with_bias(units: int, m: int) -> Array:
    """Return room for a of m examples, (units + 1, m), with a₀ = 1."""
    a: Array = np.empty((units + 1, m))
    a[0] = 1.0
    return a


def penalty(network: Network, lambda_: float, m: int) -> float:
    """Return λ/(2m) Σ Θ_ij² over all weights but those of bias units."""
    squares = sum(float(np.square(theta[:, 1:]).sum()) for theta in network.theta)
    return lambda_ / (2 * m) * squares
