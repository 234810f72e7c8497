"""Pictures that are data: ink as dark as text, on paper as light as the surface."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.data import DataSet
    from bpviz.ui.theme import Theme


class Greys:
    """Draws examples that are pictures; in a dark theme, light ink on dark paper.

    Parameters
    ----------
    theme
        Colours.
    data
        Which of its inputs is which point.
    """

    def __init__(self, theme: Theme, data: DataSet) -> None:
        self.rows, self.columns = data.frame
        self._points = data.points
        paper, ink = (
            np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
            for colour in (QColor(theme.surface), QColor(theme.text))
        )
        shades = paper + np.linspace(0.0, 1.0, 256)[:, np.newaxis] * (ink - paper)
        packed = 0xFF000000 | (shades.astype(np.uint32) << (16, 8, 0)).sum(axis=1)
        self._table: list[int] = packed.tolist()

    def image(self, x: Array) -> QImage:
        """Return an example upright, one pixel for each input of (s_1,), 0 paper and 1 ink."""
        grey = (np.clip(x[self._points], 0.0, 1.0) * 255 + 0.5).astype(np.uint8)
        size = self.columns, self.rows, self.columns
        image = QImage(grey.data, *size, QImage.Format.Format_Indexed8)
        image.setColorTable(self._table)
        return image.copy()  # the array ends with this call
