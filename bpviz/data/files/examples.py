"""Examples out of arrays: X and y by the names that people give them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import grouped, translate

from .errors import FileError, shortened
from .networks import check_layers, suggested
from .stored import damaged
from .table import MOST_WORDS, Table, Words, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.data.scaling import Array

    from .stored import Stored

# What numpy.savez makes of X and y without names.
_FIRST: Final = "arr_0"
_SECOND: Final = "arr_1"
# In the order in which they are preferred.
_X: Final = ("X", "x", "X_train", "x_train", "data", "features", "inputs", "images", _FIRST)
_Y: Final = (
    "y",
    "Y",
    "y_train",
    "Y_train",
    "labels",
    "label",
    "target",
    "targets",
    "classes",
    _SECOND,
)
_FEWEST_POINTS: Final = 64  # of a picture of a digit
_COPIES: Final = 2  # of X as float64: the table, and X of the data set


def table_of(arrays: Mapping[str, Stored]) -> Table | None:
    """Return the examples in some arrays as a table; None if there are none.

    Raises
    ------
    FileError
        If there are inputs without targets, or the two do not fit; the sentence names them.
    """
    X = next((arrays[name].usable() for name in _X if name in arrays), None)
    y = next((arrays[name].usable() for name in _Y if name in arrays), None)
    if X is None or (X.name == _FIRST and arrays.keys() != {_FIRST, _SECOND}):
        return None
    if y is None:
        sentence = translate(
            "Files", "The file holds inputs, {X}, but no targets; save them with it as y."
        )
        raise FileError(sentence.format(X=X.name))
    m = y.size if y.size == max(y.shape, default=1) else y.shape[0]
    if m == 0 or m not in (*X.shape[:1], *X.shape[-1:]) or not X.size * y.size:
        raise FileError(_uneven(X, y))
    n, K = X.size // m, y.size // m
    if y.is_text and K > 1:
        raise FileError(_uneven(X, y))
    check_layers(suggested(n, K))
    inputs, picture = _inputs(X, m)
    names = counted("x", n)
    if y.is_text:
        numbers, words = inputs, {n: _words(y)}
        outputs: tuple[str, ...] = (y.name,)
    else:
        numbers = np.column_stack((inputs, y.numbers().reshape(m, K)))
        words = {}
        outputs = (y.name,) if K == 1 else counted(y.name, K)
    ten_is_zero = _is_course(X, n) and _are_digits(numbers[:, -1])

    def shapes() -> str:
        told = translate("Files", "{m} examples in {X}, with their targets in {y}.")
        return told.format(m=grouped(m), X=X.name, y=y.name)

    def ten() -> str:
        return translate("Files", "Class 10 stands for the digit 0, as in the course's files.")

    return Table(
        names=(*names, *outputs),
        named=False,
        numbers=numbers,
        places=np.arange(numbers.shape[1]),
        words=words,
        where=lambda row, place: X.entry(row, place) if place < n else y.entry(row),
        notes=(shapes, ten) if ten_is_zero else (shapes,),
        targets=tuple(range(n, n + K)),
        picture=picture,
        by_columns=bool(X.origin) and len(X.shape) == 2,
        ten_is_zero=ten_is_zero,
    )


def _uneven(X: Stored, y: Stored) -> str:
    sentence = translate(
        "Files",
        "{X} is {X_shape} and {y} is {y_shape}: there must be an example in each row of {X}, and "
        "as many targets in {y}.",
    )
    X_shape, y_shape = ("×".join(map(str, one.shape)) or "1" for one in (X, y))
    return sentence.format(X=X.name, X_shape=X_shape, y=y.name, y_shape=y_shape)


def _inputs(X: Stored, m: int) -> tuple[Array, tuple[int, int] | None]:
    """Return the inputs as a matrix, (m, s_1), and their shape if each example is a picture."""
    values = X.numbers(_COPIES)
    if values.shape[0] != m:  # examples in columns, or one picture behind the other
        values = np.moveaxis(values, -1, 0)
    picture = (values.shape[1], values.shape[2]) if values.ndim == 3 else None
    return values.reshape(m, -1), picture


def _is_course(X: Stored, n: int) -> bool:
    """Whether inputs look like pictures as MATLAB and Octave unroll them."""
    return bool(X.origin) and n >= _FEWEST_POINTS and math.isqrt(n) ** 2 == n


def _are_digits(y: Array) -> bool:
    return np.array_equal(np.unique(y), np.arange(1, 11))


def _words(y: Stored) -> Words:
    """Return targets that are words."""
    try:
        cells = [
            (cell.decode("latin-1") if isinstance(cell, bytes) else cell).strip()
            for cell in y.read().ravel().tolist()
        ]
    except ValueError:  # numbers that no letters have
        raise damaged(y.name) from None
    known = {word: code for code, word in enumerate(dict.fromkeys(filter(None, cells)))}
    if len(known) > MOST_WORDS:
        known = {}
    codes = np.array([known.get(cell, -1) for cell in cells], dtype=np.int32)
    return Words(codes, tuple(known), (0, shortened(cells[0])), 0.0)
