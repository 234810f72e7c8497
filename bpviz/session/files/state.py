"""What a session is made of, at one moment: what a file of it holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core import Network
from bpviz.session.learning import run_of
from bpviz.session.same import same

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.data import DataSet
    from bpviz.session.selection import Selection
    from bpviz.session.session import Session
    from bpviz.trace import Granularity
    from bpviz.training import Run, RunState, TrainingSettings


@dataclass(frozen=True, eq=False)
class SessionState:
    """One moment of a session. Nothing in it changes while the session goes on.

    Attributes
    ----------
    data
        The examples in force.
    network
        Layers, functions, and the Θ that is on screen.
    seed
        Of the random Θ.
    settings
        α, λ and the optimiser.
    runs
        All runs that are kept, the oldest first.
    present
        Which of them is trained, from 0.
    begun
        How many have been begun, for the name of the next.
    shown
        Iteration that is shown instead of the present one, or None.
    cursor, granularity, digits, selection
        As in `Session`.
    layout
        Where the window has its panels, as the window tells it; empty if nobody has told.
    """

    data: DataSet
    network: Network
    seed: int
    settings: TrainingSettings
    runs: tuple[RunState, ...]
    present: int
    begun: int
    shown: int | None
    cursor: int
    granularity: Granularity
    digits: int
    selection: Selection
    layout: bytes = b""

    @classmethod
    def of(cls, session: Session) -> SessionState:
        """Return the state of a session; it may be training, and is waited for one step at most."""
        return cls.soon(session)()

    @classmethod
    def soon(cls, session: Session, layout: bytes = b"") -> Callable[[], SessionState]:
        """Return what gives the state of a session; call it soon, on any thread."""
        training = session.training
        keeper = training.keeper()
        rest = partial(
            cls,
            data=session.data,
            network=session.network.copy(),
            seed=session.seed,
            settings=training.settings,
            shown=training.moment.iteration if training.moment else None,
            cursor=session.cursor,
            granularity=session.granularity,
            digits=session.digits,
            selection=session.selection,
            layout=layout,
        )

        def state() -> SessionState:
            kept = keeper()
            return rest(runs=kept.runs, present=kept.present, begun=kept.begun)

        return state

    def is_like(self, other: SessionState) -> bool:
        """Whether a file of one would hold what a file of the other does; told in no time."""
        return self._marks() == other._marks() and np.array_equal(
            self.network.parameters, other.network.parameters
        )

    def _marks(self) -> tuple[object, ...]:
        progress = tuple((run.name, run.now.iteration, len(run.past.changes)) for run in self.runs)
        choices = (self.seed, self.settings, self.present, self.shown)
        view = (self.cursor, self.granularity, self.digits, self.selection, self.layout)
        return (self.data, progress, choices, view)

    def make_runs(self) -> tuple[Run, ...]:
        """Return the runs as they were; that takes a while, and may be done on any thread.

        Raises
        ------
        ValueError, IndexError
            If parts of the state do not fit each other.
        """
        made = []
        for state in self.runs:
            network = Network(self.network.layers, *state.functions)
            run = run_of(self.data, network, self.settings, X=state.X)
            run.take_up(state)
            made.append(run)
        # An example may have been changed by hand after the data were taken and before the run was.
        present = made[self.present]
        if not same(present.X, self.data.X_train):
            present.replace(X=self.data.X_train)
        return tuple(made)
