"""Where the names of the curves stand: top right, unless something else needs that place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyqtgraph as pg

    from bpviz.core import Array


def free_corner(
    area: QRectF, size: QSizeF, taken: Sequence[QRectF], points: Sequence[Array]
) -> QRectF:
    """Return the corner of an area in which least is hidden.

    Parameters
    ----------
    area
        Of the plot, in pixels.
    size
        Of what is to be written.
    taken
        Where the latest values stand, over which nothing may be written.
    points
        Of the curves, (n, 2) each, in pixels; their own names may hide a few rather than a value.
    """
    width, height = min(size.width(), area.width()), min(size.height(), area.height())
    across, down = area.width() - width, area.height() - height
    corners = [
        QRectF(area.topLeft() + QPointF(x * across, y * down), QSizeF(width, height))
        for x, y in ((1, 0), (1, 1), (0, 0), (0, 1), (0.5, 0), (0.5, 1))
    ]

    def hidden(box: QRectF) -> tuple[int, int]:
        values = sum(box.intersects(other) for other in taken)
        return values, sum(_within(each, box) for each in points)

    return min(corners, key=hidden)  # of equal ones the first


def curves_in_pixels(
    lines: Iterable[pg.PlotCurveItem],
    area: QRectF,
    seen: tuple[tuple[float, float], tuple[float, float]],
) -> list[Array]:
    """Return where the points of curves are drawn, (n, 2) each.

    Parameters
    ----------
    lines
        The curves.
    area
        Of the plot, in pixels.
    seen
        What is in view: from and to, to the right and up.
    """
    (left, right), (low, high) = seen
    drawn = []
    for line in lines:
        if line.xData is not None:
            across = (line.xData - left) / (right - left) * area.width()
            up = (line.yData - low) / (high - low) * area.height()
            drawn.append(np.column_stack((area.left() + across, area.bottom() - up)))
    return drawn


def _within(points: Array, box: QRectF) -> int:
    """Return how many points lie in a box."""
    x, y = points.T
    across = (x > box.left()) & (x < box.right())
    return int((across & (y > box.top()) & (y < box.bottom())).sum())
