"""Work in portions: seldom, short, and only for those who look."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bpviz.core import Network
from bpviz.ui.portions import Portions, batches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot


class Recorder:
    """Work that takes a number of parts, and remembers how it was called."""

    def __init__(self, parts: int = 3, seconds: float = 0.0) -> None:
        self.parts, self.seconds = parts, seconds
        self.details: list[int] = []
        self.finished = 0

    def work(self, detail: int) -> Iterator[None]:
        self.details.append(detail)
        for _ in range(self.parts):
            time.sleep(self.seconds)
            yield
        self.finished += 1


class View(QWidget):
    """Calls for work whenever it is painted."""

    portions: Portions | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.portions is not None:
            self.portions.look()


def portions_for(view: View, recorder: Recorder, finest: int = 5_000) -> Portions:
    view.portions = Portions(view, recorder.work, finest)
    return view.portions


@pytest.fixture
def view(qtbot: QtBot) -> View:
    made = View()
    qtbot.addWidget(made)
    made.resize(100, 100)
    return made


def settled(portions: Portions, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: portions.is_settled)


def test_nothing_is_done_out_of_sight(view: View, qtbot: QtBot) -> None:
    recorder = Recorder()
    portions = portions_for(view, recorder)
    portions.ask()
    QTest.qWait(150)
    assert not recorder.details
    view.show()
    settled(portions, qtbot)
    assert recorder.finished


def test_nor_outside_the_window(qtbot: QtBot) -> None:
    """Qt keeps the panel behind another's tab, visible by name, beyond the edge of the window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    view = View(window)
    view.setGeometry(-300, -300, 100, 100)
    window.show()
    recorder = Recorder()
    portions = portions_for(view, recorder)
    portions.ask()
    QTest.qWait(150)
    assert view.isVisible()
    assert not recorder.details
    view.move(10, 10)
    settled(portions, qtbot)
    assert recorder.finished


def test_a_rough_picture_first_and_a_fine_one_at_rest(view: View, qtbot: QtBot) -> None:
    recorder = Recorder()
    portions = portions_for(view, recorder, finest=9_000)
    view.show()
    settled(portions, qtbot)
    assert recorder.details[0] < 9_000
    assert recorder.details[-1] == 9_000
    count = len(recorder.details)
    QTest.qWait(400)
    assert len(recorder.details) == count, "at rest there is nothing to do"


def test_no_more_pictures_than_anybody_could_see(view: View, qtbot: QtBot) -> None:
    recorder = Recorder()
    portions = portions_for(view, recorder)
    view.show()
    settled(portions, qtbot)
    before, start = recorder.finished, time.monotonic()
    while recorder.finished - before < 10:
        portions.ask()
        QTest.qWait(5)
    assert time.monotonic() - start > 9 / 21, "twenty a second"


def test_what_takes_long_becomes_rougher_and_what_takes_no_time_finer(
    view: View, qtbot: QtBot
) -> None:
    for seconds, finer in ((0.02, False), (0.0, True)):
        portions = portions_for(view, Recorder(3, seconds))
        first = portions.detail
        view.show()
        changed = partial(_changes, portions, first, finer=finer)
        qtbot.waitUntil(changed)  # a machine that is busy for a moment may change it otherwise
        settled(portions, qtbot)


def _changes(portions: Portions, first: int, *, finer: bool) -> bool:
    """Ask once more, and return whether the picture is finer now, or rougher."""
    portions.ask()
    QTest.qWait(150)
    return portions.detail > first if finer else portions.detail < first


def test_the_window_gets_its_turn_between_portions(view: View, qtbot: QtBot) -> None:
    recorder = Recorder(20, 0.005)
    portions = portions_for(view, recorder, finest=0)
    view.show()
    turns = 0
    while not recorder.finished:
        QTest.qWait(1)
        turns += 1
    assert turns > 10
    settled(portions, qtbot)


def test_a_change_on_the_way_is_taken_up_afterwards(view: View, qtbot: QtBot) -> None:
    recorder = Recorder(20, 0.005)
    portions = portions_for(view, recorder, finest=0)
    view.show()
    qtbot.waitUntil(lambda: bool(recorder.details))
    portions.ask()
    assert recorder.finished == 0
    settled(portions, qtbot)
    assert recorder.finished == 2


def test_what_is_wrong_from_the_ground_up_is_dropped(view: View, qtbot: QtBot) -> None:
    recorder = Recorder(20, 0.005)
    portions = portions_for(view, recorder, finest=0)
    view.show()
    qtbot.waitUntil(lambda: bool(recorder.details))
    portions.ask(afresh=True)
    settled(portions, qtbot)
    assert len(recorder.details) == 2
    assert recorder.finished == 1


def test_finishing_now(view: View) -> None:
    recorder = Recorder()
    portions = portions_for(view, recorder, finest=77)
    portions.finish()
    assert recorder.details == [77]
    assert recorder.finished == 1


@pytest.mark.parametrize("layers", [(2, 4, 1), (400, 25, 10), (784, 500, 10)])
def test_batches_cover_everything_once(layers: tuple[int, ...]) -> None:
    network = Network(layers)
    parts = list(batches(5_000, network))
    covered = np.concatenate([np.arange(5_000)[part] for part in parts])
    assert (covered == np.arange(5_000)).all()
    assert (len(parts) > 1) == (layers[0] > 2)
