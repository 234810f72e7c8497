"""The matrices panel as a person uses it: pointing, clicking, keys, zoom, copying, following."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QToolTip, QVBoxLayout, QWidget

from bpviz.core import cost_and_gradient
from bpviz.session import Session, Unit, Weight
from bpviz.session.pages import PAGES as KNOWN
from bpviz.text import set_language
from bpviz.ui.formula.view import full_precision
from bpviz.ui.matrices import MatricesPanel
from bpviz.ui.matrices.cells import cell_text
from bpviz.ui.matrices.quantities import PAGES, Cell
from bpviz.ui.theme import DARK, LIGHT, Theme, apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("lecture")
    session.set_granularity("unit")
    yield session
    session.close()


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> MatricesPanel:
    return shown(qtbot, session)


def shown(
    qtbot: QtBot, session: Session, theme: Theme = LIGHT, width: int = 900, height: int = 420
) -> MatricesPanel:
    panel = MatricesPanel(session, theme)
    qtbot.addWidget(panel)
    apply(panel, theme)
    panel.resize(width, height)
    panel.show()
    return panel


def place(panel: MatricesPanel, cell: Cell) -> QPoint:
    box, sight = panel.view.layout_now().cell_box(cell), panel.view.sight()
    return QPoint(
        round(box.left - sight.left + box.width / 2), round(box.top - sight.top + box.height / 2)
    )


def find(panel: MatricesPanel, symbol: str, layer: int, unit: int, source: int = 0) -> Cell:
    for n, grid in enumerate(panel.view.layout_now().grids):
        if (grid.symbol, grid.layer) == (symbol, layer):
            return Cell(n, unit - grid.first, source)
    raise AssertionError(symbol)


def choose(panel: MatricesPanel, page: str) -> None:
    panel.chooser.segments[page].click()


def locate(session: Session, symbol: str, *at: int, example: int | None = None) -> int:
    layer, unit, *source = at
    k = session.trace.locate(symbol, layer, unit, source[0] if source else None, example)
    assert k is not None
    return k


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key; as in a window, whoever has the keyboard may claim it before shortcuts do."""
    QTest.keyClick(widget, key)


def readout(panel: MatricesPanel) -> str:
    label = panel.findChild(QLabel, "label.number")
    assert label is not None
    return label.text()


def picture(panel: MatricesPanel) -> QImage:
    return panel.view.viewport().grab().toImage()


def test_names_for_tests_and_screen_readers(panel: MatricesPanel) -> None:
    assert panel.objectName() == "view.matrices"
    for child in (
        panel,
        panel.view,
        *panel.chooser.segments.values(),
        *panel.findChildren(QToolButton),
    ):
        assert child.accessibleName()


# --- following the step ------------------------------------------------------------------------


def test_the_page_is_that_of_the_line(panel: MatricesPanel, session: Session) -> None:
    pages = []
    for line in range(1, 10):
        session.go_to_line(line)
        pages.append(panel.view.page)
        assert panel.chooser.segments[panel.view.page].isChecked()
    assert pages == ["Delta", *["units"] * 5, "Delta", "D", "Theta"]


def test_the_number_of_the_step_is_in_sight(qtbot: QtBot, session: Session) -> None:
    panel = shown(qtbot, session, width=400, height=250)
    for k in range(220):
        session.go(session.trace.score.examples_start + k)
        view = panel.view
        for region in view._lit.computed:
            cell = find(panel, region.symbol, region.layer, region.units[0], region.sources[0])
            box, sight = view.layout_now().cell_box(cell), view.sight()
            assert sight.left <= box.left
            assert box.right <= sight.right
            assert sight.top <= box.top
            assert box.bottom <= sight.bottom


