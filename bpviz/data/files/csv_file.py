"""Tables of text: CSV in all the ways in which it is written."""

from __future__ import annotations

import io
from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NoReturn

import numpy as np

from bpviz.text import grouped, translate

from .dialect import Dialect, delimiter_name, has_header, recognised
from .encoding import decoded
from .errors import FileError, require, shortened
from .networks import check_layers, suggested
from .number_columns import NumberColumns
from .rows import blocks
from .table import Table, counted
from .word_columns import gather

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from .rows import Block

_BYTES: Final = 16  # of a cell that is a number: in the table, and in X
_LONGEST: Final = 1 << 24  # characters of a line, whose cells take thirty times as much


def read_csv(data: bytes, *, header: bool | None = None, delimiter: str | None = None) -> Table:
    """Read a table of text.

    Parameters
    ----------
    data
        What the file holds.
    header
        Whether the first row names the columns; None to find out.
    delimiter
        What parts the columns; None to find out.

    Raises
    ------
    FileError
        If it is no table of at least two columns and a row; the sentence names the line.
    """
    text = decoded(data)
    dialect = recognised(text.utf8, delimiter)
    _check_size(text.utf8, dialect)
    begin, opening = _opening(text.utf8, dialect)
    named = has_header(dialect, opening) if header is None else header
    names = _names(opening[0] if named else [""] * len(opening[0]))

    def body() -> Iterator[Block]:
        ends, rows = next(every := blocks(text.utf8, dialect))
        first = (ends[named:], rows[named:])
        return chain([first] if first[1] else [], every)

    numbers = NumberColumns(len(names), dialect.cells)
    lines = []
    for ends, rows in body():
        numbers.add(rows, _where(names, ends))
        lines.append(np.fromiter(ends, np.int32, len(ends)))
    if not lines:
        raise FileError(translate("Files", "The table has a row of names and nothing below it."))
    matrix, places = numbers.table()
    words = gather((rows for _, rows in body()), numbers.first_words, dialect.cells)
    return Table(
        names=names,
        named=named,
        numbers=matrix,
        places=places,
        words=words,
        where=_where(names, np.concatenate(lines)),
        notes=(
            lambda: _about(len(matrix), len(names), dialect, named=named),
            *([text.note] if text.note else ()),
            *_above(text.utf8, begin),
        ),
        delimiter=dialect.delimiter,
    )


def _check_size(utf8: bytes, dialect: Dialect) -> None:
    ends = utf8.count(b"\n") + 1
    # Between two cells there may be any number of spaces, but of other delimiters only one.
    cells = ends if dialect.delimiter == " " else utf8.count(dialect.delimiter.encode()) + ends
    require(_BYTES * cells + len(utf8), translate("Files", "The table"))
    start = 0
    while len(utf8) - start > _LONGEST:
        start = utf8.rfind(b"\n", start, start + _LONGEST) + 1 or _too_long(utf8, start)


def _too_long(utf8: bytes, start: int) -> NoReturn:
    sentence = translate(
        "Files", "Line {line} is longer than {most} million characters: what is it made of?"
    )
    line = utf8.count(b"\n", 0, start) + 1
    raise FileError(sentence.format(line=line, most=_LONGEST // 10**6))


def _opening(utf8: bytes, dialect: Dialect) -> tuple[int, list[list[str]]]:
    """Return the line of the first row and the first rows, after a look at how wide they are."""
    every = blocks(utf8, dialect)
    first = next(every, None)
    if first is None:
        raise FileError(translate("Files", "The file holds nothing but empty lines or remarks."))
    [end, *_], [names, *_] = first
    check_layers(suggested(len(names) - 1, 1))
    # Where a quote is never closed, the end of the last line belongs to a cell.
    begin = max(1, end - sum(cell.count("\n") for cell in names))
    return begin, first[1] + next(every, ((), []))[1]


def _above(utf8: bytes, begin: int) -> list[Callable[[], str]]:
    """Return what tells of titles and remarks above the row in line `begin`, if there are any."""
    lines = io.TextIOWrapper(io.BytesIO(utf8), "utf-8", newline="")
    if not any(line.strip() for line in islice(lines, begin - 1)):
        return []

    def told() -> str:
        sentence = translate(
            "Files", "The table begins in line {line}; what stands above it is passed over."
        )
        return sentence.format(line=begin)

    return [told]


def _about(rows: int, columns: int, dialect: Dialect, *, named: bool) -> str:
    if named:
        sentence = translate(
            "Files",
            "{rows} rows and {columns} columns, set apart by {delimiter}; the first line names "
            "the columns.",
        )
    else:
        sentence = translate(
            "Files",
            "{rows} rows and {columns} columns, set apart by {delimiter}; no line names the "
            "columns.",
        )
    about = sentence.format(
        rows=grouped(rows), columns=grouped(columns), delimiter=delimiter_name(dialect.delimiter)
    )
    if not dialect.decimal_comma:
        return about
    return f"{about} {translate('Files', 'Numbers have a decimal comma.')}"


def _names(header: Sequence[str]) -> tuple[str, ...]:
    """Return names for the columns: as the header says, otherwise x₁, x₂ and so on."""
    seen: Counter[str] = Counter()
    names = []
    for cell, unnamed in zip(header, counted("x", len(header)), strict=True):
        name = shortened(cell) or unnamed
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _where(
    names: Sequence[str], lines: Sequence[int] | NDArray[np.int32]
) -> Callable[[int, int], str]:
    def where(row: int, column: int) -> str:
        sentence = translate("Files", "line {line}, column “{column}”")
        return sentence.format(line=lines[row], column=names[column])

    return where
