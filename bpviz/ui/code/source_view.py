"""Source code to read and to copy, with the lines of the moment lit."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from .highlighter import CodeHighlighter

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QPaintEvent

    from bpviz.ui.theme import Theme

_BAR: Final = 3  # pixels of the mark before a lit line


class SourceView(QPlainTextEdit):
    """Lines of source code that change while one reads them without running away.

    Parameters
    ----------
    theme
        Colours.
    whole
        Returns the program that is copied when everything is selected: what is shown may be a
        sketch of it.
    """

    def __init__(self, theme: Theme, whole: Callable[[], str]) -> None:
        super().__init__()
        self._theme = theme
        self._whole = whole
        self._lines: list[str] = [""]
        self._lit: tuple[int, ...] = ()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setStyleSheet(
            f"SourceView {{ color: {theme.text}; border: 1px solid {theme.hairline}; }}"
            f"SourceView:focus {{ border-color: {theme.accent}; }}"
            f"SourceView::corner {{ background: {theme.surface}; }}"
        )
        self.document().setDocumentMargin(3 * _BAR)
        self._highlighter = CodeHighlighter(self.document(), theme)

    def set_text_size(self, points: float) -> None:
        """Write in the system's typewriter font of this size."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(points)
        self.setFont(font)

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show other lines; those that stay the same are left alone, and so is the view."""
        before, after = self._lines, list(lines) or [""]
        if after == before:
            return
        same = sum(1 for _ in takewhile(_equal, zip(before, after, strict=False)))
        rest = min(len(before), len(after)) - same
        tail = zip(reversed(before), reversed(after), strict=False)
        same_at_end = min(rest, sum(1 for _ in takewhile(_equal, tail)))
        if same + same_at_end == min(len(before), len(after)):
            # Lines have only come or gone. A neighbour comes along, to have an end of line to edit.
            if same:
                same -= 1
            elif same_at_end:
                same_at_end -= 1
        bars = [
            (bar, bar.value()) for bar in (self.verticalScrollBar(), self.horizontalScrollBar())
        ]
        caret = self.textCursor()
        row, column = caret.blockNumber(), caret.positionInBlock()
        document = self.document()
        cursor = QTextCursor(document.findBlockByNumber(same))
        last = document.findBlockByNumber(len(before) - same_at_end - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(after[same : len(after) - same_at_end]))
        self._lines = after
        if not caret.hasSelection():  # which would have gone with the old lines to their end
            block = document.findBlockByNumber(min(row, len(after) - 1))
            caret.setPosition(block.position() + min(column, block.length() - 1))
            self.setTextCursor(caret)
        for bar, value in bars:
            bar.setValue(value)

    def light(self, numbers: Collection[int]) -> None:
        """Light some lines, counted from 0; when they change, the first comes into sight."""
        lit = tuple(sorted(numbers))
        moved = bool(self._lit and lit) and lit != self._lit
        self._lit = lit
        selections = []
        for number in lit:
            selection = QTextEdit.ExtraSelection()
            selection.format.setBackground(QColor(self._theme.highlight))
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003
            selection.cursor = QTextCursor(self.document().findBlockByNumber(number))
            selections.append(selection)
        self.setExtraSelections(selections)
        if moved:
            self._bring_into_sight(lit[0])

    def _bring_into_sight(self, number: int) -> None:
        """Scroll as little as possible; without line wrap the bar counts lines."""
        bar = self.verticalScrollBar()
        shown = bar.pageStep()
        bar.setValue(min(max(bar.value(), number - shown + 2), number))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark the lit lines at the edge too, for eyes that do not tell the shades apart."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for number in self._lit:
            block = self.document().findBlockByNumber(number)
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            bar = QRectF(0, box.top(), _BAR, box.height())
            painter.fillRect(bar, QColor(self._theme.accent))
        painter.end()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected; all of it means the program, not the sketch."""
        cursor = self.textCursor()
        everything = self.document().characterCount() - 1
        if cursor.selectionEnd() - cursor.selectionStart() < everything:
            return super().createMimeDataFromSelection()
        data = QMimeData()
        data.setText(self._whole())
        return data


def _equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
