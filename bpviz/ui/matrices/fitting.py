"""How large the cells can be so that a page fits the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .layout import fixed_height, group_height, group_width, row_count

if TYPE_CHECKING:
    from .layout import Metrics
    from .quantities import Group

Lines = tuple[tuple[int, ...], ...]

READABLE: Final = 0.7  # of the comfortable size; below, numbers are left out
SHARP: Final = 5  # pixels from which on a cell has an edge
_COMPACT: Final = 0.85  # of the comfortable size, where one has to scroll
_LARGEST: Final = 1.5  # of the comfortable size
_TALLEST: Final = 4.0  # height of a cell ÷ its width
_SCREENS: Final = 2.5  # heights of the room through which one may have to scroll to read numbers
_ANOTHER_LINE: Final = 0.8  # how much a page in one line more is worth
_NARROWEST: Final = 0.2  # pixels
_LOWEST: Final = 2.0  # below, rows cannot be told apart
_SHARES: Final = 24  # sizes tried between the smallest and the largest


class Fit(NamedTuple):
    """Sizes of cells, and which groups stand beside each other."""

    cell: tuple[float, float]
    lines: Lines


def text_scale(cell: tuple[float, float], metrics: Metrics) -> float:
    """Return how large numbers can be in such cells, 1 being comfortable."""
    return min(cell[0] / metrics.number[0], cell[1] / metrics.number[1])


def flow(groups: tuple[Group, ...], width: float, room: float, metrics: Metrics) -> Lines:
    """Return the groups in lines that are as wide as the room, at least one a line."""
    lines: list[list[int]] = []
    left = room
    for n, group in enumerate(groups):
        needed = group_width(group, width, metrics) + metrics.gap
        if not lines or left < needed:
            lines.append([])
            left = room
        lines[-1].append(n)
        left -= needed
    return tuple(map(tuple, lines))


def fit(groups: tuple[Group, ...], room: tuple[float, float], metrics: Metrics) -> Fit:
    """Return the best sizes with which all groups are seen in a room (width, height).

    If that makes cells too small to be told apart, or numbers too small to read although one need
    not scroll far to read them, cells are as large as numbers need.
    """
    best = max(
        (_at_width(groups, width, room, metrics) for width in _widths(metrics)),
        key=lambda candidate: _worth(candidate, room, groups, metrics),
    )
    compact = (whole(_COMPACT * metrics.number[0]), whole(_COMPACT * metrics.number[1]))
    all_in_sight = _worth(best, room, groups, metrics)[0]
    if text_scale(best.cell, metrics) < READABLE and all(
        group_width(group, compact[0], metrics) + metrics.gap <= room[0]
        and group_height(group, compact[1], metrics) <= _SCREENS * room[1]
        for group in groups
    ):
        all_in_sight = False
    if not all_in_sight:
        return Fit(compact, flow(groups, compact[0], room[0], metrics))
    return best


def zoomed(fitted: Fit, factor: float, metrics: Metrics) -> Fit:
    """Return cells that are larger by a factor; from the size of numbers on, in its proportion."""
    wanted = [size * factor for size in fitted.cell]
    beyond = max(1.0, text_scale((wanted[0], wanted[1]), metrics))
    width, height = (
        whole(min(size, beyond * number))
        for size, number in zip(wanted, metrics.number, strict=True)
    )
    return Fit((width, height), fitted.lines)


def whole(size: float) -> float:
    """Return a size in whole pixels, so that cells have sharp edges; small ones as they are."""
    return float(int(size)) if size >= SHARP else size


def _widths(metrics: Metrics) -> list[float]:
    """Return widths of cells to try."""
    largest = _LARGEST * metrics.number[0]
    ratio = (largest / _NARROWEST) ** (1 / (2 * _SHARES))
    fine = [_NARROWEST * ratio**n for n in range(2 * _SHARES + 1)]
    return sorted({whole(width) for width in (*fine, metrics.number[0])})


def _at_width(
    groups: tuple[Group, ...], width: float, room: tuple[float, float], metrics: Metrics
) -> Fit:
    """Return the best height of cells of this width."""
    lines = flow(groups, width, room[0], metrics)
    gaps = len(lines) * metrics.gap
    fixed = sum(max(fixed_height(groups[n], metrics) for n in line) for line in lines)
    cells = sum(max(row_count(groups[n]) for n in line) for line in lines)
    most = (room[1] - gaps - fixed) / cells
    text = width / metrics.number[0] * metrics.number[1]
    height = min(most, max(text, metrics.number[1]), _TALLEST * width)
    return Fit((width, whole(max(height, _LOWEST))), lines)


def _worth(
    candidate: Fit, room: tuple[float, float], groups: tuple[Group, ...], metrics: Metrics
) -> tuple[bool, float]:
    """Return how good a fit is: all in sight first, then large cells in few lines."""
    (width, height), lines = candidate
    sizes = [
        (
            sum(group_width(groups[n], width, metrics) + metrics.gap for n in line),
            max(group_height(groups[n], height, metrics) for n in line) + metrics.gap,
        )
        for line in lines
    ]
    inside = max(w for w, _ in sizes) <= room[0] and sum(h for _, h in sizes) <= room[1] + 1e-6
    shares = [s / n for s, n in zip((width, height), metrics.number, strict=True)]
    # Numbers can be read as far as the smaller of the two allows; larger than comfortable is
    # worth little, and so is what the other one has too much.
    size = min(shares)
    worth = min(size, 1.0) + 0.25 * max(0.0, size - 1.0) + 0.1 * min(max(shares), 1.0)
    return inside, worth * _ANOTHER_LINE ** (len(lines) - 1)
