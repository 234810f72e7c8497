"""Blocks of a worksheet as rows: strips of the page that are not torn apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from bpviz.export.worksheet import blocks

from .drawing import drawn
from .setting import HAIRLINE, INK, LEADING, MUTED, SECTION, SMALL, TEXT, TITLE, Set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QPainter

    from bpviz.trace.formula import Formula

    from .setting import Draw, Typesetter

# Millimetres.
_FILL_IN: Final = 9.5  # height of a row that is filled in by hand
_FILLED: Final = 6.2
_GAP: Final = 2.4
_HEADING_GAP: Final = 6.0
_BETWEEN: Final = 9.0  # between formulas side by side
_BETWEEN_GRIDS: Final = 7.0
_BADGE: Final = 2.7  # radius of the circle around a line's number
_KEY: Final = 9.0  # points, of the formulas of an answer key
_WIDE: Final = 1e9  # dots: as wide as it gets


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of the page.

    Attributes
    ----------
    height
        Without the gap.
    gap
        Above it, unless it begins a page.
    draw
        Draws it with its top left corner at a point.
    leads
        Whether it must not be the last on its page.
    """

    height: float
    gap: float
    draw: Draw
    leads: bool = False


class Rows:
    """Makes rows of blocks for a page of a width, in dots."""

    def __init__(self, setter: Typesetter, width: float) -> None:
        self._setter = setter
        self._width = width

    def of(self, block: blocks.Block) -> Iterator[Row]:
        """Yield the rows of a block."""
        match block:
            case blocks.Title():
                yield from self._title(block)
            case blocks.Section():
                yield self._heading(block.text, None)
            case blocks.Step():
                yield self._heading(block.text, block.number, block.rule)
            case blocks.Text():
                yield from self._text(block)
            case blocks.Formulas():
                yield from self._formulas(block)
            case blocks.Table():
                yield self._table(block)
            case blocks.Grids():
                yield from self._grids(block)
            case blocks.Picture():
                height, draw = drawn(block.drawing, self._setter, self._width)
                yield Row(height, self._setter.mm(_GAP), draw)

    def _title(self, block: blocks.Title) -> Iterator[Row]:
        if block.fields:
            yield self._fields(block.fields)
        title = self._setter.words(block.text, TITLE, bold=True)
        yield Row(title.height, self._setter.mm(_HEADING_GAP), _at_baseline(title), leads=True)

    def _fields(self, texts: tuple[str, ...]) -> Row:
        """Names, each with a line to write on, at the right edge."""
        setter, width = self._setter, self._width
        names = [setter.words(text, TEXT, colour=MUTED) for text in texts]
        room, gap = setter.mm(42), setter.mm(2)

        def draw(painter: QPainter, x: float, y: float) -> None:
            base = y + names[0].ascent
            x += width - sum(name.width + room + 3 * gap for name in names) + 2 * gap
            for name in names:
                name.draw(painter, x, base)
                x += name.width + gap
                painter.setPen(_pen(setter, MUTED))
                painter.drawLine(QPointF(x, base), QPointF(x + room, base))
                x += room + 2 * gap

        return Row(names[0].height, 0.0, draw, leads=True)

    def _heading(self, text: str, number: int | None, rule: Formula = ()) -> Row:
        setter = self._setter
        words = setter.words(text, SECTION, bold=True)
        digit = None if number is None else setter.words(str(number), TEXT, bold=True)
        beside = setter.formula(rule) if rule else None
        radius = setter.mm(_BADGE)
        height = max(words.height, 2 * radius, beside.height if beside else 0.0)

        def draw(painter: QPainter, x: float, y: float) -> None:
            base = y + (height + words.ascent - words.descent) / 2
            if digit is not None:
                middle = QPointF(x + radius, y + height / 2)
                painter.setPen(_pen(setter, INK, 0.7))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, radius, radius)
                lift = (digit.ascent - digit.descent) / 2
                digit.draw(painter, middle.x() - digit.width / 2, middle.y() + lift)
                x += 2 * radius + setter.mm(2)
            words.draw(painter, x, base)
            if beside is not None:
                beside.draw(painter, x + words.width + setter.mm(6), base)

        # A rule beside it may be all there is.
        return Row(height, setter.mm(_HEADING_GAP), draw, leads=True)

    def _text(self, block: blocks.Text) -> Iterator[Row]:
        setter = self._setter
        least = setter.words(" ").height * LEADING / 1.17
        for number, line in enumerate(setter.mixed(block.text, self._width)):
            gap = 0.0 if number else setter.mm(_GAP)
            yield Row(max(line.height, least), gap, _at_baseline(line), leads=block.leads)

    def _formulas(self, block: blocks.Formulas) -> Iterator[Row]:
        """Fill lines from left to right, in columns if they are asked for."""
        setter, width = self._setter, self._width
        size = _KEY if block.columns else TEXT
        items = [setter.formula(item, size, width) for item in block.items]
        between = setter.mm(_BETWEEN)
        column = max(item.width for item in items) + between
        count = max(1, int((width + between) // column))
        lines: list[list[tuple[float, Set]]] = [[]]
        x = 0.0
        for item in items:
            full = len(lines[-1]) == count if block.columns else x + item.width > width
            if lines[-1] and full:
                lines.append([])
                x = 0.0
            lines[-1].append((x, item))
            x += (width + between) / count if block.columns else item.width + between
        for number, line in enumerate(lines):
            gap = setter.mm(0.7 * _GAP if number and block.columns else _GAP)
            gap *= 1.5 if block.leads else 1.0
            yield _row_of(line, gap, leads=block.leads)

    def _grids(self, block: blocks.Grids) -> Iterator[Row]:
        setter = self._setter
        between = setter.mm(_BETWEEN_GRIDS)
        lines: list[list[tuple[float, Row]]] = [[]]
        x = 0.0
        for rule, table in block.items:
            width = sum(table.widths) * self._width
            if lines[-1] and x + width > self._width + 1:
                lines.append([])
                x = 0.0
            lines[-1].append((x, self._under(setter.formula(rule), self._table(table))))
            x += width + between
        for number, line in enumerate(lines):
            gap = setter.mm(2 * _GAP if number else _GAP)
            yield Row(max(row.height for _, row in line), gap, _beside(line))

    def _under(self, rule: Set, table: Row) -> Row:
        """Return a table under its rule."""
        top = rule.height + table.gap

        def draw(painter: QPainter, x: float, y: float) -> None:
            rule.draw(painter, x, y + rule.ascent)
            table.draw(painter, x, y + top)

        return Row(top + table.height, 0.0, draw)

    def _table(self, block: blocks.Table) -> Row:
        setter = self._setter
        widths = [share * self._width for share in block.widths]
        cells = [
            [_one(setter.mixed(text, _WIDE)) for text in texts]
            for texts in (block.head, *block.rows)
        ]
        by_hand = any("" in row for row in block.rows)
        room = setter.mm(_FILL_IN if by_hand else _FILLED)
        head = max(setter.mm(_FILLED), *(c.height + setter.mm(2.4) for c in cells[0] if c))
        heights = [head, *[room] * len(block.rows)]

        def draw(painter: QPainter, x: float, y: float) -> None:
            top = y
            for n, (row, height) in enumerate(zip(cells, heights, strict=True)):
                left = x
                for cell, width in zip(row, widths, strict=True):
                    if n:
                        painter.setPen(_pen(setter, HAIRLINE))
                        painter.setBrush(Qt.BrushStyle.NoBrush)
                        painter.drawRect(QRectF(left, top, width, height))
                    if cell is not None:
                        base = top + (height + cell.ascent - cell.descent) / 2
                        cell.draw(painter, left + (width - cell.width) / 2, base)
                    left += width
                top += height

        return Row(sum(heights), setter.mm(_GAP / 2), draw)

    def footer(self, left: str, right: str) -> Draw:
        """Return what draws the small print of a page."""
        setter, width = self._setter, self._width
        last = setter.words(right, SMALL, colour=MUTED)
        room = width - last.width - setter.mm(_BETWEEN)
        first = setter.words(setter.shortened(left, room, SMALL), SMALL, colour=MUTED)

        def draw(painter: QPainter, x: float, y: float) -> None:
            first.draw(painter, x, y)
            last.draw(painter, x + width - last.width, y)

        return draw


def _one(lines: list[Set]) -> Set | None:
    return lines[0] if lines else None


def _pen(setter: Typesetter, colour: QColor, points: float = 0.4) -> QPen:
    return QPen(colour, points * setter.dots)


def _at_baseline(line: Set) -> Draw:
    return lambda painter, x, y: line.draw(painter, x, y + line.ascent)


def _beside(rows: list[tuple[float, Row]]) -> Draw:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for dx, row in rows:
            row.draw(painter, x + dx, y)

    return draw


def _row_of(line: list[tuple[float, Set]], gap: float, *, leads: bool) -> Row:
    """Return a row of things side by side, their middles (of tall matrices too) in line."""
    ascent = max(item.ascent for _, item in line)
    descent = max(item.descent for _, item in line)

    def draw(painter: QPainter, x: float, y: float) -> None:
        for dx, item in line:
            item.draw(painter, x + dx, y + ascent)

    return Row(ascent + descent, gap, draw, leads)
