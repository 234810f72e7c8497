"""A look into a unit: the curve of g with the point that slides on it, and the tangent there."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from bpviz.core import ACTIVATIONS
from bpviz.session.selection import Unit
from bpviz.text import number
from bpviz.ui.shares import LARGEST

from .ink import eased, faded, part
from .layout import Box
from .symbols import letters, name, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QPainter

    from bpviz.core import Array

    from .scene import Scene
    from .symbols import Label

# The axis of z reaches as far as the first of these that holds every z.
_RANGES: Final = (6.0, 12.0, 25.0, 60.0, 150.0, 1e3, 1e5, 1e9)
_SHARED, _ALONE = 0.45, 0.75  # width, of the gap between layers
_LEAST: Final = 4.0  # width, in heights of a line of text
_MARGIN: Final = 0.45  # around the plot, in heights of a line of text
_LINE: Final = 1.12  # height of a line of numbers


@lru_cache(maxsize=32)
def curve(activation: str, reach: float) -> tuple[Array, Array]:
    """Return z from −reach to reach and g(z)."""
    z = np.linspace(-reach, reach, 121)
    a = np.empty_like(z)
    ACTIVATIONS[activation].apply(z, a)
    return z, a


@dataclass(frozen=True, slots=True)
class Point:
    """One unit on the curve: z, a = g(z), and the slope g′(z) or NaN."""

    unit: Unit
    z: float
    a: float
    slope: float


class Lens:
    """The plot beside the unit, or beside the layer, that applies g or g′ at this step.

    Parameters
    ----------
    scene
        Whose step.

    Attributes
    ----------
    box
        Where it stands; None where the step needs none or there is no room.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.ink = scene.ink
        self.kind = scene.picture.kind
        self.points = self._points()
        self.tangent = scene.picture.slope
        self.single = len(self.points) == 1
        self.box = self._place() if self.points else None

    def _points(self) -> list[Point]:
        scene, picture = self.scene, self.scene.picture
        applies = picture.kind in ("apply", "layer") or picture.slope
        if not applies or picture.layer is None:
            return []
        if scene.network.activation(picture.layer).name == "softmax" and picture.slope:
            return []
        slopes = None
        if picture.slope:
            slopes = scene.session.trace.slope(scene.example, picture.layer)
        found = []
        for i in picture.units:
            unit = Unit(picture.layer, i)
            z, a = scene.z(unit), scene.a(unit)
            if i and not math.isnan(z) and not math.isnan(a):
                slope = math.nan if slopes is None else float(slopes[i - 1])
                found.append(Point(unit, z, a, slope))
        return found

    # --- place -----------------------------------------------------------------------------------

    def _place(self) -> Box | None:
        scene, em, layer = self.scene, self.ink.em, self.scene.picture.layer or 2
        L = len(scene.layers)
        right_side = not self.tangent and layer < L
        left, right = scene.layout.free_gap(layer if right_side else layer - 1)
        body = scene.layout.body
        if self.single and 0.94 * (right - left) < _LEAST * em:
            # On a stage, say. Where the step does not look there is room upon other layers.
            if right_side:
                right = min(body.right, left + 12 * em)
            else:
                left = max(body.x, right - 12 * em)
        # Where terms arrive, the lens leaves them most of the room.
        lit = scene.picture.matrix == (layer if right_side else layer - 1)
        wide = (_SHARED if lit else _ALONE) * (right - left)
        wide = min(max(6.2 * em, wide), 12 * em)
        needed = self._needed(scene.session.digits) + 0.1 * em
        width = min(0.94 * (right - left), max(wide, needed))
        if width < _LEAST * em:
            return None
        text = (len(self._calculation(4)) + 0.2) * _LINE * em
        height = min(0.72 * width, 0.42 * body.height) + text
        if height > body.height:
            return None
        aside = 0.03 * (right - left)
        x = left + aside if right_side else right - width - aside
        if not self.single:
            x = (left + right - width) / 2
        tops = list(np.linspace(body.y, body.bottom - height, 5)[[2, 1, 3, 0, 4]])
        if self.single:
            tops.insert(0, scene.placement.centre(self.points[0].unit)[1] - height / 2)
        boxes = [Box(x, float(top), width, height).within(body) for top in tops]
        return min(boxes, key=self._covered)

    @cached_property
    def _lit_points(self) -> Array:
        """Points along the lit edges, (n, 2)."""
        lit = np.zeros(len(self.scene.edges), dtype=bool)
        lit[self.scene.lit_edges] = True
        return self.scene.edges.curves.only(lit).sampled().reshape(-1, 2)

    def _covered(self, box: Box) -> int:
        """How much of the lit edges would be hidden."""
        points = self._lit_points
        inside = (
            (points[:, 0] > box.x)
            & (points[:, 0] < box.right)
            & (points[:, 1] > box.y)
            & (points[:, 1] < box.bottom)
        )
        return int(inside.sum())

    # --- drawing ---------------------------------------------------------------------------------

    def draw(self, painter: QPainter, progress: float) -> None:
        """Draw the plot; `progress` moves the point from 0 to z, then the tangent appears."""
        if self.box is None:
            return
        ink, box = self.ink, self.box
        colour = ink.symbols["delta" if self.tangent else "a"]
        painter.setOpacity(eased(part(progress, 0.0, 0.25)))
        self._pointer(painter, colour)
        frame = QRectF(box.x, box.y, box.width, box.height)
        ink.plate(painter, frame, edge=faded(colour, 0.8), opacity=0.97)
        lines = self._calculation(self._digits())
        margin = _MARGIN * ink.em
        plot = frame.adjusted(
            margin, margin, -margin, -margin - (len(lines) + 0.1) * _LINE * ink.em
        )
        if self.scene.network.activation(self.scene.picture.layer or 2).name == "softmax":
            self._bars(painter, plot, eased(part(progress, 0.1, 0.8)))
        else:
            self._plot(painter, plot, progress)
        said = part(progress, 0.6, 0.9) if lines else 0.0
        painter.setOpacity(said * painter.opacity())
        for n, (what, value) in enumerate(lines):
            y = plot.bottom() + (n + 0.62) * _LINE * ink.em + 0.35 * margin
            size = ink.legible(0.92)
            if ink.width((*what, *value), size) < frame.width() - 2 * margin:
                ink.label(painter, what, (frame.left() + margin, y), size, align=0.0)
            # The number has the colour of its symbol and needs the name less than its own room.
            ink.label(painter, value, (frame.right() - margin, y), size, align=1.0)
        painter.setOpacity(1.0)

    def _pointer(self, painter: QPainter, colour: QColor) -> None:
        if not self.single or self.box is None:
            return
        unit = self.points[0].unit
        (x, y), r = self.scene.placement.centre(unit), self.scene.placement.radius(unit)
        corner = 0.5 * self.ink.em
        start = self.box.right if x > self.box.right else self.box.x
        level = min(max(y, self.box.y + corner), self.box.bottom - corner)
        away = math.hypot(x - start, y - level) or 1.0
        end_x, end_y = x + (start - x) * r / away, y + (level - y) * r / away
        painter.setPen(QPen(colour, 0.14 * self.ink.stroke))
        painter.drawLine(QPointF(start, level), QPointF(end_x, end_y))

    def _plot(self, painter: QPainter, plot: QRectF, progress: float) -> None:
        ink, em = self.ink, self.ink.stroke
        activation = self.scene.network.activation(self.scene.picture.layer or 2).name
        points = [point for point in self.points if abs(point.z) < LARGEST]
        largest = max((abs(point.z) for point in points), default=0.0)
        reach = next((r for r in _RANGES if largest <= 0.97 * r), largest)
        z, a = curve(activation, reach)
        low, high = float(min(a.min(), 0.0)), float(max(a.max(), 0.0))
        pad = 0.08 * (high - low)
        low, high = low - pad, high + pad

        def at(z_: float, a_: float) -> QPointF:
            return QPointF(
                plot.left() + (z_ + reach) / (2 * reach) * plot.width(),
                plot.bottom() - (a_ - low) / (high - low) * plot.height(),
            )

        painter.setPen(QPen(faded(ink.muted, 0.5), 0.06 * em))
        painter.drawLine(at(-reach, 0.0), at(reach, 0.0))
        painter.drawLine(at(0.0, low), at(0.0, high))
        if activation in ("sigmoid", "tanh"):
            painter.setPen(QPen(faded(ink.muted, 0.35), 0.05 * em, Qt.PenStyle.DotLine))
            painter.drawLine(at(-reach, 1.0), at(reach, 1.0))
        painter.setPen(QPen(ink.symbols["a"], 0.13 * em))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([at(float(u), float(v)) for u, v in zip(z, a, strict=True)]))
        slid = eased(part(progress, 0.15, 0.65)) if not self.tangent else 1.0
        drawn = eased(part(progress, 0.35, 0.8)) if self.tangent else 0.0
        painter.setClipRect(plot)
        for point in points:
            self._point(painter, point, at, (slid, drawn, reach))
        painter.setClipping(False)

    def _point(
        self,
        painter: QPainter,
        point: Point,
        at: Callable[[float, float], QPointF],
        state: tuple[float, float, float],
    ) -> None:
        ink, em = self.ink, self.ink.stroke
        slid, drawn, reach = state
        z = slid * point.z
        a = self._value(z) if slid < 1.0 else point.a
        here = at(z, a)
        if self.single:
            painter.setPen(QPen(ink.symbols["z"], 0.1 * em, Qt.PenStyle.DashLine))
            painter.drawLine(at(z, 0.0), here)
            painter.setPen(QPen(ink.symbols["a"], 0.1 * em, Qt.PenStyle.DashLine))
            painter.drawLine(here, at(0.0, a))
        if drawn > 0.0 and not math.isnan(point.slope):
            half = drawn * reach * (0.42 if self.single else 0.16)
            painter.setPen(QPen(ink.symbols["delta"], (0.17 if self.single else 0.12) * em))
            painter.drawLine(
                at(z - half, a - half * point.slope), at(z + half, a + half * point.slope)
            )
        painter.setPen(QPen(ink.surface, 0.06 * em))
        painter.setBrush(ink.symbols["delta" if self.tangent else "a"])
        size = (0.3 if self.single else 0.22) * em
        painter.drawEllipse(here, size, size)

    def _value(self, z: float) -> float:
        """Return g on the way to z."""
        a = np.array((z,))
        self.scene.network.activation(self.scene.picture.layer or 2).apply(a, a)
        return float(a[0])

    def _bars(self, painter: QPainter, plot: QRectF, grown: float) -> None:
        """Softmax has no curve of one unit: show its share among all."""
        ink = self.ink
        a = self.scene.state.a[-1]
        step = plot.width() / len(a)
        lit = {point.unit.unit for point in self.points}
        path, others = QPainterPath(), QPainterPath()
        for n, value in enumerate(a, start=1):
            height = 0.0 if math.isnan(value) else grown * value * plot.height()
            bar = QRectF(plot.left() + (n - 0.9) * step, plot.bottom() - height, 0.8 * step, height)
            (path if n in lit else others).addRect(bar)
        painter.fillPath(others, faded(ink.symbols["a"], 0.35))
        painter.fillPath(path, ink.symbols["a"])
        painter.setPen(QPen(ink.muted, 0.06 * ink.stroke))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())

    # --- numbers ---------------------------------------------------------------------------------

    def _needed(self, digits: int) -> float:
        """Return the width that the numbers take with so many digits."""
        ink, size = self.ink, self.ink.legible(0.92)
        lines = self._calculation(digits)
        text = max((ink.width((*what, *value), size) for what, value in lines), default=0.0)
        return text + (0.5 + 2 * _MARGIN) * ink.em

    def _digits(self) -> int:
        """Return how many digits fit into the width."""
        width = self.box.width if self.box else 0.0
        most = self.scene.session.digits
        return next((n for n in range(most, 2, -1) if self._needed(n) <= width), 2)

    def _calculation(self, digits: int) -> list[tuple[Label, Label]]:
        """Return what is said under the plot: a name and a number in each line."""
        if not self.single or "numbers" in self.scene.hidden:
            return []
        point, kind = self.points[0], self.kind

        def value(x: float, symbol: str | None) -> Label:
            return (words(number(x, digits), symbol),)

        if kind in ("apply", "layer"):
            g = (name("g"), letters("("), name("z"), letters(")"))
            return [((name("z"),), value(point.z, "z")), (g, value(point.a, "a"))]
        slope = (letters("· "), name("g"), letters("′("), name("z"), letters(")"))
        result = ((letters("= "), name("delta")), value(self.scene.delta(point.unit), "delta"))
        if kind == "difference":
            difference = point.a - float(self.scene.y[point.unit.unit - 1])
            first = ((name("a"), letters(" − "), name("y")), value(difference, None))
        else:
            carried = self.scene.picture.carried
            total = math.nan if carried is None else float(carried[:, point.unit.unit].sum())
            first = ((letters("Σ "), name("Theta"), name("delta")), value(total, None))
        return [first, (slope, value(point.slope, None)), result]
