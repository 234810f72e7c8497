"""The order of all steps of one pass, as arithmetic: step number ↔ what is computed in it.

A trace of the digits has millions of steps; none is stored. An example takes the same number of
steps as any other, and within it the steps form a few segments, one for each vectorised line.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

Granularity = Literal["unit", "layer", "example", "pass"]
GRANULARITIES: tuple[Granularity, ...] = ("unit", "layer", "example", "pass")


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive steps that together are one vectorised line for one layer.

    Attributes
    ----------
    line
        Line of the algorithm, 1 to 9.
    layer
        l of the layer computed, or of Θ⁽ˡ⁾ for lines 1 and 7 to 9; None for line 2.
    rows, columns
        Steps in it: ``rows × columns``. Lines 7 to 9 go weight by weight, row by row.
    bias
        Whether its first step is the bias unit, which is not counted in `rows`.
    """

    line: int
    layer: int | None
    rows: int = 1
    columns: int = 1
    bias: bool = False

    @property
    def length(self) -> int:
        """Number of steps."""
        return self.rows * self.columns + self.bias


@dataclass(frozen=True, slots=True)
class Place:
    """What one step computes; the fields are those of `bpviz.trace.Step`."""

    line: int
    example: int | None = None
    layer: int | None = None
    unit: int | None = None
    source: int | None = None
    symbol: str | None = None


