"""Histograms whose range may grow without anything being counted again. No Qt."""

from __future__ import annotations

from math import ceil, log2
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.core import Array

COUNT: Final = 64
"""Bins of every histogram."""

# A few values far out must not press all others together: this many times the root mean square
# is far enough, and what lies beyond is counted at the end.
_FAR: Final = 4.0
_MOST_DOUBLINGS: Final = 1000  # and twice the range is still a number


class Bins(Protocol):
    """What divides a range of values into `COUNT` bins."""

    def widen(self, values: Sequence[Array]) -> int:
        """Make room for values; return how often the range has doubled."""

    def shares(self, values: Array) -> Array:
        """Return which share of the values lies in each bin, (COUNT,)."""

    def merged(self, shares: Array, doublings: int) -> Array:
        """Return shares (…, COUNT) counted before the range doubled as they are now."""

    @property
    def ends(self) -> tuple[float, float]:
        """Where the first bin begins and the last ends, in terms of the axis."""


class LinearBins:
    """Bins of one width from −reach or 0 to reach.

    Parameters
    ----------
    reach
        How far; None to begin with the values that come first and to double when others need it.
    signed
        Whether values may be negative.
    """

    def __init__(self, reach: float | None = None, *, signed: bool) -> None:
        self._fixed = reach is not None
        self._reach = reach or 0.0
        self._signed = signed

    @property
    def ends(self) -> tuple[float, float]:
        """The range."""
        return -self._reach * self._signed, self._reach

    def widen(self, values: Sequence[Array]) -> int:
        """Double the range until it holds the values but for those far out."""
        needed = 0.0 if self._fixed else max(map(_extent, values))
        if needed <= self._reach:
            return 0
        if self._reach == 0.0:
            self._reach = 2.0 ** min(ceil(log2(needed)), _MOST_DOUBLINGS)
            return 0
        doublings = ceil(log2(min(needed, 2.0**_MOST_DOUBLINGS)) - log2(self._reach))
        self._reach *= 2.0**doublings
        return doublings

    def shares(self, values: Array) -> Array:
        """Count; what is not a number is left out."""
        low, high = self.ends
        return _counted(values, low, high or 1.0)

    def merged(self, shares: Array, doublings: int) -> Array:
        """Put two neighbours into one bin, as often as the range has doubled."""
        for _ in range(min(doublings, int(log2(COUNT)) + 1)):
            halves = shares.reshape(*shares.shape[:-1], COUNT // 2, 2).sum(axis=-1)
            shares = np.zeros_like(shares)
            first = COUNT // 4 if self._signed else 0
            shares[..., first : first + COUNT // 2] = halves
        return shares


class DecadeBins:
    """Bins of log₁₀|value|, four a decade, from 10⁻¹² to 10⁴; smaller ones are in the first.

    A 0 has no logarithm and lies in none of them.
    """

    ends = (-12.0, 4.0)

    def widen(self, values: Sequence[Array]) -> int:
        """Do nothing: there is room for all."""
        del values
        return 0

    def shares(self, values: Array) -> Array:
        """Count; the shares add up to less than 1 where some are 0."""
        sizes = np.abs(values[values != 0.0])
        with np.errstate(all="ignore"):
            counted = _counted(np.log10(sizes), *self.ends)
        shares: Array = counted * (sizes.size / max(1, values.size))
        return shares

    def merged(self, shares: Array, doublings: int) -> Array:
        """Return them as they are."""
        del doublings
        return shares


def _extent(values: Array) -> float:
    """Return how far from 0 values reach, but for those far out."""
    sizes = np.abs(values[np.isfinite(values)])
    if not sizes.size:
        return 0.0
    largest = float(sizes.max())
    if largest == 0.0:
        return 0.0
    return min(largest, _FAR * largest * float(np.sqrt(np.mean(np.square(sizes / largest)))))


def _counted(values: Array, low: float, high: float) -> Array:
    flat = values.ravel()
    places = (flat - low) * (COUNT / (high - low))
    places = np.clip(places[~np.isnan(places)], 0, COUNT - 1).astype(np.intp)
    return np.bincount(places, minlength=COUNT) / max(1, flat.size)
