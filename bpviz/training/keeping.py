"""A run laid down, and taken up again another day."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

import numpy as np

from .optimizers import OPTIMIZERS
from .origin import Origin

if TYPE_CHECKING:
    from bpviz.core import Array, Network

    from .checkpoints import Checkpoints, Past
    from .endings import Ending
    from .history import History, Record
    from .learner import Checkpoint, Learner


@dataclass(frozen=True, eq=False)
class RunState:
    """All that a run goes on from, but for its targets and the examples held back.

    Attributes
    ----------
    name
        What a person calls it.
    functions
        Of its network: g of hidden layers and of the output, and the cost.
    branched
        Name of the run it has branched off, and the seconds that one had taken; None if it is none.
    start, now
        Where the run began, and where it is.
    X
        Training examples in force, (m, s_1).
    seconds
        Spent on training.
    records, trials
        Columns of the history, (10, n) and (3, k), in the order of `Record` and `Trial`.
    spacing
        Of records and of trials, as `History` has it.
    past
        What the moments before are rebuilt from.
    """

    name: str
    functions: tuple[str, str, str]
    branched: tuple[str, float] | None
    start: Checkpoint
    now: Checkpoint
    X: Array
    seconds: float
    records: Array
    trials: Array
    spacing: tuple[int, int]
    past: Past


class Keeping(ABC):
    """The part of a `Run` that lays it down and takes it up."""

    name: str
    origin: Origin | None
    network: Network
    history: History
    ending: Ending | None
    _learner: Learner
    _checkpoints: Checkpoints
    _start: Checkpoint
    _seconds: float
    latest: Record
    _memory: int

    @abstractmethod
    def record(self) -> None:
        """Bring the history up to the present iteration."""

    @abstractmethod
    def measure(self) -> None:
        """Measure J of the present Θ if that is to be done yet."""

    @abstractmethod
    def _compare_afresh(self) -> None:
        """Measure growth from the present J on."""

    def bound(self, memory: int) -> None:
        """Let checkpoints take so many bytes at most, from the next one on."""
        self._memory = self._checkpoints.memory = memory

    def state(self) -> RunState:
        """Return all it takes to go on from here; what came after a Θ gone back to is left out.

        Not while another thread takes steps.
        """
        self.record()
        now = self._learner.checkpoint()
        past = self._checkpoints.past(now.iteration)
        if self.ending is not None:
            past = past.restarted(now)  # as `resume` does it
        edited = any(change.X is not None for change in past.changes)
        records, trials = self.history.up_to(now.iteration)
        return RunState(
            name=self.name,
            functions=(self.network.hidden, self.network.output, self.network.cost),
            branched=(self.origin.name, self.origin.seconds) if self.origin else None,
            start=self._start,
            now=now,
            X=self._learner.X.copy() if edited else past.X,
            seconds=self.latest.seconds,  # as the history has it
            records=records,
            trials=trials,
            spacing=self.history.spacings,
            past=past,
        )

    def take_up(self, state: RunState) -> None:
        """Be the run whose state this is; its examples and layers must be those of this one.

        Iterations can be shown again, and training goes on, as in that run; only SciPy's methods
        begin a new search, as their memory cannot be had.

        Raises
        ------
        ValueError
            If the parts of the state do not fit each other; the run is of no use then.
        """
        self._check(state)
        self.name, self._start = state.name, state.start
        self.origin = (
            Origin(state.branched[0], state.start, state.branched[1]) if (state.branched) else None
        )
        self._learner.restore(state.now)
        self.history = type(self.history).of(state.records, state.trials, state.spacing)
        self._checkpoints.take_up(state.past)
        self._seconds = state.seconds
        self._compare_afresh()
        self.measure()

    def end_like(self, ending: Ending, records: Array, trials: Array) -> None:
        """After `take_up`, have ended as that run has, with all that it had recorded by then.

        Parameters
        ----------
        ending
            Why it stopped.
        records, trials
            Of its history, as `History.up_to` gives them.
        """
        self.ending = ending
        self.history = type(self.history).of(records, trials, self.history.spacings)

    def _check(self, state: RunState) -> None:
        """Refuse what would go wrong later, when somebody rewinds or trains."""
        past, iteration = state.past, state.now.iteration
        moments = (state.start, *past.kept, state.now)
        for moment in moments:
            self._check_moment(moment)
        order = [kept.iteration for kept in past.kept]
        counts = [kept.changes for kept in past.kept]
        changed = [change.iteration for change in past.changes]
        records = state.records
        rules = {
            "checkpoints must be in order": bool(order) and order == sorted(order),
            "changes must be in order": changed == sorted(changed),
            "checkpoints must count the changes": counts == sorted(counts)
            and min(counts, default=0) >= 0
            and max(counts, default=0) <= len(changed),
            "the run must not go back": max(order + changed, default=0) <= iteration,
            "records must be in order": records.shape[1] > 0
            and bool((np.diff(records[0]) > 0).all())
            and order[0] <= records[0, 0]
            and records[0, -1] <= iteration,
            "trials must be in order": bool((np.diff(state.trials[0]) > 0).all()),
            "spacings must be whole": min(state.spacing) >= 1,
            "examples must be as many": past.X.shape == state.X.shape,
        }
        for rule, holds in rules.items():
            if not holds:
                raise ValueError(rule)
        for change in past.changes:
            change.settings.check(self.network)
            for part, array in ((change.theta, self.network.parameters), (change.X, past.X)):
                if part is not None:
                    part.put(array.copy())  # an IndexError or ValueError of it refuses the state

    def _check_moment(self, moment: Checkpoint) -> None:
        moment.settings.check(self.network)
        kind = OPTIMIZERS[moment.settings.optimizer]
        like = kind(self._learner.passes, Event(), moment.settings)
        m = len(self._learner.X)
        if (
            moment.memory.shape != like.memory.shape
            or moment.parameters.shape != self.network.parameters.shape
            or not np.isfinite(moment.parameters).all()
            or min(moment.progress) < 0
            or moment.progress.position > m
        ):
            raise ValueError(f"the checkpoint of iteration {moment.iteration} does not fit")
