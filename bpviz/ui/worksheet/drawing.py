"""The drawing of a worksheet, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bpviz.trace.formula import Piece

from .setting import HAIRLINE, INK

if TYPE_CHECKING:
    from bpviz.export.worksheet.picture import Drawing

    from .setting import Draw, Typesetter

LABEL: Final = 8.5  # points
PAPER: Final = QColor("#ffffff")


def drawn(drawing: Drawing, setter: Typesetter, width: float) -> tuple[float, Draw]:
    """Return the height of a drawing in dots and what draws it in the middle of a width."""
    mm = setter.mm
    labels = [
        (label, setter.formula((Piece(label.latex, label.symbol),), LABEL))
        for label in drawing.labels
    ]

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(x + (width - mm(drawing.width)) / 2, y)
        painter.setPen(QPen(HAIRLINE, 0.5 * setter.dots))
        for line in drawing.lines:
            ends = ((line.x1, line.y1), (line.x2, line.y2))
            painter.drawLine(*(QPointF(mm(x), mm(y)) for x, y in ends))
        painter.setPen(QPen(INK, 0.6 * setter.dots))
        painter.setBrush(PAPER)
        for circle in drawing.circles:
            radius = mm(circle.radius)
            painter.drawEllipse(QPointF(mm(circle.x), mm(circle.y)), radius, radius)
        for label, made in labels:
            left, top = mm(label.x) - made.width / 2, mm(label.y) - made.height / 2
            if label.on_ground:
                edge = mm(0.5)
                box = QRectF(left, top, made.width, made.height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRect(box.adjusted(-edge, -edge / 4, edge, edge / 4))
            made.draw(painter, left, top + made.ascent)
        painter.restore()

    return mm(drawing.height), draw
