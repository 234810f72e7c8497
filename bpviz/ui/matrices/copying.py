"""Numbers as text that numpy or Octave reads back to the last bit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.core import Array

    from .quantities import Grid

Language = Literal["numpy", "octave"]


def number_text(value: float, language: Language = "numpy") -> str:
    """Return a number such that reading it gives the same double."""
    if math.isnan(value):
        return "np.nan" if language == "numpy" else "NaN"
    if math.isinf(value):
        infinite = "np.inf" if language == "numpy" else "Inf"
        return infinite if value > 0 else f"-{infinite}"
    return repr(float(value))


def grid_text(grid: Grid, values: Array, language: Language) -> str:
    """Return an assignment such as ``Theta1 = np.array([[…], […]])``.

    A vector is one-dimensional in numpy and a column in Octave, so that Θa multiplies in both.
    """
    name = f"{grid.symbol}{grid.layer}"
    rows = [[number_text(value, language) for value in row] for row in values.tolist()]
    if language == "octave":
        body = "; ...\n  ".join(" ".join(row) for row in rows)
        return f"{name} = [{body}];"
    if not grid.is_matrix:
        return f"{name} = np.array([{', '.join(row[0] for row in rows)}])"
    body = ",\n    ".join(f"[{', '.join(row)}]" for row in rows)
    return f"{name} = np.array([\n    {body},\n])"


def page_text(grids: Iterable[tuple[Grid, Array]], language: Language) -> str:
    """Return one assignment for each grid."""
    return "\n".join(grid_text(grid, values, language) for grid, values in grids)
