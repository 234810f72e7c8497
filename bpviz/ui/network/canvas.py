"""One moment drawn: what rests is painted once, what moves on top of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPen

from bpviz.session.selection import Unit, Weight
from bpviz.ui import device

from .edges import draw_lines
from .layout import Box
from .lens import Lens
from .motion import Motion
from .notes import Notes
from .output import Output
from .pills import Pills
from .pixels import Pixels
from .scene import units_of
from .terms import Terms
from .units import Units

if TYPE_CHECKING:
    from .edges import EdgeImage
    from .scene import Scene
    from .units import Known


class Canvas:
    """Paints a scene.

    Parameters
    ----------
    scene
        The moment.
    edges
        Draws the edges; shared from scene to scene, since it keeps their geometry.
    ratio
        Device pixels per logical pixel.
    focus
        Whether the keyboard is with the view.
    """

    def __init__(self, scene: Scene, edges: EdgeImage, ratio: float, *, focus: bool) -> None:
        self.scene = scene
        self.ratio = ratio
        self.focus = focus
        self.units = Units(scene)
        self.lens = Lens(scene)
        self.terms = Terms(scene)
        self.notes = Notes(scene)
        self.pills = Pills(self.terms, self._obstacles())
        self.motion = Motion(scene, self.units, self.terms)
        self.pixels = Pixels(scene)
        self.output = Output(scene, self.units)
        self._edges = edges

    def _obstacles(self) -> list[Box]:
        """Return what no number on an edge may cover: units with captions, and the lens."""
        scene, em = self.scene, self.scene.ink.em
        boxes = [self.lens.box] if self.lens.box else []
        for unit in scene.placement.circles:
            column = scene.column(unit.layer)
            (x, y), r = scene.placement.centre(unit), scene.placement.radius(unit)
            boxes.append(Box(x - r, y - r, 2 * r, 2 * r))
            if unit.unit and column.captions:
                wide = scene.layout.names[1] if unit.layer == 1 else scene.layout.room.caption
                boxes.append(Box(x - wide / 2, y + r, wide, 1.1 * em))
                if column.captions == 2 and unit.layer > 1:
                    boxes.append(Box(x - wide / 2, y - r - 1.1 * em, wide, 1.1 * em))
        if scene.picture.kind == "average":
            boxes.append(self.notes.bias_box(scene.column(scene.picture.matrix or 1)))
        boxes += [b for b in (scene.column(1).picture, scene.column(1).weights_picture) if b]
        for layer in range(1, len(scene.layers)):
            left, right = scene.layout.gap(layer)
            middle = (left + right) / 2
            boxes.append(Box(middle - 2 * em, scene.layout.matrices - 0.7 * em, 4 * em, 1.4 * em))
        return boxes

    def _known(self, unit: Unit, progress: float) -> Known:
        """Return what is known of a unit, be it computed at this step or not."""
        if self.scene.lit(unit):
            return self.motion.known(unit, progress)
        return self.units.known(unit)

    @cached_property
    def _resting(self) -> QImage:
        """Everything that does not move during this step."""
        image = self._edges.draw(self.scene, self.ratio)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._rest(painter)
        painter.end()
        return image

    def _rest(self, painter: QPainter) -> None:
        """Draw what does not move, upon the edges."""
        scene = self.scene
        if scene.column(1).picture:
            if scene.picture.kind != "arrive":
                self.pixels.draw(painter)
            self.pixels.draw_row(painter)
        for unit in scene.placement.circles:
            if not scene.lit(unit):
                self.units.draw(painter, self.units.look(unit))
        if scene.picture.layer != len(scene.layers):
            self.output.draw(painter, self.units.known)
        self.notes.draw(painter)

    def paint(self, painter: QPainter, progress: float) -> None:
        """Paint the moment; `progress` 0 to 1 is how far its motion has come."""
        scene, picture = self.scene, self.scene.picture
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if device.keeps_lines(painter):
            room = scene.layout.room
            painter.fillRect(QRectF(0, 0, room.width, room.height), scene.ink.surface)
            draw_lines(scene, painter)
            self._rest(painter)
        else:
            painter.drawImage(0, 0, self._resting)
        self.terms.draw(painter, progress)
        self.pills.draw(painter, progress)
        if scene.column(1).picture and picture.kind == "arrive":
            self.pixels.draw(painter, progress)
        for unit in scene.placement.circles:
            if scene.lit(unit):
                look = self.units.look(unit, self.motion.known(unit, progress))
                self.units.draw(painter, look, moves=progress < 1.0)
        if picture.layer == len(scene.layers):
            self.output.draw(painter, lambda unit: self._known(unit, progress))
        self.lens.draw(painter, self._lens_progress(progress))
        match picture.kind:
            case "announce":
                self.notes.announce(painter, progress)
            case "absent":
                self.notes.absent(painter, progress)
            case "average":
                self.notes.without_lambda(painter)
        self._marks(painter)

    def _lens_progress(self, progress: float) -> float:
        """Return how far the lens is: it opens once the terms, if there are any, are summed."""
        if self.scene.picture.kind in ("layer", "back"):
            return max(0.0, (progress - 0.5) / 0.5)
        return progress

    def _marks(self, painter: QPainter) -> None:
        """Mark what is selected and, more lightly, what is pointed at."""
        scene = self.scene
        selected = scene.session.selection
        for item in scene.marked:
            chosen = item == selected
            for unit in units_of(item):
                if not scene.placement.shows(unit):
                    continue
                column = scene.column(unit.layer)
                if column.picture and unit.unit:
                    colour = scene.ink.accent if chosen else scene.ink.muted
                    self.pixels.mark(painter, unit.unit, colour)
                elif isinstance(item, Unit):
                    focus = chosen and self.focus
                    self.units.select(painter, self.units.look(unit), chosen=chosen, focus=focus)
            if isinstance(item, Weight) and chosen:
                self._weight(painter, item)

    def _weight(self, painter: QPainter, weight: Weight) -> None:
        """Mark the middle of a selected weight."""
        index = self.scene.edges.index(weight)
        if index is None:
            return
        ink = self.scene.ink
        x, y = self.scene.edges.curves.at(0.5)[index].tolist()
        size = 0.36 * ink.em
        painter.setPen(QPen(ink.accent, (0.17 if self.focus else 0.1) * ink.stroke))
        painter.setBrush(ink.surface)
        painter.drawRect(QRectF(x - size / 2, y - size / 2, size, size))
