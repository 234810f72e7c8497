"""Which numbers a worksheet is about, and which networks are too large for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self
from zlib import crc32

import numpy as np

from bpviz.text import dashed, translate
from bpviz.trace import Trace

from .tolerance import near_a_kink, tolerance
from .written import GIVEN

if TYPE_CHECKING:
    from bpviz.core import Array, Network
    from bpviz.data import DataSet

MOST_UNITS: Final = 6
MOST_LAYERS: Final = 4
_MOST_TOLERANCE: Final = 0.01


class WorksheetError(ValueError):
    """There can be no worksheet of this; the sentence says why and what would do."""


@dataclass(frozen=True, eq=False)
class Worksheet:
    """One pass of the algorithm over one example (m = 1), to be computed by hand.

    Attributes
    ----------
    trace
        The pass, at Θ, x and y rounded to two decimals: these rounded ones are the sheet's.
    title
        Of the data set.
    example
        i of the training example among the data, from 1.
    seed
        Of the random Θ; None if Θ is not random.
    tolerance
        By how much numbers differ at most from the key if each is rounded when it is written down.
    """

    trace: Trace
    title: str
    example: int
    seed: int | None
    tolerance: float

    @classmethod
    def make(
        cls,
        network: Network,
        data: DataSet,
        example: int,
        *,
        lambda_: float,
        alpha: float,
        seed: int | None = None,
    ) -> Self:
        """Return the worksheet of a network and a training example of the data, from 1.

        Raises
        ------
        WorksheetError
            If it would not fit on paper or could not be computed by hand; the sentence says why.
        """
        check_size(network)
        X, Y = (
            np.round(rows[example - 1 : example], GIVEN) for rows in (data.X_train, data.Y_train)
        )
        rounded = network.copy()
        rounded.parameters[:] = np.round(network.parameters, GIVEN) + 0.0  # no −0
        try:
            trace = Trace(rounded, X + 0.0, Y + 0.0, lambda_, alpha)
            largest = tolerance(trace)
        except (ValueError, OverflowError) as error:
            raise WorksheetError(str(error)) from None
        if not largest <= _MOST_TOLERANCE or near_a_kink(trace):
            raise WorksheetError(
                translate(
                    "Worksheet",
                    "These numbers cannot be computed by hand with four decimals: what is rounded "
                    "away grows too large. Smaller Θ, another seed or another example will do.",
                )
            )
        return cls(trace, data.title, example, seed, largest)

    @property
    def layers(self) -> str:
        """The layers as one writes them, such as 2-2-1."""
        return dashed(self.trace.network.layers)

    @property
    def _mark(self) -> int:
        """What tells one Θ that is not random from another."""
        return crc32(self.trace.network.parameters.tobytes()) & 0xFFFF

    @property
    def name(self) -> str:
        """What the small print says, so that sheet and key find each other."""
        parts = [
            self.title,
            self.layers,
            translate("Worksheet", "example {i}").format(i=self.example),
            translate("Worksheet", "seed {n}").format(n=self.seed)
            if self.seed is not None
            else f"Θ {self._mark:04x}",
        ]
        return " · ".join(parts)


def check_size(network: Network) -> None:
    """Refuse networks that do not fit on paper.

    Raises
    ------
    WorksheetError
        With the limit and its reason.
    """
    layers = network.layers
    if max(layers) > MOST_UNITS:
        sentence = translate(
            "Worksheet",
            "A worksheet has room for layers of up to {most} units, not {units}: a row of Δ has a "
            "cell for each of them and must fit on the width of a page. Fewer units, such as "
            "2-2-1, will do.",
        )
        raise WorksheetError(sentence.format(most=MOST_UNITS, units=max(layers)))
    if len(layers) > MOST_LAYERS:
        sentence = translate(
            "Worksheet",
            "A worksheet has room for up to {most} layers, not {layers}: with more, nobody gets "
            "to the end with a pocket calculator. Fewer layers, such as 2-2-1, will do.",
        )
        raise WorksheetError(sentence.format(most=MOST_LAYERS, layers=len(layers)))


def telling_example(X: Array) -> int:
    """Return the first example, from 1, with the fewest inputs that are 0: those hide their Θ."""
    return int(np.count_nonzero(np.round(X, GIVEN), axis=1).argmax()) + 1
