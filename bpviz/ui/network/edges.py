"""The edges as one picture: colour and width say the value, dashes that it is negative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainterPath, QPen

from bpviz.ui.shares import shares

from .coverage import DASHED, Coverage, Raster

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from bpviz.core import Array

    from .curves import Curves
    from .scene import Scene

# Widths in strokes of the ink.
_THINNEST, _WIDEST, _DASH = 0.045, 0.2, 0.75
_FAINTEST, _STRONGEST = 0.16, 0.95
_LIT: Final = 0.35
_GAMMA: Final = 0.8  # below 1 so that weak weights are not lost
# So many edges are drawn at full width; more become thinner, down to half.
_CROWD: Final = 60


class EdgeImage:
    """Draws the edges of a scene; keeps the geometry for the next with the same edges."""

    def __init__(self) -> None:
        self._raster: Raster | None = None
        self._raster_key: tuple[float, ...] = ()
        # Those drawn in any case change seldom, those of the current unit at every step.
        self._coverages: dict[bool, tuple[bytes, Coverage]] = {}
        self._usual: tuple[tuple[object, ...], NDArray[np.uint32]] | None = None
        self._pixels: NDArray[np.uint32] = np.zeros((0, 0), np.uint32)

    def draw(self, scene: Scene, ratio: float) -> QImage:
        """Return a picture with all edges on the ground of the view, valid until the next call.

        Parameters
        ----------
        scene
            What is to be drawn.
        ratio
            Device pixels per logical pixel.
        """
        room = scene.layout.room
        width, height = round(room.width * ratio), round(room.height * ratio)
        if self._pixels.shape != (height, width):
            self._pixels = np.zeros((height, width), np.uint32)
        self._pixels.fill(scene.ink.surface.rgb())
        usual = scene.usual
        size = (width, height, _WIDEST * _full(scene) * ratio, _DASH * scene.ink.stroke * ratio)
        curves = scene.edges.curves.scaled(ratio)
        values, colours, widths = look(scene)
        widths *= ratio
        flat = self._pixels.ravel()
        for others, which in ((False, usual), (True, ~usual)):
            if which.any():
                coverage = self._covered(curves.only(which), size, others=others)
                drawn = colours[which], widths[which], values[which] < 0
                flat[coverage.pixels] = self._painted(coverage, drawn, flat, others=others)
        image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        return image

    def _painted(
        self,
        coverage: Coverage,
        drawn: tuple[Array, Array, NDArray[np.bool_]],
        flat: NDArray[np.uint32],
        *,
        others: bool,
    ) -> NDArray[np.uint32]:
        """Return the colours of the pixels of some edges; the usual ones often stay the same."""
        if others:
            return coverage.paint(*drawn, flat[coverage.pixels])
        ground = flat[:1].copy()
        key = (ground.tobytes(), *(part.tobytes() for part in drawn))
        if self._usual is None or self._usual[0] != key:
            self._usual = key, coverage.paint(*drawn, ground)
        return self._usual[1]

    def _covered(
        self, curves: Curves, size: tuple[int, int, float, float], *, others: bool
    ) -> Coverage:
        """Return the geometry, made anew only if it is another."""
        if self._raster is None or self._raster_key != size:
            self._raster, self._raster_key = Raster(*size), size
            self._coverages.clear()
        key = curves.points.tobytes()
        known, coverage = self._coverages.get(others, (b"", None))
        if coverage is None or known != key:
            coverage = self._raster.coverage(curves)
            self._coverages[others] = key, coverage
            if not others:
                self._usual = None
        return coverage


def draw_lines(scene: Scene, painter: QPainter) -> None:
    """Draw all edges as lines, for a picture that may be enlarged; those that are most seen last.

    One after the other they hide each other where they cross; in `EdgeImage` they mix.
    """
    values, colours, widths = look(scene)
    points = scene.edges.curves.points
    dash = _DASH * scene.ink.stroke
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for n in np.argsort(colours[:, 3], kind="stable").tolist():
        colour, width = QColor.fromRgbF(*colours[n].tolist()), float(widths[n])
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if values[n] < 0:
            # Qt counts in widths of the pen; the first half of the first gap comes first.
            drawn, gap = DASHED * dash / width, (1.0 - DASHED) * dash / width
            pen.setDashPattern([drawn, gap])
            pen.setDashOffset(drawn + gap / 2)
        start, *handles = (QPointF(x, y) for x, y in points[n].tolist())
        path = QPainterPath(start)
        path.cubicTo(*handles)
        painter.strokePath(path, pen)


def _full(scene: Scene) -> float:
    """Return the width, in pixels, that the edges' widths are a share of."""
    crowd: float = (_CROWD / max(int(scene.usual.sum()), 1)) ** 0.4
    return scene.ink.stroke * max(0.5, min(1.0, crowd))


def look(scene: Scene) -> tuple[Array, Array, Array]:
    """Return value, colour with opacity (n, 4), and width in pixels of each edge."""
    values, scales = scene.edge_values
    strength = shares(values, scales) ** _GAMMA
    unknown = np.isnan(values) | (values == 0.0)
    strength[unknown] = 0.0
    # What a step is about is seen, however small it is.
    lit = ~np.isnan(scene.carried)
    opaque = np.where(lit, np.maximum(strength, _LIT), strength)
    colours = np.empty((len(values), 4))
    signs = (values < 0)[:, None]
    colours[:, :3] = np.where(signs, rgb(scene.ink.negative), rgb(scene.ink.positive))
    colours[unknown, :3] = rgb(scene.ink.muted)
    colours[:, 3] = (_FAINTEST + (_STRONGEST - _FAINTEST) * opaque) * scene.emphasis
    strength = np.where(lit, np.maximum(strength, 0.4 * _LIT), strength)
    return values, colours, (_THINNEST + (_WIDEST - _THINNEST) * strength) * _full(scene)


def rgb(colour: QColor) -> Array:
    """Return red, green and blue, 0 to 1."""
    return np.array((colour.redF(), colour.greenF(), colour.blueF()))
