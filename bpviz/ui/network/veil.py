"""Where the light falls: everything else lies under a veil, and what is lit has a calm glow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPainterPathStroker, QPen

from bpviz.session.selection import Layer, Line, Unit, Vector, Weight, Weights
from bpviz.ui import device

from .ink import faded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpviz.session.selection import Target

    from .canvas import Canvas
    from .scene import Scene

_DIMMED: Final = 0.7  # opacity of the veil: what is under it can still be made out
_GLOWS: Final = 7  # strokes, one wider than the other, that make the glow
_GLOW: Final = 0.055  # opacity of each
_REACH: Final = 0.85  # of the glow, in strokes of the ink


class Veil:
    """Dims what is not lit; keeps its picture for as long as canvas and light stay the same."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._lit: list[QPainterPath] = []
        self._image: QImage | None = None

    def draw(
        self, painter: QPainter, canvas: Canvas, targets: Iterable[Target], strength: float = 1.0
    ) -> None:
        """Lay it over a canvas that has just been painted; not where nothing in it is lit.

        Parameters
        ----------
        painter
            Whose canvas has been painted.
        canvas
            What has been painted.
        targets
            What is lit.
        strength
            1 for all of it, less for one that is coming or going.
        """
        key = (canvas, *targets)
        if key != self._key:
            self._key, self._image = key, None
            self._lit = list(_lit(canvas, targets))
        if not self._lit:
            return
        painter.setOpacity(strength)
        if device.keeps_lines(painter):
            self._draw_lines(painter, canvas.scene)
        else:
            self._image = self._image or self._painted(canvas)
            painter.drawImage(0, 0, self._image)
        painter.setOpacity(1.0)

    def _painted(self, canvas: Canvas) -> QImage:
        """Return the veil with a glow around what it leaves free."""
        ink, room = canvas.scene.ink, canvas.scene.layout.room
        size = QSize(round(room.width * canvas.ratio), round(room.height * canvas.ratio))
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(canvas.ratio)
        image.fill(faded(ink.surface, _DIMMED))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for n in range(_GLOWS, 0, -1):
            width = 2 * _REACH * ink.stroke * n / _GLOWS
            round_ = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            pen = QPen(faded(ink.accent, _GLOW), width, Qt.PenStyle.SolidLine, *round_)
            for path in self._lit:
                painter.strokePath(path, pen)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for path in self._lit:
            painter.fillPath(path, Qt.GlobalColor.black)
        painter.end()
        return image

    def _draw_lines(self, painter: QPainter, scene: Scene) -> None:
        """Draw it as shapes, for a picture that may be enlarged."""
        room, ink = scene.layout.room, scene.ink
        rest = QPainterPath()
        rest.addRect(QRectF(0, 0, room.width, room.height))
        for path in self._lit:
            rest = rest.subtracted(path)
        painter.fillPath(rest, faded(ink.surface, _DIMMED))
        for path in self._lit:
            painter.strokePath(path, QPen(faded(ink.accent, 0.5), 0.12 * ink.stroke))


def _lit(canvas: Canvas, targets: Iterable[Target]) -> Iterator[QPainterPath]:
    """Yield the outlines of what is lit."""
    scene = canvas.scene
    for target in targets:
        match target:
            case Unit():
                yield from _unit(scene, target)
            case Weight():
                yield from _weight(canvas, target)
            case Weights(layer) if 1 <= layer < len(scene.layers):
                left, right = scene.layout.free_gap(layer)
                top = scene.layout.matrices - 0.5 * scene.layout.line
                yield _rounded(scene, left, right, top)
            case Layer(layer) if 1 <= layer <= len(scene.layers):
                yield _layer(scene, layer)
            case Vector("x"):
                yield _layer(scene, 1)
            case Vector("h"):
                yield _layer(scene, len(scene.layers))
            case Vector("y"):
                middle, half = scene.layout.target
                pad = 0.35 * scene.ink.em
                wide = max(half, scene.ink.em) + pad
                yield _rounded(scene, middle - wide, middle + wide, _header(scene))
            case Line() | Layer() | Weights() | Vector():
                continue  # of the algorithm, or of a network with more layers


def _unit(scene: Scene, unit: Unit) -> Iterator[QPainterPath]:
    if unit.layer > len(scene.layers) or not scene.placement.shows(unit):
        return
    column = scene.column(unit.layer)
    (x, y), r = scene.placement.centre(unit), scene.placement.radius(unit)
    path = QPainterPath()
    if column.picture and unit.unit:
        path.addRect(QRectF(x - r, y - r, 2 * r, 2 * r))
        yield path
        return
    em = scene.ink.em
    path.addEllipse(QPointF(x, y), r + 0.2 * em, r + 0.2 * em)
    captions = column.captions if unit.unit else 0
    wide = scene.layout.names[1] if unit.layer == 1 else scene.layout.room.caption
    below = captions > 0 and (unit.layer > 1 or scene.layout.names_below)
    for there, top in ((below, y + r), (captions > 1 and unit.layer > 1, y - r - 1.2 * em)):
        if there:
            box = QPainterPath()
            box.addRoundedRect(QRectF(x - wide / 2, top, wide, 1.2 * em), 0.3 * em, 0.3 * em)
            path = path.united(box)
    yield path


def _weight(canvas: Canvas, weight: Weight) -> Iterator[QPainterPath]:
    scene = canvas.scene
    index = scene.edges.index(weight)
    if index is None:
        return
    points = scene.edges.curves.sampled()[index].tolist()
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    pen = QPen(Qt.GlobalColor.black, 0.7 * scene.ink.stroke)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    outline = QPainterPathStroker(pen).createStroke(path)
    for pill in canvas.pills.placed:
        if pill.edge == index:
            box = QPainterPath()
            box.addRect(QRectF(pill.box.x, pill.box.y, pill.box.width, pill.box.height))
            outline = outline.united(box)
    yield outline


def _layer(scene: Scene, layer: int) -> QPainterPath:
    """Return the strip with a layer, its name above and the numbers at its units."""
    layout, column, em = scene.layout, scene.column(layer), scene.ink.em
    left, right = column.left, column.right
    if layer == 1 and layout.names[1] and not layout.names_below:
        left = layout.names[0] - layout.names[1]
    elif column.captions:
        wide = layout.names[1] if layer == 1 else layout.room.caption
        left, right = min(left, column.middle - wide / 2), max(right, column.middle + wide / 2)
    if layer == len(scene.layers) and layout.beside[1]:
        right = max(right, layout.beside[0] + layout.beside[1])
    return _rounded(scene, left - 0.35 * em, right + 0.35 * em, _header(scene))


def _header(scene: Scene) -> float:
    return scene.layout.header - 0.5 * scene.layout.line


def _bottom(scene: Scene, layer: int) -> float:
    """Return where a layer ends, with what is written under its last unit."""
    column, em = scene.column(layer), scene.ink.em
    if column.picture:
        return column.picture.bottom + 0.4 * em
    below = 1.2 * em if column.captions else 0.0
    return float(column.slots[:, 1].max()) + column.radius + below + 0.35 * em


def _rounded(scene: Scene, left: float, right: float, top: float) -> QPainterPath:
    """Return a strip with round corners, down to the end of the longest layer."""
    path = QPainterPath()
    bottom = max(_bottom(scene, layer) for layer in range(1, len(scene.layers) + 1))
    corner = 0.6 * scene.ink.em
    path.addRoundedRect(QRectF(left, top, right - left, bottom - top), corner, corner)
    return path
