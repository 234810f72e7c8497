"""The same numbers on a thread, whatever is asked of it meanwhile."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network, cost, cost_and_gradient
from bpviz.training import Mailbox, Run, Snapshot, TrainingSettings, Worker
from bpviz.training.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpviz.core import Array
    from bpviz.training import RunState

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])
PATIENCE = 20.0


@pytest.fixture
def make_worker() -> Iterator[Callable[..., Worker]]:
    made = []

    def make(
        alpha: float = 0.5,
        lambda_: float = 0.0,
        limit: int | None = None,
        optimizer: str = "gradient-descent",
        patience: float | None = None,
    ) -> Worker:
        settings, lazy = TrainingSettings(alpha, lambda_, optimizer), patience is not None
        run = Run(Network((2, 4, 1)), X, Y, X, Y, settings=settings, lazy=lazy)
        made.append(Worker(run, limit, patience))
        return made[-1]

    yield make
    for worker in made:
        worker.close()


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def _next(mailbox: Mailbox) -> Snapshot:
    found: list[Snapshot] = []

    def arrived() -> bool:
        snapshot = mailbox.take()
        if snapshot is not None:
            found.append(snapshot)
        return bool(found)

    _until(arrived)
    return found[0]


def _last(mailbox: Mailbox, state: str) -> Snapshot:
    while True:
        snapshot = _next(mailbox)
        if snapshot.state == state:
            return snapshot


def _plain(
    iterations: int,
    alpha: float,
    lambda_: float = 0.0,
    *,
    network: Network | None = None,
    X: Array = X,
) -> Network:
    network = Network((2, 4, 1)) if network is None else network.copy()
    for _ in range(iterations):
        _, D = cost_and_gradient(network, X, Y, lambda_)
        for theta, gradient in zip(network.theta, D, strict=True):
            theta[:] = theta - alpha * gradient
    return network


def test_a_mailbox_holds_the_newest(make_worker: Callable[..., Worker]) -> None:
    first, second = (make_worker().snapshot_now() for _ in range(2))
    mailbox = Mailbox()
    assert mailbox.take() is None
    mailbox.put(first)
    mailbox.put(second)
    assert mailbox.take() is second
    assert mailbox.take() is None


def test_the_initial_theta_lies_ready(make_worker: Callable[..., Worker]) -> None:
    snapshot = make_worker().mailbox.take()
    assert snapshot is not None
    assert (snapshot.iteration, snapshot.state, snapshot.message) == (0, "paused", "")
    assert snapshot.steps_per_second == 0
    assert np.array_equal(snapshot.parameters, Network((2, 4, 1)).parameters)


def test_a_limit_finishes_with_the_theta_of_the_plain_loop(
    make_worker: Callable[..., Worker],
) -> None:
    worker = make_worker(lambda_=0.5, limit=1500)
    worker.start()
    assert worker.wait(PATIENCE)
    snapshot = _last(worker.mailbox, "finished")
    plain = _plain(1500, 0.5, 0.5)
    assert snapshot.iteration == 1500
    assert snapshot.parameters.tobytes() == plain.parameters.tobytes()
    assert cost(plain, X, Y, 0.5) == snapshot.J
    assert "1,500" in snapshot.message
    assert snapshot.steps_per_second > 0
    assert not worker.running


def test_pauses_change_nothing(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker()
    for limit in (1, 2, 50, 51, 400, 1500):
        worker.limit = limit
        worker.start()
        time.sleep(0.0005)
        worker.pause()
        time.sleep(0.0005)
        worker.start()
        assert worker.wait(PATIENCE)
    assert worker.snapshot_now().parameters.tobytes() == _plain(1500, 0.5).parameters.tobytes()


def test_pause_leaves_the_snapshot_of_its_iteration(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker()
    worker.start()
    _until(lambda: len(worker.run.history) > 5)
    assert worker.running
    worker.pause()
    snapshot = _last(worker.mailbox, "paused")
    assert snapshot.iteration == worker.run.iteration
    assert snapshot.iteration == worker.run.history.records().iteration[-1]
    assert np.array_equal(snapshot.parameters, worker.run.network.parameters)
    plain = _plain(snapshot.iteration, 0.5)
    assert snapshot.parameters.tobytes() == plain.parameters.tobytes()
    assert cost(plain, X, Y) == snapshot.J
    assert worker.wait(PATIENCE)  # a paused worker has no thread


def test_snapshot_now_does_not_disturb_training(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker()
    worker.start()
    snapshots = [worker.snapshot_now() for _ in range(50)]
    assert worker.running
    worker.stop()
    iterations = [snapshot.iteration for snapshot in snapshots]
    assert iterations == sorted(iterations)
    assert {snapshot.state for snapshot in snapshots} == {"running"}
    last = snapshots[-1]
    assert last.parameters.tobytes() == _plain(last.iteration, 0.5).parameters.tobytes()


def test_snapshots_are_copies(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker()
    worker.start()
    snapshot = worker.snapshot_now()
    before = snapshot.parameters.copy()
    _until(lambda: worker.snapshot_now().iteration > snapshot.iteration)
    assert np.array_equal(snapshot.parameters, before)


def test_alpha_and_lambda_change_while_it_trains(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker(alpha=0.5)
    worker.start()
    worker.snapshot_now()
    worker.settings = TrainingSettings(0.001, 4.0)
    assert worker.settings == TrainingSettings(0.001, 4.0)
    assert worker.running
    at_change = worker.snapshot_now()
    assert at_change.settings == TrainingSettings(0.001, 4.0)
    _until(lambda: worker.snapshot_now().iteration > at_change.iteration + 200)
    worker.stop()
    later = worker.snapshot_now()
    network = Network((2, 4, 1))
    network.parameters[:] = at_change.parameters
    assert cost(network, X, Y, 4.0) == at_change.J
    for _ in range(later.iteration - at_change.iteration):
        _, D = cost_and_gradient(network, X, Y, 4.0)
        for theta, gradient in zip(network.theta, D, strict=True):
            theta[:] = theta - 0.001 * gradient
    assert later.parameters.tobytes() == network.parameters.tobytes()


def test_alpha_changes_while_it_pauses(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker(alpha=0.5, limit=100)
    worker.settings = TrainingSettings(0.25)
    assert worker.snapshot_now().settings.alpha == 0.25
    worker.start()
    assert worker.wait(PATIENCE)
    assert worker.snapshot_now().parameters.tobytes() == _plain(100, 0.25).parameters.tobytes()


def test_training_goes_on_from_another_theta(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker()
    worker.start()
    _until(lambda: worker.snapshot_now().iteration > 100)
    other = Network((2, 4, 1), seed=3)
    snapshot = worker.replace(other.parameters)
    assert snapshot is not None
    assert snapshot.state == "running"
    assert snapshot.iteration == snapshot.record.iteration
    assert snapshot.parameters.tobytes() == other.parameters.tobytes()
    assert cost(other, X, Y) == snapshot.J
    worker.stop()
    last = worker.snapshot_now()
    expected = _plain(last.iteration - snapshot.iteration, 0.5, network=other)
    assert last.parameters.tobytes() == expected.parameters.tobytes()


def test_a_theta_that_does_not_fit_leaves_training_alone(
    make_worker: Callable[..., Worker],
) -> None:
    worker = make_worker()
    worker.start()
    with pytest.raises(ValueError, match=r"^parameters must"):
        worker.replace([1.0])
    with pytest.raises(ValueError, match=r"^X must have 4 rows; it has 1"):
        worker.replace(X=[[0.0, 1.0]])
    assert worker.running
    before = worker.snapshot_now().iteration
    _until(lambda: worker.snapshot_now().iteration > before)


@contextmanager
def _held_up(worker: Worker, error: Exception | None = None) -> Iterator[None]:
    """Have the worker in a step that takes as long as this, and may fail."""
    stepping, ended = threading.Event(), threading.Event()
    optimizer = worker.run._learner.optimizer
    advance = optimizer.advance

    def slow(steps: int) -> int:
        stepping.set()
        assert ended.wait(PATIENCE)
        if error is not None:
            raise error
        return advance(steps)

    optimizer.advance = slow  # type: ignore[method-assign]
    worker.start()
    assert stepping.wait(PATIENCE)
    try:
        yield
    finally:
        optimizer.advance = advance  # type: ignore[method-assign]
        ended.set()


def test_a_long_step_keeps_nobody_waiting_who_has_no_patience(
    make_worker: Callable[..., Worker],
) -> None:
    worker = make_worker(alpha=0.25, patience=0.01)
    first, last = (Network((2, 4, 1), seed=seed) for seed in (3, 4))
    changed = X + 0.5
    with _held_up(worker):
        assert worker.replace(first.parameters) is None
        assert worker.replace(X=changed) is None
        assert worker.replace(last.parameters) is None
        worker.settings = TrainingSettings(0.5)
        assert worker.mailbox.take() is None  # what lay there was of another Θ
        assert worker.X.tobytes() == changed.tobytes()
        assert worker.run.X.tobytes() == X.tobytes()
        worker.pause()
        assert worker.at_work
    assert worker.wait(PATIENCE)
    snapshot = worker.mailbox.take()
    assert snapshot is not None
    _until(lambda: not worker.at_work)
    assert snapshot.state == "paused"
    assert snapshot.measured
    assert snapshot.parameters.tobytes() == last.parameters.tobytes()
    assert cost(last, changed, Y) == snapshot.J
    worker.start()
    _until(lambda: worker.run.iteration > snapshot.iteration)
    worker.stop()
    steps = worker.run.iteration - snapshot.iteration
    expected = _plain(steps, 0.5, network=last, X=changed)
    assert worker.run.network.parameters.tobytes() == expected.parameters.tobytes()


def test_many_examples_are_taken_over_on_the_thread(
    make_worker: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.training.worker._MANY", 0)
    worker = make_worker(alpha=0.25, patience=0.01)
    network = worker.run.network.copy()
    for changed in (X + 0.5, X - 0.5):
        assert worker.replace(X=changed) is None
        assert worker.X.tobytes() == changed.tobytes()
        assert worker.wait(PATIENCE)
        snapshot = worker.mailbox.take()
        assert snapshot is not None
        assert snapshot.state == "paused"
        assert cost(network, changed, Y) == snapshot.J
    assert worker.replace(X=X) is None
    assert worker.state().X.tobytes() == X.tobytes()  # whoever takes it over
    assert worker.wait(PATIENCE)
    assert worker.at_work
    assert worker.mailbox.take() is not None
    _until(lambda: not worker.at_work)


def test_what_is_asked_for_during_a_step_that_fails_is_not_lost(
    make_worker: Callable[..., Worker],
) -> None:
    worker = make_worker(patience=0.01)
    other = Network((2, 4, 1), seed=3)
    with _held_up(worker, MemoryError()):
        assert worker.replace(other.parameters, X + 0.5) is None
    assert worker.wait(PATIENCE)
    snapshot = _last(worker.mailbox, "failed")
    assert "MemoryError" in snapshot.message
    assert snapshot.parameters.tobytes() == other.parameters.tobytes()
    assert cost(other, X + 0.5, Y) == snapshot.J
    assert not worker.at_work


def test_a_failure_is_told_whatever_else_fails(
    make_worker: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = make_worker(patience=0.01)
    with _held_up(worker):
        assert worker.replace(Network((2, 4, 1), seed=3).parameters) is None
        monkeypatch.setattr(worker.run, "_checkpoints", None)
    assert worker.wait(PATIENCE)
    snapshot = _last(worker.mailbox, "failed")
    assert snapshot.message
    assert snapshot.parameters.tobytes() == _plain(snapshot.iteration, 0.5).parameters.tobytes()
    worker.settings = TrainingSettings(0.25)
    assert worker.mailbox.take() is not None
    assert not worker.at_work


@pytest.mark.parametrize("ending", ["diverged", "failed", "finished"])
def test_what_is_asked_for_after_an_ending_does_not_train(
    make_worker: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr("bpviz.training.observer._LONG", 0)
    monkeypatch.setattr("bpviz.training.worker._MANY", 0)
    worker = make_worker(alpha=1e200 if ending == "diverged" else 0.5, patience=0.01)
    if ending == "failed":
        with _held_up(worker, RuntimeError("no")):
            pass
    else:
        worker.limit = 10 if ending == "finished" else None
        worker.start()
    assert worker.wait(PATIENCE)
    last = _last(worker.mailbox, ending)
    worker.limit = None
    other = Network((2, 4, 1), seed=3)
    for parameters, examples in ((other.parameters, None), (None, X + 0.5)):
        promised = worker.replace(parameters, examples)
        assert promised is None or promised.state == "paused"
        assert worker.wait(PATIENCE)
        snapshot = worker.mailbox.take()
        assert snapshot is not None
        assert (snapshot.state, snapshot.iteration) == ("paused", last.iteration)
        assert snapshot.measured
    assert cost(other, X + 0.5, Y) == worker.run.latest.J


def test_a_failing_step_is_told_of_whatever_has_been_pressed(
    make_worker: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.training.observer._LONG", 0)
    worker = make_worker(patience=0.01)
    other = Network((2, 4, 1), seed=3)
    with _held_up(worker, RuntimeError("no")):
        worker.settings = TrainingSettings(0.25)
        worker.replace(other.parameters)
        worker.pause()
    assert worker.wait(PATIENCE)
    snapshot = _last(worker.mailbox, "failed")
    assert snapshot.parameters.tobytes() == other.parameters.tobytes()
    _until(lambda: not worker.run.due)
    assert cost(other, X, Y) == worker.run.latest.J


def test_who_has_no_patience_gets_the_last_snapshot(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker(patience=0.01)
    initial = worker.mailbox.take()
    with _held_up(worker):
        snapshot = worker.snapshot_now()
    assert initial is not None
    assert snapshot.parameters.tobytes() == initial.parameters.tobytes()


def test_who_lays_it_down_comes_between_two_tasks(
    make_worker: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often another Θ is asked for meanwhile, as by a slider that is pulled."""
    monkeypatch.setattr("bpviz.training.observer._LONG", 0)
    worker = make_worker(patience=0.01)
    record = worker.run.record

    def asked_again() -> None:
        record()
        worker._asked = Network((2, 4, 1), seed=3).parameters, None

    worker.replace(Network((2, 4, 1), seed=4).parameters)
    monkeypatch.setattr(worker.run, "record", asked_again)
    keeper = threading.Thread(target=worker.state)
    keeper.start()
    keeper.join(PATIENCE)
    assert not keeper.is_alive()
    monkeypatch.undo()
    assert worker.wait(PATIENCE)


