"""The controls of the surface panel, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from superqt import QElidingLabel

from bpviz.text import translate
from bpviz.ui.short_choice import ShortChoice

from . import words
from .map import SurfaceMap

if TYPE_CHECKING:
    from bpviz.ui.theme import Theme


class Controls:
    """Fills the panel; whoever made it connects the signals.

    Attributes
    ----------
    choice
        Which directions: "random" or "path".
    others, logarithmic, hold, closer, farther, button
        Other random directions; scale; keep the surface; extent; compute anew, or stop.
    map, reading, circumstances, progress
        The surface; J; what was computed; how far it is.
    """

    def __init__(self, panel: QWidget, theme: Theme) -> None:
        self._theme = theme
        self._line = panel.fontMetrics().height()
        meaning = translate("SurfacePanel", "Directions of the plane")
        self.choice = ShortChoice("choice.directions", meaning, letters=10)
        for key, name in words.directions():
            self.choice.addItem(name, key)
            tip = words.meaning(key)
            self.choice.setItemData(self.choice.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.others = self._button(
            "button.other_directions",
            "mdi6.dice-5-outline",
            translate("SurfacePanel", "Other random directions"),
        )
        self.logarithmic = self._button(
            "button.surface_log",
            "",
            translate("SurfacePanel", "Logarithmic scale for J(Θ)"),
            checkable=True,
        )
        self.logarithmic.setText("log")
        self.logarithmic.setChecked(True)
        self.hold = self._button(
            "button.hold_surface",
            "mdi6.pin-outline",
            translate("SurfacePanel", "Hold this surface, and watch Θ move over it"),
            checkable=True,
        )
        self.closer = self._button(
            "button.surface_closer",
            "mdi6.magnify-plus-outline",
            translate("SurfacePanel", "Closer to Θ (+)"),
        )
        self.farther = self._button(
            "button.surface_farther",
            "mdi6.magnify-minus-outline",
            translate("SurfacePanel", "Farther from Θ (−)"),
        )
        self.button = self._button("button.surface", "", "")
        self.map = SurfaceMap(theme)
        self.map.setObjectName("view.surface_map")
        self.map.setAccessibleName(translate("SurfacePanel", "J(Θ) in a plane around Θ"))
        self.reading = QElidingLabel()
        self.reading.setObjectName("label.surface")
        self.circumstances = QElidingLabel()
        self.circumstances.setObjectName("label.surface_circumstances")
        self.circumstances.setStyleSheet(f"color: {theme.muted}")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(translate("SurfacePanel", "Points computed"))
        self.progress.setTextVisible(False)
        self._arrange(panel)
        self.show_progress(None)

    def leave_out(self) -> None:
        """Hide all that is pressed, and what it was drawn for."""
        buttons = (self.others, self.logarithmic, self.hold, self.closer, self.farther, self.button)
        for part in (self.choice, *buttons, self.circumstances):
            part.hide()

    def _arrange(self, panel: QWidget) -> None:
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self.choice, 1)
        for button in (
            self.others,
            self.logarithmic,
            self.hold,
            self.closer,
            self.farther,
            self.button,
        ):
            first.addWidget(button)
        column = QVBoxLayout(panel)
        edge = round(0.4 * self._line)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(round(0.25 * self._line))
        column.addLayout(first)
        column.addWidget(self.map, 1)
        for widget in (self.progress, self.reading, self.circumstances):
            column.addWidget(widget)
        keep = self.progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # nothing moves when it comes and goes
        self.progress.setSizePolicy(keep)

    def _button(
        self, name: str, icon: str, meaning: str, *, checkable: bool = False
    ) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icon:
            self._dress(button, icon)
        self._call(button, meaning)
        slim = round(0.25 * self._line)
        button.setStyleSheet(
            f"QToolButton {{ padding: {slim}px; }} QToolButton:focus {{ padding: {slim - 1}px; }}"
        )
        return button

    def _dress(self, button: QToolButton, icon: str) -> None:
        theme = self._theme
        button.setIcon(
            qtawesome.icon(
                icon, color=theme.text, color_on=theme.accent, color_disabled=theme.muted
            )
        )
        button.setIconSize(QSize(self._line, self._line))

    @staticmethod
    def _call(button: QToolButton, meaning: str) -> None:
        button.setToolTip(meaning)
        button.setAccessibleName(meaning)

    def show_progress(self, done: float | None) -> None:
        """Show which part of a survey is done, 0 to 1; None while none is at work."""
        self.progress.setVisible(done is not None)
        if done is None:
            self._dress(self.button, "mdi6.refresh")
            self._call(self.button, translate("SurfacePanel", "Compute anew"))
        else:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * done))
            self._dress(self.button, "mdi6.stop")
            self._call(self.button, translate("SurfacePanel", "Stop"))
