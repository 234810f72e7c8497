"""Matrices as source code: exact doubles in lines of bearable length.

Every number is written with the fewest digits that read back as the same double.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from bpviz.core import Array

WIDTH: Final = 96
# A matrix with more entries is only sketched on screen, where nobody reads them all.
LARGE: Final = 100
# A sketch keeps this many rows and columns at the beginning, and one of each at the end.
_KEPT: Final = (3, 2)
_MORE: Final = "…"
_MORE_ROWS: Final = "⋮"
_DOTS: Final = (_MORE, _MORE_ROWS)
_INDENT: Final = "    "


def is_large(values: Array) -> bool:
    """Whether a vector or matrix has more entries than anybody would read."""
    return values.size > LARGE


def python_array(name: str, values: Array, call: str, text_call: str, *, elided: bool) -> list[str]:
    """Return the lines of ``name = …`` for a Python program.

    Parameters
    ----------
    name, values
        Variable, and its vector (n,) or matrix (rows, columns).
    call
        Makes an array of nested lists, such as ``np.array``.
    text_call
        Makes an array of the numbers in a string, with ``{}`` for that string. Used for large
        ones, since Python is slow to read a list of many thousand numbers.
    elided
        Sketch a large matrix: the lines are then to be read, not to be run.
    """
    large, vector = is_large(values), values.ndim == 1
    cells = _cells(values, elided=elided)
    if large and not elided:
        opening, closing = text_call.split("{}")
        lines = [_INDENT + line for row in _rows(cells, " ") for line in row]
        shape = ", ".join(map(str, values.shape))
        return [f'{name} = {opening}"""', *lines, f'"""{closing}.reshape({shape})']
    inner = ", ".join(", ".join(row) if vector else f"[{', '.join(row)}]" for row in cells)
    short = f"{name} = {call}([{inner}])"
    if not large and len(short) <= WIDTH:
        return [short]
    left, right = ("", ",") if vector else ("[", "],")
    lines = []
    for row in _rows(cells, ", "):
        if row == [_MORE_ROWS]:
            lines.append(_INDENT + _MORE_ROWS)
            continue
        first, *others = (f",\n{_INDENT}{' ' * len(left)}".join(row) + right).split("\n")
        lines += [_INDENT + left + first, *others]
    return [f"{name} = {call}([", *lines, f"]){_size('#', values)}"]


def octave_matrix(name: str, values: Array, *, elided: bool) -> list[str]:
    """Return the lines of ``name = …`` for an Octave program; a vector (n,) becomes a column."""
    large, column = is_large(values), values.ndim == 1
    separator = "; " if column else ", "
    cells = _cells(values, elided=elided)
    short = f"{name} = [{'; '.join(separator.join(row) for row in cells)}];"
    if not large and len(short) <= WIDTH:
        return [short]
    # The end of a line ends a row of the matrix, unless three dots carry it on.
    end = ";" if column else ", ..."
    lines = []
    for *others, last in _rows(cells, separator):
        lines += [*(_INDENT + line + end for line in others), _INDENT + last]
    return [f"{name} = [", *lines, f"];{_size('%', values)}"]


def _cells(values: Array, *, elided: bool) -> list[list[str]]:
    """Return the numbers row by row as texts; of a large matrix, if `elided`, those at the edge."""
    matrix = np.atleast_2d(values)
    if not (elided and is_large(values)):
        return [[repr(number) for number in row] for row in matrix.tolist()]
    rows, columns = (_edge(*counts) for counts in zip(matrix.shape, _KEPT, strict=True))
    return [
        [_MORE_ROWS]
        if i is None
        else [_MORE if j is None else repr(float(matrix[i, j])) for j in columns]
        for i in rows
    ]


def _edge(count: int, kept: int) -> list[int | None]:
    """Return the indices that a sketch keeps of 0 … count − 1, None for those between."""
    if count <= 2 * kept:
        return list(range(count))
    return [*range(kept), None, count - 1]


def _rows(cells: list[list[str]], separator: str) -> list[list[str]]:
    """Return the lines of each row, none too long, with decimal points in columns.

    What is too large to be read is not laid out in columns: that would take most of the time.
    """
    width = 0
    if sum(map(len, cells)) <= LARGE:
        before = max(_whole(cell) for row in cells for cell in row)
        cells = [[_shifted(cell, before - _whole(cell)) for cell in row] for row in cells]
        width = max(len(cell) for row in cells for cell in row) + len(separator)
    return [_wrapped(row, separator, width) for row in cells]


def _whole(cell: str) -> int:
    """Return how many signs stand before the decimal point or the power of ten."""
    return len(cell) - len(cell.lstrip("-0123456789"))


def _shifted(cell: str, by: int) -> str:
    return cell if cell in _DOTS else " " * by + cell


def _wrapped(cells: list[str], separator: str, width: int) -> list[str]:
    """Return a row as lines, its numbers in columns of a width, or close together if it is 0."""
    room = WIDTH - 2 * len(_INDENT)
    parts = [cell + separator for cell in cells]
    if width:
        parts = [part if part.startswith(_DOTS) else part.ljust(width) for part in parts]
    count = max(1, room // max(map(len, parts)))
    if sum(map(len, parts)) <= room:
        count = len(parts)
    starts = range(0, len(parts), count)
    return ["".join(parts[start : start + count]).rstrip(" ,;") for start in starts]


def _size(mark: str, values: Array) -> str:
    return f"  {mark} {' × '.join(map(str, values.shape))}" if is_large(values) else ""
