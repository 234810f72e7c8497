"""What a movie shows: one moment for each frame."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.trace import Granularity, Trace

Extent = Literal["step", "layer", "example", "pass", "training"]
EXTENTS: Final[tuple[Extent, ...]] = ("step", "layer", "example", "pass", "training")
MOST_FRAMES: Final = 20_000
_MOVES: Final = 0.6  # share of a step that its motion takes; then its numbers rest to be read


class Shot(NamedTuple):
    """One frame.

    Attributes
    ----------
    place
        Step of the trace, or iteration of the run.
    progress
        How far the motion of the step has come, 0 to 1.
    """

    place: int
    progress: float = 1.0


class TooLongError(ValueError):
    """A movie would have more frames than `MOST_FRAMES`; the sentence says what to change."""


def steps(
    trace: Trace,
    cursor: int,
    extent: Extent,
    granularity: Granularity,
    *,
    fps: float,
    seconds: float,
    still: bool = False,
) -> list[Shot]:
    """Return the frames that show some steps one after the other.

    Parameters
    ----------
    trace
        What is walked through.
    cursor
        A step of the layer, example or pass to be shown, or the step itself.
    extent
        What is shown of the pass.
    granularity
        How far one step of the movie goes.
    fps
        Frames a second.
    seconds
        How long a step lasts; where that is less than a frame, some steps are left out.
    still
        Show each step as it ends, without motion.

    Raises
    ------
    TooLongError
        If the frames would be too many.
    """
    places = [cursor] if extent == "step" else _places(trace, cursor, extent, granularity)
    count = max(1, round(len(places) * seconds * fps))
    _check(count)
    still = still or seconds * fps <= 1.0
    shots = []
    for frame in range(1, count + 1):
        reached = len(places) * frame / count
        index = math.ceil(reached - 1e-9) - 1
        progress = 1.0 if still else min(1.0, (reached - index) / _MOVES)
        shots.append(Shot(places[index], progress))
    return shots


def _places(trace: Trace, cursor: int, extent: Extent, granularity: Granularity) -> list[int]:
    reach: Granularity = "layer" if extent == "layer" else "pass"
    if extent == "example":
        reach = "example"
    first, last = trace.score.start(cursor, reach), trace.score.end(cursor, reach)
    places = [min(trace.score.end(first, granularity), last)]
    while places[-1] < last:
        _check(len(places))  # of a long pass, not even the steps are counted to their end
        places.append(min(trace.next(places[-1], granularity), last))
    return places


def training(first: int, last: int, *, fps: float, seconds: float) -> list[Shot]:
    """Return the frames that show a run from one iteration to another in this time.

    Raises
    ------
    TooLongError
        If the frames would be too many.
    """
    count = max(2, round(seconds * fps))
    _check(count)
    return [Shot(round(first + (last - first) * n / (count - 1))) for n in range(count)]


def _check(count: int) -> None:
    if count > MOST_FRAMES:
        sentence = translate(
            "Movie",
            "That would be more than {most} frames. Show less of the pass, take longer steps, or "
            "fewer seconds a step.",
        )
        raise TooLongError(sentence.format(most=MOST_FRAMES))
