"""How often a run may look at itself."""

from __future__ import annotations

import math

# Every iteration is recorded while a record takes less than this share of a step.
_CHEAP = 0.1
# Otherwise records take this share of the steps between them, which leaves room within the tenth
# for everything else that is not a step.
_SHARE = 0.03
# New measurements count for an eighth, and for no more than twice the average: a pause of the
# whole process must not look like the cost of one record.
_WEIGHT = 1 / 8
# A time this much shorter than the average shows that what was averaged was no usual step, such
# as the very first one.
_UNUSUAL = 4
# At first, where J falls and the eye is to follow, a record is never further from the last than
# about this part of the way it has come: every iteration to the 300th, every second to the 350th …
_FINE = 50
_AHEAD = 4  # such parts of the way in which every iteration is recorded come before
# … or fewer, so that the records up to each e-fold of the way take no more seconds than these.
_FINE_SECONDS = 0.002


class Pace:
    """Finds the stride at which recording J costs under a tenth of a run's time.

    Only at first records are closer together, for some hundredths of a second in all.

    Parameters
    ----------
    start
        Iteration at which the run, or this way of taking steps, begins.

    Attributes
    ----------
    stride
        Steps from one record to the next in the long run, at least 1.
    """

    def __init__(self, start: int = 0) -> None:
        self.stride = 1
        self._start = start
        self._step = math.nan
        self._record = math.nan

    def measured(self, steps: int, stepping: float, recording: float) -> None:
        """Take in that `steps` steps took `stepping` seconds, their record `recording`."""
        if stepping <= 0:
            return  # a coarse clock has not seen them
        self._step = _averaged(self._step, stepping / steps)
        self._record = _averaged(self._record, recording)
        cost = self._record / self._step
        self.stride = 1 if cost < _CHEAP else math.ceil(cost / _SHARE)

    def stride_from(self, iteration: int) -> int:
        """Return the steps from a record of this iteration to the next, at least 1."""
        if self.stride == 1:
            return 1
        fine = min(_FINE, int(_FINE_SECONDS / self._record))
        if not fine:
            return self.stride
        return max(1, min(self.stride, (iteration - self._start) // fine - _AHEAD))


def _averaged(average: float, value: float) -> float:
    if math.isnan(average) or _UNUSUAL * value < average:
        return value
    return average + _WEIGHT * (min(value, 2 * average) - average)
