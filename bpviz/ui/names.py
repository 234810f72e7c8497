"""Names of single numbers in plain text, e.g. Θ⁽¹⁾₂₃."""

from __future__ import annotations

from typing import Final

from bpviz.ui.counts import of_layer

LETTERS: Final = {"Theta": "Θ", "z": "z", "a": "a", "delta": "δ", "Delta": "Δ", "D": "D"}
# Variables are slanted, Greek capitals are not, as the equations have it.
SLANTED: Final = frozenset({"z", "a", "delta", "D"})
_SUBSCRIPTS: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def whole(symbol: str, layer: int) -> str:
    """Return the name of a vector or matrix, e.g. δ⁽³⁾; symbols as in `bpviz.trace.Step`."""
    return of_layer(LETTERS[symbol], layer)


def entry(symbol: str, layer: int, unit: int, source: int | None = None) -> str:
    """Return the name of one number, e.g. a⁽²⁾₃ or Θ⁽¹⁾₂₃, with a comma where it is needed."""
    indices = [str(unit)] if source is None else [str(unit), str(source)]
    comma = "," if any(len(index) > 1 for index in indices) else ""
    return whole(symbol, layer) + comma.join(indices).translate(_SUBSCRIPTS)
