"""The matrices panel: every number of the algorithm as a heat map that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from superqt import QElidingLabel, QFlowLayout

from bpviz.text import translate
from bpviz.ui.theme import lay_on_surface
from bpviz.ui.watching import watch

from .chooser import Chooser
from .legend import Legend
from .view import ZOOM_STEP, MatricesView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

_NAME: Final = "matrices"  # of the panel, where pages are named


class MatricesPanel(QWidget):
    """Θ, z, a, δ, Δ and D of every layer, layers side by side.

    The page follows the step on screen until a person chooses another one.

    Parameters
    ----------
    session
        Whose numbers.
    theme
        Colours.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.matrices")
        self.setAccessibleName(translate("MatricesPanel", "The matrices"))
        lay_on_surface(self)
        self._session = session
        self._theme = theme
        self.view = MatricesView(session, theme)
        self.view.setObjectName("matrices.numbers")
        self.view.setAccessibleName(translate("MatricesPanel", "Numbers of all layers"))
        self.chooser = Chooser(theme)
        self.legend = Legend(theme)
        self.readout = QElidingLabel()
        self.readout.setObjectName("label.number")
        self.readout.setAccessibleName(translate("MatricesPanel", "The number looked at"))
        self.readout.setTextFormat(Qt.TextFormat.PlainText)
        self.follow = self._button(
            "button.follow",
            "mdi6.crosshairs",
            translate("MatricesPanel", "Follow the step on screen"),
        )
        self.follow.setCheckable(True)
        self.follow.setChecked(True)

        line = self.fontMetrics().height()
        tools = QFlowLayout()
        tools.setHorizontalSpacing(round(0.5 * line))
        tools.setVerticalSpacing(0)
        tools.addWidget(self.chooser)
        tools.addWidget(self._row(self.follow, *self._zoom_buttons(), self._copy_button()))
        foot = QHBoxLayout()
        foot.addWidget(self.readout, 1)
        foot.addWidget(self.legend)
        column = QVBoxLayout(self)
        edge = round(0.35 * line)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(round(0.2 * line))
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

        self.chooser.chosen.connect(self.open)
        self.follow.toggled.connect(self._follow)
        watch(self, session.pages_changed, self._turn)
        self.view.page_changed.connect(self._show_page)
        self.view.told.connect(self._tell)
        self.view.copied.connect(self._say)
        self._show_page()
        self._turn()

    # --- the parts -----------------------------------------------------------------------------

    def _button(self, name: str, picture: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        line = self.fontMetrics().height()
        theme = self._theme
        button.setIcon(
            qtawesome.icon(
                picture, color=theme.muted, color_active=theme.text, color_on=theme.accent
            )
        )
        button.setIconSize(QSize(line, line))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to walking
        pad = round(0.28 * line)
        button.setStyleSheet(
            f"QToolButton {{ padding: {pad}px }} QToolButton:focus {{ padding: {pad - 1}px }}"
        )
        return button

    def _zoom_buttons(self) -> list[QToolButton]:
        out = translate("MatricesPanel", "Smaller (−)")
        fit = translate("MatricesPanel", "Fit (0)")
        into = translate("MatricesPanel", "Larger (+)")
        made: list[tuple[str, str, str, Callable[[], None]]] = [
            ("out", "mdi6.magnify-minus-outline", out, lambda: self.view.zoom(1 / ZOOM_STEP)),
            ("fit", "mdi6.fit-to-screen-outline", fit, self.view.zoom_to_fit),
            ("in", "mdi6.magnify-plus-outline", into, lambda: self.view.zoom(ZOOM_STEP)),
        ]
        buttons = []
        for name, picture, words, do in made:
            button = self._button(f"button.zoom_{name}", picture, words)
            button.clicked.connect(lambda _=False, do=do: do())
            buttons.append(button)
        return buttons

    def _copy_button(self) -> QToolButton:
        words = translate("MatricesPanel", "Copy for NumPy or Octave")
        button = self._button("button.copy_matrices", "mdi6.content-copy", words)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.view.copy_menu(None))
        return button

    @staticmethod
    def _row(*widgets: QWidget) -> QWidget:
        """Return widgets that stay together when a narrow panel breaks the line."""
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in widgets:
            box.addWidget(widget)
        return row

    # --- what happens --------------------------------------------------------------------------

    def open(self, page: str) -> None:
        """Stay with a page, Theta, units, Delta or D; "" follows the step."""
        self._session.open_pages({_NAME: page})

    def _follow(self, follow: bool) -> None:
        self.open("" if follow else self.view.page)

    def _turn(self) -> None:
        """Turn to the page that is to be open, or follow the step."""
        page = self._session.pages.get(_NAME, "")
        with QSignalBlocker(self.follow):
            self.follow.setChecked(not page)
        self.view.set_following(not page)
        if page:
            self.view.show_page(page)

    def _show_page(self) -> None:
        self.chooser.show_page(self.view.page)
        self._tell()

    def _tell(self) -> None:
        """Say what is looked at, and what the colours mean."""
        cell = self.view.looked_at()
        self.readout.setText("" if cell is None else self.view.described(cell))
        if self.isVisible():
            self.legend.show_scales(self.view.scales())

    def _say(self, text: str) -> None:
        self.readout.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the number looked at the room of the legend where there is little."""
        super().resizeEvent(event)
        self.legend.set_compact(self.width() < 36 * self.fontMetrics().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._tell()
