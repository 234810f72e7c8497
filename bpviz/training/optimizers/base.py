"""What every optimiser is: a way to move Θ towards a smaller J(Θ), iteration by iteration."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

import numpy as np

if TYPE_CHECKING:
    from threading import Event

    from bpviz.core import Array, Backpropagation


class Optimizer(ABC):
    """Moves ``passes.network.parameters`` in place.

    Between calls of `advance`, forward propagation of the training examples has been done for the
    current Θ: whoever wants J or h then has them without another pass.

    Parameters
    ----------
    passes
        The network on its training examples, after ``forward()``.
    interrupt
        Set by another thread that does not want to wait; `advance` returns after its step.
    alpha, lambda_
        α and λ to begin with.

    Attributes
    ----------
    name
        Key in `OPTIMIZERS`, the same in every language.
    """

    name: ClassVar[str]

    def __init__(
        self, passes: Backpropagation, interrupt: Event, alpha: float, lambda_: float
    ) -> None:
        self.passes = passes
        self.interrupt = interrupt
        self.set_rates(alpha, lambda_)

    def set_rates(self, alpha: float, lambda_: float) -> None:
        """Use another α and λ from the next step on."""
        self.lambda_ = lambda_
        # A zero-dimensional array spares numpy the conversion of a Python float in every step.
        self.alpha: Array = np.array(alpha)

    @staticmethod
    @abstractmethod
    def title() -> str:
        """Return its name for a menu, in the language in force."""

    @abstractmethod
    def advance(self, steps: int) -> int:
        """Take up to `steps` ≥ 1 steps and return how many were taken, at least one."""


class FullBatch(Optimizer):
    """An optimiser whose step needs ∂J/∂Θ over all training examples, once."""

    @abstractmethod
    def update(self) -> None:
        """Line 9: change Θ, given ∂J/∂Θ in ``passes.gradient``; allocate nothing."""

    def advance(self, steps: int) -> int:
        """Take up to `steps` steps: lines 5 to 8, line 9, then line 4 for the new Θ."""
        # The lecture's loop, entered before line 5: so it ends with h of the Θ it leaves, and
        # recording J costs no forward propagation of its own.
        backward, update, forward = self.passes.backward, self.update, self.passes.forward
        interrupted, lambda_ = self.interrupt.is_set, self.lambda_
        for taken in range(1, steps + 1):
            backward(lambda_)
            update()
            forward()
            if interrupted():
                return taken
        return steps
