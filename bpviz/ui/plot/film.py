"""Training played back: a position that goes from 0 to 1 in a chosen time."""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_FRAME_MS: Final = 40
DURATIONS: Final = (5, 10, 30, 60)  # seconds for a whole run


class Film(QObject):
    """Runs by the clock: frames that take long are fewer, not later.

    Attributes
    ----------
    duration
        Seconds from 0 to 1.

    Signals
    -------
    moved
        The position is another, 0 to 1.
    toggled
        Whether it plays.
    """

    moved = Signal(float)
    toggled = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.duration = DURATIONS[1]
        self._position = 0.0
        self._at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._frame)

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def start(self, position: float) -> None:
        """Play from a position; from the beginning if that is the end."""
        self._position = 0.0 if position >= 1.0 else position
        self._at = monotonic()
        self._timer.start()
        self.toggled.emit(True)  # noqa: FBT003
        self.moved.emit(self._position)

    def stop(self) -> None:
        """Stay where it is."""
        if self.playing:
            self._timer.stop()
            self.toggled.emit(False)  # noqa: FBT003

    def _frame(self) -> None:
        now = monotonic()
        self._position = min(1.0, self._position + (now - self._at) / self.duration)
        self._at = now
        self.moved.emit(self._position)
        if self._position >= 1.0:
            self.stop()
