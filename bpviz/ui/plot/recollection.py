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

    def record(self, moment: Moment) -> Record:
        """Return the record of a moment; without J, for now, where computing that takes long."""
        session = self._session
        recorded = record_of(session, moment)
        if recorded is not None:
            return recorded
        if moment is not self._moment:
            self._moment, self._J = moment, math.nan
            network, Y = session.network.copy(), session.data.Y_train
            network.parameters[:] = moment.parameters

            def J() -> float:
                return cost(network, moment.X, Y, moment.settings.lambda_)

            if takes_long(network, len(Y)):
                session.elsewhere(J, lambda J: self._take(moment, J), lambda: None)
            else:
                self._J = J()
        return Record(moment.iteration, self._J)

    def _take(self, moment: Moment, J: float) -> None:
        if moment is self._moment:
            self._J = J
            self.changed.emit()
