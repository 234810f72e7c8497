"""What travels along the edges: the terms of a sum, as pulses."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from bpviz.ui import device
from bpviz.ui.shares import shares

from .ink import NO_PEN, eased, faded, part

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array

    from .scene import Scene

ARRIVED: Final = 0.55  # progress at which the last term has reached its unit
_JOURNEY: Final = 0.3  # progress that each term takes
_HALO: Final = 1.9  # radius of a pulse's halo, of its own


class Terms:
    """What the lit edges carry, and when it arrives.

    Parameters
    ----------
    scene
        Whose step.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.ink = scene.ink
        self.picture = scene.picture

    @property
    def values(self) -> Array:
        """What each lit edge carries, in the order of `Scene.lit_edges`."""
        return self.scene.carried[self.scene.lit_edges]

    def arrivals(self, progress: float) -> Array:
        """Return how far each lit edge's term has come, 0 to 1: source after source."""
        count = len(self.scene.lit_edges)
        edges = self.scene.edges
        order = edges.unit if self.picture.travel == "backward" else edges.source
        order = order[self.scene.lit_edges]
        rank = np.searchsorted(np.unique(order), order) / max(1, len(np.unique(order)) - 1)
        if count == 0 or progress >= 1.0:
            return np.ones(count)
        begin = 0.04 + rank * (ARRIVED - _JOURNEY - 0.04)
        share = ((progress - begin) / _JOURNEY).clip(0.0, 1.0)
        gentle: Array = 0.5 - 0.5 * np.cos(np.pi * share)
        return gentle

    def partial_sum(self, unit: int, progress: float) -> float:
        """Return the sum of the terms that have reached a unit of the layer being computed."""
        carried = self.picture.carried
        if carried is None:
            return math.nan
        backward = self.picture.travel == "backward"
        terms = carried[:, unit] if backward else carried[unit - 1]
        rank = np.arange(len(terms)) / max(1, len(terms) - 1)
        arrive = 0.04 + rank * (ARRIVED - _JOURNEY - 0.04) + _JOURNEY
        with np.errstate(all="ignore"):  # a sum no float can hold is infinite
            return float(terms[arrive <= progress + 1e-9].sum())

    def draw(self, painter: QPainter, progress: float) -> None:
        """Draw what travels; nothing once it has arrived."""
        lit, travel = self.scene.lit_edges, self.picture.travel
        if self.picture.kind == "zero" or not len(lit) or progress >= 1.0:
            return
        strengths = shares(self.values, self.scene.carried_scale)
        if travel is None:
            # D comes, and Θ changes, on the edge itself: a swelling in its middle.
            swollen = strengths * math.sin(math.pi * progress)
            middle = self._at(np.full(len(lit), 0.5))
            self._dots(painter, middle, swollen, self.ink.symbols["D"], self.values < 0)
            return
        if travel == "meet":
            way = 0.5 * eased(part(progress, 0.05, 0.6))
            if progress < 0.65:
                a = self.ink.symbols["a"]
                self._dots(painter, self._at(np.full(len(lit), way)), strengths, a)
                delta = self.ink.symbols["delta"]
                self._dots(painter, self._at(np.full(len(lit), 1 - way)), strengths, delta)
            return
        share = self.arrivals(progress)
        moving = (share > 0.0) & (share < 1.0)
        backward = travel == "backward"
        points = self._at(1.0 - share if backward else share)[moving]
        colour = self.ink.symbols["delta" if backward else "a"]
        self._dots(painter, points, strengths[moving], colour, self.values[moving] < 0)

    def _at(self, t: Array) -> Array:
        return self.scene.edges.curves.at(t, self.scene.lit_edges)

    def _dots(
        self,
        painter: QPainter,
        points: Array,
        strengths: Array,
        colour: QColor,
        negative: NDArray[np.bool_] | None = None,
    ) -> None:
        """Draw pulses: the greater the term, the larger; hollow where it is negative."""
        crowd = min(1.0, (80 / max(len(points), 1)) ** 0.3)
        ratio = device.ratio(painter)
        sizes = (0.15 + 0.23 * strengths) * self.ink.stroke * crowd
        hollow = np.zeros(len(points), bool) if negative is None else negative
        # Snapped to a quarter of a pixel, a few pictures serve all pulses.
        for (x, y), size, hole in zip(
            points.tolist(), (np.ceil(4 * sizes) / 4).tolist(), hollow.tolist(), strict=True
        ):
            colours = colour.rgb(), self.ink.surface.rgb() if hole else None
            if device.keeps_lines(painter):
                paint_pulse(painter, QPointF(x, y), *colours, size)
                continue
            dot = pulse(*colours, size, ratio)
            half = dot.width() / ratio / 2
            painter.drawPixmap(QPointF(x - half, y - half), dot)


@lru_cache(maxsize=256)
def pulse(colour: int, hole: int | None, size: float, ratio: float) -> QPixmap:
    """Return the picture of a pulse of radius `size` with its halo; a `hole` says negative."""
    side = math.ceil(2 * _HALO * size * ratio) + 2
    dot = QPixmap(side, side)
    dot.setDevicePixelRatio(ratio)
    dot.fill(Qt.GlobalColor.transparent)
    painter = QPainter(dot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_pulse(painter, QPointF(side / ratio / 2, side / ratio / 2), colour, hole, size)
    painter.end()
    return dot


def paint_pulse(
    painter: QPainter, centre: QPointF, colour: int, hole: int | None, size: float
) -> None:
    """Paint a pulse as `pulse` tells of it."""
    painter.setPen(NO_PEN)
    painter.setBrush(faded(QColor.fromRgb(colour), 0.22))
    painter.drawEllipse(centre, _HALO * size, _HALO * size)
    painter.setBrush(QColor.fromRgb(colour))
    painter.drawEllipse(centre, size, size)
    if hole is not None:
        painter.setBrush(QColor.fromRgb(hole))
        painter.drawEllipse(centre, 0.5 * size, 0.5 * size)
