"""The equation's few controls: back, precision, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from bpviz.text import number, translate
from bpviz.ui.watching import watch

if TYPE_CHECKING:
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

DIGITS = range(2, 7)


class Tools(QWidget):
    """Small buttons that say nothing until they are needed.

    The key of back, Alt+Left, belongs to the window, which works in all its views.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.back = self._button(
            "button.back",
            "mdi6.arrow-left",
            translate("EquationPanel", "Back to the step I came from (Alt+Left)"),
        )
        self.back.clicked.connect(session.back)
        self.digits = self._button("choice.digits", "mdi6.decimal", "")
        self.digits.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.digits.setMenu(self._menu())
        self.copy = self._button(
            "button.copy_latex", "mdi6.content-copy", translate("EquationPanel", "Copy as LaTeX")
        )
        for button in (self.back, self.digits, self.copy):
            row.addWidget(button)
        watch(self, session.moment_changed, self._refresh)
        watch(self, session.view_changed, self._refresh)
        self._refresh()

    def _button(self, name: str, picture: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        muted, text = self._theme.muted, self._theme.text
        button.setIcon(qtawesome.icon(picture, color=muted, color_active=text))
        side = self.fontMetrics().height()
        button.setIconSize(QSize(side, side))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to walking
        pad = round(0.25 * side)
        button.setStyleSheet(
            f"QToolButton {{ padding: {pad}px }} QToolButton:focus {{ padding: {pad - 1}px }}"
        )
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for digits in DIGITS:
            # A third shows what is meant.
            text = translate("EquationPanel", "%n digits: {number}", n=digits)
            action = menu.addAction(text.format(number=number(1 / 3, digits)))
            action.setObjectName(f"action.digits_{digits}")
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, n=digits: self._session.set_digits(n))
            group.addAction(action)
        return menu

    def _refresh(self) -> None:
        self.back.setEnabled(self._session.can_go_back)
        digits = self._session.digits
        self.digits.menu().actions()[digits - DIGITS.start].setChecked(True)
        words = translate("EquationPanel", "Precision: %n digits", n=digits)
        self.digits.setToolTip(words)
        self.digits.setAccessibleName(words)
