"""How much of a matrix or sum to write out, so that it can still be read in the room there is."""

from __future__ import annotations

from typing import Final, NamedTuple

from bpviz.trace.formula import Room

# Sizes below are in em of the formula font, as it sets them.
_DIGIT: Final = 0.5
_GAP: Final = 0.75  # between tall lines
_ROW: Final = 1.09  # of a matrix
_LINE: Final = 1.45  # of a sum, with the gap
_NAME: Final = 3.2  # of what is computed, with the equals sign
_MOST: Final = 8  # more rows or columns than this are for the matrices panel


class _Shape(NamedTuple):
    """What stands side by side in the longest line of a vectorised rule, and how many lines."""

    matrices: int
    vectors: int
    lines: int = 2


RESULT: Final = 0
"""In place of a line: what it has made, and nothing else."""

_SHAPES: Final = {
    RESULT: _Shape(1, 0, 1),
    3: _Shape(0, 1, 1),
    4: _Shape(1, 1),
    5: _Shape(0, 4, 1),
    6: _Shape(1, 2),
    7: _Shape(2, 1),
    8: _Shape(2, 0),
    9: _Shape(2, 0),
}
# The same where all of it, with its results, stands in one line, as wide as that then is.
_ONE_LINE: Final = {
    4: _Shape(1, 3, 1),
    6: _Shape(1, 3, 1),
    7: _Shape(3, 1, 1),
    8: _Shape(3, 1, 1),
    9: _Shape(3, 1, 1),
}
_FEW: Final = 5  # rows or columns, below which one line is tried, and is not, instead of two
_LEAST: Final = 3  # of either, with dots between the first and the last
_LEAST_TERMS: Final = 4

LEAST: Final = Room(_LEAST, _LEAST, _LEAST_TERMS)
"""As little as is ever written out."""


def room_for(line: int, width: float, height: float, digits: int) -> Room:
    """Return how much of a matrix or sum fits.

    Parameters
    ----------
    line
        Of the algorithm: each puts other things side by side.
    width, height
        Of the room, in em of the smallest font that is comfortable to read.
    digits
        Of each number.
    """
    number = _DIGIT * (digits + 2)
    column = number + 1.3  # with its sign and the space to the next

    def columns_of(shape: _Shape, names: int) -> float:
        taken = names * _NAME + shape.vectors * (column + 0.6) + shape.matrices * 0.6
        return (width - taken) / (max(1, shape.matrices) * column)

    def rows_of(shape: _Shape) -> float:
        return (height - _GAP * (shape.lines - 1)) / shape.lines / _ROW

    shape = _SHAPES.get(line, _Shape(0, 1, 1))
    rows, columns = rows_of(shape), columns_of(shape, 1)
    if line in _ONE_LINE and rows < _FEW:
        one = columns_of(_ONE_LINE[line], 2)
        if one >= _FEW or (rows < _LEAST <= one):
            rows, columns = rows_of(_ONE_LINE[line]), one
    per_line = (width - _NAME) / (2 * number + 2.4)
    lines = height / _LINE - (2 if line == 6 else 1)  # the result, the slope
    return Room(
        _between(_LEAST, rows, _MOST),
        _between(_LEAST, columns, _MOST),
        _between(_LEAST_TERMS, per_line * lines, 16),
    )


def _between(least: int, number: float, most: int) -> int:
    return min(max(int(number), least), most)
