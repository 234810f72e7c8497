"""A table as it was read: columns of numbers, columns of words, and where each cell stood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from bpviz.text import MINUS, decimal_mark

from .errors import MEMORY, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpviz.data.scaling import Array
    from bpviz.data.split import Indices

Codes = NDArray[np.int32]
# So many classes ask for as many examples at least, and then Y alone takes all the memory.
MOST_WORDS: Final = int((MEMORY / 8) ** 0.5)
# A column with so many different words becomes as many inputs of 0 and 1; with more it is rather a
# name or a remark.
MOST_INDICATORS: Final = 12
_SUBSCRIPTS: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, eq=False)
class Words:
    """A column of words.

    Attributes
    ----------
    codes
        Place of each row's word in `known`, −1 where it is missing; (m,), or (0,) if there are
        more than `MOST_WORDS` different ones.
    known
        The different words, in the order in which they come.
    first
        Row of the first cell that is no number, and what it holds.
    numeric
        Share of the cells that are numbers.
    """

    codes: Codes
    known: tuple[str, ...]
    first: tuple[int, str]
    numeric: float

    @property
    def too_many(self) -> bool:
        """Whether there are more different words than could ever be classes."""
        return not self.known

    @cached_property
    def missing(self) -> NDArray[np.bool_]:
        """Which rows lack a word, (m,)."""
        return self.codes < 0


@dataclass(frozen=True, eq=False)
class Table:
    """What a file holds, before anybody has decided what to learn from it.

    Attributes
    ----------
    names
        Name of each column.
    named
        Whether the file itself names them.
    numbers
        The columns of numbers, (m, count); NaN where a value is missing, otherwise finite.
    places
        Which column of the table each column of `numbers` is, ascending.
    words
        The other columns, by their place.
    where
        ``where(row, column)`` names the place of a cell in the file, both counted from 0.
    notes
        Give sentences about how the file was read, in the language in force.
    targets
        Columns that the file itself says are the targets; empty where it does not say.
    picture
        (rows, columns) if the file says that the inputs are a picture.
    by_columns
        Whether a picture's points come column by column, as MATLAB and Octave unroll them.
    ten_is_zero
        Whether class 10 stands for the digit 0, as in the course's files.
    delimiter
        What parts the columns of a table of text; None for other files.
    """

    names: tuple[str, ...]
    named: bool
    numbers: Array
    places: Indices
    words: Mapping[int, Words]
    where: Callable[[int, int], str]
    notes: tuple[Callable[[], str], ...] = ()
    targets: tuple[int, ...] = ()
    picture: tuple[int, int] | None = None
    by_columns: bool = False
    ten_is_zero: bool = False
    delimiter: str | None = None

    @property
    def m(self) -> int:
        """Number of rows."""
        return len(self.numbers)

    @cached_property
    def missing(self) -> NDArray[np.bool_]:
        """Which of `numbers` are missing, (m, count)."""
        return np.isnan(self.numbers)

    @cached_property
    def ranges(self) -> tuple[Array, Array]:
        """Smallest and largest of each column of `numbers`, (count,); −∞ > ∞ for an empty one."""
        low = np.fmin.reduce(self.numbers, axis=0, initial=np.inf)
        high = np.fmax.reduce(self.numbers, axis=0, initial=-np.inf)
        return low, high

    def number_column(self, place: int) -> Array:
        """Return a column of numbers, (m,)."""
        column: Array = self.numbers[:, int(np.searchsorted(self.places, place))]
        return column

    def cell(self, row: int, place: int) -> str:
        """Return a cell as people read it; nothing where it is missing."""
        words = self.words.get(place)
        if words is None:
            value = float(self.number_column(place)[row])
            if np.isnan(value):
                return ""
            return written(value).replace(".", decimal_mark()).replace("-", MINUS)
        if words.too_many:
            return shortened(words.first[1]) if row == words.first[0] else "…"
        code = int(words.codes[row])
        return "" if code < 0 else shortened(words.known[code])


def written(value: float) -> str:
    """Return a number of a file to ten digits; whole ones, such as milliseconds, in full."""
    return str(int(value)) if value.is_integer() and abs(value) < 2**53 else f"{value:.10g}"


def counted(letter: str, count: int) -> tuple[str, ...]:
    """Return names for columns that have none: x₁, x₂ and so on."""
    return tuple(letter + str(n).translate(_SUBSCRIPTS) for n in range(1, count + 1))
