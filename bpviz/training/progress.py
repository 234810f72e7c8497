"""How far a run is, counted in the ways its curve can be drawn against."""

from __future__ import annotations

from typing import NamedTuple


class Progress(NamedTuple):
    """What has been done to arrive at a Θ.

    Attributes
    ----------
    iteration
        Steps taken from the initial Θ, which is iteration 0.
    evaluations
        How often J or ∂J/∂Θ has been computed for that, of a batch or of all training examples;
        a line search needs several for one step.
    epoch
        Whole passes through the training examples.
    position
        Examples seen since then, in the pass that is under way.
    """

    iteration: int = 0
    evaluations: int = 0
    epoch: int = 0
    position: int = 0


class Trial(NamedTuple):
    """One computation of J within a search for the next Θ.

    Attributes
    ----------
    evaluation
        Its number, counted as `Progress.evaluations`.
    iteration
        The iteration that was being searched for.
    J
        J(Θ) at the Θ tried; only the last or one of the last of an iteration is accepted.
    """

    evaluation: int
    iteration: int
    J: float
