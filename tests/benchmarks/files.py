"""Time and memory that files of ten megabytes take that were made to take as much as possible."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from .table import Table, duration

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE: Final = 10_000_000


def zeros(dtype: str, m: int, n: int) -> bytes:
    """Return an .npz file in which so many zeros are packed."""
    file = io.BytesIO()
    count = m * n * np.dtype(dtype).itemsize
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("X.npy", "w", force_zip64=True) as member:
            member.write(header(dtype, (m, n)))
            for start in range(0, count, 1 << 24):
                member.write(bytes(min(1 << 24, count - start)))
        archive.writestr("y.npy", header(dtype, (m,)) + bytes(m * np.dtype(dtype).itemsize))
    return file.getvalue()


def header(dtype: str, shape: tuple[int, ...]) -> bytes:
    text = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': {shape}, }}".ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text.encode()


def crowd() -> bytes:
    """Return an archive with two hundred thousand entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a", "")
    raw = file.getvalue()
    start, end = raw.index(b"PK\1\2"), raw.index(b"PK\5\6")
    entries = raw[start:end] * (SIZE // (end - start))
    tail = struct.pack("<HHHHIIH", 0, 0, 65_535, 65_535, len(entries), start, 0)
    return raw[:start] + entries + b"PK\5\6" + tail


def tensors(header: bytes) -> bytes:
    return len(header).to_bytes(8, "little") + header + bytes(SIZE)


KINDS: Final[dict[str, Callable[[], bytes]]] = {
    "numbers of one digit": lambda: b"1,2\n" * (SIZE // 4),
    "a word in the last line": lambda: b"1,2\n" * (SIZE // 4) + b"a,b\n",
    "missing values": lambda: b",2\n" * (SIZE // 3),
    "words": lambda: b"a,b\n" * (SIZE // 4),
    "words of accented letters": lambda: b"\xe9,\xe9\n" * (SIZE // 4),
    "different words": lambda: b"".join(b"%x,%x\n" % (n, 7 * n) for n in range(SIZE // 12)),
    "10,000,000 columns": lambda: b"," * SIZE,
    "300,000 columns": lambda: (b"," * 300_000 + b"\n") * (SIZE // 300_000),
    "27,000 columns of words": lambda: (b"a," * 27_000 + b"1\n") * (SIZE // 54_000),
    "a quotation without end": lambda: b'a,b\n"' + b"x,y\n" * (SIZE // 4),
    "empty lines": lambda: b"1,2\n" + b"\n" * SIZE,
    "zip bomb": lambda: zeros("|u1", 10_000, 100_000),
    "zip bomb within the limit": lambda: zeros("<f8", 300_000, 148),
    "zip of 200,000 entries": crowd,
    ".mat of empty arrays": lambda: b"MATLAB 5.0".ljust(124) + b"\0\1IM" + bytes(SIZE),
    "safetensors of 500,000 axes": lambda: tensors(
        b'{"0.weight":{"dtype":"F64","shape":[' + b"9," * 499_999 + b'9],"data_offsets":[0,8]}}'
    ),
}


def table() -> Table:
    """Open each file in a process of its own and look at what will be made of it."""
    result = Table(
        "Hostile files of up to 10 MB: until they are refused, or opened and described",
        ("file", "time", "memory", "MB of file"),
        notes=("Memory: what the process grew by. Files that need more than 1 GB are refused.",),
    )
    if sys.platform != "linux":
        result.notes = ("Only Linux tells it in this way.",)
        return result
    for kind in KINDS:
        child = [sys.executable, "-m", __name__, kind]
        text = subprocess.run(child, check=True, capture_output=True, text=True).stdout
        seconds, grown, size = map(float, text.split())
        result.rows.append((kind, duration(seconds), f"{grown:.0f} MB", f"{size / 1e6:.1f}"))
    return result


def measure(kind: str) -> None:
    """Print seconds, megabytes that the process grew by, and the size of the file."""
    import resource

    from bpviz.data.files import FileError
    from bpviz.data.opening import opened

    data = KINDS[kind]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = perf_counter()
    try:
        found = opened(data, "file")
        if found.data:
            found.data.sentences()
    except FileError:
        pass
    seconds = perf_counter() - start
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(seconds, grown / 1024, len(data))


if __name__ == "__main__":
    measure(sys.argv[1])
