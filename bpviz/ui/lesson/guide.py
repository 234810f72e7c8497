"""What the window does for a lesson: opens it, shows its panels, plays its steps, puts all back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from bpviz.text import translate
from bpviz.ui.keys import asks_for
from bpviz.ui.watching import watch

from .arranging import DOCK, Arranging

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QDockWidget, QMainWindow

    from bpviz.lessons import Lesson, LessonError, Teaching
    from bpviz.ui.background import Newest
    from bpviz.ui.playback import Playback

_POLL_MS: Final = 33
_TURNING: Final = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}  # what a clicker sends


class LessonGuide(QObject):
    """Leads a window through a lesson; lives as long as the window, whatever its look.

    Parameters
    ----------
    teaching
        The lesson being given.
    window
        Whose panels and title these are.
    presenting
        Tells whether a stage hides the window's panels.
    opening
        What is being opened, whoever opens it.
    """

    opened = Signal()
    """A file that was asked for is open, or has been found unusable."""

    moved = Signal()
    """Another scene, or another lesson, or none."""
    complained = Signal(str)
    """A sentence about something else that went wrong."""

    def __init__(
        self,
        teaching: Teaching,
        window: QMainWindow,
        presenting: Callable[[], bool],
        opening: Newest,
    ) -> None:
        super().__init__(window)
        self._opening = opening
        self._teaching = teaching
        self._window = window
        self._panels = Arranging(window)
        self._playback: Playback | None = None
        self._folder = ""
        self._last: tuple[Lesson | None, int] = (None, 0)
        self._presenting = presenting
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._take_news)
        watch(self, teaching.lesson_changed, self._lesson_changed)
        watch(self, teaching.scene_changed, self._scene_changed)

    @property
    def path(self) -> Path | None:
        """The file of the lesson that is open, None while there is none."""
        lesson = self._teaching.lesson
        return None if lesson is None else lesson.path

    def dress(
        self,
        docks: Mapping[str, QDockWidget],
        playback: Playback,
    ) -> None:
        """Take the panels that the window has made anew."""
        self._panels.docks = docks
        docks[DOCK].installEventFilter(self)
        self._playback = playback
        self._show_title()

    # --- opening and leaving ---------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a lesson file and open it."""
        dialog = QFileDialog(self._window, translate("Lesson", "Open a lesson file"), self._folder)
        dialog.setObjectName("dialog.lesson_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [translate("Lesson", "Lessons") + " (*.toml)", translate("Files", "All files") + " (*)"]
        )
        dialog.fileSelected.connect(self.open_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_file(self, path: str | Path) -> None:
        """Open a lesson file; if it cannot be given, say why, and leave everything as it is."""
        from bpviz.lessons import LessonError, read_lesson  # noqa: PLC0415 (few open one)

        path = Path(path)
        self._folder = str(path.parent)

        def read() -> Lesson | LessonError:
            try:
                return read_lesson(path)
            except LessonError as error:
                return error

        self._opening.do(read, lambda read: self._take(read, path), self.complained.emit)

    def leave(self) -> None:
        """End the lesson; everything becomes what it was before."""
        self._teaching.leave()

    def remembered(self, state: QByteArray) -> QByteArray:
        """Return the state of the window to begin with next time, given that of now."""
        return self._panels.before or state

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever closes the panel of the lesson leaves it."""
        if event.type() == QEvent.Type.Close and self._teaching.lesson is not None:
            QTimer.singleShot(0, self, self.leave)
        return super().eventFilter(watched, event)

    def _take(self, read: Lesson | LessonError, path: Path) -> None:
        if isinstance(read, ValueError):
            from .complaints import ComplaintsDialog  # noqa: PLC0415 (seldom)

            ComplaintsDialog(path, read.complaints, self._window).open()
        else:
            self._teaching.open(read)
        self.opened.emit()

    # --- following the lesson --------------------------------------------------------------------

    def wants(self, event: QEvent) -> bool:
        """Whether a key turns the page of a lesson, whatever control has the keyboard."""
        return self._teaching.lesson is not None and asks_for(event, _TURNING)

    def arrange(self) -> None:
        """Show the panels that the scene needs, unless somebody presents it on a stage."""
        if self._presenting() or not self._window.isVisible():
            return
        scene = self._teaching.scene
        if scene is None:
            self._panels.end()
        else:
            self._panels.begin()
            self._panels.show(scene.show)

    def _lesson_changed(self) -> None:
        self.arrange()
        self._show_title()

    def _scene_changed(self) -> None:
        now = self._teaching.lesson, self._teaching.index
        if now != self._last:
            self._last = now
            self.moved.emit()
        self.arrange()
        if self._playback is not None:
            self._playback.rest()  # the moment of the scene must not run away
            if (journey := self._teaching.journey) is not None:
                self._playback.travel(journey.cursors, journey.seconds)
        if self._teaching.preparing:
            self._poll.start()

    def _take_news(self) -> None:
        self._teaching.poll()
        if not self._teaching.preparing:
            self._poll.stop()

    def _show_title(self) -> None:
        title = translate("MainWindow", "bpviz: backpropagation, number by number")
        lesson = self._teaching.lesson
        if lesson is not None:
            title = f"{lesson.title.said} \N{EN DASH} bpviz"
            self._panels.docks[DOCK].setWindowTitle(lesson.title.said)
        self._window.setWindowTitle(title)
