"""The widget that shows a text with formulas, never in the way of the window."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from bpviz.ui.formula import typesetter
from bpviz.ui.formula.worker import Request, is_at_hand
from bpviz.ui.narrowing import taller_where_narrower

from .page import Page, Part
from .source import cut, spoken

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bpviz.ui.theme import Theme

_POLL: Final = 4  # ms between looks at formulas that are being laid out
_WIDE, _NARROW = 34, 4  # em that it asks for, and below which it does not want to go


def prepare(text: str) -> None:
    """Have the formulas of a text laid out before anybody waits for it."""
    for found in cut(text)[1]:
        for formula in Part.of(found).formulas:
            if not is_at_hand(formula):
                typesetter().request(formula)


class Prose(QWidget):
    """A text in Markdown with formulas in LaTeX, as tall as its width asks for.

    The text before stays until all formulas of the next one are laid out, by the typesetter's
    thread; where they are known, the next one is shown at once.

    Parameters
    ----------
    theme
        Colours of the text and of the symbols in formulas.
    """

    settled = Signal()
    """The text last set is the one on screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._parts: tuple[Part, ...] = ()
        self._markdown = ""
        self._page: Page | None = None
        self._requests: list[Request] = []
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._look)
        taller_where_narrower(self)

    def text(self) -> str:
        """Return the text last set, as it was written."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show a text: at once if all its formulas are known, else when they are laid out."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(spoken(text))
        for request in self._requests:
            request.cancel()
        self._markdown, found = cut(text)
        self._parts = tuple(map(Part.of, found))
        formulas = [formula for part in self._parts for formula in part.formulas]
        new = [formula for formula in formulas if not is_at_hand(formula)]
        self._requests = [typesetter().request(formula) for formula in new]
        if self._requests:
            self._poll.start()
        else:
            self._settle()

    def is_settled(self) -> bool:
        """Return whether the text last set is the one on screen."""
        return not self._requests

    def _look(self) -> None:
        if all(request.done for request in self._requests):
            self._requests = []
            self._settle()

    def _settle(self) -> None:
        self._poll.stop()
        self._make()
        self.settled.emit()

    def _make(self) -> None:
        old = self._page
        self._page = Page(self._markdown, self._parts, self._theme, self.font(), self)
        self._page.setTextWidth(self.width())
        if old is not None:
            old.deleteLater()
        self.updateGeometry()
        self.update()

    # --- sizes, as Qt asks for them --------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text takes at a width, in pixels."""
        page = self._page
        if page is None or not self._markdown:
            return 0
        page.setTextWidth(width)
        height = page.written() - page.head()
        page.setTextWidth(self.width())
        return math.ceil(height)

    def sizeHint(self) -> QSize:
        """Return a comfortable width, or less for a short text, and the height it takes."""
        em = self.fontMetrics().height()
        width = _WIDE * em
        if self._page is not None:
            self._page.setTextWidth(width)
            width = min(width, math.ceil(self._page.idealWidth()) + 1)
            self._page.setTextWidth(self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width; its height follows from the width there is."""
        return QSize(min(_NARROW * self.fontMetrics().height(), self.sizeHint().width()), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        if self._page is not None and event.size().width() != event.oldSize().width():
            self._page.setTextWidth(self.width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and self._page is not None:
            self._make()
        super().changeEvent(event)

    # --- drawing ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        if self._page is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self._theme.text))
        painter.translate(0.0, -self._page.head())
        self._page.documentLayout().draw(painter, context)
