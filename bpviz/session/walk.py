"""The step that is on screen, and how one walks from step to step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from psygnal import Signal

from bpviz.trace import GRANULARITIES

if TYPE_CHECKING:
    from bpviz.trace import Granularity, Segment, State, Step, Trace


class Walk:
    """A place in a trace; whoever owns the trace puts another one in its place.

    Attributes
    ----------
    trace
        What is walked through.
    cursor
        Index of the step on screen.
    granularity
        How far a step goes.

    Signals
    -------
    moment_changed
        Another step, or other numbers in it.
    view_changed
        Another granularity.
    """

    moment_changed = Signal()
    view_changed = Signal()
    trace: Trace

    def __init__(self) -> None:
        self.cursor = 0
        self.granularity: Granularity = "layer"
        self._visited: list[tuple[int, Granularity]] = []

    def _forget(self) -> None:
        """Look at the step anew: place or numbers are others."""
        for name in ("step", "state"):
            self.__dict__.pop(name, None)

    @cached_property
    def step(self) -> Step:
        """The step on screen."""
        return self.trace[self.cursor]

    @cached_property
    def state(self) -> State:
        """Every array as it stands after the step on screen."""
        return self.trace.state(self.cursor)

    @property
    def segment(self) -> Segment:
        """The vectorised line that the step on screen belongs to."""
        return self.trace.score.segment(self.cursor)[1]

    @property
    def example(self) -> int:
        """I of the example on screen, from 1: the last one begun, or the first to come."""
        return self.trace.score.last_example(self.cursor) or 1

    def set_granularity(self, granularity: Granularity) -> None:
        """Choose how far a step goes."""
        if granularity not in GRANULARITIES:
            raise ValueError(f"granularity must be one of {', '.join(GRANULARITIES)}")
        if granularity != self.granularity:
            self.granularity = granularity
            self.view_changed.emit()

    def go(self, k: int) -> None:
        """Show step k, or the nearest there is."""
        k = min(max(k, 0), len(self.trace) - 1)
        if k != self.cursor:
            self.cursor = k
            self._forget()
            self.moment_changed.emit()

    def step_forward(self) -> None:
        """Go to the next step at the granularity chosen."""
        self.go(self.trace.next(self.cursor, self.granularity))

    def step_back(self) -> None:
        """Go to the step before at the granularity chosen."""
        self.go(self.trace.previous(self.cursor, self.granularity))

    def next_line(self) -> None:
        """Go to the next line of the algorithm: its first unit, or its first layer as a whole."""
        line, last = self.step.line, len(self.trace) - 1
        k = self.trace.score.end(self.cursor, "layer")
        while k < last and self.trace.score.place(k).line == line:
            k = self.trace.score.end(k + 1, "layer")
        self.go(self._entry(k))

    def previous_line(self) -> None:
        """Go to the line of the algorithm before: its last unit, or its last layer as a whole."""
        line = self.step.line
        k = self.cursor
        while k > 0 and self.trace.score.place(k).line == line:
            k = max(0, self.trace.score.start(k, "layer") - 1)
        self.go(k)

    def go_to_line(self, line: int) -> None:
        """Go to the next occurrence of a line of the algorithm, from the beginning if need be."""
        k = self.cursor
        for _ in range(2):
            while k < len(self.trace) - 1:
                k = self.trace.score.end(min(k + 1, len(self.trace) - 1), "layer")
                if self.trace.score.place(k).line == line:
                    self.go(self._entry(k))
                    return
                # Lines 8 and 9 lie behind all examples: no need to walk through these.
                if line >= 8 and k < self.trace.score.gradient_start:
                    k = self.trace.score.gradient_start - 1
            k = -1

    def _entry(self, k: int) -> int:
        """Where one enters the segment of step k at the granularity chosen."""
        edge = self.trace.score.start if self.granularity == "unit" else self.trace.score.end
        return edge(k, "layer")

    def first_step(self) -> None:
        """Go to the first step of the pass."""
        self.go(0)

    def last_step(self) -> None:
        """Go to the last step of the pass."""
        self.go(len(self.trace) - 1)

    def show_example(self, i: int) -> None:
        """Go to the same place in the walk through example i, from 1."""
        i = min(max(i, 1), self.trace.m)
        score = self.trace.score
        if score.examples_start <= self.cursor < score.gradient_start:
            self.go(self.cursor + (i - self.example) * score.per_example)
        else:
            self.go(score.end(score.examples_start + (i - 1) * score.per_example + 1, "layer"))

    def visit(self, k: int) -> None:
        """Go to the step a number comes from, and look at it unit by unit; `back` returns."""
        if (k, "unit") != (self.cursor, self.granularity):
            self._visited.append((self.cursor, self.granularity))
            self.go(k)
            self.set_granularity("unit")

    @property
    def can_go_back(self) -> bool:
        """Whether `back` has somewhere to go."""
        return bool(self._visited)

    def back(self) -> None:
        """Return to where the last `visit` started."""
        if self._visited:
            cursor, granularity = self._visited.pop()
            self.go(cursor)
            self.set_granularity(granularity)

    def _similar_step(self, line: int, example: int) -> int:
        """Return the end of the first segment of this line, in this example if it is in one."""
        score = self.trace.score
        k = 0 if line == 1 else score.examples_start + (example - 1) * score.per_example
        if line >= 8:
            k = score.gradient_start
        while k < len(self.trace) - 1 and score.place(k).line < line:
            k = score.end(k, "layer") + 1
        return score.end(min(k, len(self.trace) - 1), "layer")
