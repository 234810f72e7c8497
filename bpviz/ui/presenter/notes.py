"""The lecturer's own window: notes of the scene, what comes next, the clock."""

from __future__ import annotations

import re
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import language, translate
from bpviz.ui.algorithm.why import why
from bpviz.ui.equation.caption import caption
from bpviz.ui.prose import Prose
from bpviz.ui.theme import BASE_POINT_SIZE, lay_on_surface
from bpviz.ui.watching import watch

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from bpviz.lessons import Teaching
    from bpviz.session import Session
    from bpviz.ui.theme import Theme

_TICK_MS: Final = 250
_TEXT: Final = 1.4  # of the usual text: a lecturer stands, and glances
_CLOCK, _TITLE = 1.6, 1.12  # of the window's text
_QUANTITY: Final = re.compile(r"\{\{.*?\}\}")


class NotesWindow(QWidget):
    """What only the lecturer sees.

    Parameters
    ----------
    session
        Whose step is told where no lesson is given.
    teaching
        Whose notes are shown.
    theme
        Colours.
    parent
        The window that presents.
    since
        When the presentation began, as `time.monotonic` tells it.
    text_scale
        How much larger than usual somebody wants text to be.
    """

    swap_wanted = Signal()
    """Stage and notes should change places."""
    begun_anew = Signal(float)
    """The time of the presentation is to count from now, as `time.monotonic` tells it."""
    closed = Signal()
    """Somebody has closed it."""

    def __init__(
        self,
        session: Session,
        teaching: Teaching,
        theme: Theme,
        parent: QWidget,
        *,
        since: float,
        text_scale: float,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("window.notes")
        self.setWindowTitle(translate("Presenter", "bpviz: notes"))
        lay_on_surface(self)
        self._session = session
        self._teaching = teaching
        self._since = since
        # Said of each part, since a style sheet keeps a window's font from what it holds.
        self._font = self.font()
        self._font.setPointSizeF(_TEXT * text_scale * BASE_POINT_SIZE)
        self.setFont(self._font)
        self.place = self._label("label.notes_place", 1.0)
        self.place.setStyleSheet(f"color: {theme.muted}")
        self.clock = self._label("label.clock", _CLOCK)
        self.elapsed = self._label("label.elapsed", _CLOCK)
        self.elapsed.setToolTip(translate("Presenter", "Time since the presentation began"))
        self.swap = self._button("button.swap", translate("Presenter", "Swap the screens"))
        self.swap.clicked.connect(self.swap_wanted)
        again = self._button("button.elapsed", translate("Presenter", "From 0:00"))
        again.setToolTip(translate("Presenter", "Let the time begin anew"))
        again.clicked.connect(self._begin_anew)
        self.title = self._label("label.notes_title", _TITLE)
        self.notes = self._prose("text.notes", theme)
        self.next_title = self._label("label.next_title", _TITLE)
        self.next_title.setStyleSheet(f"color: {theme.muted}")
        self.next_text = self._prose("text.next", theme)

        head = QHBoxLayout()
        head.addWidget(self.clock)
        head.addStretch()
        head.addWidget(self.elapsed)
        head.addWidget(again)
        head.addWidget(self.swap)
        column = QVBoxLayout(self)
        unit = QFontMetrics(self._font).height()
        column.setContentsMargins(unit, unit, unit, unit)
        column.setSpacing(unit // 2)
        column.addLayout(head)
        column.addWidget(self._line(theme))
        column.addWidget(self.place)
        column.addWidget(self.title)
        column.addWidget(_scrolled(self.notes), 3)
        column.addWidget(self._line(theme))
        column.addWidget(self.next_title)
        column.addWidget(_scrolled(self.next_text), 2)

        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()
        watch(self, session.moment_changed, self.refresh)
        watch(self, session.view_changed, self.refresh)
        watch(self, teaching.lesson_changed, self.refresh)
        watch(self, teaching.scene_changed, self.refresh)
        self.refresh()
        self._tick()

    def _label(self, name: str, size: float) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(size != _CLOCK)
        font = QFont(self._font)
        font.setPointSizeF(size * font.pointSizeF())
        font.setBold(size == _TITLE)
        label.setFont(font)
        return label

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setFont(self._font)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # space and arrows are for the stage
        return button

    def _prose(self, name: str, theme: Theme) -> Prose:
        prose = Prose(theme, self)
        prose.setObjectName(name)
        prose.setFont(self._font)
        return prose

    @staticmethod
    def _line(theme: Theme) -> QFrame:
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {theme.hairline}")
        return line

    # --- what is shown -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the notes of the scene and what comes next; without a lesson, the steps."""
        teaching = self._teaching
        lesson, scene = teaching.lesson, teaching.scene
        if lesson is None or scene is None:
            self._show_steps()
            return
        k, n = teaching.index + 1, len(lesson.scenes)
        place = translate("Presenter", "{lesson}: scene {k} of {n}")
        self.place.setText(place.format(lesson=lesson.title.said, k=k, n=n))
        self.title.setText(teaching.title())
        self.notes.set_text(teaching.notes() or translate("Presenter", "*No notes here.*"))
        if k < n:
            coming = lesson.scenes[k]
            self._show_next(coming.title.said, _QUANTITY.sub("…", coming.text.said))
        else:
            self._show_next("", translate("Presenter", "This is the last scene."))

    def _show_steps(self) -> None:
        session = self._session
        trace, k, granularity = session.trace, session.cursor, session.granularity
        optimizer = session.training.settings.optimizer
        line = translate("Presenter", "Line {line} of the algorithm")
        self.place.setText(line.format(line=session.step.line))
        self.title.setText(caption(trace, k, granularity, optimizer))
        self.notes.set_text(why(session.step.line, trace.network))
        coming = trace.next(k, granularity)
        if coming == k:
            self._show_next("", translate("Presenter", "This is the last step."))
        elif session.at_hand(coming):
            self._show_next(caption(trace, coming, granularity, optimizer), "")
        else:
            self._show_next(line.format(line=trace.score.place(coming).line), "")

    def _show_next(self, title: str, text: str) -> None:
        following = translate("Presenter", "Next: {title}")
        self.next_title.setText(following.format(title=title) if title else "")
        self.next_title.setVisible(bool(title))
        self.next_text.set_text(text)

    # --- time ----------------------------------------------------------------------------------

    def _begin_anew(self) -> None:
        self._since = monotonic()
        self.begun_anew.emit(self._since)
        self._tick()

    def _tick(self) -> None:
        now = QDateTime.currentDateTime().time()
        self.clock.setText(QLocale(language()).toString(now, "HH:mm"))
        passed = int(monotonic() - self._since)
        minutes, seconds = divmod(passed, 60)
        hours, minutes = divmod(minutes, 60)
        self.elapsed.setText(
            f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the clock."""
        self._ticking.stop()
        super().closeEvent(event)
        self.closed.emit()


def _scrolled(text: Prose) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(text)
    text.setAutoFillBackground(False)
    return area
