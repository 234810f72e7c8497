"""The row under the network: how one walks through the algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import translate
from bpviz.trace import GRANULARITIES
from bpviz.ui.counts import grouped
from bpviz.ui.fields import WholeField
from bpviz.ui.watching import watch

from .speed import SpeedSlider
from .status import StatusLabel
from .timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QIcon

    from bpviz.session.session import Session
    from bpviz.ui.playback import Playback
    from bpviz.ui.theme import Theme

# The buttons in their order, with the picture of each.
_BUTTONS: Final = {
    "action.first_step": "mdi6.skip-backward",
    "action.step_back": "mdi6.step-backward",
    "action.play": "mdi6.play",
    "action.step_forward": "mdi6.step-forward",
    "action.last_step": "mdi6.skip-forward",
}


class TransportBar(QWidget):
    """Buttons, granularity, speed, example; below them the timeline and what is happening.

    Parameters
    ----------
    session
        What is walked through.
    theme
        Colours.
    playback
        The clock that plays.
    actions
        The window's actions by objectName: first_step, step_back, play, step_forward, last_step.
        They get their pictures here, play one that says what pressing it would do.
    """

    complained = Signal(str)
    """Why what was typed cannot be."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        playback: Playback,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._playback = playback
        self._actions = actions
        line = self.fontMetrics().height()
        gap = round(0.35 * line)

        # What a narrow window has no room for is behind the tool bar's arrow.
        controls = QToolBar()
        side = round(1.15 * line)
        controls.setIconSize(QSize(side, side))
        controls.setStyleSheet(_slim(line))
        controls.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name, picture in _BUTTONS.items():
            actions[name].setIcon(self._icon(picture))
            controls.addAction(actions[name])
        self._play = self._icon("mdi6.play", theme.accent)
        self._pause = self._icon("mdi6.pause", theme.accent)
        repeat = self._icon("mdi6.repeat", color_on=theme.accent)
        self.loop = controls.addAction(repeat, translate("TransportBar", "Repeat the example"))
        self.loop.setObjectName("action.loop")
        self.loop.setCheckable(True)
        self.loop.toggled.connect(self._set_loop)
        controls.addSeparator()
        self.granularity = self._granularity()
        controls.addWidget(self.granularity)
        self.example = self._example()
        controls.addWidget(self.example)
        controls.addSeparator()
        speed = SpeedSlider(playback)
        speed.setMinimumWidth(8 * line)
        speed.setMaximumWidth(14 * line)
        controls.addWidget(speed)
        more = controls.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setIcon(self._icon("mdi6.chevron-double-right"))
            more.setToolTip(translate("TransportBar", "More"))

        self.timeline = Timeline(session, theme)
        self.status = StatusLabel(session)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(gap, round(0.12 * line), gap, round(0.12 * line))
        rows.setSpacing(round(0.12 * line))
        rows.addWidget(controls)
        rows.addWidget(self.timeline)
        rows.addWidget(self.status)

        watch(self, session.network_changed, self._new_network)
        watch(self, session.moment_changed, self._show_example)
        watch(self, session.view_changed, self._show_granularity)
        playback.changed.connect(self._show_playing)
        self._new_network()
        self._show_granularity()
        self._show_playing()

    # --- the parts -----------------------------------------------------------------------------

    def _icon(self, picture: str, colour: str | None = None, **states: str) -> QIcon:
        icon: QIcon = qtawesome.icon(picture, color=colour or self._theme.text, **states)
        return icon

    def _granularity(self) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName("choice.granularity")
        choice.setAccessibleName(translate("TransportBar", "How far a step goes"))
        choice.setToolTip(translate("TransportBar", "How far a step goes"))
        for granularity, words in zip(GRANULARITIES, _granularities(), strict=True):
            choice.addItem(words, granularity)
        choice.activated.connect(self._choose_granularity)
        return choice

    def _example(self) -> WholeField:
        number = WholeField("number.example", translate("TransportBar", "Example"), "i = ", 1)
        number.setToolTip(translate("TransportBar", "The example on screen"))
        number.valueChanged.connect(self._session.show_example)
        number.refused.connect(self.complained)
        return number

    # --- what a person chooses -----------------------------------------------------------------

    def _set_loop(self, loop: bool) -> None:
        self._playback.loop = loop

    def _choose_granularity(self, index: int) -> None:
        self._session.set_granularity(GRANULARITIES[index])

    # --- what is to be seen --------------------------------------------------------------------

    def _new_network(self) -> None:
        m = self._session.trace.m
        with QSignalBlocker(self.example):
            self.example.setMaximum(m)
            self.example.setSuffix(translate("TransportBar", " of {m}").format(m=grouped(m)))
        self._show_example()

    def _show_example(self) -> None:
        self.example.show_value(self._session.example)

    def _show_granularity(self) -> None:
        self.granularity.setCurrentIndex(GRANULARITIES.index(self._session.granularity))

    def _show_playing(self) -> None:
        """Let the buttons say what pressing them would do."""
        play, playing = self._actions["action.play"], self._playback.playing
        play.setIcon(self._pause if playing else self._play)
        name = translate("TransportBar", "Pause") if playing else translate("TransportBar", "Play")
        play.setText(name)
        key = play.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        play.setToolTip(f"{name} ({key})" if key else name)
        self.loop.setChecked(self._playback.loop)


def _slim(line: int) -> str:
    """Return a style sheet for a row no higher than its text needs; `line` is the text's height."""
    pad = round(0.24 * line)
    return (
        f"QToolBar {{ background: transparent; border: none; padding: 0; spacing: {pad}px; }}"
        f"QToolButton {{ padding: {pad}px; }} QToolButton:focus {{ padding: {pad - 1}px; }}"
        f"QComboBox, QSpinBox {{ padding: {pad // 2}px {2 * pad}px; }}"
        f"QComboBox:focus, QSpinBox:focus {{ padding: {pad // 2 - 1}px {2 * pad - 1}px; }}"
        "QToolButton#qt_toolbar_ext_button { padding: 0; }"
        "QToolBar QLabel { padding: 0; }"
    )


def _granularities() -> tuple[str, str, str, str]:
    """Name the granularities, in the order of `GRANULARITIES`."""
    return (
        translate("TransportBar", "By unit"),
        translate("TransportBar", "By layer"),
        translate("TransportBar", "By example"),
        translate("TransportBar", "Whole pass"),
    )
