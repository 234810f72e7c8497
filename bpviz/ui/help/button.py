"""The "?" at a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QToolButton, QWidget

from bpviz.text import translate

from .card import HelpCard
from .explanations import explanation

if TYPE_CHECKING:
    from bpviz.ui.theme import Theme

_MOVED: Final = frozenset(
    (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest, QEvent.Type.StyleChange)
)


class HelpButton(QToolButton):
    """Explains a panel; sits in the title of its dock, or in the corner of a view without one.

    Parameters
    ----------
    name
        One of `bpviz.ui.help.EXPLAINED`.
    title
        What the panel is called.
    theme
        Its colours.
    host
        The dock or view.
    """

    def __init__(self, name: str, title: str, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName(f"button.help_{name}")
        self._name, self._title, self._host = name, title, host
        words = translate("Help", "What is this? {panel}").format(panel=title)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setIcon(qtawesome.icon("mdi6.help-circle-outline", color=theme.muted))
        self.setAutoRaise(True)
        line = self.fontMetrics().height()
        self.setIconSize(QSize(line, line))
        self.setStyleSheet("QToolButton { padding: 0; border: none; }")
        self.resize(round(1.3 * line), round(1.3 * line))
        self.clicked.connect(self.explain)
        host.installEventFilter(self)
        self._place()

    def explain(self) -> None:
        """Show the three sentences."""
        HelpCard(self._title, explanation(self._name), self).show_below(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the host changes."""
        if watched is self._host and event.type() in _MOVED:
            self._place()
        return False

    def _place(self) -> None:
        host, gap = self._host, round(0.3 * self.height())
        if not isinstance(host, QDockWidget):
            self.move(host.width() - self.width() - gap, host.height() - self.height() - gap)
            self.raise_()
            return
        # The title of a floating panel belongs to the desktop, and the rest to what it shows.
        self.setVisible(not host.isFloating())
        others = [
            button.geometry()
            for button in host.findChildren(QAbstractButton)
            if button.parent() is host and button.objectName().startswith("qt_dockwidget")
        ]
        left = min((other.left() for other in others if not other.isEmpty()), default=host.width())
        middle = next((other.center().y() for other in others if not other.isEmpty()), gap)
        self.move(left - self.width() - gap, middle - self.height() // 2)
        self.raise_()
