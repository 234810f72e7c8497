"""Shapes: where the glyphs of a formula stand, laid out by ziamath and kept.

A shape knows no colour, no size and no digit, so one layout (5–40 ms in pure Python) serves every
step, theme and text size in which the formula has the same form.
"""

from __future__ import annotations

import threading
from dataclasses import astuple, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree as ET

from bpviz.ui.formula.engine import ziamath
from bpviz.ui.formula.mathml import DIGIT, INK, MINUS, SLOT
from bpviz.ui.formula.ruled import table_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The font size at which shapes are laid out, in pixels; they are kept in units of this em.
EM = 24.0
_MOST_SHAPES = 600  # a walk through three networks, step by step, takes some 250


class Ink(NamedTuple):
    """The colour of a mark: that of a piece, or one written in the LaTeX itself."""

    piece: int | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A glyph in its place, in em, y downwards from the baseline.

    `glyph` is ziafont's; where `slot` is given it keeps the place of a numeral. `digits` are the
    ten that may come there, each with its distance from `x`, which centres it.
    """

    glyph: Any
    x: float
    y: float
    scale: float
    ink: Ink
    slot: int | None = None
    digits: tuple[tuple[Any, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A filled rectangle, such as the bar of a fraction, in em, y downwards from the baseline."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink


class Box(NamedTuple):
    """A rectangle in em, y downwards from the baseline."""

    left: float
    top: float
    right: float
    bottom: float

    def united(self, other: Box) -> Box:
        """Return the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A laid-out formula without its numerals.

    `width` is the advance to whatever follows, `ascent` and `descent` reach above and below the
    baseline (both positive), and `boxes` are those of the pieces.
    """

    marks: tuple[Mark, ...]
    rules: tuple[Rule, ...]
    width: float
    ascent: float
    descent: float
    boxes: Mapping[int, Box]

    def filled(self, numerals: str) -> Iterator[tuple[Any, float, Mark]]:
        """Yield the glyph that each mark shows, and its x."""
        for mark in self.marks:
            numeral = None if mark.slot is None else numerals[mark.slot]
            if numeral is None or numeral == MINUS:
                yield mark.glyph, mark.x, mark
            elif mark.digits:
                glyph, shift = mark.digits[int(numeral)]
                yield glyph, mark.x + shift, mark


class Shapes:
    """The shapes laid out so far; the least recently used are forgotten.

    ziamath keeps its state in one font object, so one layout runs at a time.
    """

    def __init__(self, most: int = _MOST_SHAPES) -> None:
        self._most = most
        self._shapes: dict[str, Shape | None] = {}
        self._guard = threading.Lock()
        self._layout = threading.Lock()

    def any(self) -> bool:
        """Return whether anything has been laid out yet."""
        return bool(self._shapes)

    def knows(self, mathml: str) -> bool:
        """Return whether the shape is at hand, so that asking for it costs nothing."""
        return mathml in self._shapes

    def shape(self, mathml: str) -> Shape:
        """Return the shape of a formula, laid out now if it is new.

        Raises
        ------
        ValueError
            If ziamath cannot lay it out.
        """
        with self._guard:
            known = mathml in self._shapes
            shape = self._shapes.pop(mathml, None)
            if known:
                self._shapes[mathml] = shape
        if not known:
            with self._layout:
                shape = _lay_out(mathml)
            with self._guard:
                self._shapes[mathml] = shape
                while len(self._shapes) > self._most:
                    del self._shapes[next(iter(self._shapes))]
        if shape is None:
            raise ValueError("formula cannot be laid out: it uses what the typesetter lacks")
        return shape


@cache
def shapes() -> Shapes:
    """Return the shapes that the whole program shares."""
    return Shapes()


def _lay_out(mathml: str) -> Shape | None:
    """Return the shape, or None where ziamath fails, which is as worth remembering."""
    try:
        root = ziamath().Math(ET.fromstring(mathml), size=EM).node  # noqa: S314
        builder = _Builder()
        builder.walk(root, 0.0, 0.0)
    except Exception:  # noqa: BLE001  (ziamath raises whatever it trips over)
        return None
    top = min((rule.y for rule in builder.rules), default=0.0)
    bottom = max((rule.y + rule.height for rule in builder.rules), default=0.0)
    return Shape(
        tuple(builder.marks),
        tuple(builder.rules),
        root.xadvance() / EM,
        max(0.0, root.bbox.ymax / EM, -top),
        max(0.0, -root.bbox.ymin / EM, bottom),
        builder.boxes,
    )


class _Builder:
    """Walks ziamath's tree of nodes as its own drawing does, and notes what stands where."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.rules: list[Rule] = []
        self.boxes: dict[int, Box] = {}

    def walk(self, node: Any, x: float, y: float) -> None:
        drawable = ziamath().drawable
        slot = node.element.get(SLOT)
        following = None if slot is None else int(slot)
        for (dx, dy), child in zip(node.nodexy, node.nodes, strict=True):
            if isinstance(child, drawable.Glyph):
                takes = following is not None and (child.char == DIGIT or node.mtag == "mo")
                self._glyph(node, child, x + dx, y + dy, following if takes else None)
                following = following + 1 if takes and following is not None else following
            elif isinstance(child, drawable.HLine):
                self._rule(child, x + dx, y + dy, child.length, child.lw)
            elif isinstance(child, drawable.VLine):
                self._rule(child, x + dx - child.lw / 2, y + dy, child.lw, child.height)
            else:
                self.walk(child, x + dx, y + dy)
        if node.mtag == "mtable":
            ink = _ink(node.style.mathcolor)
            for left, top, width, height in table_rules(node, EM):
                rule = (x + left) / EM, (y + top) / EM, width / EM, height / EM
                self.rules.append(Rule(*rule, ink))

    def _glyph(self, node: Any, child: Any, x: float, y: float, slot: int | None) -> None:
        if child.phantom:
            return
        ink = _ink(child.style.mathcolor)
        unit = child.size / child.glyph.font.info.layout.unitsperem / EM
        numeral = slot is not None and node.mtag == "mn"
        digits = _digits(node, child.glyph, unit) if numeral else ()
        # A tall bracket is assembled from parts that stand above each other.
        offsets = getattr(child.glyph, "offsets", None)
        if offsets is None:
            self.marks.append(Mark(child.glyph, x / EM, y / EM, unit, ink, slot, digits))
        else:
            for part, offset in zip(child.glyph.glyphs, offsets, strict=True):
                dx, dy = (0.0, offset) if child.glyph.vert else (offset, 0.0)
                at = (x / EM + dx * unit, y / EM - dy * unit)
                self.marks.append(Mark(part, *at, unit, ink))
        box = child.bbox
        self._cover(ink, x, y - box.ymax, x + max(box.xmax, child.xadvance()), y - box.ymin)

    def _rule(self, child: Any, x: float, y: float, width: float, height: float) -> None:
        if not child.phantom:
            ink = _ink(child.style.mathcolor)
            self.rules.append(Rule(x / EM, y / EM, width / EM, height / EM, ink))
            self._cover(ink, x, y, x + width, y + height)

    def _cover(self, ink: Ink, left: float, top: float, right: float, bottom: float) -> None:
        if ink.piece is not None:
            box = Box(left / EM, top / EM, right / EM, bottom / EM)
            self.boxes[ink.piece] = box.united(self.boxes.get(ink.piece, box))


# The same few serve all formulas; found while one is laid out, and that is one at a time.
_known_digits: dict[Any, tuple[tuple[Any, float], ...]] = {}


def _digits(node: Any, placeholder: Any, unit: float) -> tuple[tuple[Any, float], ...]:
    """Return the ten digits in the style of the one that keeps their place in a node."""
    font, variant = node.font, node.style.mathvariant
    in_script = font.findglyph(DIGIT, variant) is not placeholder
    key = font, astuple(variant), in_script, unit
    if key not in _known_digits:
        glyphs = [font.findglyph(digit, variant) for digit in "0123456789"]
        if in_script:  # the font draws small digits apart, and these are not all equally wide
            glyphs = [ziamath().nodes.nodetools.subglyph(glyph, font) for glyph in glyphs]
        width = placeholder.advance()
        _known_digits[key] = tuple((g, (width - g.advance()) / 2 * unit) for g in glyphs)
    return _known_digits[key]


def _ink(colour: str) -> Ink:
    if colour.startswith(INK):
        return Ink(piece=int(colour.removeprefix(INK)))
    return Ink() if colour == "black" else Ink(colour=colour)
