"""Asks for moments of a run no faster than they can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from bpviz.session.training import Training

_LEAST_MS: Final = 30  # from one moment to the next


class Rewinder(QObject):
    """Of iterations asked for in quick succession the last is always shown, others as time allows.

    Parameters
    ----------
    training
        What is rewound.
    """

    def __init__(self, training: Training, parent: QObject) -> None:
        super().__init__(parent)
        self._training = training
        self._wanted: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rewind)

    def ask(self, iteration: int) -> None:
        """Show an iteration now or soon."""
        self._wanted = iteration
        if not self._timer.isActive():
            self._rewind()

    def forget(self) -> None:
        """Show nothing more than what is shown."""
        self._wanted = None

    def _rewind(self) -> None:
        if self._wanted is not None:
            iteration, self._wanted = self._wanted, None
            self._training.rewind(iteration)
            self._timer.start(_LEAST_MS)
