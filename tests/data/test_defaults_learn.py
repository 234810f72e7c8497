"""From the network and rates that a data set suggests, plain gradient descent learns it."""

import numpy as np
import pytest

from bpviz.core import (
    Network,
    accuracy,
    cost_and_gradient,
    forward,
    root_mean_square_error,
)
from bpviz.data import DataSet, load, names


def descend(data: DataSet, iterations: int, seed: int = 0) -> tuple[Network, list[float]]:
    network = Network(data.layers, data.hidden, data.output, data.cost, seed)
    costs = []
    for _ in range(iterations):
        J, D = cost_and_gradient(network, data.X_train, data.Y_train, data.lambda_)
        costs.append(J)
        for theta, gradient in zip(network.theta, D, strict=True):
            np.subtract(theta, data.alpha * gradient, out=theta)
    return network, costs


@pytest.mark.parametrize(
    ("name", "iterations", "share"),
    [
        ("digits", 400, 0.97),
        ("iris", 500, 0.97),
        ("lecture", 1000, 0.98),
        ("xor", 500, 1.0),
        ("and", 100, 1.0),
        ("or", 100, 1.0),
        ("xnor", 500, 1.0),
        ("gaussians", 300, 0.95),
        ("circles", 1000, 0.98),
        ("moons", 1000, 0.98),
        ("spirals", 5000, 0.98),
    ],
)
def test_learns(name: str, iterations: int, share: float) -> None:
    data = load(name)
    network, costs = descend(data, iterations)
    assert accuracy(forward(network, data.X_train).h, data.Y_train) >= share
    # A curve that falls, for people who see one for the first time.
    assert (np.diff(costs) < 0).all()


def test_the_curve_is_fitted_down_to_its_noise() -> None:
    data = load("curve")
    network, costs = descend(data, 1000)
    assert root_mean_square_error(forward(network, data.X_train).h, data.Y_train) < 0.16
    assert (np.diff(costs) < 0).all()


@pytest.mark.parametrize("name", ["xor", "xnor"])
def test_tables_are_learnt_from_many_starts(name: str) -> None:
    data = load(name)
    for seed in range(10):
        network, _ = descend(data, 1000, seed)
        assert accuracy(forward(network, data.X).h, data.Y) == 1


def test_every_default_is_tried() -> None:
    tried = test_learns.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {name for name, *_ in tried} == set(names()) - {"curve"}
