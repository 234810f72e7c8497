"""How large everything on the stage is, so that the last row can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from bpviz.ui.theme import BASE_POINT_SIZE

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

# On a screen of 1280 × 720 pixels. Panels write some things at three quarters of their text.
_REFERENCE: Final = (1280, 720)
_TEXT: Final = 24.0  # formulas within it are 1.22 times as large
_PICTURE: Final = 20.0
LEAST_TEXT: Final = 18.0
LEAST_FORMULA: Final = 28.0
# Text three times the usual 14 pixels: beyond, nothing else has room on the stage.
_LARGEST: Final = 42.0 / _TEXT


class Scale:
    """Sizes in pixels for a stage.

    Parameters
    ----------
    size
        Of the stage, in logical pixels.
    text_scale
        How much larger than usual somebody wants text to be, 1 to 3.

    Attributes
    ----------
    larger
        How much larger than by default everything is.
    text
        Of what a lesson tells, and of text in the panels.
    picture
        Of text in the picture of the network.
    least_text, least_formula
        What no text, and the em of no formula, falls below.
    """

    def __init__(self, size: QSize, text_scale: float) -> None:
        grown = min(size.width() / _REFERENCE[0], size.height() / _REFERENCE[1])
        self.larger = larger = min(text_scale, _LARGEST)
        self.text = _TEXT * grown * larger
        self.picture = _PICTURE * grown * larger
        # Even on a small screen nothing is smaller than what one reads at a desk.
        self.least_text = LEAST_TEXT * grown
        self.least_formula = LEAST_FORMULA * grown

    def take(self, factor: float = 1.0) -> None:
        """Let all widgets made from now on have text of the stage's size, or of a multiple of it.

        Under a style sheet Qt hands no font on from a widget to its children: each takes that of
        the application when it is made. Widgets that there are already are not told, and stay as
        they are; `QApplication.setFont` would change them all.
        """
        font = QGuiApplication.font()
        font.setPointSizeF(self.points(factor * self.text))
        QGuiApplication.setFont(font)

    def of_usual(self, pixels: float) -> float:
        """Return how many times the size that text has in the window at 100 % this is."""
        return pixels / usual_pixels()

    @staticmethod
    def points(pixels: float) -> float:
        """Return the size in points that is so many pixels on this display."""
        return BASE_POINT_SIZE * pixels / usual_pixels()


def usual_pixels() -> float:
    """Return how many pixels the window's text has at 100 %."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(BASE_POINT_SIZE)
    return float(QFontInfo(font).pixelSize())
