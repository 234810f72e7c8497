"""What is written beside and above the strips: layers, ranges, and how many units do not learn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from . import words
from .record import SYMBOLS
from .strips import decades

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.core import Network
    from bpviz.ui.theme import Theme

    from .layout import Row
    from .record import Record

_NAMES: Final = {"z": "z", "a": "a", "delta": "|δ|"}
_SMALL: Final = 0.85  # of the interface's font


class Labels:
    """Writes in the fonts of one network's picture.

    Parameters
    ----------
    theme, font
        Colours; the font of the interface.
    network
        Whose layers.

    Attributes
    ----------
    small, line
        The font, and the height of a line in it.
    brief, full
        How wide the column of the layers is with few words and with all.
    """

    def __init__(self, theme: Theme, font: QFont, network: Network) -> None:
        self._theme = theme
        self._network = network
        self.small = QFont(font)
        self.small.setPointSizeF(_SMALL * self.small.pointSizeF())
        self._bold = QFont(self.small)
        self._bold.setBold(True)
        metrics, bold = QFontMetricsF(self.small), QFontMetricsF(self._bold)
        self.line = metrics.height()
        names = words.layer_name(len(network.layers)) + " ", words.percent(1.0)
        said = words.state(1.0, 0, "sigmoid")
        if network.hidden == "relu":
            said = words.state(0.99, max(network.layers), "relu")
        self.brief = max(map(bold.horizontalAdvance, names))
        self.full = max(self.brief, metrics.horizontalAdvance(said)) + 0.4 * self.line

    def headings(self, painter: QPainter, boxes: Sequence[QRectF], record: Record) -> None:
        """Name the columns in the colours of their symbols, and say what range each has."""
        sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        start = QFontMetricsF(self._bold)
        for n, (symbol, box) in enumerate(zip(SYMBOLS, boxes, strict=True)):
            painter.setFont(self._bold)
            painter.setPen(QColor(self._theme.symbols[symbol]))
            painter.drawText(box, sides, _NAMES[symbol])
            painter.setFont(self.small)
            painter.setPen(QColor(self._theme.muted))
            room = box.adjusted(start.horizontalAdvance(_NAMES[symbol] + " "), 0, 0, 0)
            text, metrics = _range(record, 0, n), painter.fontMetrics()
            if metrics.horizontalAdvance(text) > room.width():
                text = text.replace(" ", "")
            if metrics.horizontalAdvance(text) <= room.width():
                painter.drawText(room, sides, text)

    def layer(self, painter: QPainter, row: Row, n: int, *, pointed: bool) -> None:
        """Write which layer a row is."""
        painter.setFont(self._bold)
        painter.setPen(QColor(self._theme.accent if pointed else self._theme.text))
        sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(row.label, sides, words.layer_name(n + 2))
        painter.setFont(self.small)

    def state(self, painter: QPainter, row: Row, n: int, record: Record, moment: int) -> None:
        """Say how many units of a layer do not learn, and show it as a bar."""
        share = float(record["saturated"][moment, n])
        if math.isnan(share):
            return  # no g′ in this δ
        box, line, sides = row.label, self.line, Qt.AlignmentFlag
        bar = QRectF(box.left(), box.bottom() - 0.2 * line, box.width() - 0.4 * line, 0.2 * line)
        painter.fillRect(bar, QColor(self._theme.hairline))
        bar.setWidth(share * bar.width())
        painter.fillRect(bar, QColor(self._theme.negative))
        painter.setPen(QColor(self._theme.muted))
        roomy = box.width() >= self.full
        if box.height() >= 2.3 * line:
            stuck = int(record["stuck"][moment, n])
            said = words.state(share, stuck, self._network.activation(n + 2).name)
            text = said if roomy else words.percent(share)
            below = box.adjusted(0, line, 0, 0)
            painter.drawText(below, sides.AlignLeft | sides.AlignTop, text)
        elif roomy:
            beside = box.adjusted(0, 0, -0.4 * line, 0)
            painter.drawText(beside, sides.AlignRight | sides.AlignTop, words.percent(share))

    def own_ranges(self, painter: QPainter, row: Row, n: int, record: Record) -> None:
        """Say which range z and a of a layer have where it is not that of the column."""
        for symbol, cell in enumerate(row.cells):
            text = _range(record, n, symbol)
            if text == _range(record, 0, symbol):
                continue
            box, metrics = cell.rect, painter.fontMetrics()
            if metrics.horizontalAdvance(text) > box.width():
                text = text.replace(" ", "")
            advance = metrics.horizontalAdvance(text)
            if advance > box.width():
                continue  # a part of a number would be another number
            width = advance + 0.3 * self.line
            plate = QRectF(box.left(), box.top(), min(width, box.width()), self.line)
            ground = QColor(self._theme.surface)
            ground.setAlphaF(0.8)
            painter.fillRect(plate, ground)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def _range(record: Record, row: int, symbol: int) -> str:
    """Return between which values a strip shows its quantity."""
    if not len(record):
        return ""
    if SYMBOLS[symbol] == "delta":
        ends = [words.power(end) for end in decades(record)]
    else:
        ends = [words.bound(end) for end in record.bins[row][symbol].ends]
    return " … ".join(ends)
