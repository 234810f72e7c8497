"""Where the window has its panels, as bytes for a session file or for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDockWidget, QToolBar

from .soundness import is_sound

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

# Another one when panels have got other names or places: Qt then refuses what it cannot use.
_VERSION: Final = 1


def arrangement(window: QMainWindow) -> bytes:
    """Return which panels are open, and where."""
    return bytes(window.saveState(_VERSION).data())


def arrange(window: QMainWindow, kept: bytes, version: int = _VERSION) -> None:
    """Put the panels where they were, if this window has such panels; else nothing happens."""
    panels = [panel.objectName() for panel in window.findChildren(QDockWidget)]
    bars = [bar.objectName() for bar in window.findChildren(QToolBar)]
    if not is_sound(kept, version, panels, bars):
        return
    before = window.saveState(version)
    if not window.restoreState(kept, version):
        window.restoreState(before, version)
