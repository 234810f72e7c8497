"""Colours for source code: the variables of the lecture in the colours of their symbols."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from bpviz.ui.theme import Theme

_KEYWORDS: Final = re.compile(r"\b(?:as|def|end|for|if|import|in|return)\b")
# Variable such as delta2 → symbol as the theme knows it.
_VARIABLES: Final = re.compile(r"\b(Theta|Delta|delta|lambda|[azDxyXY])(?:\d+|_)?\b")
_STRINGS: Final = re.compile(r"\"[^\"\n]*\"|(?<=[(\[])'[^'\n]*'")
_COMMENTS: Final = re.compile(r"[#%] .*$|[#%]$")


class CodeHighlighter(QSyntaxHighlighter):
    """Colours Python and Octave alike: variables by symbol, keywords bold, comments faint."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._symbols = {
            name: _format(theme.symbols[name.lower() if name in "XY" else name])
            for name in ("Theta", "Delta", "delta", "lambda", "a", "z", "D", "x", "y", "X", "Y")
        }
        self._keyword = _format(theme.text)
        self._keyword.setFontWeight(QFont.Weight.Bold)
        self._string = _format(theme.muted)
        self._comment = _format(theme.muted)
        self._comment.setFontItalic(True)

    def highlightBlock(self, text: str) -> None:
        """Colour one line, as Qt asks for it."""
        for match in _VARIABLES.finditer(text):
            self._paint(match, self._symbols[match[1]])
        for pattern, colour in (
            (_KEYWORDS, self._keyword),
            (_STRINGS, self._string),
            (_COMMENTS, self._comment),
        ):
            for match in pattern.finditer(text):
                self._paint(match, colour)

    def _paint(self, match: re.Match[str], colour: QTextCharFormat) -> None:
        self.setFormat(match.start(), match.end() - match.start(), colour)


def _format(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made
