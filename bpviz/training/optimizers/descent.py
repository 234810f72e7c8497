"""The gradient-descent family: one gradient a step, of all examples or of a batch of them."""

from __future__ import annotations

from abc import abstractmethod
from itertools import count
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from bpviz.text import translate
from bpviz.training.progress import Progress

from .base import Optimizer
from .batches import Batches

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.core import Array
    from bpviz.training.settings import TrainingSettings


class Descent(Optimizer):
    """An optimiser that knows its next Θ as soon as it knows ∂J/∂Θ.

    With batches, D is the gradient of the batch's share of J: the mean over its b examples in
    place of all m, and the whole regularisation term, (λ/m) Θ. Its mean over an epoch of equal
    batches at one Θ is the D of all examples.

    Attributes
    ----------
    examples
        How many a step takes: ``"all"``, ``"some"`` (as the setting `batch_size` has it) or
        ``"one"``.
    theta
        All weights in one vector.
    alpha
        α of the present step.
    """

    examples: ClassVar[Literal["all", "some", "one"]] = "some"

    def prepare(self) -> None:
        """Allocate what steps need."""
        super().prepare()
        self.theta = self.passes.network.parameters
        # A zero-dimensional array spares numpy the conversion of a Python float in every step.
        self.alpha: Array = np.array(self.settings.alpha)
        self._batches: Batches | None = None  # until a step takes some of the examples

    @abstractmethod
    def update(self, D: Array) -> None:
        """Line 9: change Θ, given ∂J/∂Θ in one vector; allocate nothing."""

    @classmethod
    def batch_size(cls, settings: TrainingSettings) -> int | None:
        """Return how many examples a step takes; None for all."""
        return {"all": None, "some": settings.batch_size, "one": 1}[cls.examples]

    @classmethod
    def unused(cls) -> dict[str, str]:
        """Return the settings that have no say, with reasons."""
        if cls.examples == "some":
            return {}
        if cls.examples == "one":
            reason = translate("Optimizer", "{name} takes one example a step.")
            return {"batch_size": reason.format(name=cls.title())}
        reason = translate("Optimizer", "{name} takes all examples in every step.")
        reason = reason.format(name=cls.title())
        return {"batch_size": reason, "seed": reason}

    def advance(self, steps: int) -> int:
        """Take up to `steps` steps."""
        size = self.batch_size(self.settings)
        if size is None or size >= self.passes.m:
            return self._with_all(steps)
        return self._with_batches(steps, size)

    def _with_all(self, steps: int) -> int:
        """Lines 5 to 8 for all examples, line 9, then line 4 for the new Θ."""
        # The lecture's loop, entered before line 5: so it ends with h of the Θ it leaves, and
        # recording J costs no forward propagation of its own.
        self.propagate()
        update, backward, forward = self._update(), self.passes.backward, self.passes.forward
        interrupted, lambda_, D = self.interrupt.is_set, self.settings.lambda_, self.passes.gradient
        for taken in range(1, steps + 1):
            backward(lambda_)
            update(D)
            forward()
            if interrupted():
                steps = taken
                break
        iteration, evaluations, epoch, position = self.progress
        self.progress = Progress(iteration + steps, evaluations + steps, epoch + steps, position)
        return steps

    def _with_batches(self, steps: int, size: int) -> int:
        """Lines 4 to 9 for the next batch, again and again."""
        if self._batches is None:
            self._batches = Batches(self.passes)
        update, load = self._update(), self._batches.load
        interrupted, seed, m = self.interrupt.is_set, self.settings.seed, self.passes.m
        iteration, evaluations, epoch, position = self.progress
        # `backward` divides by the examples it has; λ is to be divided by all of them.
        share = self.settings.lambda_ / m
        for taken in range(1, steps + 1):
            batch = load(seed, epoch, position, size)
            batch.forward()
            batch.backward(share * batch.m)
            update(batch.gradient)
            position += batch.m
            if position >= m:
                epoch, position = epoch + 1, 0
            if interrupted():
                steps = taken
                break
        self._propagated = False
        self.progress = Progress(iteration + steps, evaluations + steps, epoch, position)
        return steps

    def _update(self) -> Callable[[Array], None]:
        """Return `update`, with the α of each step put in place before it."""
        settings, alpha, update = self.settings, self.alpha, self.update
        if settings.schedule.name == "constant":
            alpha.fill(settings.alpha)
            return update
        iterations, alpha_at = count(self.progress.iteration), settings.alpha_at

        def scheduled(D: Array) -> None:
            alpha.fill(alpha_at(next(iterations)))
            update(D)

        return scheduled
