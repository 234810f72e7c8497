"""MATLAB's and Octave's .mat, version 5 to 7.

SciPy's reader believes what a file says of its entries and reads beyond its tables when that is
wrong: one changed byte ends the process. So arrays of numbers and words, which are all that is
needed here, are read here, after all that the file says of them has been checked. The format:
MathWorks, "MAT-File Format", level 5.
"""

from __future__ import annotations

import math
import struct
import zlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from bpviz.text import translate

from .errors import FileError
from .stored import MOST_DIMENSIONS, Stored, check_count, damaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

_HEADER: Final = 128
_MARKS: Final = {b"IM": "<", b"MI": ">"}  # of the order of bytes, at the end of the header
_VERSION: Final = 0x0100
_MATRIX, _COMPRESSED = 14, 15
# Types of entries as they are stored, and classes of arrays that hold numbers or characters.
_ENTRIES: Final = {
    1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8",
    16: "u1",
}  # fmt: skip
_CHARACTERS: Final = 4
_NUMBERS: Final = range(6, 16)
_COMPLEX: Final = 0x800
_LONGEST_HEADER: Final = 1024  # bytes in which flags, sizes and name of an array have room


def is_mat(data: bytes) -> bool:
    """Whether this is a .mat file of version 5 to 7."""
    order = _MARKS.get(data[126:128])
    return bool(order) and struct.unpack(f"{order}H", data[124:126])[0] == _VERSION


def arrays(data: bytes) -> Mapping[str, Stored]:
    """Return the arrays in a .mat file, by their names.

    Raises
    ------
    FileError
        If it is cut off or damaged; the sentence says where.
    """
    order = _MARKS[data[126:128]]
    found = {}
    for count, element in enumerate(_elements(data, order), start=1):
        check_count(count)
        stored = element.stored()
        if stored:
            found[stored.name] = stored
    return found


class _Tag(NamedTuple):
    """Type and size of what follows at `start`, and where the next tag is."""

    type: int
    size: int
    start: int
    next: int


def _tag(data: bytes | memoryview, at: int, order: str) -> _Tag:
    """Read a tag; what has up to four bytes may stand in the tag itself."""
    if len(data) < at + 8:
        raise ValueError
    first, size = struct.unpack_from(f"{order}II", data, at)
    if first >> 16:
        return _Tag(first & 0xFFFF, min(first >> 16, 4), at + 4, at + 8)
    return _Tag(first, size, at + 8, at + 8 + -(-size // 8) * 8)


def _elements(data: bytes, order: str) -> Iterator[_Element]:
    view, at = memoryview(data), _HEADER
    while at < len(data):
        try:
            tag = _tag(view, at, order)
        except ValueError:
            raise FileError(_cut_off(at)) from None
        end = tag.start + tag.size
        if end > len(data):
            raise FileError(_cut_off(at))
        if tag.type not in (_MATRIX, _COMPRESSED):
            raise damaged(_place(at))
        yield _Element(view[tag.start : end], order, packed=tag.type == _COMPRESSED, at=at)
        at = end if tag.type == _COMPRESSED else tag.next


def _cut_off(at: int) -> str:
    sentence = translate(
        "Files",
        "The file ends within the array that begins at byte {at}; fetch or save it again.",
    )
    return sentence.format(at=at + 1)


class _Element:
    """One array of a file, packed or not."""

    def __init__(self, body: memoryview, order: str, *, packed: bool, at: int) -> None:
        self._body = body
        self._order = order
        self._packed = packed
        self._at = at

    def _bytes(self, most: int) -> memoryview:
        """Return the first bytes of the array, `most` at most."""
        if not self._packed:
            return self._body[:most]
        # Within, the array has a tag once more.
        unpacked = zlib.decompressobj().decompress(self._body, most + 8)
        if len(unpacked) < 8 or _tag(unpacked, 0, self._order).type != _MATRIX:
            raise ValueError
        return memoryview(unpacked)[8:]

    def stored(self) -> Stored | None:
        """Return the array; None if it has no name, as what MATLAB keeps for itself."""
        try:
            name, shape, kind, start = self._head()
        except (ValueError, struct.error, zlib.error):
            raise damaged(_place(self._at)) from None
        return self._array(name, shape, kind, start) if name else None

    def _head(self) -> tuple[str, tuple[int, ...], int, int]:
        """Return name, shape and flags, and where the entries begin."""
        head = self._bytes(_LONGEST_HEADER)
        flags = _tag(head, 0, self._order)
        sizes = _tag(head, flags.next, self._order)
        name = _tag(head, sizes.next, self._order)
        if name.next > len(head):
            raise ValueError
        (kind,) = struct.unpack_from(f"{self._order}I", head, flags.start)
        count = sizes.size // 4
        shape = struct.unpack_from(f"{self._order}{count}i", head, sizes.start)
        if count > MOST_DIMENSIONS or min(shape, default=0) < 0:
            kind = 0
        text = bytes(head[name.start : name.start + name.size]).decode("latin-1")
        return text, shape, kind, name.next

    def _array(self, name: str, shape: tuple[int, ...], kind: int, start: int) -> Stored:
        dtype: np.dtype[Any] = np.dtype(object)  # cells, structures, sparse arrays and the like
        if kind & 0xFF == _CHARACTERS:
            dtype = np.dtype("U1")
        elif kind & 0xFF in _NUMBERS and not kind & _COMPLEX:
            dtype = np.dtype("f8")

        def load() -> NDArray[Any]:
            try:
                entries = self._entries(start, shape)
                return _lines(entries) if dtype.kind == "U" else entries
            except (ValueError, TypeError, KeyError, zlib.error):
                raise damaged(name) from None

        return Stored(name, shape, dtype, load, origin=1)

    def _entries(self, start: int, shape: tuple[int, ...]) -> NDArray[Any]:
        count = math.prod(shape)
        data = self._bytes(start + 8 + 8 * count)
        tag = _tag(data, start, self._order)
        dtype = np.dtype(self._order + _ENTRIES[tag.type])
        if tag.size != count * dtype.itemsize or tag.start + tag.size > len(data):
            raise ValueError
        return np.frombuffer(data, dtype, count, tag.start).reshape(shape, order="F")


def _place(at: int) -> str:
    return translate("Files", "The array that begins at byte {at}").format(at=at + 1)


def _lines(codes: NDArray[Any]) -> NDArray[Any]:
    """Return the rows of a matrix of characters as words."""
    rows = codes.reshape(len(codes), -1) if codes.size else np.zeros((1, 0), dtype=np.uint8)
    return np.array([_word(row) for row in rows.tolist()])


def _word(codes: list[int]) -> str:
    """Return the characters of UTF-16, some of which take two codes, or of UTF-32."""
    halves = "".join(map(chr, codes)).encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace").rstrip()
