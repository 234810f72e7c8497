"""Files that are written while the window lives on, and the dialogs that write them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar
from weakref import WeakValueDictionary

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from .background import Background, Result

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from threading import Thread

    from PySide6.QtCore import QObject


class Writing(Background[Result]):
    """Writes a file on a thread of its own, after whatever is being written to that place already.

    So what was asked for last is what is found there. The window is not closed before it has ended.

    Parameters
    ----------
    path
        Where to.
    write
        Writes it.
    done, failed, parent
        As of `Background`.
    """

    _last: ClassVar[WeakValueDictionary[str, Thread]] = WeakValueDictionary()

    def __init__(
        self,
        path: Path,
        write: Callable[[], Result],
        done: Callable[[Result], object],
        failed: Callable[[str], object],
        parent: QObject,
    ) -> None:
        place = os.path.abspath(path)  # noqa: PTH100 (a disk may take long to say what is a link)
        before = self._last.get(place)

        def in_turn() -> Result:
            if before is not None:
                before.join()
            return write()

        super().__init__(in_turn, done, failed, parent)
        self._last[place] = self._thread

    def finish(self) -> str:
        """Wait for the end and tell of it at once; return what went wrong, "" if nothing did.

        Of one that has been told of already nothing is told or returned.
        """
        if not self._timer.isActive():
            return ""
        self._thread.join()
        self._look()
        return "" if self._error is None else str(self._error)


class WritingDialog(QDialog):
    """A dialog that stays while it writes, and can be used meanwhile; see `Writing`.

    Attributes
    ----------
    status
        Where it says what has come of it.
    """

    rested = Signal()
    """It is no longer busy, and what has come of that is said in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._going = 0
        self.status = QLabel(wordWrap=True)

    def give_up(self) -> None:
        """Close, since the window does."""
        self.close()

    @property
    def busy(self) -> bool:
        """Whether something is being made that its window has to wait for."""
        return self._going > 0

    def in_background(
        self,
        path: Path,
        write: Callable[[], Result],
        done: Callable[[Result], object],
        failed: Callable[[str], object],
    ) -> None:
        """Write a file; parameters as of `Writing`."""
        self._going += 1

        def written(result: Result) -> None:
            self._going -= 1
            done(result)
            self.rested.emit()

        def refused(sentence: str) -> None:
            self._going -= 1
            self.show()  # whoever has closed it meanwhile must not miss the sentence
            failed(sentence)
            self.rested.emit()

        Writing(path, write, written, refused, self)
