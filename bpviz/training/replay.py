"""Going back: Θ of any iteration, computed again while the run goes on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING, Literal

import numpy as np

from bpviz.text import grouped, translate

from .learner import Learner
from .optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from bpviz.core import Array, Network

    from .checkpoints import Checkpoints, Way
    from .learner import Checkpoint
    from .settings import TrainingSettings


@dataclass(frozen=True, eq=False)
class Moment:
    """A run as it was at one iteration.

    Attributes
    ----------
    checkpoint
        Θ, settings in force, and all else that its next step depended upon.
    X
        Training examples as they were, (m, s_1).
    asked
        The iteration that was asked for.
    why
        Why another one is shown: ``"search"``, since steps of its optimiser cannot be repeated;
        ``"patience"``, since rebuilding it takes too long; "" if it is the one asked for.
    """

    checkpoint: Checkpoint
    X: Array
    asked: int
    why: Literal["", "search", "patience"] = ""

    @property
    def iteration(self) -> int:
        """The iteration this is."""
        return self.checkpoint.iteration

    @property
    def parameters(self) -> Array:
        """Θ, in one vector as ``network.parameters``."""
        return self.checkpoint.parameters

    @property
    def settings(self) -> TrainingSettings:
        """Settings in force."""
        return self.checkpoint.settings

    @property
    def exact(self) -> bool:
        """Whether it is the iteration that was asked for."""
        return not self.why

    def sentence(self) -> str:
        """Return why it is not the iteration asked for, in the language in force; "" if it is."""
        if self.why == "search":
            text = translate(
                "Training",
                "Iteration {asked} was not kept, and steps of {optimizer} cannot be computed "
                "again one by one: this is iteration {iteration}, the nearest that was kept.",
            )
        elif self.why == "patience":
            text = translate(
                "Training",
                "Iteration {asked} takes a while to compute again: this is iteration {iteration}, "
                "the nearest that was kept.",
            )
        else:
            return ""
        title = OPTIMIZERS[self.settings.optimizer].title()
        asked, iteration = grouped(self.asked), grouped(self.iteration)
        return text.format(asked=asked, iteration=iteration, optimizer=title)


class Replay:
    """Rebuilds iterations of a run from its checkpoints, in arrays of its own. For any thread.

    Parameters
    ----------
    checkpoints
        What the run remembers.
    network
        Tells the layers and functions.
    Y
        Targets of its training examples.
    """

    def __init__(self, checkpoints: Checkpoints, network: Network, Y: Array) -> None:
        self._checkpoints = checkpoints
        self._network = network
        self._Y = Y
        self._lock = Lock()
        self._learner: Learner | None = None
        self._age = -1
        self._edited = False  # the learner's examples differ from those of the beginning
        self._changes = 0  # how many of the run's changes the learner has been through
        self._step = 0.0  # seconds that one takes

    def at(self, iteration: int, patience: float = math.inf) -> Moment:
        """Return the run as it was at an iteration, or at the nearest that can be had.

        Parameters
        ----------
        iteration
            Not before the first, nor after the last.
        patience
            Seconds that replaying may take about; a kept iteration is taken where it would be more.
        """
        with self._lock, np.errstate(all="ignore"):
            way = self._checkpoints.way(iteration)
            if not way.repeatable:
                return self._kept(iteration, "search")
            start = self._standing(way, iteration)
            steps = iteration - (way.start.iteration if start is None else start.progress.iteration)
            # The faster of two measurements: one may have been held up by another thread.
            known = [step for step in (self._step, self._checkpoints.step) if step]
            if steps * min(known, default=0.0) > patience:
                return self._kept(iteration, "patience")
            return self._go(way, iteration, iteration)

    def _kept(self, asked: int, why: Literal["search", "patience"]) -> Moment:
        """Go to the nearer of the two checkpoints around."""
        way = self._checkpoints.way_to_nearest(asked)
        return self._go(way, way.start.iteration, asked, why)

    def _standing(self, way: Way, iteration: int) -> Learner | None:
        """Return the learner if it stands somewhere on this way."""
        learner = self._learner
        if (
            learner is None
            or way.age != self._age
            or not 0 <= self._changes - way.start.changes <= len(way.changes)
            or not way.start.iteration <= learner.progress.iteration <= iteration
        ):
            return None
        return learner

    def _go(
        self,
        way: Way,
        iteration: int,
        asked: int,
        why: Literal["", "search", "patience"] = "",
    ) -> Moment:
        learner = self._standing(way, iteration) or self._restored(way)
        for change in way.changes[self._changes - way.start.changes :]:
            self._walk(learner, change.iteration)
            learner.apply(change)
            self._edited |= change.X is not None
            self._changes += 1
        self._walk(learner, iteration)
        X = learner.X.copy() if self._edited else way.X
        return Moment(learner.checkpoint(), X, asked, why)

    def _walk(self, learner: Learner, iteration: int) -> None:
        steps = iteration - learner.progress.iteration
        if steps <= 0:
            return
        begun = perf_counter()
        learner.advance(steps)
        self._step = (perf_counter() - begun) / steps

    def _restored(self, way: Way) -> Learner:
        """Return the learner at the start of a way."""
        learner = self._learner
        if learner is None:
            learner = Learner(self._network.copy(), way.X, self._Y, way.start.settings)
            self._learner = learner
        elif self._edited or way.age != self._age:
            learner.replace_examples(way.X)
        for change in way.edits:
            learner.apply(change)
        learner.restore(way.start)
        self._edited = bool(way.edits)
        self._age, self._changes = way.age, way.start.changes
        return learner
