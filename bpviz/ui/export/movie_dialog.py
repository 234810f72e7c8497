"""The dialog for movies: what, how, how far it is; the window can be used meanwhile."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from bpviz.export.movie import check_format
from bpviz.session import Moment
from bpviz.session.files import SessionState
from bpviz.text import decimal_mark, number, translate
from bpviz.ui.background import Background, ahead
from bpviz.ui.notice import Notice
from bpviz.ui.theme import theme
from bpviz.ui.watching import watch
from bpviz.ui.writing import WritingDialog

from .asking import ask_where
from .film import Film
from .movie_choices import MovieChoices
from .recording import Recording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from bpviz.export.movie import Shot
    from bpviz.training import Run
    from bpviz.ui.window import MainWindow

    from .film import Screen

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Wish:
    """A movie as it was asked for; the window's session goes on."""

    moment: Moment
    shots: list[Shot]
    screen: Screen
    fps: int
    state: Callable[[], SessionState] | None  # what it is made of, if training is to be seen


class MovieDialog(WritingDialog):
    """Makes movies of a window's session, one at a time.

    Parameters
    ----------
    window
        Whose session.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._recording: Recording | None = None
        self._runs: Background[tuple[Run, ...]] | None = None
        self._path: Path | None = None
        self.setObjectName("dialog.movie")
        words = translate("Movie", "Movie")
        self.setWindowTitle(words)
        self.setAccessibleName(words)
        self.choices = MovieChoices(self._session, window.look)
        self.estimate = QLabel(wordWrap=True)
        self.estimate.setObjectName("label.movie_estimate")
        self.estimate.setTextFormat(Qt.TextFormat.PlainText)
        self.notice = Notice(theme(window.look.theme))
        self.bar = QProgressBar()
        self.bar.setObjectName("progress.movie")
        self.bar.setAccessibleName(translate("Movie", "Progress"))
        self.status.setObjectName("label.movie")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.save = _button("action.save_movie", translate("Export", "Save as …"))
        self.save.setDefault(True)
        self.cancel = _button("action.cancel_movie", translate("Movie", "Cancel"))
        self.leave = _button("action.close_movie", translate("Export", "Close"))
        self._lay_out()
        self.choices.changed.connect(self._describe)
        self.save.clicked.connect(self._ask)
        self.cancel.clicked.connect(self._cancel)
        self.leave.clicked.connect(self.close)
        for signal in (
            self._session.moment_changed,
            self._session.view_changed,
            self._session.training.recorded,
        ):
            watch(self, signal, self._follow)
        self._show_busy()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.status, 1)
        for button in (self.leave, self.cancel, self.save):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.choices)
        column.addWidget(self.estimate)
        column.addWidget(self.notice)
        column.addWidget(self.bar)
        column.addStretch()
        column.addLayout(buttons)
        self.setMinimumWidth(66 * self.fontMetrics().averageCharWidth())

    @property
    def busy(self) -> bool:
        """Whether a movie is in the making."""
        return self._recording is not None or self._runs is not None

    def _show_busy(self) -> None:
        self.choices.setDisabled(self.busy)
        self.bar.setVisible(self.busy)
        self.cancel.setVisible(self.busy)
        self.save.setVisible(not self.busy)
        self.leave.setVisible(not self.busy)

    # --- what it would be ----------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Say what the movie would be."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if self.isVisible() and not self.busy:
            self.choices.show_iterations()
            self._describe()

    def _describe(self) -> None:
        """Say how long the movie would be, or why there can be none."""
        try:
            count = len(self.choices.shots())
        except ValueError as error:
            self.estimate.setText(str(error))
            self.save.setEnabled(False)
            return
        self.save.setEnabled(True)
        seconds = f"{count / self.choices.fps.value():.1f}".replace(".", decimal_mark())
        words = translate("Movie", "%n frames, {seconds} s", n=count)
        self.estimate.setText(words.format(seconds=seconds))

    # --- making it -----------------------------------------------------------------------------

    def _ask(self) -> None:
        kinds = {".gif": translate("Movie", "GIF, plays everywhere")}
        video = translate("Movie", "MP4, smaller and smoother")
        if importlib.util.find_spec("av") is None:
            video = translate("Movie", "MP4, needs: pip install 'bpviz[video]'")
        kinds[".mp4"] = video
        extent = self.choices.extent.currentData()
        name = f"{self._session.data.name}_{extent}"
        title = translate("Movie", "Save the movie")
        if (wish := self.wish()) is not None:
            ask_where(self, title, name, kinds, lambda path: self.make(wish, path))

    def wish(self) -> Wish | None:
        """Return the movie that is chosen, of the moment of now; say why if there can be none."""
        choices, session = self.choices, self._session
        try:
            shots = choices.shots()
        except ValueError as error:
            self.notice.say(str(error))
            return None
        moment = replace(Moment.of(session), granularity=choices.granularity)
        # Its history is copied at once, but not waited for: a step may take long.
        state = ahead(SessionState.soon(session)) if choices.of_training else None
        return Wish(moment, shots, choices.look(), choices.fps.value(), state)

    def make(self, wish: Wish, path: Path) -> None:
        """Make the movie that was wished for."""
        self.notice.hide()
        self.status.clear()
        try:
            check_format(path)
        except ValueError as error:
            self.notice.say(str(error))
            return
        self._path, state = path, wish.state
        if state is None:
            self._begin(wish, path)
        else:
            # Laid out anew on a thread.
            self._runs = Background(
                lambda: _present_last(state()),
                lambda runs: self._begin(wish, path, runs),
                self._fail,
                self,
            )
        self.bar.setRange(0, len(wish.shots))
        self.bar.setValue(0)
        self._show_busy()

    def _begin(self, wish: Wish, path: Path, runs: tuple[Run, ...] = ()) -> None:
        self._runs = None
        film = Film(wish.moment, wish.shots, wish.screen, runs, exactly=False)
        self._recording = Recording(film, path, wish.fps, self)
        self._recording.progressed.connect(self._progress)
        self._recording.finished.connect(self._finish)
        self._show_busy()

    def _progress(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)

    def _cancel(self) -> None:
        if self._runs is not None:
            self._forget_runs()
            self._show_busy()
            self.status.setText(_cancelled())
            self.rested.emit()
        if self._recording is not None:
            self._recording.cancel()

    def _forget_runs(self) -> None:
        """Do not wait for runs that are being laid out."""
        if self._runs is not None:
            self._runs.forget()
            self._runs = None

    def _finish(self, sentence: str) -> None:
        recording, self._recording = self._recording, None
        cancelled = recording is not None and recording.cancelled
        if recording is not None:
            recording.deleteLater()
        self._show_busy()
        path = self._path
        if sentence:
            self.notice.say(sentence)
        elif cancelled:
            self.status.setText(_cancelled())
        elif path is not None:
            self.status.setText(_saved(path))
        self.rested.emit()

    def _fail(self, sentence: str) -> None:
        self._runs = None
        self._show_busy()
        self.notice.say(sentence)
        self.rested.emit()

    # --- leaving -------------------------------------------------------------------------------

    def give_up(self) -> None:
        """Stop what is being made, and close, since the window does."""
        self._forget_runs()
        if self._recording is not None:
            self._recording.close()
            self._recording = None
        self.close()

    def reject(self) -> None:
        """Esc cancels before it closes."""
        if self.busy:
            self._cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while a movie is in the making: cancel it first."""
        if self.busy:
            self._cancel()
            event.ignore()
        else:
            super().closeEvent(event)


def _present_last(state: SessionState) -> tuple[Run, ...]:
    """Return the runs there are, the one that is seen last."""
    runs = state.make_runs()
    others = (*runs[: state.present], *runs[state.present + 1 :])
    return (*others, runs[state.present])


def _cancelled() -> str:
    return translate("Movie", "Cancelled; nothing was written.")


def _saved(path: Path) -> str:
    try:
        size = number(path.stat().st_size / _MEGABYTE, 2)
    except OSError:  # somebody has taken it away already
        return translate("Export", "Saved as {file}").format(file=path.name)
    words = translate("Movie", "Saved as {file} ({size} MB)")
    return words.format(file=path.name, size=size)


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button
