"""The colours and the typeface of the picture, made ready for painting."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen

from bpviz.text import MINUS, decimal_mark, number
from bpviz.ui.colours import contrast, mixed

from . import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.ui.theme import Theme

    from .symbols import Run

_LINES: Final = 34  # lines of text in the height of a large picture
_PROPORTION: Final = 1.65  # width ÷ height from which on the height decides
_STROKES: Final = 28
_LARGEST: Final = 2.0  # text in the picture ÷ text elsewhere
# Of these two, the better one has a contrast of at least 4.5 with any colour.
_BLACK, _WHITE = "#000000", "#ffffff"
_NEARLY_ZERO: Final = "≈0"
NO_PEN: Final = QPen(Qt.PenStyle.NoPen)


def faded(colour: QColor, opacity: float) -> QColor:
    """Return the colour with another opacity."""
    thin = QColor(colour)
    thin.setAlphaF(min(max(opacity, 0.0), 1.0))
    return thin


def short_number(value: float, digits: int) -> str:
    """Return a number as `bpviz.text.number` writes it, but a small one without a power of ten."""
    if 0 < abs(value) < 1:
        text = f"{abs(value):.{digits}f}".replace(".", decimal_mark())
        return MINUS + text if value < 0 else text
    return number(value, digits)


def coarse_number(value: float) -> str:
    """Return a small number with one digit, below 0.001 with its power of ten, e.g. 3·10⁻⁵."""
    if not 0 < abs(value) < 1:
        return number(value, 2)
    if abs(value) >= 1e-3:
        return short_number(value, -math.floor(math.log10(abs(value))))
    mantissa, dot, power = number(float(f"{value:.0e}"), 3).partition("·")
    return mantissa.partition(decimal_mark())[0] + dot + power


def reads_zero(text: str) -> bool:
    """Whether a number has no other digits than 0."""
    return not text.strip(f"{MINUS}0.,")


@lru_cache(maxsize=4096)
def reads_black(fill: int) -> bool:
    """Whether black reads better on a fill, given as 0xAARRGGBB, than white."""
    ground = QColor.fromRgb(fill)
    return contrast(QColor(_BLACK), ground) >= contrast(QColor(_WHITE), ground)


class Ink:
    """Colours of a theme and the typeface of a widget.

    Parameters
    ----------
    theme
        Whose colours.
    font
        Whose typeface, and the least size.
    width, height
        Of the picture: in a large one, text grows so that the last row can read it.
    least
        Size in pixels below which nothing is written.
    """

    def __init__(
        self, theme: Theme, font: QFont, width: float, height: float, least: float = 0.0
    ) -> None:
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.hairline = QColor(theme.hairline)
        self.surface = QColor(theme.surface)
        self.accent = QColor(theme.accent)
        self.highlight = QColor(theme.highlight)
        self.positive = QColor(theme.positive)
        self.negative = QColor(theme.negative)
        self.symbols = {name: QColor(colour) for name, colour in theme.symbols.items()}
        self.family = font.family()
        line = QFontMetricsF(font).height()
        lines = min(height / _LINES, width / (_PROPORTION * _LINES))
        self.em = max(line, min(lines, _LARGEST * line))
        # Size of letters in pixels that belongs to this height of a line.
        self.size = QFontInfo(font).pixelSize() * self.em / line
        self.least = least
        # Lines do not grow with large text in a small picture.
        self.stroke = min(self.em, height / _STROKES)
        self._black, self._white = QColor(_BLACK), QColor(_WHITE)

    def legible(self, share: float) -> float:
        """Return the size of text that is smaller or larger than other text by this factor."""
        return max(share * self.size, self.least)

    def indexed(self, share: float) -> float:
        """Return the same for symbols, whose indices are to be read too."""
        return max(share * self.size, self.least / symbols.INDEX)

    def signed(self, value: float) -> QColor:
        """Return the colour of a value by its sign."""
        return self.negative if value < 0 else self.positive

    def filled(self, share: float, symbol: str) -> QColor:
        """Return the fill of a unit whose activation is this share (0 to 1) of the greatest."""
        return mixed(self.surface, self.symbols[symbol], share)

    def upon(self, fill: int) -> QColor:
        """Return black or white, whichever reads better on a fill, given as 0xAARRGGBB."""
        return self._black if reads_black(fill) else self._white

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the typeface of text, `size` in pixels."""
        return _font(self.family, max(1, round(size)), bold)

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of text in pixels."""
        return _text_width(text, self.family, max(1, round(size)), bold)

    def number(self, value: float, digits: int, width: float, size: float) -> str:
        """Return a number with as many digits as fit into a width, at most `digits`.

        One that would be nothing but zeros keeps its power of ten as long as that fits.
        """
        fewer = range(digits, 1, -1)
        short = [short_number(value, d) for d in fewer]
        # What is not 0 must not read as 0, be there room or not.
        honest = [text for text in short if not reads_zero(text)]
        forms = (*(number(value, d) for d in fewer), coarse_number(value), *honest)
        return next((text for text in forms if self.text_width(text, size) <= width), forms[-1])

    def fitting(self, value: float, digits: int, width: float, least: float) -> tuple[str, float]:
        """Return a number, and the size at which it fills a width.

        It has fewer than so many digits where it would be smaller than `least` else. What is not 0
        does not read as 0: where its first digit has no room either, it is nearly 0.
        """
        short = [short_number(value, d) for d in range(digits, 0, -1)]
        forms = [text for text in short if value == 0 or not reads_zero(text)]
        if len(forms) < len(short):
            forms += [coarse_number(value), _NEARLY_ZERO]
        for text in forms:
            fits = 100.0 * width / self.text_width(text, 100.0)
            if fits >= least:
                break
        return text, fits

    def elided(self, text: str, width: float, size: float, *, bold: bool = False) -> str:
        """Return text that fits into a width, with … where something is left out."""
        metrics = QFontMetricsF(self.font(size, bold=bold))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)

    def write(
        self,
        painter: QPainter,
        text: str,
        at: tuple[float, float],
        size: float,
        colour: QColor,
        *,
        align: float = 0.5,
        bold: bool = False,
    ) -> QRectF:
        """Write text, its middle height at `at`; align 0 begins, 0.5 centres and 1 ends there."""
        width = self.text_width(text, size, bold=bold)
        left = at[0] - align * width
        painter.setFont(self.font(size, bold=bold))
        painter.setPen(colour)
        painter.drawText(QPointF(left, at[1] + 0.36 * size), text)
        return QRectF(left, at[1] - 0.58 * size, width, 1.16 * size)

    def width(self, label: Iterable[Run], size: float) -> float:
        """Return the width of a label in pixels."""
        return symbols.width(label, self.family, size)

    def label(
        self,
        painter: QPainter,
        label: Iterable[Run],
        at: tuple[float, float],
        size: float,
        *,
        colour: QColor | None = None,
        align: float = 0.5,
    ) -> QRectF:
        """Write a label as `write` does text; `colour` for what names no symbol."""
        label = tuple(label)
        width = self.width(label, size)
        left = at[0] - align * width
        symbols.draw(
            painter,
            label,
            (left, at[1] + 0.36 * size),
            family=self.family,
            size=size,
            colours=self.symbols,
            text=colour or self.text,
        )
        return QRectF(left, at[1] - 0.62 * size, width, 1.24 * size)

    def ground(self, painter: QPainter, box: QRectF) -> None:
        """Lay ground under text, so that edges do not cross it; without a frame."""
        painter.fillRect(box, faded(self.surface, 0.82))

    def plate(
        self, painter: QPainter, box: QRectF, *, edge: QColor | None = None, opacity: float = 0.92
    ) -> None:
        """Draw a framed card for text."""
        painter.setPen(QPen(edge, self.stroke * 0.08) if edge else NO_PEN)
        painter.setBrush(faded(self.surface, opacity))
        radius = min(box.height() / 2, 0.5 * self.em)
        painter.drawRoundedRect(box, radius, radius)


@lru_cache(maxsize=128)
def _font(family: str, size: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setBold(bold)
    return font


@lru_cache(maxsize=4096)
def _text_width(text: str, family: str, size: int, bold: bool) -> float:
    return QFontMetricsF(_font(family, size, bold)).horizontalAdvance(text)


def eased(progress: float) -> float:
    """Return progress that starts and ends gently."""
    return 0.5 - 0.5 * math.cos(math.pi * min(max(progress, 0.0), 1.0))


def part(progress: float, begin: float, end: float) -> float:
    """Return how much of the part from `begin` to `end` has passed, 0 to 1."""
    return min(max((progress - begin) / (end - begin), 0.0), 1.0)
