"""What every optimiser is: a way to move Θ towards a smaller J(Θ), iteration by iteration."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from bpviz.training.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

    from bpviz.core import Array, Backpropagation, Network
    from bpviz.training.progress import Trial
    from bpviz.training.settings import TrainingSettings


AtLine9 = Literal["same", "part", "own", "given"]


class Optimizer(ABC):
    """Moves ``passes.network.parameters`` in place.

    Parameters
    ----------
    passes
        The network on its training examples.
    interrupt
        Set by another thread that does not want to wait; `advance` returns after its step.
    settings
        In force to begin with.
    progress
        How far the run is; None for its beginning.

    Attributes
    ----------
    name
        Key in `OPTIMIZERS`, the same in every language.
    repeatable
        Whether Θ, `memory`, settings and progress tell the next step, to the last bit: then any
        iteration can be computed again from an earlier one.
    at_line_9
        What it does there: it takes the ``"same"`` step, Θ := Θ − α D; it takes it with the D of a
        ``"part"`` of the examples; it makes a step of its ``"own"`` from D; or it is ``"given"`` J
        and D, to find direction and length by itself.
    progress
        How far the run is, as of the last `advance`.
    memory
        All that the next step depends upon besides Θ, settings and progress, in one vector that
        may be written to.
    arrived
        Whether J is level at this Θ, after `advance` has found no way on.
    trials
        What the last `advance` has tried; empty where every step is taken as it comes.
    """

    name: ClassVar[str]
    repeatable: ClassVar[bool] = True
    at_line_9: ClassVar[AtLine9] = "own"

    def __init__(
        self,
        passes: Backpropagation,
        interrupt: Event,
        settings: TrainingSettings,
        progress: Progress | None = None,
    ) -> None:
        self.passes = passes
        self.interrupt = interrupt
        self.settings = settings
        self.progress = Progress() if progress is None else progress
        self.arrived = False
        self.trials: Sequence[Trial] = ()
        # Whether forward propagation of all training examples has been done for the present Θ.
        self._propagated = False
        self.prepare()

    def prepare(self) -> None:
        """Allocate what steps need, once."""
        self.memory: Array = np.empty(0)

    @staticmethod
    @abstractmethod
    def title() -> str:
        """Return its name for a menu, in the language in force."""

    @classmethod
    def unused(cls) -> dict[str, str]:
        """Return the settings that have no say, each with a sentence that tells why."""
        return {}

    @classmethod
    def objection(cls, network: Network) -> str:
        """Return why it cannot train this network, in the language in force; "" if it can."""
        del network
        return ""

    @abstractmethod
    def advance(self, steps: int) -> int:
        """Take up to `steps` ≥ 1 steps and return how many were taken; 0 if there is no way on."""

    def change(self, settings: TrainingSettings) -> None:
        """Use other settings, with the same `optimizer`, from the next step on."""
        self.settings = settings

    def propagate(self) -> None:
        """Let ``passes`` hold h of all training examples for the present Θ."""
        if not self._propagated:
            self.passes.forward()
            self._propagated = True

    def restore(self, progress: Progress, memory: Array) -> None:
        """Go on from another moment, whose Θ is in place already."""
        self.progress = progress
        self.memory[:] = memory
        self._propagated = False

    def close(self) -> None:  # noqa: B027 - most have nothing that goes on
        """End whatever goes on between the steps; the optimiser is not used afterwards."""