def test_J_that_takes_long_is_measured_on_the_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bpviz.training.observer._LONG", 0)
    network = Network((2, 4, 1))
    worker = Worker(Run(network, X, Y, X, Y, lazy=True))
    unmeasured = worker.mailbox.take()
    assert unmeasured is not None
    assert not unmeasured.measured
    assert np.isnan(unmeasured.J)
    assert not worker.at_work
    worker.measure()
    assert worker.wait(PATIENCE)
    snapshot = worker.mailbox.take()
    assert snapshot is not None
    assert (snapshot.measured, snapshot.state, snapshot.iteration) == (True, "paused", 0)
    assert cost(network, X, Y) == snapshot.J
    # With another λ, J is another.
    worker.settings = TrainingSettings(0.5, 4.0)
    assert worker.wait(PATIENCE)
    snapshot = worker.mailbox.take()
    assert snapshot is not None
    assert cost(network, X, Y, 4.0) == snapshot.J
    assert worker.run.history.records().J.tolist() == [snapshot.J]
    # Training measures it before its first step.
    other = Network((2, 4, 1), seed=3)
    assert worker.replace(other.parameters) is not None
    worker.limit = 20
    worker.start()
    assert worker.wait(PATIENCE)
    records = worker.run.history.records()
    assert records.J[0] == cost(other, X, Y, 4.0)
    assert np.isfinite(records.J).all()
    expected = _plain(20, 0.5, 4.0, network=other)
    assert worker.run.network.parameters.tobytes() == expected.parameters.tobytes()
    worker.close()


