"""Octave's own text format, in which it saves unless it is asked for another."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import numpy as np

from .stored import MOST_DIMENSIONS, Stored, check_count, damaged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_BEGINS: Final = re.compile(rb"(?:#[^\n]*\n){0,9}?# name: ")
_NAME: Final = re.compile(rb"^# name: ([^\r\n]*)\r?\n# type: ([^\r\n]*)\r?\n", re.MULTILINE)
_ROWS: Final = re.compile(rb"# rows: (\d{1,18})\r?\n# columns: (\d{1,18})\r?\n")
_DIMENSIONS: Final = re.compile(rb"# ndims: \d+\r?\n([ \d]{1,99})\r?\n")


def is_octave_text(data: bytes) -> bool:
    """Whether this is what Octave's ``save`` writes by itself."""
    return _BEGINS.match(data) is not None


def arrays(data: bytes) -> Mapping[str, Stored]:
    """Return the arrays in a text file of Octave, by their names."""
    heads = list(_NAME.finditer(data))
    check_count(len(heads))
    ends = [*(head.start() for head in heads), len(data)][1:]
    stored = [
        _stored(head[1].decode("latin-1"), head[2], data, head.end(), end)
        for head, end in zip(heads, ends, strict=False)
    ]
    return {one.name: one for one in stored}


class _Sizes(NamedTuple):
    """Shape of an array, the order of its entries, and where these begin."""

    shape: tuple[int, ...]
    order: Literal["C", "F"]
    end: int


def _sizes(data: bytes, start: int, end: int) -> _Sizes | None:
    rows = _ROWS.match(data, start, end)
    if rows:
        return _Sizes((int(rows[1]), int(rows[2])), "C", rows.end())
    dimensions = _DIMENSIONS.match(data, start, end)
    if dimensions:  # entries follow one by one, column after column
        sizes = tuple(int(size) for size in dimensions[1].split())
        return _Sizes(sizes, "F", dimensions.end())
    return None


def _stored(name: str, kind: bytes, data: bytes, start: int, end: int) -> Stored:
    sizes = _sizes(data, start, end)
    plain = kind.endswith(b"matrix") and not re.search(rb"complex|sparse|diagonal", kind)
    if sizes is None or not plain or len(sizes.shape) > MOST_DIMENSIONS:
        return Stored(name, (0,), np.dtype(object), lambda: np.zeros(0), origin=1)
    shape = sizes.shape

    def load() -> NDArray[Any]:
        text = data[sizes.end : end]
        if not text.decode("latin-1").strip():  # NumPy would warn
            if 0 in shape:
                return np.zeros(shape)
            raise damaged(name)
        try:
            values = np.loadtxt(io.BytesIO(text), comments=None, ndmin=2)
            entries: NDArray[Any] = values.reshape(shape, order=sizes.order)
        except ValueError:
            raise damaged(name) from None
        return entries

    return Stored(name, shape, np.dtype(np.float64), load, origin=1)
