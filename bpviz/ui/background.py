"""Work that takes a while, such as reading a file, while the window lives on."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Final, Generic, TypeVar

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
