"""The network's answers as colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from bpviz.ui.classes import class_colours, classes_of, count

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.data import DataSet
    from bpviz.ui.theme import Theme

Pixels = NDArray[np.uint8]

# How strongly the ground is coloured where the network is undecided, and what certainty adds.
_UNDECIDED: Final = 0.10
_CERTAIN: Final = 0.32
_FAINTEST: Final = 0.25  # of the colour of the greatest target, for the smallest
LEVELS: Final = 16  # into which targets that are numbers are sorted, to be told by colour


class Answers:
    """Colours for what a network may answer to the examples of a data set.

    Where these belong to classes, the colour says which class, its strength how sure the network
    is. Where targets are numbers, the first output is shown, from the smallest target to the
    largest.

    Parameters
    ----------
    data
        What is to be answered.
    theme
        Colours.

    Attributes
    ----------
    by_class
        Whether there are classes.
    colours
        One for each class, or for each of `LEVELS`.
    kinds
        Which of these each row of the data has, (m,).
    low, high
        Smallest and largest target.
    """

    def __init__(self, data: DataSet, theme: Theme) -> None:
        self.by_class = data.tells_classes
        self._ground = rgb(QColor(theme.surface))
        self.low, self.high = float(data.Y[:, 0].min()), float(data.Y[:, 0].max())
        if self.by_class:
            self.colours = class_colours(theme, count(data))
            self.kinds = data.labels
        else:
            full = rgb(QColor(theme.symbols["y"]))
            shares = np.linspace(_FAINTEST, 1.0, LEVELS)
            mixed = self._ground + shares[:, np.newaxis] * (full - self._ground)
            self.colours = [QColor(*(round(part) for part in colour)) for colour in mixed.tolist()]
            self.kinds = np.rint(self._share(data.Y[:, 0]) * (LEVELS - 1)).astype(np.intp)
        self._palette = np.array([rgb(colour) for colour in self.colours])

    def _share(self, values: Array) -> Array:
        """Return where values lie between the smallest target and the largest, 0 to 1."""
        share: Array = ((values - self.low) / ((self.high - self.low) or 1.0)).clip(0.0, 1.0)
        return share

    def pixels(self, h: Array) -> Pixels:
        """Return red, green, blue and opacity of answers, (n, K) → (n, 4); no colour for NaN."""
        pixels = np.full((len(h), 4), 255, dtype=np.uint8)
        if self.by_class:
            kinds, strength = classes_of(h), _UNDECIDED + _CERTAIN * certainty(h)
        else:
            kinds = np.full(len(h), LEVELS - 1)
            strength = (_UNDECIDED + _CERTAIN) * self._share(h[:, 0])
        ground, strength = self._ground, np.nan_to_num(strength)
        pixels[:, :3] = ground + strength[:, np.newaxis] * (self._palette[kinds] - ground)
        return pixels


def certainty(h: Array) -> Array:
    """Return how far the network prefers one class to all others, (n, K) → (n,), 0 to 1."""
    if h.shape[1] == 1:
        sure = np.abs(2.0 * h[:, 0] - 1.0)
    else:
        two = np.partition(h, -2, axis=1)[:, -2:]
        sure = two[:, 1] - two[:, 0]
    return sure.clip(0.0, 1.0)


def image(pixels: Pixels, columns: int) -> QImage:
    """Return pixels (n, 4), row by row, as a picture."""
    rows = len(pixels) // columns
    made = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGBX8888)
    return made.copy()  # the array may end before the picture does


def rgb(colour: QColor) -> Array:
    """Return red, green and blue, 0 to 255, (3,)."""
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
