"""What a run remembers of its past, in bounded memory, so that any iteration can be rebuilt."""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import takewhile
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from bpviz.core.validation import is_constant

from .learner import Change
from .optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from bpviz.core import Array

    from .learner import Checkpoint, Learner
    from .settings import TrainingSettings

MEMORY: Final = 64 * 2**20
_LAID_DOWN: Final = 16 * 2**20  # of these for a file, which is to be written in a moment
# Bytes that objects take besides the numbers they hold, measured and rounded up.
_PER_CHECKPOINT: Final = 700
_PER_CHANGE: Final = 700
# Seconds of steps from one checkpoint to the next, while there is room for that: replaying them
# goes unnoticed even when the run trains on meanwhile and takes half of the machine.
_SPACING: Final = 0.01
_ENDLESS: Final = 2**62


class Way(NamedTuple):
    """How to get to an iteration.

    Attributes
    ----------
    start
        The last checkpoint at or before it.
    changes
        What was changed since then, up to and including the iteration.
    repeatable
        Whether steps from `start` on lead there.
    edits
        Changes of examples made before `start`.
    X
        Examples without any change, (m, s_1).
    age
        Another number means that `X` or the order of changes is another.
    """

    start: Checkpoint
    changes: tuple[Change, ...]
    repeatable: bool
    edits: tuple[Change, ...]
    X: Array
    age: int


class Past(NamedTuple):
    """What a run remembers, to be laid down.

    Attributes
    ----------
    X
        Examples without any change, (m, s_1).
    changes, kept
        Changes and checkpoints, the oldest first.
    needed
        Iterations of the checkpoints to which nothing else leads.
    """

    X: Array
    changes: tuple[Change, ...]
    kept: tuple[Checkpoint, ...]
    needed: frozenset[int]

    def restarted(self, now: Checkpoint) -> Past:
        """Return this with the optimiser begun anew at its end, with the settings of `now`."""
        change = Change(now.iteration, now.settings, restart=True)
        return self._replace(
            changes=(*self.changes, change),
            kept=(*self.kept, now._replace(changes=len(self.changes) + 1)),
            needed=self.needed | {now.iteration},
        )


