"""A run laid down, and taken up again another day."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

import numpy as np

from .learner import Checkpoint
from .optimizers import OPTIMIZERS
from .origin import Origin

if TYPE_CHECKING:
    from bpviz.core import Array

    from .checkpoints import Checkpoints, Past
    from .endings import Ending
    from .history import History
    from .learner import Learner


@dataclass(frozen=True, eq=False)
class RunState:
    """All that a run goes on from, but for its targets and the examples held back.

    Attributes
    ----------
    name
        What a person calls it.
    branched
        Name of the run it has branched off, and the seconds that one had taken; None if it is none.
    start, now
        Where the run began, and where it is.
    X
        Training examples in force, (m, s_1).
    seconds
        Spent on training.
    records, trials
        Columns of the history, (8, n) and (3, k), in the order of `Record` and `Trial`.
    spacing
        Of records and of trials, as `History` has it.
    past
        What the moments before are rebuilt from.
    """

    name: str
    branched: tuple[str, float] | None
    start: Checkpoint
    now: Checkpoint
    X: Array
    seconds: float
    records: Array
    trials: Array
    spacing: tuple[int, int]
    past: Past


class Keeping:
    """The part of a `Run` that lays it down and takes it up."""

    name: str
    origin: Origin | None
    history: History
    ending: Ending | None
    _learner: Learner
    _checkpoints: Checkpoints
    _start: Checkpoint
    _seconds: float

    def record(self) -> None:
        """Bring the history up to the present iteration."""
        raise AssertionError  # `Run` does

    def _compare_afresh(self) -> None:
        raise AssertionError  # `Run` does
