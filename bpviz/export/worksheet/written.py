"""Numbers as one writes them on paper: a fixed number of decimals, no powers of ten."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bpviz.text import decimal_mark
from bpviz.trace.formula import Piece
from bpviz.trace.rules import Rules

DECIMALS: Final = 4
"""Of every number that is computed."""
GIVEN: Final = 2
"""Of Θ, x and y."""


def given_number(value: float) -> str:
    """Return a number that is given, in LaTeX: 1, 0.3, −0.42."""
    return _latex(f"{value:.{GIVEN}f}".rstrip("0").rstrip("."))


def aligned_number(value: float) -> str:
    """Return a number that is given with all its decimals, for a column of them."""
    return _latex(f"{value:.{GIVEN}f}")


def computed_number(value: float) -> str:
    """Return a computed number in LaTeX; exactly nothing is 0."""
    return _latex(f"{value:.{DECIMALS}f}") if value else "0"


def _latex(text: str) -> str:
    if float(text) == 0:
        text = text.removeprefix("-")
    mark = decimal_mark()
    return text if mark == "." else text.replace(".", f"{{{mark}}}")


class Written(Rules):
    """The rules with their numbers as they stand in an answer key."""

    def number(
        self, value: float, symbol: str, origin: int | None = None, *, factor: bool = False
    ) -> Piece:
        """Return a given number as it is given, a computed one with all its decimals."""
        # What comes from no step is given: Θ, x and y; the slope g′ comes from that of its z.
        is_given = symbol in {"x", "y"} or (symbol == "Theta" and origin is None)
        latex = given_number(value) if is_given else computed_number(value)
        return Piece(_factor(latex, factor=factor), symbol, origin, float(value))

    def value(
        self, symbol: str, example: int, layer: int, unit: int, *, factor: bool = False
    ) -> Piece:
        """Return z, a or δ; a⁽¹⁾ is x and is written as that is given."""
        piece = super().value(symbol, example, layer, unit, factor=factor)
        if symbol != "a" or layer != 1 or unit == 0 or piece.value is None:
            return piece
        return replace(piece, latex=_factor(given_number(piece.value), factor=factor))

    def slope(self, example: int, layer: int, unit: int) -> Piece:
        """Return g′ where it is no product: 0 or 1."""
        piece = super().slope(example, layer, unit)
        return piece if piece.value is None else replace(piece, latex=given_number(piece.value))


def _factor(latex: str, *, factor: bool) -> str:
    return f"({latex})" if factor and latex.startswith("-") else latex
