"""Central differences for single weights."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.core import Network, cost_and_gradient, numerical_gradient
from bpviz.core.differences import CentralDifferences


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
def test_they_are_the_numerical_gradient_to_the_last_bit(hidden: str) -> None:
    random = np.random.default_rng(1)
    network = Network((3, 4, 2), hidden, seed=2)
    X, Y = random.normal(size=(6, 3)), random.integers(2, size=(6, 2)).astype(float)
    together = np.concatenate([s.ravel() for s in numerical_gradient(network, X, Y, 2.0)[1]])
    single = CentralDifferences(network, X, Y, 2.0)
    # Backwards: nothing may depend on what was asked for before.
    slopes = [single.slope(n) for n in reversed(range(network.parameters.size))][::-1]
    np.testing.assert_array_equal(slopes, together)


def test_the_network_is_left_as_it_is() -> None:
    network = Network((2, 2, 1))
    before = network.parameters.copy()
    CentralDifferences(network, np.ones((1, 2)), np.ones((1, 1))).slope(0)
    np.testing.assert_array_equal(network.parameters, before)


def test_the_step_is_shortened_before_a_corner() -> None:
    # z = Θ₀ + Θ₁ x = 3e-5 at x = 1: a step of 1e-4 would pass the corner, one of 1e-5 does not.
    network = Network((1, 1, 1), "relu", "linear", "squared-error")
    network.theta[0][:] = [[1.0, -1.0 + 3e-5]]
    network.theta[1][:] = [[0.5, 2.0]]
    X, Y = np.array([[1.0]]), np.array([[0.0]])
    D = np.concatenate([d.ravel() for d in cost_and_gradient(network, X, Y)[1]])
    rough = np.concatenate([d.ravel() for d in numerical_gradient(network, X, Y)[1]])
    single = CentralDifferences(network, X, Y)
    assert abs(rough[1] - D[1]) > 0.1 * abs(D[1])
    assert single.slope(1) == pytest.approx(D[1], rel=1e-8)


def test_at_a_corner_there_is_no_slope() -> None:
    network = Network((1, 1, 1), "relu", "linear", "squared-error")
    network.theta[0][:] = [[1.0, -1.0]]
    network.theta[1][:] = [[0.5, 2.0]]
    single = CentralDifferences(network, np.array([[1.0]]), np.array([[0.0]]))
    assert math.isnan(single.slope(0))
    assert single.slope(2) == pytest.approx(0.5)  # that of the output's bias unit exists


def test_a_cost_beyond_all_numbers_has_no_finite_slope() -> None:
    network = Network((1, 1), output="linear", cost="squared-error")
    network.theta[0][:] = [[0.0, 1e200]]
    assert CentralDifferences(network, [[1.0]], [[0.0]]).slope(1) == math.inf


def test_a_shorter_step_is_nearer_to_the_slope() -> None:
    # J = softplus(−z) at z = Θ₁ x with x = 40: the third derivative is large.
    network = Network((1, 1))
    network.theta[0][:] = [[0.0, 0.02]]
    single = CentralDifferences(network, [[40.0]], [[1.0]])
    right = -40.0 / (1 + math.exp(0.8))
    errors = [abs(single.slope(1, epsilon) - right) for epsilon in (1e-3, 1e-4, 1e-5)]
    assert errors[0] > 50 * errors[1] > 1000 * errors[2]


@pytest.mark.parametrize(
    ("arguments", "named"), [({"lambda_": -1.0}, "lambda_"), ({"X": [[1.0]]}, "X")]
)
def test_bad_input_is_named(arguments: dict[str, object], named: str) -> None:
    given: dict[str, object] = {"X": [[1.0, 2.0]], "Y": [[1.0]], **arguments}
    with pytest.raises(ValueError, match=rf"^{named} must"):
        CentralDifferences(Network((2, 1)), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("epsilon", [0.0, -1.0, math.inf, math.nan])
def test_a_step_must_be_positive(epsilon: float) -> None:
    with pytest.raises(ValueError, match="epsilon must"):
        CentralDifferences(Network((1, 1)), [[1.0]], [[1.0]]).slope(0, epsilon)
