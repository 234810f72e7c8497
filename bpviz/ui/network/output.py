"""The right side: h_Θ(x) beside y, the difference between them, and the names of the classes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPen

from bpviz.session.selection import Unit
from bpviz.text import translate
from bpviz.ui.colours import mixed

from .ink import NO_PEN
from .units import CAPTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from .ink import Ink
    from .layout import Column
    from .scene import Scene
    from .units import Known, Units

_SMALL: Final = 0.8  # size of "predicted" and "true", of other text
_THRESHOLD: Final = 0.5  # of one output: from here on it says yes


def tags() -> tuple[str, str]:
    """Return the words under the class that the network says and under the one that is true."""
    return translate("NetworkView", "predicted"), translate("NetworkView", "true")


def tag_width(ink: Ink) -> float:
    """Return the room these words take."""
    return max(ink.text_width(f"✓ {tag}", ink.legible(_SMALL)) for tag in tags())


class Output:
    """Draws what stands right of layer L.

    Parameters
    ----------
    scene
        Whose output.
    units
        Writes the numbers.
    """

    def __init__(self, scene: Scene, units: Units) -> None:
        self.scene = scene
        self.units = units
        self.layer = len(scene.layers)
        self.column: Column = scene.column(self.layer)
        self.low, self.high = self._range()

    def _range(self) -> tuple[float, float]:
        name = self.scene.network.activation(self.layer).name
        if name in ("sigmoid", "softmax"):
            return 0.0, 1.0
        if name == "tanh":
            return -1.0, 1.0
        Y = self.scene.session.data.Y
        low, high = float(Y.min()), float(Y.max())
        wider = 0.15 * (high - low or 1.0)
        return low - wider, high + wider

    @property
    def shows_target(self) -> bool:
        """Whether there is a current example, and so a y, and it may be seen."""
        return self.scene.picture.kind != "zero" and "targets" not in self.scene.hidden

    def draw(self, painter: QPainter, known: Callable[[Unit], Known]) -> None:
        """Draw what stands beside units of which this is known."""
        shown = self.scene.placement.units[self.layer - 1]
        rows = [(unit, known(Unit(self.layer, unit))) for unit in shown]
        predicted = self.predicted() if all(is_known(row.a) for _, row in rows) else None
        for unit, row in rows:
            y = self.scene.placement.centre(Unit(self.layer, unit))[1]
            target = float(self.scene.y[unit - 1])
            self._gauge(painter, y, row, target)
            if self.shows_target:
                lit = self.scene.picture.kind == "difference"
                lit = lit and self.scene.lit(Unit(self.layer, unit))
                self._target(painter, y, target, lit=lit)
            self._numbers(painter, y, row)
            self._class(painter, unit, y, says=predicted == unit)

    def _level(self, y: float, value: float) -> float:
        """Return the height at which a value stands on the scale of a row."""
        share = (value - self.low) / (self.high - self.low) if is_known(value) else 0.0
        return y + self.column.radius * (1.0 - 2.0 * min(max(share, 0.0), 1.0))

    def _gauge(self, painter: QPainter, y: float, known: Known, target: float) -> None:
        ink = self.scene.ink
        (x, width), r = self.scene.layout.gauge, self.column.radius
        track = QRectF(x - width / 2, y - r, width, 2 * r)
        painter.setPen(NO_PEN)
        painter.fillRect(track, mixed(ink.surface, ink.muted, 0.16))
        at_y, at_a = self._level(y, target), self._level(y, known.a)
        if self.shows_target and is_known(known.a) and is_known(known.delta):
            painter.setBrush(ink.symbols["delta"])
            self._arrow(painter, x, width, at_y, at_y + known.ringed * (at_a - at_y))
        tick, reach = max(0.16 * ink.stroke, 0.05 * r), 0.32 * ink.stroke
        painter.setPen(NO_PEN)
        if is_known(known.a):
            level = QRectF(x - width / 2 - reach, at_a - tick / 2, width / 2 + reach, tick)
            painter.fillRect(level, ink.symbols["a"])
        if self.shows_target:
            level = QRectF(x, at_y - tick / 2, width / 2 + reach, tick)
            painter.fillRect(level, ink.symbols["y"])

    @staticmethod
    def _arrow(painter: QPainter, x: float, width: float, start: float, end: float) -> None:
        """Draw the difference from y to a; the head says its sign."""
        head = min(1.1 * width, abs(end - start))
        back = end + math.copysign(head, start - end)
        shaft = 0.26 * width
        path = QPainterPath(QPointF(x - shaft, start))
        for point in (
            (x - shaft, back), (x - width / 2, back), (x, end), (x + width / 2, back),
            (x + shaft, back), (x + shaft, start),
        ):  # fmt: skip
            path.lineTo(*point)
        path.closeSubpath()
        painter.drawPath(path)

    def _target(self, painter: QPainter, y: float, target: float, *, lit: bool) -> None:
        """Draw y as a square: it is given, not computed."""
        ink = self.scene.ink
        x, half = self.scene.layout.target
        share = (target - self.low) / (self.high - self.low)
        fill = mixed(ink.surface, ink.symbols["y"], min(max(share, 0.0), 1.0))
        painter.setPen(QPen(ink.symbols["y"], (0.16 if lit else 0.09) * ink.stroke))
        painter.setBrush(fill)
        corner = 0.3 * half
        painter.drawRoundedRect(QRectF(x - half, y - half, 2 * half, 2 * half), corner, corner)
        smallest = max(0.55 * ink.size, ink.least - 0.5)
        text, fits = f"{target:g}", 1.2 * half
        if target not in (0.0, 1.0):
            text, fits = ink.fitting(target, 2, 1.7 * half, smallest)
        size = min(1.2 * half, 1.2 * ink.size, fits)
        if size > smallest and "numbers" not in self.scene.hidden:
            ink.write(painter, text, (x, y), size, ink.upon(fill.rgb()))

    def _numbers(self, painter: QPainter, y: float, known: Known) -> None:
        """Write what does not fit into small units and under them: a, δ, z, as far as it fits."""
        left, width = self.scene.layout.beside
        if not width:
            return
        ink = self.scene.ink
        a = math.nan if self.units.writes_inside(self.layer) else known.a
        values = (("a", a), ("delta", known.delta), ("z", known.z))
        lines = [self.units.caption(symbol, value, width) for symbol, value in values]
        lines = [line for line in lines if line]
        lines = lines[: 2 if self.column.pitch >= 2.1 * ink.em else 1]
        size = max(min(CAPTION * ink.size, 0.8 * self.column.pitch), ink.least)
        for n, label in enumerate(lines):
            at = (left, y + (n - (len(lines) - 1) / 2) * 1.05 * ink.em)
            ink.label(painter, label, at, size, align=0.0)

    # --- classes ---------------------------------------------------------------------------------

    def predicted(self) -> int | None:
        """Return the output (from 1) that the network says; None before it says anything."""
        h = self.scene.state.a[-1]
        if np.isnan(h).any() or not self.scene.session.data.tells_classes:
            return None
        if len(h) == 1:
            return 1 if h[0] >= _THRESHOLD else None
        return int(h.argmax()) + 1

    def true(self) -> int | None:
        """Return the output (from 1) that y says."""
        y = self.scene.y
        if not self.shows_target or not self.scene.session.data.tells_classes:
            return None
        if len(y) == 1:
            return 1 if y[0] >= _THRESHOLD else None
        return int(y.argmax()) + 1

    def _class(self, painter: QPainter, unit: int, y: float, *, says: bool) -> None:
        left, width = self.scene.layout.classes
        if not width:
            return
        ink = self.scene.ink
        names = self.scene.session.data.classes
        is_true = self.true() == unit
        tagged = (says or is_true) and self.column.pitch >= 2.1 * ink.em
        size = max(min(ink.size, 0.8 * self.column.pitch), ink.least)
        text = ink.elided(names[unit - 1], width, size, bold=says)
        colour = ink.text if says or is_true else ink.muted
        middle = y - (0.42 * ink.em if tagged else 0.0)
        box = ink.write(painter, text, (left, middle), size, colour, align=0.0, bold=says)
        predicted, true = tags()
        if not tagged:
            if says or is_true:
                painter.setPen(QPen(ink.symbols["a" if says else "y"], 0.12 * ink.stroke))
                painter.drawLine(box.bottomLeft(), box.bottomRight())
            return
        if says and is_true:
            words, symbol = f"✓ {predicted}", "a"
        elif says:
            words, symbol = f"✗ {predicted}" if self.shows_target else predicted, "a"
        else:
            words, symbol = true, "y"
        at = (left, y + 0.45 * ink.em)
        small = ink.legible(_SMALL)
        words = ink.elided(words, width, small)
        ink.write(painter, words, at, small, ink.symbols[symbol], align=0.0)


def is_known(value: float) -> bool:
    """Whether a number has been computed."""
    return not math.isnan(value)
