"""Everything that a step of training depends upon, and nothing else."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bpviz.core import Backpropagation

from .optimizers import OPTIMIZERS, Optimizer
from .progress import Progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array, Network

    from .settings import TrainingSettings

_COMPARED: Final = 2**17  # numbers at a time: they fit into the cache


class Difference(NamedTuple):
    """Where one array differs from another, and what stands there."""

    where: tuple[NDArray[np.intp], ...]
    values: Array

    def put(self, array: Array) -> None:
        """Make the same difference to another array."""
        array[self.where] = self.values

    @property
    def nbytes(self) -> int:
        """Memory taken."""
        return self.values.nbytes * (1 + len(self.where))


def difference(before: Array, after: Array) -> Difference | None:
    """Return what makes `after` of `before`, to the last bit; None if they are the same."""
    if before is after:
        return None
    places: list[tuple[NDArray[np.intp], ...]] = []
    # Piece by piece: another hundred megabytes would take longer to come by than to compare.
    size = max(1, _COMPARED * len(before) // max(1, before.size))
    for start in range(0, len(before), size):
        piece = slice(start, start + size)
        # As whole numbers, since 0 == −0 although they lead to different bits later on.
        bits, other_bits = (np.ascontiguousarray(x[piece]).view(np.int64) for x in (before, after))
        if not np.array_equal(bits, other_bits):
            first, *others = np.nonzero(bits != other_bits)
            places.append((first + start, *others))
    if not places:
        return None
    where = tuple(map(np.concatenate, zip(*places, strict=True)))
    return Difference(where, after[where])


class Change(NamedTuple):
    """Something that was changed between two steps.

    Attributes
    ----------
    iteration
        The one it was changed at.
    settings
        In force from then on.
    restart
        Whether the optimiser begins without memory of earlier steps; it does so anyway if it is
        another one.
    theta, X
        What was changed by hand in Θ, in one vector, and in the examples (m, s_1).
    """

    iteration: int
    settings: TrainingSettings
    restart: bool = False
    theta: Difference | None = None
    X: Difference | None = None


class Checkpoint(NamedTuple):
    """All that the next step depends upon, at some moment, but for the examples.

    Attributes
    ----------
    progress
        How far the run was.
    parameters, memory
        Θ in one vector, and what the optimiser remembers of earlier steps.
    settings
        In force.
    changes
        How many changes had been made before.
    """

    progress: Progress
    parameters: Array
    memory: Array
    settings: TrainingSettings
    changes: int = 0

    @property
    def iteration(self) -> int:
        """Steps taken from the initial Θ."""
        return self.progress.iteration


class Learner:
    """A network with its training examples and the optimiser that moves its Θ.

    The same changes at the same iterations lead to the same Θ, to the last bit, if the optimiser
    is repeatable: a run and its replay are both one of these.

    Parameters
    ----------
    network
        Whose Θ is moved.
    X, Y
        Training examples (m, s_1) and targets (m, K), already checked.
    settings
        To begin with.
    interrupt
        Set by another thread to make `advance` return after its present step.

    Attributes
    ----------
    passes
        The network on its training examples.
    optimizer
        The one that `settings` names.
    """

    def __init__(
        self,
        network: Network,
        X: Array,
        Y: Array,
        settings: TrainingSettings,
        interrupt: Event | None = None,
    ) -> None:
        self.network = network
        self.passes = Backpropagation(network, X, Y)
        self.interrupt = interrupt or Event()
        self.settings = settings
        self.optimizer = self._new_optimizer(Progress())

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self.optimizer.progress

    @property
    def X(self) -> Array:
        """Training examples in force, (m, s_1); not to be written to."""
        return self.passes.X

    def advance(self, steps: int) -> int:
        """Take up to `steps` ≥ 1 steps and return how many were taken; 0 if there is no way on."""
        return self.optimizer.advance(steps)

    def begin(self, progress: Progress | None = None) -> None:
        """Let the optimiser begin at the present Θ, without memory of earlier steps."""
        before = self.progress
        self.optimizer.close()
        self.optimizer = self._new_optimizer(before if progress is None else progress)

    def apply(self, change: Change) -> None:
        """Make a change."""
        another = change.settings.optimizer != self.settings.optimizer
        self.settings = change.settings
        if change.theta is not None:
            change.theta.put(self.network.parameters)
        if change.X is not None:
            change.X.put(self.passes.own_examples())
        if another or change.restart:
            self.begin()
        else:
            self.optimizer.change(change.settings)

    def checkpoint(self, changes: int = 0) -> Checkpoint:
        """Return a copy of all that the next step depends upon."""
        optimizer = self.optimizer
        parameters, memory = self.network.parameters.copy(), optimizer.memory.copy()
        return Checkpoint(optimizer.progress, parameters, memory, self.settings, changes)

    def restore(self, checkpoint: Checkpoint, settings: TrainingSettings | None = None) -> None:
        """Go to another moment, with its settings or others; the examples stay.

        With another optimiser than the moment's, there is nothing it could remember.
        """
        before, self.settings = self.settings, settings or checkpoint.settings
        np.copyto(self.network.parameters, checkpoint.parameters)
        if self.settings.optimizer != checkpoint.settings.optimizer:
            self.begin(checkpoint.progress)
            return
        if self.settings.optimizer == before.optimizer:
            self.optimizer.change(self.settings)
        else:
            self.begin()
        self.optimizer.restore(checkpoint.progress, checkpoint.memory)

    def replace_examples(self, X: Array) -> None:
        """Take other examples (m, s_1), already checked; the optimiser begins anew."""
        self.passes.replace_examples(X)
        self.begin()

    def _new_optimizer(self, progress: Progress) -> Optimizer:
        kind = OPTIMIZERS[self.settings.optimizer]
        return kind(self.passes, self.interrupt, self.settings, progress)
