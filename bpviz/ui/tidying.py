"""What a network has taken goes back to the system once another one is there and all rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from bpviz.heap import give_back

from .watching import watch

if TYPE_CHECKING:
    from bpviz.session import Session

_REST_MS: Final = 2000  # it takes some hundredths of a second, in which nobody should be waiting


class Tidying(QObject):
    """Gives memory back a while after the network was exchanged.

    Parameters
    ----------
    session
        Whose network.
    parent
        With which it ends.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST_MS)
        self._later.timeout.connect(give_back)
        watch(self, session.network_changed, self._wait)

    def _wait(self) -> None:
        self._later.start()
