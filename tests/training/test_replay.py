"""Going back: rebuilt iterations against a fresh run that was stopped there."""

from __future__ import annotations

import threading
import time
import tracemalloc
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bpviz.core import Network
from bpviz.training import Diverged, Progress, Run, Schedule, TrainingSettings, Worker
from bpviz.training.checkpoints import MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.training.checkpoints import Way

OURS = ("gradient-descent", "mini-batch", "stochastic", "momentum", "adam")
SEARCHES = ("cg", "bfgs", "l-bfgs")
random = np.random.default_rng(0)
X = random.normal(size=(11, 2))
Y = np.eye(3)[X.argmax(axis=1)]


def _run(memory: int = MEMORY, **chosen: Any) -> Run:
    chosen = {"batch_size": 4, **chosen}
    run = Run(Network((2, 4, 3)), X, Y, X, Y, settings=TrainingSettings(**chosen), memory=memory)
    run._checkpoints.spacing = 0.0  # at every record, since these steps take no time
    return run


def _train(run: Run, iteration: int) -> None:
    while run.iteration < iteration and run.ending is None:
        run.advance(iteration - run.iteration)
    run.record()


# What people do to a run, at the iterations they do it.
Script = list[tuple[int, "Callable[[Run], None]"]]


def _settings(**chosen: Any) -> Callable[[Run], None]:
    return lambda run: run.change(replace(run.settings, **chosen))


def _set_weight(n: int, value: float) -> Callable[[Run], None]:
    def act(run: Run) -> None:
        theta = run.network.parameters.copy()
        theta[n % theta.size] = value
        run.replace(theta)

    return act


def _set_input(n: int, value: float) -> Callable[[Run], None]:
    def act(run: Run) -> None:
        examples = run._learner.X.copy()
        examples[n % 11, n % 2] = value
        run.replace(X=examples)

    return act


ACTIONS = st.one_of(
    st.builds(_settings, alpha=st.floats(1e-3, 1.0)),
    st.builds(_settings, lambda_=st.sampled_from([0.0, 0.5, 3.0])),
    st.builds(_settings, batch_size=st.sampled_from([None, 1, 3, 4, 20])),
    st.builds(_settings, momentum=st.sampled_from([0.0, 0.5, 0.9])),
    st.builds(_settings, seed=st.integers(0, 3)),
    st.builds(_settings, optimizer=st.sampled_from(OURS)),
    st.builds(
        _settings,
        schedule=st.builds(
            Schedule, st.sampled_from(["constant", "1/t", "cosine"]), st.integers(1, 200)
        ),
    ),
    st.builds(_set_weight, st.integers(0, 100), st.sampled_from([0.0, -0.0, 0.25, -2.0])),
    st.builds(_set_input, st.integers(0, 100), st.floats(-2, 2)),
)
SCRIPTS = st.lists(st.tuples(st.integers(0, 120), ACTIONS), max_size=8).map(
    lambda script: sorted(script, key=lambda entry: entry[0])
)


def _play(run: Run, script: Script, iteration: int) -> None:
    """Train as the script says, and stop."""
    for when, act in script:
        if when > iteration:
            break
        _train(run, when)
        assume(run.iteration == when)  # else a search has arrived before
        act(run)
    _train(run, iteration)
    assume(run.iteration == iteration)


@settings(max_examples=60)
@given(
    name=st.sampled_from(OURS),
    script=SCRIPTS,
    asked=st.lists(st.integers(0, 150), min_size=1, max_size=8),
    memory=st.sampled_from([0, 10_000, MEMORY]),
)
def test_any_iteration_is_that_of_a_fresh_run_stopped_there(
    name: str, script: Script, asked: list[int], memory: int
) -> None:
    run = _run(memory, optimizer=name)
    _play(run, script, 150)
    for iteration in asked:
        moment = run.at(iteration)
        fresh = _run(optimizer=name)
        _play(fresh, script, iteration)
        assert (moment.iteration, moment.exact, moment.sentence()) == (iteration, True, "")
        assert moment.parameters.tobytes() == fresh.network.parameters.tobytes()
        assert moment.X.tobytes() == fresh._learner.X.tobytes()
        assert moment.settings == fresh.settings
        assert moment.checkpoint.progress == fresh.progress


