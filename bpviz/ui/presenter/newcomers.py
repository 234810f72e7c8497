"""What the hidden window has made while the stage was on, in the stage's size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import getCppPointer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow


class Newcomers:
    """Knows the widgets of a window and the sizes of their text, and so which are new later on.

    Views follow the session while they are hidden; a lesson that goes on, or other data, make them
    replace parts of themselves.

    Parameters
    ----------
    window
        Whose widgets.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._sizes = {
            _address(widget): widget.font().pointSizeF() for widget in window.findChildren(QWidget)
        }

    def settle(self, factor: float, stage: QWidget) -> None:
        """Give all but what is on a stage its size: as before, or `factor` times what it is."""
        for widget in self._window.findChildren(QWidget):
            if widget is stage or stage.isAncestorOf(widget):
                continue
            font = widget.font()
            size = self._sizes.get(_address(widget), factor * font.pointSizeF())
            if size > 0.0 and size != font.pointSizeF():
                font.setPointSizeF(size)
                widget.setFont(font)


def _address(widget: QWidget) -> int:
    address: int = getCppPointer(widget)[0]
    return address