def test_while_it_is_laid_down_nobody_waits(
    make_worker: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = make_worker(limit=10, patience=0.01)
    laying, ended = threading.Event(), threading.Event()
    state = worker.run.state

    def slow() -> RunState:
        laying.set()
        assert ended.wait(PATIENCE)
        return state()

    monkeypatch.setattr(worker.run, "state", slow)
    kept: list[RunState] = []
    keeper = threading.Thread(target=lambda: kept.append(worker.state()))
    keeper.start()
    assert laying.wait(PATIENCE)
    before = worker.run.network.parameters.copy()
    other = Network((2, 4, 1), seed=3)
    worker.settings = TrainingSettings(0.25)
    assert worker.replace(other.parameters) is None
    with worker.resting():
        worker.start()
    assert worker.running
    ended.set()
    keeper.join(PATIENCE)
    assert kept[0].now.parameters.tobytes() == before.tobytes()
    assert kept[0].now.settings.alpha == 0.5
    assert worker.wait(PATIENCE)
    last = _last(worker.mailbox, "finished")
    expected = _plain(10, 0.25, network=other)
    assert last.parameters.tobytes() == expected.parameters.tobytes()


def test_divergence_stops_it_and_a_smaller_alpha_goes_on(
    make_worker: Callable[..., Worker],
) -> None:
    worker = make_worker(alpha=1e200)
    worker.start()
    assert worker.wait(PATIENCE)
    snapshot = _last(worker.mailbox, "diverged")
    assert np.isfinite(snapshot.parameters).all()
    assert "smaller α" in snapshot.message
    assert snapshot.iteration == 0
    worker.settings, worker.limit = TrainingSettings(0.5), 300
    worker.start()
    assert worker.wait(PATIENCE)
    last = _last(worker.mailbox, "finished")
    assert last.parameters.tobytes() == _plain(300, 0.5).parameters.tobytes()


def test_an_exception_is_told_and_the_thread_ends(
    make_worker: Callable[..., Worker], caplog: pytest.LogCaptureFixture
) -> None:
    worker = make_worker()
    worker.limit = 10
    worker.start()
    assert worker.wait(PATIENCE)
    optimizer = worker.run._learner.optimizer
    broken = optimizer.advance

    def fail(steps: int) -> int:
        broken(1)
        raise RuntimeError(f"no more than {steps} of these")

    optimizer.advance = fail  # type: ignore[method-assign]
    worker.limit = None
    worker.start()
    assert worker.wait(PATIENCE)
    snapshot = _last(worker.mailbox, "failed")
    assert "RuntimeError: no more than" in snapshot.message
    assert snapshot.iteration == 10
    assert snapshot.parameters.tobytes() == _plain(10, 0.5).parameters.tobytes()
    assert "training failed" in caplog.text
    worker.limit = 30  # and it can be started again
    worker.start()
    assert worker.wait(PATIENCE)
    assert worker.snapshot_now().parameters.tobytes() == _plain(30, 0.5).parameters.tobytes()


def test_snapshots_come_at_most_sixty_times_a_second(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker()
    count = 0
    put = worker.mailbox.put

    def counted(snapshot: Snapshot) -> None:
        nonlocal count
        count += 1
        put(snapshot)

    worker.mailbox.put = counted  # type: ignore[method-assign]
    start = time.monotonic()
    worker.start()
    time.sleep(0.3)
    worker.stop()
    assert 1 <= count <= 60 * (time.monotonic() - start) + 3  # and the first and last


def test_theta_is_published_although_J_takes_long(
    make_worker: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = make_worker()
    worker.start()
    _until(lambda: worker.snapshot_now().steps_per_second > 0)
    monkeypatch.setattr(Pace, "stride_from", lambda *_: 10**9)
    for _ in range(3):
        snapshot = _next(worker.mailbox)
    worker.stop()
    assert snapshot.iteration > snapshot.record.iteration
    plain = _plain(snapshot.iteration, 0.5)
    assert snapshot.parameters.tobytes() == plain.parameters.tobytes()
    last = worker.snapshot_now()
    assert last.iteration == last.record.iteration


def test_it_rests_while_somebody_draws_and_can_be_stopped_then(
    make_worker: Callable[..., Worker],
) -> None:
    worker = make_worker()
    worker.start()
    _until(lambda: worker.run.iteration > 100)
    with worker.resting():
        _until(lambda: not worker._stepping)
        rested = worker.run.iteration
        time.sleep(0.05)
        assert worker.run.iteration == rested
        assert worker.running
    _until(lambda: worker.run.iteration > rested)
    with worker.resting():
        worker.stop()
    assert worker.wait(0)
    reference = _plain(worker.run.iteration, 0.5)
    np.testing.assert_allclose(worker.run.network.parameters, reference.parameters, rtol=1e-9)


def test_others_may_ask_all_at_once(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker()
    worker.start()
    failures: list[BaseException] = []

    def bother(n: int) -> None:
        try:
            for k in range(60):
                if n == 0:
                    worker.settings = TrainingSettings(0.5 + k / 1000)
                elif n == 1:
                    worker.pause() if k % 2 else worker.start()
                elif n == 2:
                    worker.replace(Network((2, 4, 1)).parameters)
                else:
                    snapshot = worker.snapshot_now()
                    network = Network((2, 4, 1))
                    network.parameters[:] = snapshot.parameters
                    assert cost(network, X, Y) == snapshot.J
        except BaseException as error:  # noqa: BLE001 - told in the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=bother, args=(n % 4,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads)
    assert not failures


def test_a_search_pauses_between_iterations_and_ends_with_a_sentence(
    make_worker: Callable[..., Worker],
) -> None:
    worker = make_worker(lambda_=0.01, optimizer="l-bfgs")
    alone = Run(Network((2, 4, 1)), X, Y, settings=worker.settings)
    theta = {}
    while alone.ending is None:
        alone.advance(1)
        theta[alone.iteration] = alone.network.parameters.tobytes()
    for limit in (1, 2, 5):
        worker.limit = limit
        worker.start()
        assert worker.wait(PATIENCE)
        snapshot = worker.snapshot_now()
        assert snapshot.iteration == limit
        assert snapshot.parameters.tobytes() == theta[limit]
    worker.limit = None
    worker.start()
    assert worker.wait(PATIENCE)
    snapshot = _last(worker.mailbox, "finished")
    assert snapshot.iteration == alone.iteration
    assert "L-BFGS has arrived" in snapshot.message
    columns = worker.run.history.records()
    assert columns.iteration.tolist() == [*range(alone.iteration + 1)]  # each of them
    assert columns.evaluations[-1] == len(worker.run.history.trials().J) >= alone.iteration


def test_a_dismissed_worker_leaves_no_thread_behind(make_worker: Callable[..., Worker]) -> None:
    def searching() -> bool:
        return any(thread.name.startswith("bpviz") for thread in threading.enumerate())

    paused, training = (make_worker(lambda_=0.01, optimizer="l-bfgs") for _ in range(2))
    paused.limit = 3
    paused.start()
    assert paused.wait(PATIENCE)
    assert searching()
    paused.dismiss()
    _until(lambda: not searching())
    training.start()
    training.dismiss()
    _until(lambda: not searching())
    paused.limit = None
    paused.start()  # and it can be taken up again
    _until(lambda: paused.run.iteration > 3)


def test_the_optimizer_may_change_while_it_trains(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker(alpha=0.01, lambda_=0.1)
    worker.start()
    for name in ("l-bfgs", "adam", "cg", "stochastic", "bfgs", "momentum", "mini-batch"):
        before = worker.snapshot_now().iteration
        worker.settings = replace(worker.settings, optimizer=name)
        # A search may have arrived before anybody looks.
        _until(lambda at=before: worker.snapshot_now().iteration > at or not worker.running)  # type: ignore[misc]
        worker.start()
    worker.pause()
    assert worker.wait(PATIENCE)


def test_an_optimizer_that_cannot_train_it_is_refused(make_worker: Callable[..., Worker]) -> None:
    large = Worker(Run(Network((200, 20, 2)), np.ones((2, 200)), np.eye(2)))
    with pytest.raises(ValueError, match="BFGS keeps"):
        large.settings = replace(large.settings, optimizer="bfgs")
    assert large.settings.optimizer == large.run.settings.optimizer == "gradient-descent"
    with pytest.raises(ValueError, match="BFGS keeps"):
        Run(
            large.run.network,
            np.ones((2, 200)),
            np.eye(2),
            settings=TrainingSettings(0.1, 0, "bfgs"),
        )
    make_worker().settings = TrainingSettings(optimizer="bfgs")
