"""SciPy's methods: the same iterates as one plain call, however often they pause."""

from __future__ import annotations

import gc
import threading
import time
from threading import Event
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from scipy.optimize import minimize

from bpviz.core import Backpropagation, Network, cost, cost_and_gradient
from bpviz.training import OPTIMIZERS, TrainingSettings, Trial
from bpviz.training.optimizers import LARGEST_SLOPE, Search

if TYPE_CHECKING:
    from collections.abc import Iterator

METHODS = {"cg": "CG", "bfgs": "BFGS", "l-bfgs": "L-BFGS-B"}
X = np.random.default_rng(0).normal(size=(30, 3))
Y = np.eye(3)[X.argmax(axis=1)]


@pytest.fixture(params=METHODS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def network() -> Network:
    return Network((3, 4, 3), seed=2)


@pytest.fixture
def search(name: str, network: Network) -> Iterator[Search]:
    made = _search(name, network)
    yield made
    made.close()


def _search(name: str, network: Network, lambda_: float = 1.0) -> Search:
    passes = Backpropagation(network, X, Y)
    made = OPTIMIZERS[name](passes, Event(), TrainingSettings(lambda_=lambda_, optimizer=name))
    assert isinstance(made, Search)
    return made


def _plain(
    name: str, start: np.ndarray, lambda_: float, iterations: int
) -> tuple[list[np.ndarray], list[float]]:
    """Return Θ after each iteration, and every J tried, as one call of SciPy has them."""
    network = Network((3, 4, 3))
    accepted, tried = [], []

    def evaluate(x: np.ndarray) -> tuple[float, np.ndarray]:
        network.parameters[:] = x
        J, D = cost_and_gradient(network, X, Y, lambda_)
        tried.append(J)
        return J, np.concatenate([d.ravel() for d in D])

    def callback(x: np.ndarray) -> None:
        accepted.append(x.copy())
        if len(accepted) == iterations:
            raise StopIteration

    options: dict[str, Any] = {"gtol": LARGEST_SLOPE, "maxiter": 10**6}
    if name == "l-bfgs":
        options |= {"ftol": 0.0, "maxfun": 10**6}
    minimize(evaluate, start, jac=True, method=METHODS[name], callback=callback, options=options)
    return accepted, tried


def _searching() -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t.name.startswith("bpviz ")]


def test_each_step_is_an_accepted_iteration(name: str, network: Network, search: Search) -> None:
    expected, tried = _plain(name, network.parameters, 1.0, 12)
    theta: list[np.ndarray] = []
    trials: list[Trial] = []
    for _ in range(12):
        assert search.advance(1) == 1
        theta.append(network.parameters.copy())
        trials += search.trials
    assert [t.tobytes() for t in theta] == [t.tobytes() for t in expected]
    assert [trial.J for trial in trials] == tried
    assert [trial.evaluation for trial in trials] == list(range(1, len(tried) + 1))
    # Each iteration has been searched for by one evaluation at least, in order.
    assert sorted({trial.iteration for trial in trials}) == list(range(1, 13))
    assert search.progress == (12, len(tried), len(tried), 0)


def test_several_steps_at_once_are_the_same(name: str, network: Network, search: Search) -> None:
    expected, _ = _plain(name, network.parameters, 1.0, 15)
    assert search.advance(4) == 4
    assert network.parameters.tobytes() == expected[3].tobytes()
    search.interrupt.set()
    assert search.advance(100) == 1
    search.interrupt.clear()
    assert search.advance(10) == 10
    assert network.parameters.tobytes() == expected[14].tobytes()


def test_J_of_the_accepted_theta_lies_ready(network: Network, search: Search) -> None:
    for _ in range(10):
        search.advance(1)
        search.propagate()
        assert search.passes.cost(1.0) == cost(network, X, Y, 1.0)


def test_it_arrives_where_J_is_level(network: Network, search: Search) -> None:
    while search.advance(50):
        assert search.progress.iteration < 10_000
    assert search.arrived
    _, D = cost_and_gradient(network, X, Y, 1.0)
    assert max(np.abs(d).max() for d in D) <= LARGEST_SLOPE
    assert search.advance(50) == 0


def test_least_squares_are_those_of_the_normal_equation(name: str) -> None:
    network = Network((3, 3), output="linear", cost="squared-error")
    search = _search(name, network, lambda_=0.0)
    while search.advance(100):
        pass
    expected, *_ = np.linalg.lstsq(np.column_stack([np.ones(len(X)), X]), Y)
    np.testing.assert_allclose(network.theta[0], expected.T, atol=1e-5)
    search.close()


def test_another_lambda_begins_a_new_search(name: str, network: Network, search: Search) -> None:
    search.advance(5)
    tried = search.progress.evaluations
    search.change(TrainingSettings(alpha=0.7, lambda_=1.0, optimizer=name))  # has no say
    expected, _ = _plain(name, Network((3, 4, 3), seed=2).parameters, 1.0, 6)
    search.advance(1)
    assert network.parameters.tobytes() == expected[5].tobytes()
    search.change(TrainingSettings(lambda_=4.0, optimizer=name))
    expected, _ = _plain(name, network.parameters, 4.0, 5)
    search.advance(5)
    assert network.parameters.tobytes() == expected[4].tobytes()
    assert search.progress.iteration == 11
    assert search.progress.evaluations > tried


def test_there_is_no_thread_before_the_first_step_nor_after_the_last(search: Search) -> None:
    assert not _searching()
    search.advance(1)
    assert len(_searching()) == 1
    search.close()
    assert not _searching()
    search.advance(1)  # begins anew
    while search.advance(1000):
        pass
    search._course.wait()  # type: ignore[union-attr]
    assert not _searching()


def test_whoever_forgets_it_lets_its_thread_end(name: str) -> None:
    search = _search(name, Network((3, 4, 3)))
    search.advance(2)
    del search
    gc.collect()
    deadline = time.monotonic() + 60
    while _searching():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_an_error_comes_out_where_the_step_was_asked_for(network: Network, search: Search) -> None:
    del network
    search.advance(1)

    def fail() -> None:
        raise MemoryError

    search.passes.forward = fail  # type: ignore[method-assign]
    for _ in range(2):
        with pytest.raises(MemoryError):
            search.advance(1)
    search.close()
    assert not _searching()
