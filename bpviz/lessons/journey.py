"""The steps between two scenes that differ in the step alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpviz.trace import GRANULARITIES

if TYPE_CHECKING:
    from bpviz.trace import Granularity, Trace

    from .lesson import Scene

_SECONDS: Final = {"slow": 1.0, "normal": 0.5, "fast": 0.15}  # a step
# Without a pace, so many steps are played; with one, so many, or larger ones.
_WATCHED: Final = 40
_MOST: Final = 200


@dataclass(frozen=True)
class Journey:
    """Steps between two scenes, to be played.

    Attributes
    ----------
    cursors
        Of the steps to come, the last one being that of the scene.
    seconds
        How long each is shown.
    granularity
        How large they are.
    """

    cursors: tuple[int, ...]
    seconds: float
    granularity: Granularity = "layer"


def way(trace: Trace, start: int, target: int, scene: Scene) -> Journey | None:
    """Return the steps from `start` to the `target` of a scene; None to jump."""
    pace, granularity = scene.pace, scene.state.granularity
    if pace == "jump" or target <= start:
        return None
    sizes = GRANULARITIES[GRANULARITIES.index(granularity) : -1]
    for size in sizes[:1] if pace is None else sizes:
        cursors = _walk(trace, start, target, size, _WATCHED if pace is None else _MOST)
        if cursors:
            return Journey(cursors, _SECONDS[pace or "normal"], size)
    return None


def _walk(
    trace: Trace, start: int, target: int, granularity: Granularity, most: int
) -> tuple[int, ...]:
    """Return the steps from `start` to `target`; none if they are more than `most`."""
    cursors: list[int] = []
    k = start
    while k < target:
        k = min(trace.next(k, granularity), target)
        cursors.append(k)
        if len(cursors) > most:
            return ()
    return tuple(cursors)
