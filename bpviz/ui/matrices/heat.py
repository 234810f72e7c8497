"""Numbers as colours: one diverging scale, with the sign readable without colour."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QColor, QImage

from bpviz.ui.colours import contrast, mixed
from bpviz.ui.shares import shares

from .fitting import SHARP

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

_SHADES: Final = 127  # on either side of 0
# A tenth of the greatest number should not look like nothing: colours grow faster at first.
_GAMMA: Final = 0.7
_FAINTEST_MARK: Final = 0.25


class Shades:
    """The colours of a diverging scale: the surface at 0, the theme's pair at either end.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        tables = _tables(theme.surface, theme.negative, theme.positive)
        self._table, self._marks, self._inks = tables
        self._surface = np.uint32(QColor(theme.surface).rgba())

    def index(self, values: Array, scale: float) -> NDArray[np.intp]:
        """Return which shade each number has; that of 0 where it is NaN."""
        known = np.nan_to_num(values, nan=0.0, posinf=np.inf, neginf=-np.inf)
        sizes = shares(known, scale) if scale > 0 else np.abs(np.sign(known))
        grown = np.copysign(sizes**_GAMMA, known)
        shades: NDArray[np.intp] = np.rint(_SHADES * grown).astype(np.intp) + _SHADES
        return shades

    def ground(self, shade: int) -> QColor:
        """Return the colour of a shade."""
        return QColor.fromRgba(int(self._table[shade]))

    def ink(self, shade: int) -> QColor:
        """Return the colour of text upon a shade."""
        return self._inks[shade]

    def image(self, values: Array, scale: float, cell: tuple[int, int], *, minus: bool) -> QImage:
        """Return a picture of numbers, transparent where they are NaN.

        Parameters
        ----------
        values
            (rows, columns).
        scale
            The size that has the full colour.
        cell
            Pixels of each number, (1, 1) for a picture to be stretched.
        minus
            Whether negative numbers are marked with a minus, where cells are large enough.
        """
        shades = self.index(values, scale)
        colours = self._table[shades]
        known = ~np.isnan(values)
        width, height = cell
        rows, columns = values.shape
        pixels = np.empty((rows, height, columns, width), dtype=np.uint32)
        pixels[:] = colours[:, None, :, None]
        if min(cell) >= SHARP:
            pixels[:, -1] = self._surface
            pixels[:, :, :, -1] = self._surface
        if minus and min(cell) >= SHARP:
            self._mark(pixels, shades, values < 0)
        pixels[:] = np.where(known[:, None, :, None], pixels, np.uint32(0))
        flat = np.ascontiguousarray(pixels.reshape(rows * height, columns * width))
        stride = 4 * columns * width
        made = QImage(
            flat.data, columns * width, rows * height, stride, QImage.Format.Format_ARGB32
        )
        return made.copy()  # the image would otherwise outlive its pixels

    def _mark(
        self, pixels: NDArray[np.uint32], shades: NDArray[np.intp], negative: NDArray[np.bool_]
    ) -> None:
        """Draw a minus into negative cells."""
        _, height, _, width = pixels.shape
        length, thickness = min(max(3, width // 2), height - 2), max(1, height // 8)
        left, top = (width - 1 - length) // 2, (height - 1 - thickness) // 2
        dash = pixels[:, top : top + thickness, :, left : left + length]
        marks = self._marks[shades][:, None, :, None]
        dash[:] = np.where(negative[:, None, :, None], marks, dash)


@cache
def _tables(
    surface: str, negative: str, positive: str
) -> tuple[NDArray[np.uint32], NDArray[np.uint32], tuple[QColor, ...]]:
    """Return the colours of all shades, of the marks upon them, and of text upon them."""
    ground_of_0 = QColor(surface)
    ends = QColor(negative), QColor(positive)
    inks = QColor("black"), QColor("white")
    table, ink, marks = [], [], []
    for n in range(-_SHADES, _SHADES + 1):
        ground = mixed(ground_of_0, ends[n > 0], abs(n) / _SHADES)
        table.append(ground.rgba())
        ink.append(max(inks, key=partial(contrast, ground)))
        strength = _FAINTEST_MARK + (0.75 - _FAINTEST_MARK) * abs(n) / _SHADES
        marks.append(mixed(ground, ink[-1], strength).rgba())
    return np.array(table, dtype=np.uint32), np.array(marks, dtype=np.uint32), tuple(ink)
