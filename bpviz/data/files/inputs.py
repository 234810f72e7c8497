"""Which columns of a table become inputs, and why the others do not."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np

from .errors import shortened
from .table import MOST_INDICATORS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.data.scaling import Array
    from bpviz.data.split import Indices

    from .table import Table

Reason = Literal["chosen", "empty", "constant", "counter", "typo", "words"]
# Fewer points are no picture yet; what lies beyond these bounds is no brightness.
_FEWEST_POINTS: Final = 64
_DARKEST: Final = 255.0
_LIGHTEST: Final = -2.0
_FEW_ROWS: Final = 10  # fewer may well be x = 1, 2, 3 …
# A column without a name that stands first, as pandas writes its index, or one called like this.
_NUMBERING: Final = re.compile(r"(?i)x₁|.*id|index|idx|nr|no|num|number|row|#|№|unnamed: 0")


class Indicator(NamedTuple):
    """An input that is 1 where a column holds a certain word, otherwise 0."""

    place: int
    code: int


class LeftOut(NamedTuple):
    """A column that is neither input nor target."""

    place: int
    reason: Reason


@dataclass(frozen=True, eq=False)
class Inputs:
    """The inputs of examples.

    Attributes
    ----------
    numbers
        Columns of ``table.numbers``, ascending.
    indicators
        Inputs made of words, after those.
    left_out
        The columns that are not used.
    picture
        (rows, columns) if the inputs are a picture.
    """

    numbers: Indices
    indicators: tuple[Indicator, ...]
    left_out: tuple[LeftOut, ...]
    picture: tuple[int, int] | None

    @property
    def count(self) -> int:
        """Number of inputs, s_1."""
        return len(self.numbers) + len(self.indicators)

    def rows_missing(self, table: Table) -> Indices:
        """Return the number of missing inputs of each row, (m,)."""
        lacking: Indices = table.missing[:, self.numbers].sum(axis=1)
        for place in {indicator.place for indicator in self.indicators}:
            lacking += table.words[place].missing
        return lacking

    def values(self, table: Table, rows: Indices) -> Array:
        """Return the inputs of some rows, (rows, s_1), NaN where one is missing."""
        if not self.indicators:
            return np.ascontiguousarray(table.numbers[np.ix_(rows, self.numbers)])
        X = np.empty((len(rows), self.count))
        X[:, : len(self.numbers)] = table.numbers[np.ix_(rows, self.numbers)]
        for n, (place, code) in enumerate(self.indicators, start=len(self.numbers)):
            codes = table.words[place].codes[rows]
            X[:, n] = np.where(codes < 0, np.nan, codes == code)
        return X

    def names(self, table: Table) -> tuple[str, ...]:
        """Return the name of each input."""
        numbers = [table.names[place] for place in table.places[self.numbers]]
        words = [
            f"{table.names[place]} = {shortened(table.words[place].known[code])}"
            for place, code in self.indicators
        ]
        return (*numbers, *words)


def inputs_of(
    table: Table, targets: tuple[int, ...], unwanted: frozenset[int], *, picture: bool | None
) -> Inputs:
    """Choose the inputs.

    Parameters
    ----------
    table
        What the file holds.
    targets
        The columns that are to be learnt.
    unwanted
        Columns that the person leaves out.
    picture
        Whether the inputs are points of a picture; None to find out.
    """
    left_out = [LeftOut(place, "chosen") for place in sorted(unwanted)]
    taken = np.isin(table.places, [*targets, *unwanted])
    shape = _picture(table, np.flatnonzero(~taken), targets, picture)
    numbers = ~taken
    if shape is None:
        low, high = table.ranges
        counters = _counters(table, numbers)
        useless: list[tuple[Reason, Indices]] = [
            ("empty", np.flatnonzero(numbers & (low > high))),
            ("constant", np.flatnonzero(numbers & (low == high))),
            ("counter", counters),
        ]
        for reason, columns in useless:
            numbers[columns] = False
            left_out += [LeftOut(int(place), reason) for place in table.places[columns]]
    indicators: list[Indicator] = []
    for place in sorted(table.words.keys() - unwanted - set(targets)):
        found = _indicators(table, place)
        if isinstance(found, tuple):
            indicators += found
        else:
            left_out.append(LeftOut(place, found))
    return Inputs(np.flatnonzero(numbers), tuple(indicators), tuple(sorted(left_out)), shape)


def _picture(
    table: Table, columns: Indices, targets: tuple[int, ...], wanted: bool | None
) -> tuple[int, int] | None:
    """Return the shape of the picture that the columns of numbers make up, if they do."""
    n = len(columns)
    side = math.isqrt(n)
    if wanted is False or n + len(targets) != len(table.names):
        return None
    if table.picture is not None:
        return table.picture
    if side * side != n or side < 2:
        return None
    low, high = table.ranges
    alike = (low[columns] >= _LIGHTEST).all() and (high[columns] <= _DARKEST).all()
    if wanted or (n >= _FEWEST_POINTS and alike and not table.missing[:, columns].any()):
        return side, side
    return None


def _counters(table: Table, wanted: NDArray[np.bool_]) -> Indices:
    """Return the columns that only number the rows, unless nothing else is left."""
    if table.m < _FEW_ROWS or np.count_nonzero(wanted) < 2:
        return np.arange(0)
    suspects = [
        column
        for column in np.flatnonzero(wanted)
        if _NUMBERING.fullmatch(table.names[table.places[column]])
    ]
    found = [n for n in suspects if (np.diff(table.numbers[:, n]) == 1).all()]
    return np.array(found, dtype=np.intp)


def _indicators(table: Table, place: int) -> tuple[Indicator, ...] | Reason:
    words = table.words[place]
    if words.numeric >= 0.5:
        return "typo"
    if words.too_many or len(words.known) > MOST_INDICATORS:
        return "words"
    if len(words.known) < 2:
        return "constant" if words.known else "empty"
    codes = sorted(range(len(words.known)), key=words.known.__getitem__)
    return tuple(Indicator(place, code) for code in (codes[1:] if len(codes) == 2 else codes))
