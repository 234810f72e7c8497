"""What the network of the moment says to each training example."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from bpviz.core import forward
from bpviz.ui.watching import watch

if TYPE_CHECKING:
    from bpviz.core import Array, Network
    from bpviz.data import DataSet, Indices
    from bpviz.session.session import Session

_LEAST_MS: Final = 100
# Judging all examples takes at most this share of the time.
_SHARE: Final = 0.1


class Judgement(QObject):
    """Which class each training example is put into; renewed up to ten times a second.

    Parameters
    ----------
    session
        Whose network; the judgement is about its present data only.

    Attributes
    ----------
    labels
        Class of each training example, counted from 0 (with one output: 0 or 1), (m,).
    said
        What the network says, likewise.
    awake
        Whether anybody is looking; otherwise nothing is computed.

    Signals
    -------
    changed
        The network may say something else.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._data = session.data
        self.awake = False
        self.labels: Indices = self._data.labels[self._data.train]
        self.said: Indices = np.zeros_like(self.labels)
        self._judged: Network | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LEAST_MS)
        self._timer.timeout.connect(self.refresh)
        watch(self, session.moment_changed, self._moment_changed)

    def refresh(self) -> None:
        """Judge now."""
        network = self._session.trace.network
        if network is self._judged or self._session.data is not self._data:
            return
        begun = perf_counter()
        self._judged = network
        self.said = classes_of(forward(network, self._data.X_train).h)
        spent = 1000 * (perf_counter() - begun)
        self._timer.setInterval(max(_LEAST_MS, round(spent / _SHARE)))
        self.changed.emit()

    def _moment_changed(self) -> None:
        stale = self._session.trace.network is not self._judged
        if self.awake and stale and not self._timer.isActive():
            self._timer.start()

    @property
    def wrong(self) -> int:
        """How many training examples are put into a wrong class."""
        return int(np.count_nonzero(self.labels != self.said))


def classes_of(h: Array) -> Indices:
    """Return the class of each row of outputs (m, K), by the rule of `bpviz.core.accuracy`."""
    if h.shape[1] == 1:
        return (h[:, 0] >= 0.5).astype(np.intp)
    classes: Indices = h.argmax(axis=1)
    return classes


def class_name(data: DataSet, label: int) -> str:
    """Return what a class is called; with one output 1 has a name and 0 is its opposite."""
    if data.Y.shape[1] == 1:
        return f"1: {data.classes[0]}" if label else "0"
    return data.classes[label]
