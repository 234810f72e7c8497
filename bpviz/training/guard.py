"""Divergence: when J counts as grown, and the Θ that is kept for that case."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .history import Record
    from .learner import Learner

# How many times its smallest value J may reach before the run counts as diverged. Near the
# minimum of a perfect fit J is so small that a harmless step multiplies it: therefore it must
# also have lost all that was gained since the run began, and be no rounding error.
_GROWTH = 1000.0
_NEGLIGIBLE = 1e-6


class Guard:
    """Watches J and remembers the Θ where it was smallest.

    Parameters
    ----------
    record
        Of the present moment, from which on growth is measured.
    learner
        What is watched.

    Attributes
    ----------
    best
        Record of the smallest J.
    """

    def __init__(self, record: Record, learner: Learner) -> None:
        self._first = record.J
        self._theta = learner.network.parameters.copy()
        self._keep(record, learner)

    def diverged(self, record: Record, learner: Learner) -> bool:
        """Judge the record of the present moment; remember its Θ if it is the best."""
        limit = max(_GROWTH * self.best.J, self._first, _NEGLIGIBLE)
        if not math.isfinite(record.J) or limit < record.J:
            return True
        if self.best.J >= record.J:
            self._keep(record, learner)
        return False

    def go_back(self, learner: Learner) -> None:
        """Bring the learner to the best Θ; its optimiser begins anew."""
        np.copyto(learner.network.parameters, self._theta)
        learner.begin(self._progress)

    def _keep(self, record: Record, learner: Learner) -> None:
        self.best = record
        self._progress = learner.progress
        np.copyto(self._theta, learner.network.parameters)
