"""What is lit at a step: which units, which edges, what travels along them, and which way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from bpviz.session.selection import Unit, Weight

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.session.session import Session

Kind = Literal[
    "zero", "announce", "arrive", "bias", "sum", "apply", "layer", "difference", "back", "absent",
    "accumulate", "average", "update",
]  # fmt: skip
Travel = Literal["forward", "backward", "meet"]

_WEIGHT_KINDS: dict[int, Kind] = {1: "zero", 7: "accumulate", 8: "average", 9: "update"}
_ON_EDGES = {1: "Delta", 7: "Delta", 8: "D"}


@dataclass(frozen=True, eq=False)
class StepPicture:
    """The picture of one step, or of a whole vectorised line.

    Attributes
    ----------
    kind
        zero (line 1), announce (2), arrive (3), bias (a₀ := 1), sum (z), apply (a), layer (z and a
        of a whole layer), difference (5), back (6), absent (6 for layer 1), accumulate (7),
        average (8), update (9).
    line, example
        Of the algorithm; i, or None outside the loop.
    whole
        Whether a whole vectorised line is lit, not one number.
    layer, units
        Layer and units (from 0) that are computed; empty for lines 1, 2 and 7 to 9.
    matrix
        l of the Θ⁽ˡ⁾ whose edges are lit, or None.
    carried
        What each lit edge carries, of the shape of Θ⁽ˡ⁾, NaN where not lit: the terms Θ_ij a_j
        or Θ_ij δ_i, the products δ_i a_j, the D_ij, or the changes −α D_ij.
    travel
        Which way it goes; "meet" where δ_i and a_j come from both ends.
    on_edges
        The quantity that colours the edges which carry nothing: "Theta", "Delta" or "D".
    slope
        Whether g′ takes part.
    """

    kind: Kind
    line: int
    example: int | None
    whole: bool
    layer: int | None = None
    units: tuple[int, ...] = ()
    matrix: int | None = None
    carried: Array | None = field(default=None, repr=False)
    travel: Travel | None = None
    on_edges: str = "Theta"
    slope: bool = False

    @property
    def wanted(self) -> tuple[Unit, ...]:
        """Units that must be seen at this step."""
        if self.whole:
            return ()
        found = [Unit(self.layer, unit) for unit in self.units] if self.layer else []
        if self.kind in ("accumulate", "average", "update") and self.carried is not None:
            ends = np.argwhere(~np.isnan(self.carried))
            for row, column in ends[:1]:
                found += [
                    Unit((self.matrix or 0) + 1, int(row) + 1),
                    Unit(self.matrix or 0, int(column)),
                ]
        return tuple(found)

    @property
    def edges_of(self) -> tuple[Unit | Weight, ...]:
        """Units and weights of which no edge may be left out at this step."""
        if self.whole or self.matrix is None or self.carried is None:
            return ()
        lit = np.argwhere(~np.isnan(self.carried))
        return tuple(Weight(self.matrix, int(row) + 1, int(column)) for row, column in lit)


@np.errstate(all="ignore")  # products no float can hold are infinite
def step_picture(session: Session) -> StepPicture:
    """Return the picture of the step on screen."""
    step, state, segment = session.step, session.state, session.segment
    whole = session.granularity != "unit"
    line, layer, example = segment.line, segment.layer, step.example
    L = len(session.network.layers)
    theta = session.trace.network.theta
    if line == 2 or layer is None:
        return StepPicture("announce", 2, example, whole)
    if line in _WEIGHT_KINDS:
        return _of_weights(session, whole=whole)
    if line == 6 and layer == 1:
        return StepPicture("absent", 6, example, whole, layer=1)

    everyone = tuple(range(1, segment.rows + 1))
    units = everyone if whole else (step.unit or 0,)
    if line == 3:
        units = (0, *everyone) if whole else units
        return StepPicture("arrive", 3, example, whole, 1, units)
    if line == 5:
        slope = not session.network.pair.matched
        return StepPicture("difference", 5, example, whole, L, units, slope=slope)
    if line == 6:
        delta = state.delta[layer]
        carried = np.full(theta[layer - 1].shape, np.nan)
        rows = np.array(units) - 1
        if delta is not None:
            carried[:, rows + 1] = theta[layer - 1][:, rows + 1] * delta[:, None]
        return StepPicture(
            "back", 6, example, whole, layer, units, layer, carried, "backward", slope=True
        )
    if units == (0,):
        return StepPicture("bias", 4, example, whole, layer, units)
    if not whole and step.symbol == "a":
        return StepPicture("apply", 4, example, whole, layer, units)
    carried = np.full(theta[layer - 2].shape, np.nan)
    rows = np.array(units) - 1
    a = np.concatenate(((1.0,), state.a[layer - 2]))
    carried[rows] = theta[layer - 2][rows] * a
    units = (0, *units) if whole and segment.bias else units
    kind: Kind = "layer" if whole else "sum"
    return StepPicture(kind, 4, example, whole, layer, units, layer - 1, carried, "forward")


def _of_weights(session: Session, *, whole: bool) -> StepPicture:
    """Lines 1, 7, 8 and 9: the steps about Δ, D and Θ."""
    step, state, trace = session.step, session.state, session.trace
    line, layer = session.segment.line, session.segment.layer or 1
    n = layer - 1
    travel: Travel | None = None
    if line == 1:
        everything = state.Delta[n].copy()
    elif line == 7:
        delta, a = state.delta[layer], np.concatenate(((1.0,), state.a[n]))
        everything = np.outer(delta if delta is not None else np.nan, a)
        travel = "meet"
    elif line == 8:
        everything = state.D[n].copy()
    else:
        everything = trace.values.updated[n] - trace.network.theta[n]
    carried = everything
    if not whole and line != 1:
        carried = np.full(everything.shape, np.nan)
        at = (step.unit or 1) - 1, step.source or 0
        carried[at] = everything[at]
    return StepPicture(
        _WEIGHT_KINDS[line],
        line,
        step.example,
        whole or line == 1,
        matrix=layer,
        carried=carried,
        travel=travel,
        on_edges=_ON_EDGES.get(line, "Theta"),
    )
