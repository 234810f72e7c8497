"""Where the numbers of a text are taken from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.session import Session
    from bpviz.trace import Trace


@dataclass(frozen=True)
class Look:
    """A step of a trace, and with how many digits its numbers are written.

    Attributes
    ----------
    trace, cursor
        The pass, and the step in it.
    digits
        2 to 6.
    """

    trace: Trace
    cursor: int
    digits: int = 4

    @classmethod
    def of(cls, session: Session) -> Self:
        """Return what a session shows."""
        return cls(session.trace, session.cursor, session.digits)

    @property
    def network(self) -> Network:
        """Whose Θ it is."""
        return self.trace.network

    @property
    def example(self) -> int:
        """I of the example on screen, from 1."""
        return self.trace.score.last_example(self.cursor) or 1

    @property
    def examples(self) -> int:
        """How many examples Δ has been summed over by the end of this one, or of the pass."""
        return self.example if self.cursor < self.trace.score.gradient_start else self.trace.m
