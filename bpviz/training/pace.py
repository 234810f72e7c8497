"""How often a run may look at itself."""

from __future__ import annotations

import math

# Of the time of the steps between two records. The promise is a tenth of the whole run; this
# leaves room for everything else that is not a step.
_SHARE = 0.08
# New measurements count for an eighth, and for no more than twice the average: a pause of the
# whole process must not look like the cost of one record.
_WEIGHT = 1 / 8


class Pace:
    """Finds the stride at which recording J costs under a tenth of a run's time.

    Attributes
    ----------
    stride
        Steps from one record to the next, at least 1.
    """

    def __init__(self) -> None:
        self.stride = 1
        self._step = math.nan
        self._record = math.nan

    def measured(self, steps: int, stepping: float, recording: float) -> None:
        """Take in that `steps` steps took `stepping` > 0 seconds, their record `recording`."""
        self._step = _averaged(self._step, stepping / steps)
        self._record = _averaged(self._record, recording)
        self.stride = max(1, math.ceil(self._record / (_SHARE * self._step)))


def _averaged(average: float, value: float) -> float:
    if math.isnan(average):
        return value
    return average + _WEIGHT * (min(value, 2 * average) - average)
