"""What is written over the curves: their names, their latest values, and what happened when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from bpviz.text import translate

from .corner import free_corner
from .scale import significant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyqtgraph as pg

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .curve import Cursor


_MOST_LEGEND: Final = 0.7  # of the height; the rest is for the curves


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

    def placed(
        self, area: QRectF, view: pg.ViewBox, endings: Sequence[Ending]
    ) -> list[tuple[QPointF, QRectF, Ending]]:
        """Return where the curves end in an area, and where their J stands beside that.

        One stands above the other where curves meet.
        """
        seen = []
        for ending in endings:
            point = view.mapViewToScene(QPointF(ending.x, ending.y))
            if area.adjusted(-1, -1, 1, 1).contains(point):
                seen.append((point, ending))
        seen.sort(key=lambda each: each[0].y())
        heights = apart([p.y() for p, _ in seen], self._line, area.top(), area.bottom())
        placed = []
        for (point, ending), middle in zip(seen, heights, strict=True):
            width = self._metrics.horizontalAdvance(significant(ending.J))
            left = min(point.x() + 0.5 * self._line, area.right() - width)
            box = QRectF(left, middle - self._line / 2, width + 1, self._line)
            placed.append((point, box, ending))
        return placed

    def values(self, painter: QPainter, placed: Sequence[tuple[QPointF, QRectF, Ending]]) -> None:
        """Write the latest J at the end of each curve."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for point, box, ending in placed:
            painter.setPen(QPen(QColor(self._theme.surface), 1.5))
            painter.setBrush(QColor(ending.colour))
            painter.drawEllipse(point, 0.28 * self._line, 0.28 * self._line)
            self._written(painter, box, significant(ending.J), ending.colour)
        painter.restore()

    def beside(self, area: QRectF, endings: Sequence[Ending]) -> QRectF:
        """Return the part of a low plot that the latest values leave for names."""
        if not endings or not self.is_low(area):
            return area
        widest = max(self._metrics.horizontalAdvance(significant(each.J)) for each in endings)
        return area.adjusted(0, 0, -widest - 1.2 * self._line, 0)

    def legend(
        self,
        painter: QPainter,
        area: QRectF,
        entries: Sequence[tuple[str, str, Qt.PenStyle]],
        taken: Sequence[QRectF] = (),
        points: Sequence[Array] = (),
    ) -> list[QRectF]:
        """Name the curves, best at the top right, where curves that fall leave room.

        Names for which there is no room are counted in a last line that belongs to no curve.
        Return where each stands, without that line.

        Parameters
        ----------
        painter, area
            Where.
        entries
            Name, colour and dash of each.
        taken, points
            What had better be seen: latest values, and points of the curves, in pixels.
        """
        line = self._line
        room = max(2, int(_MOST_LEGEND * area.height() / (1.15 * line)))
        shown = list(entries)
        if len(shown) > room:
            more = translate("CostPlot", "and {n} more").format(n=len(shown) - room + 1)
            shown[room - 1 :] = [(more, "", Qt.PenStyle.NoPen)]
        if not shown:
            return []
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        widest = max(self._metrics.horizontalAdvance(name) for name, _, _ in shown)
        size = QSizeF(widest + 2.7 * line, (1.15 * len(shown) + 0.4) * line)
        corner = free_corner(area, size, taken, points)
        left = corner.right() - widest - 0.4 * line
        rows = []
        for n, (name, colour, dash) in enumerate(shown):
            box = QRectF(left, corner.top() + (0.2 + 1.15 * n) * line, widest + 1, line)
            if colour:
                self._sample(painter, left, box.center().y(), QColor(colour), dash)
            self._written(painter, box, name, self._theme.text)
            rows.append(box.adjusted(-2.3 * line, 0, 0.4 * line, 0))
        painter.restore()
        return rows[: room - 1] if len(entries) > room else rows

    def _sample(
        self, painter: QPainter, right: float, y: float, colour: QColor, dash: Qt.PenStyle
    ) -> None:
        """Draw a piece of the curve left of its name; without a pen these are points."""
        line = self._line
        if dash == Qt.PenStyle.NoPen:
            painter.setPen(dash)
            painter.setBrush(colour)
            for step in (0.7, 1.35, 2.0):
                painter.drawEllipse(QPointF(right - step * line, y), 0.15 * line, 0.15 * line)
        else:
            painter.setPen(QPen(colour, 0.13 * line, dash))
            painter.drawLine(QPointF(right - 2.3 * line, y), QPointF(right - 0.4 * line, y))

    def cursor(self, painter: QPainter, area: QRectF, point: QPointF, cursor: Cursor) -> None:
        """Draw a line through the moment shown, with its words; and why it is not another."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        line, colour = self._line, self._theme.accent
        if area.left() - 1 <= point.x() <= area.right() + 1:
            painter.setPen(QPen(QColor(colour), 0.1 * line))
            painter.drawLine(QPointF(point.x(), area.top()), QPointF(point.x(), area.bottom()))
            painter.setPen(QPen(QColor(self._theme.surface), 1.5))
            painter.setBrush(QColor(colour))
            if area.adjusted(-1, -1, 1, 1).contains(point):
                painter.drawEllipse(point, 0.36 * line, 0.36 * line)
            width = self._metrics.horizontalAdvance(cursor.text)
            left = point.x() - 0.5 * line - width  # to the right are the latest values
            if left < area.left():
                left = min(point.x() + 0.5 * line, area.right() - width)
            top = point.y() - 1.6 * line
            top = min(max(top, area.top() + 0.2 * line), area.bottom() - 1.2 * line)
            self._written(painter, QRectF(left, top, width + 1, line), cursor.text, colour)
        if cursor.note:
            self._note(painter, area, cursor.note)
        painter.restore()

    def _note(self, painter: QPainter, area: QRectF, text: str) -> None:
        """Write a sentence at the foot, on a ground of its own."""
        pad = 0.3 * self._line
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        inside = area.adjusted(2 * pad, 0, -2 * pad, 0)
        box = self._metrics.boundingRect(inside, flags, text)
        box.moveBottom(area.bottom() - 2 * pad)
        painter.setPen(QColor(self._theme.hairline))
        painter.setBrush(QColor(self._theme.highlight))
        painter.drawRoundedRect(box.adjusted(-pad, -pad, pad, pad), pad, pad)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(box, flags, text)

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
