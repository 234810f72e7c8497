"""Wide matrices with dots in them, for where there is no room for all of their columns."""

from __future__ import annotations

import re
from typing import Final

_MATRIX: Final = re.compile(r"(\\begin\{([pb]matrix)\})(.*?)(\\end\{\2\})", re.DOTALL)
_ROW: Final = re.compile(r"\\\\")


def narrowed(latex: str) -> str:
    r"""Return a formula whose matrices have three columns at most: first, dots, last.

    A matrix with cells that are matrices themselves stays as it is.
    """
    return _MATRIX.sub(_narrowed, latex)


def _narrowed(match: re.Match[str]) -> str:
    begin, _, inside, end = match.groups()
    if r"\begin" in inside:
        return match[0]
    rows = [row.split("&") for row in _ROW.split(inside)]
    if max(map(len, rows)) <= 3:
        return match[0]
    dotted = [[row[0], _dots(row), row[-1]] if len(row) > 2 else row for row in rows]
    return begin + r"\\".join("&".join(row) for row in dotted) + end


def _dots(row: list[str]) -> str:
    """Return the dots that fit those which may already be in the row."""
    cells = {cell.strip() for cell in row[1:-1]}
    return r" \ddots " if r"\ddots" in cells and r"\cdots" not in cells else r" \cdots "
