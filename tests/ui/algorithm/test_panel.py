"""The algorithm panel as a person uses it: read, lit, clicked, walked with keys, unfolded."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QVBoxLayout, QWidget

from bpviz.data import load
from bpviz.session import Session
from bpviz.text import set_language
from bpviz.trace.formula import plain
from bpviz.ui.algorithm import AlgorithmPanel
from bpviz.ui.formula import shapes as shapes_module
from bpviz.ui.formula import typesetter
from bpviz.ui.theme import DARK, LIGHT, apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from bpviz.ui.algorithm.row import LineRow


Open = Callable[..., AlgorithmPanel]


@pytest.fixture
def open_panel(qtbot: QtBot) -> Iterator[Open]:
    sessions = []
    holders = []

    def make(
        session: Session | str = "lecture", size: tuple[int, int] = (420, 330), scale: float = 1.0
    ) -> AlgorithmPanel:
        session = Session(session) if isinstance(session, str) else session
        sessions.append(session)
        holder = QWidget()
        apply(holder, LIGHT, scale)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        panel = AlgorithmPanel(session, LIGHT, holder)
        column.addWidget(panel)
        holders.append(holder)
        qtbot.addWidget(holder)
        holder.resize(*size)
        holder.show()
        qtbot.waitExposed(holder)
        holder.activateWindow()
        qtbot.waitUntil(holder.isActiveWindow)
        wait_until_settled(qtbot, panel)
        qtbot.wait(20)
        return panel

    yield make
    for session in sessions:
        session.close()
    typesetter().close()


def settled(row: LineRow) -> bool:
    return row.formula.is_settled() and row.counter.is_settled()


def wait_until_settled(qtbot: QtBot, panel: AlgorithmPanel) -> None:
    qtbot.waitUntil(lambda: all(settled(row) for row in panel.rows))


def lit(panel: AlgorithmPanel) -> list[int]:
    return [row.line.number for row in panel.rows if row.lit]


def counter(panel: AlgorithmPanel, line: int) -> str:
    return plain(panel.rows[line - 1].counter.formula())


def click(row: LineRow) -> None:
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))


def wrong_pair() -> Session:
    return Session(replace(load("xor"), output="tanh", cost="squared-error"))


def test_nine_lines_with_names(open_panel: Open) -> None:
    panel = open_panel()
    assert panel.objectName() == "view.algorithm"
    assert panel.accessibleName()
    assert [row.line.number for row in panel.rows] == list(range(1, 10))
    for row in panel.rows:
        assert f"Line {row.line.number}" in row.accessibleName()
        assert row.chevron.accessibleName()
        assert row.line.title in row.toolTip()


@pytest.mark.parametrize("line", range(1, 10))
def test_the_line_of_the_moment_is_lit_and_no_other(open_panel: Open, line: int) -> None:
    panel = open_panel()
    session = panel._session
    session.go_to_line(line)
    assert session.step.line == line
    assert lit(panel) == [line]
    assert panel.rows[line - 1].accessibleDescription()


def test_light_is_a_bar_and_a_ground_not_only_a_colour(open_panel: Open) -> None:
    panel = open_panel()
    panel._session.go_to_line(5)
    picture = panel.grab().toImage()
    row = panel.rows[4]
    middle = row.mapTo(panel, QPoint(1, row.height() // 2))
    assert picture.pixelColor(middle) == QColor(LIGHT.accent)
    ground = row.mapTo(panel, QPoint(row.width() // 2, 3))
    assert picture.pixelColor(ground) == QColor(LIGHT.highlight)


def test_the_counters_show_i_and_l(open_panel: Open) -> None:
    panel = open_panel("xor")
    session = panel._session
    session.show_example(3)
    session.go_to_line(4)  # layer 2, so l = 1
    assert (session.step.example, session.step.layer) == (3, 2)
    assert counter(panel, 4) == "l = 1"
    assert counter(panel, 2).startswith("i = 3")
    assert counter(panel, 2).endswith(r"\text{of}\;4")
    session.go_to_line(6)
    assert counter(panel, 6) == "l = 2"
    assert r"\dots" in counter(panel, 4)  # at rest it shows what the loop runs over
    session.step_forward()
    assert (session.step.layer, counter(panel, 6)) == (1, "l = 1")
    session.go_to_line(5)
    assert counter(panel, 5) == "i = 4"
    session.go_to_line(8)
    assert counter(panel, 8) == "l = 1"
    assert counter(panel, 2) == "m = 4"


@pytest.mark.parametrize(("code", "mark"), [("en", "{,}"), ("ru", r"\,")])
def test_many_examples_are_counted_with_their_thousands_apart(
    open_panel: Open, code: str, mark: str
) -> None:
    set_language(code)
    try:
        panel = open_panel("digits")
        panel._session.show_example(57)
        shown = counter(panel, 2)
        assert shown.startswith(rf"\phantom{{0{mark}0}}i = 57\;")
        assert shown.endswith(rf"\;1{mark}438")
        panel._session.show_example(1438)
        assert counter(panel, 2).startswith(f"i = 1{mark}438")
    finally:
        set_language("en")


def test_a_click_goes_to_the_next_occurrence(open_panel: Open) -> None:
    panel = open_panel("xor")
    session = panel._session
    session.go(0)
    click(panel.rows[6])
    first = session.cursor
    assert (session.step.line, session.step.example) == (7, 1)
    click(panel.rows[4])
    assert (session.step.line, session.step.example) == (5, 2)
    assert session.cursor > first
    click(panel.rows[8])
    assert session.step.line == 9
    click(panel.rows[0])  # behind the last one it begins anew
    assert session.step.line == 1


def test_walking_between_lines_by_keyboard(open_panel: Open) -> None:
    panel = open_panel("xor")
    session = panel._session
    session.go_to_line(4)
    window = panel.window()
    stepped = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        action = QAction(window)
        action.setShortcut(key)
        action.triggered.connect(lambda: stepped.append(1))
        window.addAction(action)
    panel.rows[3].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.rows[3], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is panel.rows[4]
    QTest.keyClick(panel.rows[4], Qt.Key.Key_Down)
    QTest.keyClick(panel.rows[5], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is panel.rows[4]
    assert not stepped
    before = session.cursor
    QTest.keyClick(panel.rows[4], Qt.Key.Key_Return)
    assert session.step.line == 5
    assert session.cursor > before
    assert QApplication.focusWidget() is panel.rows[4]
    QTest.keyClick(panel.rows[0], Qt.Key.Key_Up)  # the first one stays the first
    assert QApplication.focusWidget() is panel.rows[0]


def test_tab_comes_to_the_lit_line_and_its_arrow_only(open_panel: Open) -> None:
    panel = open_panel("xor")
    panel.rows[2].clearFocus()
    panel._session.go_to_line(7)
    tabbed = Qt.FocusPolicy.TabFocus
    reached = [row.line.number for row in panel.rows if row.focusPolicy() == tabbed]
    arrows = [row.line.number for row in panel.rows if row.chevron.focusPolicy() == tabbed]
    assert reached == arrows == [7]


def test_focus_can_be_seen(open_panel: Open) -> None:
    panel = open_panel()
    row = panel.rows[6]
    assert not row.lit
    before = row.grab().toImage()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert row.grab().toImage() != before


@pytest.mark.parametrize("line", range(1, 10))
def test_each_line_unfolds_its_reason(qtbot: QtBot, open_panel: Open, line: int) -> None:
    panel = open_panel()
    reason = panel.findChild(QLabel, f"reason.{line}")
    chevron = panel.findChild(QToolButton, f"why.{line}")
    assert reason is not None
    assert chevron is not None
    assert not reason.isVisible()
    cursor = panel._session.cursor
    QTest.mouseClick(chevron, Qt.MouseButton.LeftButton)
    assert reason.isVisible()
    assert len(reason.text()) > 60
    assert panel._session.cursor == cursor
    qtbot.wait(20)  # it is scrolled to
    top = reason.mapTo(panel.viewport(), QPoint(0, 0)).y()
    assert top >= 0
    assert top + reason.height() <= panel.viewport().height()
    QTest.keyClick(chevron, Qt.Key.Key_Space)
    assert not reason.isVisible()


def test_line_5_is_that_of_output_and_cost(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel(wrong_pair())
    assert r"\odot g'(z^{(L)})" in plain(panel.rows[4].formula.formula())
    assert "chain rule" in panel.reasons[4].text()
    panel._session.set_data("iris")
    assert plain(panel.rows[4].formula.formula()) == r"\delta^{(L)}:=a^{(L)}-y^{(i)}"
    assert "chain rule" not in panel.reasons[4].text()
    qtbot.waitUntil(panel.rows[4].formula.is_settled)


def test_lighting_lays_out_no_formula(
    qtbot: QtBot, open_panel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = open_panel("xor")
    session = panel._session
    session.go(0)
    score = session.trace.score
    for _ in range(40):
        session.step_forward()  # every counter has been seen once
        qtbot.waitUntil(lambda: all(settled(row) for row in panel.rows))
    session.last_step()
    qtbot.waitUntil(lambda: all(settled(row) for row in panel.rows))
    typesetter().close()

    def forbidden(mathml: str) -> None:
        raise AssertionError(mathml)

    monkeypatch.setattr(shapes_module, "_lay_out", forbidden)
    formulas = [row.formula._shown for row in panel.rows]
    session.go(score.examples_start)
    for _ in range(20):
        session.step_forward()
        assert all(settled(row) for row in panel.rows)
    assert [row.formula._shown for row in panel.rows] == formulas


def test_nine_lines_fit_at_usual_sizes(qtbot: QtBot, open_panel: Open) -> None:
    for size in ((420, 330), (384, 296)):
        panel = open_panel("digits", size)
        session = panel._session
        session.show_example(1000)
        for line in range(1, 10):
            session.go_to_line(line)
            wait_until_settled(qtbot, panel)
            qtbot.wait(5)
            assert panel.horizontalScrollBar().maximum() == 0
            assert panel.verticalScrollBar().maximum() == 0


def test_lines_typeset_while_nobody_sees_them_have_their_room(
    qtbot: QtBot, open_panel: Open
) -> None:
    panel = open_panel()
    panel.hide()
    for row in panel.rows:
        row.formula.set_formula(rf"\frac{{\frac{{a}}{{b}}}}{{\frac{{c}}{{{row.line.number}}}}}")
    wait_until_settled(qtbot, panel)
    panel.show()
    rows = panel.rows
    qtbot.waitUntil(lambda: all(row.height() == row.heightForWidth(row.width()) for row in rows))
    for above, below in itertools.pairwise(rows):
        assert below.y() >= above.y() + above.height()


def test_nothing_moves_while_one_walks(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("lecture")
    session = panel._session
    for line in range(1, 10):
        session.go_to_line(line)
        wait_until_settled(qtbot, panel)

    def places() -> list[object]:
        return [(row.geometry(), row.formula.pos(), row.chevron.geometry()) for row in panel.rows]

    before = places()
    for example in (9, 10, 99, 100):
        session.show_example(example)
        for line in range(3, 8):
            session.go_to_line(line)
            wait_until_settled(qtbot, panel)
            qtbot.wait(5)
            assert places() == before


def test_large_text_scrolls_to_the_lit_line(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("lecture", (420, 330), scale=3.0)
    for line in (9, 1, 6):
        panel._session.go_to_line(line)
        qtbot.wait(20)
        row = panel.rows[line - 1]
        top = row.mapTo(panel.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= panel.viewport().height() - row.height()


def test_in_russian_and_in_the_dark(qtbot: QtBot) -> None:
    set_language("ru")
    session = Session("xor")
    panel = AlgorithmPanel(session, DARK)
    qtbot.addWidget(panel)
    panel.show()
    wait_until_settled(qtbot, panel)
    assert lit(panel) == [session.step.line]
    session.close()
    typesetter().close()


def test_a_panel_that_is_gone_is_not_called(qtbot: QtBot, open_panel: Open) -> None:
    panel = open_panel("xor")
    session = panel._session
    panel.deleteLater()
    qtbot.wait(20)
    session.step_forward()
    session.set_data("moons")


def test_line_9_says_what_the_optimiser_does_instead(open_panel: Open) -> None:
    session = Session("lecture")
    panel = open_panel(session, (420, 560))
    row = panel.rows[8]
    assert row.note.text() == "or give J and D to CG, BFGS or L-BFGS"
    quiet, written = row.note.styleSheet(), row.formula.formula()
    session.training.set(optimizer="l-bfgs")
    assert row.note.text() == "or, as now: J and D are given to L-BFGS"
    assert row.note.text() in row.toolTip()
    assert row.note.styleSheet() != quiet  # it is lit, and the formula is not
    assert row.formula.formula() == written
    row.set_brief(True)
    assert row.note.isVisible()
    session.training.set(optimizer="adam")
    assert "Adam makes its own step of D" in row.note.text()
    session.training.set(optimizer="gradient-descent")
    assert row.note.styleSheet() == quiet
    row.set_brief(True)
    assert not row.note.isVisible()
