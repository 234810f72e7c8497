"""The size of D by layer over time, on a logarithmic scale."""

from __future__ import annotations

from math import ceil, floor, isnan
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from bpviz.text import translate
from bpviz.ui.counts import grouped, of_layer
from bpviz.ui.plot.overlay import apart

from .span import Span
from .strips import rgb
from .words import power

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .record import Record

_LEAST_DECADES: Final = 2
# The earliest layer, which suffers first, has the full colour; the last this part of the ground.
_FADED: Final = 0.45


class Sizes:
    """Paints a line for the root mean square of each D⁽ˡ⁾, named at its end.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def plot(self, room: QRectF, metrics: QFontMetricsF, layers: int) -> QRectF:
        """Return where the lines are within the room, which holds axes and names as well."""
        line = metrics.height()
        left = metrics.horizontalAdvance(power(-12)) + 0.4 * line
        right = metrics.horizontalAdvance(of_layer("D", layers)) + 0.8 * line
        return room.adjusted(left, 1.6 * line, -right, -1.2 * line)

    def draw(self, painter: QPainter, room: QRectF, record: Record) -> None:
        """Paint the chart."""
        metrics = QFontMetricsF(painter.font())
        sizes = record["D"]
        plot = self.plot(room, metrics, sizes.shape[1])
        self._title(painter, room, metrics)
        if not len(record):
            return
        logarithms = np.log10(np.where((sizes > 0) & np.isfinite(sizes), sizes, np.nan))
        low, high = _decades(logarithms)
        x = plot.left() + Span.of(record).shares(record["iteration"]) * plot.width()
        self._axes(painter, plot, record, (low, high), float(x[-1]))
        y = plot.bottom() - (logarithms - low) / (high - low) * plot.height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts = np.split(np.arange(len(x)), np.flatnonzero(record["begins"][1:]) + 1)
        colours = self.colours(sizes.shape[1])
        for layer in reversed(range(sizes.shape[1])):  # the first layers on top
            painter.setPen(QPen(colours[layer], max(1.5, 0.11 * metrics.height())))
            painter.setBrush(colours[layer])
            for part in parts:
                self._line(painter, x[part], y[part, layer], metrics.height())
        self._names(painter, plot, (float(x[-1]), y[-1]), colours)
        painter.restore()

    def colours(self, layers: int) -> list[QColor]:
        """Return a colour for each D⁽ˡ⁾."""
        ink, ground = rgb(self._theme.symbols["D"]), rgb(self._theme.surface)
        made = []
        for layer in range(layers):
            share = _FADED * layer / max(1, layers - 1)
            mixed = (1 - share) * ink + share * ground
            made.append(QColor(*map(int, mixed.round())))
        return made

    def _title(self, painter: QPainter, room: QRectF, metrics: QFontMetricsF) -> None:
        painter.setPen(QColor(self._theme.text))
        title = translate("HealthPanel", "Size of D⁽ˡ⁾ (root mean square)")
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)

    def _axes(
        self,
        painter: QPainter,
        plot: QRectF,
        record: Record,
        decades: tuple[int, int],
        last: float,
    ) -> None:
        """Draw a line for each power of ten that has room for its name, and the ends of time.

        The last moment is at x = `last`.
        """
        theme, (low, high) = self._theme, decades
        line = painter.fontMetrics().height()
        stride = max(1, ceil((high - low) * 1.1 * line / max(1.0, plot.height())))
        sides = Qt.AlignmentFlag
        for exponent in range(low, high + 1, stride):
            y = plot.bottom() - (exponent - low) / (high - low) * plot.height()
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            box = QRectF(0, y - line / 2, plot.left() - 0.4 * line, line)
            painter.drawText(box, sides.AlignRight | sides.AlignVCenter, power(exponent))
        times = record["iteration"]
        below = QRectF(plot.left(), plot.bottom() + 0.15 * line, plot.width(), line)
        first = translate("HealthPanel", "iteration {n}").format(n=grouped(int(times[0])))
        painter.drawText(below, sides.AlignLeft | sides.AlignTop, first)
        if len(times) > 1:
            end = grouped(int(times[-1]))
            metrics = QFontMetricsF(painter.font())
            least = plot.left() + metrics.horizontalAdvance(f"{first}  {end}")
            below.setRight(min(plot.right(), max(last, least)))
            painter.drawText(below, sides.AlignRight | sides.AlignTop, end)

    def _line(self, painter: QPainter, x: Array, y: Array, line: float) -> None:
        """Draw a stretch without gaps; a point where there is but one."""
        points = [QPointF(*p) for p in zip(x.tolist(), y.tolist(), strict=True) if not isnan(p[1])]
        if len(points) == 1:
            painter.drawEllipse(points[0], 0.1 * line, 0.1 * line)
        else:
            painter.drawPolyline(QPolygonF(points))

    def _names(
        self, painter: QPainter, plot: QRectF, last: tuple[float, Array], colours: list[QColor]
    ) -> None:
        """Write which D each line is, one above the other where lines meet.

        `last` is x of the last moment, and y of each line there.
        """
        x, y = last
        line = painter.fontMetrics().height()
        placed = sorted((h, layer) for layer, h in enumerate(y.tolist()) if not isnan(h))
        heights = apart([h for h, _ in placed], 0.85 * line, plot.top(), plot.bottom())
        for (at, layer), middle in zip(placed, heights, strict=True):
            painter.setPen(QPen(colours[layer], 1))
            near, far = plot.right() + 1, plot.right() + 0.5 * line
            # A moment stands for what follows it.
            ends = QPointF(x, at), QPointF(near, at), QPointF(far, middle)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(ends))
            painter.setPen(QColor(self._theme.text))
            box = QRectF(far + 0.15 * line, middle - line / 2, 10 * line, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, of_layer("D", layer + 1))


def _decades(logarithms: Array) -> tuple[int, int]:
    """Return the powers of ten that all sizes lie between."""
    finite = logarithms[np.isfinite(logarithms)]
    if not finite.size:
        return -_LEAST_DECADES, 0
    low, high = floor(finite.min()), max(ceil(finite.max()), floor(finite.min()) + 1)
    return min(low, high - _LEAST_DECADES), high
