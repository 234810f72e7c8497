"""The line above the chart: what is known, and how the curves are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bpviz.text import translate
from bpviz.ui.short_choice import ShortChoice

from . import along
from .readout import Readout

if TYPE_CHECKING:
    from bpviz.ui.theme import Theme

    from .runs_menu import RunsMenu

_LETTERS = 6


class Header(QWidget):
    """Figures on the left, as many as fit; controls on the right.

    Attributes
    ----------
    readout, axis, log_x, log_y, fit, more
        Its parts.
    controls
        Those that somebody presses.
    """

    def __init__(self, theme: Theme, menu: RunsMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        self._icon_size = QSize(line, line)
        self._theme = theme
        self.readout = Readout()
        self.axis = ShortChoice(
            "choice.axis", translate("CostPlot", "What J(Θ) is drawn along"), _LETTERS
        )
        for each in along.ALL:
            self.axis.addItem(along.choice(each), each)
        self.log_x = self._button(
            "button.log_iteration", translate("CostPlot", "Logarithmic horizontal scale")
        )
        self.log_x.setText("log ↔")
        self.log_y = self._button(
            "button.log_cost", translate("CostPlot", "Logarithmic scale for J(Θ)")
        )
        self.log_y.setText("log ↕")
        for button in (self.log_x, self.log_y):
            button.setCheckable(True)
        self.fit = self._button(
            "button.fit",
            translate("CostPlot", "Show the whole curve and follow it (double click)"),
            "mdi6.fit-to-screen-outline",
        )
        self.fit.setEnabled(False)
        self.more = self._button(
            "button.runs", translate("CostPlot", "Runs, playback, export"), "mdi6.dots-horizontal"
        )
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(round(0.5 * line), 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.readout, 1)
        self.controls = self.axis, self.log_x, self.log_y, self.fit, self.more
        for part in self.controls:
            row.addWidget(part)

    def _button(self, name: str, meaning: str, icon: str = "") -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setToolTip(meaning)
        button.setAccessibleName(meaning)
        if icon:
            colours = {"color": self._theme.text, "color_disabled": self._theme.muted}
            button.setIcon(qtawesome.icon(icon, **colours))
            button.setIconSize(self._icon_size)
        return button
