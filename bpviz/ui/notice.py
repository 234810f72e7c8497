"""A sentence that a person must not miss, and can put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from bpviz.text import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from .theme import Theme


_A_WHILE_MS: Final = 6000


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
        self._warns = qtawesome.icon("mdi6.alert-outline", color=theme.negative)
        self._tells = qtawesome.icon("mdi6.check", color=theme.accent)
        self._sign = QLabel()
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_A_WHILE_MS)
        self._passing.timeout.connect(self.put_away)
        row = QHBoxLayout(self)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        row.addWidget(close)
        self.setStyleSheet(
            f"#notice {{ background: {theme.highlight}; border-left: 4px solid {theme.negative}; }}"
        )
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence until it is put away or another takes its place."""
        self._passing.stop()
        self._show(sentence, self._warns)

    @property
    def warning(self) -> str:
        """The sentence that stands there until it is put away; empty if there is none."""
        return "" if self.isHidden() or self._passing.isActive() else self._label.text()

    def tell(self, sentence: str) -> None:
        """Show for a while what has been done."""
        self._passing.start()
        self._show(sentence, self._tells)

    def _show(self, sentence: str, sign: QIcon) -> None:
        self._sign.setPixmap(sign.pixmap(20, 20))
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def put_away(self) -> None:
        """Hide what was said."""
        self._passing.stop()
        self.hide()
