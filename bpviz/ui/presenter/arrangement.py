"""The window as it was before presenting, so that leaving brings all of it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDockWidget, QToolBar
from shiboken6 import isValid

from .screens import home

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

# A window manager takes its time to give a window its size back; panels then get theirs once more.
_SETTLING_MS: Final = 1500


class Arrangement(QObject):
    """What the window has to return to: geometry, panels, bars, and where the keyboard was.

    Parameters
    ----------
    window
        Whose arrangement this is.

    Attributes
    ----------
    geometry, state
        As the window remembers them between two starts.
    """

    restored = Signal()
    """The panels are where they were."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.geometry = window.saveGeometry()
        self.state = window.saveState()
        self._states = window.windowState()
        self._normal = window.normalGeometry()
        self._size = window.size()
        self._screen = window.screen().geometry()
        inner, outer = window.geometry(), window.frameGeometry()
        self._frame = QMargins(
            inner.left() - outer.left(),
            inner.top() - outer.top(),
            outer.right() - inner.right(),
            outer.bottom() - inner.bottom(),
        )
        self._focus = QApplication.focusWidget()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._finish)
        self._again.setInterval(0)
        # Not QTimer.singleShot, whose timer belongs to nobody and runs on when the window is gone.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SETTLING_MS)
        self._patience.timeout.connect(self.let_go)

    def put_away(self) -> None:
        """Hide all panels and bars."""
        for part in self._window.findChildren(QDockWidget) + self._window.findChildren(QToolBar):
            if part.parent() is self._window:
                part.hide()

    def restore(self) -> None:
        """Bring everything back where it was, and stay until the window has its size again."""
        window = self._window
        here = window.screen()
        screen, normal = home(
            self._normal, self._frame, self._screen, QGuiApplication.screens(), here
        )
        filling = self._states & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen)
        if screen is not here or not filling:
            window.setWindowState(Qt.WindowState.WindowNoState)
            if screen.devicePixelRatio() != here.devicePixelRatio():
                window.setScreen(screen)  # first, for the size is in the pixels of its screen
            window.setGeometry(normal)
        if filling:
            window.setWindowState(filling)
        else:
            self._size = normal.size()
        self._restore_state()
        window.installEventFilter(self)
        self._patience.start()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()

    def let_go(self) -> None:
        """Have nothing more to do with the window."""
        self._again.stop()
        self._patience.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the panels their sizes again once the window has its own again."""
        if event.type() == QEvent.Type.Resize and self._window.size() == self._size:
            self._again.start()
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        self._restore_state()
        self.let_go()

    def _restore_state(self) -> None:
        self._window.restoreState(self.state)
        self.restored.emit()
