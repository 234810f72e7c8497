"""A run against the plain loop, its records against core, its endings."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import root_mean_squared_error

from bpviz.core import Network, accuracy, cost, cost_and_gradient, forward
from bpviz.training import OPTIMIZERS, Converged, Diverged, Failed, Run, TrainingSettings
from bpviz.training.optimizers import GradientDescent
from bpviz.training.pace import Pace

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])
X_HELD_BACK = X + 0.1


def _run(alpha: float = 0.5, lambda_: float = 0.0, layers: tuple[int, ...] = (2, 4, 1)) -> Run:
    chosen = TrainingSettings(alpha, lambda_)
    return Run(Network(layers), X, Y, X_HELD_BACK, Y, settings=chosen)


def _train(run: Run, iteration: int) -> None:
    while run.iteration < iteration and run.ending is None:
        run.advance(iteration - run.iteration)


def _plain(network: Network, iterations: int, alpha: float, lambda_: float) -> None:
    for _ in range(iterations):
        _, D = cost_and_gradient(network, X, Y, lambda_)
        for theta, gradient in zip(network.theta, D, strict=True):
            theta[:] = theta - alpha * gradient


def _linear(alpha: float) -> Run:
    """Fit y = 3 x: J and its whole course are known by hand."""
    network = Network((1, 1), output="linear", cost="squared-error")
    network.parameters[:] = 0.0
    return Run(network, [[1.0], [-1.0]], [[3.0], [-3.0]], settings=TrainingSettings(alpha))


def test_the_network_given_is_left_alone() -> None:
    network = Network((2, 4, 1))
    before = network.parameters.copy()
    run = Run(network, X, Y)
    run.advance(1)
    assert np.array_equal(network.parameters, before)
    assert not np.array_equal(run.network.parameters, before)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=8))
def test_pieces_of_any_size_equal_the_plain_loop_to_the_last_bit(pieces: list[int]) -> None:
    run, plain = _run(lambda_=0.5), Network((2, 4, 1))
    for piece in pieces:
        _train(run, run.iteration + piece)
        run.record()
    assert run.iteration == sum(pieces)
    _plain(plain, run.iteration, 0.5, 0.5)
    assert run.network.parameters.tobytes() == plain.parameters.tobytes()


def test_records_are_those_of_the_plain_loop() -> None:
    run = _run(lambda_=0.5)
    _train(run, 300)
    run.record()
    columns = run.history.records()
    assert columns.iteration[0] == 0
    assert columns.iteration[-1] == 300
    assert (np.diff(columns.iteration) > 0).all()
    plain = Network((2, 4, 1))
    done = 0
    for n, J, J_validation, right, right_validation in zip(*columns[:5], strict=True):
        _plain(plain, int(n) - done, 0.5, 0.5)
        done = int(n)
        assert cost(plain, X, Y, 0.5) == J
        assert J_validation == cost(plain, X_HELD_BACK, Y)
        assert right == accuracy(forward(plain, X).h, Y)
        assert right_validation == accuracy(forward(plain, X_HELD_BACK).h, Y)


def test_without_held_back_examples_there_are_no_numbers_for_them() -> None:
    for none in (None, np.empty((0, 2))):
        run = Run(Network((2, 4, 1)), X, Y, none, None if none is None else np.empty((0, 1)))
        run.advance(1)
        assert math.isnan(run.latest.J_validation)
        assert math.isnan(run.latest.accuracy_validation)


def test_accuracy_is_told_of_classes_only() -> None:
    network = Network((2, 1), output="linear", cost="squared-error")
    assert not math.isnan(Run(network, X, Y).latest.accuracy)
    assert math.isnan(Run(network, X, Y).latest.error)
    assert math.isnan(Run(network, X, 2.5 * Y).latest.accuracy)


def test_error_is_that_of_scikit_learn_and_told_of_numbers_only() -> None:
    network = Network((2, 1), output="linear", cost="squared-error")
    settings = TrainingSettings(alpha=0.01, lambda_=3.0)
    run = Run(network, X, 2.5 * Y, X_HELD_BACK, 2.5 * Y, settings=settings)
    run.advance(5)
    run.record()
    for examples, error in (
        (X, run.latest.error),
        (X_HELD_BACK, run.latest.error_validation),
    ):
        h = forward(run.network, examples).h
        assert error == pytest.approx(root_mean_squared_error(2.5 * Y, h), rel=1e-12)
    records = run.history.records()
    assert records.error[-1] == run.latest.error
    assert records.error_validation[-1] == run.latest.error_validation


def test_who_knows_says_that_0_and_1_are_numbers_to_be_fitted() -> None:
    network = Network((2, 1), output="linear", cost="squared-error")
    run = Run(network, X, Y, X_HELD_BACK, Y, classes=False)
    for fitted in (run, run.branch(0)):
        assert math.isnan(fitted.latest.accuracy)
        assert math.isnan(fitted.latest.accuracy_validation)
        h = forward(network, X).h
        assert fitted.latest.error == pytest.approx(root_mean_squared_error(Y, h), rel=1e-12)


def test_iteration_0_is_recorded_before_any_step() -> None:
    run = _run()
    assert run.latest.iteration == 0
    assert cost(Network((2, 4, 1)), X, Y) == run.latest.J
    assert len(run.history) == 1


def test_a_stride_is_kept_between_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pace, "stride_from", lambda *_: 10)
    run = _run()
    assert run.advance(25) == 10
    assert run.advance(4) == 4
    assert run.advance(25) == 6
    assert run.history.records().iteration.tolist() == [0, 10, 20]
    run.history._records.spacing = 40
    _train(run, 100)
    assert run.history.records().iteration.tolist() == [0, 10, 20, 60, 100]


def test_the_beginning_is_recorded_densely_however_fast_steps_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured = Pace.measured
    # The times of a machine at rest; a busy one records less.
    monkeypatch.setattr(Pace, "measured", lambda pace, n, *_: measured(pace, n, n * 8e-6, 4e-5))
    run = _run(alpha=0.5)
    _train(run, 500)
    at = run.history.records().iteration
    steps = np.diff(at)
    assert (steps <= np.maximum(1, at[:-1] // 50)).all()
    run.change(replace(run.settings, optimizer="momentum"))  # J falls anew
    _train(run, 700)
    again = np.diff(run.history.records().iteration[len(at) :])
    assert (again == 1).all()


def test_a_change_of_alpha_acts_from_the_next_step() -> None:
    run, plain = _run(alpha=0.5), Network((2, 4, 1))
    _train(run, 7)
    run.change(TrainingSettings(alpha=0.125))
    _train(run, 20)
    _plain(plain, 7, 0.5, 0.0)
    _plain(plain, 13, 0.125, 0.0)
    assert run.network.parameters.tobytes() == plain.parameters.tobytes()


def test_a_change_of_lambda_is_another_J_and_no_divergence() -> None:
    run = _run(alpha=0.5)
    _train(run, 5000)
    assert run.latest.J < 0.01
    run.change(TrainingSettings(alpha=1e-6, lambda_=5.0))
    assert cost(run.network, X, Y, 5.0) == run.latest.J
    assert run.history.records().J[-1] == run.latest.J
    _train(run, 5100)
    assert run.ending is None


def test_reset_repeats_the_run() -> None:
    run = _run()
    initial = run.network.parameters.copy()
    _train(run, 50)
    trained = run.network.parameters.copy()
    run.reset()
    assert run.iteration == 0
    assert len(run.history) == 1
    assert np.array_equal(run.network.parameters, initial)
    _train(run, 50)
    assert np.array_equal(run.network.parameters, trained)


def test_reset_to_another_theta() -> None:
    run = _run()
    other = Network((2, 4, 1), seed=7)
    run.reset(other.parameters)
    assert cost(other, X, Y) == run.latest.J
    run.advance(1)
    run.reset()
    assert np.array_equal(run.network.parameters, other.parameters)


@pytest.mark.parametrize("parameters", [[1.0, 2.0], [math.nan] * 17, [[0.0] * 17]])
def test_reset_refuses_what_is_no_theta(parameters: list[float]) -> None:
    run = _run()
    run.advance(1)
    before = run.network.parameters.copy()
    with pytest.raises(ValueError, match="parameters must be 17 finite numbers"):
        run.reset(parameters)
    assert run.iteration == 1
    assert np.array_equal(run.network.parameters, before)


def test_unfit_examples_are_refused_by_name() -> None:
    network = Network((2, 4, 1))
    with pytest.raises(ValueError, match=r"^X must"):
        Run(network, X[:, :1], Y)
    with pytest.raises(ValueError, match=r"^validation examples: Y must"):
        Run(network, X, Y, X, Y[:2])


def test_divergence_by_growth_keeps_the_best_theta() -> None:
    # Θ ← (1 − α) (Θ − 3) + 3 with the slope −2.5: J = 4.5 · 6.25ⁿ, past a thousandfold at n = 4.
    run = _linear(alpha=3.5)
    assert run.latest.J == 4.5
    while run.ending is None:
        run.advance(1)
        run.record()  # else the next one may be due only when J is no number any more
    ending = run.ending
    assert isinstance(ending, Diverged)
    assert pytest.approx(4.5 * 6.25**4) == ending.J
    assert ending.iteration == 4
    assert ending.kept == 0
    assert run.iteration == run.latest.iteration == 0
    assert np.array_equal(run.network.parameters, [0.0, 0.0])
    assert run.history.records().J[-1] == ending.J  # the curve shows what happened
    assert "thousandfold" in ending.sentence()
    assert "α = 3.5" in ending.sentence()
    assert "0.35" in ending.sentence()


def test_divergence_beyond_all_numbers() -> None:
    run = _linear(alpha=1e200)
    _train(run, 1000)
    run.record()
    assert isinstance(run.ending, Diverged)
    assert np.isfinite(run.network.parameters).all()
    assert np.isfinite(run.history.records().J).all()
    assert "finite" in run.ending.sentence()


def test_after_divergence_a_smaller_alpha_goes_on_from_the_best_theta() -> None:
    run = _linear(alpha=0.5)
    _train(run, 3)
    run.record()
    run.change(TrainingSettings(alpha=100.0))
    _train(run, 1000)
    run.record()
    assert isinstance(run.ending, Diverged)
    assert run.ending.kept == run.iteration == 3
    run.change(TrainingSettings(alpha=0.5))
    while run.iteration < 6:
        run.advance(6 - run.iteration)
    run.record()
    columns = run.history.records()
    # Each step halves the slope's distance to 3 (X is balanced, so the bias stays 0).
    assert run.network.parameters.tolist() == [0.0, 3 * (1 - 0.5**6)]
    assert (np.diff(columns.iteration) > 0).all()
    assert (np.diff(columns.J) < 0).all()


def test_a_tiny_J_may_multiply() -> None:
    """At the bottom of a perfect fit a larger α is no divergence while J stays small."""
    run = _linear(alpha=0.5)
    _train(run, 60)
    run.record()
    assert run.latest.J < 1e-25
    run.network.parameters[1] += 1e-4
    run.reset(run.network.parameters)
    _train(run, 60)
    run.record()
    assert run.latest.J < 1e-25
    run.change(TrainingSettings(alpha=2.0))  # swings around the minimum for ever
    run.network.parameters[1] += 1e-5
    run._learner.passes.forward()
    _train(run, 200)
    assert run.ending is None


def test_no_warning_leaves_the_loop() -> None:
    run = _run(alpha=1e300)
    with np.errstate(all="raise"):
        _train(run, 50)
    assert np.isfinite(run.network.parameters).all()


def test_failure_goes_back_and_says_so() -> None:
    run = _run()
    _train(run, 20)
    run.record()
    kept = run.latest
    run.network.parameters[:] = math.nan
    run.fail(MemoryError())
    assert run.ending == Failed("MemoryError", kept.iteration)
    assert np.isfinite(run.network.parameters).all()
    assert "MemoryError" in run.ending.sentence()
    run.resume()
    _train(run, 25)
    plain = Network((2, 4, 1))
    _plain(plain, 25, 0.5, 0.0)
    assert run.network.parameters.tobytes() == plain.parameters.tobytes()


def test_another_optimizer_may_take_over(monkeypatch: pytest.MonkeyPatch) -> None:
    class Halved(GradientDescent):
        name = "halved"

        def update(self, D: np.ndarray) -> None:
            self.theta -= 0.5 * D

    for user in ("settings", "learner", "checkpoints"):
        known = {**OPTIMIZERS, "halved": Halved}
        monkeypatch.setattr(f"bpviz.training.{user}.OPTIMIZERS", known)
    run, plain = _run(alpha=0.25), Network((2, 4, 1))
    _train(run, 4)
    run.change(TrainingSettings(alpha=0.25, optimizer="halved"))
    _train(run, 9)
    _plain(plain, 4, 0.25, 0.0)
    _plain(plain, 5, 0.5, 0.0)
    assert run.network.parameters.tobytes() == plain.parameters.tobytes()


def _searched(run: Run) -> Converged:
    while run.ending is None:
        run.advance(1000)
    assert isinstance(run.ending, Converged)
    return run.ending


def test_a_search_that_has_arrived_ends_the_run_and_can_be_taken_up() -> None:
    both = np.array([[0.0], [0.0], [0.0], [1.0]])
    run = Run(Network((2, 4, 1)), X, both, settings=TrainingSettings(0.5, 0.01, "l-bfgs"))
    ending = _searched(run)
    assert ending.arrived
    assert ending.state == "finished"
    assert "L-BFGS has arrived" in ending.sentence()
    assert run.latest.iteration == run.iteration == ending.iteration
    _, D = cost_and_gradient(run.network, X, both, 0.01)
    assert max(np.abs(d).max() for d in D) <= 1e-6
    run.change(TrainingSettings(0.5, 0.0, "l-bfgs"))  # another J, whose minimum is elsewhere
    J = cost(run.network, X, both, 0.0)
    run.resume()
    assert _searched(run).iteration > ending.iteration
    assert J > 10 * run.latest.J


def test_a_search_that_finds_nothing_smaller_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    run = _run(lambda_=0.5)
    run.change(TrainingSettings(0.5, 0.5, "bfgs"))
    run.advance(3)
    monkeypatch.setattr(run._learner.passes, "cost", lambda lambda_: 1.0 + 0 * lambda_)
    ending = _searched(run)
    assert not ending.arrived
    assert "does not become smaller" in ending.sentence()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_records_count_epochs_evaluations_and_seconds(name: str) -> None:
    settings = TrainingSettings(0.01, 0.1, name, batch_size=3)
    run = Run(Network((2, 4, 1)), X, Y, X_HELD_BACK, Y, settings=settings)
    _train(run, 9)
    run.record()
    columns = run.history.records()
    assert columns.epoch[0] == columns.evaluations[0] == columns.seconds[0] == 0
    assert (np.diff(columns.seconds) > 0).all()
    if name in ("mini-batch", "momentum", "adam"):
        assert columns.epoch[-1] == 4.75  # 3 + 1 examples an epoch, in two steps
    elif name == "stochastic":
        assert columns.epoch[-1] == 2.25
    else:
        assert columns.epoch[-1] == columns.evaluations[-1]
    if OPTIMIZERS[name].repeatable:
        assert columns.evaluations[-1] == 9
    else:
        assert columns.evaluations[-1] == run.history.trials().evaluation[-1] > 9
    run.close()


def test_a_branch_remembers_where_it_comes_from() -> None:
    run = _run(alpha=0.5)
    run.name = "first"
    _train(run, 200)
    run.record()
    branch = run.branch(100, TrainingSettings(0.25, 1.0), "second")
    assert (branch.name, branch.iteration) == ("second", 100)
    assert branch.origin is not None
    assert (branch.origin.name, branch.origin.iteration) == ("first", 100)
    assert branch.settings == TrainingSettings(0.25, 1.0)
    plain = Network((2, 4, 1))
    _plain(plain, 100, 0.5, 0.0)
    assert cost(plain, X, Y, 1.0) == branch.latest.J
    assert cost(plain, X_HELD_BACK, Y) == branch.latest.J_validation
    assert 0 < branch.latest.seconds < run.latest.seconds
    assert branch.latest.evaluations == 100
    _train(branch, 150)
    _plain(plain, 50, 0.25, 1.0)
    assert branch.network.parameters.tobytes() == plain.parameters.tobytes()
    branch.reset()
    assert branch.iteration == 100
    assert run.iteration == 200  # nothing has happened to it


def test_a_branch_with_another_optimizer_begins_without_memory() -> None:
    run = Run(Network((2, 4, 1)), X, Y, settings=TrainingSettings(0.5, optimizer="momentum"))
    _train(run, 20)
    run.record()
    branch = run.branch(20, TrainingSettings(0.1))
    plain = run.network.copy()
    _train(branch, 25)
    _plain(plain, 5, 0.1, 0.0)
    assert branch.network.parameters.tobytes() == plain.parameters.tobytes()


@pytest.mark.parametrize(
    "chosen", [TrainingSettings(optimizer="l-bfgs"), TrainingSettings(alpha=3.5)]
)
def test_with_another_lambda_an_ended_run_is_measured_anew(chosen: TrainingSettings) -> None:
    run = _linear(0.5)
    run.change(chosen)
    _train(run, 1000)
    run.record()
    ending = run.ending
    assert ending is not None
    run.change(replace(run.settings, lambda_=2.0))
    assert run.ending != ending
    intercept, slope = run.network.parameters.tolist()  # y = 3 x for x = ±1, m = 2
    J = 0.5 * ((slope - 3) ** 2 + intercept**2) + 2.0 / (2 * 2) * slope**2
    assert pytest.approx(J, rel=1e-12) == run.latest.J
    assert run.history.records().J[-1] == run.latest.J
