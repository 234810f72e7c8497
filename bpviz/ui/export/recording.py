"""A movie in the making: drawn a frame at a time between other things, written on a thread."""

from __future__ import annotations

from queue import Empty, Full, Queue
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal

from bpviz.data.files.errors import FileError
from bpviz.export.movie import write_movie
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpviz.export.movie import Frame, Shot

    from .film import Film

_AHEAD: Final = 6  # frames drawn and not yet written
_TURN_MS: Final = 2  # left to the window between two looks
_LOOK: Final = 0.05  # seconds
_PATIENCE: Final = 10.0  # seconds for one frame to be laid out


class StoppedError(Exception):
    """Nobody wants the movie any more."""


def record(
    film: Film,
    path: Path,
    fps: float,
    tell: Callable[[int], object],
    stopped: Callable[[], bool],
) -> None:
    """Write a movie and return when it is done.

    Parameters
    ----------
    film
        Draws the frames; it is left open.
    path, fps
        As for `write_movie`.
    tell
        Called with the number of frames drawn.
    stopped
        Whether to give up.

    Raises
    ------
    FileError
        If the file cannot be written.
    StoppedError
        If it was given up; nothing is left of it then.
    """

    def taken(shot: Shot) -> Frame:
        film.turn_to(shot)
        end = perf_counter() + _PATIENCE
        while not film.at_rest() and perf_counter() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if stopped():
            raise StoppedError
        return film.take(shot)

    def frames() -> Iterator[Frame]:
        for count, shot in enumerate(film.shots, start=1):
            yield taken(shot)
            tell(count)

    samples = [taken(shot) for shot in film.samples]
    film.rewind()
    write_movie(path, frames(), fps, samples)


class Recording(QObject):
    """The same, while the window lives on.

    Parameters
    ----------
    film
        Draws the frames; closed at the end.
    path, fps
        As for `write_movie`.
    parent
        Whose child this is.
    """

    progressed = Signal(int, int)
    """Frames drawn, and how many there will be."""
    finished = Signal(str)
    """The sentence of what went wrong; "" where nothing did."""

    def __init__(self, film: Film, path: Path, fps: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._film = film
        self._path, self._fps = path, fps
        self._queue: Queue[Frame | None] = Queue(_AHEAD)
        self._stop = Event()
        self._error: BaseException | None = None
        self._thread: Thread | None = None
        self._samples: list[Frame] = []
        self._due = film.samples
        self._next = 0
        self._since: float | None = None  # when the page was turned to the next shot
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def cancel(self) -> None:
        """Give up; nothing is left of the movie."""
        self._stop.set()

    def close(self) -> None:
        """Give up, and return when the thread has ended; nothing is told any more."""
        self._stop.set()
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()
        self._film.close()

    # --- on the window's thread ----------------------------------------------------------------

    def _turn(self) -> None:
        """Do the next little thing: turn the page, or draw it."""
        if self._stop.is_set() or (self._thread is not None and not self._thread.is_alive()):
            self._conclude()
        elif self._next < len(self._due):
            self._draw()
        elif self._thread is None:
            self._film.rewind()
            self._due, self._next = list(self._film.shots), 0
            self._thread = Thread(target=self._write, name="bpviz movie")
            self._thread.start()
        elif self._due:
            self._due, self._next = [], 0
            self._end()
        # else: the thread writes what is left

    def _draw(self) -> None:
        if self._since is None:
            self._film.turn_to(self._due[self._next])
            self._since = perf_counter()
            return
        late = perf_counter() - self._since > _PATIENCE
        if (self._film.at_rest() or late) and not self._queue.full():
            self._since = None
            self._take()

    def _take(self) -> None:
        frame = self._film.take(self._due[self._next])
        self._next += 1
        if self._thread is None:
            self._samples.append(frame)
        else:
            self._queue.put(frame)
            self.progressed.emit(self._next, len(self._due))

    def _end(self) -> None:
        """Tell the thread that no more frames come."""
        try:
            self._queue.put_nowait(None)
        except Full:
            QTimer.singleShot(_TURN_MS, self, self._end)

    def _conclude(self) -> None:
        self.close()
        error = self._error
        if error is None or isinstance(error, StoppedError):
            self.finished.emit("")
        elif isinstance(error, FileError):
            self.finished.emit(str(error))
        else:
            sentence = translate("Movie", "The movie could not be made: {error}.")
            self.finished.emit(sentence.format(error=f"{type(error).__name__}: {error}"))

    @property
    def cancelled(self) -> bool:
        """Whether it was given up."""
        return isinstance(self._error, StoppedError) or self._thread is None

    # --- on its own thread ---------------------------------------------------------------------

    def _write(self) -> None:
        try:
            write_movie(self._path, self._frames(), self._fps, self._samples)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the window tells of it
            self._error = error

    def _frames(self) -> Iterator[Frame]:
        while True:
            try:
                frame = self._queue.get(timeout=_LOOK)
            except Empty:
                frame = None
                waiting = True
            else:
                waiting = False
            if self._stop.is_set():
                raise StoppedError
            if frame is not None:
                yield frame
            elif not waiting:
                return
