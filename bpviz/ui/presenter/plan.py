"""How the stage is divided: the picture first, beside it what is told, below it what is computed.

Everything is a share of the screen, so that from scene to scene nothing jumps without a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TALL: Final = "algorithm"
"""The panel that needs height; the others are as well read in a low room."""

_SIDE: Final = 0.4  # of the width, for the text of a lesson
_FOOT: Final = 0.42  # of the height, for equation and cost below the picture
_NARROW_FOOT: Final = 0.47  # likewise, where the foot is not so wide
_HIGH_FOOT: Final = 0.56  # likewise, for another panel than these
_FLAT: Final = ("equation", "cost")
_LEFT: Final = 0.49  # of the width, where the algorithm stands at the right
_PICTURE: Final = (0.3, 0.48)  # of the height, where the text stands below it: at least, at most
_ALGORITHM: Final = 0.655  # of the height, where another panel stands below it
_EQUATION: Final = 0.6  # of the foot, where something stands beside it


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


def plan(
    size: QSize,
    panels: Sequence[str],
    text: Callable[[int], int] | None = None,
    *,
    asks: bool = False,
) -> Plan:
    """Divide the stage.

    Parameters
    ----------
    size
        Of the stage.
    panels
        Names of the panels shown, as in a lesson's ``show``.
    text
        The height that the text of a lesson needs at a width; None where there is none.
    asks
        Whether the text ends with a question, whose answer takes room later on.
    """
    whole = QRect(0, 0, size.width(), size.height())
    others = [name for name in panels if name != TALL]
    if TALL in panels:
        left, right = _beside(whole, _LEFT)
        placed = {TALL: right}
        if others:
            placed[TALL], foot = _above(right, _ALGORITHM)
            placed |= _row(foot, others)
        if text is None:
            return Plan(left, None, placed)
        least, most = _PICTURE
        free = 1.0 - text(left.width()) / max(1, left.height())
        picture, words = _above(left, min(max(free, least), most))
        return Plan(picture, words, placed)
    flat = set(others) <= set(_FLAT)
    foot_share = _FOOT if flat else _HIGH_FOOT
    if text is None:
        picture, placed = _with_foot(whole, others, foot_share)
        return Plan(picture, None, placed)
    left, words = _beside(whole, 1.0 - _SIDE)
    top, placed = _with_foot(whole, others, foot_share)
    if asks or text(words.width()) > top.height():
        picture, placed = _with_foot(left, others, _NARROW_FOOT if flat else _HIGH_FOOT)
        return Plan(picture, words, placed)
    picture, words = _beside(top, 1.0 - _SIDE)
    return Plan(picture, words, placed)


def _with_foot(area: QRect, names: Sequence[str], share: float) -> tuple[QRect, dict[str, QRect]]:
    """Place panels side by side below; return what is left above them, too."""
    if not names:
        return area, {}
    area, foot = _above(area, 1.0 - share)
    return area, _row(foot, names)


def _row(area: QRect, names: Sequence[str]) -> dict[str, QRect]:
    """Place panels side by side: the equation first, since it is the widest."""
    placed = {}
    if "equation" in names and len(names) > 1:
        placed["equation"], area = _beside(area, _EQUATION)
    rest = [name for name in names if name not in placed]
    edges = [area.x() + round(n * area.width() / len(rest)) for n in range(len(rest) + 1)]
    for name, left, right in zip(rest, edges, edges[1:], strict=False):
        placed[name] = QRect(left, area.y(), right - left, area.height())
    return placed


def _beside(area: QRect, share: float) -> tuple[QRect, QRect]:
    width = round(share * area.width())
    left = QRect(area.x(), area.y(), width, area.height())
    return left, QRect(area.x() + width, area.y(), area.width() - width, area.height())


def _above(area: QRect, share: float) -> tuple[QRect, QRect]:
    height = round(share * area.height())
    top = QRect(area.x(), area.y(), area.width(), height)
    return top, QRect(area.x(), area.y() + height, area.width(), area.height() - height)
