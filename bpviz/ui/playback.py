"""The clock that walks the algorithm by itself and moves the pictures within a step."""

from __future__ import annotations

import math
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.session.session import Session

STEP_SECONDS: Final = 0.5
SPEEDS: Final = (0.1, 100.0)
_FRAME_SECONDS: Final = 0.016
# Time lost in one frame, say by a laptop that slept, is not made up for beyond this.
_LONGEST_FRAME: Final = 0.25


class Playback(QObject):
    """Steps forward at a chosen speed, and tells the views how far a step's motion has come.

    At speed s a step lasts 500 ms / s. Where that is less than a frame, a frame shows the last of
    several steps; where a frame takes long, steps are left out: the clock never falls behind.
    Stepping forward by hand moves the new step once. At rest no timer runs.

    Parameters
    ----------
    session
        Whose step moves.
    reduced_motion
        Show each step as it ends, without motion.

    Signals
    -------
    changed
        Speed, playing or loop is another.
    progress
        How far the motion of the step on screen has come, 0 to 1.
    """

    changed = Signal()
    progress = Signal(float)

    def __init__(
        self, session: Session, *, reduced_motion: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.reduced_motion = reduced_motion
        self._session = session
        self._speed = 1.0
        self._playing = False
        self._loop = False
        self._route: list[int] = []  # steps of a journey that are still to come
        self._stride: float | None = None  # seconds that each of them lasts
        self._progress = 1.0
        self._shown: float | None = None  # what the views were told of the step on screen
        self._moving = False  # the next change of the moment is our own
        self._seen = session.cursor, session.trace.score
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(1000 * _FRAME_SECONDS))
        self._timer.timeout.connect(self._tick)
        session.moment_changed.connect(self._moment_changed)

    @property
    def speed(self) -> float:
        """How many times 500 ms a step is shorter, 0.1 to 100."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        speed = min(max(speed, SPEEDS[0]), SPEEDS[1])
        if speed != self._speed:
            self._speed = speed
            self.changed.emit()

    @property
    def loop(self) -> bool:
        """Whether playing returns to the beginning of the example at its end."""
        return self._loop

    @loop.setter
    def loop(self, loop: bool) -> None:
        if loop != self._loop:
            self._loop = loop
            self.changed.emit()

    @property
    def playing(self) -> bool:
        """Whether steps follow each other by themselves."""
        return self._playing

    @property
    def step_seconds(self) -> float:
        """How long a step lasts."""
        return self._stride or STEP_SECONDS / self._speed

    @property
    def travelling(self) -> bool:
        """Whether a journey is under way."""
        return self._stride is not None

    def play(self) -> None:
        """Go on from the step on screen; at the end of the pass, from its beginning."""
        self._end_journey()
        if self._playing:
            return
        self._playing = True
        self._start()
        if self._next(1) is None:
            self._go(0)
            self._move(0.0)
        self.changed.emit()

    def pause(self) -> None:
        """Stop where the motion is; `play` goes on from there. A journey ends where it is."""
        self._end_journey()
        if self._playing:
            self._playing = False
            self._timer.stop()
            self.changed.emit()

    def rest(self) -> None:
        """Stop, and show the step on screen as it ends."""
        self.pause()
        self._move(1.0)

    def toggle(self) -> None:
        """Play or pause."""
        if self._playing:
            self.pause()
        else:
            self.play()

    def travel(self, steps: Iterable[int], seconds: float) -> None:
        """Walk through some steps of the trace, each lasting so many seconds, and rest at the last.

        Whoever walks or plays meanwhile ends the journey.
        """
        self.pause()
        self._route = list(steps)
        if self.reduced_motion:
            del self._route[:-1]
        if self._route:
            self._stride = seconds
            self._start()
            self._follow_route()

    def animate(self) -> None:
        """Move the step on screen once, from the beginning."""
        self._start()
        self._move(0.0)

    def advance(self, seconds: float) -> None:
        """Let time pass: what the timer does at every frame."""
        reached = self._progress + min(seconds, _LONGEST_FRAME) / self.step_seconds
        if reached < 1.0:
            self._move(reached)
            return
        if self._route:
            self._follow_route()
            return
        if not self._playing:
            self._move(1.0)
            return
        steps = math.floor(reached)
        k = self._next(steps)
        if k is None:
            self._move(1.0)
            self.pause()
            return
        self._go(k)
        self._move(reached - steps)

    def close(self) -> None:
        """Let go of the session."""
        self._timer.stop()
        self._session.moment_changed.disconnect(self._moment_changed, missing_ok=True)

    def _follow_route(self) -> None:
        self._go(self._route.pop(0))
        self._move(0.0)

    def _end_journey(self) -> None:
        self._route, self._stride = [], None

    def _start(self) -> None:
        if not self._timer.isActive():
            self._last = perf_counter()
            self._timer.start()

    def _tick(self) -> None:
        now = perf_counter()
        elapsed, self._last = now - self._last, now
        self.advance(max(0.0, elapsed))  # a clock that jumps back takes no step back

    def _move(self, progress: float) -> None:
        """Tell the views; a step that would last a frame or less is shown as it ends."""
        still = self.reduced_motion or self.step_seconds <= _FRAME_SECONDS
        if still and not self._playing:
            progress = 1.0
        self._progress = progress
        if progress >= 1.0 and not self._playing and not self._route:
            self._timer.stop()
            self._end_journey()
        shown = 1.0 if still else progress
        if shown != self._shown:
            self._shown = shown
            self.progress.emit(shown)

    def _next(self, steps: int) -> int | None:
        """Return the step that many steps ahead, or None at the end of the pass."""
        session = self._session
        trace, granularity = session.trace, session.granularity
        k = session.cursor
        last = trace.score.end(k, "example")
        for _ in range(steps):
            following = trace.next(k, granularity)
            if self._loop and (following > last or k == last):
                start = trace.score.start(k, "example")
                following = min(last, trace.score.end(start, granularity))
            elif following == k:
                break
            k = following
        return k if k != session.cursor or self._loop else None

    def _go(self, k: int) -> None:
        self._moving = True
        try:
            self._session.go(k)
        finally:
            self._moving = False

    def _moment_changed(self) -> None:
        """Move a step that follows the one seen before; show any other as it ends."""
        before, score = self._seen
        k, trace = self._session.cursor, self._session.trace
        self._seen = k, trace.score
        if k == before and trace.score is score:
            return  # another Θ: the motion goes on
        self._shown = None
        if self._moving:
            return
        self._end_journey()
        follows = trace.score is score and k == trace.next(before, self._session.granularity)
        if follows:
            self.animate()
        else:
            self._move(0.0 if self._playing else 1.0)
