"""Draws the two bands of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from bpviz.ui.counts import grouped

from . import bands

if TYPE_CHECKING:
    from bpviz.session.session import Session
    from bpviz.trace import Granularity
    from bpviz.ui.theme import Theme

# Opacity of what is still to come, of what is done, of what is lit.
_AHEAD: Final = 0.14
_DONE: Final = 0.34
_LIT: Final = 1.0


class Ribbon:
    """One painting of the timeline.

    Parameters
    ----------
    painter
        Where to; its font is that of the names.
    theme
        Whose colours.
    session
        Whose moment.
    """

    def __init__(self, painter: QPainter, theme: Theme, session: Session) -> None:
        self._painter = painter
        self._theme = theme
        self._session = session
        self._metrics = QFontMetricsF(painter.font())
        group: Granularity = "unit" if session.granularity == "unit" else "layer"
        self._lit = session.trace.score.start(session.cursor, group)
        self._radius = 0.22 * self._metrics.height()

    def overview(self, band: bands.Band, area: QRectF) -> None:
        """Draw the whole pass: lines 1, 8 and 9 in their colours, the examples between them."""
        painter, score = self._painter, self._session.trace.score
        painter.save()
        painter.setClipPath(self._rounded(area))
        left, right = bands.examples(score, band)
        middle = QRectF(left, area.top(), right - left, area.height())
        painter.fillRect(middle, self._colour(self._theme.muted, _AHEAD))
        done = min(max(band.position(self._session.cursor), left), right)
        painter.fillRect(
            QRectF(left, area.top(), done - left, area.height()),
            self._colour(self._theme.accent, 0.22),
        )
        for span in band.spans:
            if span.right <= left or span.left >= right:
                self._span(span, area)
            elif band.lined:
                strip = QRectF(span.left, area.bottom() - 3, span.right - span.left, 3)
                painter.fillRect(strip, self._kind(span.kind, self._opacity(span)))
        self._ticks(middle)
        painter.restore()
        self._cursor(band.position(self._session.cursor), area)

    def detail(self, band: bands.Band, area: QRectF) -> None:
        """Draw the lines of the example, named and in the colours of what they compute."""
        painter = self._painter
        painter.save()
        painter.setClipPath(self._rounded(area))
        for span in band.spans:
            self._span(span, area)
        painter.restore()
        self._cursor(band.position(self._session.cursor), area)

    def lens(self, band: bands.Band, upper: QRectF, lower: QRectF) -> None:
        """Draw that the lower band is a piece of the upper one, enlarged."""
        score = self._session.trace.score
        start, part, _ = score.find(self._session.cursor)
        left = band.position(start - 1) if start else band.spans[0].left
        right = max(band.position(start + part.length - 1), left + 1)
        gap = 1.0
        shape = QPolygonF(
            [
                QPointF(left, upper.bottom() + gap),
                QPointF(right, upper.bottom() + gap),
                QPointF(lower.right() - self._radius, lower.top() - gap),
                QPointF(lower.left() + self._radius, lower.top() - gap),
            ]
        )
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(self._theme.accent, 0.10))
        self._painter.drawPolygon(shape)

    def ghost(self, area: QRectF, x: float) -> None:
        """Draw where a click would go."""
        x = min(max(x, area.left()), area.right())
        self._painter.setPen(QPen(self._colour(self._theme.text, 0.55), 1))
        self._painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def focus(self, area: QRectF) -> None:
        """Show that the keyboard is here."""
        self._painter.setPen(QPen(QColor(self._theme.accent), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), self._radius, self._radius)

    def _span(self, span: bands.Span, area: QRectF) -> None:
        """Draw one piece: what is ahead faint, what is done stronger, what is lit full."""
        painter = self._painter
        box = QRectF(span.left, area.top(), span.right - span.left, area.height())
        painter.fillRect(box, self._kind(span.kind, _AHEAD))
        done = self._steps(span, box, span.first, self._lit - 1)
        painter.fillRect(done, self._kind(span.kind, _DONE))
        self._name(span, box, self._theme.text)
        lit = self._steps(span, box, self._lit, self._session.cursor)
        if not lit.isEmpty():
            painter.fillRect(lit, self._kind(span.kind, _LIT))
            painter.save()
            painter.setClipRect(lit, Qt.ClipOperation.IntersectClip)
            self._name(span, box, self._theme.surface)
            painter.restore()
        edge = QRectF(box.right() - 1, box.top(), 1, box.height())
        painter.fillRect(edge, QColor(self._theme.surface))

    def _steps(self, span: bands.Span, box: QRectF, first: int, last: int) -> QRectF:
        """Return where those of the steps first … last are that belong to the span."""
        step = box.width() / span.length
        begin = max(first, span.first) - span.first
        end = max(begin, min(last, span.last) - span.first + 1)
        return QRectF(box.left() + begin * step, box.top(), (end - begin) * step, box.height())

    def _name(self, span: bands.Span, box: QRectF, colour: str) -> None:
        """Write the longest name there is room for."""
        room = box.width() - 0.5 * self._metrics.height()
        for name in span.names:
            if self._metrics.horizontalAdvance(name) <= room:
                self._painter.setPen(QColor(colour))
                self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
                break

    def _ticks(self, area: QRectF) -> None:
        """Mark the examples, as many as can be told apart, and number as many as can be read."""
        m, painter = self._session.trace.m, self._painter
        width = area.width() / m
        fine = bands.tick_step(m, area.width(), 0.6 * self._metrics.height())
        height = area.height() if fine == 1 and width > self._metrics.height() else 3.0
        for i in range(fine, m, fine):
            tick = QRectF(area.left() + i * width - 0.5, area.bottom() - height, 1, height)
            painter.fillRect(tick, QColor(self._theme.surface))
        widest = self._metrics.horizontalAdvance(grouped(m)) + self._metrics.height()
        coarse = bands.tick_step(m, area.width(), 1.5 * widest)
        painter.setPen(QColor(self._theme.muted))
        for i in range(coarse, m + 1, coarse):
            middle = area.left() + (i - 0.5) * width
            box = QRectF(middle - widest / 2, area.top(), widest, area.height())
            if area.left() <= box.left() + widest / 4 and box.right() - widest / 4 <= area.right():
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, grouped(i))

    def _cursor(self, x: float, area: QRectF) -> None:
        """Draw the handle at the step on screen."""
        painter = self._painter
        reach = 0.12 * self._metrics.height()
        handle = QRectF(x - 1.5, area.top() - reach, 3, area.height() + 2 * reach)
        painter.setPen(QPen(QColor(self._theme.surface), 1.5))
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(handle, 2, 2)

    def _opacity(self, span: bands.Span) -> float:
        if span.last < self._lit:
            return 0.6
        return _LIT if span.first <= self._session.cursor else 0.3

    def _kind(self, kind: str, opacity: float) -> QColor:
        return self._colour(self._theme.symbols.get(kind, self._theme.muted), opacity)

    def _colour(self, name: str, opacity: float) -> QColor:
        colour = QColor(name)
        colour.setAlphaF(opacity)
        return colour

    def _rounded(self, area: QRectF) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(area, self._radius, self._radius)
        return path
