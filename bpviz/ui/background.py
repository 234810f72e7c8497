"""Work that takes a while, such as reading a file, while the window lives on."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
_LOOK_MS: Final = 15


class Background(QObject, Generic[Result]):
    """Does something on a thread of its own; what comes of it is told on the window's thread.

    The thread touches no widget and no session. It is waited for when the program ends, so that a
    file being written is written.

    Parameters
    ----------
    work
        What to do.
    done
        Called with what it has returned.
    failed
        Called with the sentence of a ValueError that it has raised. Of any other exception, which
        nobody has foreseen, it is called with the name, and then the exception is raised here.
    parent
        After whose end nothing is told any more.
    """

    def __init__(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], object],
        failed: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._done, self._failed = work, done, failed
        self._result: list[Result] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, name="bpviz file")
        self._thread.start()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def wait(self) -> None:
        """Return when the work is done; nothing is told of it any more."""
        self._timer.stop()
        self._thread.join()

    def forget(self) -> None:
        """Tell nothing of it any more, whatever comes of it; nobody waits for its end."""
        self._done, self._failed = _tell_nobody, _tell_nobody

    def _run(self) -> None:
        try:
            self._result.append(self._work())
        except Exception as error:  # noqa: BLE001 - whatever it is, the window's thread tells of it
            self._error = error

    def _look(self) -> None:
        if self._thread.is_alive():
            return
        self._timer.stop()
        self.deleteLater()
        error = self._error
        if error is None:
            self._done(self._result[0])
        elif isinstance(error, ValueError):
            self._failed(str(error))
        else:
            try:
                self._failed(f"{type(error).__name__}: {error}")
            finally:
                raise error


class Newest(QObject):
    """Does what was asked for last: whoever asks for another thing has given up the one before.

    What opens sessions, links and lessons shares one, since a window shows one of them at a time.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._going: Background[Any] | None = None

    def do(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], object],
        failed: Callable[[str], object],
    ) -> None:
        """Do work as `Background` does; what is still under way is told to nobody."""
        if self._going is not None:
            self._going.forget()

        def returned(result: Result) -> None:
            self._going = None
            done(result)

        def refused(sentence: str) -> None:
            self._going = None
            failed(sentence)

        self._going = Background(work, returned, refused, self)


def ahead(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin work on a thread of its own; return what waits for its end and says what it returned.

    For what has to be done now, while it is not known yet what with, or when.
    """
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            future.set_exception(error)

    Thread(target=run, name="bpviz file").start()
    return future.result


def _tell_nobody(_: object) -> None:
    """Hear what has come of work that nobody waits for."""
