"""The lines between columns and rows of a table, which the typesetter leaves out."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_THICK = 0.045  # em, as the bar of a fraction
_BEYOND = 0.2  # em by which a line is longer than the cells beside it are high or wide


def table_rules(table: Any, em: float) -> Iterator[tuple[float, float, float, float]]:
    r"""Yield x, y, width and height of each line within a table, y downwards from its baseline.

    MathML has lines between columns and rows, which LaTeX's ``|`` and ``\hline`` become.

    Parameters
    ----------
    table
        A node of ziamath's, laid out.
    em
        Size of its font, in the unit in which it is laid out.
    """
    columns: dict[int, list[float]] = defaultdict(list)
    rows: dict[int, list[float]] = defaultdict(list)
    places = [(r, c) for r, row in enumerate(table.element) for c in range(len(row))]
    for (r, c), (x, y), cell in zip(places, table.nodexy, table.nodes, strict=True):
        columns[c] += [x, x + cell.bbox.xmax]
        rows[r] += [y - cell.bbox.ymax, y - cell.bbox.ymin]
    (left, right), (top, bottom) = (_reach(lines.values(), em) for lines in (columns, rows))
    thick = _THICK * em
    for x in _between(columns, table.element.get("columnlines", "none")):
        yield x - thick / 2, top, thick, bottom - top
    for y in _between(rows, table.element.get("rowlines", "none")):
        yield left, y - thick / 2, right - left, thick


def _reach(spans: Iterable[list[float]], em: float) -> tuple[float, float]:
    """Return where the lines across these columns or rows begin and end."""
    places = [place for span in spans for place in span]
    return min(places) - _BEYOND * em, max(places) + _BEYOND * em


def _between(spans: dict[int, list[float]], wanted: str) -> Iterator[float]:
    """Yield the middle of each gap that is to have a line; the last word speaks for the rest."""
    words = wanted.split()
    for n, (one, other) in enumerate(pairwise(spans[n] for n in sorted(spans))):
        if words[min(n, len(words) - 1)] != "none":
            yield (max(one) + min(other)) / 2
