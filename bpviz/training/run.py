"""A run: one network learning from its examples, with the history of its J(Θ)."""

from __future__ import annotations

import math
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core import Backpropagation, accuracy
from bpviz.core.validation import checked_examples, checked_targets

from .endings import Diverged, Ending, Failed
from .history import History, Record
from .optimizers import OPTIMIZERS, Optimizer
from .pace import Pace
from .settings import TrainingSettings

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from bpviz.core import Array, Network

# How many times its smallest value J may reach before the run counts as diverged. Near the
# minimum of a perfect fit J is so small that a harmless step multiplies it: therefore it must
# also have lost all that was gained since the run began, and be no rounding error.
_GROWTH = 1000.0
_NEGLIGIBLE = 1e-6


class Run:
    """Training of one network, step by step; nothing here runs by itself.

    Not for two threads at once: `Worker` takes care of that.

    Parameters
    ----------
    network
        Network to begin with; a copy of it is trained.
    X, Y
        Training examples (m, s_1) and targets (m, K).
    X_validation, Y_validation
        Examples held back, with as many columns; None or no rows where there are none.
    settings
        α, λ and the optimiser.

    Attributes
    ----------
    network
        The copy being trained.
    settings
        In force now; see `change`.
    iteration
        Steps taken from the initial Θ.
    history
        Records of iteration 0 and of those since, at every iteration while that costs under a
        tenth of the time, else at a stride.
    latest
        The newest record.
    ending
        Why training stopped by itself, or None.
    interrupt
        Set from another thread to make `advance` return after its present step.

    Raises
    ------
    ValueError
        If examples or targets do not fit the network; the sentence names them.
    """

    def __init__(
        self,
        network: Network,
        X: ArrayLike,
        Y: ArrayLike,
        X_validation: ArrayLike | None = None,
        Y_validation: ArrayLike | None = None,
        *,
        settings: TrainingSettings | None = None,
    ) -> None:
        self.network = network.copy()
        self.settings = settings or TrainingSettings()
        self.interrupt = Event()
        self._train = _passes(self.network, X, Y)
        self._validation: Backpropagation | None = None
        if X_validation is not None and Y_validation is not None and np.size(X_validation):
            try:
                self._validation = _passes(self.network, X_validation, Y_validation)
            except ValueError as error:
                raise ValueError(f"validation examples: {error}") from None
        # Units that answer between 0 and 1 tell classes; others do where they are asked to.
        probabilities = network.output in ("sigmoid", "softmax")
        self._tells_classes = probabilities or bool(np.isin(self._train.Y, (0.0, 1.0)).all())
        self._initial: Array = self.network.parameters.copy()
        self._good: Array = self._initial.copy()
        self.latest: Record
        self.reset()

    def reset(self, parameters: ArrayLike | None = None) -> None:
        """Go back to iteration 0 and forget the history.

        Parameters
        ----------
        parameters
            New initial Θ, in one vector as ``network.parameters``; None for the one there was.

        Raises
        ------
        ValueError
            If the vector has another length or is not finite.
        """
        if parameters is not None:
            self._initial[:] = self._checked(parameters)
        self.network.parameters[:] = self._initial
        self.iteration = 0
        self.history = History()
        self.ending: Ending | None = None
        self._pace = Pace()
        self._begin()
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
        vector = self.network.parameters if parameters is None else self._checked(parameters)
        if X is not None:
            examples = checked_examples(self.network, X)
            if len(examples) != self._train.m:
                raise ValueError(f"X must have {self._train.m} rows; it has {len(examples)}")
            self._train.replace_examples(examples)
        self.network.parameters[:] = vector
        self.ending = None
        self.history.rewind(self.iteration)
        self._begin()
        self._compare_afresh()

    def change(self, settings: TrainingSettings) -> None:
        """Use other settings from the next step on."""
        before, self.settings = self.settings, settings
        if settings.optimizer != before.optimizer:
            self._begin()
        self._optimizer.set_rates(settings.alpha, settings.lambda_)
        if settings.lambda_ != before.lambda_ and self.ending is None:
            self._compare_afresh()

    def advance(self, steps: int) -> int:
        """Take up to `steps` ≥ 1 steps, none beyond the next record; return how many were taken.

        Afterwards `ending` tells whether training has diverged.
        """
        if self.ending is not None:
            self.resume()
        stride = max(self._pace.stride, self.history.spacing)
        due = max(1, min(steps, self.latest.iteration + stride - self.iteration))
        with np.errstate(all="ignore"):
            start = perf_counter()
            taken = self._optimizer.advance(due)
            stepped = perf_counter()
            self.iteration += taken
            if self.iteration - self.latest.iteration >= stride:
                self.record()
                self._pace.measured(taken, stepped - start, perf_counter() - stepped)
        return taken

    def record(self) -> None:
        """Make `latest` and the end of `history` those of the present iteration, if not so yet."""
        if self.latest.iteration == self.iteration:
            return
        record = self._look()
        limit = max(_GROWTH * self._smallest, self._first, _NEGLIGIBLE)
        finite = math.isfinite(record.J)
        if finite:
            self.latest = record
            self.history.append(record)
        if not finite or limit < record.J:
            kept, alpha = self._good_record.iteration, self.settings.alpha
            self._end(Diverged(self.iteration, record.J, kept, alpha))
        elif self._smallest >= record.J:
            self._keep(record)

    def resume(self) -> None:
        """After an ending, take up training at the Θ that was kept; what came later is forgotten.

        `advance` does so by itself.
        """
        self.ending = None
        self.history.rewind(self.iteration)
        self._begin()
        self._compare_afresh()

    def fail(self, error: Exception) -> None:
        """Stop because of `error`, going back to the last Θ known to be good."""
        text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        self._end(Failed(text, self._good_record.iteration))

    def _begin(self) -> None:
        """Start the optimiser at the present Θ, without memory of earlier steps."""
        with np.errstate(all="ignore"):
            self._train.forward()
        alpha, lambda_ = self.settings.alpha, self.settings.lambda_
        kind = OPTIMIZERS[self.settings.optimizer]
        self._optimizer: Optimizer = kind(self._train, self.interrupt, alpha, lambda_)

    def _compare_afresh(self) -> None:
        """Measure growth from the present J on: with another λ, J is another function."""
        record = self._look()
        self._first = record.J
        self.latest = record
        self.history.append(record)
        self._keep(record)

    def _keep(self, record: Record) -> None:
        """Remember the present Θ as the best so far."""
        self._smallest = record.J
        self._good_record = record
        np.copyto(self._good, self.network.parameters)

    def _end(self, ending: Ending) -> None:
        self.ending = ending
        self.latest = self._good_record
        self.iteration = self.latest.iteration
        np.copyto(self.network.parameters, self._good)

    def _look(self) -> Record:
        """Measure the present Θ; the training examples have been propagated forward already."""
        train, validation = self._train, self._validation
        with np.errstate(all="ignore"):
            J, right = train.cost(self.settings.lambda_), self._accuracy(train)
            if validation is None:
                return Record(self.iteration, J, accuracy=right)
            validation.forward()
            return Record(self.iteration, J, validation.cost(), right, self._accuracy(validation))

    def _accuracy(self, passes: Backpropagation) -> float:
        return accuracy(passes.h.T, passes.Y.T) if self._tells_classes else math.nan

    def _checked(self, parameters: ArrayLike) -> Array:
        vector = np.asarray(parameters, dtype=np.float64)
        if vector.shape != self._initial.shape or not np.isfinite(vector).all():
            raise ValueError(
                f"parameters must be {self._initial.size} finite numbers in one vector"
            )
        return vector


def _passes(network: Network, X: ArrayLike, Y: ArrayLike) -> Backpropagation:
    examples = checked_examples(network, X)
    return Backpropagation(network, examples, checked_targets(network, Y, len(examples)))
