"""A unit: its fill is the activation, its ring is δ, its numbers are written."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bpviz.text import MINUS
from bpviz.ui.colours import mixed

from .body import Body, paint, place
from .ink import faded, short_number
from .symbols import letters, name, words

if TYPE_CHECKING:
    from bpviz.session.selection import Unit

    from .ink import Ink
    from .scene import Scene
    from .symbols import Label

# Shares of the radius. The place for δ is there from the beginning, so that nothing jumps.
DISC: Final = 0.85
_RING: Final = (0.06, 0.14)  # width of the ring for the smallest and the greatest |δ|
CAPTION: Final = 0.92  # size of what is written under units, of other text
_SMALLEST: Final = 0.6  # size of a number inside, in strokes of the ink
_FITS: Final = 1.74  # width of text that fits into the disc


@dataclass(frozen=True, slots=True)
class Look:
    """How a unit is drawn.

    Attributes
    ----------
    centre, radius, disc
        Its circle, and the radius of its fill; between them is the place for the ring.
    value, share
        Its activation, NaN where there is none yet; how full it is.
    symbol
        "x" in layer 1, else "a".
    text, text_colour, text_size
        What is written inside; the colour None is that which reads best on the fill.
    above, below
        What is written above and below.
    delta, delta_share
        δ, NaN where there is none; its size among all.
    glow
        Colour around a unit that the step computes.
    """

    centre: tuple[float, float]
    radius: float
    disc: float
    value: float
    share: float
    symbol: str
    text: str = ""
    text_colour: QColor | None = None
    text_size: float = 0.0
    above: Label = ()
    below: Label = ()
    delta: float = math.nan
    delta_share: float = 0.0
    glow: QColor | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a unit; NaN where it is not.

    Attributes
    ----------
    a, z, delta
        Its numbers.
    total
        The sum of those terms that have arrived, while they arrive.
    filled, ringed
        How far the fill and the ring have grown, 0 to 1.
    writes_a
        Whether a is written already, and not z.
    """

    a: float
    z: float
    delta: float
    total: float = math.nan
    filled: float = 1.0
    ringed: float = 1.0
    writes_a: bool = True


