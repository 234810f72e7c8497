"""The state: walking, choosing, training; what is told, and what stays in step."""

import time
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from bpviz.core import cost_and_gradient
from bpviz.session import Session, Unit, Weight
from bpviz.trace import Granularity
from bpviz.trace.score import Score


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("xor")
    yield made
    made.close()


def train_for_a_moment(session: Session) -> None:
    session.training.toggle()
    deadline = time.monotonic() + 60
    while session.training.iteration == 0 and time.monotonic() < deadline:
        time.sleep(0.01)
        session.training.poll()
    session.training.finish_step()


def test_opens_on_a_moment_worth_looking_at(session: Session) -> None:
    assert session.step.line == 3
    assert session.example == 1
    assert_array_equal(session.state.a[0], session.data.X_train[0])


def test_steps_forward_and_back_at_the_granularity(session: Session) -> None:
    lines = []
    for _ in range(6):
        session.step_forward()
        lines.append((session.step.line, session.step.layer))
    assert lines == [(4, 2), (4, 3), (5, 3), (6, 2), (6, 1), (7, 1)]
    for _ in range(6):
        session.step_back()
    assert session.step.line == 3
    session.set_granularity("unit")
    session.step_forward()
    assert (session.step.line, session.step.layer, session.step.unit) == (4, 2, 0)


def test_lines_are_visited_in_order_and_back(session: Session) -> None:
    session.first_step()
    lines = [session.step.line]
    for _ in range(6):
        session.next_line()
        lines.append(session.step.line)
    assert lines == [1, 2, 3, 4, 5, 6, 7]
    session.previous_line()
    assert session.step.line == 6
    for line in (9, 1, 8, 4):
        session.go_to_line(line)
        assert session.step.line == line


def test_clicking_a_line_goes_to_its_next_occurrence(session: Session) -> None:
    session.go_to_line(5)
    first = session.cursor
    session.go_to_line(5)
    assert session.cursor > first
    assert session.example == 2


def test_another_example_at_the_same_place(session: Session) -> None:
    session.go_to_line(6)
    session.show_example(3)
    assert (session.example, session.step.line) == (3, 6)
    session.show_example(99)
    assert session.example == 4


def test_visit_and_back(session: Session) -> None:
    start = session.cursor
    session.visit(40)
    session.visit(50)
    session.back()
    assert session.cursor == 40
    session.back()
    assert session.cursor == start
    session.back()
    assert session.cursor == start
    assert not session.can_go_back


def test_a_moment_is_told_once_and_only_when_it_changes(session: Session) -> None:
    told = []
    session.moment_changed.connect(lambda: told.append(session.cursor))
    session.step_forward()
    session.go(session.cursor)
    session.last_step()
    session.step_forward()
    assert told == [14, len(session.trace) - 1]


def test_training_moves_what_is_on_screen(session: Session) -> None:
    session.go_to_line(5)
    before, cursor = session.step.value, session.cursor
    told = []
    session.moment_changed.connect(lambda: told.append(True))
    train_for_a_moment(session)
    assert told
    assert session.cursor == cursor
    assert session.step.value != before
    assert_array_equal(session.network.parameters, session.training.latest.parameters)
    J, D = cost_and_gradient(session.network, session.data.X_train, session.data.Y_train)
    assert session.trace.values.J == J
    assert_array_equal(session.trace.values.D[0], D[0])


def test_alpha_and_lambda_reach_lines_8_and_9(session: Session) -> None:
    session.go_to_line(9)
    before = session.step.value
    session.training.set(alpha=7.0, lambda_=0.5)
    assert session.trace.alpha == 7.0
    assert session.trace.lambda_ == 0.5
    assert session.step.value != before


def test_a_refused_setting_changes_nothing(session: Session) -> None:
    with pytest.raises(ValueError, match="alpha"):
        session.training.set(alpha=-1.0)
    assert session.training.alpha == session.data.alpha


def test_another_network_keeps_the_kind_of_step(session: Session) -> None:
    session.show_example(3)
    session.go_to_line(6)
    session.select(Unit(2, 1))
    session.set_network((2, 3, 3, 1), "tanh")
    assert (session.step.line, session.example) == (6, 3)
    assert session.network.hidden == "tanh"
    assert session.selection is None
    session.set_network((2, 1))
    assert session.step.line == 6  # the line that says there is no δ⁽¹⁾
    assert session.step.value is None


def test_what_the_network_does_not_have_is_not_selected(session: Session) -> None:
    session.select(Unit(2, 1))
    for gone in (Unit(2, 99), Unit(9, 1), Weight(1, 1, 99)):
        session.select(gone)
        assert session.selection == Unit(2, 1)