def test_the_number_of_the_step_is_framed(panel: MatricesPanel, session: Session) -> None:
    session.go(locate(session, "delta", 3, 2, example=1))
    cell = find(panel, "delta", 3, 2)
    box, sight = panel.view.layout_now().cell_box(cell), panel.view.sight()
    corner = QPoint(round(box.left - sight.left - 2), round(box.top - sight.top + box.height / 2))
    assert picture(panel).pixelColor(corner).name() == LIGHT.accent
    session.step_forward()
    assert picture(panel).pixelColor(corner).name() != LIGHT.accent


def test_who_chooses_a_page_stays_there(panel: MatricesPanel, session: Session) -> None:
    choose(panel, "Theta")
    assert not panel.follow.isChecked()
    session.go_to_line(8)
    assert panel.view.page == "Theta"
    panel.follow.click()
    assert panel.view.page == "D"


def test_each_page_can_be_opened_from_elsewhere(panel: MatricesPanel, session: Session) -> None:
    assert tuple(panel.chooser.segments) == KNOWN["matrices"]
    for page in KNOWN["matrices"]:
        session.open_pages({"matrices": page})
        assert (panel.view.page, panel.follow.isChecked()) == (page, False)
        assert panel.chooser.segments[page].isChecked()
    session.open_pages({"matrices": ""})
    assert panel.follow.isChecked()
    session.go_to_line(7)
    assert panel.view.page == "Delta"
    choose(panel, "Theta")
    assert session.pages["matrices"] == "Theta"


def test_another_network_has_other_matrices(panel: MatricesPanel, session: Session) -> None:
    choose(panel, "Theta")
    session.set_network((3, 7, 4))
    shapes = [(grid.rows, grid.columns) for grid in panel.view.layout_now().grids]
    assert shapes == [(7, 4), (4, 8)]
    panel.view.move_to(Cell(1, 3, 7))
    session.set_data("xor")
    picture(panel)


def test_the_numbers_move_while_training(panel: MatricesPanel, session: Session) -> None:
    choose(panel, "Theta")
    before = picture(panel)
    session.network.parameters[:] *= -1
    session.refresh()
    assert picture(panel) != before


# --- pointing and clicking ---------------------------------------------------------------------


def test_hovering_shows_name_and_every_digit(
    panel: MatricesPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_rest: tips.append(text))
    choose(panel, "Theta")
    cell = find(panel, "Theta", 1, 2, 3)
    QTest.mouseMove(panel.view.viewport(), place(panel, cell))
    value = session.network.theta[0][1, 3]
    assert readout(panel) == f"Θ⁽¹⁾₂₃ = {full_precision(value)}"
    where = place(panel, cell)
    event = QHelpEvent(QEvent.Type.ToolTip, where, panel.view.viewport().mapToGlobal(where))
    QGuiApplication.sendEvent(panel.view.viewport(), event)
    assert tips[0].startswith(f"Θ⁽¹⁾₂₃ = {full_precision(value)}\n")
    QTest.mouseMove(panel.view.viewport(), QPoint(1, 1))
    assert readout(panel) == ""  # what the step computes is not on this page


def test_without_a_pointer_the_number_of_the_step_is_told(
    panel: MatricesPanel, session: Session
) -> None:
    k = locate(session, "z", 3, 2, example=4)
    session.go(k)
    value = session.trace[k].value
    assert value is not None
    assert readout(panel) == f"z⁽³⁾₂ = {full_precision(value)}"
    session.set_granularity("layer")
    assert readout(panel) == ""


def test_what_is_not_computed_says_so(panel: MatricesPanel, session: Session) -> None:
    session.go(locate(session, "z", 2, 1, example=1))
    QTest.mouseMove(panel.view.viewport(), place(panel, find(panel, "delta", 4, 2)))
    assert readout(panel) == "δ⁽⁴⁾₂: not yet computed"


