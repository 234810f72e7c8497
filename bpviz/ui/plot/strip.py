"""The strip that says which past moment is shown, plays on from it, and leads away from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from bpviz.text import translate
from bpviz.ui.counts import grouped

from .film import DURATIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bpviz.training import Moment, TrainingSettings
    from bpviz.ui.theme import Theme

    from .film import Film


class MomentStrip(QWidget):
    """Shown while a past moment is.

    Signals
    -------
    play_pressed, continue_pressed, now_pressed
        The buttons.
    """

    play_pressed = Signal()
    continue_pressed = Signal()
    now_pressed = Signal()

    def __init__(self, theme: Theme, film: Film, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip.moment")
        self.setAccessibleName(translate("CostPlot", "The moment that is shown"))
        self._theme = theme
        self._film = film
        self._ways = [""]
        self.words = QLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.play = self._button("button.play_back", "")
        self.play.setIconSize(QSize(self.fontMetrics().height(), self.fontMetrics().height()))
        self.play.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.play.setMenu(self._speeds())
        self.play.clicked.connect(self.play_pressed)
        self.go_on = self._button("button.continue", translate("CostPlot", "Continue from here"))
        self.go_on.setToolTip(
            translate("CostPlot", "Begin another run at this Θ, with the settings of now")
        )
        self.go_on.clicked.connect(self.continue_pressed)
        self.now = self._button("button.now", translate("CostPlot", "Back to now"))
        self.now.setToolTip(translate("CostPlot", "Show the latest Θ again (Esc)"))
        self.now.clicked.connect(self.now_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.play)
        row.addWidget(self.words, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.now)
        film.toggled.connect(self._dress_play)
        self._dress_play(playing=film.playing)
        self.hide()

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        return button

    def _speeds(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for seconds in DURATIONS:
            text = translate("CostPlot", "The whole run in {n} s").format(n=seconds)
            action = QAction(text, group)
            action.setCheckable(True)
            action.setChecked(seconds == self._film.duration)
            action.setData(seconds)
            menu.addAction(action)
        group.triggered.connect(self._choose_speed)
        return menu

    def _choose_speed(self, action: QAction) -> None:
        self._film.duration = action.data()

    def _dress_play(self, playing: bool) -> None:
        name = "mdi6.pause" if playing else "mdi6.play"
        self.play.setIcon(qtawesome.icon(name, color=self._theme.text))
        tip = (
            translate("CostPlot", "Pause")
            if playing
            else translate("CostPlot", "Play training back from here")
        )
        self.play.setToolTip(tip)
        self.play.setAccessibleName(tip)

    def show_moment(self, moment: Moment | None, settings: TrainingSettings) -> None:
        """Say which moment is shown, and whether λ and α are others by now; None hides the strip.

        Parameters
        ----------
        moment
            Whose Θ is shown.
        settings
            Those in force now, with which the numbers in the window are computed.
        """
        if moment is not None:
            n, asked = grouped(moment.iteration), grouped(moment.asked)
            whole = translate("CostPlot", "Iteration {n} is shown")
            brief = translate("CostPlot", "Iteration {n}")
            if not moment.exact:
                whole = translate("CostPlot", "Iteration {n} is shown, not {asked}")
                brief = translate("CostPlot", "{n}, not {asked}")
            self._ways = [*(text.format(n=n, asked=asked) for text in (whole, brief)), n]
            sentences = [moment.sentence()]
            then = moment.settings
            if (then.lambda_, then.alpha) != (settings.lambda_, settings.alpha):
                sentences.append(translate("CostPlot", "λ and α are those of now."))
                wide = translate("CostPlot", "{shown}, with λ and α of now")
                self._ways.insert(0, wide.format(shown=self._ways[0]))
            told = " ".join(filter(None, sentences))
            self.words.setToolTip(told or self._ways[0])
            self.words.setAccessibleName(self._ways[0])
            self.words.setAccessibleDescription(told)
            self._say()
        self.setVisible(moment is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in as many words as there is room for."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        buttons = (self.play, self.go_on, self.now)
        room = self.width() - sum(button.sizeHint().width() for button in buttons)
        width = self.words.fontMetrics().horizontalAdvance
        self.words.setText(next((way for way in self._ways if width(way) <= room), self._ways[-1]))
