"""Where on the timeline a step is: the arithmetic of its two bands, without any drawing.

The upper band is the whole pass, the lower one the example (or line 1, 8 or 9) of the moment.
Steps are counted in Python's integers, so no trace is too long.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING, Final

from bpviz.ui.counts import of_layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bpviz.trace import Segment
    from bpviz.trace.score import Score

# Narrower, an example shows no lines of its own in the upper band, and a drag keeps to the line
# of the moment instead of flickering through all of them.
_WIDE_EXAMPLE: Final = 40.0


@dataclass(frozen=True, slots=True)
class Span:
    """Consecutive steps drawn as one piece.

    Attributes
    ----------
    first, length
        Its first step, and how many there are.
    left, right
        Where it is drawn.
    kind
        Symbol of what is computed there, for the colour; "" for the head of the loop.
    names
        What to write on it, the longest first.
    """

    first: int
    length: int
    left: float
    right: float
    kind: str = ""
    names: tuple[str, ...] = ()

    @property
    def last(self) -> int:
        """Its last step."""
        return self.first + self.length - 1


class Band:
    """Spans that follow each other without a gap; steps ↔ positions.

    Attributes
    ----------
    spans
        In order.
    lined
        Whether every line has a span of its own; otherwise the examples share one.
    """

    def __init__(self, spans: Sequence[Span], *, lined: bool = True) -> None:
        self.spans = tuple(spans)
        self.lined = lined
        self._firsts = [span.first for span in spans]
        self._lefts = [span.left for span in spans]

    def span(self, k: int) -> Span:
        """Return the span that holds step k, or the nearest."""
        return self.spans[max(0, bisect_right(self._firsts, k) - 1)]

    def position(self, k: int) -> float:
        """Return where step k ends."""
        span = self.span(k)
        done = min(max(k + 1 - span.first, 0), span.length)
        return span.left + (span.right - span.left) * (done / span.length)

    def step(self, x: float) -> int:
        """Return the step at position x, or the nearest."""
        span = self.spans[max(0, bisect_right(self._lefts, x) - 1)]
        share = (x - span.left) / (span.right - span.left)
        return span.first + min(max(int(share * span.length), 0), span.length - 1)


def detail(score: Score, k: int, left: float, right: float) -> Band:
    """Return the band of the example of step k, or of its line outside the examples.

    A line's share grows with the logarithm of its steps: Δ of a picture has a thousand, δ ten, and
    both are to be read and reached.
    """
    start, part, _ = score.find(k)
    return Band(_segments(part.segments, start, left, right))


def overview(score: Score, left: float, right: float, end_width: float) -> Band:
    """Return the band of the whole pass.

    Its spans are the lines of every example where these have room, else all examples are one span.

    Parameters
    ----------
    score
        The steps.
    left, right
        Where the band is drawn.
    end_width
        Width of each of lines 1, 8 and 9: among many examples they would vanish.
    """
    first, last = left + end_width, right - 2 * end_width
    spans = [Span(0, score.examples_start, left, first, "Delta", ("Δ := 0", "Δ"))]
    lined = last - first >= _WIDE_EXAMPLE * score.m
    if lined:
        width = (last - first) / score.m
        for i in range(score.m):
            start, part, _ = score.find(score.examples_start + i * score.per_example)
            spans += _segments(part.segments, start, first + i * width, first + (i + 1) * width)
    else:
        steps = score.m * score.per_example
        spans.append(Span(score.examples_start, steps, first, last))
    update = score.length - score.update_start
    gradient = score.update_start - score.gradient_start
    spans += [
        Span(score.gradient_start, gradient, last, last + end_width, "D", ("D",)),
        Span(score.update_start, update, last + end_width, right, "Theta", ("Θ",)),
    ]
    return Band(spans, lined=lined)


def examples(score: Score, band: Band) -> tuple[float, float]:
    """Return where the examples begin and end in an overview."""
    return band.position(score.examples_start - 1), band.position(score.gradient_start - 1)


def tick_step(m: int, width: float, least: float) -> int:
    """Return every how many of m examples to set a mark, 1, 2 or 5 times a power of ten.

    Parameters
    ----------
    m
        How many examples share `width`.
    width, least
        Room for all, and the least distance between two marks.
    """
    step = 1
    for factor in _one_two_five():
        step = factor
        if width / m * step >= least:
            break
    return step


def _one_two_five() -> Iterable[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def _segments(segments: Sequence[Segment], start: int, left: float, right: float) -> list[Span]:
    weights = [1 + log2(1 + segment.length) for segment in segments]
    scale = (right - left) / sum(weights)
    bounds = [left]
    for weight in weights:
        bounds.append(bounds[-1] + weight * scale)
    bounds[-1] = right
    spans = []
    for segment, (begin, end) in zip(segments, pairwise(bounds), strict=True):
        spans.append(Span(start, segment.length, begin, end, *_look(segment)))
        start += segment.length
    return spans


def _look(segment: Segment) -> tuple[str, tuple[str, ...]]:
    """Return kind and names of a segment."""
    layer = segment.layer or 0
    match segment.line:
        case 2:
            return "", ("i",)
        case 3:
            return "x", ("x → a⁽¹⁾", "x")
        case 4:
            a = of_layer("a", layer)
            return "a", (f"{of_layer('z', layer)} {a}", a, "a")
        case 5 | 6 if layer > 1:
            return "delta", (of_layer("δ", layer), "δ")
        case 6:
            return "", ("∅",)
    kind, symbol = {
        1: ("Delta", "Δ"), 7: ("Delta", "Δ"), 8: ("D", "D"), 9: ("Theta", "Θ")
    }[segment.line]  # fmt: skip
    names = (of_layer(symbol, layer), symbol)
    return kind, (f"{names[0]} := 0", *names) if segment.line == 1 else names