def test_a_click_goes_to_the_step_and_back_returns(panel: MatricesPanel, session: Session) -> None:
    here = locate(session, "delta", 2, 3, example=4)
    session.go(here)
    QTest.mouseClick(panel.view.viewport(), LEFT, pos=place(panel, find(panel, "z", 3, 2)))
    assert session.cursor == locate(session, "z", 3, 2, example=4)
    assert session.selection == Unit(3, 2)
    session.back()
    assert session.cursor == here


def test_a_click_on_a_weight_selects_it(panel: MatricesPanel, session: Session) -> None:
    choose(panel, "Theta")
    cursor = session.cursor
    QTest.mouseClick(panel.view.viewport(), LEFT, pos=place(panel, find(panel, "Theta", 2, 4, 0)))
    assert session.selection == Weight(2, 4, 0)
    assert session.cursor == cursor  # no step of this pass has made it
    choose(panel, "D")
    QTest.mouseClick(panel.view.viewport(), LEFT, pos=place(panel, find(panel, "D", 2, 4, 1)))
    assert session.cursor == locate(session, "D", 2, 4, 1)


def test_the_accumulator_comes_from_the_example_before(
    panel: MatricesPanel, session: Session
) -> None:
    choose(panel, "Delta")
    session.go(locate(session, "z", 2, 1, example=6))
    QTest.mouseClick(panel.view.viewport(), LEFT, pos=place(panel, find(panel, "Delta", 3, 1, 2)))
    assert session.cursor == locate(session, "Delta", 3, 1, 2, example=5)


def test_what_is_selected_is_framed(panel: MatricesPanel, session: Session) -> None:
    choose(panel, "Theta")
    before = picture(panel)
    session.select(Weight(1, 2, 3))
    after = picture(panel)
    box = panel.view.layout_now().cell_box(find(panel, "Theta", 1, 2, 3))
    assert before != after
    edge = QPoint(round(box.left - 1), round(box.top + box.height / 2))
    assert after.pixelColor(edge).lightness() < 60


# --- the keyboard ------------------------------------------------------------------------------


@pytest.fixture
def reached(qtbot: QtBot, panel: MatricesPanel) -> MatricesPanel:
    """The panel, its numbers reached with Tab."""
    choose(panel, "Theta")
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(panel.view.hasFocus)
    return panel


def test_arrows_move_a_cursor_from_grid_to_grid(reached: MatricesPanel) -> None:
    view = reached.view
    assert readout(reached).startswith("Θ⁽¹⁾₁₀ = ")
    press(view, Qt.Key.Key_Down)
    for _ in range(4):
        press(view, Qt.Key.Key_Right)
    assert readout(reached).startswith("Θ⁽²⁾₂₀ = ")
    press(view, Qt.Key.Key_Left)
    assert readout(reached).startswith("Θ⁽¹⁾₂₃ = ")
    press(view, Qt.Key.Key_Up)
    press(view, Qt.Key.Key_Up)  # there is nothing above
    assert readout(reached).startswith("Θ⁽¹⁾₁₃ = ")
    assert view.viewport().accessibleDescription() == readout(reached)


def test_arrows_pass_through_the_units(reached: MatricesPanel) -> None:
    choose(reached, "units")
    names = []
    for _ in range(11):
        names.append(reached.view.name(reached.view.cell))
        press(reached.view, Qt.Key.Key_Right)
    assert names == [
        "a⁽¹⁾₀", "z⁽²⁾₁", "a⁽²⁾₁", "δ⁽²⁾₁", "z⁽³⁾₁", "a⁽³⁾₁", "δ⁽³⁾₁", "z⁽⁴⁾₁", "a⁽⁴⁾₁", "δ⁽⁴⁾₁",
        "δ⁽⁴⁾₁",
    ]  # fmt: skip


def test_enter_visits(reached: MatricesPanel, session: Session) -> None:
    choose(reached, "D")
    press(reached.view, Qt.Key.Key_Right)
    press(reached.view, Qt.Key.Key_Return)
    assert session.cursor == locate(session, "D", 1, 1, 1)
    assert session.selection == Weight(1, 1, 1)


