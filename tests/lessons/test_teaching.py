"""A lesson is given: scenes come at once, show the same each time, and leave nothing behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz import text
from bpviz.core import Network
from bpviz.data import load
from bpviz.lessons import Teaching, stage
from bpviz.lessons.reader import lesson_from
from bpviz.session import Attention, Layer, Moment
from bpviz.session.files import open_session, save
from bpviz.session.link import Copied
from bpviz.trace.score import Place
from bpviz.training import Run, TrainingSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.core import Array
    from bpviz.lessons import Journey
    from bpviz.session import Session

    Give = Callable[[str], Teaching]

HEAD = 'lesson = 1\ntitle = "t"\n'
SCENE = "[[scene]]\ntitle = 's'\n"
START = 'start = {data = "xor", layers = "2-4-1", seed = 3, alpha = 2}\n'


def trained(iteration: int, **settings: float | str) -> Array:
    """Return Θ after so many steps from seed 3, trained by a run of its own."""
    data = load("xor")
    chosen = replace(TrainingSettings(alpha=2.0), **settings)  # type: ignore[arg-type]
    run = Run(Network((2, 4, 1), seed=3), data.X, data.Y, settings=chosen)
    while run.iteration < iteration:
        run.advance(iteration - run.iteration)
    return run.network.parameters.copy()


# mypy takes what was asserted once for the truth, whatever is called in between.


def runs(teaching: Teaching) -> bool:
    return teaching.session.training.running


def waits(teaching: Teaching) -> bool:
    return teaching.preparing


def journey_of(teaching: Teaching) -> Journey | None:
    return teaching.journey


def come(teaching: Teaching, index: int) -> Session:
    """Go to a scene and wait until it is there."""
    teaching.go(index)
    while teaching.preparing:
        teaching.poll()
    return teaching.session


def test_each_scene_is_what_the_ones_before_and_it_say(give: Give) -> None:
    teaching = give(
        START
        + SCENE + "line = 4\nlayer = 2\nunit = 3\nexample = 2\n"
        + SCENE + "line = 5\n"
        + SCENE + "highlight = ['layer 2']\nmistake = 'no bias'\nalpha = 0.5\n"
        + SCENE + "seed = 4\n"
        + SCENE + "data = 'and'\nlayers = '2-1'\nline = 3\n"
    )  # fmt: skip
    session = teaching.session
    step = session.step
    assert (step.line, step.layer, step.unit, step.example, step.symbol) == (4, 2, 3, 2, "z")
    assert session.granularity == "unit"
    come(teaching, 1)
    assert (session.step.line, session.example, session.granularity) == (5, 2, "layer")
    come(teaching, 2)
    assert (session.step.line, session.training.alpha) == (5, 0.5)
    assert session.attention == Attention((Layer(2),))
    assert session.mistake == "no bias"
    come(teaching, 3)
    assert session.attention == Attention()
    assert session.mistake == "no bias"
    assert np.array_equal(session.network.parameters, Network((2, 4, 1), seed=4).parameters)
    come(teaching, 4)
    assert (session.data.name, session.network.layers, session.step.line) == ("and", (2, 1), 3)
    come(teaching, 0)
    assert (session.data.name, session.network.layers) == ("xor", (2, 4, 1))
    assert session.training.alpha == 2.0
    assert session.mistake is None


def test_iteration_is_what_that_many_steps_of_training_come_to(give: Give) -> None:
    teaching = give(
        START
        + SCENE
        + SCENE + "iteration = 50\n"
        + SCENE + "iteration = 120\n"
        + SCENE + "lambda = 1\n"
        + SCENE + "iteration = 120\n"
        + SCENE + "optimizer = 'momentum'\nlambda = 0\n"
        + SCENE + "iteration = 30\n"
    )  # fmt: skip
    expected = [
        trained(0), trained(50), trained(120), trained(120), trained(120, lambda_=1.0),
        trained(0), trained(30, optimizer="momentum"),
    ]  # fmt: skip
    for index, theta in enumerate(expected):
        session = come(teaching, index)
        assert np.array_equal(session.network.parameters, theta), index
        assert session.training.iteration == (0, 50, 120, 120, 120, 0, 30)[index]
        assert not session.training.running
    assert session.training.history.records().iteration[-1] == 30


def test_training_goes_on_with_other_settings(give: Give) -> None:
    teaching = give(START + SCENE + "iteration = 40\n" + SCENE + "alpha = 4\niteration = 60\n")
    session = come(teaching, 1)
    data = load("xor")
    run = Run(Network((2, 4, 1), seed=3), data.X, data.Y, settings=TrainingSettings(alpha=2.0))
    while run.iteration < 40:
        run.advance(40 - run.iteration)
    run.change(TrainingSettings(alpha=4.0))
    while run.iteration < 60:
        run.advance(60 - run.iteration)
    assert np.array_equal(session.network.parameters, run.network.parameters)
    assert session.training.history.records().iteration.tolist() == list(range(61))


def test_curves_of_earlier_scenes_stay_to_be_compared(give: Give) -> None:
    teaching = give(
        START
        + SCENE + "iteration = 20\n"
        + SCENE + "iteration = 40\n"
        + SCENE + "optimizer = 'l-bfgs'\niteration = 10\n"
        + SCENE + "optimizer = 'gradient-descent'\nalpha = 0.1\niteration = 40\n"
    )  # fmt: skip
    kept = come(teaching, 1).training.runs
    assert [run.iteration for run in kept] == [40]
    kept = come(teaching, 2).training.runs
    assert [run.iteration for run in kept] == [40, 10]
    assert len({run.name for run in kept}) == 2
    kept = come(teaching, 3).training.runs
    assert [run.iteration for run in kept] == [40, 10, 40]
    assert [run.settings.alpha for run in kept] == [2.0, 2.0, 0.1]


def test_runs_are_named_by_two_things_where_one_does_not_tell_them_apart(give: Give) -> None:
    begin = 'start = {data = "xor", layers = "2-2-1", alpha = 0.5}\n'
    told = [
        "iteration = 3",
        'optimizer = "momentum"\niteration = 3',
        "momentum = 0.5\niteration = 3",
    ]
    teaching = give(begin + "".join(f'[[scene]]\ntitle = "t"\n{keys}\n' for keys in told))
    session = come(teaching, 1)
    assert [run.name for run in session.training.runs] == ["Batch gradient descent", "Momentum"]
    come(teaching, 2)
    names = ["Batch gradient descent", "Momentum · β = 0.9", "Momentum · β = 0.5"]
    assert [run.name for run in session.training.runs] == names


def test_wherever_one_comes_from_a_scene_shows_the_same(give: Give) -> None:
    told = START
    for n in range(6):
        told += (
            SCENE + f"iteration = {n * 20 % 70}\nline = {4 + n % 5}\ntext = '{{{{J}}}} {{{{h}}}}'\n"
        )
    teaching = give(told)
    seen: dict[int, tuple[str, bytes, int]] = {}
    choose = np.random.default_rng(0)
    for _ in range(40):
        index = int(choose.integers(6))
        session = come(teaching, index)
        if choose.random() < 0.3:  # a student plays meanwhile
            session.training.train_to(session.training.iteration + 5)
            come(teaching, index)
        shown = teaching.text(), session.network.parameters.tobytes(), session.cursor
        assert seen.setdefault(index, shown) == shown


def test_live_training_goes_on_over_scenes_until_one_says_how_far(give: Give) -> None:
    teaching = give(
        START
        + SCENE + "train = true\n"
        + SCENE + "line = 5\n"
        + SCENE + "seed = 4\niteration = 10\n"
    )  # fmt: skip
    training = teaching.session.training
    assert runs(teaching)
    run = training.run
    come(teaching, 1)
    assert runs(teaching)
    assert training.run is run
    come(teaching, 2)
    assert not runs(teaching)
    assert training.iteration == 10


def test_live_training_pauses_where_the_next_scene_begins(give: Give) -> None:
    teaching = give(START + SCENE + "train = true\n" + SCENE + "iteration = 300\n")
    session = teaching.session
    said: list[str] = []
    session.training.said.connect(said.append)
    while session.training.busy:
        session.training.poll()
    assert session.training.iteration == 300
    live = session.network.parameters.copy()
    come(teaching, 1)
    assert np.array_equal(live, session.network.parameters)
    assert np.array_equal(live, trained(300))
    assert not said


def test_leaving_gives_the_session_back_as_it_was(session: Session) -> None:
    session.training.train_to(30)
    session.set_granularity("unit")
    session.go(17)
    theta, run, data = session.network.parameters.copy(), session.training.run, session.data
    told = 'lesson = 1\ntitle = "t"\nstart = {data = "and"}\n' + SCENE + "hide = ['bias']\n"
    teaching = Teaching(session)
    teaching.open(lesson_from(told.encode(), Path("made-up.toml")))
    come(teaching, 0)
    assert session.data.name == "and"
    lent = [session.lent]
    teaching.leave()
    assert (session.data, session.cursor, session.granularity) == (data, 17, "unit")
    assert session.training.run is run
    assert session.training.iteration == 30
    assert np.array_equal(session.network.parameters, theta)
    assert session.attention == Attention()
    assert [*lent, session.lent] == [True, False]
    assert teaching.lesson is None
    assert teaching.text() == ""


def test_pages_of_panels_are_those_of_the_scene_and_afterwards_as_before(
    give: Give, session: Session
) -> None:
    before = {"learnt": "units", "matrices": "D"}
    session.open_pages(before)
    teaching = give(
        """
        [[scene]]
        title = "one"
        show = ["learnt confusion"]
        [[scene]]
        title = "two"
        show = ["learnt confusion", "matrices Theta"]
        [[scene]]
        title = "three"
        show = ["learnt", "matrices"]
        """
    )
    assert session.pages == {"learnt": "confusion", "matrices": "D"}
    session.open_pages({"learnt": "answers"})  # as a click on its tab does
    come(teaching, 1)
    assert session.pages == {"learnt": "confusion", "matrices": "Theta"}
    come(teaching, 2)
    assert not any(session.pages.values())
    teaching.leave()
    assert session.pages == before


def test_a_session_opened_during_a_lesson_ends_it_and_stays(
    give: Give, tmp_path: Path, session: Session
) -> None:
    session.training.train_to(12)
    save(session, tmp_path / "own.bpviz")
    teaching = give('start = {data = "and"}\n' + SCENE + "hide = ['bias']\n")
    session.restore(open_session(tmp_path / "own.bpviz"))
    assert teaching.lesson is None
    assert session.attention == Attention()
    assert (session.data.name, session.training.iteration) == ("xor", 12)
    teaching.leave()
    assert session.training.iteration == 12


def test_steps_between_two_scenes_are_played_or_jumped(give: Give) -> None:
    teaching = give(
        START
        + SCENE + "line = 3\n"
        + SCENE + "line = 5\n"
        + SCENE + "line = 6\npace = 'jump'\n"
        + SCENE + "line = 7\npace = 'slow'\n"
        + SCENE + "line = 8\npace = 'fast'\n"
        + SCENE + "line = 4\n"
        + SCENE + "line = 5\nalpha = 1\n"
    )  # fmt: skip
    session = teaching.session
    seen: list[int] = []
    teaching.scene_changed.connect(lambda: seen.append(teaching.index))
    teaching.next()
    journey = journey_of(teaching)
    assert journey is not None
    assert (session.step.line, len(journey.cursors), journey.seconds) == (3, 3, 0.5)
    for cursor in journey.cursors:
        assert journey_of(teaching) is not None
        session.go(cursor)
    assert journey_of(teaching) is None
    assert session.step.line == 5
    teaching.next()
    assert journey_of(teaching) is None
    assert session.step.line == 6
    teaching.next()
    journey = journey_of(teaching)
    assert journey is not None
    assert journey.seconds == 1.0
    teaching.next()  # to the end of the steps, not on
    assert (teaching.index, session.step.line, journey_of(teaching)) == (3, 7, None)
    teaching.next()
    journey = journey_of(teaching)
    assert journey is not None
    assert journey.seconds < 0.5
    teaching.previous()
    assert (teaching.index, session.step.line, journey_of(teaching)) == (3, 7, None)
    come(teaching, 5)
    assert session.step.line == 4
    teaching.next()
    assert journey_of(teaching) is None  # α is another: not only the step is new
    assert session.step.line == 5
    assert seen == [1, 2, 3, 4, 3, 5, 6]


def test_the_ends_of_a_lesson_are_ends(give: Give) -> None:
    teaching = give(START + SCENE + SCENE)
    teaching.previous()
    assert teaching.index == 0
    for _ in range(3):
        teaching.next()
    assert teaching.index == 1
    teaching.go(99)
    assert teaching.index == 1


def test_the_next_scene_can_be_read_beforehand(give: Give) -> None:
    teaching = give(
        START
        + SCENE + "text = 'now {{J}}'\n"
        + SCENE + "theta = 0\nline = 5\nexample = 2\nnotes.ru = 'ещё'\n"
        "text = 'then {{delta(3,1)}}'\n"
    )  # fmt: skip
    come(teaching, 1)
    come(teaching, 0)
    assert teaching.text(1) == "then −0.5000"
    teaching.session.set_digits(2)
    assert teaching.text(1) == "then −0.50"
    teaching.session.set_digits(4)
    text.set_language("ru")
    assert teaching.notes(1) == "ещё"
    assert teaching.text(1) == "then −0,5000"


def test_a_long_training_keeps_nobody_waiting(give: Give) -> None:
    teaching = give(START + SCENE + SCENE + "iteration = 1000000000\ntext = '{{J}}'\n" + SCENE)
    teaching.next()
    assert waits(teaching)
    assert teaching.text() == "…"
    with pytest.raises(ValueError, match="no question"):
        teaching.answer("1")
    teaching.poll()
    assert waits(teaching)
    teaching.previous()
    assert not waits(teaching)
    preparation = teaching._preparation
    assert preparation is not None
    teaching.leave()
    preparation.wait()


def test_a_moment_that_was_copied_is_a_scene(give: Give, session: Session) -> None:
    session.show(Moment(load("and"), Network((2, 1), seed=5), TrainingSettings(alpha=0.5)))
    session.training.train_to(40)
    session.go(session.trace.score.index(Place(5, 3)))
    link = Copied.of(session).link()
    theta = session.network.parameters.copy()
    teaching = give(
        START
        + SCENE + "line = 7\n"
        + SCENE + f"moment = '{link}'\n"
        + SCENE + "line = 4\n"
    )  # fmt: skip
    come(teaching, 1)
    assert (session.data.name, session.network.layers) == ("and", (2, 1))
    assert np.array_equal(session.network.parameters, theta)
    assert (session.step.line, session.example, session.granularity) == (5, 3, "layer")
    assert session.training.alpha == 0.5
    come(teaching, 2)
    assert (session.data.name, session.step.line, session.example) == ("and", 4, 3)


def test_training_that_diverges_shows_the_whole_curve(give: Give) -> None:
    teaching = give('start = {data = "curve", alpha = 50}\n' + SCENE + SCENE + "iteration = 100\n")
    for _ in range(2):
        training = come(teaching, 1).training
        assert training.latest.state == "diverged"
        J = training.history.records().J
        assert J[-1] > 100 * J[0]
        assert pytest.approx(J.min()) == teaching.session.trace.values.J
        training.train_to(training.iteration + 1)  # somebody trains on from the best


def test_what_goes_wrong_in_the_background_is_said(
    give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError("no room")

    said: list[str] = []
    teaching = give(START + SCENE)
    teaching.session.training.said.connect(said.append)
    monkeypatch.setattr(stage, "run_of", fail)
    teaching.open(lesson_from((HEAD + START + SCENE).encode(), Path("made-up.toml")))
    come(teaching, 0)
    assert said == ["The scene cannot be shown: MemoryError: no room."]
