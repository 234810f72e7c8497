"""One pass of the algorithm as a sequence of steps that can be walked in both directions."""

from __future__ import annotations

import operator
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core.validation import checked_examples, checked_number, checked_targets

from .formula import Formula, Room, plain
from .rules import Rules
from .score import GRANULARITIES, Granularity, Place, Score
from .state import State, state_after
from .values import Values
from .vector_rules import VectorRules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import ArrayLike

    from bpviz.core import Array, Network


@dataclass(frozen=True, slots=True)
class Step:
    """One step: which line, for what, and the number it has just computed.

    Attributes
    ----------
    index
        Its number in the trace, from 0.
    line
        Line of the algorithm, 1 to 9.
    example
        i from 1, inside the loop over examples.
    layer
        l; for Δ, D and Θ the l of Θ⁽ˡ⁾.
    unit
        The receiving unit i from 1 (0 = bias unit), or None.
    source
        j from 0 (bias), where the step is about one weight Θ_ij.
    symbol
        "a", "z", "delta", "Delta", "D" or "Theta"; None where nothing is computed: the head of the
        loop (line 2), and the statement that there is no δ⁽¹⁾ (line 6, layer 1).
    value
        The number just computed, or None.
    """

    index: int
    line: int
    example: int | None
    layer: int | None
    unit: int | None
    source: int | None
    symbol: str | None
    value: float | None
    _trace: Trace = field(repr=False, compare=False)

    @property
    def formula(self) -> str:
        """The rule, in LaTeX."""
        return plain(self._trace.rule(self.index))

    @property
    def substituted(self) -> str:
        """The rule with the numbers of this step, in LaTeX."""
        return plain(self._trace.numbers(self.index))


