"""What the network of the moment says to each training example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from bpviz.core import forward, root_mean_square_error
from bpviz.ui.classes import classes_of
from bpviz.ui.portions import Portions, batches
from bpviz.ui.watching import watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from bpviz.core import Array, Network
    from bpviz.data import Indices
    from bpviz.session.session import Session


class Judgement(QObject):
    """The outputs for each training example, renewed while the view can be seen.

    Parameters
    ----------
    session
        Whose network and examples.
    view
        Who shows it.

    Attributes
    ----------
    data
        The examples that are judged.
    by_class
        Whether the examples belong to classes.
    labels
        Class of each training example, counted from 0 (with one output: 0 or 1), (m,).
    h, said
        Outputs (m, K), and the class that the network says by them, (m,).

    Signals
    -------
    changed
        The network may say something else.
    """

    changed = Signal()

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session = session
        self._judged: Network | None = None
        self.portions = Portions(view, self._work, finest=0)
        self.portions.done.connect(self.changed)
        self.renew()
        watch(self, session.moment_changed, self._moment_changed)

    def renew(self) -> None:
        """Judge the examples there are now: at once, if somebody sees it and it takes no time."""
        self.data = data = self._session.data
        network = self._session.trace.network
        self.by_class = data.tells_classes
        self.labels: Indices = data.labels[data.train]
        self._judged = None
        self._take(np.zeros(data.Y_train.shape))
        parts = len(list(batches(len(self.labels), network)))
        if parts == 1 and self.portions.seen:
            self.portions.finish()
        else:
            self.portions.ask(afresh=True)

    @property
    def known(self) -> bool:
        """Whether the examples have been judged at all."""
        return self._judged is not None

    def _take(self, h: Array) -> None:
        self.h = h
        self.said = classes_of(h)

    def _work(self, detail: int) -> Iterator[None]:
        del detail
        network, X = self._session.trace.network, self._session.data.X_train
        h = np.empty((len(X), network.layers[-1]))
        for part in batches(len(X), network):
            h[part] = forward(network, X[part]).h
            yield
        self._judged = network
        self._take(h)

    def _moment_changed(self) -> None:
        if self._session.trace.network is not self._judged:
            self.portions.ask()

    @property
    def wrong(self) -> int | None:
        """How many training examples are put into a wrong class, as far as there are classes."""
        if not self.by_class or not self.known:
            return None
        return int(np.count_nonzero(self.labels != self.said))

    @property
    def error(self) -> float | None:
        """The root mean square error in measured units, where the targets are numbers."""
        if self.by_class or not self.known:
            return None
        data = self._session.data
        return data.error_scale * root_mean_square_error(self.h, data.Y_train)
