"""Shapes, views, and the sentences that refuse what does not fit."""

import re
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from bpviz.core import (
    Network,
    accuracy,
    cost,
    cost_and_gradient,
    forward,
    numerical_gradient,
    relative_difference,
)

X = np.array([[0.0, 1.0], [1.0, 1.0], [0.5, -1.0]])
Y = np.array([[1.0], [0.0], [1.0]])


@pytest.fixture
def network() -> Network:
    return Network((2, 3, 1))


def test_theta_and_parameters_are_one(network: Network) -> None:
    assert [t.shape for t in network.theta] == [(3, 3), (1, 4)]
    assert network.parameters.dtype == np.float64
    network.theta[1][0, 2] = 42.0
    assert 42.0 in network.parameters
    network.parameters[:] = 0.0
    assert not network.theta[1].any()


def test_a_copy_is_independent(network: Network) -> None:
    twin = network.copy()
    assert (twin.parameters == network.parameters).all()
    twin.parameters[:] = 0
    assert network.parameters.all()


def test_theta_is_random_but_repeatable_and_breaks_symmetry() -> None:
    assert (Network((3, 4, 2)).parameters == Network((3, 4, 2)).parameters).all()
    assert (Network((3, 4, 2)).parameters != Network((3, 4, 2), seed=1).parameters).all()
    theta = Network((3, 4, 2)).theta[0]
    assert len(np.unique(theta)) == theta.size
    assert np.abs(theta).max() <= np.sqrt(6 / 7)


def test_forward_shapes(network: Network) -> None:
    result = forward(network, X)
    assert result.z[0] is None
    assert [a.shape for a in result.a] == [(3, 2), (3, 3), (3, 1)]
    assert_allclose(result.a[0], X)
    assert result.h is result.a[-1]


def test_input_is_not_changed(network: Network) -> None:
    before_x, before_y, before = X.copy(), Y.copy(), network.parameters.copy()
    cost_and_gradient(network, X, Y, 1.0)
    assert (before_x == X).all()
    assert (before_y == Y).all()
    assert (network.parameters == before).all()


def test_lists_and_integers_are_welcome(network: Network) -> None:
    assert cost(network, [[0, 1], [1, 1]], [[1], [0]]) == cost(network, X[:2], Y[:2])


def test_zero_theta_costs_log_two() -> None:
    network = Network((2, 3, 1))
    network.parameters[:] = 0
    assert_allclose(cost(network, X, Y), np.log(2))


@pytest.mark.parametrize(
    ("X", "Y", "words"),
    [
        (X[:, :1], Y, ["X", "(m, 2)", "(3, 1)"]),
        (X[0], Y, ["X", "(m, 2)", "(2,)"]),
        (np.empty((0, 2)), Y, ["X", "at least one example"]),
        ([], Y, ["X", "empty"]),
        ([[np.nan, 1.0]] * 3, Y, ["X[0, 0]", "nan"]),
        ([[0.0, 1.0], [0.0, np.inf], [0.0, 0.0]], Y, ["X[1, 1]", "inf"]),
        ([["a", "b"]] * 3, Y, ["X", "real numbers"]),
        ([[1j, 0]] * 3, Y, ["X", "real numbers"]),
        ([[1, 2], [3]], Y, ["X", "real numbers"]),
        (None, Y, ["X", "real numbers"]),
        (X, Y[:2], ["Y", "3 rows", "2"]),
        (X, np.hstack([Y, Y]), ["Y", "(m, 1)", "(3, 2)"]),
        (X, Y * np.nan, ["Y[0, 0]", "nan"]),
        (X, Y * 10, ["between 0 and 1", "Y[0, 0]", "10"]),
    ],
)
def test_wrong_data_are_refused(network: Network, X: Any, Y: Any, words: list[str]) -> None:
    for call in (cost, cost_and_gradient, numerical_gradient):
        with pytest.raises(ValueError, match=".*".join(map(re.escape, words))):
            call(network, X, Y)


@pytest.mark.parametrize("lambda_", [-1.0, float("nan"), float("inf"), "much", None])
def test_wrong_lambda_is_refused(network: Network, lambda_: Any) -> None:
    with pytest.raises(ValueError, match=r"lambda_ must be .* at least 0"):
        cost(network, X, Y, lambda_)


@pytest.mark.parametrize("epsilon", [0.0, -1e-4, float("nan")])
def test_wrong_epsilon_is_refused(network: Network, epsilon: float) -> None:
    with pytest.raises(ValueError, match=r"epsilon must be .* greater than 0"):
        numerical_gradient(network, X, Y, epsilon=epsilon)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"hidden": "swish"}, "hidden.*'sigmoid'.*'swish'"),
        ({"output": "swish"}, "output.*'softmax'.*'swish'"),
        ({"cost": "hinge"}, "cost.*'cross-entropy'.*'hinge'"),
        ({"output": "linear"}, "cross-entropy.*'sigmoid' or 'softmax'.*'linear'"),
        ({"layers": (3,)}, "layers"),
        ({"layers": (3, 0, 1)}, "layers.*at least 1"),
        ({"layers": (3, 2.5)}, "layers"),
        ({"layers": 3}, "layers"),
    ],
)
def test_wrong_networks_are_refused(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Network(**{"layers": (3, 2, 1), **arguments})


def test_softmax_wants_distributions() -> None:
    network = Network((2, 2), output="softmax")
    with pytest.raises(ValueError, match=r"row 1 sums to 0\.5"):
        cost(network, X[:2], [[1.0, 0.0], [0.5, 0.0]])


def test_accuracy_by_hand() -> None:
    assert accuracy([[0.9, 0.1], [0.2, 0.3]], [[1, 0], [1, 0]]) == 0.5
    assert accuracy([[0.9], [0.2], [0.5]], [[1], [0], [1]]) == 1.0


def test_relative_difference_by_hand() -> None:
    assert relative_difference([np.array([1.0])], [np.array([3.0])]) == 0.5
    assert relative_difference([np.zeros(2)], [np.zeros(2)]) == 0.0
