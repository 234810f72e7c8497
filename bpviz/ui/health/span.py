"""The stretch of iterations that is shown, and where each of them lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bpviz.core import Array

    from .record import Record


@dataclass(frozen=True, slots=True)
class Span:
    """Iterations from `first` to `end`, which leaves room for the last one recorded."""

    first: float
    end: float

    @classmethod
    def of(cls, record: Record) -> Span:
        """Return the stretch of all moments recorded."""
        times = record["iteration"]
        if not len(times):
            return cls(0.0, 1.0)
        step = (times[-1] - times[0]) / max(1, len(times) - 1)
        return cls(float(times[0]), float(times[-1] + max(1.0, step)))

    def shares(self, iterations: Array) -> Array:
        """Return where iterations lie, 0 at the first to 1 at the end."""
        shares: Array = (iterations - self.first) / (self.end - self.first)
        return shares

    def iterations(self, columns: int) -> Array:
        """Return the iteration in the middle of each of so many columns."""
        middles: Array = (np.arange(columns) + 0.5) / columns
        return self.first + middles * (self.end - self.first)

    def iteration(self, share: float) -> float:
        """Return which iteration lies at a share of the width."""
        return self.first + share * (self.end - self.first)