def test_copy_takes_the_number_under_the_cursor(reached: MatricesPanel, session: Session) -> None:
    QTest.keyClick(reached.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert float(QGuiApplication.clipboard().text()) == session.network.theta[0][0, 0]
    assert readout(reached) == "Copied: Θ⁽¹⁾₁₀"


def claimed(widget: QWidget, key: Qt.Key) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QGuiApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_after_a_click_the_arrows_go_on_walking(qtbot: QtBot, reached: MatricesPanel) -> None:
    view = reached.view
    assert claimed(view, Qt.Key.Key_Right)
    other = QWidget()
    qtbot.addWidget(other)
    view.clearFocus()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not claimed(view, Qt.Key.Key_Right)
    assert claimed(view, Qt.Key.Key_Plus)
    before = view.cell
    press(view, Qt.Key.Key_Right)
    assert view.cell == before


def test_the_cursor_can_be_seen(reached: MatricesPanel) -> None:
    focused = picture(reached)
    press(reached.view, Qt.Key.Key_Right)
    assert picture(reached) != focused


def test_arrows_go_from_page_to_page(panel: MatricesPanel) -> None:
    segments = panel.chooser.segments
    choose(panel, "D")
    segments["D"].setFocus(Qt.FocusReason.TabFocusReason)
    assert claimed(segments["D"], Qt.Key.Key_Left)
    press(segments["D"], Qt.Key.Key_Left)
    assert panel.view.page == "Delta"
    press(segments["Delta"], Qt.Key.Key_Right)
    press(segments["D"], Qt.Key.Key_Right)
    assert panel.view.page == "Theta"


# --- zooming -----------------------------------------------------------------------------------


def wheel(panel: MatricesPanel, at: QPoint, steps: int) -> None:
    view = panel.view.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  (the constructor takes it by position only)
    )
    QGuiApplication.sendEvent(panel.view.viewport(), event)


def test_the_wheel_zooms_around_the_pointer(panel: MatricesPanel) -> None:
    choose(panel, "Theta")
    cell = find(panel, "Theta", 2, 3, 2)
    where = place(panel, cell)
    small = panel.view.layout_now().cell
    for _ in range(4):
        wheel(panel, where, 1)
    assert panel.view.layout_now().cell > small
    assert panel.view._at(QPointF(where)) == cell
    for _ in range(4):
        wheel(panel, where, -1)
    assert panel.view.layout_now().cell == small
    wheel(panel, where, 1)
    large = panel.view.layout_now().cell
    wheel(panel, where, 0)  # as a wheel sends that is tilted sideways
    assert panel.view.layout_now().cell == large


def test_keys_zoom_and_fit(reached: MatricesPanel) -> None:
    view = reached.view
    small = view.layout_now().cell
    press(view, Qt.Key.Key_Plus)
    press(view, Qt.Key.Key_Plus)
    assert view.layout_now().cell > small
    press(view, Qt.Key.Key_Minus)
    press(view, Qt.Key.Key_0)
    assert view.layout_now().cell == small


def test_each_page_keeps_its_zoom(panel: MatricesPanel) -> None:
    choose(panel, "Theta")
    panel.view.zoom(1.25)
    large = panel.view.layout_now().cell
    choose(panel, "D")
    choose(panel, "Theta")
    assert panel.view.layout_now().cell == large


def test_zooming_has_an_end_both_ways(qtbot: QtBot) -> None:
    session = Session("digits")
    panel = shown(qtbot, session)
    choose(panel, "Theta")
    for factor in (1.25, 0.8):
        for _ in range(80):
            panel.view.zoom(factor)
        before = panel.view.layout_now().cell
        panel.view.zoom(factor)
        assert panel.view.layout_now().cell == before
        assert before[0] >= 1
        picture(panel)
    session.close()


# --- copying -----------------------------------------------------------------------------------