class Trace:
    """Lines 1 to 9 of the algorithm for all examples at fixed Θ, each step at once reachable.

    ``len(trace)`` is the number of steps and ``trace[k]`` any one of them, computed when asked for:
    the memory is of the order of the network plus the data. How its numbers relate to those of
    ``cost_and_gradient``, to the last bit or in the order of summation, is said in
    `bpviz.trace.values.Values`.

    Within an example the steps are: the head of the loop; a⁽¹⁾ with its bias unit; for each layer
    its bias unit, then z and a unit by unit (all z first where softmax needs them); δ of layers
    L to 2; the statement that there is no δ⁽¹⁾; Δ weight by weight.

    Parameters
    ----------
    network
        Its Θ is copied: training on does not change a trace.
    X, Y
        Examples (m, s_1) and targets (m, K).
    lambda_, alpha
        λ for line 8, α for line 9.

    Raises
    ------
    ValueError
        If a shape or a number does not fit; the sentence names the argument.
    """

    def __init__(
        self,
        network: Network,
        X: ArrayLike,
        Y: ArrayLike,
        lambda_: float = 0.0,
        alpha: float = 0.1,
    ) -> None:
        self.network = network.copy()
        self.X: Array = checked_examples(network, X)
        self.m = len(self.X)
        self.Y: Array = checked_targets(network, Y, self.m)
        self.lambda_ = checked_number("lambda_", lambda_)
        self.alpha = checked_number("alpha", alpha, positive=True)
        self.score = Score(network.layers, self.m, joint_output=network.output == "softmax")
        self.values = Values(self.network, self.X, self.Y, self.lambda_, self.alpha)

    def at(self, network: Network, *, lambda_: float, alpha: float) -> Trace:
        """Return the trace of the same examples at other Θ, λ and α; the steps are the same."""
        other = copy(self)
        other.network = network.copy()
        other.lambda_ = checked_number("lambda_", lambda_)
        other.alpha = checked_number("alpha", alpha, positive=True)
        return other.twin()

    def twin(self) -> Trace:
        """Return the same trace with nothing computed yet, for another thread to do so."""
        twin = copy(self)
        twin.values = Values(self.network, self.X, self.Y, self.lambda_, self.alpha)
        return twin

    def effort(self, k: int) -> int:
        """Return about how many multiplications it takes to know step k and the state after it."""
        k = self._checked(k)
        example, gradient = self.score.last_example(k), k >= self.score.gradient_start
        sums: tuple[int, ...] = ()
        if gradient:
            sums = (self.m,)
        elif example is not None:
            sums = (example - 1, example)[: 2 if self.score.place(k).line == 7 else 1]
        rows = self.values.rows_to_go(example, *sums, gradient=gradient)
        return rows * self.network.parameters.size

    def prepare(self, k: int) -> None:
        """Compute now what step k and the state after it need; then they are there at once."""
        k = self._checked(k)
        _ = self[k], self.state(k)

    def __len__(self) -> int:
        return self.score.length

    def __iter__(self) -> Iterator[Step]:
        return (self[k] for k in range(len(self)))

    def __getitem__(self, k: int) -> Step:
        k = self._checked(k)
        p = self.score.place(k)
        return Step(
            k, p.line, p.example, p.layer, p.unit, p.source, p.symbol, self._number(p), self
        )

    def _checked(self, k: int) -> int:
        k = operator.index(k)
        if not -len(self) <= k < len(self):
            raise IndexError(f"step {k} is not among the {len(self)} steps of this trace")
        return k % len(self)

    def _number(self, p: Place) -> float | None:
        if p.symbol is None or p.layer is None:
            return None
        if p.line == 1:
            return 0.0
        if p.unit is None:
            return None
        if p.line <= 6:
            return self.value(p.symbol, p.example or 1, p.layer, p.unit)
        arrays = {
            7: lambda: self.values.accumulated(p.example or 1),
            8: lambda: self.values.D,
            9: lambda: self.values.updated,
        }[p.line]()
        return float(arrays[p.layer - 1][p.unit - 1, p.source or 0])

    def value(self, symbol: str, example: int, layer: int, unit: int) -> float:
        """Return one number z, a or δ; unit 0 is the bias unit, whose a is 1."""
        if symbol == "a" and unit == 0:
            return 1.0
        arrays: list[Array | None] = getattr(self.values.example(example), symbol)
        array = arrays[layer - 1]
        if array is None:
            raise ValueError(f"layer {layer} has no {symbol}")
        return float(array[unit - 1])

    def slope(self, example: int, layer: int) -> Array:
        """Return g′(z⁽ˡ⁾) of one example, (s_l,)."""
        a = np.ascontiguousarray(self.values.example(example).a[layer - 1])
        slope = np.empty_like(a)
        g = self.network.activation(layer)
        if g.slope is None:
            raise ValueError("softmax is used with cross-entropy only, where g′ does not appear")
        g.slope(a, slope)
        return slope

    def locate(
        self,
        symbol: str,
        layer: int,
        unit: int,
        source: int | None = None,
        example: int | None = None,
    ) -> int | None:
        """Return the index of the step that computes a number; None for given ones (Θ, x, y)."""
        return self.score.locate(symbol, layer, unit, source, example)

    def next(self, k: int, granularity: Granularity = "unit") -> int:
        """Return the end of the next group after step k; the last step stays where it is.

        A group is a step ("unit"), a vectorised line of one layer ("layer"), an example, or the
        pass; lines 1, 8 and 9 count as one "example" each. The end of a group is the end of its
        last member, so the granularities nest.
        """
        k = self._checked(k)
        _check_granularity(granularity)
        return self.score.end(min(k + 1, len(self) - 1), granularity)

    def previous(self, k: int, granularity: Granularity = "unit") -> int:
        """Return the end of the group before, or step 0 where there is none."""
        k = self._checked(k)
        _check_granularity(granularity)
        return max(0, self.score.start(k, granularity) - 1)

    def state(self, k: int) -> State:
        """Return every array as it stands after step k, NaN where not yet computed."""
        return state_after(self, self._checked(k))

    def rule(self, k: int, granularity: Granularity = "unit") -> Formula:
        """Return the rule of step k: for its unit, or vectorised for the whole layer."""
        k = self._checked(k)
        return self._rules(granularity).rule(self.score.place(k))

    def numbers(
        self,
        k: int,
        granularity: Granularity = "unit",
        digits: int = 4,
        room: Room | None = None,
    ) -> Formula:
        """Return the rule of step k with its numbers in it, to `digits` digits (2 to 6).

        What has more entries than there is `room` for (`Room()` if None) is written with dots.
        """
        k = self._checked(k)
        return self._rules(granularity, digits, room).numbers(self.score.place(k))

    def _rules(self, granularity: Granularity, digits: int = 4, room: Room | None = None) -> Rules:
        _check_granularity(granularity)
        kind = Rules if granularity == "unit" else VectorRules
        return kind(self, digits, room or Room())


def _check_granularity(granularity: str) -> None:
    if granularity not in GRANULARITIES:
        known = ", ".join(GRANULARITIES)
        raise ValueError(f"granularity must be one of {known}; not {granularity!r}")