@settings(max_examples=15)
@given(
    first=st.sampled_from(SEARCHES),
    script=SCRIPTS,
    searches=st.lists(
        st.tuples(
            st.integers(0, 120),
            st.builds(_settings, optimizer=st.sampled_from(SEARCHES + OURS), lambda_=st.just(1e-3)),
        ),
        max_size=4,
    ),
    asked=st.lists(st.integers(0, 150), min_size=1, max_size=5),
    memory=st.sampled_from([0, 10_000, MEMORY]),
)
def test_with_searches_in_between_what_is_shown_is_what_was_there(
    *, first: str, script: Script, searches: Script, asked: list[int], memory: int
) -> None:
    script = sorted(script + searches, key=lambda entry: entry[0])
    with closing(_run(memory, optimizer=first, lambda_=1e-3)) as run:
        _play(run, script, 150)
        for iteration in asked:
            moment = run.at(iteration)
            assert moment.exact == (moment.iteration == iteration)
            with closing(_run(optimizer=first, lambda_=1e-3)) as fresh:
                _play(fresh, script, moment.iteration)
                assert moment.parameters.tobytes() == fresh.network.parameters.tobytes()
                assert moment.settings == fresh.settings
                assert moment.checkpoint.progress == fresh.progress


@settings(max_examples=20)
@given(name=st.sampled_from(OURS), script=SCRIPTS, fork=st.integers(0, 150))
def test_a_branch_with_the_same_settings_takes_the_same_steps(
    name: str, script: Script, fork: int
) -> None:
    run = _run(optimizer=name)
    _play(run, script, 150)
    other = run.branch(fork)
    _play(other, [entry for entry in script if entry[0] > fork], 150)
    assert other.network.parameters.tobytes() == run.network.parameters.tobytes()
    assert other.progress == run.progress
    assert other.latest[:7] == run.latest[:7]


