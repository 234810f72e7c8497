"""A run laid down and taken up goes on as if nothing had happened."""

from dataclasses import replace

import numpy as np
import pytest

from bpviz.core import Network
from bpviz.data import load
from bpviz.training import OPTIMIZERS, Run, TrainingSettings


def run_of(optimizer: str) -> Run:
    data = load("iris")
    network = Network(data.layers, seed=3)
    settings = TrainingSettings(0.05, 0.1, optimizer)
    return Run(network, data.X_train, data.Y_train, settings=settings, name="run 1")


def advanced(run: Run, iteration: int) -> Run:
    while run.iteration < iteration:
        assert run.advance(iteration - run.iteration)
    run.record()
    return run


def taken_up(run: Run) -> Run:
    other = run_of(run.settings.optimizer)
    state = run.state()
    other.replace(X=state.X)
    other.take_up(state)
    return other


@pytest.mark.parametrize(
    "optimizer", [name for name, kind in OPTIMIZERS.items() if kind.repeatable]
)
def test_going_on_takes_the_very_same_steps(optimizer: str) -> None:
    run = advanced(run_of(optimizer), 37)
    other = taken_up(run)
    assert (other.iteration, other.name, other.latest.J) == (37, "run 1", run.latest.J)
    for each in (run, other):
        advanced(each, 60)
    np.testing.assert_array_equal(other.network.parameters, run.network.parameters)
    np.testing.assert_array_equal(other.at(20).parameters, run.at(20).parameters)


def test_changes_made_by_hand_are_replayed() -> None:
    run = advanced(run_of("adam"), 10)
    X = load("iris").X_train.copy()
    X[4] += 0.25
    run.replace(X=X)
    advanced(run, 20)
    run.change(replace(run.settings, alpha=0.01))
    run.replace(run.network.parameters + 0.125)
    advanced(run, 30)
    other = taken_up(run)
    for iteration in (0, 5, 10, 15, 20, 25, 30):
        moment, expected = other.at(iteration), run.at(iteration)
        np.testing.assert_array_equal(moment.parameters, expected.parameters)
        np.testing.assert_array_equal(moment.X, expected.X)


@pytest.mark.parametrize(
    "optimizer", [name for name, kind in OPTIMIZERS.items() if not kind.repeatable]
)
def test_what_a_search_had_kept_is_kept(optimizer: str) -> None:
    run = advanced(run_of(optimizer), 12)
    other = taken_up(run)
    for iteration in range(13):
        np.testing.assert_array_equal(other.at(iteration).parameters, run.at(iteration).parameters)
    np.testing.assert_array_equal(other.history.trials(), run.history.trials())
    advanced(other, 15)
    assert other.latest.J < run.latest.J
    run.close()
    other.close()


def test_a_branch_knows_where_it_comes_from() -> None:
    branch = advanced(advanced(run_of("adam"), 10).branch(6, name="run 2"), 9)
    other = taken_up(branch)
    assert other.origin is not None
    assert (other.origin.name, other.origin.iteration, other.name) == ("run 1", 6, "run 2")
    assert other.history.records().iteration[0] == 6


def test_parts_that_do_not_fit_are_refused() -> None:
    state = advanced(run_of("adam"), 5).state()
    bent = (
        replace(state, now=state.now._replace(memory=state.now.memory[1:])),
        replace(state, start=state.start._replace(parameters=np.zeros(2))),
        replace(state, records=state.records[:, ::-1]),
        replace(state, records=state.records[:3]),
        replace(state, spacing=(0, 1)),
        replace(state, past=state.past._replace(kept=())),
    )
    for wrong in bent:
        with pytest.raises((ValueError, IndexError)):
            run_of("adam").take_up(wrong)


@pytest.mark.parametrize("optimizer", ["momentum", "adam", "bfgs"])
@pytest.mark.parametrize("other", ["momentum", "adam", "l-bfgs", "gradient-descent"])
def test_a_run_that_has_ended_is_taken_up_with_what_was_chosen_since(
    optimizer: str, other: str
) -> None:
    run = advanced(run_of(optimizer), 12)
    run.fail(ValueError("by hand"))
    run.change(replace(run.settings, optimizer=other))
    again = taken_up(run)
    assert again.settings == run.settings
    for each in (run, again):
        advanced(each, 40)
    np.testing.assert_array_equal(again.network.parameters, run.network.parameters)
    for iteration in (0, 12, 13, 25, 40):
        moment, expected = again.at(iteration), run.at(iteration)
        assert moment.iteration == expected.iteration
        np.testing.assert_array_equal(moment.parameters, expected.parameters)
    np.testing.assert_array_equal(again.at(40).parameters, run.network.parameters)
    for each in (run, again):
        each.close()
