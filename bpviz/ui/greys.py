"""Pictures that are data: ink as dark as text, on paper as light as the surface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.data import DataSet
    from bpviz.ui.theme import Theme

# Pictures that were resized reach a little below their paper, those of the course −0.13.
_BLANK: Final = -0.5


def paper_of(data: DataSet) -> float:
    """Return the input that is blank paper, where 1 is ink: −1 in a data set between −1 and 1."""
    return -1.0 if data.span[0] < _BLANK else 0.0


def inked(x: Array, paper: float) -> Array:
    """Return how much ink inputs are, 0 (paper) to 1; NaN stays NaN."""
    share: Array = ((x - paper) / (1.0 - paper)).clip(0.0, 1.0)
    return share


class Greys:
    """Draws examples that are pictures; in a dark theme, light ink on dark paper.

    Parameters
    ----------
    theme
        Colours.
    data
        Which of its inputs is which point, and what is paper.
    """

    def __init__(self, theme: Theme, data: DataSet) -> None:
        self.rows, self.columns = data.frame
        self._points, self._paper = data.points, paper_of(data)
        light, dark = (
            np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
            for colour in (QColor(theme.surface), QColor(theme.text))
        )
        shades = light + np.linspace(0.0, 1.0, 256)[:, np.newaxis] * (dark - light)
        packed = 0xFF000000 | (shades.astype(np.uint32) << (16, 8, 0)).sum(axis=1)
        self._table: list[int] = packed.tolist()

    def image(self, x: Array) -> QImage:
        """Return an example upright, one pixel for each input of (s_1,)."""
        grey = (inked(x[self._points], self._paper) * 255 + 0.5).astype(np.uint8)
        size = self.columns, self.rows, self.columns
        image = QImage(grey.data, *size, QImage.Format.Format_Indexed8)
        image.setColorTable(self._table)
        return image.copy()  # the array ends with this call
