"""Work of the session that would keep the window from answering, done beside it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bpviz.session.walk import at_once

from .background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    Errand = tuple[Callable[[], Any], Callable[[Any], object], Callable[[], object]]


class Errands(QObject):
    """Does one thing after the other on another thread: what a `Session` calls `elsewhere`.

    What comes of a piece of work is told on the window's thread before the next one begins.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Errand] = deque()
        self._going: Background[Any] | None = None
        self._closed = False

    def do(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[], object],
    ) -> None:
        """Do work when all before it is done, and then, on this thread, what follows from it.

        That is `done` with what it has returned, or `failed` before what it has raised is raised.
        """
        if self._closed:
            at_once(work, done, failed)
            return
        self._waiting.append((work, done, failed))
        if self._going is None:
            self._next()

    def close(self) -> None:
        """Wait for what is under way, of which nothing is told; from now on who asks waits."""
        self._closed = True
        self._waiting.clear()
        if self._going is not None:
            self._going.wait()
            self._going = None

    def _next(self) -> None:
        if self._waiting:
            work, done, failed = self._waiting.popleft()
            self._going = Background(
                work,
                lambda result: self._done(done, result),
                lambda sentence: self._failed(failed, sentence),
                self,
            )

    def _done(self, done: Callable[[Any], object], result: object) -> None:
        self._going = None
        try:
            done(result)
        finally:
            if self._going is None:
                self._next()

    def _failed(self, failed: Callable[[], object], sentence: str) -> None:
        self._done(lambda _: failed(), None)
        raise ValueError(sentence)
