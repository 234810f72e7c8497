"""Layer 1 as the picture it is, and a row of a matrix as a picture of the same points."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPen

from bpviz.session.selection import Unit, Weight
from bpviz.ui import device
from bpviz.ui.greys import inked, paper_of

from .edges import rgb
from .ink import NO_PEN, faded
from .symbols import entry, given, letters

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from bpviz.core import Array

    from .layout import Box
    from .scene import Scene
    from .symbols import Label

_ENLARGED: Final = 32


def rectangle(box: Box) -> QRectF:
    """Return the box as Qt knows it."""
    return QRectF(box.x, box.y, box.width, box.height)


class Pixels:
    """Draws the input picture of a scene, where there is one.

    Parameters
    ----------
    scene
        Whose input.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.column = scene.column(1)
        data = scene.session.data
        self.shape, self.points, self.places = data.frame, data.points, data.places
        self.paper = paper_of(data)

    def draw(self, painter: QPainter, shown: float = 1.0) -> None:
        """Draw the picture; with `shown` below 1 so much of what arrives has arrived."""
        box = self.column.picture
        if box is None:
            return
        scene, ink = self.scene, self.scene.ink
        a = scene.state.a[0].copy()
        if shown < 1.0 and scene.picture.kind == "arrive":
            lit = np.array([unit - 1 for unit in scene.picture.units if unit], dtype=np.intp)
            # What comes from the left arrives column by column.
            row, column = np.divmod(self.places[lit], self.shape[1])
            order = column + 0.2 * row
            span = float(order.max(initial=0.0)) + 1.0
            late = lit[order > shown * span] if len(lit) > 1 else lit
            a[late] = math.nan
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, on=False)
        self._draw_image(painter, box, self._image(a, ink.surface, ink.text))
        self._frame(painter, box, empty=bool(np.isnan(a).all()))
        if scene.picture.kind == "arrive":
            colour = ink.symbols["x"]
            if scene.picture.whole:
                painter.setPen(QPen(colour, 0.14 * ink.stroke))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rectangle(box))
            else:
                for unit in scene.picture.units:
                    self.mark(painter, unit, colour)

    @staticmethod
    def _draw_image(painter: QPainter, box: Box, image: QImage) -> None:
        if device.keeps_lines(painter):
            # Other programs blur what they enlarge.
            image = image.scaled(image.size() * _ENLARGED)
        painter.drawImage(rectangle(box), image)

    def _image(self, values: Array, low: QColor, high: QColor) -> QImage:
        """Return one pixel an input, from paper to ink, transparent where it is NaN."""
        known = ~np.isnan(values)
        share = np.nan_to_num(inked(values, self.paper))[:, None]
        colours = (1.0 - share) * rgb(low) + share * rgb(high)
        return self._packed(colours, known.astype(float))

    def _packed(self, colours: Array, opacity: Array) -> QImage:
        channels = np.concatenate((colours * opacity[:, None], opacity[:, None]), axis=1)
        channels = channels[self.points]
        red, green, blue, alpha = (channels * 255 + 0.5).astype(np.uint32).T
        packed = np.ascontiguousarray((alpha << 24) | (red << 16) | (green << 8) | blue)
        rows, columns = self.shape
        image = QImage(
            packed.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied
        )
        return image.copy()  # the array ends with this call

    def _frame(self, painter: QPainter, box: Box, *, empty: bool) -> None:
        ink = self.scene.ink
        rows, columns = self.shape
        cell = box.width / columns
        if cell > 0.35 * ink.em:
            line = faded(ink.muted, 0.25 if empty else 0.18)
            # Sharp, and without blending at their sides drawn in no time.
            painter.setRenderHint(painter.RenderHint.Antialiasing, on=False)
            for n in range(1, columns):
                painter.fillRect(QRectF(box.x + n * cell, box.y, 1.0, box.height), line)
            for n in range(1, rows):
                painter.fillRect(QRectF(box.x, box.y + n * cell, box.width, 1.0), line)
            painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.muted, 0.07 * ink.stroke))
        painter.drawRect(rectangle(box))

    def mark(self, painter: QPainter, unit: int, colour: QColor, width: float = 0.14) -> None:
        """Outline a point of the picture, and the same of the picture below it."""
        if unit < 1 or self.column.picture is None:
            return
        row, column = divmod(int(self.places[unit - 1]), self.shape[1])
        boxes = [self.column.picture]
        if self.column.weights_picture and self.row is not None:
            boxes.append(self.column.weights_picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, width * self.scene.ink.stroke))
        for box in boxes:
            side = box.width / self.shape[1]
            painter.drawRect(QRectF(box.x + column * side, box.y + row * side, side, side))

    # --- a row of Θ⁽¹⁾, Δ⁽¹⁾ or D⁽¹⁾ -------------------------------------------------------------

    @property
    def row(self) -> int | None:
        """Unit of layer 2 whose weights are shown as a picture: the current or the selected."""
        picture = self.scene.picture
        if "weights" in self.scene.hidden:
            return None
        if not picture.whole:
            if picture.layer == 2 and picture.units and picture.units[0]:
                return picture.units[0]
            if picture.matrix == 1 and picture.carried is not None:
                lit = np.argwhere(~np.isnan(picture.carried))
                return int(lit[0][0]) + 1 if len(lit) else None
        for item in reversed(self.scene.marked):
            if isinstance(item, Unit) and item.layer == 2 and item.unit:
                return item.unit
            if isinstance(item, Weight) and item.layer == 1:
                return item.unit
        return None

    def draw_row(self, painter: QPainter) -> None:
        """Draw the weights into one unit of layer 2 as a picture, under the input."""
        box, row = self.column.weights_picture, self.row
        if box is None or row is None:
            return
        ink = self.scene.ink
        values, label = self._row_values(row)
        known = ~np.isnan(values)
        greatest = float(np.abs(values[known]).max(initial=0.0)) or 1.0
        strength = np.where(known, np.abs(values) / greatest, 0.0)
        colours = np.where((values < 0)[:, None], rgb(ink.negative), rgb(ink.positive))
        ground = rgb(ink.surface)
        mixed = ground + (colours - ground) * strength[:, None]
        self._draw_image(painter, box, self._packed(mixed, known.astype(float)))
        self._signs(painter, box, values)
        self._frame(painter, box, empty=not known.any())
        at = (box.centre[0], box.y - 0.72 * ink.em)
        ink.label(painter, label, at, ink.indexed(0.95))

    def _row_values(self, row: int) -> tuple[Array, Label]:
        scene = self.scene
        picture = scene.picture
        if picture.kind == "sum" and picture.layer == 2 and picture.carried is not None:
            theta = entry("Theta", 1, row)
            return picture.carried[row - 1, 1:], (theta, letters(" ⊙ "), given("x", scene.example))
        matrix = {
            "Theta": scene.state.theta[0],
            "Delta": scene.state.Delta[0],
            "D": scene.state.D[0],
        }[picture.on_edges]
        return matrix[row - 1, 1:], (entry(picture.on_edges, 1, row),)

    def _signs(self, painter: QPainter, box: Box, values: Array) -> None:
        """Put a dash into every negative point: the sign is seen without the colour."""
        columns = self.shape[1]
        cell = box.width / columns
        if cell < 0.3 * self.scene.ink.em:
            return
        painter.setPen(NO_PEN)
        painter.setBrush(faded(self.scene.ink.surface, 0.85))
        for n in np.flatnonzero(values < 0):
            row, column = divmod(int(self.places[n]), columns)
            x, y = box.x + (column + 0.25) * cell, box.y + (row + 0.43) * cell
            painter.drawRect(QRectF(x, y, 0.5 * cell, 0.14 * cell))
