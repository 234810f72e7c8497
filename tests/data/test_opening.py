"""A file is known by what is in it, and whatever is in it, there is an answer."""

from __future__ import annotations

import gzip
import io
import os
import pickle
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import scipy.io
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.core import Network
from bpviz.data.files import FileError, safetensors
from bpviz.data.opening import open_file, opened, read_table
from bpviz.data.weights import FORMATS, write_weights
from tests.fuzz import readers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# By hand: BPVIZ_FUZZ=250 pytest tests/data/test_opening.py -k any tries a hundred thousand files.
TIMES = int(os.environ.get("BPVIZ_FUZZ", "1"))
X = np.random.default_rng(0).random((12, 4))
Y = np.arange(12)[:, np.newaxis] % 3
TEXT = b"a;b;c\n1,5;2;x\n?;3;y\n2,5;;x\n"
THETA = {"Theta1": np.ones((3, 5)), "Theta2": np.ones((1, 4))}


def as_npz(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def as_mat(arrays: dict[str, Any], *, compressed: bool = False, **options: Any) -> bytes:
    file = io.BytesIO()
    scipy.io.savemat(file, arrays, do_compression=compressed, **options)
    return file.getvalue()


KINDS = {
    "a table": TEXT,
    "a table in UTF-16": TEXT.decode().encode("utf-16"),
    "an archive of NumPy": as_npz(X=X, y=Y),
    "MATLAB": as_mat({"X": X, "y": Y}),
    "MATLAB, compressed": as_mat({"X": X, "y": Y}, compressed=True),
    "Octave": b"# name: X\n# type: matrix\n# rows: 2\n# columns: 1\n 1\n 2\n\n"
    b"# name: y\n# type: matrix\n# rows: 2\n# columns: 1\n 0\n 1\n",
}
WEIGHTS = {
    "NumPy": as_npz(**THETA),
    "MATLAB": as_mat(THETA),
    "MATLAB, compressed": as_mat(THETA, compressed=True),
    "PyTorch": safetensors.packed({"0.weight": np.ones((2, 3)), "0.bias": np.ones(2)}, {}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_examples_are_known_by_their_content(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "named.wrongly"
    path.write_bytes(KINDS[kind])
    found = open_file(path)
    assert found.weights is None
    assert found.data is not None
    assert found.data.file == "named.wrongly"
    assert found.data.problem is None


@pytest.mark.parametrize("kind", WEIGHTS)
def test_weights_are_known_by_their_content(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "named.csv"
    path.write_bytes(WEIGHTS[kind])
    found = open_file(str(path))
    assert found.data is None
    assert found.weights is not None


def test_a_file_may_hold_both() -> None:
    found = opened(as_mat({"X": X, "y": Y} | THETA), "all.mat")
    assert found.data is not None
    assert found.weights is not None
    assert found.weights.layers == (4, 3, 1)


def test_a_table_can_be_read_in_another_way(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("1,2\n3,4\n")
    assert read_table(path, header=True).table.names == ("1", "2")


def pickled() -> bytes:
    return pickle.dumps({"X": [1, 2, 3]}, protocol=4)


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "")
    return file.getvalue()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (pickled, "pickled Python objects, which may run any program"),
        (lambda: archive("archive/data.pkl"), "pickled Python objects"),
        (lambda: archive("[Content_Types].xml", "xl/workbook.xml"), "save the table in it as CSV"),
        (lambda: archive("photo.jpg"), "holds no arrays of NumPy"),
        (lambda: b"\x89HDF\r\n\x1a\n" + bytes(100), "save it again with -v7"),
        (
            lambda: b"MATLAB 7.3 MAT-file".ljust(124) + b"\x00\x02IM" + bytes(384)
            + b"\x89HDF\r\n\x1a\n",
            "save it again with -v7",
        ),
        (lambda: b"Octave-1-L\0" + bytes(100), "save it again with -v7"),
        (lambda: as_mat({"X": X, "y": Y}, format="4"), "save it again with -v7"),
        (lambda: b"\x93NUMPY\x01\x00" + bytes(100), "numpy.savez(…, X=X, y=y)"),
        (lambda: gzip.compress(TEXT), "unpack it and open what is in it"),
        (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "This is not text"),
        (lambda: b"PK\x03\x04" + bytes(100), "archive is damaged, or was cut off"),
        (lambda: as_npz(arr_0=X), "holds the arrays arr_0"),
        (lambda: safetensors.packed({}, {}), "holds the arrays –"),
    ],
)  # fmt: skip
def test_the_cure_is_named(make: Callable[[], bytes], sentence: str) -> None:
    with pytest.raises(FileError) as error:
        opened(make(), "f")
    assert sentence in str(error.value)


# --- whatever comes -----------------------------------------------------------------------------


def look(data: bytes) -> None:
    """Open it and try all that a window would; nothing but a `FileError` may come of it."""
    try:
        readers.look(data)
    except FileError as error:
        one_line(str(error))


def one_line(sentence: str) -> None:
    assert sentence
    assert "\n" not in sentence


@given(st.binary(max_size=400))
@settings(max_examples=100 * TIMES)
def test_any_bytes(data: bytes) -> None:
    look(data)


@given(st.sampled_from((b"PK\x03\x04", b"# name: X\n", b"\x30\0\0\0\0\0\0\0{")), st.binary())
@settings(max_examples=100 * TIMES)
def test_any_bytes_after_a_magic_word(magic: bytes, data: bytes) -> None:
    look(magic + data)


@given(st.binary(min_size=1, max_size=200))
@settings(max_examples=100 * TIMES)
def test_any_bytes_after_the_header_of_matlab(data: bytes) -> None:
    look(b"MATLAB 5.0".ljust(124) + b"\x00\x01IM" + data)


CELLS = st.sampled_from(
    [
        "",
        "0",
        "1",
        "2",
        "-1.5",
        "1e300",
        "1e-300",
        "inf",
        "nan",
        "?",
        "x",
        "é",
        '"',
        "_",
        "1,5",
        "−3",
    ]
)


@given(
    st.lists(st.lists(CELLS, max_size=5), max_size=14),
    st.sampled_from([",", ";", "\t", "|", " "]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
@settings(max_examples=300 * TIMES)
def test_any_table(rows: list[list[str]], delimiter: str, end: str, codec: str) -> None:
    look(end.join(delimiter.join(row) for row in rows).encode(codec, errors="replace"))


@given(st.integers(2, 5), st.data())
@settings(max_examples=200 * TIMES)
def test_any_table_with_rows_alike(width: int, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=14))
    look("\n".join(";".join(row) for row in rows).encode())


@given(st.sampled_from([*KINDS.values(), *WEIGHTS.values()]), st.data())
@settings(max_examples=400 * TIMES)
def test_any_file_that_was_bent(content: bytes, data: st.DataObject) -> None:
    bent = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(bent)))
        length = data.draw(st.integers(0, 12))
        bent[at : at + length] = data.draw(st.binary(max_size=12))
    look(bytes(bent))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("weights")
    for suffix in FORMATS:
        write_weights(folder / f"w{suffix}", Network((3, 4, 2)))
    return {suffix: (folder / f"w{suffix}").read_bytes() for suffix in FORMATS}


@given(st.sampled_from(FORMATS), st.floats(0.01, 0.99))
@settings(max_examples=60 * TIMES)
def test_weights_cut_off_anywhere(written: dict[str, bytes], suffix: str, part: float) -> None:
    content = written[suffix]
    look(content[: int(part * len(content))])
