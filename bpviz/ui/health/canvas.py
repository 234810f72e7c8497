"""The picture of the health of the layers, and the moment in it that a person points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.text import translate
from bpviz.ui.keys import asks_for

from .labels import Labels
from .layout import Layout, minimum_height, minimum_width
from .sizes import Sizes
from .span import Span
from .strips import Strips

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from bpviz.core import Network
    from bpviz.ui.theme import Theme

    from .record import Record

_MOVES: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_KEYS: Final = frozenset({*_MOVES, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape})


class Canvas(QWidget):
    """The sizes of D over time; below, for each layer, z, a and δ over time and now.

    The mouse, or the arrows, point at a moment, which is then marked everywhere, and at a layer.

    Parameters
    ----------
    theme
        Colours.

    Attributes
    ----------
    moment, row
        What is pointed at: index of a moment of the record, index of a layer from 2; None if
        nothing is.

    Signals
    -------
    pointed
        Somebody points at something else.
    """

    pointed = Signal()

    def __init__(self, theme: Theme, network: Network, record: Record) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._strips, self._sizes = Strips(theme), Sizes(theme)
        self.moment: int | None = None
        self.row: int | None = None
        self.show_record(network, record)

    def show_record(self, network: Network, record: Record) -> None:
        """Show the record of another network."""
        self._network, self.record = network, record
        self._point(None, None)
        self._arrange()
        self.updateGeometry()

    @property
    def _rows(self) -> int:
        return len(self._network.layers) - 1

    def _arrange(self) -> None:
        """Lay everything out in the fonts of now."""
        labels = self._labels = Labels(self._theme, self.font(), self._network)
        roomy = self.width() >= minimum_width(labels.line, labels.full)
        label = labels.full if roomy else labels.brief
        self.layout_ = Layout(self.width(), self.height(), labels.line, label, self._rows)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read; what shows this scrolls if there is less."""
        labels = self._labels
        width = minimum_width(labels.line, labels.brief)
        return QSize(round(width), round(minimum_height(labels.line, self._rows)))

    def changeEvent(self, event: QEvent) -> None:
        """Take over another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self._arrange()

    # --- pointing ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the record holds now."""
        if self.moment is not None and self.moment >= len(self.record):
            self._point(None, self.row)
        self.update()

    def _point(self, moment: int | None, row: int | None) -> None:
        if (moment, row) != (self.moment, self.row):
            self.moment, self.row = moment, row
            self.pointed.emit()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a moment and a layer."""
        self._point_at(event.position())

    def _point_at(self, place: QPointF) -> None:
        moment, row = None, None
        plot = self._plot()
        if self.layout_.chart.contains(place):
            moment = self._moment_at(plot, place)
        for n, each in enumerate(self.layout_.rows):
            if each.rect.contains(place):
                row = n
                for cell in each.cells:
                    if cell.strip.contains(place):
                        moment = self._moment_at(cell.strip, place)
        self._point(moment, row)

    def _moment_at(self, strip: QRectF, place: QPointF) -> int | None:
        share = (place.x() - strip.left()) / max(1.0, strip.width())
        if not len(self.record) or not -0.02 <= share <= 1:
            return None
        iteration = Span.of(self.record).iteration(max(0.0, share))
        moment = int(self.record.covering(np.array([iteration]))[0])
        return None if moment < 0 else moment

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point(None, None)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move the mark, although the window has other uses for them."""
        if asks_for(event, _KEYS):
            # Esc is for leaving what one is in; pointing at nothing, one is in nothing here.
            idle = event.key() == Qt.Key.Key_Escape and (self.moment, self.row) == (None, None)
            if not idle:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point with the arrows, Home and End; Esc points at nothing."""
        key, last = event.key(), len(self.record) - 1
        if key not in _KEYS or last < 0:
            event.ignore()
            return
        moment, row = self.record.now if self.moment is None else self.moment, self.row
        if key == Qt.Key.Key_Escape:
            self._point(None, None)
            return
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            moment = 0 if key == Qt.Key.Key_Home else last
        else:
            sideways, down = _MOVES[Qt.Key(key)]
            moment = min(max(moment + sideways, 0), last)
            if down:
                start = -1 if down > 0 else self._rows
                row = min(max((start if row is None else row) + down, 0), self._rows - 1)
        self._point(moment, row)

    # --- drawing -------------------------------------------------------------------------------

    def _plot(self) -> QRectF:
        return self._sizes.plot(self.layout_.chart, QFontMetricsF(self._labels.small), self._rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart and the strips."""
        painter = QPainter(self)
        painter.setFont(self._labels.small)
        painter.fillRect(event.rect(), QColor(self._theme.surface))
        record, rows, labels = self.record, self.layout_.rows, self._labels
        self._sizes.draw(painter, self.layout_.chart, record)
        labels.headings(painter, self.layout_.headings, record)
        moment = record.now if self.moment is None else self.moment
        self._strips.draw(painter, rows, record, moment)
        for n, row in enumerate(rows):
            labels.layer(painter, row, n, pointed=n == self.row)
            labels.own_ranges(painter, row, n, record)
            if len(record):
                labels.state(painter, row, n, record, moment)
        self._mark(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _mark(self, painter: QPainter) -> None:
        """Mark the moment pointed at, everywhere."""
        if self.moment is None:
            return
        iteration = self.record["iteration"][self.moment : self.moment + 1]
        share = float(Span.of(self.record).shares(iteration)[0])
        painter.setPen(QPen(QColor(self._theme.accent), max(1.0, 0.08 * self._labels.line)))
        rooms = [self._plot(), *(cell.strip for row in self.layout_.rows for cell in row.cells)]
        for room in rooms:
            x = room.left() + share * room.width()
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))

    def toolTipText(self) -> str:
        """Return what the picture shows and how to point at something in it."""
        return translate(
            "HealthPanel",
            "Each strip: how z, a and |δ| of a layer are distributed, over the iterations and, "
            "to its right, at the moment marked. Arrow keys move the mark.",
        )
