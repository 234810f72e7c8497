"""A text and its formulas as one document of Qt's, with every formula on the line's baseline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
)

from bpviz.trace.symbols import pieces
from bpviz.ui.formula import Typeset, typeset

from .elision import narrowed
from .inline import DISPLAY, INDEX, INLINE, KIND, TAIL, InlineFormula
from .source import FIRST, LAST, Cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QObject

    from bpviz.trace.formula import Formula
    from bpviz.ui.theme import Theme

_LINE: Final = 1.6  # em from baseline to baseline: scripts within a line do not push it away
_PARAGRAPH, _ITEM = 0.55, 0.15  # em between blocks
_BEFORE_DISPLAY, _AFTER_DISPLAY = 0.75, 0.45  # likewise; a line of text has its leading above it
_INDENT: Final = 1.9  # em of a list
_SMALLER: Final = 0.85  # to which a formula rather shrinks than be written with dots
_REACH: Final = 0.42  # em below the letters, into the distance of lines, without touching the next
_SPACER: Final = "\N{NO-BREAK SPACE}"  # Qt sets a bullet too near to its text
_WORD_JOINER: Final = "\N{WORD JOINER}"
# Qt may break a line behind an object whatever follows, so a comma, or the ending of a Russian
# ordinal, has to be part of it.
_TIED: Final = re.compile(
    rf"[^\s{chr(FIRST)}-{chr(LAST)}]{{0,12}}(?![^\s{chr(FIRST)}-{chr(LAST)}])"
)
_MARKDOWN: Final = (
    QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


@dataclass(frozen=True, slots=True)
class Part:
    """A formula of a page.

    Attributes
    ----------
    cut
        What was written.
    formulas
        Its pieces and, where it has wide matrices, those with dots in these.
    """

    cut: Cut
    formulas: tuple[Formula, ...]

    @classmethod
    def of(cls, cut: Cut) -> Part:
        """Return a formula as it may be set."""
        written = dict.fromkeys((cut.latex, narrowed(cut.latex)))
        return cls(cut, tuple(map(pieces, written)))


class Page(QTextDocument):
    """A text with formulas, as wide as it is told to be.

    Parameters
    ----------
    markdown
        With a character for each formula, as `bpviz.ui.prose.source.cut` makes it.
    parts
        The formulas, whose shapes are at hand.
    theme
        Colours of text and symbols.
    font
        Of the text.
    """

    def __init__(
        self,
        markdown: str,
        parts: Sequence[Part],
        theme: Theme,
        font: QFont,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.parts = tuple(parts)
        self.em = float(QFontInfo(font).pixelSize())
        self.setDefaultFont(font)
        self.setDocumentMargin(0.0)
        self.setIndentWidth(_INDENT * self.em)
        self.setUndoRedoEnabled(False)
        self.setMarkdown(markdown, _MARKDOWN)
        self._handler = InlineFormula(self)
        self.documentLayout().registerHandler(KIND, self._handler)
        self._set_formulas()
        self._space()

    def fitted(self, index: int, room: float) -> Typeset:
        """Return a formula in a width: on one line, in several, with dots, or as small as need be.

        Raises
        ------
        ValueError
            If it cannot be typeset.
        """
        theme, part = self.theme, self.parts[index]
        full = self.em * (DISPLAY if part.cut.display else INLINE)
        room = max(room, self.em)
        for formula in part.formulas:
            size, width = full, None
            fitted = typeset(formula, theme.symbols, theme.text, size)
            while fitted.width > room and size > _SMALLER * full:
                size *= 1.0 if width is None else max(_SMALLER, 0.99 * room / fitted.width)
                width = room
                fitted = typeset(formula, theme.symbols, theme.text, size, width)
            if fitted.width <= room:
                return fitted
        while fitted.width > room:
            size *= min(0.99, room / fitted.width)
            fitted = typeset(formula, theme.symbols, theme.text, size, room)
        return fitted

    def room(self, position: int) -> float:
        """Return how wide a line is at a position, in pixels."""
        block = self.findBlock(position)
        indents = block.blockFormat().indent()
        if _in_list(block):
            indents += block.textList().format().indent()
        return self.textWidth() - indents * self.indentWidth()

    def head(self) -> float:
        """Return how much of the first line's distance is above whatever is written in it."""
        height = self.size().height()  # laid out by now
        lines = self.firstBlock().layout()
        return float(lines.lineAt(0).y()) if height and lines.lineCount() else 0.0

    def written(self) -> float:
        """Return how far below the top anything is written, in pixels.

        The distance of lines lies above each of them, so the last one ends with its letters, or
        with a script that reaches farther down.
        """
        height, block = self.size().height(), self.lastBlock()
        lines = block.layout()
        if not lines.lineCount():
            return float(height)
        line = lines.lineAt(lines.lineCount() - 1)
        reach = line.descent()
        for position, format_ in _objects(block):
            if position >= block.position() + line.textStart():
                reach = max(reach, self._handler.overhang(position, format_))
        return float(height - line.descent() + reach)

    # --- making it -----------------------------------------------------------------------------

    def _set_formulas(self) -> None:
        """Put each formula in the place that is kept for it."""
        block = self.begin()
        while block.isValid():
            text = block.text()
            for at in range(len(text) - 1, -1, -1):
                index = ord(text[at]) - FIRST
                if 0 <= index < len(self.parts):
                    self._set_formula(block, at, index)
            block = block.next()

    def _set_formula(self, block: QTextBlock, at: int, index: int) -> None:
        text = block.text()
        tail = _TIED.match(text, at + 1)
        tied = tail[0] if tail else ""
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + at)
        cursor.setPosition(cursor.position() + 1 + len(tied), QTextCursor.MoveMode.KeepAnchor)
        format_ = QTextCharFormat(cursor.charFormat())
        cursor.removeSelectedText()
        try:
            whole = self.fitted(index, 1e6)
        except ValueError:
            cursor.insertText(self.parts[index].cut.latex + tied, format_)  # better than nothing
            return
        if not self.parts[index].cut.display:
            # What comes before stays with it; and a line of formulas alone is as deep as others.
            cursor.insertText(_WORD_JOINER, format_)
        formula = QTextCharFormat(format_)
        formula.setObjectType(KIND)
        formula.setProperty(INDEX, index)
        formula.setProperty(TAIL, tied)
        if not self.parts[index].cut.display and whole.height - whole.baseline > self.slack:
            formula.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cursor.insertText("\N{OBJECT REPLACEMENT CHARACTER}", formula)

    @property
    def slack(self) -> float:
        """How far below the baseline something may reach without coming near the next line."""
        return QFontMetricsF(self.defaultFont()).descent() + _REACH * self.em

    def _space(self) -> None:
        """Set the distances between lines and paragraphs."""
        block = self.begin()
        while block.isValid():
            following = block.next()
            display = self._is_display(block)
            format_ = QTextBlockFormat(block.blockFormat())
            format_.setLineHeight(
                _LINE * self.em, QTextBlockFormat.LineHeightTypes.MinimumHeight.value
            )
            gap = _ITEM if _in_list(block) and _in_list(following) else _PARAGRAPH
            if self._is_display(following):
                gap = _BEFORE_DISPLAY
            elif display:
                gap = _AFTER_DISPLAY
            format_.setTopMargin(0.0)
            format_.setBottomMargin(gap * self.em if following.isValid() else 0.0)
            if display:
                format_.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                format_.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            cursor = QTextCursor(block)
            if _in_list(block):
                spacer = QFontMetricsF(self.defaultFont()).horizontalAdvance(_SPACER)
                format_.setTextIndent(-spacer)
                cursor.insertText(_SPACER, QTextCharFormat())
            cursor.setBlockFormat(format_)
            block = following

    def _is_display(self, block: QTextBlock) -> bool:
        if not block.isValid() or block.length() != 2:
            return False
        format_ = block.begin().fragment().charFormat()
        index = format_.property(INDEX)
        return isinstance(index, int) and self.parts[index].cut.display


def _objects(block: QTextBlock) -> Iterator[tuple[int, QTextCharFormat]]:
    """Yield the formulas of a block: position in the document, and format."""
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if fragment.charFormat().objectType() == KIND:
            for n in range(fragment.length()):
                yield fragment.position() + n, fragment.charFormat()
        fragments += 1


def _in_list(block: QTextBlock) -> bool:
    # Of a block outside there is none; Qt's stubs do not know that.
    return block.isValid() and isinstance(block.textList(), QTextList)
