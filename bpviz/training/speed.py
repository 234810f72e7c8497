"""How many steps a second a run takes of late."""

from __future__ import annotations

import math
from time import perf_counter

# Seconds over which it is averaged, so that the number can be read.
_OVER = 0.5


class Speed:
    """An average that follows what has been done of late.

    Attributes
    ----------
    steps
        Taken since the last measurement; whoever takes them counts them here.
    now
        Steps a second; 0 before the first.
    """

    def __init__(self) -> None:
        self.steps = 0
        self.now = 0.0
        self._measured = 0.0

    def measure(self) -> float:
        """Take in the steps since the last measurement; return the clock's time, in seconds."""
        now = perf_counter()
        elapsed = now - self._measured
        if self.steps and elapsed > 0:  # a coarse clock stands still, one that is set jumps back
            speed = self.steps / elapsed
            weight = 1 - math.exp(-elapsed / _OVER) if self.now else 1.0
            self.now += weight * (speed - self.now)
        self._measured, self.steps = now, 0
        return now
