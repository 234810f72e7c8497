"""A sentence that a person must not miss, and can put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from bpviz.text import translate

if TYPE_CHECKING:
    from .theme import Theme


class Notice(QFrame):
    """A strip with a sentence; hidden until there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel(wordWrap=True)
        self._label.setObjectName("label.notice")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setIcon(qtawesome.icon("mdi6.close", color=theme.text))
        close.setToolTip(translate("Notice", "Put away"))
        close.setAccessibleName(translate("Notice", "Put away"))
        close.clicked.connect(self.put_away)
        sign = QLabel()
        sign.setPixmap(qtawesome.icon("mdi6.alert-outline", color=theme.negative).pixmap(20, 20))
        row = QHBoxLayout(self)
        row.addWidget(sign)
        row.addWidget(self._label, 1)
        row.addWidget(close)
        self.setStyleSheet(
            f"#notice {{ background: {theme.highlight}; border-left: 4px solid {theme.negative}; }}"
        )
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence until it is put away or another takes its place."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def put_away(self) -> None:
        """Hide what was said."""
        self.hide()
