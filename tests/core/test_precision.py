"""J against fifty digits, where units saturate and inputs are huge."""

import mpmath
import numpy as np
import pytest
from mpmath import mp, mpf
from numpy.testing import assert_allclose

from bpviz.core import Network, cost, cost_and_gradient, forward

CASES = [
    ("sigmoid", "sigmoid", "cross-entropy"),
    ("tanh", "sigmoid", "cross-entropy"),
    ("relu", "sigmoid", "cross-entropy"),
    ("sigmoid", "softmax", "cross-entropy"),
    ("relu", "softmax", "cross-entropy"),
    ("sigmoid", "sigmoid", "squared-error"),
    ("tanh", "tanh", "squared-error"),
    ("relu", "linear", "squared-error"),
]


def exact_cost(network: Network, X: np.ndarray, Y: np.ndarray, lambda_: float) -> mpf:
    """J in the working precision of mpmath, log h and log(1 − h) being worked out on paper."""
    g = {
        "sigmoid": lambda z: 1 / (1 + mp.exp(-z)),
        "tanh": mp.tanh,
        "relu": lambda z: max(mpf(0), z),
        "linear": lambda z: z,
    }
    J = mpf(0)
    for x, y in zip(X, Y, strict=True):
        a = [mpf(float(v)) for v in x]
        for n, theta in enumerate(network.theta):
            z = [
                mp.fsum(mpf(float(w)) * v for w, v in zip(row, [mpf(1), *a], strict=True))
                for row in theta
            ]
            name = network.output if n == len(network.theta) - 1 else network.hidden
            if name == "softmax":
                total = mp.fsum(mp.exp(v) for v in z)
                a = [mp.exp(v) / total for v in z]
            else:
                a = [g[name](v) for v in z]
        for h, v, t in zip(a, z, y, strict=True):
            target = mpf(float(t))
            if network.cost == "squared-error":
                J += (h - target) ** 2 / 2
            elif network.output == "softmax":
                J -= target * (v - mp.log(total))
            else:
                J += target * mp.log1p(mp.exp(-v)) + (1 - target) * mp.log1p(mp.exp(v))
    penalty = mp.fsum(mpf(float(w)) ** 2 for t in network.theta for w in t[:, 1:].ravel())
    return J / len(X) + mpf(lambda_) / (2 * len(X)) * penalty


@pytest.mark.parametrize(("hidden", "output", "cost_name"), CASES)
@pytest.mark.parametrize(("weight", "size"), [(40.0, 1.0), (1.0, 1e3), (40.0, 1e3)])
def test_saturated_units(
    hidden: str, output: str, cost_name: str, weight: float, size: float
) -> None:
    random = np.random.default_rng(3)
    network = Network((3, 4, 3), hidden, output, cost_name)
    network.parameters[:] = weight * random.choice([-1.0, 1.0], network.parameters.size)
    X = size * random.normal(size=(6, 3))
    Y = np.eye(3)[random.integers(0, 3, 6)]
    with mpmath.workdps(100), np.errstate(all="raise", under="ignore"):
        J = cost(network, X, Y, lambda_=1.0)
        cost_and_gradient(network, X, Y, lambda_=1.0)
        assert np.isfinite(J)
        assert_allclose(J, float(exact_cost(network, X, Y, 1.0)), rtol=1e-12)


@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
def test_a_confident_right_answer_costs_little_but_not_nothing(output: str) -> None:
    # J is e⁻⁴⁰ here; computed from log h it would be 0.
    network = Network((1, 2), output=output)
    network.parameters[:] = [0.0, 20.0, 0.0, -20.0]
    with mpmath.workdps(60):
        X, Y = np.array([[2.0]]), np.array([[1.0, 0.0]])
        expected = float(exact_cost(network, X, Y, 0.0))
    assert 0 < expected < 1e-16
    assert_allclose(cost(network, X, Y), expected, rtol=1e-12)


@pytest.mark.parametrize("m", [1, 1000])
def test_small_activations_keep_their_relative_accuracy(m: int) -> None:
    # Short and long arrays take different ways to the sigmoid.
    network = Network((1, 1))
    network.parameters[:] = [0.0, 1.0]
    z = np.linspace(-700, 40, m)[:, None]
    with mpmath.workdps(50):
        exact = [float(1 / (1 + mp.exp(-mpf(float(v))))) for v in z[:, 0]]
    assert_allclose(forward(network, z).h[:, 0], exact, rtol=1e-15)


def test_far_beyond_the_range_of_exp() -> None:
    network = Network((1, 1))
    network.parameters[:] = [0.0, 1.0]
    X = np.full((1000, 1), -1e5)
    X[0] = 1e5
    with np.errstate(all="raise"):
        h = forward(network, X).h[:, 0]
    assert h[0] == 1
    assert (h[1:] == 0).all()


@pytest.mark.parametrize("z", [-1.7e308, -1e308, 1e308, 1.7e308])
@pytest.mark.parametrize("y", [0.0, 1.0])
def test_J_is_exact_up_to_the_largest_numbers(z: float, y: float) -> None:
    network = Network((1, 1))
    network.theta[0][:] = (0.0, z)
    assert cost(network, [[1.0]], [[y]]) == max(0.0, -z if y else z)  # by hand
