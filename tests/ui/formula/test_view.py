"""The widget: it shows what it is given, and its numbers can be pointed at by mouse and keys."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip, QVBoxLayout, QWidget

from bpviz.text import set_language
from bpviz.trace.formula import Formula, Piece, num, op
from bpviz.ui.formula import FormulaView, typesetter
from bpviz.ui.formula.shapes import shapes
from bpviz.ui.formula.view import full_precision
from bpviz.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


FORMULA: Formula = (
    Piece("z", "z"),
    op("="),
    num(0.125, 4, "Theta", 11, factor=True),
    op(r"\cdot "),
    num(-0.3333333333333333, 4, "a", 22, factor=True),
    op("="),
    Piece("-0.0417", "z", None, -0.041666666666666664),
)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FormulaView]:
    view = FormulaView(LIGHT)
    qtbot.addWidget(view)
    view.resize(600, 60)
    view.set_formula(FORMULA)
    view.show()
    settle(qtbot, view)
    yield view
    typesetter().close()


def settle(qtbot: QtBot, view: FormulaView) -> None:
    qtbot.waitUntil(view.is_settled)


def centre(view: FormulaView, index: int) -> QPoint:
    return view.box(view.hotspots()[index]).center().toPoint()


def picture(view: FormulaView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_a_click_goes_to_where_the_number_was_computed(qtbot: QtBot, view: FormulaView) -> None:
    with qtbot.waitSignal(view.origin_clicked) as heard:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(view, 1))
    assert heard.args == [22]


def test_a_click_copies_a_number_whose_origin_is_not_known(qtbot: QtBot, view: FormulaView) -> None:
    with qtbot.assertNotEmitted(view.origin_clicked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(view, 2))
    assert QGuiApplication.clipboard().text() == "-0.041666666666666664"


def test_hovering_tells_the_number_and_lights_it(qtbot: QtBot, view: FormulaView) -> None:
    before = picture(view)
    with qtbot.waitSignal(view.value_hovered) as heard:
        QTest.mouseMove(view, centre(view, 1))
    assert heard.args == [-0.3333333333333333]
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert LIGHT.highlight in colours(picture(view)) - colours(before)
    with qtbot.waitSignal(view.value_hovered) as heard:
        QTest.mouseMove(view, QPoint(590, 55))
    assert heard.args == [None]
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_tool_tip_has_every_digit(view: FormulaView, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_rest: shown.append(text))
    for index in (1, 2):
        at = centre(view, index)
        view.event(QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert shown[0].startswith("−0.3333333333333333\n")
    assert "step that computed it" in shown[0]
    assert "copy" in shown[1]
    view.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(595, 55), QPoint(595, 55)))
    assert len(shown) == 2


def test_numbers_in_full_are_written_in_the_language() -> None:
    assert full_precision(-1e-7) == "−1e−07"
    assert full_precision(0.1 + 0.2) == "0.30000000000000004"
    assert full_precision(float("nan")) == "–"
    assert full_precision(float("-inf")) == "−∞"
    set_language("ru")
    try:
        assert full_precision(0.5) == "0,5"
    finally:
        set_language("en")


def test_tab_walks_through_the_numbers_and_on(qtbot: QtBot, view: FormulaView) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    for widget in (before, view, after):
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    told: list[object] = []
    view.value_hovered.connect(told.append)
    for _ in range(3):
        QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Tab)
    assert told == [0.125, -0.3333333333333333, -0.041666666666666664]
    assert view.accessibleDescription() == "−0.041666666666666664"
    assert LIGHT.accent in colours(picture(view))  # the ring
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert LIGHT.accent not in colours(picture(view))
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Backtab)
    QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Backtab)
    with qtbot.waitSignal(view.origin_clicked) as heard:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [22]
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "-0.3333333333333333"
    view.setParent(None)


def test_a_key_that_comes_before_the_next_formula_has_nothing_to_copy(
    qtbot: QtBot, view: FormulaView
) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QGuiApplication.clipboard().setText("before")
    followed: list[int] = []
    view.origin_clicked.connect(followed.append)
    with shapes()._layout:  # stands for a formula that takes its time
        view.set_formula((*FORMULA, op(r"\curlyvee "), num(0.75, 4, "a", 33, factor=True)))
        assert not view.is_settled()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QTest.keyClick(view, key)
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (QGuiApplication.clipboard().text(), followed) == ("before", [])
    settle(qtbot, view)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert followed == [11]


def test_copying_without_a_number_takes_the_latex(view: FormulaView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == r"z=0.1250\cdot (-0.3333)=-0.0417"


def test_it_tells_screen_readers_what_it_shows(view: FormulaView) -> None:
    assert view.accessibleName() == r"z=0.1250\cdot (-0.3333)=-0.0417"
    view.set_formula("a", "the activation")
    assert view.accessibleName() == "the activation"


def test_a_narrow_view_breaks_its_lines(view: FormulaView) -> None:
    wide, narrow = view.heightForWidth(600), view.heightForWidth(120)
    assert narrow > 1.4 * wide
    view.resize(120, narrow)
    assert len(view.hotspots()) == 3
    tops = [view.box(spot).top() for spot in view.hotspots()]
    assert tops[0] < tops[2]


def test_what_cannot_be_broken_is_made_smaller(qtbot: QtBot, view: FormulaView) -> None:
    view.set_formula(r"\begin{pmatrix} 1.111 & 2.222 & 3.333 & 4.444 \end{pmatrix}")
    settle(qtbot, view)
    natural = view.sizeHint()
    assert view.heightForWidth(round(0.7 * natural.width())) < view.heightForWidth(2000)


def test_a_formula_with_other_digits_is_shown_at_once(view: FormulaView) -> None:
    before = picture(view)
    formula = (*FORMULA[:2], num(0.987, 4, "Theta", 33, factor=True), *FORMULA[3:])
    view.set_formula(formula)
    assert view.is_settled()
    assert view.hotspots()[0].piece.origin == 33
    assert picture(view) != before


def test_a_new_formula_leaves_the_old_one_until_it_is_ready(
    qtbot: QtBot, view: FormulaView
) -> None:
    before = picture(view)
    with shapes()._layout:  # stands for a formula that takes its time
        view.set_formula(r"\frac{b}{c} \to \infty")
        assert not view.is_settled()
        assert view.hotspots() == ()  # the old numbers no longer count
        assert picture(view) == before
    settle(qtbot, view)
    assert picture(view) != before


def test_only_the_newest_formula_counts(qtbot: QtBot, view: FormulaView) -> None:
    with shapes()._layout:
        for n in range(1, 20):
            view.set_formula("e" * n)
        view.set_formula((op("d"), op("="), num(1.5, 4, "a", 7, factor=True)))
    settle(qtbot, view)
    assert [spot.piece.origin for spot in view.hotspots()] == [7]


@pytest.mark.parametrize("latex", [r"\frac{1}", r"\begin{pmatrix}1", "&", ""])
def test_what_cannot_be_typeset_is_shown_as_its_source(
    qtbot: QtBot, view: FormulaView, latex: str
) -> None:
    view.set_formula(latex)
    settle(qtbot, view)
    shown = picture(view)
    assert view.hotspots() == ()
    assert (len(colours(shown)) > 1) == bool(latex)
    assert view.heightForWidth(200) > 0


def test_a_formula_without_numbers_is_passed_over_by_tab(qtbot: QtBot, view: FormulaView) -> None:
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    view.set_formula("a + b")
    settle(qtbot, view)
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_theme_colours_it(view: FormulaView) -> None:
    def tint(image: QImage) -> set[str]:
        return colours(image) & {LIGHT.symbols["Theta"], DARK.symbols["Theta"]}

    assert tint(picture(view)) == {LIGHT.symbols["Theta"]}
    view.set_theme(DARK)
    assert tint(picture(view)) == {DARK.symbols["Theta"]}


def test_it_grows_with_the_text_size(view: FormulaView) -> None:
    height = view.heightForWidth(5000)
    font = view.font()
    font.setPointSizeF(2 * font.pointSizeF())
    view.setFont(font)
    assert view.heightForWidth(5000) > 1.6 * height


def test_nothing_jumps_where_room_is_kept(qtbot: QtBot, view: FormulaView) -> None:
    view.set_minimum_lines(3)
    one = view.heightForWidth(600)
    view.set_formula("a")
    settle(qtbot, view)
    assert view.heightForWidth(600) == one


def test_it_is_crisp_at_twice_the_pixels(view: FormulaView) -> None:
    image = QImage(view.size() * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor("white"))
    view.render(image, QPoint())
    doubled = picture(view).scaled(image.size(), mode=Qt.TransformationMode.SmoothTransformation)
    assert contrast_of_edges(image) > 1.2 * contrast_of_edges(doubled)


def contrast_of_edges(image: QImage) -> float:
    """The mean square step between neighbouring pixels: high where edges are sharp."""
    steps = [
        (image.pixelColor(x, y).lightness() - image.pixelColor(x + 1, y).lightness()) ** 2
        for x in range(image.width() - 1)
        for y in range(image.height())
    ]
    return sum(steps) / len(steps)


def test_it_goes_without_leaving_a_thread_or_timer(qtbot: QtBot) -> None:
    view = FormulaView()
    view.set_formula(r"\sqrt{\frac{p}{q_{1}}}")
    view.close()
    view.deleteLater()
    del view
    typesetter().close()
    qtbot.wait(20)
    assert not [t for t in threading.enumerate() if t.name == "bpviz-typesetter"]
