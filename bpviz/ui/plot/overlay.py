"""What is written over the curves: their names, their latest values, and what happened when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from .scale import significant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyqtgraph as pg

    from bpviz.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Ending:
    """The latest point of a curve: where it is in terms of the axes, its J, its colour."""

    x: float
    y: float
    J: float
    colour: str


class Overlay:
    """Draws in the pixels of the plot.

    Parameters
    ----------
    theme, font
        Colours and the font of all that is written.
    """

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._line = self._metrics.height()

    def width_of_values(self, endings: Iterable[Ending]) -> float:
        """Return how much room `values` needs to the right of the curves."""
        widths = [self._metrics.horizontalAdvance(significant(e.J)) for e in endings]
        return max(widths, default=0.0) + 0.9 * self._line

    def is_low(self, area: QRectF) -> bool:
        """Whether there is hardly room for more than two lines of text."""
        return area.height() < 5 * self._line

    def values(
        self, painter: QPainter, area: QRectF, view: pg.ViewBox, endings: Sequence[Ending]
    ) -> None:
        """Write the latest J at the end of each curve, one above the other where they meet."""
        placed = []
        for ending in endings:
            point = view.mapViewToScene(QPointF(ending.x, ending.y))
            if area.adjusted(-1, -1, 1, 1).contains(point):
                placed.append((point, ending))
        placed.sort(key=lambda each: each[0].y())
        heights = apart([p.y() for p, _ in placed], self._line, area.top(), area.bottom())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for (point, ending), middle in zip(placed, heights, strict=True):
            painter.setPen(QPen(QColor(self._theme.surface), 1.5))
            painter.setBrush(QColor(ending.colour))
            painter.drawEllipse(point, 0.28 * self._line, 0.28 * self._line)
            text = significant(ending.J)
            width = self._metrics.horizontalAdvance(text)
            left = min(point.x() + 0.5 * self._line, area.right() - width)
            box = QRectF(left, middle - self._line / 2, width + 1, self._line)
            self._written(painter, box, text, ending.colour)
        painter.restore()

    def legend(
        self, painter: QPainter, area: QRectF, entries: Sequence[tuple[str, str, Qt.PenStyle]]
    ) -> QRectF:
        """Name the curves, top right, where curves that fall leave room; return where that is."""
        if not entries:
            return QRectF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        line = self._line
        widest = max(self._metrics.horizontalAdvance(name) for name, _, _ in entries)
        left = area.right() - widest - 0.4 * line
        for n, (name, colour, dash) in enumerate(entries):
            box = QRectF(left, area.top() + (0.2 + 1.15 * n) * line, widest + 1, line)
            pen = QPen(QColor(colour), 0.13 * line)
            pen.setStyle(dash)
            painter.setPen(pen)
            y = box.center().y()
            painter.drawLine(QPointF(left - 2.3 * line, y), QPointF(left - 0.4 * line, y))
            self._written(painter, box, name, self._theme.text)
        painter.restore()
        height = 1.15 * len(entries) * line
        return QRectF(left - 2.3 * line, area.top(), area.right() - left + 2.3 * line, height)

    def marks(
        self,
        painter: QPainter,
        area: QRectF,
        view: pg.ViewBox,
        marks: Iterable[tuple[float, str]],
        taken: QRectF,
    ) -> None:
        """Draw a thin line with its words where something happened, clear of what is taken."""
        painter.save()
        painter.setFont(self._font)
        for x, text in marks:
            place = view.mapViewToScene(QPointF(x, 0.0)).x()
            if not area.left() <= place <= area.right():
                continue
            painter.setPen(QPen(QColor(self._theme.muted), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(place, area.top()), QPointF(place, area.bottom()))
            width = self._metrics.horizontalAdvance(text)
            left = min(place + 0.25 * self._line, area.right() - width)
            box = QRectF(left, area.top() + 0.2 * self._line, width + 1, self._line)
            if box.intersects(taken):
                box.moveTop(taken.bottom() + 0.2 * self._line)
            self._written(painter, box, text, self._theme.muted)
        painter.restore()

    def invitation(self, painter: QPainter, area: QRectF, text: str) -> None:
        """Write in the middle, or below the first point where the plot is low."""
        painter.save()
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.text))
        sides = Qt.AlignmentFlag
        height = sides.AlignBottom if self.is_low(area) else sides.AlignVCenter
        painter.drawText(area, sides.AlignHCenter | height | Qt.TextFlag.TextWordWrap, text)
        painter.restore()

    def focus(self, painter: QPainter, area: QRectF) -> None:
        """Show that the keyboard is here."""
        painter.save()
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def _written(self, painter: QPainter, box: QRectF, text: str, colour: str) -> None:
        """Write upon whatever is there, readably."""
        ground = QColor(self._theme.surface)
        ground.setAlphaF(0.75)
        painter.fillRect(box.adjusted(-2, 0, 2, 0), ground)
        painter.setPen(QColor(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)


def apart(middles: Sequence[float], distance: float, top: float, bottom: float) -> list[float]:
    """Return where to write lines of a height that would overlap: near where they belong.

    Parameters
    ----------
    middles
        Where each belongs, increasing.
    distance
        The least from one to the next.
    top, bottom
        Between these they stay if there is room.
    """
    placed = list(middles)
    for n in range(1, len(placed)):
        overlap = placed[n - 1] + distance - placed[n]
        if overlap > 0:
            placed[n - 1] -= overlap / 2
            placed[n] += overlap / 2
    if placed:
        placed[0] = max(placed[0], top + distance / 2)
        for n in range(1, len(placed)):
            placed[n] = max(placed[n], placed[n - 1] + distance)
        placed[-1] = min(placed[-1], bottom - distance / 2)
        for n in range(len(placed) - 2, -1, -1):
            placed[n] = min(placed[n], placed[n + 1] - distance)
    return placed
