"""A moment can be shown again elsewhere, and a session laid aside and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network
from bpviz.data import load
from bpviz.session import Attention, Layer, Moment, Session, Weight
from bpviz.trace.score import Place
from bpviz.training import TrainingSettings

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("xor")
    yield session
    session.close()


@pytest.fixture
def other() -> Iterator[Session]:
    session = Session("iris")
    yield session
    session.close()


def told_by(session: Session) -> list[str]:
    told: list[str] = []
    for name in ("network_changed", "moment_changed", "view_changed", "selection_changed"):
        getattr(session, name).connect(lambda name=name: told.append(name))
    return told


@pytest.mark.parametrize("granularity", ["unit", "layer", "example", "pass"])
def test_a_moment_is_shown_again_in_another_session(
    session: Session, other: Session, granularity: str
) -> None:
    session.training.set(alpha=0.7, lambda_=2.0, optimizer="adam")
    session.training.train_to(7)
    session.set_granularity(granularity)  # type: ignore[arg-type]
    session.first_step()
    for _ in range(5):
        session.step_forward()
    session.select(Weight(1, 2, 0))
    other.show(Moment.of(session))
    assert other.data is session.data
    assert other.cursor == session.cursor
    assert other.granularity == granularity
    assert other.selection == Weight(1, 2, 0)
    assert other.training.settings == session.training.settings
    assert np.array_equal(other.network.parameters, session.network.parameters)
    assert other.trace.values.J == session.trace.values.J
    assert other.training.iteration == 0


def test_another_step_of_the_same_is_but_a_step(session: Session) -> None:
    session.training.train_to(3)
    run = session.training.run
    moment = Moment.of(session)
    session.go(40)
    told = told_by(session)
    session.show(moment)
    assert session.training.run is run
    assert told == ["moment_changed"]


def test_another_theta_leaves_the_shape(session: Session) -> None:
    moment = Moment.of(session)
    session.training.train_to(3)
    told = told_by(session)
    session.show(moment)
    assert "network_changed" not in told
    assert session.training.iteration == 0
    assert np.array_equal(session.network.parameters, moment.network.parameters)


def test_what_cannot_be_shown_changes_nothing(session: Session) -> None:
    data = load("iris")
    before = Moment.of(session)
    settings = TrainingSettings()
    fitting, wrong = Network(data.layers), Network((2, 3, 1))
    told = told_by(session)
    for moment in (
        Moment(data, wrong, settings),
        Moment(data, fitting, settings, Place(4, 1, 9)),
        Moment(data, fitting, settings, Place(12)),
        Moment(data, fitting, settings, Place(4, 100_000)),
    ):
        with pytest.raises(ValueError, match=r"must|does not come"):
            session.show(moment)
    assert not told
    assert session.data is before.data
    assert session.trace.score.place(session.cursor) == before.place


def test_a_session_laid_aside_is_taken_back_as_it_was(session: Session, other: Session) -> None:
    session.training.train_to(20)
    session.training.rewind(5)
    session.set_weight(Weight(1, 1, 1), 0.5)
    session.edits.undo()
    session.training.train_to(30)
    session.training.rewind(10)
    session.set_mistake("no mean")
    session.set_digits(3)
    theta, runs, cursor = session.network.parameters.copy(), session.training.runs, session.cursor
    aside = session.lay_aside()
    lent = [session.lent]
    session.show(Moment.of(other))
    session.set_mistake(None)
    session.take_back(aside)
    assert [*lent, session.lent] == [True, False]
    assert session.training.runs == runs
    assert session.training.moment is not None
    assert session.training.moment.iteration == 10
    assert np.array_equal(session.network.parameters, theta)
    assert (session.cursor, session.digits, session.mistake) == (cursor, 3, "no mean")
    assert session.edits.can_redo
    session.training.return_to_now()
    session.training.train_to(31)
    assert session.training.iteration == 31


def test_training_is_paused_where_it_was_when_it_is_laid_aside(
    session: Session, other: Session
) -> None:
    session.training.toggle()
    aside = session.lay_aside()
    session.show(Moment.of(other))
    session.take_back(aside)
    assert not session.training.running
    assert np.array_equal(session.network.parameters, session.training.latest.parameters)
    assert session.data.name == "xor"


def test_attention_and_mistake_are_told_once(session: Session) -> None:
    told: list[str] = []
    session.attention_changed.connect(lambda: told.append("attention"))
    session.mistake_changed.connect(lambda: told.append("mistake"))
    lit = Attention((Layer(2),), frozenset({"bias"}))
    for _ in range(2):
        session.set_attention(lit)
        session.set_mistake("no bias")
    assert told == ["attention", "mistake"]
    with pytest.raises(ValueError, match="no slope"):
        session.set_mistake("none")  # type: ignore[arg-type]


def test_a_place_is_the_inverse_of_a_step() -> None:
    for layers, output in (((2, 4, 1), "sigmoid"), ((4, 3, 3), "softmax")):
        data = load("xor" if layers[0] == 2 else "iris")
        session = Session(data, Network(layers, output=output))
        score = session.trace.score
        for k in range(score.examples_start + 2 * score.per_example):
            assert score.index(score.place(k)) == k
        for k in range(score.gradient_start, score.length):
            assert score.index(score.place(k)) == k
        session.close()
