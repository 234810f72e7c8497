"""Batches against the plain loop over examples in an order that depends on seed and epoch alone."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.core import Backpropagation, Network, cost_and_gradient
from bpviz.training import OPTIMIZERS, TrainingSettings
from bpviz.training.optimizers.batches import Batches


def _problem(m: int, seed: int = 0, outputs: int = 2) -> tuple[Network, np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    network = Network((3, 4, outputs), seed=seed)
    return network, random.normal(size=(m, 3)), np.eye(2)[random.integers(2, size=m), :outputs]


def _batches(m: int) -> Batches:
    return Batches(Backpropagation(*_problem(m)))


@given(m=st.integers(1, 300), seed=st.integers(0, 5), epoch=st.integers(0, 10_000))
def test_an_epoch_has_every_example_once(m: int, seed: int, epoch: int) -> None:
    assert sorted(_batches(m).order(seed, epoch)) == list(range(m))


def test_the_order_depends_on_seed_and_epoch_alone() -> None:
    batches = _batches(50)
    orders = [batches.order(3, epoch).copy() for epoch in range(300)]
    for epoch in (299, 0, 150, 81, 82, 3):
        assert np.array_equal(_batches(50).order(3, epoch), orders[epoch])
        assert np.array_equal(batches.order(3, epoch), orders[epoch])
    assert len({tuple(order) for order in orders}) == 300
    assert not np.array_equal(batches.order(4, 0), orders[0])


def test_every_order_is_as_likely() -> None:
    batches = _batches(3)
    orders = [tuple(batches.order(0, epoch)) for epoch in range(6000)]
    counts = np.array([orders.count(order) for order in set(orders)])
    assert len(counts) == 6
    # χ² with five degrees of freedom: 20.5 is exceeded once in a thousand times.
    assert ((counts - 1000) ** 2 / 1000).sum() < 20.5


@given(
    m=st.integers(1, 40),
    size=st.integers(1, 50),
    lambda_=st.sampled_from([0.0, 2.0]),
    name=st.sampled_from(["mini-batch", "stochastic"]),
    targets_are=st.sampled_from([(1, True), (1, False), (2, True), (2, False)]),
)
def test_steps_equal_the_plain_loop(
    m: int, size: int, lambda_: float, name: str, targets_are: tuple[int, bool]
) -> None:
    outputs, constant = targets_are
    network, X, Y = _problem(m, outputs=outputs)
    plain, targets = network.copy(), Y.copy()
    for array in (X, Y):
        array.setflags(write=not constant)
    chosen = TrainingSettings(0.3, lambda_, name, batch_size=size, seed=7)
    passes = Backpropagation(network, X, Y)
    optimizer = OPTIMIZERS[name](passes, Event(), chosen)
    b = 1 if name == "stochastic" else size
    steps = 0
    orders = _batches(m)
    for epoch in range(2):
        order = orders.order(7, epoch) if b < m else np.arange(m)
        for start in range(0, m, b):
            batch = order[start : start + b]
            # The whole penalty, although only some examples add to the sum.
            share = lambda_ / m * len(batch)
            rate = share if b < m else lambda_
            _, D = cost_and_gradient(plain, X[batch], targets[batch], rate)
            for theta, gradient in zip(plain.theta, D, strict=True):
                theta[:] = theta - 0.3 * gradient
            steps += 1
    assert optimizer.advance(steps) == steps
    assert network.parameters.tobytes() == plain.parameters.tobytes()
    assert optimizer.progress[2:] == (2, 0)
    assert np.array_equal(passes.Y.T, targets)


@pytest.mark.parametrize("lambda_", [0.0, 3.0])
def test_the_mean_over_an_epoch_is_the_gradient_of_all(lambda_: float) -> None:
    network, X, Y = _problem(24)
    chosen = TrainingSettings(1e-9, lambda_, "mini-batch", batch_size=6)
    start = network.parameters.copy()
    optimizer = OPTIMIZERS["mini-batch"](Backpropagation(network, X, Y), Event(), chosen)
    mean = np.zeros_like(start)
    for _ in range(4):
        before = network.parameters.copy()
        optimizer.advance(1)
        mean += (before - network.parameters) / 1e-9 / 4
        network.parameters[:] = start
    _, D = cost_and_gradient(network, X, Y, lambda_)
    expected = np.concatenate([d.ravel() for d in D])
    np.testing.assert_allclose(mean, expected, atol=1e-6)


def test_another_size_goes_on_where_the_epoch_stands() -> None:
    network, X, Y = _problem(20)
    chosen = TrainingSettings(0.3, optimizer="mini-batch", batch_size=6)
    optimizer = OPTIMIZERS["mini-batch"](Backpropagation(network, X, Y), Event(), chosen)
    plain, order = network.copy(), _batches(20).order(0, 0)
    optimizer.advance(2)
    optimizer.change(TrainingSettings(0.3, optimizer="mini-batch", batch_size=5))
    optimizer.advance(2)
    for batch in (order[:6], order[6:12], order[12:17], order[17:]):
        _, D = cost_and_gradient(plain, X[batch], Y[batch])
        for theta, gradient in zip(plain.theta, D, strict=True):
            theta[:] = theta - 0.3 * gradient
    assert network.parameters.tobytes() == plain.parameters.tobytes()
    assert optimizer.progress[2:] == (1, 0)
