"""Moments whose numbers take long to compute: they come whole, and later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bpviz.core import Network, cost_and_gradient
from bpviz.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Later:
    """Keeps work until somebody wants it done."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], object]]] = []
        self.failed: list[Callable[[], object]] = []

    def do(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[], object]
    ) -> None:
        self.waiting.append((work, done))
        self.failed.append(failed)

    def fail(self) -> None:
        """Let the work that has waited longest fail, as if there were no memory for it."""
        del self.waiting[0]
        self.failed[-1 - len(self.waiting)]()

    def finish(self) -> int:
        count = 0
        while self.waiting:
            work, done = self.waiting.pop(0)
            done(work())
            count += 1
        return count


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def session(later: Later, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr("bpviz.session.walk._AT_ONCE", 100_000)
    monkeypatch.setattr("bpviz.trace.values._ROOM", 2**13)
    session = Session("digits", Network((64, 8, 10), seed=3))
    session.elsewhere = later.do
    yield session
    session.close()


def right(session: Session) -> None:
    """Check the D on screen by core, at the Θ on screen."""
    trace, data = session.trace, session.data
    _, D = cost_and_gradient(trace.network, data.X_train, data.Y_train, trace.lambda_)
    for shown, wanted in zip(session.state.D, D, strict=True):
        np.testing.assert_array_equal(shown, wanted)


def test_a_step_comes_when_its_numbers_are_known(session: Session, later: Later) -> None:
    before, told = session.cursor, []
    session.moment_changed.connect(lambda: told.append(session.cursor))
    session.last_step()
    assert session.cursor == before
    assert session.coming == len(session.trace) - 1
    assert not told
    assert later.finish() == 1
    assert session.cursor == len(session.trace) - 1
    assert [session.coming] == [None]
    assert told == [session.cursor]
    assert session.trace.effort(session.cursor) == 0  # nothing is left to be computed
    right(session)


def test_who_turns_back_is_not_taken_there(session: Session, later: Later) -> None:
    before = session.cursor
    session.last_step()
    session.go(before)
    assert session.coming is None
    later.finish()
    assert session.cursor == before


def test_asking_twice_computes_once(session: Session, later: Later) -> None:
    session.last_step()
    session.last_step()
    assert later.finish() == 1


def test_other_weights_come_with_their_gradient(session: Session, later: Later) -> None:
    session.last_step()
    later.finish()
    before = session.trace
    for n in range(3):
        session.training.replace(session.network.parameters + 0.1)
        session.network.parameters[:] = session.training.latest.parameters
        session.refresh()
        assert session.trace is before, f"{n}: there was no gradient yet"
        right(session)
    later.finish()
    np.testing.assert_array_equal(session.trace.network.parameters, session.network.parameters)
    right(session)


def test_a_step_taken_while_other_weights_are_awaited_has_these(
    session: Session, later: Later
) -> None:
    session.last_step()
    later.finish()
    session.training.set(lambda_=2.0)
    assert session.trace.lambda_ != 2.0
    session.first_step()  # which needs nothing
    assert (session.cursor, session.trace.lambda_) == (0, 2.0)
    later.finish()
    assert (session.cursor, session.trace.lambda_) == (0, 2.0)


def test_other_data_begin_at_once_and_what_was_awaited_is_forgotten(
    session: Session, later: Later
) -> None:
    session.last_step()
    session.set_data("xor")
    assert session.trace.m == len(session.data.train)
    later.finish()
    assert session.trace.X is session.data.X_train
    right_line = session.step.line
    session.set_data("digits")
    later.finish()
    assert session.step.line == right_line


def test_new_weights_at_the_last_lines_lead_there_again(session: Session, later: Later) -> None:
    session.last_step()
    later.finish()
    session.new_theta()
    assert session.step.line < 8
    later.finish()
    assert session.step.line == 9
    right(session)


def test_a_step_whose_numbers_cannot_be_had_is_given_up(session: Session, later: Later) -> None:
    before = session.cursor
    session.last_step()
    later.fail()
    assert (session.coming, session.cursor) == (None, before)
    assert not later.waiting


def test_what_cannot_be_had_takes_no_newer_wish_along(session: Session, later: Later) -> None:
    session.last_step()
    session.set_network((64, 9, 10))
    session.last_step()
    later.fail()
    later.finish()
    assert session.cursor == len(session.trace) - 1
    right(session)


def test_without_a_window_the_caller_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bpviz.session.walk._AT_ONCE", 0)
    session = Session("xor")
    session.last_step()
    assert session.cursor == len(session.trace) - 1
    right(session)
    session.close()


@pytest.fixture
def many(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr("bpviz.session.session._MANY", 0)
    return session


def test_inputs_set_by_hand_come_together_and_are_one_edit(many: Session, later: Later) -> None:
    before, row = many.data, int(many.data.train[many.example - 1])
    for value in (0.1, 0.2, 0.3):  # a slider that is pulled
        many.set_input(np.full(64, value))
        assert many.data is before
    assert later.finish() == 1
    np.testing.assert_array_equal(many.data.X[row], 0.3)
    np.testing.assert_array_equal(np.delete(many.data.X, row, 0), np.delete(before.X, row, 0))
    np.testing.assert_array_equal(many.trace.X, many.data.X_train)
    np.testing.assert_array_equal(many.training.run.at(0).X, many.data.X_train)
    assert "span" in vars(many.data), "whoever asks would wait"
    many.edits.undo()
    assert many.data is before
    assert not many.edits.can_undo


def test_an_input_set_while_another_is_put_in_force_comes_after_it(
    many: Session, later: Later
) -> None:
    row = int(many.data.train[many.example - 1])
    many.set_input(np.full(64, 0.1))
    work, done = later.waiting.pop()
    made = work()
    many.set_input(np.full(64, 0.2))
    done(made)
    np.testing.assert_array_equal(many.data.X[row], 0.1)
    assert later.finish() == 1
    np.testing.assert_array_equal(many.data.X[row], 0.2)


def test_an_input_of_examples_that_have_gone_is_forgotten(many: Session, later: Later) -> None:
    many.set_input(np.full(64, 0.1))
    many.set_data("xor")
    xor = many.data
    later.finish()
    assert many.data is xor
    many.set_input(np.array([0.5, 0.5]))
    later.finish()
    assert 0.5 in many.data.X


def test_an_input_that_cannot_be_is_refused_at_once(many: Session, later: Later) -> None:
    with pytest.raises(ValueError, match="64"):
        many.set_input(np.ones(3))
    assert not later.waiting
    many.set_input(np.full(64, 0.5))
    assert later.finish() == 1


def test_an_input_set_by_hand_is_known_before_it_is_in_force(many: Session, later: Later) -> None:
    before = many.input_by_hand.copy()
    np.testing.assert_array_equal(before, many.trace.X[many.example - 1])
    many.set_input(np.full(64, 0.1))
    np.testing.assert_array_equal(many.trace.X[many.example - 1], before)
    np.testing.assert_array_equal(many.input_by_hand, 0.1)
    many.show_example(2)
    np.testing.assert_array_equal(many.input_by_hand, many.trace.X[1])
    many.show_example(1)
    later.finish()
    many.edits.undo()
    np.testing.assert_array_equal(many.input_by_hand, before)
    many.set_input(np.full(64, 0.2))
    many.set_data("xor")
    np.testing.assert_array_equal(many.input_by_hand, many.trace.X[many.example - 1])
    later.finish()


def test_an_input_that_waits_is_what_is_undone(many: Session, later: Later) -> None:
    first = many.data
    many.set_input(np.full(64, 0.1))
    later.finish()
    second = many.data
    many.show_example(2)
    many.set_input(np.full(64, 0.2))
    work, done = later.waiting.pop()
    made = work()
    many.edits.undo()
    assert many.data is second
    np.testing.assert_array_equal(many.input_by_hand, second.X_train[1])
    done(made)
    later.finish()
    assert many.data is second
    assert many.edits.can_redo
    many.edits.redo()
    np.testing.assert_array_equal(many.input_by_hand, 0.2)
    many.edits.undo()
    many.edits.undo()
    assert many.data is first


def test_an_input_that_waits_when_a_lesson_begins_is_there_when_it_ends(
    many: Session, later: Later
) -> None:
    many.set_input(np.full(64, 0.1))
    aside = many.lay_aside()
    many.set_data("xor")
    later.finish()
    many.take_back(aside)
    later.finish()
    np.testing.assert_array_equal(many.input_by_hand, 0.1)
    assert many.edits.can_undo
