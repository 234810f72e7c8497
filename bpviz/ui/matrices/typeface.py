"""The fonts of the panel, and the sizes that follow from them."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from bpviz.text import MINUS
from bpviz.ui.names import whole

from .layout import Metrics

NUMBER: Final = 0.88  # of the interface's font
INDEX: Final = 0.72
HEADING: Final = 1.05


class Typeface:
    """Fonts in the sizes that are needed.

    Parameters
    ----------
    font
        Of the interface.

    Attributes
    ----------
    size
        Of that font in pixels.
    """

    def __init__(self, font: QFont) -> None:
        self._family = font.family()
        self.size = QFontInfo(font).pixelSize()
        self._fonts: dict[tuple[int, bool, bool], QFont] = {}

    def font(self, share: float, *, bold: bool = False, italic: bool = False) -> QFont:
        """Return the font in this share of the interface's size."""
        # Rounded down, so that what was measured at one size has room at every other.
        size = max(1, int(share * self.size))
        key = size, bold, italic
        if key not in self._fonts:
            font = QFont(self._family)
            font.setPixelSize(size)
            font.setBold(bold)
            font.setItalic(italic)
            self._fonts[key] = font
        return self._fonts[key]

    def metrics(self, digits: int, longest: int) -> Metrics:
        """Return the sizes of a page.

        Parameters
        ----------
        digits
            Of numbers.
        longest
            The largest index of a row or column.
        """
        written = QFontMetricsF(self.font(NUMBER))
        index = QFontMetricsF(self.font(INDEX))
        heading = QFontMetricsF(self.font(HEADING, bold=True))
        line = written.height()
        return Metrics(
            number=(
                math.ceil(written.horizontalAdvance(f"{MINUS}0.{'0' * digits}") + 0.35 * line),
                math.ceil(1.25 * line),
            ),
            heading=math.ceil(1.2 * heading.height()),
            heading_width=math.ceil(heading.horizontalAdvance(whole("delta", 2)) + 0.2 * line),
            index=(
                math.ceil(index.horizontalAdvance(str(longest)) + 0.35 * line),
                math.ceil(index.height()),
            ),
            gap=math.ceil(0.9 * line),
        )
