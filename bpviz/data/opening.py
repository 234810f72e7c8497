"""Any file that holds examples or weights, known by what is in it rather than by its name."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bpviz.text import translate

from .files import mat, npz, octave_text, safetensors
from .files.csv_file import read_csv
from .files.disk import read_bytes
from .files.errors import FileError, listed
from .files.examples import table_of
from .files.preview import Preview
from .weights import Weights, weights_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from .files.stored import Stored

_HDF5: Final = b"\x89HDF\r\n\x1a\n"


@dataclass(frozen=True, eq=False)
class Opened:
    """What a file holds: examples, weights, or both.

    Attributes
    ----------
    data
        Says what will be made of the examples, and makes it; None if there are none.
    weights
        Of a network; None if there are none.
    """

    data: Preview | None = None
    weights: Weights | None = None


def open_file(path: str | PathLike[str]) -> Opened:
    """Read a file; nothing in it is ever run or unpickled.

    Raises
    ------
    FileError
        If it cannot be opened or holds nothing of the kind; the sentence says why, where, and what
        to do.
    """
    path = Path(path)
    return opened(read_bytes(path), path.name)


def opened(data: bytes, file: str) -> Opened:
    """Return what the bytes of a file hold; `file` is its name. Errors as for `open_file`."""
    arrays = _arrays(data)
    if arrays is None:
        _refuse_others(data)
        return Opened(data=Preview.of(file, read_csv(data)))
    table, weights = table_of(arrays), weights_of(arrays)
    if table is None and weights is None:
        sentence = translate(
            "Files",
            "The file holds the arrays {names}. Examples are looked for in X and y, weights in "
            "Theta1, Theta2 …, in coefs_0, intercepts_0 …, or in 0.weight, 0.bias …",
        )
        raise FileError(sentence.format(names=listed(arrays) or "–"))
    return Opened(None if table is None else Preview.of(file, table), weights)


def read_table(
    path: str | PathLike[str], *, header: bool | None = None, delimiter: str | None = None
) -> Preview:
    """Read a text table whose header or delimiter was not recognised rightly by `open_file`.

    Raises
    ------
    FileError
        As `open_file`.
    """
    path = Path(path)
    return Preview.of(path.name, read_csv(read_bytes(path), header=header, delimiter=delimiter))


def _arrays(data: bytes) -> Mapping[str, Stored] | None:
    """Return the arrays in a file; None if it is none of the kinds that hold any."""
    if data.startswith(npz.MAGIC):
        return npz.arrays(data)
    if mat.is_mat(data):
        return mat.arrays(data)
    if safetensors.is_safetensors(data):
        return safetensors.arrays(data)
    if octave_text.is_octave_text(data):
        return octave_text.arrays(data)
    return None


def _refuse_others(data: bytes) -> None:
    """Name the cure for what is known but not read."""
    if data.startswith(_HDF5) or data[512:520] == _HDF5:
        raise FileError(
            translate(
                "Files",
                "This is an HDF5 file, as MATLAB saves with -v7.3; save it again with -v7, or the "
                "arrays in it with numpy.savez.",
            )
        )
    if data.startswith((b"Octave-1-L", b"Octave-1-B")) or _is_mat_4(data):
        raise FileError(
            translate(
                "Files", "Octave or MATLAB saved this in another format; save it again with -v7."
            )
        )
    if data.startswith(b"\x93NUMPY"):
        raise FileError(
            translate(
                "Files",
                "This is a single array; save examples together, with numpy.savez(…, X=X, y=y).",
            )
        )
    if data.startswith(b"\x80") and data[1:2] in b"\x02\x03\x04\x05":
        raise FileError(npz.pickled())
    if data.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf")):
        raise FileError(translate("Files", "The file is packed; unpack it and open what is in it."))


def _is_mat_4(data: bytes) -> bool:
    """Whether this begins as a .mat file of version 4, which has no mark of its own."""
    if len(data) < 21:
        return False
    for order in "<>":
        kind, rows, columns, imaginary, length = struct.unpack_from(f"{order}5i", data)
        sizes = 0 <= kind < 5_000 and rows >= 0 and columns >= 0 and imaginary in (0, 1)
        if sizes and 1 < length <= 64 and data[19 + length : 20 + length] == b"\0":
            return True
    return False
