"""Optimisers of SciPy, which look for each step by trying out where it leads."""

from __future__ import annotations

import weakref
from abc import abstractmethod
from threading import Semaphore, Thread
from typing import TYPE_CHECKING, Any, ClassVar, Final

import numpy as np

from bpviz.text import translate
from bpviz.training.progress import Progress, Trial

from .base import Optimizer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.core import Array
    from bpviz.training.settings import TrainingSettings

# J counts as level where no ∂J/∂Θ_ij is larger.
LARGEST_SLOPE: Final = 1e-6
_ENDLESS: Final = 2**31 - 1


class Search(Optimizer):
    """A method of ``scipy.optimize.minimize``, one accepted iteration a step.

    What such a method remembers is hidden in its own variables: a step cannot be repeated from
    the Θ before it, and another λ, which makes J another function, lets the search begin anew.
    """

    repeatable = False
    at_line_9 = "given"
    method: ClassVar[str]
    options: ClassVar[Mapping[str, Any]] = {"gtol": LARGEST_SLOPE, "maxiter": _ENDLESS}

    def prepare(self) -> None:
        """Allocate what steps need."""
        super().prepare()
        self._course: _Course | None = None

    @staticmethod
    @abstractmethod
    def title() -> str:
        """Return its name for a menu, in the language in force."""

    @classmethod
    def unused(cls) -> dict[str, str]:
        """Return the settings that have no say, with reasons."""
        name = cls.title()
        length = translate(
            "Optimizer", "{name} finds the length of each step by itself, by trying some out."
        ).format(name=name)
        direction = translate(
            "Optimizer", "{name} works out by itself what to keep of earlier directions."
        ).format(name=name)
        examples = translate(
            "Optimizer",
            "{name} compares J(Θ) at one Θ and another, which needs all examples every time.",
        ).format(name=name)
        return {
            "alpha": length,
            "schedule": length,
            "momentum": direction,
            "batch_size": examples,
            "seed": examples,
        }

    def advance(self, steps: int) -> int:
        """Go on searching until up to `steps` iterations are accepted."""
        if self._course is None:
            # Not before the first step: a search that nobody takes up needs no thread.
            self._course = _Course(self)
            # Whoever forgets the optimiser between two steps lets the thread end as well.
            self._end = weakref.finalize(self, self._course.close)
        taken = self._course.advance(steps)
        self.progress, self.trials = self._course.progress, self._course.trials
        self._propagated = True
        if not taken:
            self.passes.backward(self.settings.lambda_)
            self.arrived = bool(np.abs(self.passes.gradient).max() <= LARGEST_SLOPE)
        return taken

    def change(self, settings: TrainingSettings) -> None:
        """Use other settings from the next step on; another λ begins a new search."""
        if settings.lambda_ != self.settings.lambda_:
            self.close()
        super().change(settings)

    def restore(self, progress: Progress, memory: Array) -> None:
        """Begin a new search at another moment."""
        self.close()
        super().restore(progress, memory)

    def close(self) -> None:
        """End the search."""
        if self._course is not None:
            self._end()
            self._course.wait()
            self._course = None


class _Course:
    """One call of ``minimize``, on a thread of its own that stands still between the steps.

    ``minimize`` does not return between iterations, and calling it anew would lose what it has
    learnt about J. Its callback can wait, however, if somebody else takes the turn meanwhile. At
    any time one of the two threads waits for the other: they never run at once.

    It does not keep the optimiser, so that this can be forgotten while the thread still waits.
    """

    def __init__(self, search: Search) -> None:
        self.progress = search.progress
        self.trials: list[Trial] = []
        self._passes = search.passes
        self._interrupt = search.interrupt
        self._lambda = search.settings.lambda_
        self._method, self._options = search.method, search.options
        self._theta = search.passes.network.parameters
        self._accepted: Array = self._theta.copy()
        self._steps = self._taken = 0
        self._closed = False
        self._ended = False
        self._error: BaseException | None = None
        self._go, self._stands = Semaphore(0), Semaphore(0)
        self._thread = Thread(target=self._search, name=f"bpviz {search.method}", daemon=True)
        self._thread.start()

    def advance(self, steps: int) -> int:
        """Let it go on until `steps` iterations are accepted; return how many were, 0 at its end.

        Θ is then the last accepted one, propagated forward.
        """
        self._steps, self._taken, self.trials = steps, 0, []
        if not self._ended:
            self._go.release()
            self._stands.acquire()
        if self._error is not None:
            raise self._error
        return self._taken

    def close(self) -> None:
        """Let the thread end, from wherever it stands."""
        self._closed = True
        self._go.release()

    def wait(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _search(self) -> None:
        """Body of the thread."""
        self._go.acquire()
        try:
            if not self._closed:
                self._minimize()
        except BaseException as error:  # noqa: BLE001 - `advance` raises it where somebody listens
            self._error = error
        self._ended = True
        self._stands.release()

    def _minimize(self) -> None:
        from scipy.optimize import minimize  # noqa: PLC0415 - takes 0.4 s, and few ask for it

        with np.errstate(all="ignore"):
            minimize(
                self._evaluate,
                self._accepted,
                jac=True,
                method=self._method,
                callback=self._accept,
                options=dict(self._options),
            )
            if not self._closed:
                self._go_to(self._accepted)

    def _evaluate(self, x: Array) -> tuple[float, Array]:
        """Return J and ∂J/∂Θ somewhere."""
        passes, progress = self._passes, self.progress
        self._theta[:] = x
        passes.forward()
        J = passes.cost(self._lambda)
        passes.backward(self._lambda)
        self.progress = progress._replace(
            evaluations=progress.evaluations + 1, epoch=progress.epoch + 1
        )
        self.trials.append(Trial(self.progress.evaluations, progress.iteration + 1, J))
        return J, passes.gradient.copy()

    # The parameter's name tells SciPy to pass x and J together.
    def _accept(self, intermediate_result: Any) -> None:
        """Take note of an accepted iteration, and wait if that is enough for now."""
        self._accepted = intermediate_result.x.copy()
        self._go_to(self._accepted)
        self.progress = self.progress._replace(iteration=self.progress.iteration + 1)
        self._taken += 1
        if self._taken >= self._steps or self._interrupt.is_set():
            self._stands.release()
            self._go.acquire()
        if self._closed:
            raise StopIteration

    def _go_to(self, x: Array) -> None:
        """Put Θ where the search stands; what was tried last may have been elsewhere."""
        if not np.array_equal(self._theta, x):
            self._theta[:] = x
            self._passes.forward()
