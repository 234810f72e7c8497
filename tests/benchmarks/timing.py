"""Times of things that compete, taken in turns so that a slow minute hits all alike."""

from __future__ import annotations

import gc
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Times = dict[str, list[float]]


def in_turns(
    competitors: Mapping[str, Callable[[int], object]], *, rounds: int = 21, sample: float = 0.04
) -> Times:
    """Return seconds a step of each competitor, one figure a round.

    Parameters
    ----------
    competitors
        Functions that take so many steps.
    rounds
        How often each has its turn.
    sample
        Seconds one turn should take about.
    """
    counts = {name: _count(steps, sample) for name, steps in competitors.items()}
    times: Times = {name: [] for name in competitors}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, steps in competitors.items():
                start = perf_counter()
                steps(counts[name])
                times[name].append((perf_counter() - start) / counts[name])
    finally:
        gc.enable()
    return times


def ratio(times: Times, name: str, reference: str) -> float:
    """Return the median over the rounds of how many times slower `name` was."""
    return median(a / b for a, b in zip(times[name], times[reference], strict=True))


def _count(steps: Callable[[int], object], sample: float) -> int:
    """Return how many steps fill a sample; also warms up."""
    count = 1
    while True:
        start = perf_counter()
        steps(count)
        elapsed = perf_counter() - start
        if elapsed > sample / 4:
            return max(1, round(count * sample / elapsed))
        count *= 2
