"""J at a moment of a run that was not recorded, computed once more."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from psygnal import Signal

from bpviz.core import cost
from bpviz.training import Record
from bpviz.training.observer import takes_long

from .report import record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.session.session import Session
    from bpviz.training import Moment


class Recollection:
    """Tells the record of any moment of the present run.

    Parameters
    ----------
    session
        Whose training it is.

    Signals
    -------
    changed
        J of the moment asked for last is known now.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        self._session = session
        self._moment: Moment | None = None  # asked for last, of those that were not recorded
        self._J = math.nan
        self._computing = False

    def record(self, moment: Moment) -> Record:
        """Return the record of a moment; without J, for now, where computing that takes long."""
        recorded = record_of(self._session, moment)
        if recorded is not None:
            return recorded
        if moment is not self._moment:
            self._moment, self._J = moment, math.nan
            if not takes_long(self._session.network, len(moment.X)):
                self._J = self._cost(moment)()
            elif not self._computing:
                self._compute(moment)
        return Record(moment.iteration, self._J)

    def _cost(self, moment: Moment) -> Callable[[], float]:
        """Return what computes J of a moment, on any thread."""
        network, Y = self._session.network.copy(), self._session.data.Y_train
        network.parameters[:] = moment.parameters
        return lambda: cost(network, moment.X, Y, moment.settings.lambda_)

    def _compute(self, moment: Moment) -> None:
        """Compute J of a moment; then that of the one that is asked for by now, and no other."""
        self._computing = True
        self._session.elsewhere(
            self._cost(moment),
            lambda J: self._take(moment, J),
            lambda: self._take(moment, math.nan),
        )

    def _take(self, moment: Moment, J: float) -> None:
        self._computing = False
        if moment is self._moment:
            self._J = J
            self.changed.emit()
        elif self._moment is not None and self._moment is self._session.training.moment:
            self._compute(self._moment)
        else:
            self._moment = None