class Checkpoints:
    """Checkpoints of one run and all changes made to it. Any thread may read.

    When there is no room for another checkpoint, every second one is dropped, and from then on
    they are kept half as often. Changes are kept all: nobody makes as many by hand as would count.

    Parameters
    ----------
    memory
        Bytes to take at most.

    Attributes
    ----------
    memory
        As given; may be changed.
    spacing
        Seconds of steps from one checkpoint to the next.
    stride
        Iterations from one to the next where steps cannot be repeated.
    step
        Seconds that one step has taken of late; 0 before the first.
    """

    def __init__(self, memory: int = MEMORY) -> None:
        self.memory = memory
        self._lock = Lock()
        self._age = 0
        self.step = 0.0

    def begin(self, learner: Learner) -> None:
        """Forget everything; the run begins here."""
        with self._lock:
            self._age += 1
            X = learner.X
            self._X = X if is_constant(X) else X.copy()
            self._changes: list[Change] = []
            self._kept: list[Checkpoint] = []
            # Those that follow steps which cannot be repeated: nothing else leads to them.
            self._needed: set[int] = set()
            self._nbytes = 0
            self.spacing, self.stride = _SPACING, 1
            self._seconds = 0.0
            self._add(learner)

    def changed(self, change: Change, learner: Learner) -> None:
        """Take note of a change that has just been made."""
        with self._lock:
            before = (self._changes or self._kept)[-1].settings
            self._changes.append(change)
            self._nbytes += _change_nbytes(change)
            if _repeatable(change.settings) and not _repeatable(before):
                self._needed.add(change.iteration)
                self._add(learner)

    def steps_to_go(self) -> int:
        """Return how many steps may be taken, at least one, until the next checkpoint is due."""
        if not self.step:
            return _ENDLESS
        return max(1, math.ceil((self.spacing - self._seconds) / self.step))

    def stepped(self, learner: Learner, steps: int, seconds: float) -> None:
        """Keep a checkpoint if one is due after so many steps, which took so many seconds."""
        self.step = seconds / steps
        self._seconds += seconds
        if learner.optimizer.repeatable:
            due = self._seconds >= self.spacing
        else:
            due = learner.progress.iteration >= self._kept[-1].iteration + self.stride
        if due:
            with self._lock:
                self._add(learner)

    def rewind(self, iteration: int) -> None:
        """Forget all after `iteration`."""
        with self._lock:
            self._age += 1
            self._changes = [c for c in self._changes if c.iteration <= iteration]
            self._keep([c for c in self._kept if c.iteration <= iteration])

    def way(self, iteration: int) -> Way:
        """Return how to get to an iteration, not before the first."""
        with self._lock:
            return self._way(iteration)

    def way_to_nearest(self, iteration: int) -> Way:
        """Return how to get to the checkpoint nearest to an iteration, which `start` is."""
        with self._lock:  # for both: another thread may drop meanwhile what has been chosen
            n = self._after(iteration)
            around = [kept.iteration for kept in self._kept[n - 1 : n + 1]]
            return self._way(min(around, key=lambda kept: abs(kept - iteration)))

    def past(self, iteration: int, memory: int = _LAID_DOWN) -> Past:
        """Return what is remembered up to an iteration, thinned out to about so many bytes.

        What steps cannot lead to again is kept all the same where they begin to be repeatable.
        """
        with self._lock:
            kept = [c for c in self._kept if c.iteration <= iteration]
            while sum(map(_nbytes, kept)) > memory:
                thinned = self._thinned(kept)
                if len(thinned) == len(kept):
                    break
                kept = thinned
            changes = tuple(c for c in self._changes if c.iteration <= iteration)
            return Past(self._X, changes, tuple(kept), frozenset(self._needed))

    def take_up(self, past: Past) -> None:
        """Remember this instead of what is remembered."""
        with self._lock:
            self._age += 1
            self._X = past.X if is_constant(past.X) else past.X.copy()
            self._changes = list(past.changes)
            self._needed = set(past.needed)
            self.spacing, self.stride = _SPACING, 1
            self._seconds = 0.0
            self._keep(list(past.kept))

    @property
    def nbytes(self) -> int:
        """Memory taken, in bytes."""
        return self._nbytes

    def _after(self, iteration: int) -> int:
        """Return the index of the first checkpoint after an iteration."""
        return bisect_right(self._kept, iteration, key=lambda kept: kept.iteration)

    def _way(self, iteration: int) -> Way:
        start = self._kept[self._after(iteration) - 1]
        earlier, later = self._changes[: start.changes], self._changes[start.changes :]
        changes = tuple(takewhile(lambda change: change.iteration <= iteration, later))
        return Way(
            start,
            changes,
            _leads_to(iteration, start, changes),
            tuple(change for change in earlier if change.X is not None),
            self._X,
            self._age,
        )

    def _add(self, learner: Learner) -> None:
        """Keep the present moment."""
        checkpoint = learner.checkpoint(len(self._changes))
        self._kept.append(checkpoint)
        self._nbytes += _nbytes(checkpoint)
        self._seconds = 0.0
        while self._nbytes > self.memory:
            kept = self._thinned(self._kept)
            if len(kept) == len(self._kept):
                break
            self._keep(kept)
            self.spacing *= 2
            self.stride *= 2

    def _thinned(self, kept: list[Checkpoint]) -> list[Checkpoint]:
        """Return every second one, and those to which nothing else leads."""
        return [c for n, c in enumerate(kept) if n % 2 == 0 or c.iteration in self._needed]

    def _keep(self, kept: list[Checkpoint]) -> None:
        """Keep these checkpoints only."""
        self._kept = kept
        self._nbytes = sum(map(_nbytes, kept)) + sum(map(_change_nbytes, self._changes))


def _leads_to(iteration: int, start: Checkpoint, changes: tuple[Change, ...]) -> bool:
    """Return whether all steps from a checkpoint to an iteration can be repeated."""
    at, settings = start.iteration, start.settings
    for change in changes:
        if change.iteration > at and not _repeatable(settings):
            return False
        at, settings = change.iteration, change.settings
    return iteration == at or _repeatable(settings)


def _repeatable(settings: TrainingSettings) -> bool:
    return OPTIMIZERS[settings.optimizer].repeatable


def _nbytes(checkpoint: Checkpoint) -> int:
    return checkpoint.parameters.nbytes + checkpoint.memory.nbytes + _PER_CHECKPOINT


def _change_nbytes(change: Change) -> int:
    return _PER_CHANGE + sum(part.nbytes for part in (change.theta, change.X) if part is not None)
