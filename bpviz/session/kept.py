"""What there is of runs when they are laid down in a file, or aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bpviz.data import DataSet
    from bpviz.training import Moment, RunState, TrainingSettings, Worker


class Kept(NamedTuple):
    """What there is of runs at one moment.

    Attributes
    ----------
    runs
        The oldest first.
    present
        Which of them is trained.
    begun
        How many have been begun, for the name of the next.
    """

    runs: tuple[RunState, ...]
    present: int
    begun: int


class LaidAside(NamedTuple):
    """What there was of runs when others took their place; see `Runs.take_back`."""

    data: DataSet
    workers: tuple[Worker, ...]
    present: int
    begun: int
    settings: TrainingSettings
    moment: Moment | None
