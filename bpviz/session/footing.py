"""What the moment on screen stands on, and how a session comes to stand on something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from psygnal import Signal

from bpviz.trace import Trace

from .moment import Moment
from .pointing import Pointing
from .walk import Walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpviz.core import Network
    from bpviz.core.mistakes import Mistake
    from bpviz.data import DataSet
    from bpviz.training import Run

    from .edits import Edits, Past
    from .files import OpenedSession
    from .kept import LaidAside
    from .training import Training


@dataclass(frozen=True, eq=False)
class Aside:
    """A session as it was, to be taken back as it is; see `Footing.lay_aside`."""

    moment: Moment
    cursor: int
    seed: int
    digits: int
    mistake: Mistake | None
    pages: Mapping[str, str]
    edits: Past
    training: LaidAside


class Footing(Pointing, Walk):
    """The part of a session that puts other data, another network and other runs in place.

    Attributes
    ----------
    lent
        Whether what is there is not a person's own work, which is laid aside, but a lesson.

    Signals
    -------
    network_changed
        Another data set, other layers or functions: the shape of everything is new.
    """

    network_changed = Signal()
    data: DataSet
    network: Network
    training: Training
    edits: Edits
    seed: int
    digits: int
    lent = False

    def show(self, moment: Moment, runs: Sequence[Run] = ()) -> None:
        """Show a moment; training is paused unless nothing but the step is another.

        Parameters
        ----------
        moment
            What to show.
        runs
            What training has done with these data and layers, the last one having come to this
            moment: they become those of this session. None: a new run begins here.

        Raises
        ------
        ValueError
            If there is no such step, or the parts do not fit; everything stays as it was.
        """
        if runs or not self._stands_on(moment):
            self._stand_on(moment, tuple(runs))
        self.seed = self.seed if moment.seed is None else moment.seed
        k = self.trace.score.index(moment.place)
        self.set_granularity(moment.granularity)
        self.go(self.trace.score.end(k, moment.granularity))
        self.select(moment.selection)

    def _stands_on(self, moment: Moment) -> bool:
        """Whether nothing but the step is another."""
        return (
            moment.data is self.data
            and alike(moment.network, self.network)
            and moment.settings == self.training.settings
            and np.array_equal(moment.network.parameters, self.network.parameters)
        )

    def _stand_on(self, moment: Moment, runs: tuple[Run, ...]) -> None:
        """Put data, network and runs of a moment in the place of these."""
        data, settings = moment.data, moment.settings
        same = data is self.data and alike(moment.network, self.network)
        settings.check(moment.network)
        trace = self.trace
        if not same:
            examples = data.X_train, data.Y_train
            trace = Trace(moment.network, *examples, settings.lambda_, settings.alpha)
        k = trace.score.end(trace.score.index(moment.place), moment.granularity)
        if runs:
            self.training.take_over(data, runs, len(runs) - 1, len(runs), settings)
        else:
            self.training.begin(moment.network, data, settings)
        self.granularity = moment.granularity
        self.edits.clear()
        if same:
            self.network.parameters[:] = moment.network.parameters
        else:
            self.data, self.network, self.selection = data, moment.network.copy(), None
        self._settle(trace, k, same=same)

    def _settle(self, trace: Trace, cursor: int, *, same: bool) -> None:
        """Look at Θ, α and λ of now, at a step of a trace of these data; tell everybody."""
        training = self.training
        k = min(cursor, len(trace) - 1)
        self._visited.clear()
        rates = {"lambda_": training.lambda_, "alpha": training.rate}
        self._stand_at(trace.at(self.network, **rates), k)
        if not same:
            self.network_changed.emit()
        self.view_changed.emit()
        self.moment_changed.emit()
        self.selection_changed.emit()
        training.tell()
        self.go(k)

    # --- as it was -----------------------------------------------------------------------------

    def lay_aside(self) -> Aside:
        """Pause, and return all there is, to be taken back later; what is shown stays."""
        self.edits.settle()
        self.lent = True
        return Aside(
            Moment.of(self),
            self.cursor,
            self.seed,
            self.digits,
            self.mistake,
            self.pages,
            self.edits.past,
            self.training.lay_aside(),
        )

    def take_back(self, aside: Aside) -> None:
        """Be again as when `lay_aside` was called, paused."""
        self.lent = False
        moment = aside.moment
        same = moment.data is self.data and alike(moment.network, self.network)
        self.seed, self.digits = aside.seed, aside.digits
        self.granularity, self.selection = moment.granularity, moment.selection
        self.training.take_back(aside.training)
        self.data = moment.data
        if not same:
            self.network = moment.network.copy()
        past = self.training.moment or self.training.latest
        self.network.parameters[:] = past.parameters
        data = moment.data
        trace = self.trace if same else Trace(self.network, data.X_train, data.Y_train)
        self._settle(trace, aside.cursor, same=same)
        self.edits.take_back(aside.edits)
        self.set_mistake(aside.mistake)
        self.set_pages(aside.pages)

    def restore(self, opened: OpenedSession) -> None:
        """Be the session that has been opened, paused; its runs become those of this one."""
        self.lent = False
        state = opened.state
        self.data, self.network, self.seed = state.data, state.network.copy(), state.seed
        self.digits = min(max(state.digits, 2), 6)
        self.granularity, self.selection = state.granularity, state.selection
        self.edits.clear()
        self.training.take_over(state.data, opened.runs, state.present, state.begun, state.settings)
        self.network.parameters[:] = self.training.latest.parameters
        data = self.data
        trace = Trace(self.network, data.X_train, data.Y_train)
        self._settle(trace, state.cursor, same=False)
        if state.shown is not None:
            self.training.rewind(state.shown)


def alike(one: Network, other: Network) -> bool:
    """Whether two networks differ in Θ at most."""
    return (one.layers, one.hidden, one.pair) == (other.layers, other.hidden, other.pair)
