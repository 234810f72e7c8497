"""The plane of two inputs in pixels, and what the network answers everywhere in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from bpviz.core import forward

from .judgement import classes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.core import Array, Network
    from bpviz.data import Scaling

_CELL: Final = 5  # pixels for which the network is asked once
# How strongly the ground is coloured where the network is undecided, and what certainty adds.
_UNDECIDED: Final = 0.10
_CERTAIN: Final = 0.32


@dataclass(frozen=True)
class Plane:
    """Measured inputs ↔ pixels; the scale is the same both ways, so that a circle is round.

    Attributes
    ----------
    frame
        Where the plane is drawn.
    centre
        Inputs in its middle, (2,).
    scale
        Pixels a unit.
    """

    frame: QRectF
    centre: Array
    scale: float

    @classmethod
    def around(cls, points: Array, frame: QRectF) -> Plane:
        """Return the plane that shows all points (n, 2) with some air around them."""
        low, high = points.min(axis=0), points.max(axis=0)
        width, height = np.maximum(high - low, 1e-12) * 1.2
        scale = min(frame.width() / width, frame.height() / height)
        return cls(frame, (low + high) / 2, float(scale))

    def places(self, points: Array) -> Array:
        """Return the pixels of points, (n, 2) both."""
        middle = np.array(self.frame.center().toTuple())
        places: Array = middle + (points - self.centre) * (self.scale, -self.scale)
        return places

    def place(self, point: Array) -> QPointF:
        """Return the pixel of one point (2,)."""
        x, y = self.places(point[np.newaxis])[0]
        return QPointF(float(x), float(y))

    def inputs(self, place: QPointF) -> Array:
        """Return the inputs (2,) at a pixel."""
        away = place - self.frame.center()
        return self.centre + np.array([away.x(), -away.y()]) / self.scale

    def grid(self) -> tuple[int, int, Array]:
        """Return rows, columns and the inputs (rows × columns, 2) of cells that fill the frame."""
        columns, rows = (
            max(2, int(side / _CELL)) for side in (self.frame.width(), self.frame.height())
        )
        x = ((np.arange(columns) + 0.5) / columns - 0.5) * self.frame.width() / self.scale
        y = ((np.arange(rows) + 0.5) / rows - 0.5) * self.frame.height() / self.scale
        points = np.empty((rows, columns, 2))
        points[..., 0] = self.centre[0] + x
        points[..., 1] = self.centre[1] - y[:, np.newaxis]
        return rows, columns, points.reshape(-1, 2)


def regions(
    network: Network, scaler: Scaling, plane: Plane, colours: Sequence[QColor], ground: QColor
) -> QImage:
    """Return the network's answers as a picture, a pixel for each cell of the plane.

    The colour says which class, its strength how sure the network is.

    Parameters
    ----------
    network
        Who answers.
    scaler
        How it is used to get its inputs.
    plane
        Where it is asked.
    colours, ground
        One for each class; what they are mixed with.
    """
    rows, columns, points = plane.grid()
    h = forward(network, scaler.apply(points)).h
    if h.shape[1] == 1:
        certainty = np.abs(2 * h[:, 0] - 1)
    else:
        ordered = np.sort(h, axis=1)
        certainty = ordered[:, -1] - ordered[:, -2]
    strength = (_UNDECIDED + _CERTAIN * certainty.clip(0.0, 1.0))[:, np.newaxis]
    base = rgb(ground)
    palette = np.array([rgb(colour) for colour in colours])
    pixels = np.full((rows * columns, 4), 255, dtype=np.uint8)
    pixels[:, :3] = base + strength * (palette[classes_of(h)] - base)
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGBX8888)
    return image.copy()  # the array ends with this call


def rgb(colour: QColor) -> Array:
    """Return red, green and blue, 0 to 255, (3,)."""
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
