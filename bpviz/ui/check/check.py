"""One gradient check: the slopes of J at fixed Θ, found weight by weight on a thread. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.core import cost_and_gradient
from bpviz.core.differences import CentralDifferences
from bpviz.core.measure import flat, least, nearest_slope
from bpviz.ui.inquiry import Inquiry

if TYPE_CHECKING:
    from bpviz.core import Array, Network

# So that a check ends in seconds: multiplications it may take for all weights together, and
# after how long it ends with the weights it has by then.
_WORK: Final = 4e9
_SECONDS: Final = 8.0


@dataclass(frozen=True)
class Snapshot:
    """What is checked; nothing in it changes while training goes on.

    Attributes
    ----------
    network
        With the Θ of one moment.
    X, Y
        Training examples and targets.
    lambda_
        λ.
    iteration
        Training steps that had led to this Θ.
    """

    network: Network
    X: Array
    Y: Array
    lambda_: float
    iteration: int

    @property
    def examples(self) -> int:
        """How many of the examples are taken, the first ones: fewer, the more weights there are."""
        weights = self.network.parameters.size
        return min(len(self.X), max(1, int(_WORK / (2.0 * weights * weights))))

    @property
    def taken(self) -> tuple[Array, Array]:
        """X and Y of the examples taken."""
        return self.X[: self.examples], self.Y[: self.examples]


class Check(Inquiry):
    """Central differences for all weights, in a thread of its own.

    Parameters
    ----------
    snapshot
        What to check.

    Attributes
    ----------
    order
        The weights in the order in which they are taken: mixed, so that a part of them is a fair
        sample of all layers.
    done
        How many of these are done.
    J, D
        J(Θ) and ∂J/∂Θ by backpropagation, all weights in one vector.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__("gradient check")
        self.snapshot = snapshot
        count = snapshot.network.parameters.size
        self.order = np.random.default_rng(0).permutation(count)
        self.done = 0
        self.J = 0.0
        self.D: Array = np.empty(0)
        self._slopes = np.full(count, np.nan)

    @property
    def weights(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """Those weights that are done, as indices into ``network.parameters``."""
        return self.order[: self.done]

    @cached_property
    def corners(self) -> int:
        """At how many of the weights J has a corner instead of a slope."""
        return int(np.isnan(self.slopes).sum())

    @property
    def slopes(self) -> Array:
        """∂J/∂Θ of `weights` by central differences; NaN where J has a corner."""
        return self._slopes[self.weights]

    def _work(self) -> None:
        snapshot = self.snapshot
        arguments = (snapshot.network, *snapshot.taken, snapshot.lambda_)
        self.J, gradient = cost_and_gradient(*arguments)
        self.D = flat(gradient)
        floor = least(self.D, self.J)
        differences = CentralDifferences(*arguments)
        end = perf_counter() + _SECONDS
        for weight in self.order.tolist():
            if self.cancelled or perf_counter() > end:
                break
            self._slopes[weight] = nearest_slope(differences, weight, float(self.D[weight]), floor)
            self.done += 1


class Checker:
    """Has at most one check at work; the newest counts.

    Attributes
    ----------
    check
        The last one begun, or None.
    """

    def __init__(self) -> None:
        self.check: Check | None = None

    def begin(self, snapshot: Snapshot) -> None:
        """Begin a check, in place of one that may still be at work."""
        self.cancel()
        self.check = Check(snapshot)
        self.check.start()

    def cancel(self) -> None:
        """End the check that is at work."""
        if self.check is not None:
            self.check.cancel()

    def forget(self) -> None:
        """End the check and take no more notice of it."""
        self.cancel()
        self.check = None
