"""The network: its layers, its units' functions and its weights Θ."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Self

import numpy as np

from .activations import ACTIVATIONS, HIDDEN, OUTPUT, Activation, Array
from .costs import COSTS, NAMES, Cost

if TYPE_CHECKING:
    from collections.abc import Iterable


class Network:
    """A layered network with weights Θ⁽¹⁾ … Θ⁽ᴸ⁻¹⁾.

    Parameters
    ----------
    layers
        Units of each layer without bias: s_1, …, s_L with L ≥ 2.
    hidden
        g of the hidden layers: ``"sigmoid"``, ``"tanh"`` or ``"relu"``.
    output
        g of layer L: ``"sigmoid"``, ``"softmax"``, ``"linear"`` or ``"tanh"``.
    cost
        ``"cross-entropy"`` (with sigmoid or softmax) or ``"squared-error"`` (with linear, sigmoid
        or tanh).
    seed
        Which random Θ to start from. Each Θ⁽ˡ⁾ is uniform in ±ε with ε = √6 / √(s_l + s_{l+1}),
        which breaks the symmetry between hidden units (Glorot and Bengio 2010; the course's
        ``randInitializeWeights`` uses the same rule).

    Attributes
    ----------
    theta
        Tuple of L − 1 arrays; ``theta[l - 1]`` is Θ⁽ˡ⁾ of shape (s_{l+1}, s_l + 1), column 0 for
        the bias unit. They are views: writing into one changes `parameters`, and the reverse.
    parameters
        All weights in one float64 vector, each Θ⁽ˡ⁾ row by row.

    Raises
    ------
    ValueError
        If a layer has no unit, a name is unknown, or cost and output do not go together.
    """

    def __init__(
        self,
        layers: Iterable[int],
        hidden: str = "sigmoid",
        output: str = "sigmoid",
        cost: str = "cross-entropy",
        seed: int = 0,
    ) -> None:
        self.layers = _checked_layers(layers)
        self.hidden = _known("hidden", hidden, HIDDEN)
        self.output = _known("output", output, OUTPUT)
        self.cost = _known("cost", cost, NAMES)
        if (output, cost) not in COSTS:
            fitting = " or ".join(repr(o) for o, c in COSTS if c == cost)
            raise ValueError(f"cost={cost!r} goes with output={fitting}, not {output!r}")
        shapes = [(s + 1, r) for s, r in zip(self.layers, self.layers[1:], strict=False)]
        count = sum(columns * rows for columns, rows in shapes)
        try:
            self.parameters: Array = np.zeros(count)
        except (MemoryError, ValueError):
            raise ValueError(f"layers: {count:,} weights do not fit into memory") from None
        self.theta: tuple[Array, ...] = self.unroll(self.parameters)
        self.initialise(seed)

    def unroll(self, vector: Array) -> tuple[Array, ...]:
        """Return views of a vector like `parameters`, one of the shape of each Θ⁽ˡ⁾."""
        views = []
        start = 0
        for s, rows in zip(self.layers, self.layers[1:], strict=False):
            stop = start + rows * (s + 1)
            views.append(vector[start:stop].reshape(rows, s + 1))
            start = stop
        return tuple(views)

    def initialise(self, seed: int = 0) -> None:
        """Draw a new random Θ; the same seed gives the same Θ."""
        try:
            random = np.random.default_rng(seed)
        except (TypeError, ValueError):
            raise ValueError(f"seed must be a whole number of at least 0; not {seed!r}") from None
        for theta in self.theta:
            rows, columns = theta.shape
            epsilon = np.sqrt(6.0 / (rows + columns - 1))
            theta[:] = random.uniform(-epsilon, epsilon, theta.shape)

    def copy(self) -> Self:
        """Return a network with the same layers and functions and its own copy of Θ."""
        twin = type(self)(self.layers, self.hidden, self.output, self.cost)
        twin.parameters[:] = self.parameters
        return twin

    @property
    def pair(self) -> Cost:
        """The cost with the output it is used with: what J is and what δ⁽ᴸ⁾ is."""
        return COSTS[self.output, self.cost]

    def activation(self, layer: int) -> Activation:
        """Return g of layer `layer`, counted from 2 to L as in the lecture."""
        return ACTIVATIONS[self.output if layer == len(self.layers) else self.hidden]

    def __repr__(self) -> str:
        return (
            f"Network({self.layers}, hidden={self.hidden!r}, output={self.output!r}, "
            f"cost={self.cost!r})"
        )


def _checked_layers(layers: Iterable[int]) -> tuple[int, ...]:
    rule = "layers must be two or more whole numbers, each at least 1, such as (3, 5, 5, 4)"
    try:
        sizes = tuple(operator.index(size) for size in layers)
    except TypeError:
        raise ValueError(f"{rule}; not {layers!r}") from None
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(f"{rule}; not {sizes!r}")
    return sizes


def _known(argument: str, name: str, names: tuple[str, ...]) -> str:
    if name not in names:
        expected = ", ".join(repr(known) for known in names)
        raise ValueError(f"{argument} must be one of {expected}; not {name!r}")
    return name
