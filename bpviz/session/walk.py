"""The step that is on screen, and how one walks from step to step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

from psygnal import Signal

from bpviz.trace import GRANULARITIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.trace import Granularity, Segment, State, Step, Trace

    Elsewhere = Callable[[Callable[[], Any], Callable[[Any], object], Callable[[], object]], object]

Result = TypeVar("Result")
# Multiplications for which nobody has to wait: ten to twenty milliseconds.
_AT_ONCE: Final = 100_000_000


def at_once(
    work: Callable[[], Result], done: Callable[[Result], object], failed: Callable[[], object]
) -> None:
    """Do work, and what is to be done with what comes of it, while the caller waits."""
    try:
        result = work()
    except BaseException:
        failed()
        raise
    done(result)


class Walk:
    """A place in a trace; whoever owns the trace puts another one in its place.

    Until the numbers of a step are known the step before stays: there is never a moment of which
    one part is computed and another not.

    Attributes
    ----------
    trace
        What is walked through.
    cursor
        Index of the step on screen.
    granularity
        How far a step goes.
    elsewhere
        Does work that takes long, and then, on this thread, what is to be done with it, or what
        is to be done if it raises: one after the other. A window does it on another thread;
        without one, the caller waits.

    Signals
    -------
    moment_changed
        Another step, or other numbers in it.
    view_changed
        Another granularity.
    coming_changed
        Another step is to come, or none any more.
    """

    moment_changed = Signal()
    view_changed = Signal()
    coming_changed = Signal()
    trace: Trace

    def __init__(self) -> None:
        self.cursor = 0
        self.granularity: Granularity = "layer"
        self._visited: list[tuple[int, Granularity]] = []
        self.elsewhere: Elsewhere = at_once
        self._wanted: tuple[Trace, int] | None = None  # to be shown when its numbers are known
        self._computing = False

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
        if self._wanted is not None:
            self._show_step(self._wanted[0], k)
        elif k != self.cursor:
            self._show_step(self.trace, k)

    def at_hand(self, k: int) -> bool:
        """Whether the numbers of step k are known, or would be before anybody has to wait."""
        return _is_at_hand(self.trace, k)

    @property
    def coming(self) -> int | None:
        """The step that is shown as soon as its numbers are known, if it is another."""
        k = self._wanted[1] if self._wanted else self.cursor
        return None if k == self.cursor else k

    def _show_step(self, trace: Trace, k: int) -> None:
        """Show a step of this trace, or of one at other Θ, as soon as its numbers are known."""
        if _is_at_hand(trace, k):
            self._wanted = None
            self.trace, self.cursor = trace, k
            self._forget()
            self.moment_changed.emit()
        else:
            self._wanted = trace, k
            self._compute()
            self.coming_changed.emit()

    def _stand_at(self, trace: Trace, k: int) -> None:
        """Take another trace, at step k or as near to it as can be known at once; tell nobody."""
        self._wanted = None
        self.trace, self.cursor = trace, k
        if not _is_at_hand(trace, k):
            self.cursor = trace.score.end(trace.score.examples_start + 1, "layer")
        self._forget()

    def _compute(self) -> None:
        """Compute the numbers of the moment that is wanted."""
        if self._wanted is not None and not self._computing:
            trace, k = self._wanted
            twin = trace.twin()  # which nobody else looks into meanwhile
            self._computing = True
            self.elsewhere(
                lambda: twin.prepare(k),
                lambda _: self._computed(twin, k),
                lambda: self._given_up(twin, k),
            )

    def _wanted_like(self, twin: Trace, k: int) -> Trace | None:
        """Return the trace that is wanted, if nothing but Θ, at most, is another in its moment."""
        if self._wanted is None:
            return None
        trace, step = self._wanted
        return trace if trace.score is twin.score and step == k else None

    def _computed(self, twin: Trace, k: int) -> None:
        """Show what has been computed, unless something else is wanted by now."""
        self._computing = False
        wanted = self._wanted_like(twin, k)
        if wanted is not None:
            latest = wanted.network is twin.network
            if latest:
                self._wanted = None
            self.trace, self.cursor = twin, k
            self._forget()
            self.moment_changed.emit()
        self._compute()

    def _given_up(self, twin: Trace, k: int) -> None:
        """Stay at the step on screen if its numbers were wanted, which cannot be had."""
        self._computing = False
        if self._wanted_like(twin, k) is not None:
            self._wanted = None
        self._compute()
        self.coming_changed.emit()

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
        self.enter(k)

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
                    self.enter(k)
                    return
                # Lines 8 and 9 lie behind all examples, line 1 before: nobody walks through these.
                if line >= 8 and k < self.trace.score.gradient_start:
                    k = self.trace.score.gradient_start - 1
                elif line == 1:
                    break
            k = -1

    def enter(self, k: int) -> None:
        """Go to where one enters the segment of step k: its first unit, or the whole of it."""
        edge = self.trace.score.start if self.granularity == "unit" else self.trace.score.end
        self.go(edge(k, "layer"))

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


def _is_at_hand(trace: Trace, k: int) -> bool:
    return trace.effort(k) <= _AT_ONCE
