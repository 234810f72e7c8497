"""The row under the network, used as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSlider, QSpinBox, QToolButton

from bpviz.session import Session
from bpviz.ui.playback import Playback
from bpviz.ui.theme import LIGHT, apply
from bpviz.ui.transport import TransportBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
NAMES = ("first_step", "step_back", "play", "step_forward", "last_step")


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("lecture")
    yield session
    session.close()


@pytest.fixture
def playback(qtbot: QtBot, session: Session) -> Iterator[Playback]:
    del qtbot
    playback = Playback(session, reduced_motion=True)
    yield playback
    playback.close()


@pytest.fixture
def bar(qtbot: QtBot, session: Session, playback: Playback) -> TransportBar:
    actions = {}
    for name in NAMES:
        action = QAction(name)
        target = playback.toggle if name == "play" else getattr(session, name)
        action.triggered.connect(lambda _=False, target=target: target())
        actions[f"action.{name}"] = action
    bar = TransportBar(session, LIGHT, playback, actions)
    qtbot.addWidget(bar)
    apply(bar, LIGHT)
    bar.resize(780, bar.sizeHint().height())
    bar.show()
    return bar


def button(bar: TransportBar, name: str) -> QToolButton:
    found = [
        b for b in bar.findChildren(QToolButton)
        if b.defaultAction() is not None and name in {b.defaultAction().text(), b.objectName()}
    ]  # fmt: skip
    assert len(found) == 1
    return found[0]


def test_buttons_walk(bar: TransportBar, session: Session) -> None:
    start = session.cursor
    QTest.mouseClick(button(bar, "step_forward"), LEFT)
    assert session.cursor == session.trace.next(start, "layer")
    QTest.mouseClick(button(bar, "step_back"), LEFT)
    assert session.cursor == start
    QTest.mouseClick(button(bar, "last_step"), LEFT)
    assert session.cursor == len(session.trace) - 1
    QTest.mouseClick(button(bar, "first_step"), LEFT)
    assert session.cursor == 0


def test_play_says_what_it_would_do(bar: TransportBar, playback: Playback) -> None:
    QTest.mouseClick(button(bar, "Play"), LEFT)
    states = [playback.playing]
    QTest.mouseClick(button(bar, "Pause"), LEFT)
    states.append(playback.playing)
    assert states == [True, False]
    assert button(bar, "Play").toolTip()


def test_repeating(bar: TransportBar, playback: Playback) -> None:
    loop = button(bar, "Repeat the example")
    QTest.mouseClick(loop, LEFT)
    states = [playback.loop]
    QTest.mouseClick(loop, LEFT)
    states.append(playback.loop)
    assert states == [True, False]


def test_granularity_both_ways(bar: TransportBar, session: Session) -> None:
    choice = bar.findChild(QComboBox, "choice.granularity")
    assert choice is not None
    assert choice.currentText() == "By layer"
    QTest.keyClick(choice, Qt.Key.Key_Up)
    assert session.granularity == "unit"
    session.set_granularity("pass")
    assert choice.currentText() == "Whole pass"


def test_the_example_both_ways(bar: TransportBar, session: Session) -> None:
    number = bar.findChild(QSpinBox, "number.example")
    assert number is not None
    assert number.text() == "i = 1 of 160"
    number.selectAll()
    QTest.keyClicks(number, "12")
    assert session.example == 1, "not while it is being typed"
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert session.example == 12
    assert session.step.line == 3
    QTest.keyClick(number, Qt.Key.Key_Up)
    assert session.example == 13
    session.last_step()
    assert number.value() == 160
    assert session.cursor == len(session.trace) - 1, "showing a number chooses nothing"
    session.set_data("xor")
    assert number.maximum() == 4
    assert number.text().endswith(" of 4")


@pytest.mark.parametrize(
    ("notch", "speed", "words"),
    [(-10, 0.1, "0.1×"), (0, 1.0, "1×"), (3, 2.0, "2×"), (7, 5.0, "5×"), (20, 100.0, "100×")],
)
def test_speed(bar: TransportBar, playback: Playback, notch: int, speed: float, words: str) -> None:
    slider = bar.findChild(QSlider, "slider.speed")
    assert slider is not None
    slider.setValue(notch)
    assert playback.speed == pytest.approx(speed)
    assert words in [label.text() for label in bar.findChildren(QLabel)]


def test_speed_set_elsewhere_moves_the_slider(bar: TransportBar, playback: Playback) -> None:
    slider = bar.findChild(QSlider, "slider.speed")
    assert slider is not None
    playback.speed = 50.0
    assert slider.value() == 17
    assert playback.speed == 50.0


def test_it_is_low(bar: TransportBar) -> None:
    """Six lines of text at most: the network above needs the room."""
    assert bar.sizeHint().height() <= 6 * bar.fontMetrics().height()


def test_a_narrow_bar_keeps_all_within_reach(bar: TransportBar) -> None:
    bar.resize(420, bar.height())
    QApplication.processEvents()
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert more is not None
    assert more.isVisible()
    bar.resize(1000, bar.height())
    QApplication.processEvents()
    assert not more.isVisible()


def test_every_control_has_a_name_for_those_who_listen(bar: TransportBar) -> None:
    for kind in (QSlider, QSpinBox, QComboBox):
        for control in bar.findChildren(kind):
            assert control.accessibleName(), control.objectName()
    assert bar.timeline.accessibleName()


def test_a_closed_bar_no_longer_listens(session: Session, playback: Playback) -> None:
    before = [len(s) for s in (session.moment_changed, session.view_changed)]
    actions = {f"action.{name}": QAction(name) for name in NAMES}
    bar = TransportBar(session, LIGHT, playback, actions)
    assert len(session.moment_changed) > before[0]
    shiboken6.delete(bar)
    assert [len(s) for s in (session.moment_changed, session.view_changed)] == before
    session.step_forward()
    playback.speed = 2.0
