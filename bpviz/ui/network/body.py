"""The round body of a unit, painted, or kept as a small picture where it stays the same."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from bpviz.ui import device

from .ink import NO_PEN

_DASHES = 12  # around a broken ring, whatever its size
_DASHED = 0.62  # share of a dash that is drawn


@dataclass(frozen=True, slots=True)
class Body:
    """Circles around one middle; colours as 0xAARRGGBB, lengths in logical pixels.

    Attributes
    ----------
    radius
        Of the whole.
    disc, fill
        Radius and colour of the fill.
    outline
        Colour and width of the line around the fill.
    hatch
        Colour of stripes over the fill, or None.
    track
        Colours of line and ground of the place for the ring, and the line's width; or None.
    ring
        Colour and width of the ring, and whether it is broken; or None.
    glow
        Colour and radius of what shines behind; or None.
    """

    radius: float
    disc: float
    fill: int
    outline: tuple[int, float]
    hatch: int | None = None
    track: tuple[int, int, float] | None = None
    ring: tuple[int, float, bool] | None = None
    glow: tuple[int, float] | None = None


def paint(painter: QPainter, centre: QPointF, body: Body) -> None:
    """Paint a body."""
    if body.glow is not None:
        colour, reach = body.glow
        painter.setPen(NO_PEN)
        painter.setBrush(QColor.fromRgba(colour))
        painter.drawEllipse(centre, reach, reach)
    if body.track is not None:
        line, ground, width = body.track
        painter.setPen(QPen(QColor.fromRgba(line), width))
        painter.setBrush(QColor.fromRgba(ground))
        painter.drawEllipse(centre, body.radius, body.radius)
    if body.ring is not None:
        _ring(painter, centre, body.radius, body.ring)
    colour, width = body.outline
    painter.setPen(QPen(QColor.fromRgba(colour), width))
    painter.setBrush(QColor.fromRgba(body.fill))
    reach = body.disc - width / 2
    painter.drawEllipse(centre, reach, reach)
    if body.hatch is not None:
        painter.setPen(NO_PEN)
        painter.setBrush(QBrush(QColor.fromRgba(body.hatch), Qt.BrushStyle.BDiagPattern))
        painter.drawEllipse(centre, body.disc - width, body.disc - width)


def _ring(painter: QPainter, centre: QPointF, radius: float, ring: tuple[int, float, bool]) -> None:
    colour, width, broken = ring
    pen = QPen(QColor.fromRgba(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    reach = radius - width / 2
    if broken:
        # Qt counts in widths of the pen.
        dash = 2 * math.pi * reach / width / _DASHES
        pen.setDashPattern([_DASHED * dash, (1.0 - _DASHED) * dash])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, reach, reach)


@lru_cache(maxsize=256)
def picture(body: Body, ratio: float) -> QPixmap:
    """Return a body as a picture; from step to step most units stay as they are."""
    reach = max(body.radius, body.glow[1] if body.glow else 0.0)
    side = math.ceil(2 * ratio * (reach + body.outline[1])) + 2
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QPointF(side / ratio / 2, side / ratio / 2), body)
    painter.end()
    return pixmap


def place(painter: QPainter, centre: QPointF, body: Body) -> None:
    """Paint a body from its picture, or really, where it may be enlarged later."""
    if device.keeps_lines(painter):
        paint(painter, centre, body)
        return
    ratio = device.ratio(painter)
    kept = picture(body, ratio)
    half = kept.width() / ratio / 2
    # On whole pixels the picture stays sharp.
    left = round((centre.x() - half) * ratio) / ratio
    top = round((centre.y() - half) * ratio) / ratio
    painter.drawPixmap(QPointF(left, top), kept)
