"""An array in a file, known by its header before it is read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bpviz.text import translate

from .errors import FileError, require, shortened
from .finite import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from bpviz.data.scaling import Array

MOST_DIMENSIONS: Final = 4  # more would be neither examples nor weights
MOST_ARRAYS: Final = 2_000  # so many are read through in no time


@dataclass(frozen=True)
class Stored:
    """An array in a file.

    Attributes
    ----------
    name, shape, dtype
        As the header has them.
    load
        Reads it; only called when its size has been found to be bearable.
    origin
        Number of the first row in the language of the file's makers: 0, or 1 for Octave.
    whole
        Whether its header could be read and fits the file.
    """

    name: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    load: Callable[[], NDArray[Any]]
    origin: int = 0
    whole: bool = True

    @property
    def size(self) -> int:
        """Number of entries."""
        return math.prod(self.shape)

    @property
    def shown(self) -> str:
        """The name as it may stand in a sentence, whatever is in the file."""
        return shortened(self.name) or "–"

    @property
    def is_text(self) -> bool:
        """Whether it holds words."""
        return self.dtype.kind in "US"

    def entry(self, *index: int) -> str:
        """Return how people write an entry, its index counted from 0: X[6, 2] or X(7, 3)."""
        numbers = ", ".join(str(n + self.origin) for n in index)
        return f"{self.shown}({numbers})" if self.origin else f"{self.shown}[{numbers}]"

    def usable(self) -> Stored:
        """Return the array itself if it holds numbers or words.

        Raises
        ------
        FileError
            If it does not, or is damaged.
        """
        if not self.whole:
            raise damaged(self.name)
        if self.dtype.kind not in "biufUS":
            if self.origin:
                sentence = translate(
                    "Files",
                    "{name} is no plain matrix of numbers; make it one, with full({name}) or "
                    "cell2mat({name}).",
                )
            else:
                sentence = translate(
                    "Files",
                    "{name} holds something other than numbers; save it as an array of them.",
                )
            raise FileError(sentence.format(name=self.shown))
        return self

    def read(self, copies: int = 1) -> NDArray[Any]:
        """Return the array.

        Parameters
        ----------
        copies
            As float64 that will be made of it, which counts for the memory that it may need.

        Raises
        ------
        FileError
            If it is too large or damaged, or holds neither numbers nor words.
        """
        self.usable()
        require(self.size * (self.dtype.itemsize + 8 * copies), self.shown)
        return self.load()

    def numbers(self, copies: int = 1) -> Array:
        """Return the array as float64; NaN is let through, infinity is not.

        Raises
        ------
        FileError
            Also if it holds words, or a number that is too large to calculate with.
        """
        if self.is_text:
            sentence = translate("Files", "{name} holds words where numbers are due.")
            raise FileError(sentence.format(name=self.shown))
        values: Array = np.require(self.read(copies), np.float64, ["C", "W"])
        settle(values, self.entry)
        return values


def damaged(name: str) -> FileError:
    """Return the error that an array cannot be read to its end."""
    sentence = translate(
        "Files", "{name} is damaged, or the file was cut off; fetch or save it again."
    )
    return FileError(sentence.format(name=shortened(name, 60) or "–"))


def check_count(count: int) -> None:
    """Refuse a file with more arrays than it takes to hold examples or weights."""
    if count > MOST_ARRAYS:
        sentence = translate(
            "Files", "The file holds {count} arrays, and at most {most} are looked through."
        )
        raise FileError(sentence.format(count=count, most=MOST_ARRAYS))
