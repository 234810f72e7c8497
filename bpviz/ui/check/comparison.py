"""D beside the slopes of J: how far they are apart, for each weight and for all. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core.measure import distance, flat
from bpviz.core.mistakes import gradient_with_mistake
from bpviz.session.selection import Weight

if TYPE_CHECKING:
    from bpviz.core import Array, Network
    from bpviz.core.mistakes import Mistake

    from .check import Check


@dataclass(frozen=True)
class Comparison:
    """Weights compared, those farthest apart first.

    Attributes
    ----------
    network, m, lambda_
        Whose weights, by so many examples, with which λ.
    weights
        Indices into ``network.parameters``.
    D
        ∂J/∂Θ as backpropagation computes it, or as somebody who makes a mistake does.
    slopes
        ∂J/∂Θ by central differences.
    relative, overall, agrees
        How far apart they are, as `measure.Distance` has it.
    mistake
        What is wrong with D on purpose, or None.
    differs
        Whether that makes any difference here.
    """

    network: Network
    m: int
    lambda_: float
    weights: np.ndarray[tuple[int], np.dtype[np.int64]]
    D: Array
    slopes: Array
    relative: Array
    overall: float
    agrees: bool
    mistake: Mistake | None
    differs: bool

    @property
    def finite(self) -> bool:
        """Whether everything compared is a number."""
        return bool(np.isfinite(self.D).all() and np.isfinite(self.slopes).all())

    def weight(self, row: int) -> Weight:
        """Return which weight is compared in a row."""
        n = int(self.weights[row])
        for layer, theta in enumerate(self.network.theta, start=1):
            if n < theta.size:
                i, j = divmod(n, theta.shape[1])
                return Weight(layer, i + 1, j)
            n -= theta.size
        raise IndexError(f"there is no weight {n}")

    def row(self, weight: Weight) -> int | None:
        """Return the row in which a weight is compared, or None if it is not."""
        before = sum(theta.size for theta in self.network.theta[: weight.layer - 1])
        columns = self.network.theta[weight.layer - 1].shape[1]
        n = before + (weight.unit - 1) * columns + weight.source
        found = np.flatnonzero(self.weights == n)
        return int(found[0]) if found.size else None


def compare(check: Check, mistake: Mistake | None) -> Comparison:
    """Compare what a check has found with D, computed as somebody with this mistake does."""
    with np.errstate(all="ignore"):  # what is not a number is told as such
        return _compare(check, mistake)


def _compare(check: Check, mistake: Mistake | None) -> Comparison:
    snapshot = check.snapshot
    gradient = check.D
    if mistake is not None:
        arguments = (snapshot.network, *snapshot.taken, snapshot.lambda_)
        gradient = flat(gradient_with_mistake(*arguments, mistake))
    known = ~np.isnan(check.slopes)
    weights, slopes = check.weights[known], check.slopes[known]
    D = gradient[weights]
    apart = distance(D, slopes, check.J)
    worst_first = np.lexsort((weights, -np.nan_to_num(apart.relative, nan=np.inf)))
    # The mistake is computed in another order of summation: equal means equal but for rounding.
    scale = float(np.abs(check.D).max(initial=0.0))
    return Comparison(
        network=snapshot.network,
        m=len(snapshot.taken[0]),
        lambda_=snapshot.lambda_,
        weights=weights[worst_first],
        D=D[worst_first],
        slopes=slopes[worst_first],
        relative=apart.relative[worst_first],
        overall=apart.overall,
        agrees=apart.agrees,
        mistake=mistake,
        differs=bool((np.abs(gradient - check.D) > 1e-9 * scale).any()),
    )
