"""One step against line 9 as it is written, many steps against the plain loop."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.core import Backpropagation, Network, cost_and_gradient
from bpviz.training import OPTIMIZERS, Optimizer, TrainingSettings

OURS = [name for name, optimizer in OPTIMIZERS.items() if optimizer.repeatable]


def _optimizer(
    network: Network, X: np.ndarray, Y: np.ndarray, chosen: TrainingSettings
) -> Optimizer:
    return OPTIMIZERS[chosen.optimizer](Backpropagation(network, X, Y), Event(), chosen)


def _examples(network: Network, m: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    classes = random.integers(network.layers[-1], size=m)
    return random.normal(size=(m, network.layers[0])), np.eye(network.layers[-1])[classes]


def test_one_step_of_mazurs_published_example() -> None:
    network = Network((2, 2, 2), cost="squared-error")
    network.theta[0][:] = [[0.35, 0.15, 0.20], [0.35, 0.25, 0.30]]
    network.theta[1][:] = [[0.60, 0.40, 0.45], [0.60, 0.50, 0.55]]
    X, Y = np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]])
    _optimizer(network, X, Y, TrainingSettings(0.5)).advance(1)
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
    optimizer = _optimizer(network, X, Y, TrainingSettings(alpha, lambda_))
    assert optimizer.advance(5) == 5
    assert network.parameters.tobytes() == plain.parameters.tobytes()


@pytest.mark.parametrize("name", OURS)
def test_forward_propagation_is_done_for_the_theta_it_leaves(name: str) -> None:
    network = Network((3, 4, 2))
    X, Y = _examples(network, 7, 0)
    optimizer = _optimizer(network, X, Y, TrainingSettings(0.5, optimizer=name, batch_size=3))
    optimizer.advance(3)
    optimizer.propagate()
    assert optimizer.passes.cost(0.5) == cost_and_gradient(network, X, Y, 0.5)[0]


def test_rates_may_change_between_steps() -> None:
    network = Network((2, 3, 1))
    X, Y = _examples(network, 5, 1)
    plain = network.copy()
    optimizer = _optimizer(network, X, Y, TrainingSettings())
    for alpha, lambda_ in [(0.5, 0.0), (0.25, 2.0), (1.0, 0.0)]:
        optimizer.change(TrainingSettings(alpha, lambda_))
        optimizer.advance(1)
        _, D = cost_and_gradient(plain, X, Y, lambda_)
        for theta, gradient in zip(plain.theta, D, strict=True):
            theta[:] = theta - alpha * gradient
    assert network.parameters.tobytes() == plain.parameters.tobytes()


@pytest.mark.parametrize("name", OURS)
def test_a_schedule_sets_the_alpha_of_each_step(name: str) -> None:
    """As many single steps, with the α of each given as a constant, lead to the same Θ."""
    network = Network((2, 3, 1))
    X, Y = _examples(network, 5, 1)
    base = TrainingSettings(0.5, optimizer=name, batch_size=2)
    for schedule in ("1/t", "cosine"):
        chosen = replace(base, schedule=replace(base.schedule, name=schedule, iterations=4))
        ours, plain = network.copy(), network.copy()
        optimizer = _optimizer(ours, X, Y, chosen)
        optimizer.advance(3)
        optimizer.advance(3)
        single = _optimizer(plain, X, Y, base)
        for n in range(6):
            single.change(replace(base, alpha=chosen.alpha_at(n)))
            single.advance(1)
        assert ours.parameters.tobytes() == plain.parameters.tobytes()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_an_interrupt_lets_one_step_pass(name: str) -> None:
    network = Network((2, 3, 1))
    X, Y = _examples(network, 5, 1)
    optimizer = _optimizer(network, X, Y, TrainingSettings(0.5, optimizer=name, batch_size=2))
    optimizer.interrupt.set()
    assert optimizer.advance(100) == 1
    assert optimizer.progress.iteration == 1
    optimizer.close()


@pytest.mark.parametrize("batch_size", [None, 32])
@pytest.mark.parametrize("name", OURS)
def test_a_step_keeps_no_memory(name: str, batch_size: int | None) -> None:
    network = Network((20, 10, 5))
    X, Y = _examples(network, 500, 1)
    chosen = TrainingSettings(0.5, 1.0, name, batch_size=batch_size)
    optimizer = _optimizer(network, X, Y, chosen)
    optimizer.advance(17)
    tracemalloc.start()
    try:
        optimizer.advance(50)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # The smallest array of all examples takes 20 kB, bound methods and the like a few hundred
    # bytes; the order of eight epochs, drawn when the ones before are over, 32 kB.
    assert peak < 8_000 + 4 * 4096 * 8 * (batch_size is not None or name == "stochastic")


@pytest.mark.parametrize("name", OURS)
def test_progress_counts_what_has_been_done(name: str) -> None:
    network = Network((2, 3, 1))
    X, Y = _examples(network, 10, 1)
    optimizer = _optimizer(network, X, Y, TrainingSettings(optimizer=name, batch_size=4))
    optimizer.advance(7)
    expected = {"gradient-descent": (7, 7, 7, 0), "stochastic": (7, 7, 0, 7)}
    # 4 + 4 + 2 examples an epoch, hence 2 epochs after 6 steps and 4 examples more.
    assert optimizer.progress == expected.get(name, (7, 7, 2, 4))


@pytest.mark.parametrize("name", OURS)
def test_what_it_remembers_can_be_put_back(name: str) -> None:
    network = Network((2, 3, 1))
    X, Y = _examples(network, 10, 1)
    chosen = TrainingSettings(0.1, 1.0, name, batch_size=4)
    optimizer = _optimizer(network, X, Y, chosen)
    optimizer.advance(5)
    theta, memory, progress = network.parameters.copy(), optimizer.memory.copy(), optimizer.progress
    optimizer.advance(9)
    after = network.parameters.tobytes()
    other = network.copy()
    other.parameters[:] = theta
    restored = _optimizer(other, X, Y, chosen)
    restored.advance(1)
    other.parameters[:] = theta
    restored.restore(progress, memory)
    restored.advance(9)
    assert other.parameters.tobytes() == after


def test_every_optimizer_has_a_title() -> None:
    titles = {optimizer.title() for optimizer in OPTIMIZERS.values()}
    assert len(titles) == len(OPTIMIZERS)
    assert all(name == optimizer.name for name, optimizer in OPTIMIZERS.items())
