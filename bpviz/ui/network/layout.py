"""Where everything stands in the picture of a network: geometry only, in logical pixels.

Every length follows from the room there is and from the height of a line of text, so the picture
is the same at any size of window and of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpviz.core import Array


@dataclass(frozen=True, slots=True)
class Room:
    """What the layout has to fit.

    Attributes
    ----------
    width, height
        Of the view.
    em
        Height of a line of text.
    layers
        s_1 … s_L.
    picture
        (rows, columns) where the inputs are a picture, else None.
    names, classes
        Widths of the longest name of an input and of an output.
    beside, caption
        Widths of what is written beside a small output unit, and under a unit.
    header
        Least height of a line of the header.
    by_columns
        Whether the inputs are the points of the picture column by column.
    """

    width: float
    height: float
    em: float
    layers: tuple[int, ...]
    picture: tuple[int, int] | None = None
    names: float = 0.0
    classes: float = 0.0
    beside: float = 0.0
    caption: float = 0.0
    header: float = 0.0
    by_columns: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left and top edge, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Bottom edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """Middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def within(self, outer: Box) -> Box:
        """Return the box moved as little as needed to lie in `outer`."""
        x = max(outer.x, min(self.x, outer.right - self.width))
        y = max(outer.y, min(self.y, outer.bottom - self.height))
        return Box(x, y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Column:
    """One layer.

    Attributes
    ----------
    layer, units
        l and s_l.
    slots
        Centres of the places for units, (n, 2); fewer than `units` where some are left out.
    radius
        Of a unit; half a pixel's side in a picture.
    pitch
        Distance of neighbouring units.
    captions
        Lines of text that fit between a unit and the next: 0, 1 (below) or 2 (above and below).
    bias, bias_radius
        Centre of the bias unit, None in layer L, and its radius.
    more
        Where "⋮ 12 more" stands, None where every unit has a place.
    picture
        Box of the picture if the units are its points, else None.
    weights_picture
        Box for a row of Θ⁽¹⁾ as a picture below it.
    """

    layer: int
    units: int
    slots: Array
    radius: float
    pitch: float
    captions: int
    bias: tuple[float, float] | None
    bias_radius: float
    more: tuple[float, float] | None = None
    picture: Box | None = None
    weights_picture: Box | None = None

    @property
    def left(self) -> float:
        """Left edge of its units."""
        return self.picture.x if self.picture else float(self.slots[:, 0].min()) - self.radius

    @property
    def right(self) -> float:
        """Right edge of its units."""
        return self.picture.right if self.picture else float(self.slots[:, 0].max()) + self.radius

    @property
    def middle(self) -> float:
        """Horizontal middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture.

    Attributes
    ----------
    columns
        One for each layer.
    body
        Between header and footer.
    line, header, matrices, footer
        Height of a line of the header; middles of those with the names of the layers and of the
        Θ⁽ˡ⁾, and of the line with remarks.
    names, names_below
        Right edge and width of the names of the inputs, 0 where they are not written; whether
        they stand under the units, centred.
    beside
        Left edge and width of the numbers written beside the output units; width 0 where they
        have their place under these.
    gauge
        Middle and width of the scale between h_Θ(x) and y.
    target
        Middle and half the side of the squares that show y.
    classes
        Left edge and width of the names of the outputs; width 0 where they are not written.
    """

    room: Room
    columns: tuple[Column, ...]
    body: Box
    line: float
    header: float
    matrices: float
    footer: float
    names: tuple[float, float]
    names_below: bool
    beside: tuple[float, float]
    gauge: tuple[float, float]
    target: tuple[float, float]
    classes: tuple[float, float]

    @property
    def em(self) -> float:
        """Height of a line of text."""
        return self.room.em

    def gap(self, layer: int) -> tuple[float, float]:
        """Return the left and right edge of the gap between layers l and l + 1."""
        return self.columns[layer - 1].right, self.columns[layer].left

    def free_gap(self, layer: int) -> tuple[float, float]:
        """Return the same without what is written under the units, if enough remains."""
        left, right = self.gap(layer)
        wider = []
        for column, caption in zip(
            self.columns[layer - 1 : layer + 1],
            (self.names[1] if layer == 1 else self.room.caption, self.room.caption),
            strict=True,
        ):
            wider.append(max(0.0, caption / 2 - column.radius) if column.captions else 0.0)
        if right - left - sum(wider) < 5 * self.em:
            return left, right
        return left + wider[0], right - wider[1]
