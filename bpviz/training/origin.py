"""Where a run comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .learner import Checkpoint


class Origin(NamedTuple):
    """Where a run has branched off from another.

    Attributes
    ----------
    name
        Of the other run.
    start
        The other run as it was there.
    seconds
        It had taken by then.
    """

    name: str
    start: Checkpoint
    seconds: float

    @property
    def iteration(self) -> int:
        """Iteration of the other run, at which this one begins."""
        return self.start.iteration