class Units:
    """Draws units; knows how many digits fit into them.

    Parameters
    ----------
    scene
        Whose units.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.ink = scene.ink
        digits = scene.session.digits
        self._numbers = "numbers" not in scene.hidden
        self._inside = [
            inside(
                scene.ink, self.disc(c.layer, c.radius), digits, negative=scene.negative(c.layer)
            )
            for c in scene.layout.columns
        ]

    @staticmethod
    def disc(layer: int, radius: float) -> float:
        """Return the radius of the fill; units of layer 1 have no δ and need no place for it."""
        return radius if layer == 1 else DISC * radius

    def known(self, unit: Unit) -> Known:
        """Return what is known of a unit when nothing moves."""
        scene = self.scene
        return Known(scene.a(unit), scene.z(unit), scene.delta(unit))

    def look(self, unit: Unit, known: Known | None = None) -> Look:
        """Return how a unit is drawn of which this is known."""
        scene, ink = self.scene, self.ink
        known = known or self.known(unit)
        symbol = "x" if unit.layer == 1 else "a"
        radius = scene.placement.radius(unit)
        disc = self.disc(unit.layer, radius) if unit.unit else radius
        share = 0.0 if math.isnan(known.a) else known.filled * scene.share(unit.layer, known.a)
        look = Look(scene.placement.centre(unit), radius, disc, known.a, share, symbol)
        if scene.lit(unit):
            look = replace(look, glow=ink.symbols[self.lit_symbol(unit)])
        if unit.unit == 0:
            size = max(min(0.95 * radius, 1.1 * ink.size), ink.least)
            room = 2.1 * radius
            fitting = [text for text in ("+1", "1") if ink.text_width(text, size) <= room]
            text = next(iter(fitting), "")
            return replace(look, text=text, text_size=size, share=0.3 * known.filled)
        if not self._numbers:
            return self._ringed(look, known)
        size, digits = self._inside[unit.layer - 1]
        for written, colour in (
            (known.a if known.writes_a else math.nan, None),
            (known.z, "z"),
            (known.total if math.isnan(known.a) else math.nan, "z"),
        ):
            if size and not math.isnan(written):
                # Upon a fill that has begun to grow, the colour of z could not be read.
                plain = colour is None or not math.isnan(known.a)
                text, fits = ink.fitting(written, digits, _FITS * disc, _smallest(ink))
                if fits < ink.least:
                    continue
                look = replace(
                    look,
                    text=text,
                    text_size=min(size, fits),
                    text_colour=None if plain else ink.symbols[colour or ""],
                )
                break
        look = self._ringed(look, known)
        return self._captioned(look, scene.column(unit.layer).captions, known)

    def _ringed(self, look: Look, known: Known) -> Look:
        """Draw δ, where there is one."""
        if math.isnan(known.delta):
            return look
        scale = math.sqrt(min(abs(known.delta) / self.scene.delta_scale, 1.0))
        return replace(look, delta=known.delta, delta_share=known.ringed * scale)

    def lit_symbol(self, unit: Unit) -> str:
        """Return the quantity that this step computes for a unit."""
        kind = self.scene.picture.kind
        if kind in ("difference", "back"):
            return "delta"
        if kind == "sum":
            return "z"
        return "x" if unit.layer == 1 else "a"

    def _captioned(self, look: Look, lines: int, known: Known) -> Look:
        """Write z and δ above and below as far as there is room: with one line, the newer one."""
        room = self.scene.layout.room.caption
        z_label = self.caption("z", known.z, room)
        delta_label = self.caption("delta", known.delta, room)
        if not math.isnan(known.total):
            symbol = "z" if math.isnan(known.a) else "delta"
            text = f" {short_number(known.total, self.scene.session.digits)}"
            total = (letters("Σ", symbol), words(text, symbol))
            if symbol == "z":
                z_label = total
            else:
                delta_label = total
        if lines >= 2:
            return replace(look, above=z_label, below=delta_label)
        if lines == 1:
            return replace(look, below=delta_label or z_label)
        return look

    def writes_inside(self, layer: int) -> bool:
        """Whether the units of a layer have room for their number."""
        return self._inside[layer - 1][0] > 0.0

    def caption(self, symbol: str, value: float, room: float) -> Label:
        """Return e.g. z 0.5120, no wider than `room`; nothing where there is no value."""
        if math.isnan(value) or not self._numbers:
            return ()
        ink, size = self.ink, self.ink.legible(CAPTION)
        digits = self.scene.session.digits
        free = room - ink.width((name(symbol), words(" ")), size) + 0.1 * size
        return (name(symbol), words(f" {ink.number(value, digits, free, size)}", symbol))

    def draw(self, painter: QPainter, look: Look, *, moves: bool = False) -> None:
        """Draw a unit; one that `moves` looks different in the next frame."""
        body = self.body(look)
        (paint if moves else place)(painter, QPointF(*look.centre), body)
        if look.text:
            colour = look.text_colour or self.ink.upon(body.fill)
            self.ink.write(painter, look.text, look.centre, look.text_size, colour)
        x, y = look.centre
        self._caption(painter, look.above, x, y - look.radius, up=True)
        self._caption(painter, look.below, x, y + look.radius, up=False)

    def body(self, look: Look) -> Body:
        """Return the circles of a unit."""
        ink, radius, glow = self.ink, look.radius, look.glow
        empty = math.isnan(look.value)
        fill = ink.surface if empty else ink.filled(look.share, look.symbol)
        line = faded(ink.muted, 0.55)
        if not empty:
            line = mixed(ink.muted, ink.symbols[look.symbol], 0.6)
        width = max(0.07 * ink.stroke, 0.035 * look.disc)
        track, ring = None, None
        if look.disc != radius:
            thin = max(0.05 * ink.stroke, 0.02 * radius)
            track = ink.hairline.rgba(), ink.surface.rgba(), thin
            if not math.isnan(look.delta):
                low, high = _RING
                thick = (low + (high - low) * look.delta_share) * radius
                ring = ink.symbols["delta"].rgba(), thick, look.delta < 0
        # Negative activations are hatched: one colour, and still two signs.
        hatched = not empty and look.value < 0 and look.share > 0.02
        return Body(
            radius,
            look.disc,
            fill.rgba(),
            (line.rgba(), width) if glow is None else (glow.rgba(), 1.6 * width),
            faded(ink.surface, 0.5).rgba() if hatched else None,
            track,
            ring,
            (faded(glow, 0.24).rgba(), radius + 0.28 * ink.stroke) if glow else None,
        )

    def _caption(self, painter: QPainter, label: Label, x: float, y: float, *, up: bool) -> None:
        if not label:
            return
        ink = self.ink
        size = ink.legible(CAPTION)
        middle = y + (-0.66 if up else 0.66) * ink.em
        width = ink.width(label, size)
        box = QRectF(x - width / 2 - 0.2 * ink.em, middle - 0.5 * ink.em, 0, ink.em)
        box.setWidth(width + 0.4 * ink.em)
        ink.ground(painter, box)
        ink.label(painter, label, (x, middle), size)

    def select(self, painter: QPainter, look: Look, *, chosen: bool, focus: bool) -> None:
        """Mark the unit as pointed at, as selected, or as selected with the keyboard on it."""
        ink = self.ink
        reach = look.radius + 0.22 * ink.stroke
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = 0.2 if focus else 0.11
        painter.setPen(QPen(ink.accent if chosen else ink.muted, width * ink.stroke))
        painter.drawEllipse(QPointF(*look.centre), reach, reach)


def inside(ink: Ink, radius: float, digits: int, *, negative: bool) -> tuple[float, int]:
    """Return size and digits of the number that fits into a unit; size 0 if none does.

    As many digits as asked for, unless they would become smaller than other text; `negative` says
    whether there may be a sign.
    """
    for fewer in range(digits, 1, -1):
        widest = (MINUS if negative else "") + "0." + "0" * fewer
        width = ink.text_width(widest, 100.0) / 100.0
        size = _FITS * radius / width
        if size >= max(0.95 * ink.size, ink.least) or (fewer == 2 and size >= _smallest(ink)):
            return min(size, 1.6 * ink.size), fewer
    return 0.0, digits


def _smallest(ink: Ink) -> float:
    """Return the size below which numbers inside lose digits."""
    return max(_SMALLEST * ink.stroke, ink.least)
