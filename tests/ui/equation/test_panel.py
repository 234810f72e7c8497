"""The equation panel as a person uses it: read, asked where numbers come from, copied."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip, QVBoxLayout, QWidget

from bpviz.data import load
from bpviz.session import Attention, Session
from bpviz.text import set_language
from bpviz.trace.formula import plain
from bpviz.ui.equation import EquationPanel
from bpviz.ui.equation.brief import results_only
from bpviz.ui.formula import Hotspot, typesetter
from bpviz.ui.theme import LIGHT, apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from bpviz.trace import Granularity


Open = Callable[..., EquationPanel]


@pytest.fixture
def open_panel(qtbot: QtBot) -> Iterator[Open]:
    sessions = []
    holders = []

    def make(
        session: Session | str = "lecture",
        granularity: Granularity = "unit",
        size: tuple[int, int] = (400, 200),
        scale: float = 1.0,
    ) -> EquationPanel:
        session = Session(session) if isinstance(session, str) else session
        session.set_granularity(granularity)
        sessions.append(session)
        holder = QWidget()
        apply(holder, LIGHT, scale)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        panel = EquationPanel(session, LIGHT, holder)
        column.addWidget(panel)
        holders.append(holder)
        qtbot.addWidget(holder)
        holder.resize(*size)
        holder.show()
        qtbot.waitExposed(holder)
        holder.activateWindow()
        qtbot.waitUntil(holder.isActiveWindow)
        settle(qtbot, panel)
        return panel

    yield make
    for session in sessions:
        session.close()
    typesetter().close()


def settle(qtbot: QtBot, panel: EquationPanel) -> None:
    def settled() -> bool:
        return panel.numbers.is_settled() and panel.rule.is_settled()

    qtbot.waitUntil(settled, timeout=10_000)
    qtbot.wait(10)  # the layout follows
    qtbot.waitUntil(settled, timeout=10_000)


def show(qtbot: QtBot, panel: EquationPanel, **wanted: object) -> None:
    """Go to the first step of example 1, or behind the examples, that is as wanted."""
    session = panel._session
    for k in range(len(session.trace)):
        place = session.trace.score.place(k)
        if all(getattr(place, name) == value for name, value in wanted.items()):
            session.go(k)
            settle(qtbot, panel)
            return
    raise LookupError(wanted)


def spots(panel: EquationPanel, symbol: str, *, given: bool) -> list[Hotspot]:
    return [
        spot
        for spot in panel.numbers.hotspots()
        if spot.piece.symbol == symbol and (spot.piece.origin is None) == given
    ]


def centre(panel: EquationPanel, spot: Hotspot) -> QPoint:
    return panel.numbers.box(spot).center().toPoint()


def click(panel: EquationPanel, spot: Hotspot) -> None:
    QTest.mouseClick(panel.numbers, Qt.MouseButton.LeftButton, pos=centre(panel, spot))


def button(panel: EquationPanel, name: str) -> QToolButton:
    found = panel.findChild(QToolButton, name)
    assert found is not None
    return found


def tip(panel: EquationPanel, spot: Hotspot) -> str:
    position = centre(panel, spot)
    QApplication.sendEvent(
        panel.numbers,
        QHelpEvent(QEvent.Type.ToolTip, position, panel.numbers.mapToGlobal(position)),
    )
    return QToolTip.text()


def test_it_shows_the_rule_and_the_numbers_of_the_step(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    assert panel.objectName() == "view.equation"
    assert panel.accessibleName()
    session = panel._session
    for _ in range(60):
        session.step_forward()
        trace, k = session.trace, session.cursor
        assert plain(panel.rule.formula()) == plain(trace.rule(k))
        assert plain(panel.numbers.formula()) == plain(trace.numbers(k))
        assert panel.numbers.accessibleName() == panel.caption.text()
    settle(qtbot, panel)


def test_granularity_chooses_between_one_number_and_a_layer(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    show(qtbot, panel, line=6, layer=2, unit=4)
    assert r"\sum" in plain(panel.rule.formula())
    panel._session.set_granularity("layer")
    settle(qtbot, panel)
    assert r"\odot" in plain(panel.rule.formula())
    assert "pmatrix" in plain(panel.numbers.formula())


def test_the_result_is_on_lit_ground(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    show(qtbot, panel, line=4, symbol="z", layer=2, unit=1)
    (made,) = panel.numbers.results
    (result,) = spots(panel, "z", given=False)
    assert made.contains(panel.numbers.box(result))
    show(qtbot, panel, line=3, unit=1)  # x is given, and still the result here
    (made,) = panel.numbers.results
    assert made.contains(panel.numbers.box(spots(panel, "x", given=True)[-1]))
    panel._session.set_granularity("layer")
    show(qtbot, panel, line=4, symbol="a", layer=2, unit=4)
    settle(qtbot, panel)
    assert len(panel.numbers.results) == 2  # z and a


def test_precision_is_chosen_from_a_small_menu(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    show(qtbot, panel, line=4, symbol="z", layer=3)
    for digits in (2, 6):
        action = button(panel, "choice.digits").menu().findChild(QAction, f"action.digits_{digits}")
        assert action is not None
        action.trigger()
        settle(qtbot, panel)
        decimals = re.findall(r"0\.(\d+)", plain(panel.numbers.formula()))
        assert {len(d) for d in decimals} == {digits}
        assert str(digits) in button(panel, "choice.digits").toolTip()
        assert action.isChecked()


def test_every_number_says_where_it_comes_from_and_leads_there(
    qtbot: QtBot, open_panel: Open
) -> None:
    panel = open_panel("xor")
    session = panel._session
    show(qtbot, panel, line=6, layer=2, unit=2)
    start = session.cursor
    assert not button(panel, "button.back").isEnabled()
    spot = spots(panel, "delta", given=False)[0]
    assert "line 5" in tip(panel, spot)
    click(panel, spot)
    assert (session.step.line, session.step.symbol, session.step.layer) == (5, "delta", 3)
    assert session.step.value == spot.piece.value
    settle(qtbot, panel)
    click(panel, spots(panel, "a", given=False)[0])
    assert (session.step.line, session.step.symbol, session.step.layer) == (4, "a", 3)
    back = button(panel, "button.back")
    assert back.isEnabled()
    back.click()
    assert session.step.line == 5
    back.click()
    assert session.cursor == start
    assert not back.isEnabled()


def test_from_a_matrix_one_comes_to_the_single_number(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor", "layer")
    session = panel._session
    show(qtbot, panel, line=4, layer=3, symbol="a")
    spot = next(s for s in spots(panel, "a", given=False) if s.piece.origin != session.cursor)
    click(panel, spot)
    assert session.cursor == spot.piece.origin
    assert session.step.value == spot.piece.value
    assert session.granularity == "unit"


def test_what_no_step_has_computed_is_explained_and_copied(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    show(qtbot, panel, line=4, symbol="z", layer=2, unit=1)
    spot = spots(panel, "Theta", given=True)[1]
    assert "random" in tip(panel, spot)
    assert repr(spot.piece.value).replace("-", "−") in tip(panel, spot)
    cursor = panel._session.cursor
    assert not panel.note.isVisible()
    click(panel, spot)
    assert QGuiApplication.clipboard().text() == repr(spot.piece.value)
    assert panel._session.cursor == cursor
    assert panel.note.isVisible()
    assert repr(spot.piece.value) in panel.note.text()
    assert panel.rect().contains(panel.note.geometry())
    qtbot.waitUntil(lambda: not panel.note.isVisible(), timeout=4000)
    show(qtbot, panel, line=5)
    assert "data set" in tip(panel, spots(panel, "y", given=True)[0])
    show(qtbot, panel, line=9)
    assert "tool bar" in tip(panel, spots(panel, "alpha", given=True)[0])


def test_the_result_itself_is_copied(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    show(qtbot, panel, line=4, symbol="z", layer=2, unit=1)
    (result,) = spots(panel, "z", given=False)
    cursor = panel._session.cursor
    assert "This step" in tip(panel, result)
    click(panel, result)
    assert QGuiApplication.clipboard().text() == repr(result.piece.value)
    assert panel._session.cursor == cursor
    assert not button(panel, "button.back").isEnabled()


def test_all_by_keyboard(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    show(qtbot, panel, line=5)
    cursor = panel._session.cursor
    panel.numbers.clearFocus()
    panel.numbers.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.numbers.hasFocus()
    before = panel.numbers.grab().toImage()
    QTest.keyClick(panel.numbers, Qt.Key.Key_Tab)
    assert panel.numbers.grab().toImage() != before  # the ring has moved
    assert "data set" in QToolTip.text()
    QTest.keyClick(panel.numbers, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert panel.note.isVisible()
    QTest.keyClick(panel.numbers, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(panel.numbers, Qt.Key.Key_Return)
    assert panel._session.step.line == 4
    back = button(panel, "button.back")
    assert back.focusPolicy() & Qt.FocusPolicy.TabFocus
    back.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(back, Qt.Key.Key_Space)
    assert panel._session.cursor == cursor
    for name in ("button.back", "choice.digits", "button.copy_latex"):
        assert button(panel, name).accessibleName()


def test_copy_as_latex(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("lecture", "layer")
    show(qtbot, panel, line=6, layer=3, unit=5)
    button(panel, "button.copy_latex").click()
    rule, numbers = QGuiApplication.clipboard().text().splitlines()
    assert rule == r"$$\delta^{(3)}:=(\Theta^{(3)})^{\mathsf{T}}\,\delta^{(4)}\odot g'(z^{(3)})$$"
    assert numbers.count(r"\begin{pmatrix}") == numbers.count(r"\end{pmatrix}") == 4
    assert r"\vdots" not in numbers  # on paper there is room
    assert panel.note.isVisible()


@pytest.mark.parametrize("data", ["lecture", "digits", "xor", "iris"])
@pytest.mark.parametrize("granularity", ["unit", "layer"])
def test_nothing_is_cut_off_and_nothing_jumps(
    qtbot: QtBot, open_panel: Open, data: str, granularity: Granularity
) -> None:
    panel = open_panel(data, granularity)
    session = panel._session
    size, place = panel.size(), panel.area.geometry()
    for line in range(1, 10):
        session.go_to_line(line)
        for _ in range(2):
            session.step_forward()
            settle(qtbot, panel)
            assert panel.size() == size
            assert panel.area.geometry() == place
            shown = panel.numbers._shown
            assert shown is not None
            assert shown.width <= panel.area.viewport().width()
            assert shown.height <= panel.area.viewport().height()
            assert panel.verticalScrollBar().maximum() == 0
            assert panel.horizontalScrollBar().maximum() == 0


def test_what_is_larger_than_the_panel_scrolls(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("lecture", "layer", (330, 170), scale=2.0)
    show(qtbot, panel, line=7, layer=2, unit=5, source=5)
    for _ in range(3):
        settle(qtbot, panel)
    shown = panel.numbers._shown
    assert shown is not None
    assert panel.numbers.width() >= shown.width
    assert panel.numbers.height() >= shown.height
    inner, outer = panel.area, panel
    hidden = panel.numbers.height() - inner.viewport().height()
    assert inner.verticalScrollBar().maximum() >= hidden
    assert outer.verticalScrollBar().maximum() > 0


def test_more_room_writes_more_out(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("lecture", "layer")
    show(qtbot, panel, line=7, layer=2, unit=5, source=5)
    assert r"\cdots" in plain(panel.numbers.formula())
    panel.window().resize(900, 400)
    settle(qtbot, panel)
    assert r"\cdots" not in plain(panel.numbers.formula())


def test_the_next_step_is_prepared(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("lecture", "layer")
    show(qtbot, panel, line=4, layer=2, unit=5, symbol="a")
    qtbot.waitUntil(lambda: not panel._look_ahead.isActive())  # else it is the step before's
    qtbot.waitUntil(lambda: panel._ahead is not None and panel._ahead.done)
    panel._session.step_forward()
    assert panel.numbers.is_settled()
    assert panel.rule.is_settled()


def test_unmatched_costs_and_other_functions_fit_too(qtbot: QtBot, open_panel: Open) -> None:
    data = replace(load("xor"), hidden="relu", output="tanh", cost="squared-error")
    panel = open_panel(Session(data))
    for line in (4, 5, 6):
        panel._session.go_to_line(line)
        settle(qtbot, panel)
        shown = panel.numbers._shown
        assert shown is not None
        assert shown.width <= panel.area.viewport().width()
    assert "slope" in panel.caption.text()


def test_numbers_are_written_as_the_language_does(qtbot: QtBot, open_panel: Open) -> None:
    set_language("ru")
    panel = open_panel("xor")
    show(qtbot, panel, line=4, symbol="z", layer=3)
    assert "{,}" in plain(panel.numbers.formula())
    assert "," in tip(panel, spots(panel, "Theta", given=True)[0])


def test_a_panel_that_is_gone_is_not_called(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    session = panel._session
    panel.deleteLater()
    qtbot.wait(20)
    session.step_forward()
    session.set_digits(3)
    session.set_data("moons")


def test_numbers_that_a_lesson_hides_leave_the_rule(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("lecture", "layer")
    panel._session.set_attention(Attention(hide=frozenset({"numbers"})))
    assert panel.rule.isVisible()
    assert not panel.area.isVisible()
    panel._session.set_attention(Attention())
    settle(qtbot, panel)
    assert panel.area.isVisible()


def test_formulas_keep_a_least_size(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("lecture", "layer")
    panel.window().resize(260, 200)
    panel._session.go_to_line(6)
    settle(qtbot, panel)
    small = panel.numbers.em
    panel.set_least_size(28.0)
    settle(qtbot, panel)
    assert small < 28.0 <= panel.numbers.em
    assert panel.rule.em >= 28.0


def test_a_room_sees_rule_and_result_whatever_it_has_to_do_without(
    qtbot: QtBot, open_panel: Open
) -> None:
    session = Session("lecture")
    session.training.set(lambda_=1.0)
    panel = open_panel(session, "layer")
    panel.set_least_size(28.0)
    panel.present(sentence=False)
    assert not panel.caption.isVisible()
    for height, whole in ((200, False), (500, True)):
        panel.window().resize(700, height)
        for line in range(4, 10):
            session.go_to_line(line)
            settle(qtbot, panel)
            shown = plain(panel.numbers.formula())
            assert panel.rule.isVisible()
            assert panel.numbers.fits, (height, line)
            assert panel.area.verticalScrollBar().maximum() == 0, (height, line)
            assert panel.numbers.results
            calculated = plain(session.trace.numbers(session.cursor, "layer"))
            assert shown.split("=")[0] == calculated.split("=")[0]
            if line >= 7:
                assert (shown.count("pmatrix") > 2) is whole, (height, line)
    panel.present(sentence=True)
    assert panel.caption.isVisible()


def test_the_result_alone_is_what_comes_last() -> None:
    session = Session("lecture")
    trace = session.trace
    for line in range(1, 10):
        session.go_to_line(line)
        whole = trace.numbers(session.cursor, "layer")
        brief = results_only(whole)
        made = {piece.origin for piece in whole if piece.origin is not None}
        now = set(range(trace.score.start(session.cursor, "layer"), session.cursor + 1))
        assert {piece.origin for piece in brief} >= made & now
        assert results_only(brief) == brief or line == 4  # where two things are computed
    session.close()
