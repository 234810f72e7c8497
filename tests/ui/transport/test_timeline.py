"""The timeline under a hand: mouse, wheel and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from bpviz.session import Session
from bpviz.ui.theme import THEMES
from bpviz.ui.transport import Timeline
from bpviz.ui.transport.status import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


LEFT = Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=["lecture", "xor", "digits"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    session = Session(request.param)
    yield session
    session.close()


@pytest.fixture(params=["light", "dark"])
def timeline(qtbot: QtBot, session: Session, request: pytest.FixtureRequest) -> Timeline:
    timeline = Timeline(session, THEMES[request.param])
    qtbot.addWidget(timeline)
    timeline.resize(760, timeline.sizeHint().height())
    timeline.show()
    return timeline


def upper(x: float) -> QPoint:
    return QPoint(round(x), 8)


def lower(timeline: Timeline, x: float) -> QPoint:
    return QPoint(round(x), timeline.height() - 10)


def move(timeline: Timeline, to: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the mouse; without a window system QTest does not deliver moves without a button."""
    place = QPointF(to)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        QPointF(timeline.mapToGlobal(to)),
        none,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(timeline, event)


def turn(timeline: Timeline, at: QPoint, eighths: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(timeline.mapToGlobal(at)),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(timeline, event)


def test_it_speaks_as_a_slider(timeline: Timeline, session: Session) -> None:
    assert timeline.objectName() == "slider.timeline"
    assert timeline.accessibleName()
    assert (timeline.minimum(), timeline.maximum()) == (0, len(session.trace) - 1)
    timeline.setValue(10**15)
    assert timeline.value() == session.cursor == len(session.trace) - 1


@pytest.mark.parametrize("granularity", ["unit", "layer"])
def test_a_click_on_a_line_goes_to_that_line(
    timeline: Timeline, session: Session, granularity: str
) -> None:
    session.set_granularity(granularity)  # type: ignore[arg-type]
    session.show_example(2)
    for span in timeline.detail.spans:
        x = (span.left + span.right) / 2
        QTest.mouseClick(timeline, LEFT, NOTHING, lower(timeline, x))
        assert session.example == 2
        assert span.first <= session.cursor <= span.last
        if granularity == "layer":
            assert session.cursor == span.last


def test_a_click_above_goes_to_that_example(timeline: Timeline, session: Session) -> None:
    line = session.step.line
    left, right = timeline.overview.spans[1].left, timeline.overview.spans[-3].right
    m = session.trace.m
    QTest.mouseClick(timeline, LEFT, NOTHING, upper((left + right) / 2 + 1))
    assert session.example == pytest.approx(m / 2, abs=max(1, m / 300))
    if not timeline.overview.lined:
        assert session.step.line == line


def test_both_ends_can_be_reached(timeline: Timeline, session: Session) -> None:
    session.set_granularity("unit")
    QTest.mouseClick(timeline, LEFT, NOTHING, upper(1))
    assert session.cursor == 0
    QTest.mouseClick(timeline, LEFT, NOTHING, upper(timeline.width() - 1))
    assert session.cursor == len(session.trace) - 1


def test_a_drag_goes_through_the_example_and_stays_in_it(
    timeline: Timeline, session: Session
) -> None:
    session.show_example(2)
    lines = []
    QTest.mousePress(timeline, LEFT, NOTHING, lower(timeline, 8))
    for x in range(8, timeline.width() + 100, 4):
        move(timeline, lower(timeline, x) - QPoint(0, 60), LEFT)
        lines.append(session.step.line)
        assert session.example == 2
    QTest.mouseRelease(timeline, LEFT, NOTHING, lower(timeline, 700))
    assert lines == sorted(lines)
    assert set(lines) == {2, 3, 4, 5, 6, 7}
    at = session.cursor
    move(timeline, lower(timeline, 100))
    assert session.cursor == at, "the drag is over"


def test_a_drag_above_goes_through_the_pass(timeline: Timeline, session: Session) -> None:
    examples = []
    QTest.mousePress(timeline, LEFT, NOTHING, upper(60))
    for x in range(60, timeline.width(), 5):
        move(timeline, upper(x), LEFT)
        examples.append(session.example)
    QTest.mouseRelease(timeline, LEFT, NOTHING, upper(700))
    assert examples == sorted(examples)
    assert len(set(examples)) > min(session.trace.m - 1, 50)


def test_hovering_tells_where_a_click_would_go(timeline: Timeline, session: Session) -> None:
    span = timeline.detail.spans[4]
    at = lower(timeline, (span.left + span.right) / 2)
    before = session.cursor
    move(timeline, at)
    told = QToolTip.text()
    assert session.cursor == before
    QTest.mouseClick(timeline, LEFT, NOTHING, at)
    assert told == sentence_at(session.trace, session.cursor, "layer")
    QToolTip.hideText()


def test_the_wheel_steps_below_and_goes_by_examples_above(
    timeline: Timeline, session: Session
) -> None:
    start = session.cursor
    turn(timeline, lower(timeline, 300), -120)
    assert session.cursor == session.trace.next(start, "layer")
    turn(timeline, lower(timeline, 300), 120)
    assert session.cursor == start
    for _ in range(4):  # a finer wheel, or two fingers
        turn(timeline, lower(timeline, 300), -30)
    assert session.cursor == session.trace.next(start, "layer")
    turn(timeline, upper(300), -240)
    assert session.example == 3
    turn(timeline, upper(300), 120)
    assert session.example == 2


def test_keys(timeline: Timeline, session: Session) -> None:
    start = session.cursor
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert session.cursor == session.trace.next(start, "layer")
    QTest.keyClick(timeline, Qt.Key.Key_Left)
    assert session.cursor == start
    QTest.keyClick(timeline, Qt.Key.Key_Right, control)
    assert session.example == 2
    QTest.keyClick(timeline, Qt.Key.Key_Left, control)
    assert session.cursor == start
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert session.cursor == len(session.trace) - 1
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert session.cursor == 0


def test_it_shows_the_moment(timeline: Timeline, session: Session) -> None:
    """Every kind of step is drawn, and each looks different from the one before."""
    pictures = [timeline.grab().toImage()]
    for _ in range(12):
        session.step_forward()
        picture = timeline.grab().toImage()
        assert picture != pictures[-1]
        pictures.append(picture)
    session.last_step()
    assert timeline.grab().toImage() != pictures[-1]
    assert timeline.accessibleDescription().startswith("Line 9")


def test_another_network_gets_another_timeline(timeline: Timeline, session: Session) -> None:
    sizes = session.network.layers
    session.set_network((sizes[0], 7, 6, 5, sizes[-1]))
    names = [span.names[0] for span in timeline.detail.spans]
    assert "δ⁽⁴⁾" in names
    assert timeline.maximum() == len(session.trace) - 1


def test_larger_text_needs_more_room(timeline: Timeline) -> None:
    before = timeline.sizeHint().height()
    font = timeline.font()
    font.setPointSizeF(2 * font.pointSizeF())
    timeline.setFont(font)
    assert timeline.sizeHint().height() == pytest.approx(2 * before, rel=0.1)
