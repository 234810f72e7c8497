"""The rows of a text table, a block at a time, and the lines on which they stand."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING, Final

from bpviz.text import translate

from .dialect import without_remarks
from .errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .dialect import Dialect

# Cells of a block: a cell is text and takes ten times the room of a number. And rows: fewer than
# the new lists that make Python look for garbage, which would take half of the time.
_CELLS: Final = 2_000_000
_ROWS: Final = 600
_FEWEST: Final = 2  # cells of a row; what has fewer above the first is a title

Rows = list[list[str]]
Block = tuple["Sequence[int]", Rows]  # the last line of each row, from 1, and its cells


def blocks(utf8: bytes, dialect: Dialect) -> Iterator[Block]:
    """Yield the rows, all of the same length; empty lines are passed over, and titles above.

    Raises
    ------
    FileError
        If a row is longer or shorter than the first, or a cell has no end.
    """
    lines = io.TextIOWrapper(io.BytesIO(utf8), "utf-8", newline="")
    reader = dialect.reader(without_remarks(lines))
    width, size, line = 0, 1, 0
    try:
        while rows := list(islice(reader, size)):
            ends = _ends(rows, line, reader.line_num)
            line = reader.line_num
            if not any(rows):  # empty lines, of which there may be millions
                continue
            if not width and len(rows[0]) < _FEWEST:
                continue
            if not width or set(map(len, rows)) != {width}:
                ends, rows = _with_cells(ends, rows)
                width = width or len(rows[0]) if rows else width
                _check_widths(ends, rows, width)
            if rows:
                yield ends, rows
                size = min(_ROWS, max(1, _CELLS // width))
    except csv.Error:
        sentence = translate(
            "Files",
            "Line {line}: a cell is longer than {most} characters; perhaps a quotation mark is "
            "opened there and never closed.",
        )
        most = csv.field_size_limit()
        raise FileError(sentence.format(line=reader.line_num, most=most)) from None


def _ends(rows: Rows, before: int, last: int) -> Sequence[int]:
    """Return the last line of each of the rows that come after line `before`."""
    if last - before == len(rows):
        return range(before + 1, last + 1)
    ends = []
    for cells in rows:  # some cells go over several lines
        before += 1 + sum(cell.count("\n") for cell in cells)
        ends.append(before)
    return ends


def _with_cells(ends: Sequence[int], rows: Rows) -> Block:
    kept = [
        (end, cells)
        for end, cells in zip(ends, rows, strict=True)
        if len(cells) > 1 or (cells and cells[0].strip())
    ]
    return [end for end, _ in kept], [cells for _, cells in kept]


def _check_widths(ends: Sequence[int], rows: Rows, width: int) -> None:
    for line, cells in zip(ends, rows, strict=True):
        if len(cells) != width:
            sentence = translate(
                "Files",
                "Line {line} has {cells} columns, and the first row has {width}: complete it, or "
                "put cells in which the delimiter occurs into quotation marks.",
            )
            raise FileError(sentence.format(line=line, cells=len(cells), width=width))
