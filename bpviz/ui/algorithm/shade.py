"""What lies over the lines that nobody is to look at now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from bpviz.ui.theme import Theme

_DIMMED: Final = 0.7  # as in the picture of the network


class Shade(QWidget):
    """Dims what it lies over; hidden at first, and no obstacle to the mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour = QColor(theme.surface)
        self._colour.setAlphaF(_DIMMED)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the colour of the ground, thinly."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()
