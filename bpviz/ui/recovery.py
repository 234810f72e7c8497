"""The session kept by itself each minute, and offered again after a crash."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bpviz.data.files import FileError
from bpviz.session.files import SessionState
from bpviz.text import translate

from .background import Background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bpviz.session import Session
    from bpviz.session.files import Autosave

    from .theme import Theme

_EVERY_MS: Final = 60_000


class AutosaveTimer(QObject):
    """Keeps the session each minute, and when the program ends.

    Parameters
    ----------
    session
        What is kept.
    autosave
        Where.
    parent
        The window.
    layout
        Tells where the window has its panels.
    """

    complained = Signal(str)
    """Why it cannot be kept; said once until it can be again."""

    def __init__(
        self,
        session: Session,
        autosave: Autosave,
        parent: QObject,
        layout: Callable[[], bytes] = bytes,
    ) -> None:
        super().__init__(parent)
        self._layout = layout
        self._session = session
        self._autosave = autosave
        self._work: Background[None] | None = None
        self._last: SessionState | None = None
        self._complained = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep)
        self._timer.start(_EVERY_MS)

    def keep(self) -> None:
        """Keep the session as it is now; it is written on another thread."""
        if self._work is not None or self._session.lent:
            return  # a slow disk; or a lesson, and what was kept last is the person's own work
        state = SessionState.soon(self._session, self._layout())
        self._work = Background(lambda: self._keep(state()), self._kept, self._failed, self)

    def _keep(self, state: SessionState) -> None:
        """Write a state unless it has been written. On a thread of its own."""
        if self._last is None or not state.is_like(self._last):
            self._autosave.keep(state)
            self._last = state

    def finish(self) -> None:
        """Keep the session as the last one; the window is closed."""
        self._timer.stop()
        if self._work is not None:
            self._work.wait()
        try:
            self._autosave.close(SessionState.soon(self._session, self._layout())())
        except FileError as error:
            logging.getLogger(__name__).warning("%s", error)

    def _kept(self, _: None) -> None:
        self._work, self._complained = None, False

    def _failed(self, sentence: str) -> None:
        self._work = self._last = None
        if not self._complained:
            self._complained = True
            self.complained.emit(
                translate("Recovery", "The session cannot be kept in case of a crash.")
                + " "
                + sentence
            )


class RecoveryStrip(QFrame):
    """Offers what a crashed bpviz has left; hides itself when that is decided.

    Parameters
    ----------
    autosave
        What has kept it.
    path
        The file.
    theme
        Of the window.
    """

    restore = Signal(str)
    """The path of the file to open; it is to be forgotten once it has been opened."""

    def __init__(
        self, autosave: Autosave, path: Path, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._autosave, self._path = autosave, path
        self.setObjectName("recovery")
        sentence = translate(
            "Recovery", "bpviz was not closed properly last time. Its session has been kept."
        )
        self.setAccessibleName(sentence)
        sign = QLabel()
        sign.setPixmap(qtawesome.icon("mdi6.history", color=theme.text).pixmap(20, 20))
        restore = QPushButton(translate("Recovery", "Restore"))
        restore.setObjectName("button.restore")
        restore.clicked.connect(self._restore)
        forget = QPushButton(translate("Recovery", "Forget"))
        forget.setObjectName("button.forget")
        forget.clicked.connect(self.forget)
        row = QHBoxLayout(self)
        row.addWidget(sign)
        row.addWidget(QLabel(sentence, wordWrap=True), 1)
        row.addWidget(restore)
        row.addWidget(forget)
        self.setStyleSheet(f"#recovery {{ background: {theme.highlight}; }}")

    def _restore(self) -> None:
        self.hide()
        self.restore.emit(str(self._path))

    def forget(self) -> None:
        """Remove what was kept."""
        self.hide()
        self._autosave.forget(self._path)
