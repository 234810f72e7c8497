"""How the map is drawn: the ground with its axes and scale, and what lies upon it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from bpviz.text import short
from bpviz.ui.plot.scale import label, ticks

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .frame import Frame
    from .ground import Ground

_BEYOND: Final = 1e7  # pixels: what is so far away, or nowhere, is not drawn
_WIDEST: Final = "0.0001"  # number at the scale or an axis


class Drawing:
    """Draws in the colours of a theme.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def room(self, whole: QRectF, metrics: QFontMetricsF) -> QRectF:
        """Return where the ground lies in a widget."""
        line, number = metrics.height(), metrics.horizontalAdvance(_WIDEST)
        scale = 1.5 * line + number if whole.width() > 22 * line else 0.3 * line
        below = 2.5 * line if whole.height() > 15 * line else 1.5 * line
        return whole.adjusted(number + 0.5 * line, 0.5 * line, -scale, -below)

    def background(self, painter: QPainter, whole: QRectF) -> None:
        """Clear everything."""
        painter.fillRect(whole, QColor(self._theme.surface))

    def ground(self, painter: QPainter, frame: Frame, ground: Ground, ratio: float) -> None:
        """Draw the bands of J; `ratio` says how many pixels of the screen one of Qt's has."""
        width, height = round(ratio * frame.rect.width()), round(ratio * frame.rect.height())
        if width > 0 and height > 0:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame.rect, ground.image(width, height))
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.rect)

    def axes(self, painter: QPainter, frame: Frame, names: tuple[str, str]) -> None:
        """Mark round coordinates, and name the directions where there is room."""
        metrics, sides, rect = painter.fontMetrics(), Qt.AlignmentFlag, frame.rect
        line = metrics.height()
        painter.setPen(QColor(self._theme.muted))
        values, step = _marks(frame.s, rect.width() / (4.5 * line))
        for value in values:
            text = label(value, step)
            x, half = frame.place(value, frame.t[0]).x(), metrics.horizontalAdvance(text) / 2
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, rect.bottom() + 0.2 * line))
            box = QRectF(x - half - 1, rect.bottom() + 0.25 * line, 2 * half + 2, line)
            painter.drawText(box, sides.AlignCenter, text)
        values, step = _marks(frame.t, rect.height() / (2.2 * line))
        for value in values:
            y = frame.place(frame.s[0], value).y()
            painter.drawLine(QPointF(rect.left() - 0.2 * line, y), QPointF(rect.left(), y))
            box = QRectF(0, y - line / 2, rect.left() - 0.3 * line, line)
            painter.drawText(box, sides.AlignRight | sides.AlignVCenter, label(value, step))
        below = QRectF(rect.left(), rect.bottom() + 1.3 * line, rect.width(), line)
        if painter.viewport().bottom() > below.bottom():
            text = f"→ {names[0]}   ↑ {names[1]}"
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(below.width()))
            painter.drawText(below, sides.AlignCenter, text)

    def scale(self, painter: QPainter, frame: Frame, ground: Ground) -> None:
        """Say which J the isolines are, where there is room beside the ground."""
        rect, metrics = frame.rect, painter.fontMetrics()
        line = metrics.height()
        left = rect.right() + 0.5 * line
        if painter.viewport().width() < left + line:
            return
        bands = len(ground.bands)
        height = rect.height() / bands
        for n, band in enumerate(ground.bands):
            box = QRectF(left, rect.bottom() - (n + 1) * height, 0.7 * line, height)
            painter.fillRect(box, QColor(*map(round, band.tolist())))
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        painter.drawRect(QRectF(left, rect.top(), 0.7 * line, rect.height()))
        painter.setPen(QColor(self._theme.text))
        every = max(1, int(np.ceil(line / height)))
        for n, level in enumerate(ground.levels.tolist()):
            if n % every == 0:
                y = rect.bottom() - (n + 1) * height
                value = 10.0**level if ground.logarithmic else level
                box = QRectF(left + 0.9 * line, y - line / 2, 10 * line, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, _level(value))

    def path(
        self, painter: QPainter, frame: Frame, path: Array, present: tuple[float, float]
    ) -> None:
        """Draw where Θ has been, from a ring, and where it is, a dot."""
        theme, line = self._theme, painter.fontMetrics().height()
        painter.save()
        painter.setClipRect(frame.rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        halo = QColor(theme.surface)
        places = frame.places(path)
        places = places[(np.abs(places) < _BEYOND).all(axis=1)]
        if len(places):
            line_ = QPolygonF([QPointF(*each) for each in places.tolist()])
            start = line_.first()
            for colour, width in ((halo, 0.32), (QColor(theme.symbols["Theta"]), 0.14)):
                painter.setPen(
                    QPen(
                        colour,
                        width * line,
                        Qt.PenStyle.SolidLine,
                        Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin,
                    )
                )
                painter.drawPolyline(line_)
                painter.drawEllipse(start, 0.3 * line, 0.3 * line)
        painter.setPen(QPen(halo, 0.14 * line))
        painter.setBrush(QColor(theme.accent))
        dot = frame.place(*present)
        if abs(dot.x()) < _BEYOND and abs(dot.y()) < _BEYOND:
            painter.drawEllipse(dot, 0.4 * line, 0.4 * line)
        painter.restore()

    def cross(self, painter: QPainter, frame: Frame, at: QPointF) -> None:
        """Mark the node pointed at."""
        rect, line = frame.rect, painter.fontMetrics().height()
        painter.save()
        painter.setClipRect(rect)
        for colour, width in ((self._theme.surface, 0.22), (self._theme.accent, 0.08)):
            painter.setPen(QPen(QColor(colour), max(1.0, width * line)))
            painter.drawLine(QPointF(rect.left(), at.y()), QPointF(rect.right(), at.y()))
            painter.drawLine(QPointF(at.x(), rect.top()), QPointF(at.x(), rect.bottom()))
        painter.restore()

    def message(self, painter: QPainter, whole: QRectF, text: str) -> None:
        """Write in the middle."""
        if text:
            painter.setPen(QColor(self._theme.text))
            line = painter.fontMetrics().height()
            room = whole.adjusted(line, 0, -line, 0)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, text)

    def focus(self, painter: QPainter, whole: QRectF) -> None:
        """Show that the keyboard is here."""
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole.adjusted(1, 1, -1, -1))


def _marks(ends: tuple[float, float], most: float) -> tuple[list[float], float]:
    """Return round coordinates and the distance between them."""
    values = ticks(*ends, max(1, int(most)))
    return values, values[1] - values[0] if len(values) > 1 else max(map(abs, ends))


def _level(J: float) -> str:
    """Return the J of an isoline, a round number."""
    return label(J, J) if 1e-4 <= J < 1e5 else short(J)
