"""Where the map lies in its widget, and which place of the plane lies where on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from bpviz.core import Array


@dataclass(frozen=True)
class Frame:
    """Pixels of a rectangle ↔ coordinates s and t, t upwards.

    Attributes
    ----------
    rect
        The rectangle.
    s, t
        First and last coordinate.
    """

    rect: QRectF
    s: tuple[float, float]
    t: tuple[float, float]

    def place(self, s: float, t: float) -> QPointF:
        """Return the pixel of coordinates."""
        return QPointF(*self.places(np.array([[s, t]]))[0])

    def places(self, points: Array) -> Array:
        """Return the pixels of many coordinates, (n, 2) both."""
        rect = self.rect
        x = rect.left() + (points[:, 0] - self.s[0]) / (self.s[1] - self.s[0]) * rect.width()
        y = rect.bottom() - (points[:, 1] - self.t[0]) / (self.t[1] - self.t[0]) * rect.height()
        return np.column_stack((x, y))

    def coordinates(self, place: QPointF) -> tuple[float, float]:
        """Return the coordinates of a pixel."""
        rect = self.rect
        across = (place.x() - rect.left()) / rect.width()
        up = (rect.bottom() - place.y()) / rect.height()
        return (
            self.s[0] + across * (self.s[1] - self.s[0]),
            self.t[0] + up * (self.t[1] - self.t[0]),
        )
