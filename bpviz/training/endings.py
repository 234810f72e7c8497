"""Why a run stopped by itself, in a sentence that is made when it is read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from bpviz.text import grouped, short, translate, typed

from .optimizers import LARGEST_SLOPE, OPTIMIZERS

_LEAST_ALPHA: Final = 1e-6  # that the window has a field for
State = Literal["running", "paused", "finished", "diverged", "failed"]


class Ending(Protocol):
    """What ended a run."""

    @property
    def state(self) -> State:
        """The state the run is left in."""

    def sentence(self) -> str:
        """Return what happened and what to try, in the language in force."""


@dataclass(frozen=True)
class Diverged:
    """J stopped being finite or grew a thousandfold.

    Attributes
    ----------
    iteration, J
        Where that was seen, and the J seen there.
    kept
        The iteration whose Θ the run has gone back to.
    alpha
        α at that time.
    """

    iteration: int
    J: float
    kept: int
    alpha: float
    state: Literal["diverged"] = "diverged"

    def sentence(self) -> str:
        """Return what happened and what to try."""
        if math.isfinite(self.J):
            text = translate(
                "Training",
                "Training diverged: by iteration {iteration} J(Θ) had grown more than a "
                "thousandfold, to {J}, because steps with α = {alpha} leap over the minimum. "
                "Θ of iteration {kept}, where J was smallest, is kept. Try a smaller α, such as "
                "{smaller}.",
            )
        else:
            text = translate(
                "Training",
                "Training diverged: by iteration {iteration} J(Θ) was no longer a finite number, "
                "because steps with α = {alpha} leap over the minimum. Θ of iteration {kept}, "
                "where J was smallest, is kept. Try a smaller α, such as {smaller}.",
            )
        return text.format(
            iteration=grouped(self.iteration),
            J=short(self.J),
            kept=grouped(self.kept),
            alpha=typed(self.alpha),
            smaller=typed(max(self.alpha / 10, min(self.alpha / 2, _LEAST_ALPHA))),
        )


@dataclass(frozen=True)
class Converged:
    """A search for smaller J has come to its end.

    Attributes
    ----------
    iteration
        The last.
    optimizer
        Its name in `OPTIMIZERS`.
    arrived
        Whether J is level there; otherwise no smaller one was found although there are slopes.
    """

    iteration: int
    optimizer: str
    arrived: bool
    state: Literal["finished"] = "finished"

    def sentence(self) -> str:
        """Return what happened and what to try."""
        if self.arrived:
            text = translate(
                "Training",
                "{optimizer} has arrived at iteration {iteration}: J(Θ) is level there, with every "
                "∂J/∂Θ smaller than {slope}.",
            )
        else:
            text = translate(
                "Training",
                "{optimizer} stopped at iteration {iteration}: however short a step it tries, J(Θ) "
                "does not become smaller. So near a minimum that is mostly the work of rounding. "
                "Train again for a new search, or take another optimiser.",
            )
        title = OPTIMIZERS[self.optimizer].title()
        iteration = grouped(self.iteration)
        return text.format(optimizer=title, iteration=iteration, slope=short(LARGEST_SLOPE))


@dataclass(frozen=True)
class Failed:
    """An error that nobody foresaw.

    Attributes
    ----------
    error
        Its type and text.
    kept
        The iteration whose Θ the run has gone back to.
    """

    error: str
    kept: int
    state: Literal["failed"] = "failed"

    def sentence(self) -> str:
        """Return what happened and what to try."""
        return translate(
            "Training",
            "Training stopped because of an unexpected error ({error}). Θ of iteration {kept} is "
            "kept; training can be started again from there.",
        ).format(error=self.error, kept=grouped(self.kept))


@dataclass(frozen=True)
class Finished:
    """The iterations asked for are done, `iteration` being the last."""

    iteration: int
    state: Literal["finished"] = "finished"

    def sentence(self) -> str:
        """Return what happened."""
        text = translate("Training", "Training finished: iteration {iteration} is reached.")
        return text.format(iteration=grouped(self.iteration))
