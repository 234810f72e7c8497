"""Points of one's own: drawn, dragged and rubbed out as a person would, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from bpviz.core import cost
from bpviz.data import own
from bpviz.session import Session
from bpviz.ui.classes import class_names
from bpviz.ui.data import DataView
from bpviz.ui.data.points import PointsCanvas
from bpviz.ui.theme import LIGHT, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


Maker = Callable[[str], tuple[Session, DataView]]

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NOTHING = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view_of(qtbot: QtBot) -> Iterator[Maker]:
    # Held here, lest Python collects a window that Qt is still painting.
    made: list[tuple[Session, DataView]] = []

    def make(data: str) -> tuple[Session, DataView]:
        session = Session(data)
        view = DataView(session, LIGHT)
        qtbot.addWidget(view)
        view.resize(480, 520)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        made.append((session, view))
        return session, view

    yield make
    QToolTip.hideText()
    for session, _ in made:
        session.close()


def sheet(view: DataView) -> PointsCanvas:
    assert isinstance(view.body, PointsCanvas)
    return view.body


def drawing(view: DataView) -> PointsCanvas:
    """Begin to draw, and return the sheet."""
    QTest.mouseClick(view.pencil.toggle, LEFT)
    QApplication.processEvents()
    assert sheet(view).editing
    return sheet(view)


def at(canvas: PointsCanvas, *place: float) -> QPoint:
    return canvas.plane.pixel(np.array(place)).toPoint()


def drag(canvas: PointsCanvas, start: QPoint, *ends: QPoint) -> None:
    QTest.mousePress(canvas, LEFT, NOTHING, start)
    for end in ends:
        move(canvas, end)
    QTest.mouseRelease(canvas, LEFT, NOTHING, ends[-1] if ends else start)


def move(canvas: PointsCanvas, end: QPoint) -> None:
    """Move the pointer while its left button is down."""
    place = QPointF(canvas.mapToGlobal(end))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), place, none, LEFT, NOTHING)
    QApplication.sendEvent(canvas, event)


def test_until_one_begins_to_draw_a_click_changes_nothing(view_of: Maker) -> None:
    session, view = view_of("xor")
    before = session.data
    canvas = sheet(view)
    QTest.mouseClick(canvas, LEFT, NOTHING, at(canvas, 0.5, 0.5))
    QTest.mouseClick(canvas, RIGHT, NOTHING, at(canvas, 0.0, 0.0))
    assert session.data is before
    assert not view.pencil.isVisible()


def test_a_click_adds_a_point_of_the_class_chosen(view_of: Maker) -> None:
    session, view = view_of("xor")
    theta = session.network.parameters.copy()
    canvas = drawing(view)
    plane = canvas.plane
    QTest.mouseClick(view.pencil.classes[0], LEFT)
    QTest.mouseClick(canvas, LEFT, NOTHING, at(canvas, 0.5, 0.5))
    QTest.mouseClick(view.pencil.classes[1], LEFT)
    QTest.mouseClick(canvas, LEFT, NOTHING, at(canvas, 0.25, 0.75))
    data = session.data
    assert data.name == "own"
    assert_allclose(data.X_train[4:], [[0.5, 0.5], [0.25, 0.75]], atol=1 / plane.scale[0])
    assert_array_equal(data.Y_train[4:, 0], [0, 1])
    assert_array_equal(session.network.parameters, theta)
    assert canvas is view.body, "one goes on drawing on the same sheet"
    assert canvas.plane is plane, "and nothing moves under the hand"
    assert view.counts.text().startswith("6 to learn from")
    J = cost(session.network, data.X_train, data.Y_train)
    assert session.training.latest.J == pytest.approx(J, rel=1e-12)  # noqa: SIM300


def test_the_right_button_removes_and_the_last_one_stays(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas = drawing(view)
    for place in ((0, 0), (0, 1), (1, 0)):
        QTest.mouseClick(canvas, RIGHT, NOTHING, at(canvas, *place))
    assert_array_equal(session.data.X, [[1, 1]])
    usual = view.pencil.hint.text()
    QTest.mouseClick(canvas, RIGHT, NOTHING, at(canvas, 1, 1))
    assert_array_equal(session.data.X, [[1, 1]])
    assert "has to stay" in view.pencil.hint.text()
    QTest.mouseClick(canvas, LEFT, NOTHING, at(canvas, 0, 0))
    assert view.pencil.hint.text() == usual
    QTest.mouseClick(canvas, RIGHT, NOTHING, at(canvas, 1, 1))
    assert len(session.data.X) == 1


def test_a_drag_moves_a_point_and_is_undone_at_once(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas = drawing(view)
    before = session.data
    session.training.train_to(20)
    start = at(canvas, 1, 0)
    drag(canvas, start, *(start + QPoint(-4 * n, -3 * n) for n in range(1, 10)))
    expected = canvas.plane.place(QPointF(start + QPoint(-36, -27)))
    assert_allclose(session.data.X[2], expected, atol=1 / canvas.plane.scale[0])
    assert_array_equal(np.delete(session.data.X, 2, axis=0), np.delete(before.X, 2, axis=0))
    assert session.example == 3, "what one takes hold of is what one looks at"
    assert session.training.iteration == 20
    session.edits.undo()
    assert session.data is before
    QApplication.processEvents()
    assert_array_equal(canvas.places, before.X)


def test_a_point_is_not_lost_beyond_the_edge(view_of: Maker) -> None:
    session, view = view_of("moons")
    canvas = drawing(view)
    row = int(session.data.train[0])
    start = at(canvas, *session.data.X[row])
    drag(canvas, start, QPoint(-200, 9000))
    low, _ = canvas.reach
    assert_allclose(session.data.X[row], low, atol=1e-9)


def test_a_new_point_can_be_put_right_in_the_same_move(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas = drawing(view)
    start = at(canvas, 0.5, 0.5)
    drag(canvas, start, start + QPoint(30, 10))
    assert len(session.data.X) == 5
    expected = canvas.plane.place(QPointF(start + QPoint(30, 10)))
    assert_allclose(session.data.X[4], expected, atol=1 / canvas.plane.scale[0])


def undone_while_held(session: Session, canvas: PointsCanvas, start: QPoint, points: int) -> None:
    """Press the button, undo the last edit, and move: nothing is dragged any more."""
    QTest.mousePress(canvas, LEFT, NOTHING, start)
    assert len(session.data.X) == points
    session.edits.undo()
    before = session.data
    move(canvas, start + QPoint(30, 10))
    assert session.data is before
    QTest.mouseRelease(canvas, LEFT, NOTHING, start)


def test_what_is_undone_is_no_longer_held(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas = drawing(view)
    undone_while_held(session, canvas, at(canvas, 0.5, 0.5), points=5)


def test_another_point_in_the_same_row_is_not_dragged_instead(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas = drawing(view)
    QTest.mouseClick(canvas, RIGHT, NOTHING, at(canvas, 0, 0))
    undone_while_held(session, canvas, at(canvas, 0, 1), points=3)


def test_points_held_back_can_be_moved_and_removed_too(view_of: Maker) -> None:
    session, view = view_of("moons")
    canvas = drawing(view)
    example = session.example
    alone = np.hypot(*(session.data.X[:, np.newaxis] - session.data.X).T)
    np.fill_diagonal(alone, np.inf)
    validation = session.data.validation
    row = int(validation[alone[validation].min(axis=1).argmax()])
    start = at(canvas, *session.data.X[row])
    drag(canvas, start, start + QPoint(0, 40))
    assert session.example == example
    assert session.data.X[row, 1] < -0.2 or row in session.data.validation
    QTest.mouseClick(canvas, RIGHT, NOTHING, start + QPoint(0, 40))
    assert len(session.data.validation) == len(validation) - 1


def test_an_empty_sheet_to_begin_with(view_of: Maker) -> None:
    session, view = view_of("spirals")
    canvas = drawing(view)
    plane = canvas.plane
    session.show_example(5)
    kept = session.data.X_train[4].copy()
    QTest.mouseClick(view.pencil.clear, LEFT)
    assert_array_equal(session.data.X, [kept])
    assert session.example == 1
    assert canvas.plane is plane
    session.edits.undo()
    assert len(session.data.X) == 300


def test_with_the_keyboard_alone(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas = drawing(view)
    assert canvas.hasFocus()
    assert view.pencil.label == 1
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    middle = canvas.plane.centre
    assert_allclose(session.data.X[4], middle)
    assert session.data.labels[4] == 1
    QTest.keyClick(canvas, Qt.Key.Key_C)
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert session.data.labels[5] == 0
    assert session.data.X[5, 0] > middle[0]
    assert session.data.X[5, 1] == pytest.approx(middle[1])
    before = session.data.X[5].copy()
    QTest.keyClick(canvas, Qt.Key.Key_Up, CONTROL)
    assert session.data.X[5, 1] > before[1]
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(session.data.X) == 5
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(session.data.X) == 5, "there is no point under the cross any more"


def test_its_keys_are_kept_from_the_windows_shortcuts(view_of: Maker) -> None:
    _, view = view_of("xor")
    canvas = drawing(view)
    kinds = QEvent.Type.ShortcutOverride
    for key, modifiers, kept in (
        (Qt.Key.Key_Left, NOTHING, True),
        (Qt.Key.Key_Space, NOTHING, True),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, False),
        (Qt.Key.Key_T, NOTHING, False),
        (Qt.Key.Key_Left, SHIFT, True),
        (Qt.Key.Key_Left, CONTROL, True),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, True),
        (Qt.Key.Key_C, NOTHING, True),
        (Qt.Key.Key_C, CONTROL, False),
        (Qt.Key.Key_C, CONTROL | SHIFT, False),
    ):
        event = QKeyEvent(kinds, key, modifiers)
        event.ignore()
        QApplication.sendEvent(canvas, event)
        assert event.isAccepted() == kept


def test_a_key_with_ctrl_is_for_somebody_else(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas, before = drawing(view), session.data
    for key in (Qt.Key.Key_C, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        for modifiers in (CONTROL, CONTROL | SHIFT):
            QTest.keyClick(canvas, key, modifiers)
    assert view.pencil.label == 1
    assert session.data is before


def test_what_lies_under_the_cross_is_told(view_of: Maker) -> None:
    _, view = view_of("xor")
    canvas = drawing(view)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.accessibleDescription().startswith("Example 5: 1: x₁ XOR x₂")
    QTest.keyClick(canvas, Qt.Key.Key_Up, CONTROL)
    assert canvas.accessibleDescription().startswith("Example 5: ")
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.accessibleDescription().startswith("x₁ = 0.50, x₂ = ")


def test_a_point_held_back_is_told_as_such(view_of: Maker) -> None:
    session, view = view_of("moons")
    canvas = drawing(view)
    row = int(session.data.validation[0])
    session.replace_examples(own.moved(session.data, row, canvas.plane.centre))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
    name = class_names(session.data)[session.data.labels[row]]
    told = canvas.accessibleDescription()
    assert told.startswith(f"A point held back: {name}; "), told


def test_an_arrow_moves_the_cross_and_with_shift_half_as_far(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas = drawing(view)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Up, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    away = (session.data.X[4] - canvas.plane.centre) * canvas.plane.scale
    assert_allclose(away, [16, 8])


def test_drawing_ends_and_everything_is_in_view_again(view_of: Maker) -> None:
    session, view = view_of("xor")
    canvas = drawing(view)
    drag(canvas, at(canvas, 1, 1), QPoint(5000, -5000))
    QTest.mouseClick(view.pencil.toggle, LEFT)
    assert not view.pencil.isVisible()
    assert canvas.focusPolicy() is Qt.FocusPolicy.NoFocus
    for x in session.data.X:
        assert canvas.plane.frame.adjusted(5, 5, -5, -5).contains(canvas.plane.pixel(x))


def test_other_data_end_it_where_there_is_nothing_to_draw_on(view_of: Maker) -> None:
    session, view = view_of("xor")
    drawing(view)
    session.set_data("moons")
    QApplication.processEvents()
    assert view.pencil.isVisible()
    assert [button.text() for button in view.pencil.classes] == ["0", "1: lower moon"]
    for name in ("iris", "digits"):
        session.set_data(name)
        QApplication.processEvents()
        assert not view.pencil.editing
        assert not view.pencil.toggle.isVisible()
    session.set_data("circles")
    QApplication.processEvents()
    assert view.pencil.toggle.isVisible()
    assert sheet(view).focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(240, 200), (900, 700)])
def test_the_sheet_at_any_size(qtbot: QtBot, theme: str, size: tuple[int, int]) -> None:
    session = Session("circles")
    view = DataView(session, THEMES[theme])
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    drawing(view)
    view.grab()
    session.close()


def test_every_control_is_named(view_of: Maker) -> None:
    _, view = view_of("xor")
    canvas = drawing(view)
    for button in (view.pencil.toggle, view.pencil.clear, *view.pencil.classes):
        assert button.objectName()
        assert button.accessibleName()
    assert canvas.accessibleName()
    assert "Space adds" in canvas.accessibleDescription()
