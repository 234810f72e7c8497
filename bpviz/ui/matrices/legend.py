"""What the colours mean: the scale, and which number has its full colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.text import MINUS, number
from bpviz.ui.names import LETTERS

from .heat import Shades

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from bpviz.ui.theme import Theme

_DIGITS = 2
_STEPS = 8


class Legend(QWidget):
    """A strip from − to +, and beside it the greatest size of each symbol, as ±0.83.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shades = Shades(theme)
        self._parts: list[tuple[str, str]] = []
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_scales(self, scales: Mapping[str, float]) -> None:
        """Show the size that has the full colour, for each symbol; 0 if nothing is computed."""
        parts = [
            (symbol, f"±{number(size, _DIGITS)}" if size else "–")
            for symbol, size in scales.items()
        ]
        if parts != self._parts:
            self._parts = parts
            told = ", ".join(f"{LETTERS[symbol]} {text}" for symbol, text in parts)
            self.setAccessibleName(told)
            self.setToolTip(told)
            self.updateGeometry()
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the strip alone, where there is little room; hovering tells the numbers."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def _strip(self) -> float:
        return 4.0 * self.fontMetrics().height()

    def _shade(self, share: float) -> int:
        return int(self._shades.index(np.array([share]), 1.0)[0])

    def sizeHint(self) -> QSize:
        """Return room for all; a number may grow by a digit without moving anything."""
        metrics = QFontMetricsF(self.font())
        if self._compact:
            return QSize(round(self._strip()), round(1.3 * metrics.height()))
        symbols = sum(metrics.horizontalAdvance(LETTERS[s]) for s, _ in self._parts)
        numbers = len(self._parts) * metrics.horizontalAdvance(" ±00.00  ")
        return QSize(round(self._strip() + symbols + numbers), round(1.3 * metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw strip and numbers."""
        del event
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        line, theme = metrics.height(), self._theme
        baseline = 0.5 * (self.height() + metrics.ascent() - metrics.descent())
        strip = QRectF(0, 0.5 * (self.height() - line), self._strip() - 0.5 * line, line)
        gradient = QLinearGradient(strip.topLeft(), strip.topRight())
        for n in range(_STEPS + 1):
            gradient.setColorAt(n / _STEPS, self._shades.ground(self._shade(2 * n / _STEPS - 1)))
        painter.fillRect(strip, gradient)
        for text, at, share in ((MINUS, 0.08, -1.0), ("0", 0.5, 0.0), ("+", 0.92, 1.0)):
            painter.setPen(self._shades.ink(self._shade(share)))
            left = strip.left() + at * strip.width() - 0.5 * metrics.horizontalAdvance(text)
            painter.drawText(QPointF(left, baseline), text)
        x = self._strip()
        for symbol, text in () if self._compact else self._parts:
            for written, colour in ((LETTERS[symbol], theme.symbols[symbol]), (text, theme.muted)):
                painter.setPen(QColor(colour))
                painter.drawText(QPointF(x, baseline), written)
                x += metrics.horizontalAdvance(f"{written} ")
            x += 0.3 * line
        painter.end()
