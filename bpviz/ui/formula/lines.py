"""Where a formula may be broken, and how its parts fill lines of a given width.

A formula is cut into segments before each ``=``, ``:=``, ``+``, ``−`` and ``⊙`` that stands between
its pieces, and after a comma with a wide space. Segments are laid out one by one and set side by
side: so lines can be broken, and so the same few segments serve all steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bpviz.trace.formula import plain
from bpviz.ui.formula.mathml import MINUS, is_marked, to_mathml
from bpviz.ui.formula.shapes import Shape, shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpviz.trace.formula import Formula, Piece

_SPACE = r"(?:\s|\\[;,:! ]|\\quad|\\qquad)*"
_RELATION = re.compile(_SPACE + r"(?::?=|\\approx|\\coloneqq|\\to\b|\\Rightarrow)")
_SUM = re.compile(_SPACE + rf"(?:[-+{MINUS}]|\\pm\b|\\odot\b)")
_NEWLINE = re.compile(_SPACE + r"\\\\" + _SPACE)
# After one of these a plus or minus is a sign and belongs to what follows.
_OPEN_END = re.compile(rf"(?:[-+{MINUS}=(\[{{,&]|\\cdot|\\odot|\\times|\\approx|\\\\){_SPACE}$")
_CLAUSE_END = re.compile(_SPACE + r",\s*\\q?quad" + _SPACE + "$")
_GROWING = re.compile(r"\\(?:left|right)(?=[()\[\]])")
_TOKEN = re.compile(r"\\begin|\\end|\\left|\\right|\\[a-zA-Z]+|\\.|[{}()\[\]]", re.DOTALL)
_NESTING = {r"\begin": 1, r"\end": -1, r"\left": 1, r"\right": -1, "{": 1, "}": -1}
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}

_RELATION_INDENT = 1.6  # em, where the first line has no relation to align with
_SUM_INDENT = 1.3  # em, from the relation
_FARTHEST_RELATION = 0.35  # of the width; a relation farther right leaves too little room below


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of pieces between two places at which a formula may be broken.

    `kind` is "relation" or "sum" by the sign it begins with, "clause" after a comma, "start" at the
    beginning and after a forced line end. `nested` tells that it begins within brackets, where a
    break is a last resort.
    """

    start: int
    pieces: Formula
    kind: str
    nested: bool = False

    def mathml(self) -> tuple[str, str]:
        """Return shape and numerals, as `to_mathml` does."""
        return to_mathml(self.pieces, continues=self.kind in {"relation", "sum"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment on its line; `x` in em from the left edge."""

    segment: Segment
    shape: Shape
    numerals: str
    x: float


def segments(formula: Formula) -> tuple[Segment, ...]:
    """Cut a formula wherever it may be broken."""
    found: list[Segment] = []
    start, kind, nested = 0, "start", False
    depth = brackets = 0
    for index, piece in enumerate(formula):
        here = None
        if depth == 0:
            here = _break_before(piece, formula[start:index])
        if here is not None:
            if index > start:
                found.append(Segment(start, formula[start:index], kind, nested))
            start, kind, nested = index, here, brackets > 0
            if here == "start":
                start += 1
        for token in _TOKEN.findall(piece.latex):
            depth += _NESTING.get(token, 0)
            brackets += _BRACKETS.get(token, 0)
    if start < len(formula):
        found.append(Segment(start, formula[start:], kind, nested))
    return tuple(found)


def _break_before(piece: Piece, line: Sequence[Piece]) -> str | None:
    """Return the kind of segment that begins with this piece, None if none does."""
    if _NEWLINE.fullmatch(piece.latex):
        return "start"
    if line and _CLAUSE_END.match(line[-1].latex):
        return "clause"
    if is_marked(piece):
        return None
    if _RELATION.match(piece.latex):
        return "relation"
    if not line or _OPEN_END.search(line[-1].latex):
        return None
    return "sum" if _SUM.match(piece.latex) else None


def fill(formula: Formula, width: float | None) -> tuple[tuple[Placed, ...], ...]:
    """Set a formula in lines no wider than `width` em where it can be broken so; None: no limit.

    What does not fit on one line begins a new one at every relation but the first, as one writes
    a calculation, and at sums where a line is full.

    Raises
    ------
    ValueError
        If a part of it cannot be typeset.
    """
    limit = float("inf") if width is None else width
    lines = _lines(formula, limit)
    if any(line[-1].x + line[-1].shape.width > limit for line in lines):
        lines = _lines(loosened(formula), limit)
    return lines


def loosened(formula: Formula) -> Formula:
    r"""Return the formula with ``(`` for ``\left(``, so that it may be broken within."""
    return tuple(replace(piece, latex=_GROWING.sub("", piece.latex)) for piece in formula)


def _lines(formula: Formula, limit: float) -> tuple[tuple[Placed, ...], ...]:
    lines: list[tuple[Placed, ...]] = []
    paragraph: list[Placed] = []
    for segment in segments(formula):
        if segment.kind == "start" and paragraph:
            lines.extend(_broken(paragraph, limit))
            paragraph = []
        paragraph.append(_laid_out(segment))
    if paragraph:
        lines.extend(_broken(paragraph, limit))
    return tuple(lines)


def _laid_out(segment: Segment) -> Placed:
    mathml, numerals = segment.mathml()
    try:
        return Placed(segment, shapes().shape(mathml), numerals, 0.0)
    except ValueError as error:
        raise ValueError(f"{error}: {plain(segment.pieces)}") from error


def _broken(parts: Sequence[Placed], limit: float) -> Iterator[tuple[Placed, ...]]:
    """Yield the lines of what stands between two forced line ends."""
    fits = _width(parts) <= limit
    line: list[Placed] = []
    x = relation = 0.0
    for group in _groups(parts):
        for part in group:
            kind, width = part.segment.kind, part.shape.width
            if kind == "clause" and not fits:
                relation = 0.0
            # A bracket stays together if a line can hold it; if none can, it is filled like text.
            needed = _width(group) if part is group[0] else width
            indent = _indent(kind, relation, limit)
            apart = not fits and (kind == "clause" or (kind == "relation" and relation > 0.0))
            full = x + needed > limit and (part is group[0] or x + width > limit)
            if line and (apart or (full and x > indent)):
                yield tuple(line)
                line, x = [], indent
            if kind == "relation" and relation == 0.0:
                relation = x
            line.append(replace(part, x=x))
            x += width
    yield tuple(line)


def _width(parts: Sequence[Placed]) -> float:
    return sum(part.shape.width for part in parts)


def _indent(kind: str, relation: float, limit: float) -> float:
    """Return where a continued line begins, given where the first relation stands.

    A relation goes below the first one, a sum a little farther right.
    """
    if kind == "clause":
        return 0.0
    base = relation if 0.0 < relation <= _FARTHEST_RELATION * limit else _RELATION_INDENT
    return base if kind == "relation" else base + _SUM_INDENT


def _groups(parts: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Put parts together that are only broken if they fill more than a line."""
    group: list[Placed] = []
    for part in parts:
        if group and not part.segment.nested:
            yield group
            group = []
        group.append(part)
    if group:
        yield group
