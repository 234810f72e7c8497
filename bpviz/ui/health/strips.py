"""A histogram over time as a strip of shades, and at one moment as a ridge beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from .bins import COUNT, DecadeBins
from .record import SYMBOLS
from .span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .layout import Row
    from .record import Record

_LEAST_DECADES: Final = 3
# So many of the δ of a layer must have been in a bin for it to be shown: a few are next to 0 by
# chance.
_WORTH_SHOWING: Final = 0.005


class Strips:
    """Paints z, a and δ, each in its own colour.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tables = [_ramp(theme.raised, theme.symbols[symbol]) for symbol in SYMBOLS]

    def draw(self, painter: QPainter, rows: Sequence[Row], record: Record, moment: int) -> None:
        """Paint all layers; the ridges are those of `moment`."""
        if len(record):
            cell = rows[0].cells[0]
            columns, width = max(1, round(cell.strip.width())), max(1, round(cell.ridge.width()))
            moments = record.covering(Span.of(record).iterations(columns))
            shades = record["shades"][moments]
            fullest = record["shares"][moment].max(axis=-1, keepdims=True)
            lengths = record["shares"][moment] / np.where(fullest > 0, fullest, 1) * width
            ridges = np.arange(width)[:, np.newaxis, np.newaxis, np.newaxis] < lengths
            for n, symbol in np.ndindex(len(rows), len(SYMBOLS)):
                shown = visible(record, n, symbol)
                strip = self._tables[symbol][shades[:, n, symbol, shown]]
                strip[moments < 0] = 0  # nobody looked: the surface shows through
                ridge = np.where(
                    ridges[:, n, symbol, shown], self._tables[symbol][-1], np.uint32(0)
                )
                room = rows[n].cells[symbol].rect
                painter.drawImage(room, _image(np.concatenate((strip, ridge))))
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        for n, symbol in np.ndindex(len(rows), len(SYMBOLS)):
            room, middle = rows[n].cells[symbol].rect, rows[n].cells[symbol].ridge.left()
            painter.drawLine(QPointF(middle, room.top()), QPointF(middle, room.bottom()))
            zero = _zero(record, n, symbol)
            if zero is not None:
                y = room.bottom() - zero * room.height()
                painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))


def _image(columns: NDArray[np.uint32]) -> QImage:
    """Return pixels, given column by column from below, as a picture."""
    upright = np.ascontiguousarray(columns.T[::-1])
    height, width = upright.shape
    made = QImage(upright.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
    return made.copy()  # the image would otherwise outlive its pixels


def visible(record: Record, row: int, symbol: int) -> slice:
    """Return which bins to show: all, or of the many decades those that have held a δ."""
    if not isinstance(record.bins[row][symbol], DecadeBins):
        return slice(None)
    low, high = DecadeBins.ends
    per_decade = COUNT / (high - low)
    bottom, top = decades(record)
    return slice(round((bottom - low) * per_decade), round((top - low) * per_decade))


def decades(record: Record) -> tuple[int, int]:
    """Return the powers of ten between which all but a few δ of every layer have been."""
    low, high = (int(end) for end in DecadeBins.ends)
    held = record.most_delta > _WORTH_SHOWING
    if not held.any():
        return -_LEAST_DECADES, 0
    filled = np.flatnonzero(held) * ((high - low) / COUNT) + low
    bottom, top = int(np.floor(filled[0])), int(np.floor(filled[-1])) + 1
    return min(bottom, max(low, top - _LEAST_DECADES)), top


def _zero(record: Record, row: int, symbol: int) -> float | None:
    """Return how far up 0 lies, 0 to 1, where it lies within."""
    bins = record.bins[row][symbol]
    if isinstance(bins, DecadeBins):
        return None
    low, high = bins.ends
    return -low / (high - low) if low < 0 < high else None


def _ramp(ground: str, ink: str) -> NDArray[np.uint32]:
    """Return 256 colours from one to the other."""
    first, last = rgb(ground), rgb(ink)
    steps = np.linspace(0.0, 1.0, 256)[:, np.newaxis]
    red, green, blue = np.rint(first + steps * (last - first)).astype(np.uint32).T
    colours: NDArray[np.uint32] = (0xFF << 24) | (red << 16) | (green << 8) | blue
    return colours.astype(np.uint32)


def rgb(name: str) -> Array:
    """Return red, green and blue of a colour of the theme, 0 to 255, (3,)."""
    colour = QColor(name)
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
