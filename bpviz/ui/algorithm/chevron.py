"""The small arrow that unfolds the reason for a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.ui.theme import Theme


class Chevron(QToolButton):
    """Points right while folded, down while unfolded; pressed with the mouse or the space bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = round(0.9 * self.fontMetrics().height())
        self.setIconSize(QSize(side, side))
        self.setFixedSize(side + 6, side + 6)
        # Smaller than the theme's tool buttons: there are nine of them in little room.
        self.setStyleSheet("padding: 0; border-radius: 4px")
        self.setCheckable(True)
        self.setAutoRaise(True)
        self._icons = [
            qtawesome.icon(f"mdi6.chevron-{way}", color=theme.muted) for way in ("right", "down")
        ]
        self.toggled.connect(self._turn)
        self._turn(unfolded=False)

    def _turn(self, unfolded: bool) -> None:
        self.setIcon(self._icons[unfolded])
        if unfolded:
            self.setToolTip(translate("Algorithm", "Fold the reason away"))
        else:
            self.setToolTip(translate("Algorithm", "Why?"))
