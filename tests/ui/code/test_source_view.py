"""Source code that changes while one reads it: the text is right, and the view stays put."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from bpviz.ui.code.highlighter import CodeHighlighter
from bpviz.ui.code.source_view import SourceView
from bpviz.ui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def view(qtbot: QtBot) -> SourceView:
    view = SourceView(LIGHT, lambda: "the whole program\n")
    qtbot.addWidget(view)
    view.resize(300, 200)
    return view


lines = st.lists(st.sampled_from(["a", "bb", "c1 = 2", ""]), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(lines, min_size=1, max_size=6))
def test_it_shows_the_lines_it_was_given_last(view: SourceView, texts: list[list[str]]) -> None:
    for text in texts:
        view.set_lines(text)
        assert view.toPlainText() == "\n".join(text)


def test_what_stays_the_same_is_left_alone(view: SourceView) -> None:
    view.show()
    text = [f"line {n}" for n in range(200)]
    view.set_lines(text)
    view.verticalScrollBar().setValue(60)
    cursor = view.textCursor()
    cursor.setPosition(view.document().findBlockByNumber(70).position())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    text[10] = "another"
    view.set_lines(text)
    assert view.verticalScrollBar().value() == 60
    assert view.textCursor().selectedText() == "line 70"


def test_the_caret_stays_where_it_was(view: SourceView) -> None:
    view.set_lines(["one", "two", "three"])
    assert view.textCursor().position() == 0
    cursor = view.textCursor()
    cursor.setPosition(6)
    view.setTextCursor(cursor)
    view.set_lines(["one", "2.0000", "three"])
    assert (view.textCursor().blockNumber(), view.textCursor().positionInBlock()) == (1, 2)
    view.set_lines(["1"])
    assert view.textCursor().position() == 1


def test_lit_lines_come_into_sight_when_they_change(view: SourceView) -> None:
    view.show()
    view.set_lines([f"line {n}" for n in range(200)])
    view.light({150})
    assert view.verticalScrollBar().value() == 0  # one begins to read at the beginning
    view.light({160, 161})
    shown = range(
        view.verticalScrollBar().value(),
        view.verticalScrollBar().value() + view.verticalScrollBar().pageStep(),
    )
    assert 160 in shown
    assert 161 in shown
    view.light({2})
    assert view.verticalScrollBar().value() == 2
    view.light(())
    assert view.extraSelections() == []


def test_a_lit_line_is_marked_by_shade_and_by_a_bar(view: SourceView) -> None:
    view.set_lines(["first", "second", "third"])
    view.light({1})
    view.show()
    image = view.viewport().grab().toImage()
    middle = round(view.document().documentMargin() + 1.5 * view.fontMetrics().lineSpacing())
    assert image.pixelColor(1, middle).name() == LIGHT.accent
    assert image.pixelColor(image.width() - 20, middle).name() == LIGHT.highlight
    assert image.pixelColor(1, 2 * middle).name() == LIGHT.surface


def test_a_part_is_copied_as_it_is_and_everything_as_the_program(view: SourceView) -> None:
    view.set_lines(["sketch …", "of it"])
    view.show()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "sketch …"
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "the whole program\n"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("line", "symbol", "word"),
    [
        ("delta2 = (Theta2.T @ delta3)[1:]", "delta", "delta2"),
        ("delta2 = (Theta2.T @ delta3)[1:]", "Theta", "Theta2"),
        ("D1[:, 1:] += lambda_ / m", "D", "D1"),
        ("D1[:, 1:] += lambda_ / m", "lambda", "lambda_"),
        ("  x = X(i, :)'; y = Y(i, :)';", "x", "X"),
        ("  x = X(i, :)'; y = Y(i, :)';", "y", "y"),
    ],
)
def test_variables_have_the_colours_of_their_symbols(
    line: str, symbol: str, word: str, theme: Theme
) -> None:
    assert colour_at(line, line.index(word), theme) == theme.symbols[symbol]
    assert colour_at(line, line.index(word) + len(word) - 1, theme) == theme.symbols[symbol]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("# 5  delta := a − y", 8),
        ("  % Theta", 5),
        ("lambda = 0.0;  % a", 17),
        ("show('delta3', delta3);", 7),
        ('    print("a")', 12),
    ],
)
def test_comments_and_strings_are_faint(line: str, at: int) -> None:
    assert colour_at(line, at, LIGHT) == LIGHT.muted


def test_other_words_and_numbers_are_plain() -> None:
    for line, at in (("np.zeros_like(a1)", 3), ("g_prime(z2)", 2), ("0.25, -1e-05", 10)):
        assert colour_at(line, at, LIGHT) is None


def colour_at(line: str, at: int, theme: Theme) -> str | None:
    document = QTextDocument(line)
    highlighter = CodeHighlighter(document, theme)
    highlighter.rehighlight()
    for part in document.firstBlock().layout().formats():
        if part.start <= at < part.start + part.length:
            colour: QColor = part.format.foreground().color()
            return colour.name()
    return None