def test_looking_back_changes_nothing() -> None:
    run, alone = (_run(optimizer="adam") for _ in range(2))
    for iteration in range(0, 300, 30):
        _train(run, iteration)
        run.at(iteration // 2)
    _train(run, 300)
    _train(alone, 300)
    assert run.network.parameters.tobytes() == alone.network.parameters.tobytes()


def test_what_the_history_does_not_reach_is_its_nearest_end() -> None:
    run = _run()
    _train(run, 20)
    assert [run.at(n).iteration for n in (-5, 0, 20, 10**9)] == [0, 0, 20, 20]
    branch = run.branch(12)
    _train(branch, 15)
    assert [branch.at(n).iteration for n in (0, 12, 15, 16)] == [12, 12, 15, 15]


def test_after_divergence_the_way_into_it_can_be_seen_until_training_goes_on() -> None:
    network = Network((1, 1), output="linear", cost="squared-error")
    network.parameters[:] = 0.0
    run = Run(network, [[1.0], [-1.0]], [[3.0], [-3.0]], settings=TrainingSettings(0.5))
    run._checkpoints.spacing = 0.0
    _train(run, 3)
    run.change(TrainingSettings(100.0))
    while run.ending is None:
        run.advance(1)
    assert isinstance(run.ending, Diverged)
    assert run.iteration == 3
    # Each step multiplies the distance to 3 by 1 − α, halves it before.
    assert run.at(4).parameters[1] == pytest.approx(3 + 99 * 3 / 8)
    run.change(TrainingSettings(0.5))
    run.resume()
    _train(run, 6)
    for n in range(7):
        assert run.at(n).parameters.tolist() == [0.0, 3 * (1 - 0.5**n)]


def test_a_reset_begins_another_past() -> None:
    run = _run()
    _train(run, 50)
    run.at(40)
    run.replace(X=X + 1)
    run.reset(Network((2, 4, 3), seed=9).parameters)
    _train(run, 30)
    fresh = Run(Network((2, 4, 3), seed=9), X + 1, Y, settings=run.settings)
    _train(fresh, 20)
    assert run.at(20).parameters.tobytes() == fresh.network.parameters.tobytes()
    assert run.at(40).iteration == 30


@pytest.mark.parametrize("name", SEARCHES)
def test_every_iteration_of_a_search_is_kept_while_there_is_memory(name: str) -> None:
    run = _run(optimizer=name, lambda_=1.0)
    theta = [run.network.parameters.tobytes()]
    for n in range(1, 16):
        _train(run, n)
        theta.append(run.network.parameters.tobytes())
    for n in (0, 15, 7, 8, 1):
        moment = run.at(n)
        assert moment.exact
        assert moment.parameters.tobytes() == theta[n]
    run.close()


def test_of_a_search_the_nearest_kept_iteration_is_shown_and_said() -> None:
    run = _run(memory=10_000, optimizer="l-bfgs", lambda_=1e-3)
    theta = [run.network.parameters.tobytes()]
    for n in range(1, 41):
        _train(run, n)
        theta.append(run.network.parameters.tobytes())
    shown = [run.at(n) for n in range(41)]
    kept = sorted({moment.iteration for moment in shown})
    assert kept[0] == 0
    assert len(kept) < 20
    for n, moment in enumerate(shown):
        assert moment.parameters.tobytes() == theta[moment.iteration]
        assert abs(moment.iteration - n) == min(abs(k - n) for k in kept)
        assert moment.exact == (n in kept) == (moment.sentence() == "")
        if not moment.exact:
            sentence = moment.sentence()
            assert f"iteration {moment.iteration}" in sentence
            assert f"Iteration {n} " in sentence
            assert "L-BFGS" in sentence
    run.close()


@pytest.mark.parametrize("optimizer", SEARCHES)
def test_what_is_thinned_meanwhile_is_not_searched_anew(
    optimizer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run trains on while somebody looks back, and may drop every second checkpoint."""
    run = _run(optimizer=optimizer, lambda_=1e-3)
    theta = [run.network.parameters.tobytes()]
    for n in range(1, 31):
        _train(run, n)
        theta.append(run.network.parameters.tobytes())
    kept = run._checkpoints
    kept._keep([checkpoint for checkpoint in kept._kept if checkpoint.iteration % 3 == 0])
    way = kept.way

    def and_then_thinned(iteration: int) -> Way:
        found = way(iteration)
        kept._keep(kept._thinned(kept._kept))
        return found

    monkeypatch.setattr(kept, "way", and_then_thinned)
    moment = run.at(10)
    assert moment.why == "search"
    assert moment.parameters.tobytes() == theta[moment.iteration]
    run.close()


@pytest.mark.parametrize("memory", [0, 8_000, MEMORY])
def test_what_follows_a_search_is_exact_again(memory: int) -> None:
    run = _run(memory, optimizer="momentum")
    _train(run, 30)
    run.change(replace(run.settings, optimizer="l-bfgs"))
    _train(run, 37)
    run.change(replace(run.settings, optimizer="adam", alpha=0.01))
    _train(run, 40)
    run.change(replace(run.settings, optimizer="cg"))
    run.change(replace(run.settings, optimizer="adam", batch_size=2))
    theta = {}
    for n in range(41, 120):
        _train(run, n)
        theta[n] = run.network.parameters.tobytes()
    for n in (119, 41, 80, 60):
        moment = run.at(n)
        assert moment.exact
        assert moment.parameters.tobytes() == theta[n]
    fresh = _run(optimizer="momentum")
    for n in (30, 0, 17):
        fresh.reset()
        _train(fresh, n)
        assert run.at(n).parameters.tobytes() == fresh.network.parameters.tobytes()
    assert run.at(37).exact
    run.close()


def test_patience_takes_a_kept_iteration_nearby() -> None:
    run = _run()
    run._checkpoints.spacing = 1e9
    _train(run, 1000)
    run._checkpoints.spacing = 0.0
    _train(run, 1001)
    run._checkpoints.spacing = 1e9
    _train(run, 2000)
    near = run.at(1400, patience=0.0)
    assert (near.iteration, near.exact, near.why) == (1001, False, "patience")
    assert "1,400" in near.sentence()
    assert run.at(600, patience=0.0).iteration == 1001
    assert run.at(300, patience=0.0).iteration == 0
    assert run.at(1400).exact
    assert run.at(1001, patience=0.0).exact


def test_a_worker_trains_on_while_others_look_back() -> None:
    run = _run(optimizer="adam", alpha=0.01)
    run._checkpoints.spacing = 0.002
    worker = Worker(run)
    failures: list[BaseException] = []

    def look(seed: int) -> None:
        chance = np.random.default_rng(seed)
        fresh = _run(optimizer="adam", alpha=0.01)
        try:
            for _ in range(25):
                last = int(run.history.records().iteration[-1])
                moment = run.at(int(chance.integers(last + 1)))
                if moment.iteration < fresh.iteration or moment.iteration > 4000:
                    continue
                _train(fresh, moment.iteration)
                assert moment.parameters.tobytes() == fresh.network.parameters.tobytes()
        except BaseException as error:  # noqa: BLE001 - told in the test's own thread
            failures.append(error)

    worker.start()
    time.sleep(0.05)
    threads = [threading.Thread(target=look, args=(seed,)) for seed in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert worker.running
    worker.stop()
    assert not failures


@pytest.mark.parametrize("name", ["gradient-descent", "adam", "l-bfgs"])
def test_memory_stays_within_its_bound(name: str) -> None:
    memory = 100_000
    run = _run(memory, optimizer=name, lambda_=1.0)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for n in range(600):
            run._checkpoints.stepped(run._learner, 1, 1.0)
            if n % 50 == 0:  # somebody changes a setting now and then
                run.change(replace(run.settings, alpha=0.5 / (n + 1)))
            run._learner.optimizer.progress = Progress(n + 1, n + 1, n + 1, 0)
            assert run._checkpoints.nbytes <= memory
            # What else a run makes anew in the meantime is small.
            assert tracemalloc.get_traced_memory()[0] - before < memory + 5_000
    finally:
        tracemalloc.stop()
    kept = [checkpoint.iteration for checkpoint in run._checkpoints._kept]
    # The whole run stays in reach: first, last, and no gap above twice the widest spacing.
    assert kept[0] == 0
    assert len(kept) > 30
    assert np.diff([*kept, 600]).max() <= 2 * run._checkpoints.stride
