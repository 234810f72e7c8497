"""A plane in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from bpviz.core import Array

_AIR: Final = 1.2
# How many times further one coordinate may reach than the other, lest examples be a mere line.
_LONGEST: Final = 5.0


class Grid(NamedTuple):
    """Cells that fill a frame, row by row from the top; their middles are `places` (n, 2)."""

    rows: int
    columns: int
    places: Array


@dataclass(frozen=True, eq=False)
class Plane:
    """Places of a plane ↔ pixels.

    The scale is the same both ways, so that a circle is round, unless one coordinate reaches so
    much further than the other that nothing could be seen of that.

    Attributes
    ----------
    frame
        Where the plane is drawn.
    centre
        Place in its middle, (2,).
    scale
        Pixels a unit, to the right and up, (2,).
    """

    frame: QRectF
    centre: Array
    scale: Array

    @classmethod
    def around(cls, low: Array, high: Array, frame: QRectF) -> Plane:
        """Return the plane that shows all places from `low` to `high`, (2,), with some air."""
        sides = np.array([frame.width(), frame.height()]).clip(1.0)
        reach = np.maximum(high - low, 1e-12)
        scale = sides / (_AIR * reach)
        if reach.max() <= _LONGEST * reach.min():
            scale = np.full(2, scale.min())
        return cls(frame, (low + high) / 2, scale)

    def pixels(self, places: Array) -> Array:
        """Return the pixels of places, (n, 2) both."""
        middle = np.array(self.frame.center().toTuple())
        pixels: Array = middle + (places - self.centre) * self.scale * (1.0, -1.0)
        return pixels

    def pixel(self, place: Array) -> QPointF:
        """Return the pixel of one place (2,)."""
        x, y = self.pixels(place[np.newaxis])[0]
        return QPointF(float(x), float(y))

    def place(self, pixel: QPointF) -> Array:
        """Return the place (2,) at a pixel."""
        away = pixel - self.frame.center()
        return self.centre + np.array([away.x(), -away.y()]) / self.scale

    def grid(self, cells: int) -> Grid:
        """Return about so many cells, as square as may be, but none smaller than two pixels."""
        width, height = max(self.frame.width(), 1.0), max(self.frame.height(), 1.0)
        side = max(2.0, (width * height / cells) ** 0.5)
        columns, rows = max(2, round(width / side)), max(2, round(height / side))
        x = ((np.arange(columns) + 0.5) / columns - 0.5) * width / self.scale[0]
        y = (0.5 - (np.arange(rows) + 0.5) / rows) * height / self.scale[1]
        places = np.empty((rows, columns, 2))
        places[..., 0] = self.centre[0] + x
        places[..., 1] = self.centre[1] + y[:, np.newaxis]
        return Grid(rows, columns, places.reshape(-1, 2))
