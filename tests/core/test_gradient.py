"""The gradient against central differences and against the lecture's loop, written out."""

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from bpviz.core import Network, cost, cost_and_gradient, numerical_gradient, relative_difference

if TYPE_CHECKING:
    from collections.abc import Callable

PAIRS = [
    ("sigmoid", "cross-entropy"),
    ("softmax", "cross-entropy"),
    ("linear", "squared-error"),
    ("sigmoid", "squared-error"),
    ("tanh", "squared-error"),
]
Problem = tuple[Network, np.ndarray, np.ndarray]


def problem(layers: tuple[int, ...], hidden: str, pair: tuple[str, str], seed: int) -> Problem:
    random = np.random.default_rng(seed)
    network = Network(layers, hidden, *pair, seed=seed)
    X = random.normal(size=(int(random.integers(1, 7)), layers[0]))
    if pair[1] == "cross-entropy":
        Y = np.eye(layers[-1])[random.integers(0, layers[-1], len(X))]
    else:
        Y = random.uniform(-0.9, 0.9, (len(X), layers[-1]))
    return network, X, Y


@st.composite
def problems(draw: st.DrawFn, pairs: list[tuple[str, str]] = PAIRS) -> Problem:
    layers = tuple(draw(st.lists(st.integers(1, 6), min_size=2, max_size=5)))
    hidden = draw(st.sampled_from(["sigmoid", "tanh", "relu"]))
    return problem(layers, hidden, draw(st.sampled_from(pairs)), draw(st.integers(0, 2**31)))


def loop(network: Network, X: np.ndarray, Y: np.ndarray, lambda_: float) -> list[np.ndarray]:
    """Lines 1 to 8, one example at a time, as the lecture has them."""
    g: dict[str, Callable[[float], float]] = {
        "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
        "tanh": math.tanh,
        "relu": lambda z: max(0.0, z),
        "linear": lambda z: z,
    }
    slope: dict[str, Callable[[float], float]] = {
        "sigmoid": lambda z: g["sigmoid"](z) * (1 - g["sigmoid"](z)),
        "tanh": lambda z: 1 - math.tanh(z) ** 2,
        "relu": lambda z: float(z > 0),
        "linear": lambda _: 1.0,
    }
    L, theta = len(network.layers), network.theta
    Delta = [np.zeros_like(t) for t in theta]
    for x, y in zip(X, Y, strict=True):
        a: list[np.ndarray] = [x]
        z: list[np.ndarray] = [x]
        for n in range(L - 1):
            z.append(theta[n] @ np.concatenate([[1.0], a[-1]]))
            name = network.output if n == L - 2 else network.hidden
            if name == "softmax":
                powers = np.exp(z[-1])
                a.append(powers / powers.sum())
            else:
                a.append(np.array([g[name](value) for value in z[-1]]))
        delta = a[-1] - y
        if network.cost == "squared-error":
            delta = delta * [slope[network.output](value) for value in z[-1]]
        for n in range(L - 2, -1, -1):
            Delta[n] += np.outer(delta, np.concatenate([[1.0], a[n]]))
            if n:
                delta = theta[n][:, 1:].T @ delta * [slope[network.hidden](v) for v in z[n]]
    D = []
    for t, total in zip(theta, Delta, strict=True):
        penalty = lambda_ / len(X) * t
        penalty[:, 0] = 0
        D.append(total / len(X) + penalty)
    return D


@given(problems(), st.sampled_from([0.0, 3.0]))
def test_equals_the_lectures_loop(case: Problem, lambda_: float) -> None:
    _, D = cost_and_gradient(*case, lambda_)
    for ours, theirs in zip(D, loop(*case, lambda_), strict=True):
        assert_allclose(ours, theirs, rtol=1e-11, atol=1e-14)


@given(problems(), st.sampled_from([0.0, 3.0]))
def test_equals_central_differences(case: Problem, lambda_: float) -> None:
    network, X, Y = case
    if network.hidden == "relu":
        # A kink within ε of some z makes the two-sided difference another quantity.
        a = X
        for theta in network.theta[:-1]:
            z = np.column_stack([np.ones(len(a)), a]) @ theta.T
            assume(np.abs(z).min() > 1e-2)
            a = np.maximum(z, 0)
    J, D = cost_and_gradient(network, X, Y, lambda_)
    J_again, coarse = numerical_gradient(network, X, Y, lambda_, epsilon=1e-3)
    assert J == J_again == cost(network, X, Y, lambda_)
    # Richardson: the error of central differences falls with ε², so that this is free of it.
    _, fine = numerical_gradient(network, X, Y, lambda_, epsilon=5e-4)
    approximate = [(4 * f - c) / 3 for f, c in zip(fine, coarse, strict=True)]
    size = np.linalg.norm(np.concatenate([d.ravel() for d in D]))
    assume(size > 1e-4)  # below that, rounding of J is what the difference measures
    assert relative_difference(D, approximate) < 1e-8


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("lambda_", [0.0, 3.0])
def test_equals_automatic_differentiation(
    pair: tuple[str, str], hidden: str, lambda_: float
) -> None:
    torch = pytest.importorskip("torch")
    network, X, Y = problem((4, 6, 5, 3), hidden, pair, seed=7)
    theta = [torch.tensor(t.copy(), requires_grad=True) for t in network.theta]
    a, y = torch.tensor(X), torch.tensor(Y)
    functions = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    for n, t in enumerate(theta):
        z = torch.cat([torch.ones(len(a), 1, dtype=torch.float64), a], dim=1) @ t.T
        a = functions[hidden](z) if n < len(theta) - 1 else z
    if pair == ("sigmoid", "cross-entropy"):
        J = torch.nn.functional.binary_cross_entropy_with_logits(a, y, reduction="sum")
    elif pair == ("softmax", "cross-entropy"):
        J = torch.nn.functional.cross_entropy(a, y, reduction="sum")
    else:
        h = functions.get(pair[0], lambda z: z)(a)
        J = 0.5 * ((h - y) ** 2).sum()
    J = J / len(X) + lambda_ / (2 * len(X)) * sum((t[:, 1:] ** 2).sum() for t in theta)
    J.backward()
    ours, D = cost_and_gradient(network, X, Y, lambda_)
    assert_allclose(ours, float(J.detach()), rtol=1e-13)
    for mine, t in zip(D, theta, strict=True):
        assert_allclose(mine, t.grad.numpy(), rtol=1e-11, atol=1e-14)


def test_plain_central_differences_are_as_near_as_the_course_asks() -> None:
    for seed in range(20):
        network, X, Y = problem((3, 5, 4), "sigmoid", PAIRS[0], seed)
        _, D = cost_and_gradient(network, X, Y, 3.0)
        assert relative_difference(D, numerical_gradient(network, X, Y, 3.0)[1]) < 1e-8


def test_numerical_gradient_leaves_the_network_alone() -> None:
    network, X, Y = problem((2, 3, 1), "tanh", PAIRS[0], seed=1)
    before = network.parameters.copy()
    numerical_gradient(network, X, Y)
    assert (network.parameters == before).all()
