"""Where the window has its panels, as bytes for a session file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

# Another one when panels have got other names or places: Qt then refuses what it cannot use.
_VERSION: Final = 1


def arrangement(window: QMainWindow) -> bytes:
    """Return which panels are open, and where."""
    return bytes(window.saveState(_VERSION).data())


def arrange(window: QMainWindow, kept: bytes) -> None:
    """Put the panels where they were, if this window has such panels; else nothing happens."""
    before = window.saveState(_VERSION)
    if not window.restoreState(kept, _VERSION):
        window.restoreState(before, _VERSION)
