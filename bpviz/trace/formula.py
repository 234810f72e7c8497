"""A formula as pieces of LaTeX that know which quantity they are and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.text import number, spoken, typed

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of LaTeX.

    Attributes
    ----------
    latex
        What is typeset. A piece with a symbol or an origin is self-contained; others may open what
        a later piece closes.
    symbol
        The quantity it shows ("x", "y", "a", "z", "delta", "Delta", "D", "Theta", "alpha",
        "lambda"), for its colour; None for operators.
    origin
        Index in the trace of the step that computed this number, where there is one.
    value
        The number in full precision, where the piece shows one.
    """

    latex: str
    symbol: str | None = None
    origin: int | None = None
    value: float | None = None


Formula = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a large matrix or sum is written out; dots stand for what lies between.

    Attributes
    ----------
    rows, columns
        Of a matrix, at most, dots included.
    terms
        Of a sum, at most, dots included.
    """

    rows: int = 6
    columns: int = 6
    terms: int = 7


def plain(formula: Iterable[Piece]) -> str:
    """Return the formula as LaTeX that typesets anywhere."""
    return "".join(piece.latex for piece in formula)


def op(latex: str) -> Piece:
    """Return an operator or any other run of LaTeX that names no quantity."""
    return Piece(latex)


_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_EXPONENT = str.maketrans(_SUPERSCRIPTS, "0123456789-")


def latex_number(value: float, digits: int) -> str:
    """Return `value` in LaTeX, as `bpviz.text.number` writes it."""
    return _latex(number(value, digits))


def _latex(written: str) -> str:
    """Return in LaTeX a number that is written in plain text."""
    base = written.rstrip(_SUPERSCRIPTS)
    exponent = written[len(base) :].translate(_EXPONENT)
    latex = base.replace("−", "-").replace(",", "{,}").replace("∞", r"\infty ")
    latex = latex.replace("–", r"\text{–}").replace("·", r"\cdot ")
    return f"{latex}^{{{exponent}}}" if exponent else latex


def num(
    value: float, digits: int, symbol: str | None = None, origin: int | None = None, *, factor: bool
) -> Piece:
    """Return a number; a negative `factor` or summand is put into parentheses.

    A whole number is written as one: an x or y of 1, the a of a unit that is saturated through.
    """
    value = float(value)
    latex = latex_number(value, 0 if value.is_integer() and abs(value) < 10**5 else digits)
    if factor and latex.startswith("-"):
        latex = f"({latex})"
    return Piece(latex, symbol, origin, value)


def count(value: int) -> Piece:
    """Return a whole number, i or m, with its thousands set apart."""
    return Piece(f"{value:,}".replace(",", thousands_mark()))


def indices(i: int | str, j: int | str) -> str:
    """Return the two indices of a weight, apart where one of them has two digits: 12, but 12,3."""
    pair = str(i), str(j)
    return ("," if max(map(len, pair)) > 1 else "").join(pair)


def thousands_mark() -> str:
    """Return in LaTeX what sets thousands apart in the language in force."""
    mark = spoken().group_mark
    return r"\," if mark.isspace() else f"{{{mark}}}"


def setting(value: float, symbol: str) -> Piece:
    """Return α or λ as somebody has typed it, without trailing zeros."""
    return Piece(_latex(typed(value)), symbol, value=value)


def elided(length: int, most: int, start: int = 0) -> list[int | None]:
    """Return which of `length` consecutive indices to show; None stands for those left out.

    At most `most` entries, None included, and never fewer than the first, None and the last.
    """
    indices = range(start, start + length)
    most = max(most, 3)
    if length <= most:
        return list(indices)
    last = most // 3
    return [*indices[: most - 1 - last], None, *indices[-last:]]
