"""How the stage is divided: the picture first, beside it what is told, below it what is computed.

Everything is a share of the screen, so that from scene to scene nothing jumps without a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize

if TYPE_CHECKING:
    from collections.abc import Sequence

LOW: Final = ("equation", "cost")
"""Panels that are read from left to right and stand below; the others are tall."""

_SIDE: Final = 0.37  # of the width, for the text of a lesson
_FOOT: Final = 0.4  # of the height, for what stands below
_PICTURE: Final = 0.53  # of the width, where a tall panel stands beside the picture
_PICTURE_ABOVE: Final = 0.56  # of the height, where the text stands below it
_EQUATION: Final = 0.6  # of the foot, where the cost stands beside it
_LOW_SHARE: Final = 0.38  # of the right column, for low panels below tall ones


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands, in logical pixels.

    Attributes
    ----------
    picture
        The network.
    text
        The text of a lesson, or None where there is none.
    panels
        Each panel by its name.
    """

    picture: QRect
    text: QRect | None
    panels: dict[str, QRect]


def plan(size: QSize, panels: Sequence[str], *, text: bool) -> Plan:
    """Divide the stage.

    Parameters
    ----------
    size
        Of the stage.
    panels
        Names of the panels shown, as in a lesson's ``show``.
    text
        Whether there is the text of a lesson.
    """
    whole = QRect(0, 0, size.width(), size.height())
    low = [name for name in panels if name in LOW]
    tall = [name for name in panels if name not in LOW]
    if tall:
        left, right = _beside(whole, _PICTURE)
        placed: dict[str, QRect] = {}
        if text:
            picture, words = _above(left, _PICTURE_ABOVE)
            if low:
                right, foot = _above(right, 1.0 - _LOW_SHARE)
                placed |= _row(foot, low)
            return Plan(picture, words, placed | _column(right, tall))
        if low:
            left, foot = _above(left, 1.0 - _FOOT)
            placed |= _row(foot, low)
        return Plan(left, None, placed | _column(right, tall))
    placed = {}
    if low:
        whole, foot = _above(whole, 1.0 - _FOOT)
        placed = _row(foot, low)
    if not text:
        return Plan(whole, None, placed)
    picture, words = _beside(whole, 1.0 - _SIDE)
    return Plan(picture, words, placed)


def _beside(area: QRect, share: float) -> tuple[QRect, QRect]:
    width = round(share * area.width())
    left = QRect(area.x(), area.y(), width, area.height())
    return left, QRect(area.x() + width, area.y(), area.width() - width, area.height())


def _above(area: QRect, share: float) -> tuple[QRect, QRect]:
    height = round(share * area.height())
    top = QRect(area.x(), area.y(), area.width(), height)
    return top, QRect(area.x(), area.y() + height, area.width(), area.height() - height)


def _row(area: QRect, names: Sequence[str]) -> dict[str, QRect]:
    """Place low panels side by side."""
    if len(names) < 2:
        return dict.fromkeys(names, area)
    places = _beside(area, _EQUATION)
    return dict(zip(sorted(names, key=LOW.index), places, strict=True))


def _column(area: QRect, names: Sequence[str]) -> dict[str, QRect]:
    """Place tall panels one above the other."""
    edges = [area.y() + round(n * area.height() / len(names)) for n in range(len(names) + 1)]
    return {
        name: QRect(area.x(), top, area.width(), bottom - top)
        for name, top, bottom in zip(names, edges, edges[1:], strict=False)
    }
