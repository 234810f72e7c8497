"""The surface as it is shown: the grid that is complete, and its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QColor, QImage

from .relief import heights, isolines, magnified, paint

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .survey import Survey

# More pixels than this are not worth their time; Qt magnifies smoothly.
_MOST_PIXELS: Final = 250_000
_FAINTEST: Final = 0.03  # part of the colour of J in the lowest band


class Ground:
    """One survey as far as it was complete at some time, on a linear or a logarithmic scale.

    Parameters
    ----------
    survey
        At least its coarsest grid is complete.
    theme
        Colours: the more J, the more of the colour of J.
    logarithmic
        Whether heights are log₁₀ J.

    Attributes
    ----------
    s, t, J
        Coordinates of columns and rows, and J in them.
    levels
        Heights of the isolines, increasing.
    bands
        Red, green and blue below, between and above them, (levels + 1, 3).
    """

    def __init__(self, survey: Survey, theme: Theme, *, logarithmic: bool) -> None:
        self.survey = survey
        self.stride = survey.stride
        self.logarithmic = logarithmic
        nodes = slice(None, None, self.stride)
        self.s, self.t, self.J = survey.s[nodes], survey.t[nodes], survey.J[nodes, nodes].copy()
        self._heights = heights(self.J, logarithmic=logarithmic)
        self.levels = isolines(self._heights, logarithmic=logarithmic)
        low, high = _rgb(theme.surface), _rgb(theme.symbols["J"])
        shares = np.linspace(_FAINTEST, 1.0, len(self.levels) + 1)[:, np.newaxis]
        self.bands: Array = low + shares * (high - low)
        self._ink = _rgb(theme.text)
        self._image = QImage()
        self._size = (0, 0)

    def image(self, width: int, height: int) -> QImage:
        """Return the picture for so many pixels, or a smaller one of the same shape."""
        if (width, height) != self._size:
            self._size = width, height
            scale = min(1.0, (_MOST_PIXELS / max(1, width * height)) ** 0.5)
            columns, rows = max(2, round(scale * width)), max(2, round(scale * height))
            fine = magnified(self._heights, columns, rows)
            pixels = paint(fine, self.levels, self.bands, self._ink)
            image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)
            self._image = image.copy()  # the image would otherwise outlive its pixels
        return self._image

    def nearest(self, s: float, t: float) -> tuple[int, int]:
        """Return row and column of the node nearest to a place."""
        return int(np.abs(self.t - t).argmin()), int(np.abs(self.s - s).argmin())

    @property
    def centre(self) -> tuple[int, int]:
        """Row and column of Θ itself."""
        return self.nearest(0.0, 0.0)


def _rgb(name: str) -> Array:
    colour = QColor(name)
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