def test_a_network_that_does_not_fit_is_refused(session: Session) -> None:
    network, cursor = session.network, session.cursor
    with pytest.raises(ValueError, match="first layer must have 2 units"):
        session.set_network((3, 4, 1))
    with pytest.raises(ValueError, match="hidden"):
        session.set_network(hidden="swish")
    assert session.network is network
    assert session.cursor == cursor


def test_another_data_set_while_training_runs_on(session: Session) -> None:
    session.training.toggle()
    session.set_data("lecture")
    assert session.network.layers == (3, 5, 5, 4)
    assert session.training.running
    assert session.training.alpha == session.data.alpha
    session.training.finish_step()
    assert session.network.parameters.size == session.training.latest.parameters.size


def test_reset_draws_another_theta_and_begins_anew(session: Session) -> None:
    before = session.network.parameters.copy()
    train_for_a_moment(session)
    session.new_theta()
    assert session.training.iteration == 0
    assert len(session.training.history) == 1
    assert not np.array_equal(session.network.parameters, before)


def test_divergence_is_told_and_the_last_good_theta_shown(session: Session) -> None:
    said: list[str] = []
    session.training.said.connect(said.append)
    session.set_data("moons")
    session.set_network(hidden="relu")
    session.training.set(alpha=1e4)
    session.training.toggle()
    deadline = time.monotonic() + 60
    while not said and time.monotonic() < deadline:
        time.sleep(0.01)
        session.training.poll()
    assert "α" in said[0]
    assert not session.training.running
    assert np.isfinite(session.network.parameters).all()


def test_precision_stays_within_two_and_six_digits(session: Session) -> None:
    for asked, got in ((9, 6), (1, 2), (4, 4)):
        session.set_digits(asked)
        assert session.digits == got


def trained(session: Session, iterations: int) -> list[np.ndarray]:
    """Θ of every iteration up to `iterations`."""
    thetas = []
    for n in range(1, iterations + 1):
        session.training.train_to(n)
        thetas.append(session.network.parameters.copy())
    return thetas


def test_rewinding_shows_a_past_moment_everywhere(session: Session) -> None:
    thetas = trained(session, 12)
    session.training.rewind(5)
    assert session.training.moment is not None
    assert session.training.moment.iteration == 5
    assert_array_equal(session.network.parameters, thetas[4])
    assert_array_equal(session.trace.network.parameters, thetas[4])
    session.training.return_to_now()
    assert_array_equal(session.network.parameters, thetas[-1])


def test_training_goes_on_from_now_whatever_is_shown(session: Session) -> None:
    thetas = trained(session, 4)
    session.training.rewind(1)
    session.training.train_to(6)
    session.training.return_to_now()
    assert session.training.iteration == 6
    assert not np.array_equal(session.network.parameters, thetas[-1])


def test_a_branch_takes_the_steps_that_the_run_has_taken(session: Session) -> None:
    thetas = trained(session, 8)
    first = session.training.run
    session.training.rewind(3)
    session.training.continue_from_here()
    assert session.training.runs == (first, session.training.run)
    assert session.training.moment is None
    session.training.train_to(session.training.iteration + 5)
    assert_array_equal(session.network.parameters, thetas[-1])
    session.training.select(first)
    assert session.training.run is first
    assert_array_equal(session.network.parameters, thetas[-1])


def test_runs_are_kept_while_their_theta_can_be_shown(session: Session) -> None:
    session.new_theta()
    assert len(session.training.runs) == 2
    names = [run.name for run in session.training.runs]
    assert len(set(names)) == 2
    session.set_network((2, 3, 1))
    assert len(session.training.runs) == 1


def test_all_views_follow_training_together_fifteen_times_a_second(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(n * 0.033 for n in range(10_000))
    monkeypatch.setattr("bpviz.session.training.monotonic", lambda: next(clock))
    told: list[int] = []
    session.training.moved.connect(lambda _: told.append(session.training.iteration))
    session.training.toggle()
    polls = 0
    while polls < 60:
        before = session.training.latest
        session.training.poll()
        polls += session.training.latest is not before
    moved = len(told)
    session.training.finish_step()
    assert 10 <= moved <= 60 * 0.033 / 0.066 + 2
    assert told[-1] == session.training.iteration  # the last one is always shown


def test_line_1_is_found_without_a_walk_through_all_examples(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = Session("digits")
    session.show_example(1000)
    score = session.trace.score
    visits, real = [0], type(score).end

    def end(self: Score, k: int, granularity: Granularity) -> int:
        visits[0] += 1
        return real(self, k, granularity)

    monkeypatch.setattr(type(score), "end", end)
    for line in (1, 9, 1, 8, 1):
        session.go_to_line(line)
        assert session.step.line == line
    assert visits[0] < 100
    session.close()
