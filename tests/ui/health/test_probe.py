"""What is read of each layer, against the formulas written out and against the core."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.core import Network, cost_and_gradient
from bpviz.data import load
from bpviz.ui.health.probe import Probe, rms


def examples(network: Network, m: int = 40) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(5)
    X = 2.0 * random.standard_normal((m, network.layers[0]))
    return X, np.eye(network.layers[-1])[random.integers(network.layers[-1], size=m)]


def test_values_are_those_of_the_lecture_written_out() -> None:
    network = Network((3, 4, 2), seed=3)
    X, Y = examples(network)
    second, third = Probe(network, X, Y).read(network.parameters, 0.0)
    assert (second.layer, third.layer) == (2, 3)
    one = np.ones((len(X), 1))
    z2 = np.hstack((one, X)) @ network.theta[0].T
    a2 = 1 / (1 + np.exp(-z2))
    a3 = 1 / (1 + np.exp(-np.hstack((one, a2)) @ network.theta[1].T))
    delta3 = a3 - Y
    delta2 = delta3 @ network.theta[1][:, 1:] * a2 * (1 - a2)
    for read, expected in zip(second.values, (z2, a2, delta2), strict=True):
        assert pytest.approx(expected, rel=1e-12) == read.T
    assert pytest.approx(delta3, rel=1e-12) == third.values[2].T
    assert second.delta == pytest.approx(np.sqrt(np.mean(delta2**2)))
    D1 = delta2.T @ np.hstack((one, X)) / len(X)
    assert pytest.approx(np.sqrt(np.mean(D1**2))) == second.D


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
def test_D_is_that_of_all_examples_with_lambda(hidden: str) -> None:
    network = Network((3, 5, 5, 4), hidden=hidden, seed=1)
    X, Y = examples(network)
    readings = Probe(network, X, Y).read(network.parameters, 1.5)
    _, D = cost_and_gradient(network, X, Y, 1.5)
    assert [reading.D for reading in readings] == [rms(each) for each in D]


def test_on_a_sample_lambda_weighs_as_on_all() -> None:
    """With a huge λ hardly anything but (λ/m)Θ is left of D, whose size is then known."""
    data = load("digits")
    network = Network((64, 300, 10), seed=1)
    probe = Probe(network, data.X_train, data.Y_train)
    m = len(data.X_train)
    assert len(probe.sample) < m == probe.sample.m
    reading = probe.read(network.parameters, 1e9)[0]
    theta = network.theta[0].copy()
    theta[:, 0] = 0.0
    assert pytest.approx(1e9 / m * rms(theta), rel=1e-6) == reading.D


@pytest.mark.parametrize(
    ("hidden", "is_small"),
    [
        # g′ < 1/80: a(1 − a) = 1/80 at a = ½ ± ½√(1 − 1/20), that is |z| = 4.3565
        ("sigmoid", lambda z: np.abs(z) > np.log((1 + 0.95**0.5) / (1 - 0.95**0.5))),
        # g′ = 1 − tanh² z < 1/20
        ("tanh", lambda z: np.abs(z) > np.arctanh(0.95**0.5)),
        ("relu", lambda z: z <= 0),
    ],
)
def test_a_unit_is_saturated_where_g_is_flat(hidden: str, is_small: object) -> None:
    network = Network((3, 6, 2), hidden=hidden, seed=2)
    network.theta[0][:] *= 4.0
    network.theta[0][0, 0] = -100.0  # a unit far out on every example
    X, Y = examples(network)
    hidden_layer, output = Probe(network, X, Y).read(network.parameters, 0.0)
    small = is_small(hidden_layer.values[0])  # type: ignore[operator]
    assert 0 < small.mean() < 1
    assert hidden_layer.saturated == small.mean()
    assert hidden_layer.stuck == small.all(axis=1).sum() >= 1
    assert np.isnan(output.saturated), "the cost has taken its g′ in"


def test_the_slope_of_the_output_counts_where_it_is_in_delta() -> None:
    network = Network((2, 3, 1), output="sigmoid", cost="squared-error")
    network.theta[1][0, 0] = 50.0
    X, _ = examples(network)
    output = Probe(network, X, np.zeros((len(X), 1))).read(network.parameters, 0.0)[-1]
    assert output.saturated == 1.0
    assert output.stuck == 1


def test_the_sample_is_bounded_by_the_work() -> None:
    X, Y = np.zeros((5000, 400)), np.zeros((5000, 10))
    assert len(Probe(Network((400, 25, 10)), X, Y).sample) == 388
    assert len(Probe(Network((400, 2, 10)), X, Y).sample) == 1000
    assert len(Probe(Network((400, 900, 10)), X, Y).sample) == 32
