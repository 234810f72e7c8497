"""NumPy's .npz: a zip archive of arrays, read without ever unpickling anything."""

from __future__ import annotations

import io
import math
import re
import sys
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import numpy as np

from bpviz.text import translate

from .errors import FileError
from .stored import MOST_DIMENSIONS, Stored, check_count, damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

MAGIC: Final = b"PK"
_NPY: Final = b"\x93NUMPY"
_LONGEST_HEADER: Final = 10_000  # as NumPy has it
# What zipfile, and whoever reads its members, may say of a file that somebody has bent.
COMPLAINTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,  # a RecursionError among them
    ValueError,
)
# NumPy itself would evaluate the header as Python. These three patterns know all that is due.
_KIND: Final = re.compile(r"'descr': '([<>|=]?[biufUS]\d{1,9})'")
_ORDER: Final = re.compile(r"'fortran_order': (True|False)")
_SHAPE: Final = re.compile(r"'shape': \(([\dL, ]*)\)")
_CHUNK: Final = 1 << 20  # bytes that are unpacked in one go


def arrays(data: bytes) -> Mapping[str, Stored]:
    """Return the arrays in an .npz file, by their names.

    Raises
    ------
    FileError
        If it is no such file.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except COMPLAINTS:
        sentence = translate(
            "Files",
            "The archive is damaged, or was cut off on its way; fetch or save it again.",
        )
        raise FileError(sentence) from None
    _refuse_others([member.filename for member in members])
    check_count(len(members))
    return {
        (stored := _stored(archive, member)).name: stored
        for member in members
        if member.filename.endswith(".npy")
    }


def packed(arrays: Mapping[str, Any]) -> bytes:
    """Return an .npz file that holds some arrays of numbers or words."""
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def _refuse_others(names: list[str]) -> None:
    """Name the cure for archives of other makers."""
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise FileError(
            translate(
                "Files", "This is a document of an office program; save the table in it as CSV."
            )
        )
    if any(name.rpartition("/")[2] == "data.pkl" for name in names):
        raise FileError(pickled())
    if not any(name.endswith(".npy") for name in names):
        raise FileError(
            translate(
                "Files", "The archive holds no arrays of NumPy; unpack it and open what is in it."
            )
        )


def pickled() -> str:
    """Say why pickled objects are not opened, and what to save instead."""
    return translate(
        "Files",
        "The file holds pickled Python objects, which may run any program when they are opened, so "
        "they are not. Save PyTorch weights with safetensors.torch.save_file(model.state_dict(), "
        "…), and arrays with numpy.savez.",
    )


def _stored(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Stored:
    name = member.filename.removesuffix(".npy")
    try:
        with archive.open(member) as file:
            header = _header(file.read)
    except COMPLAINTS:
        return Stored(name, (), np.dtype(object), lambda: np.zeros(0), whole=False)
    dtype, shape = header.dtype, header.shape
    count = math.prod(shape) * dtype.itemsize
    whole = dtype.kind == "O" or header.end + count == member.file_size

    def load() -> NDArray[Any]:
        # Pages that are never written are never had: a file may promise more than it holds.
        room = np.zeros(count, np.uint8)
        try:
            with archive.open(member) as file:
                file.read(header.end)
                for start in range(0, count, _CHUNK):
                    piece = file.read(min(_CHUNK, count - start))
                    if len(piece) < min(_CHUNK, count - start):
                        raise damaged(name)
                    room[start : start + len(piece)] = np.frombuffer(piece, np.uint8)
        except COMPLAINTS:
            raise damaged(name) from None
        if dtype.kind == "U" and not _are_characters(np.frombuffer(room, f"{dtype.byteorder}u4")):
            raise damaged(name)
        return np.frombuffer(room, dtype).reshape(shape, order=header.order)

    return Stored(name, shape, dtype, load, whole=whole)


def _are_characters(codes: NDArray[np.uint32]) -> bool:
    """Whether each is of a character; NumPy believes what stands there, and Python breaks off."""
    surrogates = (codes >= 0xD800) & (codes < 0xE000)
    return not (surrogates | (codes > sys.maxunicode)).any()


class _Header(NamedTuple):
    """What an array is: object stands for all that is no plain array; where its entries begin."""

    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    order: Literal["C", "F"]
    end: int


def _header(read: Callable[[int], bytes]) -> _Header:
    """Return what the header says.

    Raises
    ------
    ValueError
        If this is no header of an array.
    """
    magic = read(8)
    digits = 2 if magic[6:7] == b"\x01" else 4
    length = int.from_bytes(read(digits), "little")
    if not magic.startswith(_NPY) or length > _LONGEST_HEADER:
        raise ValueError
    text = read(length).decode("latin-1")
    kind, order, shape = _KIND.search(text), _ORDER.search(text), _SHAPE.search(text)
    if not order or not shape:
        raise ValueError
    sizes = re.findall(r"\d+", shape[1])
    if len(sizes) > MOST_DIMENSIONS or any(len(size) > 18 for size in sizes):
        raise ValueError
    try:
        dtype = np.dtype(kind[1] if kind else object)
    except TypeError:  # a number of three bytes, say
        raise ValueError from None
    return _Header(
        dtype,
        tuple(map(int, sizes)),
        "F" if order[1] == "True" else "C",
        8 + digits + length,
    )
