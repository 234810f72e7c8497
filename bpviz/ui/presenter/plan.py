"""How the stage is divided: the picture first, beside it what is told, below it what is computed.

Everything is a share of the screen, so that from scene to scene nothing jumps without a reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ALGORITHM: Final = "algorithm"
FLAT: Final = ("equation", "cost")
"""Panels that are as well read in a low room; the others stand in a column of the full height."""

_SIDES: Final = (0.4, 0.44, 0.48)  # of the width, for the text of a lesson: the first it fits into
_FOOT: Final = 0.42  # of the height, for equation and cost below the picture
_NARROW_FOOT: Final = 0.47  # likewise, where the foot is not so wide
_HIGH_FOOT: Final = 0.59  # likewise, where matrices stand below each other in it
_LEFT: Final = 0.49  # of the width, where a column stands at the right
_PICTURE: Final = (0.3, 0.48)  # of the height, where the text stands below it: at least, at most
_UPPER: Final = {ALGORITHM: 0.675}  # of the column, where another panel stands below this one
_USUALLY_UPPER: Final = 0.56
_EQUATION: Final = 0.54  # of the foot, where something stands beside it


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands, in logical pixels.

    Attributes
    ----------
    picture
        The network; empty where a column and a long text leave no room for it.
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
    deep: bool = False,
    points: bool = False,
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
    deep
        Whether the equation takes several lines of matrices where it has not the whole width.
    points
        Whether the scene points at something in the picture, or asks somebody to.
    """
    whole = QRect(0, 0, size.width(), size.height())
    if not set(panels) <= set(FLAT):
        return _with_column(whole, panels, text, points=points)
    if text is None:
        picture, placed = _with_foot(whole, panels, _FOOT)
        return Plan(picture, None, placed)
    top, placed = _with_foot(whole, panels, _FOOT)
    picture, words = _beside(top, 1.0 - _SIDES[0])
    if not asks and text(words.width()) <= words.height():
        return Plan(picture, words, placed)
    for side in _SIDES:
        left, words = _beside(whole, 1.0 - side)
        if text(words.width()) <= words.height():
            break
    picture, placed = _with_foot(left, panels, _HIGH_FOOT if deep else _NARROW_FOOT)
    return Plan(picture, words, placed)


def _with_column(
    whole: QRect, names: Sequence[str], text: Callable[[int], int] | None, *, points: bool
) -> Plan:
    """Place panels in a column at the right, and at the left the picture and below it the text."""
    left, right = _beside(whole, _LEFT)
    placed = _column(right, names)
    if text is None:
        return Plan(left, None, placed)
    least, most = (round(share * left.height()) for share in _PICTURE)
    free = left.height() - text(left.width())
    if free >= least or ALGORITHM in names:
        picture, words = _cut(left, min(max(free, least), most))
        return Plan(picture, words, placed)
    if not points:
        return Plan(QRect(), left, placed)  # what the scene is about is in the column
    left, words = _beside(whole, 1.0 - _SIDES[0])
    picture, placed = _with_foot(left, names, _HIGH_FOOT)
    return Plan(picture, words, placed)


def _column(area: QRect, names: Sequence[str]) -> dict[str, QRect]:
    """Place the panel that needs most height above, and the others below it in a row."""
    first = min(names, key=lambda name: (name != ALGORITHM, name in FLAT))
    others = [name for name in names if name != first]
    if not others:
        return {first: area}
    upper, foot = _above(area, _UPPER.get(first, _USUALLY_UPPER))
    return {first: upper} | _row(foot, others)


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
    return _cut(area, round(share * area.height()))


def _cut(area: QRect, height: int) -> tuple[QRect, QRect]:
    top = QRect(area.x(), area.y(), area.width(), height)
    return top, QRect(area.x(), area.y() + height, area.width(), area.height() - height)