class Score:
    """The steps of one pass over m examples.

    Parameters
    ----------
    layers
        s_1, …, s_L.
    m
        Examples in the pass.
    joint_output
        Whether a⁽ᴸ⁾ needs every z⁽ᴸ⁾ at once (softmax). Then all z of the layer come before the
        first a; otherwise each unit's a follows its z.
    """

    def __init__(self, layers: tuple[int, ...], m: int, *, joint_output: bool) -> None:
        self.layers = layers
        self.m = m
        self.joint_output = joint_output
        L = len(layers)
        weights = [(n, layers[n], layers[n - 1] + 1) for n in range(1, L)]
        self._parts = (
            _Part([Segment(1, n) for n in range(1, L)]),
            _Part(
                [
                    Segment(2, None),
                    Segment(3, 1, layers[0], bias=True),
                    *(Segment(4, n, layers[n - 1], 2, bias=n < L) for n in range(2, L + 1)),
                    Segment(5, L, layers[-1]),
                    *(Segment(6, n, layers[n - 1]) for n in range(L - 1, 1, -1)),
                    Segment(6, 1),
                    *(Segment(7, n, rows, columns) for n, rows, columns in weights),
                ]
            ),
            _Part([Segment(8, n, rows, columns) for n, rows, columns in weights]),
            _Part([Segment(9, n, rows, columns) for n, rows, columns in weights]),
        )
        start, per_example, gradient, update = self._parts
        self.examples_start = start.length
        self.per_example = per_example.length
        self.gradient_start = self.examples_start + m * self.per_example
        self.update_start = self.gradient_start + gradient.length
        self.length = self.update_start + update.length
        self._starts = (0, self.examples_start, self.gradient_start, self.update_start)

    def find(self, k: int) -> tuple[int, _Part, int | None]:
        """Return (index where the part of step k starts, the part, example counted from 1)."""
        n = bisect_right(self._starts, k) - 1
        if n != 1:
            return self._starts[n], self._parts[n], None
        i = (k - self.examples_start) // self.per_example
        return self.examples_start + i * self.per_example, self._parts[1], i + 1

    def segment(self, k: int) -> tuple[int, Segment]:
        """Return (index of its first step, segment) of the segment that holds step k."""
        start, part, _ = self.find(k)
        n = bisect_right(part.starts, k - start) - 1
        return start + part.starts[n], part.segments[n]

    def last_example(self, k: int) -> int | None:
        """Return the example whose z, a and δ are known after step k: the last one begun."""
        if k < self.examples_start:
            return None
        return min(self.m, (k - self.examples_start) // self.per_example + 1)

    def done(self, k: int, part: int) -> list[tuple[Segment, int]]:
        """Return each segment of a part with how many of its steps are done after step k.

        Parts: 0 line 1, 1 the lines of the last example begun, 2 line 8, 3 line 9.
        """
        start = self._starts[part]
        if part == 1:
            start += ((self.last_example(k) or 1) - 1) * self.per_example
        segments = self._parts[part].segments
        return [
            (segment, min(max(0, k + 1 - start - first), segment.length))
            for segment, first in zip(segments, self._parts[part].starts, strict=True)
        ]

    def joint(self, segment: Segment) -> bool:
        """Whether the segment computes all z before the first a."""
        return self.joint_output and segment.layer == len(self.layers)

    def place(self, k: int) -> Place:
        """Return what step k computes."""
        _, _, example = self.find(k)
        start, segment = self.segment(k)
        offset = k - start
        line, layer = segment.line, segment.layer
        match line:
            case 1:
                return Place(1, None, layer, symbol="Delta")
            case 2:
                return Place(2, example)
            case 3:
                return Place(3, example, 1, offset, symbol="a")
            case 4:
                unit, symbol = self._unit_and_symbol(segment, offset)
                return Place(4, example, layer, unit, symbol=symbol)
            case 6 if layer == 1:
                return Place(6, example, 1)
            case 5 | 6:
                return Place(line, example, layer, offset + 1, symbol="delta")
        row, column = divmod(offset, segment.columns)
        symbol = {7: "Delta", 8: "D", 9: "Theta"}[line]
        return Place(line, example, layer, row + 1, column, symbol)

    def _unit_and_symbol(self, segment: Segment, offset: int) -> tuple[int, str]:
        if segment.bias and offset == 0:
            return 0, "a"
        offset -= segment.bias
        if self.joint(segment):
            second, unit = divmod(offset, segment.rows)
        else:
            unit, second = divmod(offset, 2)
        return unit + 1, "za"[second]

    def locate(
        self,
        symbol: str,
        layer: int,
        unit: int,
        source: int | None = None,
        example: int | None = None,
    ) -> int | None:
        """Return the step that computes this number last, or None if no step does.

        Parameters
        ----------
        symbol
            "a", "z", "delta", "Delta", "D" or "Theta" (the new Θ of line 9).
        layer, unit, source
            As in `Place`.
        example
            i from 1, for all but D and Theta.
        """
        line = {"z": 4, "a": 3 if layer == 1 else 4, "Delta": 7, "D": 8, "Theta": 9}.get(symbol)
        if symbol == "delta":
            line = 5 if layer == len(self.layers) else 6
        if line is None or (line < 8 and example is None):
            return None
        n = 1 if line < 8 else line - 6
        part = self._parts[n]
        start = self._starts[n]
        if n == 1 and example is not None:
            start += (example - 1) * self.per_example
        for segment, first in zip(part.segments, part.starts, strict=True):
            if (segment.line, segment.layer) == (line, layer):
                return start + first + self._offset(segment, symbol, unit, source or 0)
        return None

    def index(self, place: Place) -> int:
        """Return the step at a place; where it names no unit, the last one of the segment.

        Without a layer it is the first one that the line comes to; in line 4 a unit without a
        symbol is its z; outside the loop over examples the example does not matter, and within it
        none stands for the first.

        Raises
        ------
        ValueError
            If no step is there.
        """
        line = place.line
        if not 1 <= line <= 9:
            raise ValueError(f"line must be from 1 to 9; not {line}")
        n = 0 if line == 1 else max(1, line - 6)
        start = self._starts[n]
        if n == 1:
            example = place.example or 1
            if not 1 <= example <= self.m:
                raise ValueError(f"example must be from 1 to {self.m}; not {example}")
            start += (example - 1) * self.per_example
        for segment, first in zip(self._parts[n].segments, self._parts[n].starts, strict=True):
            if segment.line == line and place.layer in (None, segment.layer):
                return start + first + self._offset_of(segment, place)
        raise ValueError(f"line {line} does not come to layer {place.layer}")

    def _offset_of(self, segment: Segment, place: Place) -> int:
        line, unit, source = segment.line, place.unit, place.source or 0
        if unit is None or line <= 2 or (line, segment.layer) == (6, 1):
            return segment.length - 1
        least = 0 if segment.bias else 1
        if not least <= unit <= segment.rows or (line >= 7 and not 0 <= source < segment.columns):
            raise ValueError(f"line {line} computes no such number in layer {segment.layer}")
        return self._offset(segment, place.symbol or "z", unit, source)

    def _offset(self, segment: Segment, symbol: str, unit: int, source: int) -> int:
        if segment.line >= 7:
            return (unit - 1) * segment.columns + source
        if segment.line == 3 or (segment.bias and unit == 0):
            return unit
        if segment.line != 4:
            return unit - 1
        second = symbol == "a"
        if self.joint(segment):
            return segment.bias + second * segment.rows + unit - 1
        return segment.bias + 2 * (unit - 1) + second

    def end(self, k: int, granularity: Granularity) -> int:
        """Return the last step of the group of this granularity that holds step k."""
        if granularity == "unit":
            return k
        if granularity == "pass":
            return self.length - 1
        if granularity == "layer":
            start, segment = self.segment(k)
            return start + segment.length - 1
        start, part, _ = self.find(k)
        return start + part.length - 1

    def start(self, k: int, granularity: Granularity) -> int:
        """Return the first step of the group of this granularity that holds step k."""
        if granularity == "unit":
            return k
        if granularity == "pass":
            return 0
        return self.segment(k)[0] if granularity == "layer" else self.find(k)[0]


class _Part:
    """Segments that follow each other, with the offset at which each starts."""

    __slots__ = ("length", "segments", "starts")

    def __init__(self, segments: list[Segment]) -> None:
        self.segments = segments
        *self.starts, self.length = accumulate((s.length for s in segments), initial=0)
