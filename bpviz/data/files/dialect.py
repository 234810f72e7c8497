"""How a table is written down: what parts its columns, and which mark its decimals have."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from bpviz.text import translate

from .cells import GROUP, Cells, is_missing
from .errors import FileError

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterable, Iterator, Sequence

# In the order in which they are preferred where two of them explain a table equally well.
DELIMITERS: Final = (",", ";", "\t", "|", " ")
_LOOKED_AT: Final = 1 << 16  # bytes
_LINES: Final = 50
_CELLS: Final = 2_000
_READABLE: Final = 0.5
_COMMA: Final = re.compile(rf"[+−-]?\d+(?:{GROUP}\d{{3}})*,\d+(?:[eE][+-]?\d+)?")
_POINT: Final = re.compile(r"[+−-]?\d+\.\d+(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Dialect:
    """Attributes tell what parts the columns and whether 1,5 is one and a half."""

    delimiter: str
    decimal_comma: bool

    def reader(self, lines: Iterable[str]) -> Reader:
        """Return a reader of rows, whose ``line_num`` counts the lines."""
        if self.delimiter == " ":  # columns set apart by any number of spaces
            lines = (line.strip() for line in lines)
        return csv.reader(lines, delimiter=self.delimiter, skipinitialspace=True)

    @cached_property
    def cells(self) -> Cells:
        """What reads the cells as numbers."""
        return Cells(decimal_comma=self.decimal_comma)


def delimiter_name(delimiter: str) -> str:
    """Return what parts columns, in words."""
    names = {
        ",": translate("Files", "commas"),
        ";": translate("Files", "semicolons"),
        "\t": translate("Files", "tabs"),
        " ": translate("Files", "spaces"),
    }
    return names.get(delimiter, f"“{delimiter}”")


def one_column() -> str:
    """Return the sentence on a table with one column."""
    return translate(
        "Files",
        "The table has one column only; it takes at least two, inputs and a target, set apart by "
        "comma, semicolon, tab, | or spaces.",
    )


def without_remarks(lines: Iterable[str]) -> Iterator[str]:
    """Blank the remarks above a table, ``# …`` or Excel's ``sep=;``, so that lines keep numbers."""
    rest = iter(lines)
    above: list[str] = []
    for line in rest:
        if line.strip() and not line.lstrip().startswith(("#", "%", "sep=")):
            return chain(above, [line], rest)
        above.append("")
    return iter(())


def recognised(utf8: bytes, delimiter: str | None = None) -> Dialect:
    """Return the dialect that explains the first lines of a table best.

    Parameters
    ----------
    utf8
        The text.
    delimiter
        What parts the columns, if that is known.

    Raises
    ------
    FileError
        If none of the delimiters makes two columns.
    """
    head = utf8[:_LOOKED_AT].decode(errors="ignore").splitlines(keepends=True)[: _LINES + 1]
    if len(head) > 1 and (len(utf8) > _LOOKED_AT or len(head) > _LINES):
        head.pop()  # cut in two, perhaps
    lines = [line for line in without_remarks(head) if line.strip()]
    best, most = None, 0.0
    for candidate in DELIMITERS if delimiter is None else (delimiter,):
        dialect = _with_decimals(candidate, lines)
        score = _score(dialect, lines)
        if score > most:
            best, most = dialect, score
    if best is None:
        raise FileError(one_column())
    return best


def has_header(dialect: Dialect, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of some rows names the columns: its cells are words unlike those below."""
    first, below = rows[0][:_CELLS], [row[:_CELLS] for row in rows[1:_LINES]]
    if any(dialect.cells.is_number(cell) for cell in first) or all(map(is_missing, first)):
        return False
    columns = list(zip(*below, strict=False))
    if any(any(map(dialect.cells.is_number, column)) for column in columns):
        return True
    return not any(cell in column for cell, column in zip(first, columns, strict=False))


def _with_decimals(delimiter: str, lines: list[str]) -> Dialect:
    plain = Dialect(delimiter, decimal_comma=False)
    if delimiter == ",":
        return plain
    cells = [cell.strip() for row in _some_rows(plain, lines) for cell in row]
    commas = any(map(_COMMA.fullmatch, cells)) and not any(map(_POINT.fullmatch, cells))
    return Dialect(delimiter, decimal_comma=commas)


def _score(dialect: Dialect, lines: list[str]) -> float:
    """Weigh how alike the rows are in length, and how many cells are numbers; 0 for one column.

    Rows that are not all alike could not be read, but with one of them the sentence that names it
    is of more use than columns without meaning.
    """
    rows = _some_rows(dialect, lines)
    (width, alike), *_ = Counter(map(len, rows)).most_common(1) or [(0, 0)]
    if width < 2:
        return 0.0
    cells = [cell for row in rows for cell in row][:_CELLS]
    numbers = sum(map(dialect.cells.is_number, cells))
    readable = _READABLE if alike == len(rows) else 0.0
    return readable + 2 * alike / len(rows) + numbers / len(cells)


def _some_rows(dialect: Dialect, lines: list[str]) -> list[list[str]]:
    try:
        return [row for row in dialect.reader(lines) if row]
    except csv.Error:  # a cell without end, with this delimiter
        return []
