"""A run: one network learning from its examples, with the history of its J(Θ)."""

from __future__ import annotations

import math
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core.validation import checked_examples, checked_parameters, checked_targets

from .checkpoints import MEMORY, Checkpoints
from .endings import Converged, Diverged, Ending, Failed
from .guard import Guard
from .history import History, Record
from .keeping import Keeping
from .learner import Change, Learner, difference
from .observer import Observer
from .origin import Origin
from .pace import Pace
from .replay import Moment, Replay
from .settings import TrainingSettings

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from bpviz.core import Array, Network

    from .progress import Progress


class Run(Keeping):
    """Training of one network, step by step; nothing here runs by itself.

    Not for two threads at once: `Worker` takes care of that. Only `at` and `branch`, and reading
    `history`, are for any thread at any time.

    Parameters
    ----------
    network
        Network to begin with; a copy of it is trained.
    X, Y
        Training examples (m, s_1) and targets (m, K).
    X_validation, Y_validation
        Examples held back, with as many columns; None or no rows where there are none.
    classes
        Whether targets are classes, as `DataSet.tells_classes`; None if `Y` alone is to tell.
    settings
        α, λ and the optimiser.
    name
        What a person calls it.
    memory
        Bytes that checkpoints may take.
    origin
        Where it has branched off; see `branch`.
    lazy
        Whether J of another Θ, λ or X is not measured, where that takes long, before a step is
        taken or `measure` called.

    Attributes
    ----------
    network
        The copy being trained.
    name, origin, lazy
        As given; name and laziness may be changed.
    history
        Records of the first iteration and of those since: of every one while that costs under a
        tenth of the time, else close together at first and then at a stride; see `Pace`.
    latest
        The newest record; its numbers are NaN while `due`.
    due
        Whether J of the present Θ is still to be measured.
    ending
        Why training stopped by itself, or None.
    interrupt
        Set from another thread to make `advance` return after its present step.

    Raises
    ------
    ValueError
        If examples or targets do not fit the network, or the optimiser cannot train it; the
        sentence says why.
    """

    def __init__(
        self,
        network: Network,
        X: ArrayLike,
        Y: ArrayLike,
        X_validation: ArrayLike | None = None,
        Y_validation: ArrayLike | None = None,
        *,
        classes: bool | None = None,
        settings: TrainingSettings | None = None,
        name: str = "",
        memory: int = MEMORY,
        origin: Origin | None = None,
        lazy: bool = False,
    ) -> None:
        self.network = network.copy()
        self.name, self.origin, self.lazy = name, origin, lazy
        self.interrupt = Event()
        settings = settings or TrainingSettings()
        settings.check(self.network)
        examples = checked_examples(self.network, X)
        targets = checked_targets(self.network, Y, len(examples))
        self._learner = Learner(self.network, examples, targets, settings, self.interrupt)
        self._observer = Observer(self.network, targets, X_validation, Y_validation, classes)
        self._memory = memory
        self._checkpoints = Checkpoints(memory)
        self._replay = Replay(self._checkpoints, self.network, targets)
        self._start = origin.start if origin else self._learner.checkpoint()
        self.latest: Record
        self.due: bool
        self.reset()

    @property
    def X(self) -> Array:
        """The training examples of now, (m, s_1); read only."""
        return self._learner.X

    def beginning_shared_with(self, other: Run) -> int | None:
        """Return the iteration at which this run has branched off from another, None if not so."""
        origin = self.origin
        return origin.iteration if origin is not None and origin.name == other.name else None

    @property
    def settings(self) -> TrainingSettings:
        """In force from the next step on; see `change`."""
        return self._learner.settings

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._learner.progress

    @property
    def iteration(self) -> int:
        """Steps taken from the initial Θ; a branch counts on from its origin."""
        return self._learner.progress.iteration

    @property
    def memory_used(self) -> int:
        """Bytes that checkpoints take."""
        return self._checkpoints.nbytes

    def reset(self, parameters: ArrayLike | None = None) -> None:
        """Go back to where the run began and forget the history.

        Parameters
        ----------
        parameters
            New initial Θ, in one vector as ``network.parameters``; None for the one there was.

        Raises
        ------
        ValueError
            If the vector has another length or is not finite.
        """
        if parameters is None:
            self._learner.restore(self._start, self.settings)
        else:
            self.network.parameters[:] = checked_parameters(self.network, parameters)
            self._learner.begin(self._start.progress)
            self._start = self._learner.checkpoint()
        self.history = History()
        self.ending: Ending | None = None
        self._pace = Pace(self.iteration)
        self._seconds = self.origin.seconds if self.origin else 0.0
        self._checkpoints.begin(self._learner)
        self._compare_afresh()

    def replace(self, parameters: ArrayLike | None = None, X: ArrayLike | None = None) -> None:
        """Go on from another Θ, or with other examples, at the present iteration.

        Parameters
        ----------
        parameters
            All weights in one vector as ``network.parameters``; None to keep them.
        X
            Training examples (m, s_1), as many as before; None to keep them.

        Raises
        ------
        ValueError
            If either does not fit; nothing is changed then.
        """
        theta, examples = self.checked(parameters, X)
        self._restart(
            Change(
                self.iteration,
                self.settings,
                restart=True,
                theta=None if theta is None else difference(self.network.parameters, theta),
                X=None if examples is None else difference(self._learner.X, examples),
            )
        )

    def checked(
        self, parameters: ArrayLike | None, X: ArrayLike | None
    ) -> tuple[Array | None, Array | None]:
        """Return what `replace` is going to take, as float64; ask on any thread.

        Raises
        ------
        ValueError
            As `replace`.
        """
        theta = None if parameters is None else checked_parameters(self.network, parameters)
        examples = None if X is None else checked_examples(self.network, X)
        m = self._learner.passes.m
        if examples is not None and len(examples) != m:
            raise ValueError(f"X must have {m} rows; it has {len(examples)}")
        return theta, examples

    def change(self, settings: TrainingSettings) -> None:
        """Use other settings from the next step on.

        Raises
        ------
        ValueError
            If the optimiser cannot train this network; the sentence says why.
        """
        settings.check(self.network)
        before = self.settings
        if self.ending is not None:
            if settings.lambda_ == before.lambda_:
                self._learner.settings = settings  # `resume` begins with them
                self._learner.begin()
            else:  # with another λ it has not ended: J is another function
                self._restart(Change(self.iteration, settings, restart=True))
            return
        self._make(Change(self.iteration, settings))
        if (settings.optimizer, settings.batch_size) != (before.optimizer, before.batch_size):
            self._pace = Pace(self.iteration)  # a step takes another time
        if settings.lambda_ != before.lambda_:
            self._compare_afresh()

    def advance(self, steps: int) -> int:
        """Take up to `steps` ≥ 1 steps, at most to the next record or checkpoint; return how many.

        Afterwards `ending` tells whether training has diverged or arrived.
        """
        if self.ending is not None:
            self.resume()
        self.measure()
        learner = self._learner
        stride = self.history.spacing
        if learner.optimizer.repeatable:
            stride = max(self._pace.stride_from(self.latest.iteration), stride)
            steps = min(steps, self._checkpoints.steps_to_go())
        due = max(1, min(steps, self.latest.iteration + stride - self.iteration))
        with np.errstate(all="ignore"):
            start = perf_counter()
            taken = learner.advance(due)
            stepped = perf_counter()
            stepping = max(0.0, stepped - start)  # the clock of a machine that slept may jump
            self._seconds += stepping
            for trial in learner.optimizer.trials:
                self.history.tried(trial)
            if taken == 0:
                self.record()
                self.ending = Converged(
                    self.iteration, self.settings.optimizer, learner.optimizer.arrived
                )
            elif self.iteration - self.latest.iteration >= stride:
                self.record()
                recording = max(0.0, perf_counter() - stepped)
                self._seconds += recording
                self._pace.measured(taken, stepping, recording)
            if taken and self.ending is None:
                self._checkpoints.stepped(learner, taken, stepping)
        return taken

    def record(self) -> None:
        """Make `latest` and the end of `history` those of the present iteration, if not so yet."""
        self.measure()
        if self.latest.iteration == self.iteration:
            return
        record = self._observer.look(self._learner, self._seconds)
        if math.isfinite(record.J):
            self.latest = record
            self.history.append(record)
        if self._guard.diverged(record, self._learner):
            alpha = self.settings.alpha_at(self.iteration)
            self._end(Diverged(self.iteration, record.J, self._guard.best.iteration, alpha))

    def measure(self) -> None:
        """Measure J of the present Θ if that is `due`; growth is measured from there on."""
        if self.due:
            self._begin_with(self._observer.look(self._learner, self._seconds))
            self.due = False

    def resume(self) -> None:
        """After an ending, take up training at the Θ that was kept; what came later is forgotten.

        `advance` does so by itself.
        """
        self._restart(Change(self.iteration, self.settings, restart=True))

    def fail(self, error: Exception) -> None:
        """Stop because of `error`, going back to the last Θ known to be good."""
        text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        self._end(Failed(text, self._guard.best.iteration))

    def at(self, iteration: int, patience: float = math.inf) -> Moment:
        """Return the run as it was at an iteration; also while another thread trains it.

        Iterations of the gradient-descent family are rebuilt to the last bit, by replay from the
        checkpoint before. Of SciPy's methods only kept ones can be had: every one while there is
        memory, later every second, every fourth …; the nearest is returned, and says so.

        Parameters
        ----------
        iteration
            Any; one that the history does not reach is taken as its first or last.
        patience
            Seconds that it may take about; rather than wait longer, take a kept iteration nearby.
        """
        first, last = self.history.records().iteration[[0, -1]]
        return self._replay.at(int(min(max(iteration, first), last)), patience)

    def branch(
        self, iteration: int, settings: TrainingSettings | None = None, name: str = ""
    ) -> Run:
        """Return a new run that goes on from an iteration of this one, or from the nearest kept.

        With the settings that were in force there it takes the very steps this one has taken.

        Parameters
        ----------
        iteration
            As in `at`.
        settings
            For the new run; None for those in force at that iteration.
        name
            Of the new run.

        Raises
        ------
        ValueError
            If the optimiser cannot train this network; the sentence says why.
        """
        moment = self.at(iteration)
        network = self.network.copy()
        network.parameters[:] = moment.parameters
        records = self.history.records()
        seconds = float(np.interp(moment.iteration, records.iteration, records.seconds))
        return Run(
            network,
            moment.X,
            self._learner.passes.Y.T,
            *self._observer.held_back,
            classes=self._observer.tells_classes,
            settings=settings or moment.settings,
            name=name,
            memory=self._memory,
            lazy=self.lazy,
            origin=Origin(self.name, moment.checkpoint, seconds),
        )

    def close(self) -> None:
        """End what the optimiser keeps going between two steps; the run can still be advanced."""
        self._learner.optimizer.close()

    def _make(self, change: Change) -> None:
        self._learner.apply(change)
        self._checkpoints.changed(change, self._learner)

    def _restart(self, change: Change) -> None:
        """Make a change after which the optimiser begins anew and J is measured anew."""
        if self.ending is not None:
            self.ending = None
            self.history.rewind(self.iteration)
            self._checkpoints.rewind(self.iteration)
        self._make(change)
        self._compare_afresh()

    def _compare_afresh(self) -> None:
        """Measure growth from the present J on: with another λ, J is another function."""
        self.due = True
        if self.lazy and self._observer.takes_long(self._learner):
            self._begin_with(self._observer.glance(self._learner, self._seconds))
        else:
            self.measure()

    def _begin_with(self, record: Record) -> None:
        self.latest = record
        self.history.append(record)
        self._guard = Guard(record, self._learner)

    def _end(self, ending: Ending) -> None:
        self.ending = ending
        self.latest = self._guard.best
        self._seconds = self.latest.seconds
        self._guard.go_back(self._learner)
