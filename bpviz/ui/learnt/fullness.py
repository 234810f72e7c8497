"""Activations as colours: how full a unit is, hatched where it is negative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from bpviz.ui.colours import mixed

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QSize

    from bpviz.core import Array, Network
    from bpviz.ui.theme import Theme

BOUNDED: Final = ("sigmoid", "tanh", "softmax")
_HATCH: Final = 0.6  # opacity of the lines that say that a unit is negative
_LEVELS: Final = 127  # on either side of 0


def greatest(network: Network, layer: int, a: Array) -> float:
    """Return the size of an activation of layer l, (n, s_l), that counts as full."""
    if network.activation(layer).name in BOUNDED:
        return 1.0
    return float(np.abs(a).max(initial=0.0)) or 1.0


class Fullness:
    """Pictures of activations: the colour of a from empty to full, grey and hatched if negative.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        empty, full = QColor(theme.surface), QColor(theme.symbols["a"])
        negative = QColor(theme.muted)
        levels = range(-_LEVELS, _LEVELS + 1)
        self._table = [
            mixed(empty, negative if n < 0 else full, abs(n) / _LEVELS).rgb() for n in levels
        ]
        line = QColor(theme.surface)
        line.setAlphaF(_HATCH)
        self._hatch = QBrush(line, Qt.BrushStyle.BDiagPattern)

    def image(self, a: Array, columns: int, scale: float, size: QSize) -> QImage:
        """Return activations, row by row, as a picture of a size.

        Parameters
        ----------
        a
            Of one unit, (rows · columns,).
        columns
            Of cells.
        scale
            What counts as full.
        size
            In device pixels.
        """
        levels = np.rint(_LEVELS * np.clip(a / scale, -1.0, 1.0)) + _LEVELS
        fill = _indexed(levels.astype(np.uint8), columns)
        fill.setColorTable(self._table)
        picture = _stretched(fill.convertToFormat(QImage.Format.Format_RGB32), size)
        negative = a < 0
        if negative.any():
            self._draw_hatch(picture, _indexed(negative.astype(np.uint8) * 255, columns))
        return picture

    def _draw_hatch(self, picture: QImage, negative: QImage) -> None:
        """Draw lines where a mask, one pixel a cell, is full."""
        lines = QImage(picture.size(), QImage.Format.Format_ARGB32_Premultiplied)
        lines.fill(Qt.GlobalColor.transparent)
        painter = QPainter(lines)
        painter.fillRect(lines.rect(), self._hatch)
        painter.end()
        mask = negative.copy()
        mask.reinterpretAsFormat(QImage.Format.Format_Alpha8)
        painter = QPainter(lines)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, _stretched(mask, picture.size()))
        painter.end()
        painter = QPainter(picture)
        painter.drawImage(0, 0, lines)
        painter.end()


def _indexed(levels: NDArray[np.uint8], columns: int) -> QImage:
    rows = len(levels) // columns
    image = QImage(levels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    return image.copy()  # the array ends with this call


def _stretched(image: QImage, size: QSize) -> QImage:
    return image.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
