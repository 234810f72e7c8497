"""A few words that come and go, such as that something has been copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from bpviz.ui.theme import Theme

_SHOWN: Final = 1800  # ms, enough to read four words


class Note(QLabel):
    """Lies over the lower right corner of its parent for a moment and moves nothing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("label.note")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        pad = round(0.3 * self.fontMetrics().height())
        self.setStyleSheet(
            f"background: {theme.accent}; color: {theme.on_accent};"
            f"padding: {pad}px {2 * pad}px; border-radius: {pad}px"
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text for a moment."""
        self.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        corner = self._over.rect().bottomRight()
        margin = round(0.5 * self.fontMetrics().height())
        self.move(corner.x() - self.width() - margin, corner.y() - self.height() - margin)
        self.show()
        self.raise_()
        self._timer.start()
