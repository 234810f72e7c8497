"""A formula ready to be drawn: its outlines by colour, its size, and where each number stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from bpviz.trace.formula import Formula, Piece
from bpviz.ui.formula.lines import Placed, fill
from bpviz.ui.formula.mathml import is_marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpviz.ui.formula.shapes import Box, Ink

_LEADING = 0.42  # em between the lowest mark of a line and the highest of the next
_TALL, _TALL_LEADING = 2.2, 0.75  # em from which a line is tall, and the gap it then takes
_ASCENT, _DESCENT = 0.75, 0.25  # em that every line takes at least, so that a row of them is even


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A number that can be pointed at: its place in pixels and its index among the pieces."""

    box: QRectF
    index: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Typeset:
    """A typeset formula, in pixels from the top left corner of its bounding box.

    Attributes
    ----------
    size
        Of the font.
    width, height
        Size of the box around all lines.
    baseline
        Distance of the first line's baseline from the top.
    end
        Where the last line ends: x, and its baseline's distance from the top.
    lines
        Number of lines.
    hotspots
        The pieces with an origin or a value, in reading order.
    marks
        Colour and outline of every glyph and rule. One path for all would fill four times slower.
    """

    size: float
    width: float
    height: float
    baseline: float
    end: tuple[float, float]
    lines: int
    hotspots: tuple[Hotspot, ...]
    marks: tuple[tuple[QColor, QPainterPath], ...]

    def paint(self, painter: QPainter, at: QPointF | None = None) -> None:
        """Draw the formula with its top left corner at `at`."""
        painter.save()
        painter.translate(at or QPointF())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, path in self.marks:
            painter.fillPath(path, colour)
        painter.restore()

    def svg(self) -> bytes:
        """Return the formula as an SVG picture."""
        size = f'width="{self.width:.2f}" height="{self.height:.2f}"'
        view = f'viewBox="0 0 {self.width:.2f} {self.height:.2f}"'
        paths = "".join(
            f'<path fill="{colour.name()}" d="{path_data(path)}"/>' for colour, path in self.marks
        )
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>{paths}</svg>'.encode()


def typeset(
    formula: Formula | str,
    colours: Mapping[str, str],
    text_colour: str,
    size_px: float,
    max_width_px: float | None = None,
) -> Typeset:
    """Typeset a formula.

    Parameters
    ----------
    formula
        Pieces, or plain LaTeX.
    colours
        Symbol → colour as ``#rrggbb``; symbols that are not in it take the text's colour.
    text_colour
        Colour of everything else.
    size_px
        Font size in pixels.
    max_width_px
        Width at which lines are broken; None for as wide as it gets.

    Raises
    ------
    ValueError
        If it cannot be read or typeset; the message says which LaTeX.
    """
    pieces = (Piece(formula),) if isinstance(formula, str) else tuple(formula)
    return _typeset(pieces, tuple(sorted(colours.items())), text_colour, size_px, max_width_px)


@lru_cache(maxsize=256)
def _typeset(
    pieces: Formula,
    colours: tuple[tuple[str, str], ...],
    text_colour: str,
    size: float,
    max_width: float | None,
) -> Typeset:
    lines = fill(pieces, None if max_width is None else max_width / size)
    inks = _Inks(pieces, dict(colours), text_colour)
    hotspots: list[Hotspot] = []
    marks: list[tuple[QColor, QPainterPath]] = []
    width = height = baseline = above = 0.0
    end = 0.0, 0.0
    for number, line in enumerate(lines):
        ascent = max(_ASCENT, *(placed.shape.ascent for placed in line))
        descent = max(_DESCENT, *(placed.shape.descent for placed in line))
        tall = max(above, ascent + descent) > _TALL
        height += ascent + ((_TALL_LEADING if tall else _LEADING) if number else 0.0)
        baseline = baseline or height
        for placed in line:
            marks.extend(_marks(placed, height, size, inks))
            hotspots.extend(_hotspots(placed, height, size))
        end = line[-1].x + line[-1].shape.width, height
        width = max(width, end[0])
        height += descent
        above = ascent + descent
    return Typeset(
        size,
        width * size,
        height * size,
        baseline * size,
        (end[0] * size, end[1] * size),
        len(lines),
        tuple(hotspots),
        tuple(marks),
    )


class _Inks:
    """The colours of a formula's marks."""

    def __init__(self, pieces: Formula, colours: Mapping[str, str], text_colour: str) -> None:
        self._text = QColor(text_colour)
        self._pieces = [QColor(colours.get(piece.symbol or "", text_colour)) for piece in pieces]

    def colour(self, ink: Ink, start: int) -> QColor:
        """Return the colour of an ink in the segment that begins with the piece `start`."""
        if ink.piece is not None:
            return self._pieces[start + ink.piece]
        return self._text if ink.colour is None else QColor(ink.colour)


def _marks(
    placed: Placed, baseline: float, size: float, inks: _Inks
) -> Iterator[tuple[QColor, QPainterPath]]:
    """Yield the marks of a segment whose baseline is `baseline` em from the top."""
    start = placed.segment.start
    for glyph, left, mark in placed.shape.filled(placed.numerals):
        scale = mark.scale * size
        x, y = (placed.x + left) * size, (baseline + mark.y) * size
        place = QTransform(scale, 0.0, 0.0, -scale, x, y)
        yield inks.colour(mark.ink, start), place.map(_outline(glyph))
    for rule in placed.shape.rules:
        path = QPainterPath()
        x, y = (placed.x + rule.x) * size, (baseline + rule.y) * size
        path.addRect(x, y, rule.width * size, rule.height * size)
        yield inks.colour(rule.ink, start), path


def _hotspots(placed: Placed, baseline: float, size: float) -> Iterator[Hotspot]:
    for index, piece in enumerate(placed.segment.pieces):
        if not is_marked(piece) or (piece.origin is None and piece.value is None):
            continue
        box: Box | None = placed.shape.boxes.get(index)
        if box is not None:
            left, top = (placed.x + box.left) * size, (baseline + box.top) * size
            width, height = (box.right - box.left) * size, (box.bottom - box.top) * size
            rectangle = QRectF(left, top, width, height)
            yield Hotspot(rectangle, placed.segment.start + index, piece)


_outlines: WeakKeyDictionary[Any, QPainterPath] = WeakKeyDictionary()


def _outline(glyph: Any) -> QPainterPath:
    """Return the outline of one of ziafont's glyphs, in font units, y upwards."""
    path = _outlines.get(glyph)
    if path is None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for operator in glyph.operators:
            points = [QPointF(point.x, point.y) for point in operator.points()[0]]
            if len(points) == 3:
                path.cubicTo(*points)
            elif len(points) == 2:
                path.quadTo(*points)
            elif type(operator).__name__ == "Lineto":
                path.lineTo(points[0])
            else:
                path.closeSubpath()
                path.moveTo(points[0])
        path.closeSubpath()
        _outlines[glyph] = path
    return path


def path_data(path: QPainterPath) -> str:
    """Return a painter path in the language of SVG, to a hundredth of a pixel."""
    letters = {
        QPainterPath.ElementType.MoveToElement: "M",
        QPainterPath.ElementType.LineToElement: "L",
        QPainterPath.ElementType.CurveToElement: "C",
    }
    elements = (path.elementAt(index) for index in range(path.elementCount()))
    return " ".join(f"{letters.get(e.type, '')}{e.x:.2f} {e.y:.2f}" for e in elements)
