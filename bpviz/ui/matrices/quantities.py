"""What the panel can show: each quantity of each layer as a grid of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bpviz.session.selection import Unit, Weight
from bpviz.ui.shares import greatest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.core import Array
    from bpviz.session.session import Session

# z, a and δ are shown together: a forward step alternates between z and a, and one column beside
# the other is how the lecture has them.
PAGES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "Theta": ("Theta",),
        "units": ("z", "a", "delta"),
        "Delta": ("Delta",),
        "D": ("D",),
    }
)
_PAGE_OF_LINE: Final = {1: "Delta", 7: "Delta", 8: "D", 9: "Theta"}


def page_of_line(line: int) -> str:
    """Return which page shows what a line of the algorithm computes."""
    return _PAGE_OF_LINE.get(line, "units")


@dataclass(frozen=True, slots=True)
class Grid:
    """One quantity of one layer.

    Attributes
    ----------
    symbol, layer
        As in `bpviz.trace.Step`.
    rows, columns
        Of the grid; a vector has one column.
    first
        Unit of the first row: 0 where the bias unit is shown, else 1.
    bias
        What belongs to the bias unit: the first "row" of a, the first "column" of a matrix, or
        None.
    skipped
        Rows to leave free above, so that z and δ of a unit stand beside its a.
    """

    symbol: str
    layer: int
    rows: int
    columns: int
    first: int
    bias: str | None
    skipped: int = 0

    @property
    def is_matrix(self) -> bool:
        """Whether its numbers belong to weights, not to units."""
        return self.symbol in ("Theta", "Delta", "D")

    def unit(self, row: int) -> int:
        """Return the unit i of a row."""
        return row + self.first

    def selects(self, row: int, column: int) -> Unit | Weight:
        """Return the unit or weight that a number belongs to."""
        if self.is_matrix:
            return Weight(self.layer, self.unit(row), column)
        return Unit(self.layer, self.unit(row))


class Cell(NamedTuple):
    """One number of a page.

    Attributes
    ----------
    grid
        Index among the grids of the page, in their order.
    row, column
        Inside that grid, from 0.
    """

    grid: int
    row: int
    column: int


Group = tuple[Grid, ...]


def groups(page: str, layers: tuple[int, ...]) -> tuple[Group, ...]:
    """Return the grids of a page; those of a group stand close together."""
    L = len(layers)
    if page != "units":
        symbol = PAGES[page][0]
        return tuple(
            (Grid(symbol, n, layers[n], layers[n - 1] + 1, 1, "column"),) for n in range(1, L)
        )
    made = []
    for n, units in enumerate(layers, start=1):
        hidden = int(n < L)
        a = Grid("a", n, units + hidden, 1, 1 - hidden, "row" if hidden else None)
        others = {s: Grid(s, n, units, 1, 1, None, skipped=hidden) for s in ("z", "delta")}
        # Layer 1 has neither z nor δ.
        made.append((a,) if n == 1 else (others["z"], a, others["delta"]))
    return tuple(made)


def values(session: Session, grid: Grid) -> Array:
    """Return the numbers of a grid as they stand, (rows, columns); NaN where not yet computed."""
    state = session.state
    if grid.is_matrix:
        matrices = {"Theta": state.theta, "Delta": state.Delta, "D": state.D}[grid.symbol]
        return matrices[grid.layer - 1]
    if grid.symbol == "a":
        a = state.a[grid.layer - 1]
        if grid.bias:
            made = session.trace.locate("a", grid.layer, 0, None, session.example)
            known = made is not None and made <= session.cursor
            a = np.concatenate(((1.0 if known else np.nan,), a))
        return a[:, None]
    vector = (state.z if grid.symbol == "z" else state.delta)[grid.layer - 1]
    if vector is None:
        raise ValueError(f"layer {grid.layer} has no {grid.symbol}")
    return vector[:, None]


def scale(session: Session, symbol: str) -> float:
    """Return the greatest finite size among all numbers of a quantity; 0 if none is computed.

    z, a and δ count before they are computed, so that colours stay what they are in the walk
    through an example.
    """
    state = session.state
    arrays: list[Array | None]
    if symbol in ("z", "a", "delta"):
        example = session.trace.values.example(session.example)
        arrays = list(getattr(example, symbol))
        if symbol == "a":
            arrays.append(np.ones(1))  # the bias units
    elif symbol == "D":
        # Not computed before line 8: it takes a pass over all examples.
        if session.cursor < session.trace.score.gradient_start:
            return 0.0
        arrays = list(session.trace.values.D)
    else:
        arrays = list(state.theta if symbol == "Theta" else state.Delta)
    return greatest((array for array in arrays if array is not None), otherwise=0.0)


def origin(session: Session, grid: Grid, row: int, column: int) -> int | None:
    """Return the step that made a number, or will make it; None for the Θ that are given."""
    trace, example = session.trace, session.example
    symbol, layer, unit = grid.symbol, grid.layer, grid.unit(row)
    if not grid.is_matrix:
        return trace.locate(symbol, layer, unit, None, example)
    k = trace.locate(symbol, layer, unit, column, example)
    if k is None or k <= session.cursor or symbol == "D":
        return k
    if symbol == "Theta":
        return None  # it is that of this pass until line 9 has changed it
    # Δ as the example before has left it, or as line 1 has begun it.
    return trace.locate(symbol, layer, unit, column, example - 1) if example > 1 else layer - 1