def test_the_whole_page_is_copied_for_numpy(panel: MatricesPanel, session: Session) -> None:
    session.last_step()
    choose(panel, "D")
    button = panel.findChild(QToolButton, "button.copy_matrices")
    assert button is not None
    button.menu().actions()[0].trigger()
    names: dict[str, np.ndarray] = {}
    exec(QGuiApplication.clipboard().text(), {"np": np}, names)  # noqa: S102
    data = session.data
    D = cost_and_gradient(session.network, data.X_train, data.Y_train)[1]
    for n, matrix in enumerate(D, start=1):
        np.testing.assert_array_equal(names[f"D{n}"], matrix)
    assert readout(panel) == "Copied: D1, D2, D3"


def test_the_menu_of_a_number_copies_it_or_its_matrix(
    panel: MatricesPanel, session: Session
) -> None:
    choose(panel, "Theta")
    menu = panel.view.copy_menu(find(panel, "Theta", 3, 2, 1))
    number, numpy, octave = menu.actions()[:3]
    number.trigger()
    assert float(QGuiApplication.clipboard().text()) == session.network.theta[2][1, 1]
    numpy.trigger()
    names: dict[str, np.ndarray] = {}
    exec(QGuiApplication.clipboard().text(), {"np": np}, names)  # noqa: S102
    np.testing.assert_array_equal(names["Theta3"], session.network.theta[2])
    octave.trigger()
    assert QGuiApplication.clipboard().text().startswith("Theta3 = [")
    menu.deleteLater()


def test_the_menu_copies_what_was_there_when_it_was_opened(
    panel: MatricesPanel, session: Session
) -> None:
    session.go_to_line(7)
    session.next_line()
    choose(panel, "Delta")
    Delta = session.state.Delta[1].copy()
    menu = panel.view.copy_menu(find(panel, "Delta", 2, 1, 1))
    number, numpy, _ = menu.actions()[:3]
    session.last_step()  # and the page follows
    choose(panel, "D")
    number.trigger()
    assert float(QGuiApplication.clipboard().text()) == Delta[0, 1]
    numpy.trigger()
    names: dict[str, np.ndarray] = {}
    exec(QGuiApplication.clipboard().text(), {"np": np}, names)  # noqa: S102
    np.testing.assert_array_equal(names["Delta2"], Delta)
    menu.deleteLater()


# --- the look ----------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("data", ["xor", "iris", "digits"])
def test_every_page_is_drawn_in_every_look(
    qtbot: QtBot, theme: Theme, scale: float, data: str
) -> None:
    session = Session(data)
    panel = MatricesPanel(session, theme)
    qtbot.addWidget(panel)
    apply(panel, theme, scale)
    panel.resize(400, 250)
    panel.show()
    for k in (0, len(session.trace) // 3, len(session.trace) - 1):
        session.go(k)
        for page in PAGES:
            choose(panel, page)
            image = picture(panel)
            assert image.pixelColor(image.width() - 1, 0).name() == theme.surface
    session.close()


def test_more_digits_take_more_room(panel: MatricesPanel, session: Session) -> None:
    choose(panel, "Theta")
    narrow = panel.view.layout_now().metrics.number[0]
    session.set_digits(6)
    assert panel.view.layout_now().metrics.number[0] > narrow


def test_numbers_are_written_as_in_the_equations() -> None:
    assert cell_text(0.123456, 4) == "0.1235"
    assert cell_text(1.0, 4) == "1"
    assert cell_text(-12.0, 4) == "−12"
    set_language("ru")
    assert cell_text(-0.5, 2) == "−0,50"


def test_a_panel_that_is_gone_hears_nothing(qtbot: QtBot, session: Session) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    panel = MatricesPanel(session, LIGHT, holder)
    QVBoxLayout(holder).addWidget(panel)
    holder.show()
    panel.deleteLater()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    session.step_forward()
    session.select(Unit(1, 1))
    session.set_digits(3)
