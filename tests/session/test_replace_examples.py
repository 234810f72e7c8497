"""Other examples for the same network: Θ stays, everything follows, and it can be undone."""

import time
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from bpviz.core import cost
from bpviz.data import load
from bpviz.data.own import moved, with_point, without_point
from bpviz.session import Session, Unit


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("moons")
    yield made
    made.close()


def J_now(session: Session) -> float:
    return cost(session.network, session.data.X_train, session.data.Y_train)


def test_one_more_example_for_the_same_network(session: Session) -> None:
    theta, before = session.network.parameters.copy(), session.data
    session.select(Unit(2, 3))
    session.show_example(7)
    session.go_to_line(6)
    told: list[str] = []
    session.network_changed.connect(lambda: told.append("network"))
    session.moment_changed.connect(lambda: told.append("moment"))
    session.replace_examples(with_point(session.data, [0.5, 0.5], 1))
    assert told == ["network", "moment"]
    assert session.trace.m == len(before.train) + 1
    assert_array_equal(session.network.parameters, theta)
    assert session.selection == Unit(2, 3)
    assert (session.example, session.step.line) == (7, 6)
    assert J_now(session) == pytest.approx(session.training.latest.J, rel=1e-12)
    session.edits.undo()
    assert session.data is before
    assert session.trace.m == len(before.train)
    session.edits.redo()
    assert session.trace.m == len(before.train) + 1


def test_each_is_an_edit_of_its_own_but_a_drag_is_one(session: Session) -> None:
    start = session.data
    session.replace_examples(with_point(session.data, [0.5, 0.5], 1))
    session.replace_examples(with_point(session.data, [0.6, 0.5], 1))
    assert session.trace.m == 162
    for x in np.linspace(0, 1, 20):
        session.replace_examples(moved(session.data, 4, [x, x]), what=("moved", 4))
    session.edits.undo()
    assert_array_equal(session.data.X[4], start.X[4])
    session.edits.undo()
    assert session.trace.m == 161
    session.edits.undo()
    assert session.data is start


def test_a_moved_training_example_goes_on_with_the_run(session: Session) -> None:
    session.training.train_to(50)
    row = int(session.data.train[3])
    session.replace_examples(moved(session.data, row, [2.0, 2.0]))
    assert session.training.iteration == 50
    assert_array_equal(session.trace.X[3], [2.0, 2.0])
    assert J_now(session) == pytest.approx(session.training.latest.J, rel=1e-12)


def test_a_moved_held_back_example_is_validated_with(session: Session) -> None:
    row = int(session.data.validation[3])
    session.replace_examples(moved(session.data, row, [2.0, 2.0]))
    data = session.data
    expected = cost(session.network, data.X_validation, data.Y_validation)
    assert session.training.latest.record.J_validation == pytest.approx(expected, rel=1e-12)


def test_training_that_goes_on_learns_from_them(session: Session) -> None:
    session.training.toggle()
    session.replace_examples(without_point(session.data, 0))
    assert session.training.running
    deadline = time.monotonic() + 60
    while session.training.iteration == 0 and time.monotonic() < deadline:
        session.training.poll()
    session.training.finish_step()
    assert J_now(session) == pytest.approx(session.training.latest.J, rel=1e-12)


def test_what_does_not_fit_is_refused(session: Session) -> None:
    before, cursor = session.data, session.cursor
    with pytest.raises(ValueError, match="X must"):
        session.replace_examples(load("iris"))
    assert session.data is before
    assert session.cursor == cursor
    assert not session.edits.can_undo
