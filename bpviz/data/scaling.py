"""How inputs are brought to a size that a network learns from, and back to what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Callable

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Scaling:
    """The affine map between measured and scaled inputs: raw = X ⊙ scale + offset.

    Attributes
    ----------
    offset, scale
        One number for each input, (s_1,); every scale is above 0.
    words
        Gives the sentence that tells people about it, in the language in force.
    """

    offset: Array
    scale: Array
    words: Callable[[], str]

    @classmethod
    def none(cls, s_1: int) -> Self:
        """Leave `s_1` inputs as they are."""
        return cls(
            np.zeros(s_1),
            np.ones(s_1),
            lambda: translate("Data", "The inputs are used as they are, without scaling."),
        )

    @classmethod
    def divided_by(cls, largest: int, s_1: int) -> Self:
        """Bring `s_1` inputs from 0 … `largest` to 0 … 1."""
        return cls(
            np.zeros(s_1),
            np.full(s_1, float(largest)),
            lambda: translate(
                "Data", "Each input is divided by {largest}, so that it lies between 0 and 1."
            ).format(largest=largest),
        )

    @classmethod
    def standardised(cls, raw: Array) -> Self:
        """Give each column of `raw` (m, s_1), the examples to learn from, mean 0 and deviation 1.

        The examples held back take no part, as they are to stand for those not yet seen. A
        constant column, which has no deviation to divide by, only loses its mean.
        """
        # Not by the deviation, which rounding leaves a constant column some of.
        varies = raw.max(axis=0) > raw.min(axis=0)
        return cls(
            raw.mean(axis=0),
            np.where(varies, raw.std(axis=0), 1.0),
            lambda: translate(
                "Data",
                "Each input is standardised: its mean over the training examples is subtracted, "
                "and the difference is divided by its standard deviation.",
            ),
        )

    def apply(self, raw: Array) -> Array:
        """Return X of measured inputs, (m, s_1) or (s_1,)."""
        return (raw - self.offset) / self.scale

    def undo(self, X: Array) -> Array:
        """Return the measured inputs of X, (m, s_1) or (s_1,)."""
        return X * self.scale + self.offset
