"""A part of the examples that stands for all of them, where all would take too long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from .activations import Array


@dataclass(frozen=True, eq=False)
class Sample:
    """Examples taken at equal distances from all m of them, so that it is always the same ones.

    J and D on a sample are estimates of those on all examples, and equal to them where the sample
    is all of them.

    Attributes
    ----------
    X, Y
        Examples (n, s_1) and targets (n, K) of the sample.
    m
        Of how many it was taken.
    """

    X: Array
    Y: Array
    m: int

    @classmethod
    def of(cls, X: Array, Y: Array, most: int) -> Self:
        """Return a sample of at most `most` ≥ 1 of the rows of X and Y."""
        m = len(X)
        if m <= most:
            return cls(X, Y, m)
        rows = np.linspace(0, m - 1, most).round().astype(np.intp)
        return cls(X[rows], Y[rows], m)

    def __len__(self) -> int:
        return len(self.X)

    def scaled(self, lambda_: float) -> float:
        """Return the λ that weighs on this sample as much as `lambda_` does on all examples.

        J divides λ by the number of examples: λ·n/m divided by n is λ/m.
        """
        return lambda_ * len(self) / self.m
