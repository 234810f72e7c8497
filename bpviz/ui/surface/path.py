"""Where Θ has been, in bounded memory. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array

_MOST, _LEAST = 256, 16  # points
_BYTES: Final = 16 * 2**20  # with many weights there are fewer points


class Path:
    """Θ at some iterations, evenly spread over those that were added.

    When there is no more room, every second one is forgotten, but neither the first nor the last.

    Parameters
    ----------
    weights
        How many weights Θ has.
    """

    def __init__(self, weights: int) -> None:
        limit = min(_MOST, max(_LEAST, _BYTES // (8 * weights)))
        self._points: Array = np.empty((limit, weights))
        self._iterations = np.empty(limit, np.int64)
        self._length = 0
        self._spacing = 0

    def __len__(self) -> int:
        return self._length

    @property
    def points(self) -> Array:
        """Θ after Θ, (n, P)."""
        return self._points[: self._length]

    @property
    def iterations(self) -> NDArray[np.int64]:
        """When Θ was there, (n,), increasing."""
        return self._iterations[: self._length]

    def add(self, iteration: int, parameters: Array) -> None:
        """Go to another Θ; of the same iteration, the last one counts, and earlier ones do not."""
        times = self.iterations
        if self._length and iteration < times[-1]:
            return
        # The newest gives way while it is nearer to the one before than others are to each other.
        crowded = self._length >= 2 and iteration - times[-2] < self._spacing
        if not crowded and not (self._length and iteration == times[-1]):
            if self._length == len(self._iterations):
                self._thin()
            self._length += 1
        self._points[self._length - 1] = parameters
        self._iterations[self._length - 1] = iteration

    @property
    def has_room(self) -> bool:
        """Whether points may be inserted without those to come having to be thinned out soon."""
        return 4 * self._length < 3 * len(self._iterations)

    def insert(self, iteration: int, parameters: Array) -> None:
        """Add a Θ between others; ask `has_room` before."""
        k, end = int(np.searchsorted(self.iterations, iteration)), self._length
        for array, value in ((self._points, parameters), (self._iterations, iteration)):
            array[k + 1 : end + 1] = array[k:end].copy()
            array[k] = value
        self._length += 1

    def forget_after(self, iteration: int) -> None:
        """Forget what comes after an iteration."""
        self._length = int(np.searchsorted(self.iterations, iteration, side="right"))

    def _thin(self) -> None:
        kept = np.unique(np.append(np.arange(0, self._length, 2), self._length - 1))
        self._points[: len(kept)] = self._points[kept]
        self._iterations[: len(kept)] = self._iterations[kept]
        self._length = len(kept)
        times = self.iterations
        self._spacing = int(times[-1] - times[0]) // (len(kept) - 1)
