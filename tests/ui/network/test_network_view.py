"""The view as a person meets it: pointing, clicking, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bpviz.session import Session, Unit, Weight
from bpviz.ui.network import NetworkView
from bpviz.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    Maker = Callable[..., tuple[Session, NetworkView]]


LEFT = Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


def go(session: Session, symbol: str, *where: int | None) -> None:
    k = session.trace.locate(symbol, *where)  # type: ignore[arg-type]
    assert k is not None
    session.go(session.trace.score.end(k, session.granularity))


def point(view: NetworkView, item: Unit | Weight) -> QPoint:
    scene = view.scene
    if isinstance(item, Unit):
        return QPointF(*scene.placement.centre(item)).toPoint()
    index = scene.edges.index(item)
    assert index is not None
    return QPointF(*scene.edges.curves.at(0.5)[index].tolist()).toPoint()


def hover(view: NetworkView, at: QPoint) -> None:
    where = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, view.mapToGlobal(where), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, NOTHING,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def selected(session: Session) -> Unit:
    assert isinstance(session.selection, Unit)
    return session.selection


def press(view: NetworkView, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> None:
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, held))


def test_pointing_shows_numbers(view_of: Maker) -> None:
    session, view = view_of()
    go(session, "a", 4, 4, None, 2)
    hover(view, point(view, Unit(3, 2)))
    assert view._card.isVisible()
    z, a = session.state.z[2], session.state.a[2]
    assert z is not None
    assert [fact.value for fact in view._card.facts] == [z[1], a[1]]
    assert view.rect().contains(view._card.geometry())
    before = [fact.value for fact in view._card.facts]
    session.show_example(3)  # live
    assert [fact.value for fact in view._card.facts] != before
    hover(view, QPoint(2, view.height() // 2))
    assert not view._card.isVisible()
    hover(view, point(view, Weight(1, 2, 1)))
    found = view._pointed
    assert isinstance(found, Weight)
    theta = session.network.theta[found.layer - 1][found.unit - 1, found.source]
    assert view._card.facts[0].value == theta
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not view._card.isVisible()


def test_a_click_selects_and_a_click_beside_clears(
    view_of: Maker,
) -> None:
    session, view = view_of()
    QTest.mouseClick(view, LEFT, NOTHING, point(view, Unit(2, 3)))
    assert session.selection == Unit(2, 3)
    strong = view.scene.emphasis == view.scene.emphasis.max()
    edges = view.scene.edges
    own = ((edges.layer == 1) & (edges.unit == 3)) | ((edges.layer == 2) & (edges.source == 3))
    np.testing.assert_array_equal(strong, own)
    QTest.mouseClick(view, LEFT, NOTHING, QPoint(3, 240))
    assert session.selection is None


def test_a_double_click_goes_to_the_step_that_computed_it(
    view_of: Maker,
) -> None:
    session, view = view_of()
    go(session, "Delta", 3, 4, 5, 2)
    start = session.cursor
    QTest.mouseDClick(view, LEFT, NOTHING, point(view, Unit(2, 3)))
    assert session.cursor == session.trace.locate("delta", 2, 3, None, 2)
    session.back()
    assert session.cursor == start


def test_the_menu_leads_to_every_number(
    view_of: Maker,
) -> None:
    session, view = view_of()
    go(session, "Delta", 3, 4, 5, 2)
    where = point(view, Unit(3, 2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, view.mapToGlobal(where))
    menu = view.origins_menu(Unit(3, 2))
    assert ["z⁽³⁾₂" in menu.actions()[0].text(), len(menu.actions())] == [True, 3]
    menu.actions()[1].trigger()
    assert session.cursor == session.trace.locate("a", 3, 2, None, 2)
    menu.close()
    QApplication.sendEvent(view, event)
    assert session.selection == Unit(3, 2)
    popups = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
    assert len(popups) == 1
    popups[0].close()


def test_the_menu_leads_nowhere_once_there_are_other_data(view_of: Maker) -> None:
    session, view = view_of()
    go(session, "Delta", 3, 4, 5, 2)
    menu = view.origins_menu(Unit(3, 2))
    session.set_data("xor")
    before = session.cursor
    menu.actions()[1].trigger()
    assert session.cursor == before
    assert not session.can_go_back
    menu.close()


def test_everything_by_keyboard(view_of: Maker, qtbot: QtBot) -> None:
    session, view = view_of()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    go(session, "Delta", 3, 4, 5, 2)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    press(view, Qt.Key.Key_Right, both)
    assert selected(session) == Unit(1, 0)
    press(view, Qt.Key.Key_Down, both)
    assert selected(session) == Unit(1, 1)
    press(view, Qt.Key.Key_Right, both)
    assert selected(session).layer == 2
    assert view._card.isVisible()
    assert view.accessibleDescription().startswith("Unit")
    before = selected(session)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    unit = selected(session)
    assert (unit.layer, unit.unit) == (before.layer, before.unit + 1)
    assert view.hasFocus()
    press(view, Qt.Key.Key_Return)
    assert (session.step.layer, session.step.unit) == (unit.layer, unit.unit)
    press(view, Qt.Key.Key_Escape)
    assert session.selection is None
    assert not view._card.isVisible()


def test_the_keyboard_is_seen(view_of: Maker, qtbot: QtBot) -> None:
    session, view = view_of()
    session.select(Unit(2, 2))
    without = view.grab().toImage()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.grab().toImage() != without


@pytest.mark.usefixtures("qapp")
def test_a_view_that_is_gone_is_not_called() -> None:
    session = Session("lecture")
    view = NetworkView(session, LIGHT)
    shiboken6.delete(view)
    session.show_example(5)
    session.select(Unit(1, 1))
    session.close()


def test_the_view_fits_into_small_windows(
    view_of: Maker,
) -> None:
    _, view = view_of()
    assert view.minimumSizeHint().width() <= 420
    assert view.minimumSizeHint().height() <= 320
    assert view.objectName() == "view.network"
    assert view.accessibleName()
