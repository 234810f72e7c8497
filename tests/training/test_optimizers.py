"""One step against line 9 as it is written, many steps against the plain loop."""

from __future__ import annotations

import tracemalloc
from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.core import Backpropagation, Network, cost_and_gradient
from bpviz.training import OPTIMIZERS, Optimizer


def _optimizer(
    network: Network, X: np.ndarray, Y: np.ndarray, alpha: float, lambda_: float = 0.0
) -> Optimizer:
    passes = Backpropagation(network, X, Y)
    passes.forward()
    return OPTIMIZERS["gradient-descent"](passes, Event(), alpha, lambda_)


def _examples(network: Network, m: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    classes = random.integers(network.layers[-1], size=m)
    return random.normal(size=(m, network.layers[0])), np.eye(network.layers[-1])[classes]


def test_one_step_of_mazurs_published_example() -> None:
    network = Network((2, 2, 2), cost="squared-error")
    network.theta[0][:] = [[0.35, 0.15, 0.20], [0.35, 0.25, 0.30]]
    network.theta[1][:] = [[0.60, 0.40, 0.45], [0.60, 0.50, 0.55]]
    _optimizer(network, np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]]), 0.5).advance(1)
    assert network.theta[1][0, 1] == pytest.approx(0.35891648, abs=5e-9)
    assert network.theta[0][0, 1] == pytest.approx(0.149780716, abs=5e-10)


@settings(deadline=None, max_examples=40)
@given(
    layers=st.lists(st.integers(1, 6), min_size=2, max_size=4),
    m=st.integers(1, 30),
    alpha=st.floats(1e-3, 10),
    lambda_=st.sampled_from([0.0, 0.7, 3.0]),
    hidden=st.sampled_from(["sigmoid", "tanh", "relu"]),
    seed=st.integers(0, 1000),
)
def test_steps_equal_the_plain_loop_to_the_last_bit(
    *, layers: list[int], m: int, alpha: float, lambda_: float, hidden: str, seed: int
) -> None:
    network = Network(layers, hidden=hidden, seed=seed)
    X, Y = _examples(network, m, seed)
    plain = network.copy()
    for _ in range(5):
        _, D = cost_and_gradient(plain, X, Y, lambda_)
        for theta, gradient in zip(plain.theta, D, strict=True):
            theta[:] = theta - alpha * gradient
    assert _optimizer(network, X, Y, alpha, lambda_).advance(5) == 5
    assert network.parameters.tobytes() == plain.parameters.tobytes()


def test_forward_propagation_is_done_for_the_theta_it_leaves() -> None:
    network = Network((3, 4, 2))
    X, Y = _examples(network, 7, 0)
    optimizer = _optimizer(network, X, Y, 0.5)
    optimizer.advance(3)
    assert optimizer.passes.cost(0.5) == cost_and_gradient(network, X, Y, 0.5)[0]


def test_rates_may_change_between_steps() -> None:
    network = Network((2, 3, 1))
    X, Y = _examples(network, 5, 1)
    plain = network.copy()
    optimizer = _optimizer(network, X, Y, 0.5)
    for alpha, lambda_ in [(0.5, 0.0), (0.25, 2.0), (1.0, 0.0)]:
        optimizer.set_rates(alpha, lambda_)
        optimizer.advance(1)
        _, D = cost_and_gradient(plain, X, Y, lambda_)
        for theta, gradient in zip(plain.theta, D, strict=True):
            theta[:] = theta - alpha * gradient
    assert network.parameters.tobytes() == plain.parameters.tobytes()


def test_an_interrupt_lets_one_step_pass() -> None:
    network = Network((2, 3, 1))
    X, Y = _examples(network, 5, 1)
    optimizer = _optimizer(network, X, Y, 0.5)
    optimizer.interrupt.set()
    assert optimizer.advance(100) == 1


def test_a_step_keeps_no_memory() -> None:
    network = Network((20, 10, 5))
    X, Y = _examples(network, 500, 1)
    optimizer = _optimizer(network, X, Y, 0.5, 1.0)
    optimizer.advance(5)
    tracemalloc.start()
    try:
        optimizer.advance(50)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # The smallest array of a layer takes 20 kB; bound methods and the like a few hundred bytes.
    assert peak < 8_000


def test_every_optimizer_has_a_title() -> None:
    assert all(optimizer.title() for optimizer in OPTIMIZERS.values())
    assert all(name == optimizer.name for name, optimizer in OPTIMIZERS.items())
