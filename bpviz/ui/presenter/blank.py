"""A dark screen, so that the room looks at the lecturer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bpviz.text import translate

_Key = Qt.Key
_LEAVING: Final = (_Key.Key_Escape, _Key.Key_F5)
_GOING: Final = (
    _Key.Key_PageDown, _Key.Key_PageUp, _Key.Key_Space, _Key.Key_Left, _Key.Key_Right,
    _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End, _Key.Key_Return, _Key.Key_Enter,
)  # fmt: skip


class Blank(QWidget):
    """Covers the stage with black; hidden at first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = parent
        self.setObjectName("view.blank")
        self.setAccessibleName(translate("Presenter", "The screen is blank; B brings it back"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def cover(self) -> None:
        """Cover all of the stage."""
        self.setGeometry(self._stage.rect())
        self.raise_()
        self.show()

    def toggle(self) -> None:
        """Cover the stage, or show it again."""
        if self.isVisible():
            self.hide()
        else:
            self.cover()

    def ends_at(self, event: QEvent) -> bool:
        """Show the stage again at a key or a click; return whether that was all they did.

        Nothing should happen behind the dark, and a lecturer goes on with whatever is at hand.
        """
        if not self.isVisible():
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self.hide()
            return True
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _LEAVING or not (event.text().strip() or event.key() in _GOING):
            return False
        self.hide()
        event.accept()  # then no shortcut has it
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint black."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.end()
