"""What a worksheet is made of, as plain data: whoever draws it only decides where it stands.

Texts may hold LaTeX between dollar signs; a dollar sign of its own is written with a backslash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from bpviz.trace.formula import Formula

    from .picture import Drawing


def as_text(words: str) -> str:
    """Return words from elsewhere, such as a file's name, as text without LaTeX in it."""
    return words.replace("$", r"\$")


@dataclass(frozen=True, slots=True)
class Title:
    """The head of a page: a title, and beside it names with a line to write on, if any."""

    text: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading without a number."""

    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A heading with the number of a line of the algorithm, and a rule beside it, if any."""

    number: int
    text: str
    rule: Formula = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; it stays with what follows if `leads`."""

    text: str
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Formulas:
    """Formulas side by side, as many as fit on a line; in columns of one width if `columns`.

    They stay with what follows if `leads`.
    """

    items: tuple[Formula, ...]
    columns: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Cells with hairlines around them; an empty one is there to be filled in by hand.

    Attributes
    ----------
    head, rows
        Texts. The first column holds names.
    widths
        Of the columns, as shares of the page's width; what they leave over stays empty.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Grids:
    """Tables, each with its rule above it, side by side as far as there is room."""

    items: tuple[tuple[Formula, Table], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in the middle of the page."""

    drawing: Drawing
    words: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Block: TypeAlias = Title | Section | Step | Text | Formulas | Table | Grids | Picture | NewPage
