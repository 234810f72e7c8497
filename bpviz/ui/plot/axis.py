"""An axis of the plot in the app's own look and the reader's own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg

from . import scale

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QFont

    from bpviz.ui.theme import Theme


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Named round numbers on a linear or logarithmic scale, and a faint grid.

    Parameters
    ----------
    orientation
        "left" or "bottom".
    theme, font
        Its colours and the font of its numbers.
    whole
        Whether only whole numbers make sense.
    """

    def __init__(self, orientation: str, theme: Theme, font: QFont, *, whole: bool = False) -> None:
        self.logarithmic = False
        self.whole = whole
        self._room, self._overhang = 60.0, 0.0
        super().__init__(orientation, pen=theme.hairline, textPen=theme.muted)
        self.setTickFont(font)
        self.label.setFont(font)
        self.setStyle(
            tickLength=0, maxTickLevel=0, autoExpandTextSpace=False, hideOverlappingLabels=False
        )
        self.setGrid(255)
        self.enableAutoSIPrefix(enable=False)  # the numbers are written in full

    def set_room(self, pixels: float, overhang: float) -> None:
        """Leave at least so much from one number to the next, and beyond the ends for half one."""
        self._room, self._overhang = pixels, overhang

    def boundingRect(self) -> QRectF:
        """Include the halves of the outermost numbers, or pyqtgraph leaves these out."""
        out = self._overhang
        rect: QRectF = super().boundingRect().adjusted(-out, -out, out, out)
        return rect

    def tickValues(
        self, minVal: float, maxVal: float, size: float
    ) -> list[tuple[float, list[float]]]:
        """Return (distance, numbers to mark) in terms of the axis: exponents if logarithmic."""
        low, high = sorted((minVal, maxVal))
        most = max(1, int(size / self._room))
        chosen = scale.log_ticks if self.logarithmic else scale.ticks
        values = chosen(low, high, most, whole=self.whole)
        distance = values[1] - values[0] if len(values) > 1 else 1.0
        return [(distance, values)]

    def tickStrings(self, values: list[float], scale_: float, spacing: float) -> list[str]:
        """Name the numbers."""
        del scale_
        if self.logarithmic:
            return scale.log_labels(values, whole=self.whole)
        return [scale.label(value, spacing, whole=self.whole) for value in values]
