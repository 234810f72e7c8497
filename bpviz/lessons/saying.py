"""Texts with the numbers of the moment in the place of their quantities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import MINUS, decimal_mark, grouped, number, typed
from bpviz.trace.formula import Room, count, elided, num, setting

from .markup import QUANTITY, parts
from .quantity import Quantity, parse, value

if TYPE_CHECKING:
    from bpviz.core import Array

    from .look import Look

# A negative number behind one of these stands in parentheses.
_OPERATOR: Final = re.compile(r"(?:[-+/−]|\\cdot|\\times|\\odot)\s*$")


def filled(text: str, look: Look | None) -> str:
    """Return a Markdown text with LaTeX, its ``{{…}}`` replaced by numbers.

    A quantity that there is not becomes a dash; without a `look`, all of them become dots.
    """
    told = []
    for kind, start, end in parts(text):
        part = text[start:end]
        formula = kind == "formula"
        pieces, last = [], 0
        for match in QUANTITY.finditer(part):
            before = part[last : match.start()]
            factor = formula and bool(_OPERATOR.search(before))
            pieces += [before, _said(match[1], look, formula=formula, factor=factor)]
            last = match.end()
        told.append("".join([*pieces, part[last:]]))
    return "".join(told)


def _said(name: str, look: Look | None, *, formula: bool, factor: bool) -> str:
    if look is None:
        return r"\ldots " if formula else "…"
    try:
        quantity = parse(name)
        at_hand = value(quantity, look)
    except ValueError:
        return "–"
    if not isinstance(at_hand, float):
        written = matrix(quantity, at_hand, look.digits)
        return written if formula else f"${written}$"
    if formula:
        return latex(quantity, at_hand, look.digits, factor=factor)
    return prose(quantity, at_hand, look.digits)


def prose(quantity: Quantity, at_hand: float, digits: int) -> str:
    """Return a number as it stands in a sentence."""
    if quantity.decimals is not None:
        fixed = f"{abs(at_hand):.{quantity.decimals}f}".replace(".", decimal_mark())
        return MINUS + fixed if at_hand < 0 and fixed.strip("0.,") else fixed
    if quantity.name in ("alpha", "lambda"):
        return typed(at_hand)
    if quantity.name == "m":
        return grouped(int(at_hand))
    whole = at_hand.is_integer() and abs(at_hand) < 10**5
    return number(at_hand, 0 if whole else digits)


def latex(quantity: Quantity, at_hand: float, digits: int, *, factor: bool = False) -> str:
    """Return a number as it stands in a formula; a negative `factor` in parentheses."""
    if quantity.decimals is not None:
        written = prose(quantity, at_hand, digits).replace(MINUS, "-").replace(",", "{,}")
        return f"({written})" if factor and written.startswith("-") else written
    if quantity.name in ("alpha", "lambda"):
        return setting(at_hand, quantity.name).latex
    if quantity.name == "m":
        return count(int(at_hand)).latex
    return num(at_hand, digits, factor=factor).latex


def matrix(quantity: Quantity, entries: Array, digits: int, room: Room | None = None) -> str:
    """Return a column or a matrix in LaTeX, with dots where there is no room for all of it."""
    room = room or Room()
    table = entries[:, np.newaxis] if entries.ndim == 1 else entries
    rows = elided(table.shape[0], room.rows)
    columns = elided(table.shape[1], room.columns)
    lines = []
    for i in rows:
        cells = []
        for j in columns:
            if i is None:
                cells.append(r"\ddots" if j is None else r"\vdots")
            elif j is None:
                cells.append(r"\cdots")
            else:
                cells.append(latex(quantity, float(table[i, j]), digits))
        lines.append(" & ".join(cells))
    return r"\begin{pmatrix}" + r" \\ ".join(lines) + r"\end{pmatrix}"
