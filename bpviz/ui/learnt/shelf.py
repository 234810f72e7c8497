"""Tiles in rows, one group for each layer: how large they can be, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LOWEST, _HIGHEST = 2.2, 14.0  # lines of text, for the height of a tile
_GAP: Final = 0.35  # of a line
_STEPS: Final = 40
_WORTH: Final = 0.7  # how small tiles may become for a layer to fit into one row


@dataclass(frozen=True)
class Shelf:
    """Where every tile stands.

    Attributes
    ----------
    tiles
        Boxes of each group's tiles.
    headings
        A box for the heading of each group, left of its first row.
    width, height
        Of all together.
    """

    tiles: tuple[tuple[QRectF, ...], ...]
    headings: tuple[QRectF, ...]
    width: float
    height: float

    @property
    def tile(self) -> float:
        """Height of a tile."""
        return self.tiles[0][0].height()


def arrange(
    groups: Sequence[int], room: tuple[float, float], *, aspect: float, line: float, heading: float
) -> Shelf:
    """Return the arrangement with the largest tiles that fit, or with small ones to scroll through.

    Parameters
    ----------
    groups
        Tiles of each group.
    room
        Width and height there are.
    aspect
        Width of a tile ÷ its height.
    line
        Height of a line of text.
    heading
        Width of the headings.
    """

    def with_height(height: float) -> Shelf:
        wide, gap = height * aspect, _GAP * line
        most = max(1, int((room[0] - heading + gap) / (wide + gap) + 1e-6))
        top = 0.0
        tiles, headings = [], []
        for count in groups:
            headings.append(QRectF(0, round(top), heading, round(height)))
            in_a_row = -(-count // -(-count // most))  # rows of one length, if that can be
            places = [divmod(n, in_a_row) for n in range(count)]
            tiles.append(
                tuple(
                    QRectF(
                        round(heading + column * (wide + gap)),
                        round(top + row * (height + gap)),
                        round(wide),
                        round(height),
                    )
                    for row, column in places
                )
            )
            top += (places[-1][0] + 1) * (height + gap) + gap
        width = max(tile.right() for group in tiles for tile in group)
        return Shelf(tuple(tiles), tuple(headings), width, max(0.0, top - 2 * gap))

    largest = _largest_that_fits(with_height, room, _HIGHEST * line, _LOWEST * line)
    # A layer in one row is easier to read than larger tiles in several.
    most = max(groups)
    wide = (room[0] - heading - (most - 1) * _GAP * line) / most
    in_one_row = with_height(min(wide / aspect, _HIGHEST * line))
    fits = in_one_row.height <= room[1]
    if fits and in_one_row.tile >= max(_WORTH * largest.tile, _LOWEST * line):
        return in_one_row
    return largest


def _largest_that_fits(
    with_height: Callable[[float], Shelf], room: tuple[float, float], highest: float, lowest: float
) -> Shelf:
    shrink = (lowest / highest) ** (1 / _STEPS)
    height = highest
    for _ in range(_STEPS):
        shelf = with_height(height)
        if shelf.height <= room[1] and shelf.width <= room[0]:
            return shelf
        height *= shrink
    return with_height(lowest)
