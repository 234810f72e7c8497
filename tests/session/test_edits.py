"""Θ and x changed by hand: everything follows, and every change can be undone."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from bpviz.core import cost
from bpviz.session import Session, Weight


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    clock = iter(range(0, 10**6, 10))
    monkeypatch.setattr("bpviz.session.edits.monotonic", lambda: float(next(clock)))
    made = Session("xor")
    yield made
    made.close()


def test_a_weight_set_by_hand_is_everywhere(session: Session) -> None:
    session.go_to_line(5)
    before = session.step.value
    session.set_weight(Weight(2, 1, 3), 5.0)
    assert session.network.theta[1][0, 3] == 5.0
    assert session.step.value != before
    X, Y = session.data.X_train, session.data.Y_train
    assert session.training.latest.J == cost(session.network, X, Y) == session.trace.values.J


def test_training_goes_on_from_there(session: Session) -> None:
    session.set_weight(Weight(1, 1, 0), -3.0)
    data = session.data
    expected = cost(session.network, data.X_train, data.Y_train)
    session.training.toggle()
    while session.training.iteration == 0:
        session.training.poll()
    session.training.finish_step()
    assert session.training.history.records().J[0] == expected
    assert expected > session.training.latest.J


def test_an_example_set_by_hand(session: Session) -> None:
    session.show_example(2)
    original = session.data.X_train.copy()
    session.set_input(np.array([0.25, -1.0]))
    assert_array_equal(session.state.a[0], [0.25, -1.0])
    expected = original.copy()
    expected[1] = [0.25, -1.0]
    assert_array_equal(session.trace.X, expected)
    assert cost(session.network, expected, session.data.Y_train) == session.training.latest.J
    session.edits.undo()
    assert_array_equal(session.trace.X, original)


def test_many_levels_of_undo_and_redo(session: Session) -> None:
    versions = [session.network.parameters.copy()]
    for n in range(20):
        session.set_weight(Weight(1, 1 + n % 4, n % 3), float(n))
        versions.append(session.network.parameters.copy())
    for version in versions[-2::-1]:
        session.edits.undo()
        assert_array_equal(session.network.parameters, version)
    assert not session.edits.can_undo
    for version in versions[1:]:
        session.edits.redo()
        assert_array_equal(session.network.parameters, version)
    assert not session.edits.can_redo


def test_a_new_edit_forgets_what_was_undone(session: Session) -> None:
    session.set_weight(Weight(1, 1, 1), 1.0)
    session.edits.undo()
    session.set_weight(Weight(1, 1, 2), 2.0)
    assert not session.edits.can_redo


def test_one_pull_at_a_slider_is_one_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session("xor")
    monkeypatch.setattr("bpviz.session.edits.monotonic", lambda: 1.0)
    before = session.network.parameters.copy()
    for value in np.linspace(0, 1, 30):
        session.set_weight(Weight(1, 1, 1), float(value))
    session.edits.undo()
    assert_array_equal(session.network.parameters, before)
    session.close()


def test_what_does_not_fit_is_refused(session: Session) -> None:
    before = session.network.parameters.copy()
    with pytest.raises(ValueError, match="finite"):
        session.set_weight(Weight(1, 1, 1), float("nan"))
    with pytest.raises(ValueError, match="X"):
        session.set_input(np.array([1.0, 2.0, 3.0]))
    assert_array_equal(session.network.parameters, before)
    assert not session.edits.can_undo


def test_another_network_ends_the_history_of_edits(session: Session) -> None:
    session.set_weight(Weight(1, 1, 1), 1.0)
    session.set_network((2, 2, 1))
    assert not session.edits.can_undo


def test_undo_holds_no_more_than_fits(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    room = 3 * (session.data.X.nbytes + session.data.Y.nbytes + session.network.parameters.nbytes)
    monkeypatch.setattr("bpviz.session.edits._MEMORY", room)
    for n in range(10):
        monkeypatch.setattr("bpviz.session.edits.monotonic", lambda n=n: 10.0 * n)
        session.set_input(np.full(session.network.layers[0], float(n)))
    undone = 0
    while session.edits.can_undo:
        session.edits.undo()
        undone += 1
    assert 2 <= undone <= 4  # Y and Θ are shared, or small
