"""∂J/∂Θ by central differences, one weight at a time, for as long as one has patience."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from .backpropagation import Backpropagation
from .validation import checked_examples, checked_number, checked_targets

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from .network import Network

# Parts of the step ε, tried one after the other while a ReLU has a corner in between. With less,
# the rounding of J would be all that is left.
_PARTS: Final = (1.0, 0.1)


class CentralDifferences:
    """[J(Θ + ε) − J(Θ − ε)] / 2ε for single weights; all together they are `numerical_gradient`.

    Parameters
    ----------
    network
        Its Θ is copied.
    X, Y, lambda_
        As `bpviz.core.cost` takes them.

    Raises
    ------
    ValueError
        If a shape or a number does not fit.
    """

    def __init__(self, network: Network, X: ArrayLike, Y: ArrayLike, lambda_: float = 0.0) -> None:
        examples = checked_examples(network, X)
        targets = checked_targets(network, Y, len(examples))
        self._lambda = checked_number("lambda_", lambda_)
        self._network = network.copy()
        self._run = Backpropagation(self._network, examples, targets)
        self._has_corners = network.hidden == "relu" and len(network.layers) > 2

    def slope(self, weight: int, epsilon: float = 1e-4) -> float:
        """Return ∂J/∂Θ for the weight of this index in ``network.parameters``.

        Where z of a ReLU passes 0 within the step ε, J has a corner there and the step is
        shortened; NaN if that does not help. Infinite where J or Θ is so large that none can be
        computed.

        Raises
        ------
        ValueError
            If ε is not a number greater than 0.
        """
        step = checked_number("epsilon", epsilon, positive=True)
        with np.errstate(all="ignore"):
            for part in _PARTS:
                slope, crossed = self.measure(weight, part * step)
                if not crossed:
                    return slope if math.isfinite(slope) else math.inf
        return math.nan

    @property
    def J(self) -> float:
        """J(Θ) itself."""
        with np.errstate(all="ignore"):
            self._run.forward()
            return self._run.cost(self._lambda)

    def measure(self, weight: int, epsilon: float) -> tuple[float, bool]:
        """Return the slope that one step ε gives, and whether a ReLU has switched on the way."""
        parameters = self._network.parameters
        value = parameters[weight]
        costs, active = [], []
        for shifted in (value + epsilon, value - epsilon):
            parameters[weight] = shifted
            self._run.forward()
            costs.append(self._run.cost(self._lambda))
            active.append(self._active())
        parameters[weight] = value
        crossed = any((on != off).any() for on, off in zip(*active, strict=True))
        # Divide by the distance the weight really moved, which rounding has changed.
        moved = (value + epsilon) - (value - epsilon)
        return float((costs[0] - costs[1]) / moved), crossed

    def _active(self) -> list[NDArray[np.bool_]]:
        """Return which hidden units are on, where that makes a corner."""
        return [a > 0.0 for a in self._run.a[1:-1]] if self._has_corners else []
