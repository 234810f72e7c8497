"""Safetensors, in which PyTorch weights travel without pickle.

Eight bytes say how long the header is, the header says in JSON what each array is and where, and
the rest is the entries. See https://github.com/huggingface/safetensors.
"""

from __future__ import annotations

import json
import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bpviz.text import translate

from .errors import FileError
from .stored import MOST_DIMENSIONS, Stored, check_count, damaged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_TYPES: Final = {
    "F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2",
    "I8": "i1", "U8": "u1", "BOOL": "?",
}  # fmt: skip
_NAMES: Final = {np.dtype(kind): name for name, kind in _TYPES.items()}
# The upper half of a float32, as graphics cards have it; numpy has no such numbers.
_HALF: Final = "BF16"
_LONGEST_HEADER: Final = 1 << 20  # bytes, room for ten thousand arrays
_METADATA: Final = "__metadata__"


def is_safetensors(data: bytes) -> bool:
    """Whether this begins as a safetensors file does."""
    return data[8:9] == b"{" and int.from_bytes(data[:8], "little") < 1 << 40


def arrays(data: bytes) -> Mapping[str, Stored]:
    """Return the arrays in a safetensors file, by their names; its texts are arrays of a word.

    Raises
    ------
    FileError
        If its header is damaged or does not fit the rest.
    """
    length = int.from_bytes(data[:8], "little")
    if length > _LONGEST_HEADER:
        sentence = translate(
            "Files", "The header is said to have {length} bytes; at most {most} are read."
        )
        raise FileError(sentence.format(length=length, most=_LONGEST_HEADER))
    try:
        header = json.loads(data[8 : 8 + length])
        json.dumps(header, ensure_ascii=False).encode()  # no halves of characters
    except (ValueError, RecursionError):
        header = None
    if not isinstance(header, dict) or 8 + length > len(data):
        raise damaged(translate("Files", "The header of the file"))
    texts = header.pop(_METADATA, None)
    check_count(len(header))
    entries = memoryview(data)[8 + length :]
    found = {name: _stored(name, facts, entries) for name, facts in header.items()}
    places = sorted(tuple(facts["data_offsets"]) for facts in header.values())
    if any(start < end for (_, end), (start, _) in pairwise(places)):  # one would be another's
        raise damaged(translate("Files", "The header of the file"))
    if isinstance(texts, dict):
        check_count(len(texts))
        found |= {name: _word(name, text) for name, text in texts.items() if isinstance(text, str)}
    return found


def packed(arrays: Mapping[str, NDArray[Any]], texts: Mapping[str, str]) -> bytes:
    """Return a safetensors file that holds some arrays of numbers, and texts about them."""
    header: dict[str, Any] = {_METADATA: dict(texts)}
    parts, start = [], 0
    for name, array in arrays.items():
        part = np.ascontiguousarray(array).tobytes()
        header[name] = {
            "dtype": _NAMES[array.dtype],
            "shape": array.shape,
            "data_offsets": (start, start + len(part)),
        }
        start += len(part)
        parts.append(part)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)  # so that the entries begin at a multiple of eight
    return b"".join((len(text).to_bytes(8, "little"), text, *parts))


def _stored(name: str, facts: object, entries: memoryview) -> Stored:
    try:
        dtype, shape, (start, end) = _checked(facts, len(entries))
    except (TypeError, ValueError, KeyError):
        raise damaged(name) from None

    def load() -> NDArray[Any]:
        if facts["dtype"] == _HALF:  # type: ignore[index]
            halves = np.frombuffer(entries[start:end], "<u2").astype(np.uint32)
            return (halves << 16).view(np.float32).reshape(shape)
        return np.frombuffer(entries[start:end], dtype).reshape(shape)

    return Stored(name, shape, dtype, load)


def _checked(facts: Any, room: int) -> tuple[np.dtype[Any], tuple[int, ...], tuple[int, int]]:
    """Return dtype, shape and place of an array if they fit each other and the file."""
    shape, (start, end) = tuple(facts["shape"]), facts["data_offsets"]
    numbers = (*shape, start, end)
    if any(type(n) is not int or not 0 <= n <= room for n in numbers):
        raise ValueError
    half = facts["dtype"] == _HALF
    kind = "f4" if half else _TYPES.get(facts["dtype"])
    if kind is None or len(shape) > MOST_DIMENSIONS:  # refused only if it is asked for
        return np.dtype(object), (0,), (start, end)
    dtype = np.dtype(kind)
    if start + math.prod(shape) * (dtype.itemsize // 2 if half else dtype.itemsize) != end:
        raise ValueError
    return dtype, shape, (start, end)


def _word(name: str, text: str) -> Stored:
    word = np.array(text)
    return Stored(name, word.shape, word.dtype, lambda: word)
