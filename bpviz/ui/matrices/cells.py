"""Draws numbers as coloured cells and, where they fit, as text."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPen

from bpviz.text import number

from .fitting import READABLE, SHARP, text_scale
from .heat import Shades
from .layout import Piece
from .typeface import NUMBER

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .layout import Box, Layout
    from .typeface import Typeface

_LARGEST_NUMBER: Final = 10**5  # whole numbers up to it are written without decimals
_NARROWEST: Final = 0.7  # of its size, to which a long number shrinks


class Cells:
    """Draws the cells of a grid.

    Parameters
    ----------
    theme
        Colours.
    typeface
        Fonts.
    """

    def __init__(self, theme: Theme, typeface: Typeface) -> None:
        self._hairline = QColor(theme.hairline)
        self._typeface = typeface
        self._shades = Shades(theme)

    def draw(
        self,
        painter: QPainter,
        layout: Layout,
        n: int,
        values: Array,
        *,
        scale: float,
        digits: int,
        sight: Box,
    ) -> None:
        """Draw what is in sight of grid `n`.

        Parameters
        ----------
        painter, layout, n
            Where.
        values
            All numbers of the grid, (rows, columns).
        scale
            The size that has the full colour.
        digits
            Of the text.
        sight
            What is in sight.
        """
        size = text_scale(layout.cell, layout.metrics)
        for piece in layout.pieces(n):
            part = _in_sight(piece, layout.cell, sight)
            if part is None:
                continue
            rows = slice(part.row, part.row + part.rows)
            shown = values[rows, part.column : part.column + part.columns]
            self._colours(painter, layout.cell, part, shown, scale=scale, minus=size < READABLE)
            if size >= READABLE:
                shades = self._shades.index(shown, scale)
                self._numbers(
                    painter, layout.cell, part, shown, shades=shades, digits=digits, size=size
                )

    def _colours(
        self,
        painter: QPainter,
        cell: tuple[float, float],
        part: Piece,
        shown: Array,
        *,
        scale: float,
        minus: bool,
    ) -> None:
        target = QRectF(part.left, part.top, part.columns * cell[0], part.rows * cell[1])
        # The edge shows where the grid ends although numbers near 0 have no colour.
        painter.setPen(QPen(self._hairline, 1))
        empty = np.isnan(shown).any()
        pattern = Qt.BrushStyle.BDiagPattern if empty else Qt.BrushStyle.NoBrush
        painter.setBrush(QBrush(self._hairline, pattern))
        painter.drawRect(target.adjusted(-0.5, -0.5, -0.5, -0.5))
        pixels = (int(cell[0]), int(cell[1])) if min(cell) >= SHARP else (1, 1)
        painter.drawImage(target, self._shades.image(shown, scale, pixels, minus=minus))

    def _numbers(
        self,
        painter: QPainter,
        cell: tuple[float, float],
        part: Piece,
        shown: Array,
        *,
        shades: np.ndarray[tuple[int, ...], np.dtype[np.intp]],
        digits: int,
        size: float,
    ) -> None:
        width, height = cell
        font = self._typeface.font(NUMBER * size)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        room = 0.94 * width
        drop = 0.5 * (height + metrics.ascent() - metrics.descent())
        for row, column in np.argwhere(~np.isnan(shown)).tolist():
            text = cell_text(float(shown[row, column]), digits)
            advance = metrics.horizontalAdvance(text)
            left, top = part.left + column * width, part.top + row * height
            painter.setPen(self._shades.ink(int(shades[row, column])))
            if advance <= room:
                painter.drawText(QPointF(left + 0.5 * (width - advance), top + drop), text)
            elif room / advance >= _NARROWEST:
                painter.setFont(self._typeface.font(NUMBER * size * room / advance))
                painter.drawText(QPointF(left + 0.5 * (width - room), top + drop), text)
                painter.setFont(font)


def cell_text(value: float, digits: int) -> str:
    """Return a number as the equations write it; a whole number as one."""
    short = value.is_integer() and abs(value) < _LARGEST_NUMBER
    return number(value, 0 if short else digits)


def _in_sight(piece: Piece, cell: tuple[float, float], sight: Box) -> Piece | None:
    """Return the rows and columns of a piece that are in sight."""
    width, height = cell
    first = max(0, math.floor((sight.left - piece.left) / width))
    last = min(piece.columns, math.ceil((sight.right - piece.left) / width))
    top = max(0, math.floor((sight.top - piece.top) / height))
    bottom = min(piece.rows, math.ceil((sight.bottom - piece.top) / height))
    if first >= last or top >= bottom:
        return None
    return Piece(
        piece.row + top,
        piece.column + first,
        bottom - top,
        last - first,
        piece.left + first * width,
        piece.top + top * height,
    )
