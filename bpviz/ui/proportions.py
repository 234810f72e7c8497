"""How large the window is at first, and how it is divided between its panels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar

from .docks import OPEN_AT_FIRST

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget

    from .window import MainWindow

_COMFORTABLE: Final = QSize(1440, 880)
# Of the column beside the network: what the nine lines may take, and of the rest the equation; at
# first, and once another panel has been opened at its foot.
_SHARES: Final = (0.57, 0.54)
_SHARES_WITH_A_PANEL: Final = (0.45, 0.38)


def first_size(window: MainWindow) -> QSize:
    """Return a comfortable size that leaves room for the frame on a small screen."""
    room = window.screen().availableSize()
    return _COMFORTABLE.boundedTo(QSize(round(0.98 * room.width()), round(0.93 * room.height())))


def make_room(window: MainWindow, dock: QDockWidget, opened: bool) -> None:
    """Bring a panel that somebody has just opened to the front, with room to work in."""
    if opened:
        dock.raise_()
        _divide_column(window, _SHARES_WITH_A_PANEL)
        for tabs in window.findChildren(QTabBar):
            if tabs.parent() is window:
                tabs.setElideMode(Qt.TextElideMode.ElideNone)
                tabs.setUsesScrollButtons(True)


def give_room(window: MainWindow) -> None:
    """Divide the window between the network and the panels, by the size of their text."""
    window.ensurePolished()
    column = list(window.docks.values())[:OPEN_AT_FIRST]
    wanted = column[0].widget().sizeHint()
    width = min(max(wanted.width(), round(0.3 * window.width())), window.width() // 2)
    window.resizeDocks(column[:1], [width], Qt.Orientation.Horizontal)
    _divide_column(window, _SHARES)


def _divide_column(window: MainWindow, shares: tuple[float, float]) -> None:
    """Give the nine lines what they need, up to a share of the height, then the equation."""
    column = list(window.docks.values())[:OPEN_AT_FIRST]
    total = window.height() - window.tools.height()
    title = 2 * window.fontMetrics().height()
    lines = min(column[0].widget().sizeHint().height() + title, round(shares[0] * total))
    equation = round(shares[1] * (total - lines))
    heights = [lines, equation, total - lines - equation]
    window.resizeDocks(column, heights, Qt.Orientation.Vertical)
