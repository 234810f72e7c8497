"""The mathematics as plain functions: forward, cost, cost_and_gradient, numerical_gradient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .backpropagation import Backpropagation
from .differences import CentralDifferences
from .validation import checked_examples, checked_number, checked_targets

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .activations import Array
    from .network import Network


@dataclass(frozen=True)
class Forward:
    """Result of forward propagation; lists over layers 1..L, entry 0 being layer 1.

    Attributes
    ----------
    z
        z⁽ˡ⁾ (m, s_l); ``z[0]`` is None, since layer 1 has no weighted input.
    a
        a⁽ˡ⁾ (m, s_l) without a bias column; ``a[0]`` is X.
    """

    z: list[Array | None]
    a: list[Array]

    @property
    def h(self) -> Array:
        """h_Θ(x) = a⁽ᴸ⁾ of each example, (m, K)."""
        return self.a[-1]


def forward(network: Network, X: ArrayLike) -> Forward:
    """Propagate examples forward (line 4 of the algorithm).

    Parameters
    ----------
    network
        Network whose Θ is used.
    X
        Examples, (m, s_1).

    Raises
    ------
    ValueError
        If X is not (m, s_1) with m ≥ 1, or holds NaN or infinity.
    """
    examples = checked_examples(network, X)
    no_targets = np.zeros((len(examples), network.layers[-1]))
    with np.errstate(all="ignore"):
        pass_ = Backpropagation(network, examples, no_targets, keep_z=True)
        pass_.forward()
    return Forward(
        [None if z is None else np.ascontiguousarray(z.T) for z in pass_.z],
        [np.ascontiguousarray(a.T) for a in pass_.a],
    )


def cost(network: Network, X: ArrayLike, Y: ArrayLike, lambda_: float = 0.0) -> float:
    """Return J(Θ) with its regularisation term λ/(2m) Σ Θ_ij², j ≥ 1.

    Parameters
    ----------
    network
        Network whose Θ is used.
    X, Y
        Examples (m, s_1) and targets (m, K).
    lambda_
        λ ≥ 0.

    Raises
    ------
    ValueError
        If a shape or a number does not fit; the sentence names the argument.
    """
    run, rate = _prepared(network, X, Y, lambda_)
    with np.errstate(all="ignore"):
        run.forward()
        return run.cost(rate)


def cost_and_gradient(
    network: Network, X: ArrayLike, Y: ArrayLike, lambda_: float = 0.0
) -> tuple[float, list[Array]]:
    """Return J(Θ) and D⁽¹⁾ … D⁽ᴸ⁻¹⁾ = ∂J/∂Θ by backpropagation.

    Parameters and errors are those of `cost`; ``D[l - 1]`` has the shape of ``theta[l - 1]``.
    """
    run, rate = _prepared(network, X, Y, lambda_)
    with np.errstate(all="ignore"):
        run.forward()
        J = run.cost(rate)
        run.backward(rate)
    return J, list(run.D)


def numerical_gradient(
    network: Network,
    X: ArrayLike,
    Y: ArrayLike,
    lambda_: float = 0.0,
    epsilon: float = 1e-4,
) -> tuple[float, list[Array]]:
    """Return J(Θ) and ∂J/∂Θ by central differences: [J(Θ + ε) − J(Θ − ε)] / 2ε, weight by weight.

    Two forward propagations a weight: far too slow to train with, and therefore independent
    enough to check backpropagation by. Parameters and errors are those of `cost`.
    """
    step = checked_number("epsilon", epsilon, positive=True)
    differences = CentralDifferences(network, X, Y, lambda_)
    slopes = np.empty_like(network.parameters)
    with np.errstate(all="ignore"):
        for weight in range(slopes.size):
            slopes[weight], _ = differences.measure(weight, step)
    return differences.J, list(network.unroll(slopes))


def relative_difference(first: list[Array], second: list[Array]) -> float:
    """Return ‖p − q‖ / ‖p + q‖ of two gradients, as the course measures it; 0 if both vanish."""
    p = np.concatenate([array.ravel() for array in first])
    q = np.concatenate([array.ravel() for array in second])
    total = float(np.linalg.norm(p + q))
    return float(np.linalg.norm(p - q)) / total if total else float(np.linalg.norm(p - q))


def accuracy(h: ArrayLike, Y: ArrayLike) -> float:
    """Return the share of examples put into the right class, 0 to 1.

    Parameters
    ----------
    h, Y
        Outputs and targets, (m, K). The class is the largest output; with one output, whether it
        is nearer to 1 than to 0.
    """
    outputs, targets = np.asarray(h), np.asarray(Y)
    if outputs.shape[1] == 1:
        return float(np.mean((outputs >= 0.5) == (targets >= 0.5)))
    return float(np.mean(outputs.argmax(axis=1) == targets.argmax(axis=1)))


def tells_classes(Y: ArrayLike) -> bool:
    """Return whether targets (m, K) are classes: 0 or 1, and of several outputs just one is 1."""
    targets = np.asarray(Y)
    if not np.isin(targets, (0.0, 1.0)).all():
        return False
    return targets.shape[1] == 1 or bool((targets.sum(axis=1) == 1.0).all())


def root_mean_square_error(h: ArrayLike, Y: ArrayLike) -> float:
    """Return the root of the mean of (h − y)² over outputs and targets, (m, K).

    It is infinite where no float can hold the squares.
    """
    with np.errstate(over="ignore"):
        return float(np.sqrt(np.mean(np.square(np.asarray(h) - np.asarray(Y)))))


def _prepared(
    network: Network, X: ArrayLike, Y: ArrayLike, lambda_: float
) -> tuple[Backpropagation, float]:
    examples = checked_examples(network, X)
    targets = checked_targets(network, Y, len(examples))
    rate = checked_number("lambda_", lambda_)
    return Backpropagation(network, examples, targets), rate
