"""What each layer does on a sample of the training examples, at one Θ. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.core import Backpropagation
from bpviz.core.sample import Sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Activation, Array, Network

SATURATED: Final = 0.05
"""A unit is saturated where |g′(z)| is less than this part of the steepest slope of g."""

# Examples are taken as long as weights times examples stay below the first number, a millisecond
# or two of backpropagation, but never more than the second nor fewer than the third.
_WORK: Final = 4_000_000
_MOST, _LEAST = 1000, 32


@dataclass(frozen=True, eq=False)
class Reading:
    """Layer l of the network, l from 2 to L, on the sample of n examples.

    Attributes
    ----------
    layer
        l.
    values
        z⁽ˡ⁾, a⁽ˡ⁾ and δ⁽ˡ⁾, (s_l, n) each, as they are until the next reading.
    saturated
        Share of all pairs of a unit and an example in which the unit is saturated, 0 to 1; NaN
        where δ has no g′ that could be small.
    stuck
        How many units are saturated on every example of the sample.
    delta, D
        Root mean square of δ⁽ˡ⁾ and of D⁽ˡ⁻¹⁾, whose weights lead into this layer.
    """

    layer: int
    values: tuple[Array, Array, Array]
    saturated: float
    stuck: int
    delta: float
    D: float


class Probe:
    """Backpropagation on a sample of the training examples, for one network after another.

    Parameters
    ----------
    network
        Whose layers and functions.
    X, Y
        All training examples.
    """

    def __init__(self, network: Network, X: Array, Y: Array) -> None:
        most = min(_MOST, max(_LEAST, _WORK // network.parameters.size))
        self.sample = Sample.of(X, Y, most)
        self._network = network.copy()
        self._run = Backpropagation(self._network, self.sample.X, self.sample.Y, keep_z=True)

    def read(self, parameters: Array, lambda_: float) -> list[Reading]:
        """Return how layers 2 to L are at a Θ, all weights in one vector."""
        self._network.parameters[:] = parameters
        run = self._run
        with np.errstate(all="ignore"):
            run.forward()
            run.backward(self.sample.scaled(lambda_))
            return [self._read(layer) for layer in range(2, len(self._network.layers) + 1)]

    def _read(self, layer: int) -> Reading:
        run, network = self._run, self._network
        z, a, delta = run.z[layer - 1], run.a[layer - 1], run.delta[layer - 1]
        assert z is not None  # noqa: S101 (only layer 1 has no z and no δ)
        assert delta is not None  # noqa: S101
        saturated, stuck = np.nan, 0
        enters_delta = layer < len(network.layers) or not network.pair.matched
        if enters_delta:
            small = _is_saturated(network.activation(layer), a)
            saturated, stuck = float(small.mean()), int(small.all(axis=1).sum())
        D = run.D[layer - 2]
        return Reading(layer, (z, a, delta), saturated, stuck, rms(delta), rms(D))


def rms(values: Array) -> float:
    """Return the root mean square."""
    return float(np.sqrt(np.mean(np.square(values))))


def _is_saturated(g: Activation, a: Array) -> NDArray[np.bool_]:
    """Return where the slope of g at a = g(z) is small."""
    assert g.slope is not None  # noqa: S101 (softmax has none, and its cost takes it in)
    # Sigmoid and tanh are steepest at z = 0, the ReLU right of it.
    steep, steepest = np.array([0.0, 1.0]), np.empty(2)
    g.apply(steep, steep)
    g.slope(steep, steepest)
    slope = np.empty_like(a)
    g.slope(a, slope)
    small: NDArray[np.bool_] = np.abs(slope) < SATURATED * steepest.max()
    return small
