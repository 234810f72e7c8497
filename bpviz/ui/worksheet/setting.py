"""Setting in type: what fonts and sizes a printed page has, and lines of text with formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from bpviz.ui.formula import Typeset, typeset
from bpviz.ui.theme import LIGHT

from .inline import Word, clusters

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPagedPaintDevice

    from bpviz.trace.formula import Formula

TEXT: Final = 9.5  # points
SMALL: Final = 7.0
SECTION: Final = 11.0
TITLE: Final = 17.0
# The letters of formulas look smaller than those of a sans serif of the same size.
_FORMULA: Final = 1.16
LEADING: Final = 1.38
INK: Final = QColor("#14171c")
MUTED: Final = QColor(LIGHT.muted)
HAIRLINE: Final = QColor("#b4bac4")

Draw: TypeAlias = "Callable[[QPainter, float, float], None]"


@dataclass(frozen=True, slots=True)
class Set:
    """Something ready to be drawn with its baseline's left end at a point."""

    width: float
    ascent: float
    descent: float
    draw: Draw

    @property
    def height(self) -> float:
        """From the highest mark to the lowest."""
        return self.ascent + self.descent


class Typesetter:
    """Sets text and formulas in the units of a device.

    Parameters
    ----------
    device
        Where they are to be drawn.
    """

    def __init__(self, device: QPagedPaintDevice) -> None:
        self._device = device
        self.dots = device.logicalDpiX() / 72  # of the device, in a point

    def mm(self, length: float) -> float:
        """Return a length in millimetres in dots."""
        return length * 72 / 25.4 * self.dots

    def font(self, size: float = TEXT, *, bold: bool = False) -> QFont:
        """Return the font of a size in points."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPointSizeF(size)
        font.setBold(bold)
        return font

    def words(
        self, text: str, size: float = TEXT, *, bold: bool = False, colour: QColor = INK
    ) -> Set:
        """Set plain text in one line."""
        font = self.font(size, bold=bold)
        metrics = QFontMetricsF(font, self._device)

        def draw(painter: QPainter, x: float, y: float) -> None:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QPointF(x, y), text)

        return Set(metrics.horizontalAdvance(text), metrics.ascent(), metrics.descent(), draw)

    def shortened(self, text: str, width: float, size: float = TEXT) -> str:
        """Return a text with dots in its middle where it is wider than `width`."""
        metrics = QFontMetricsF(self.font(size), self._device)
        return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)

    def formula(self, formula: Formula, size: float = TEXT, width: float | None = None) -> Set:
        """Set a formula, broken into lines no wider than `width` where there is a width."""
        dots = size * _FORMULA * self.dots
        made: Typeset = typeset(formula, LIGHT.symbols, INK.name(), dots, width)

        def draw(painter: QPainter, x: float, y: float) -> None:
            made.paint(painter, QPointF(x, y - made.baseline))

        return Set(made.width, made.baseline, made.height - made.baseline, draw)

    def mixed(self, text: str, width: float, size: float = TEXT) -> list[Set]:
        """Set text with formulas in lines of a width."""
        space = self.words(" ", size).width
        lines: list[list[tuple[float, Set]]] = [[]]
        x = 0.0
        for cluster in clusters(text):
            parts = [
                self.words(part.text, size) if isinstance(part, Word) else self.formula(part, size)
                for part in cluster
            ]
            if lines[-1] and x + sum(part.width for part in parts) > width:
                lines.append([])
                x = 0.0
            for part in parts:
                lines[-1].append((x, part))
                x += part.width
            x += space
        return [_joined(line) for line in lines if line]


def _joined(parts: list[tuple[float, Set]]) -> Set:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for dx, part in parts:
            part.draw(painter, x + dx, y)

    last, end = parts[-1]
    return Set(
        last + end.width,
        max(part.ascent for _, part in parts),
        max(part.descent for _, part in parts),
        draw,
    )
