"""What a worker tells the rest of the program, and the place where it leaves it."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .history import Record

if TYPE_CHECKING:
    from bpviz.core import Array

    from .endings import Ending, State
    from .settings import TrainingSettings


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One moment of a run; everything in it stays as it is.

    Attributes
    ----------
    iteration
        Steps taken from the initial Θ.
    parameters
        Copy of Θ at that iteration, in one vector as ``network.parameters``.
    record
        Newest record of J and accuracy. While training goes on it may be of an iteration shortly
        before, since measuring J can take as long as many steps.
    settings
        In force at that iteration.
    state
        ``"running"``, ``"paused"``, ``"finished"``, ``"diverged"`` or ``"failed"``.
    ending
        Why training stopped by itself, or None.
    steps_per_second
        Speed of late; 0 before the first step.
    measured
        Whether J is known; else the numbers of `record` are NaN, and a later snapshot has them
        unless that fails.
    """

    iteration: int
    parameters: Array
    record: Record
    settings: TrainingSettings
    state: State
    ending: Ending | None
    steps_per_second: float
    measured: bool = True

    @property
    def J(self) -> float:
        """J(Θ) on the training examples, of `record`."""
        return self.record.J

    @property
    def message(self) -> str:
        """Why training stopped and what to try, in the language in force; "" while all is well."""
        return self.ending.sentence() if self.ending else ""

    def unmeasured(self, parameters: Array) -> Snapshot:
        """Return that of another Θ, λ or X at this iteration, J of which is to be measured yet."""
        record = self.record
        unknown = Record(
            self.iteration,
            J=math.nan,
            epoch=record.epoch,
            evaluations=record.evaluations,
            seconds=record.seconds,
        )
        return replace(self, parameters=parameters, record=unknown, measured=False)


class Mailbox:
    """Room for one snapshot: a newer one replaces one that nobody has taken. Any thread may use it.

    The worker never waits for whoever looks, and who looks never gets more than the newest.
    """

    def __init__(self) -> None:
        # Appending to and popping from a deque are atomic.
        self._place: deque[Snapshot] = deque(maxlen=1)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take."""
        return not self._place

    def put(self, snapshot: Snapshot) -> None:
        """Leave a snapshot."""
        self._place.append(snapshot)

    def take(self) -> Snapshot | None:
        """Return the newest snapshot, once; None if there has been none since."""
        try:
            return self._place.pop()
        except IndexError:
            return None
