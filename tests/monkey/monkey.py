"""Somebody who presses everything, reproducibly, and looks whether the window still holds.

``python -m tests.monkey --actions 100000 --seed 7`` does so by hand.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QMessageLogContext,
    Qt,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from bpviz.ui.background import Background

from .agreement import disagreements
from .answers import Answers, process
from .ways import Ways

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bpviz.ui.window import MainWindow

_WATCHED: Final = 12  # actions that are told of when something goes wrong
_ERRAND: Final = 5.0  # seconds to wait for a file that is read, which on a busy machine may be late
_STUCK_MS: Final = 10


class TroubleError(AssertionError):
    """Something went wrong; says what was done before."""


class Monkey(Ways, Answers):
    """Drives a window.

    What is done depends on the seed and the number of the action alone, so that a machine that is
    slower for a moment does not change all that follows.

    Parameters
    ----------
    window
        Shown already.
    seed
        The same one presses the same things. Only what threads do meanwhile may differ.
    files
        What may be opened, good and broken.
    folder
        Where things may be written.
    """

    def __init__(self, window: MainWindow, seed: int, files: Sequence[Path], folder: Path) -> None:
        super().__init__(window, files, folder)
        self.seed = seed
        self.done: deque[str] = deque(maxlen=_WATCHED)
        self.count = 0
        self.troubles: list[str] = []
        self._stuck = QTimer(window)
        self._stuck.setInterval(_STUCK_MS)
        self._stuck.timeout.connect(self._free)
        self._level = 0

    # --- a run ---------------------------------------------------------------------------------

    def run(self, actions: int) -> None:
        """Do so many things, looking after each.

        Raises
        ------
        TroubleError
            If an exception, a warning of Qt's or a dead worker is met, or panels disagree.
        """
        handler = qInstallMessageHandler(self._heard)
        hooks = sys.excepthook, threading.excepthook
        asked = QFileDialog.getSaveFileName
        sys.excepthook, threading.excepthook = self._raised, self._raised_in_thread
        QFileDialog.getSaveFileName = lambda *_a, **_k: (self.some_place(), "")  # type: ignore[method-assign]
        self._level = QThread.currentThread().loopLevel()
        self._stuck.start()
        try:
            for _ in range(actions):
                self.step()
        finally:
            self._stuck.stop()
            QFileDialog.getSaveFileName = asked  # type: ignore[method-assign]
            sys.excepthook, threading.excepthook = hooks
            qInstallMessageHandler(handler)

    def step(self) -> None:
        """Do one thing and look."""
        self.count += 1
        self.random.seed(f"{self.seed} {self.count}")
        way = self.random.choices(list(self.ways), list(self.ways.values()))[0]
        self.done.append(f"{self.count} {way.__name__}")
        try:
            self._say(way())
            self._settle()
        except Exception as error:  # noqa: BLE001 (whatever it is, it is trouble)
            self._fail(f"{type(error).__name__}: {error}", error)
        if not self.window.isVisible():
            self._fail("the window is gone")
        self.troubles += disagreements(self.window)
        if self.troubles:
            self._fail("; ".join(self.troubles))

    def _say(self, what: str) -> None:
        self.done[-1] += f" {what};"

    def _fail(self, what: str, error: Exception | None = None) -> None:
        """Tell what went wrong, and how to come to it again."""
        last = "\n  ".join(self.done)
        again = f"python -m tests.monkey --seed {self.seed} --actions {self.count}"
        raise TroubleError(f"{what}\nagain: {again}\nlast:\n  {last}") from error

    def _settle(self) -> None:
        """Let the window work, mostly until files are read, and answer what it asks."""
        for _ in range(self.random.choice((1, 1, 1, 4))):
            process()
            time.sleep(0.001)
        if self.random.random() < 0.75:
            end = time.monotonic() + _ERRAND
            while self.window.findChildren(Background) and time.monotonic() < end:
                QTest.qWait(1)
        for _ in range(8):
            asking = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if asking is None:
                break
            self._say(self.answer(asking))
            process()

    def _free(self) -> None:
        """Answer what returns only when it is answered: menus of buttons, questions of Qt's."""
        if QThread.currentThread().loopLevel() == self._level:
            return
        asking: QWidget | None = (
            QApplication.activePopupWidget() or QApplication.activeModalWidget()
        )
        if asking is not None:
            self._say(self.answer(asking))
        elif self.window.windowHandle() is not None:  # something is being dragged
            QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Escape)

    # --- listening -----------------------------------------------------------------------------

    def _heard(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or "plugin does not" in message:
            return
        self.troubles.append(f"Qt says: {message}")

    def _raised(self, kind: type[BaseException], error: BaseException, _trace: Any) -> None:
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f" ({place.tb_frame.f_code.co_filename}:{place.tb_lineno})" if place else ""
        self.troubles.append(f"{kind.__name__}: {error}{where}")

    def _raised_in_thread(self, hooked: threading.ExceptHookArgs) -> None:
        self.troubles.append(f"in a thread: {hooked.exc_type.__name__}: {hooked.exc_value}")
