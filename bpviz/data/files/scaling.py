"""How the numbers of a file are brought to a common size, if they need to be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from bpviz.data.scaling import Scaling
from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.data.scaling import Array
    from bpviz.data.split import Indices

    from .inputs import Inputs
    from .table import Table

Kind = Literal["none", "divided", "standardised"]
# What has this size and range suits a sigmoid as it is, and so do the points of the course's
# pictures, which lie between −0.13 and 1.13.
_LARGEST: Final = 2.0
_NARROWEST: Final = 0.5
_COLUMNS: Final = 64  # standardised in one go, so that little is copied


class InputScaling:
    """Decides how inputs are scaled, from the range of each alone.

    Parameters
    ----------
    table, inputs
        What the file holds, and which of it becomes inputs.
    wanted
        Whether they may be scaled at all.

    Attributes
    ----------
    kind
        ``"divided"`` means all by the same number, so that a picture stays what it is.
    """

    def __init__(self, table: Table, inputs: Inputs, *, wanted: bool) -> None:
        low, high = (ends[inputs.numbers] for ends in table.ranges)
        self._inputs = inputs
        self._size = size = max(high.max(initial=0.0), -low.min(initial=0.0))
        suits = size <= _LARGEST
        self.kind: Kind = "standardised"
        if inputs.picture:
            if suits:
                self.kind = "none"
            elif low.min() >= 0:
                self.kind = "divided"
        elif suits and (high - low >= _NARROWEST).all():
            self.kind = "none"
        if not wanted:
            self.kind = "none"

    def words(self) -> str:
        """Say how inputs are scaled, in the language in force."""
        return self._scaling(np.zeros((1, self._inputs.count)), np.arange(1)).words()

    def apply(self, X: Array, train: Indices) -> Scaling:
        """Scale X in place as the examples to learn from suggest, and return how."""
        scaling = self._scaling(X, train)
        X -= scaling.offset
        X /= scaling.scale
        return scaling

    def _scaling(self, X: Array, train: Indices) -> Scaling:
        s_1 = X.shape[1]
        if self.kind == "none":
            return Scaling.none(s_1)
        if self.kind == "divided":
            return Scaling.divided_by(math.ceil(self._size), s_1)
        numbers = len(self._inputs.numbers)
        offset, scale = np.zeros(s_1), np.ones(s_1)
        standard = Scaling.none(s_1)
        for start in range(0, numbers, _COLUMNS):
            columns = np.arange(start, min(start + _COLUMNS, numbers))
            standard = Scaling.standardised(X[np.ix_(train, columns)])
            offset[columns], scale[columns] = standard.offset, standard.scale
        if not self._inputs.indicators:
            return Scaling(offset, scale, standard.words)
        return Scaling(
            offset,
            scale,
            lambda: (
                standard.words()
                + " "
                + translate("Files", "Inputs that stand for a word are 0 or 1 and stay so.")
            ),
        )


def suits(Y: Array) -> bool:
    """Whether targets that are numbers can be learnt as they are."""
    low, high = np.fmin.reduce(Y, axis=0), np.fmax.reduce(Y, axis=0)
    small = max(high.max(), -low.min()) <= _LARGEST
    return bool(small and (high - low >= _NARROWEST).all())
