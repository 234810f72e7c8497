"""The widget that shows one formula, broken into lines and never in the way of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from bpviz.trace.formula import Formula, Piece, plain
from bpviz.ui.formula.typeset import Hotspot, Typeset, typeset
from bpviz.ui.formula.worker import Request, is_at_hand, typesetter
from bpviz.ui.narrowing import taller_where_narrower
from bpviz.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCALE = 1.35  # of the interface's font: the formula font looks smaller at the same size
_SMALLEST = 0.6  # of its size, to which a formula shrinks before it is cut off
_MARGIN = 4  # pixels around the formula, room for the focus ring
_LINE = 2.0  # em that a line with subscripts and superscripts takes, with the gap to the next
_WIDEST = 30  # em that a formula asks for before it prefers to be broken
_NARROWEST = 8  # em below which it does not want to go
_WIDTHS = 8  # for which a formula is kept: those that one layout asks about
_POLL = 4  # ms between looks at a formula that is being laid out
_NEAR = 2.5  # pixels around a number that belong to it
_WRAPPED = Qt.TextFlag.TextWrapAnywhere.value


class FormulaCanvas(QWidget):
    """One formula, in as many lines as its width asks for.

    A formula whose form is known is shown at once; another is laid out by the typesetter's thread
    while the one before stays, and only the newest counts.
    """

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._formula: Formula = ()
        self._by_room: dict[tuple[int, float], Typeset | None] = {}  # of width and size
        self._shown: Typeset | None = None
        self._minimum_lines = 0.0
        self._least = 0.0
        self._request: Request | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._look)
        taller_where_narrower(self)

    def set_formula(self, formula: Formula | str, name: str | None = None) -> None:
        """Show a formula: at once if its form is known, otherwise as soon as it is laid out.

        Parameters
        ----------
        formula
            Pieces, or plain LaTeX. What cannot be typeset is shown as its source.
        name
            What a screen reader says; the LaTeX if None.
        """
        self._formula = (Piece(formula),) if isinstance(formula, str) else tuple(formula)
        self._by_room.clear()
        self.setAccessibleName(plain(self._formula) if name is None else name)
        if self._request is not None:
            self._request.cancel()
            self._request = None
        if is_at_hand(self._formula):
            self._poll.stop()
            self._settle()
        else:
            self._request = typesetter().request(self._formula)
            self._poll.start()

    def formula(self) -> Formula:
        """Return the formula last set."""
        return self._formula

    @property
    def em(self) -> float:
        """The size in pixels of the formula on screen; 0 where there is none."""
        return 0.0 if self._shown is None else self._shown.size

    def is_settled(self) -> bool:
        """Return whether the formula last set is the one on screen."""
        return self._request is None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._by_room.clear()
        self._refit()

    def set_minimum_lines(self, lines: float) -> None:
        """Keep room for so many lines, however few the formula takes; at first for none."""
        self._minimum_lines = lines
        self.updateGeometry()

    def set_least_size(self, pixels: float) -> None:
        """Set nothing smaller than this, however little room there is."""
        self._least = pixels
        self._by_room.clear()
        self._refit()

    def hotspots(self) -> tuple[Hotspot, ...]:
        """Return the numbers that can be pointed at now; none while a newer formula is awaited."""
        return () if self._shown is None or self._request is not None else self._shown.hotspots

    def box(self, hotspot: Hotspot) -> QRectF:
        """Return where in the widget a number reacts: its ink and a little around it."""
        return hotspot.box.translated(_MARGIN, _MARGIN).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)

    def baseline(self) -> int:
        """Return how far below the top the first line stands, for what is aligned with it."""
        return round(_MARGIN + (self._shown.baseline if self._shown else self._size()))

    def marked(self) -> Mapping[int, bool]:
        """Return the numbers drawn on a lit ground, and whether each has a ring around it."""
        return {}

    # From request to picture.

    def _look(self) -> None:
        if self._request is not None and self._request.done:
            self._request = None
            self._poll.stop()
            self._settle()

    def _settle(self) -> None:
        """Show the formula last set, whose shapes are at hand now."""
        self._refit()

    def _refit(self) -> None:
        if self._request is None:
            self._shown = self._fitted(self.width())
        self.updateGeometry()
        self.update()

    def _fitted(self, width: int) -> Typeset | None:
        """Return the formula for a width: on one line, in several, or smaller; None if unreadable.

        Only called when the shapes are at hand, so it takes a few ms at most. A layout asks many
        times for the same few widths.
        """
        asked = width, self._size()
        if asked not in self._by_room:
            if len(self._by_room) == _WIDTHS:  # a panel that is drawn wider has hundreds
                self._by_room.clear()
            self._by_room[asked] = self._broken(*asked)
        return self._by_room[asked]

    def _broken(self, width: int, size: float) -> Typeset | None:
        room = max(1.0, width - 2.0 * _MARGIN)
        try:
            fitted = self._typeset(size, None)
            if fitted.width > room:
                fitted = self._typeset(size, room)
            if fitted.width > room:
                smaller = max(_SMALLEST * size, self._least, size * room / fitted.width)
                fitted = self._typeset(min(size, smaller), room)
        except ValueError:
            return None
        return fitted

    def _typeset(self, size: float, width: float | None) -> Typeset:
        theme = self._theme
        return typeset(self._formula, theme.symbols, theme.text, size, width)

    # Sizes, as Qt asks for them.

    def _size(self) -> float:
        return max(self.fontInfo().pixelSize() * _SCALE, self._least)

    def _height(self, fitted: Typeset | None, width: int) -> float:
        if fitted is None:
            room = QRect(0, 0, max(1, width - 2 * _MARGIN), 1)
            source = QFontMetrics(self._source_font())
            lines = float(source.boundingRect(room, _WRAPPED, plain(self._formula)).height())
        else:
            lines = fitted.height
        return max(lines, self._minimum_lines * _LINE * self._size()) + 2 * _MARGIN

    def heightForWidth(self, width: int) -> int:
        """Return the height that the formula takes at a width, in pixels."""
        fitted = self._fitted(width) if self._request is None else self._shown
        return round(self._height(fitted, width))

    def sizeHint(self) -> QSize:
        """Return the size of the formula on one line, or of a broken one if that is too wide."""
        width = round(_WIDEST * self._size())
        fitted = self._fitted(width) if self._request is None else self._shown
        if fitted is not None:
            width = round(fitted.width) + 2 * _MARGIN + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and the height at the present one."""
        width = round(_NARROWEST * self._size())
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        if event.size().width() != event.oldSize().width():
            self._refit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange:
            self._refit()
        super().changeEvent(event)

    # Drawing.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the formula, or its source where it cannot be typeset."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shown is not None:
            hotspots = self.hotspots()
            for index, ringed in self.marked().items():
                self._paint_mark(painter, self.box(hotspots[index]), ringed=ringed)
            self._shown.paint(painter, QPointF(_MARGIN, _MARGIN))
        elif self._request is None:
            painter.setFont(self._source_font())
            painter.setPen(QColor(self._theme.text))
            room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            painter.drawText(room, _WRAPPED, plain(self._formula))

    def _paint_mark(self, painter: QPainter, box: QRectF, *, ringed: bool) -> None:
        accent = QColor(self._theme.accent)
        painter.setPen(QPen(accent, 2.0) if ringed else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.highlight))
        painter.drawRoundedRect(box, 4.0, 4.0)

    def _source_font(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        return font
