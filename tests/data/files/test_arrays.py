"""Arrays in .npz, .mat, Octave's text and safetensors, against those who know these formats."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import scipy.io

from bpviz.data.files import FileError, mat, npz, octave_text, safetensors
from bpviz.data.opening import opened
from tests.fuzz.guarded import guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray


KINDS = ("f8", "f4", "f2", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1", "?", ">f8", ">i2")


def example(kind: str, shape: tuple[int, ...] = (5, 3)) -> NDArray[Any]:
    numbers = np.random.default_rng(0).integers(0, 100, shape) / (2 if "f" in kind else 1)
    return numbers.astype(kind)


def as_npz(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def as_mat(arrays: dict[str, Any], **options: Any) -> bytes:
    file = io.BytesIO()
    scipy.io.savemat(file, arrays, **options)
    return file.getvalue()


def refusal(read: Callable[[], object]) -> str:
    with pytest.raises(FileError) as error:
        read()
    return str(error.value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_npz_as_numpy_reads_it(kind: str, order: Any, save: Any) -> None:
    file = io.BytesIO()
    X = np.asarray(example(kind), order=order)
    save(file, X=X, y=np.arange(5), s=np.array("word"))
    read = npz.arrays(file.getvalue())
    with np.load(io.BytesIO(file.getvalue()), allow_pickle=False) as expected:
        for name in expected.files:
            assert np.array_equal(read[name].read(), expected[name])
    assert read["X"].shape == (5, 3)
    assert read["s"].is_text


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("f2", ">f8", ">i2")])
@pytest.mark.parametrize("compressed", [False, True])
def test_mat_as_scipy_reads_it(kind: str, compressed: bool) -> None:
    data = as_mat(
        {"X": example(kind), "cube": example(kind, (2, 3, 4)), "t": "word", "n": np.array(3)},
        do_compression=compressed,
    )
    read, expected = mat.arrays(data), scipy.io.loadmat(io.BytesIO(data))
    for name in ("X", "cube", "n"):
        assert np.array_equal(read[name].read(), expected[name])
        assert read[name].shape == expected[name].shape
    assert read["t"].read().tolist() == ["word"]
    assert (read["X"].entry(0, 2), npz.arrays(as_npz(X=[1]))["X"].entry(0)) == ("X(1, 3)", "X[0]")


def test_mat_of_a_machine_with_the_other_order_of_bytes() -> None:
    def element(kind: int, body: bytes) -> bytes:
        return struct.pack(">II", kind, len(body)) + body + bytes(-len(body) % 8)

    inner = (
        element(6, struct.pack(">II", 6, 0))
        + element(5, struct.pack(">ii", 2, 2))
        + struct.pack(">HH4s", 1, 1, b"X")
        + element(9, struct.pack(">4d", 1, 2, 3, 4))
    )
    data = b"MATLAB 5.0".ljust(124) + b"\x01\x00MI" + element(14, inner)
    assert mat.is_mat(data)
    assert mat.arrays(data)["X"].read().tolist() == [[1, 3], [2, 4]]
    assert scipy.io.loadmat(io.BytesIO(data))["X"].tolist() == [[1, 3], [2, 4]]


OCTAVE = b"""# Created by Octave 6.4.0, Tue Nov 24 20:00:00 2026 UTC <somebody@somewhere>
# name: X
# type: matrix
# rows: 3
# columns: 2
 1 2.5
 -3 1e-3
 0 NaN


# name: y
# type: int32 matrix
# ndims: 2
 3 1
  1
  2
  1


# name: cube
# type: matrix
# ndims: 3
 1 2 2
 1
 2
 3
 4


# name: note
# type: string
# elements: 1
# length: 2
hi


# name: k
# type: scalar
3
"""


def test_octave_text_by_hand() -> None:
    assert octave_text.is_octave_text(OCTAVE)
    read = octave_text.arrays(OCTAVE)
    X = read["X"].numbers()
    assert X[:2].tolist() == [[1, 2.5], [-3, 0.001]]
    assert np.isnan(X[2, 1])
    assert read["y"].read().tolist() == [[1], [2], [1]]
    assert read["cube"].read().tolist() == [[[1, 3], [2, 4]]]
    assert "no plain matrix of numbers" in refusal(read["note"].read)


@pytest.mark.parametrize("body", [b"", b"\n \xa0\n", b" 1 x\n", b" 1 2\n 3\n", b" 1\n 2\n"])
def test_octave_text_whose_entries_are_not_there(body: bytes) -> None:
    text = b"# name: X\n# type: matrix\n# rows: 2\n# columns: 2\n"
    assert "X is damaged" in refusal(octave_text.arrays(text + body)["X"].read)


@pytest.mark.parametrize("kind", ["f8", "f4", "f2", "i8", "i4", "i2", "i1", "u1", "?"])
def test_safetensors_by_its_definition(kind: str) -> None:
    array = example(kind)
    data = safetensors.packed({"a": array, "b": np.zeros(2)}, {"hidden": "tanh"})
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    start, end = header["a"]["data_offsets"]
    entries = data[8 + length :]
    assert header["__metadata__"] == {"hidden": "tanh"}
    assert header["a"]["shape"] == [5, 3]
    assert entries[start:end] == array.tobytes()
    assert header["b"]["data_offsets"] == [end, end + 16] == [end, len(entries)]
    read = safetensors.arrays(data)
    assert np.array_equal(read["a"].read(), array)
    assert str(read["hidden"].read()) == "tanh"


# --- what is wrong ------------------------------------------------------------------------------


def test_objects_are_never_unpickled() -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return (pytest.fail, ("it was unpickled",))

    data = as_npz(X=np.array([Bomb()], dtype=object), y=np.arange(1))
    assert "something other than numbers" in refusal(lambda: opened(data, "f.npz"))


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({"X": np.zeros((4, 2))}, "inputs, X, but no targets"),
        ({"X": np.zeros((4, 2)), "y": np.zeros(3)}, "X is 4×2 and y is 3"),
        ({"X": np.zeros((0, 2)), "y": np.zeros(0)}, "X is 0×2 and y is 0"),
        ({"X": np.zeros((4, 0)), "y": np.zeros(4)}, "X is 4×0"),
        ({"X": np.array(1.0), "y": np.zeros(4)}, "X is 1 and y is 4"),
        ({"X": np.full((4, 2), np.inf), "y": np.arange(4)}, "X[0, 0]: an infinite value"),
        ({"X": np.zeros((4, 2)), "y": np.array([0, 1, 1, -np.inf])}, "Y[3]: an infinite value"),
        ({"X": np.zeros((4, 2)) * 1j, "y": np.zeros(4)}, "X holds something other than numbers"),
        ({"X": np.array([["a"], ["b"]]), "y": np.zeros(2)}, "X holds words where numbers are due"),
        (
            {"arr_0": np.ones((3, 2)), "arr_1": np.ones(3), "arr_2": np.ones(2)},
            "arrays arr_0, arr_1",
        ),
        ({"a": np.zeros(3), "b": np.zeros(3)}, "holds the arrays a, b. Examples are looked for"),
        ({"X": np.zeros((2, 400_000), np.int8), "y": np.zeros(2)}, "layers 400000-25-1"),
    ],
)
def test_arrays_that_are_no_examples(arrays: dict[str, Any], sentence: str) -> None:
    assert sentence.lower() in refusal(lambda: opened(as_npz(**arrays), "f.npz")).lower()


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.99])
def test_files_that_are_cut_off(part: float) -> None:
    X, y = np.random.default_rng(0).random((50, 9)), np.arange(50) % 2
    theta = {"theta1": np.ones((2, 10)), "theta2": np.ones((1, 3))}
    for whole in (
        as_npz(X=X, y=y),
        as_mat({"X": X, "y": y}),
        as_mat({"X": X, "y": y}, do_compression=True),
        safetensors.packed(theta, {}),
    ):
        sentence = refusal(partial(opened, whole[: int(part * len(whole))], "f"))
        assert "cut off" in sentence or "ends within" in sentence


def test_an_entry_changed_on_its_way_is_noticed() -> None:
    file = io.BytesIO()
    np.savez(file, X=np.ones((50, 3)), y=np.arange(50))
    data = bytearray(file.getvalue())
    data[data.index(struct.pack("<d", 1.0)) + 500] ^= 1
    assert "X is damaged" in refusal(lambda: opened(bytes(data), "f.npz"))


@pytest.mark.parametrize("kind", [0, 8, 10, 25, 5_000, 65_000])
def test_a_type_of_entries_that_ends_other_readers(kind: int) -> None:
    data = as_mat({"X": np.arange(6.0).reshape(2, 3), "y": [1, 2]})
    at = data.index(struct.pack("<II", 9, 48))
    bent = data[:at] + struct.pack("<I", kind) + data[at + 4 :]
    assert "X is damaged" in refusal(lambda: opened(bent, "f.mat"))


def header(text: str) -> bytes:
    padded = text.ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(padded)) + padded.encode()


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999, 99999999999), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2, 2, 2, 2, 2, 2), }",
        "{'descr': '<f3', 'fortran_order': False, 'shape': (2,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + "9" * 60 + ",), }",
        "{'descr': '<f8', 'shape': (2,), }",
        "__import__('os').abort()",
        "(" * 100,
    ],
)
def test_headers_that_are_not_believed(text: str) -> None:
    data = zipped({"X.npy": header(text) + bytes(16), "y.npy": header(text) + bytes(16)})
    assert "is damaged" in refusal(lambda: opened(data, "f.npz"))


def test_an_archive_that_grows_out_of_all_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "{'descr': '|u1', 'fortran_order': False, 'shape': (2000, 2000), }"
    labels = "{'descr': '|u1', 'fortran_order': False, 'shape': (2000,), }"
    members = {"X.npy": header(text) + bytes(4_000_000), "y.npy": header(labels) + bytes(2_000)}
    data = zipped(members)
    assert len(data) < 10_000
    monkeypatch.setattr("bpviz.data.files.errors.MEMORY", 60_000_000)
    assert "X would need" in refusal(lambda: opened(data, "bomb.npz"))


def test_an_archive_that_holds_less_than_it_promises() -> None:
    """It once took a time that grew with the square of the promise, minutes for 1 GB."""
    text = "{'descr': '|u1', 'fortran_order': False, 'shape': (%d, 1000), }"
    rows = 800_000
    short = header(text % rows) + bytes(99)
    file = bytearray(zipped({"X.npy": short, "y.npy": short}))
    promised = (len(short) - 99 + rows * 1000).to_bytes(4, "little")
    at = -1
    for _ in range(2):  # the sizes in the directory at the end
        at = file.index(b"PK\x01\x02", at + 1)
        assert file[at + 24 : at + 28] == len(short).to_bytes(4, "little")
        file[at + 24 : at + 28] = promised
    with guarded():  # two seconds at most
        assert "X is damaged" in refusal(npz.arrays(bytes(file))["X"].load)


@pytest.mark.parametrize("code", [0x110000, 0xFFFFFFFF, 0xD800, 0xDFFF])
def test_words_of_what_is_no_character_are_refused(code: int) -> None:
    for order in "<>":
        words = np.array([code] * 8, f"{order}u4").view(f"{order}U1")
        file = io.BytesIO()
        np.savez(file, X=np.arange(8.0)[:, np.newaxis], y=words)
        assert "y is damaged" in refusal(npz.arrays(file.getvalue())["y"].load)


@pytest.mark.parametrize(
    ("codes", "word"),
    [([0xD83D, 0xDC08, 97], "🐈a"), ([0x1F408], "🐈"), ([0xD800, 98], "\ufffdb"), ([97, 32], "a")],
)
def test_characters_of_mat_may_take_two_codes(codes: list[int], word: str) -> None:
    """As MATLAB writes them, and Octave; half a one could not be saved again."""
    kind = np.uint16 if max(codes) < 0x10000 else np.uint32
    body = bytearray(as_mat({"y": np.array([codes], kind)}))
    at = body.rindex(b"\x06\0\0\0\x08\0\0\0") + 8  # the class of the array
    body[at] = 4  # characters
    assert mat.arrays(bytes(body))["y"].read().tolist() == [word]


def test_half_a_character_in_a_header_of_safetensors_is_refused() -> None:
    head = b'{"__metadata__": {"classes": "\\ud800"}}'
    data = len(head).to_bytes(8, "little") + head
    assert "is damaged" in refusal(lambda: opened(data, "f"))


def test_a_mat_file_that_unpacks_to_more_than_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    data = as_mat({"X": np.zeros((1000, 1000)), "y": np.zeros(1000)}, do_compression=True)
    assert len(data) < 20_000
    monkeypatch.setattr("bpviz.data.files.errors.MEMORY", 20_000_000)
    assert "X would need" in refusal(lambda: opened(data, "bomb.mat"))


@pytest.mark.parametrize(
    "head",
    [
        b'{"a": {"dtype": "F64", "shape": [2], "data_offsets": [0, 17]}}',
        b'{"a": {"dtype": "F64", "shape": [4], "data_offsets": [0, 32]}}',
        b'{"a": {"dtype": "F64", "shape": [-1], "data_offsets": [8, 0]}}',
        b'{"a": {"dtype": "F64", "shape": [true], "data_offsets": [0, 8]}}',
        b'{"a": {"dtype": "F64", "shape": [1e0], "data_offsets": [0, 8]}}',
        b'{"a": {"dtype": ["F64"], "shape": [1], "data_offsets": [0, 8]}}',
        b'{"a": {"dtype": "F64", "shape": [1], "data_offsets": [0]}}',
        b'{"a": 3}',
        b'{"a": {}}',
        b"{" * 50_000,
        b'{"a": ' + b"[" * 50_000,
        b"{]",
    ],
)
def test_headers_of_safetensors_that_do_not_fit(head: bytes) -> None:
    data = len(head).to_bytes(8, "little") + head + bytes(16)
    assert "damaged" in refusal(lambda: safetensors.arrays(data))


def test_a_header_of_safetensors_without_end() -> None:
    data = (1 << 39).to_bytes(8, "little") + b"{" + bytes(100)
    assert "at most 1048576 are read" in refusal(lambda: safetensors.arrays(data))


def test_more_arrays_than_anybody_has() -> None:
    data = zipped({f"a{n}.npy": b"" for n in range(2_001)}, zipfile.ZIP_STORED)
    assert "holds 2001 arrays" in refusal(lambda: npz.arrays(data))


# --- examples -----------------------------------------------------------------------------------


def course_file(**options: Any) -> tuple[bytes, NDArray[np.float64], NDArray[np.int64]]:
    """Return pictures of 20×20 points as the course hands them out: unrolled by columns."""
    random = np.random.default_rng(5)
    upright = random.uniform(-0.13, 1.13, (60, 20, 20))
    y = np.tile(np.arange(1, 11), 6)[:, np.newaxis]
    X = upright.transpose(0, 2, 1).reshape(60, 400)
    return as_mat({"X": X, "y": y}, **options), upright, y


def test_digits_as_the_course_hands_them_out() -> None:
    data, upright, y = course_file(do_compression=True)
    result = opened(data, "ex4data1.mat")
    assert result.weights is None
    assert result.data is not None
    told = " ".join(result.data.sentences())
    assert "Class 10 stands for the digit 0" in told
    assert "column by column as MATLAB and Octave store it; it is shown upright" in told
    made = result.data.data_set()
    # The inputs stay in the order of the file, in which its weights were learnt.
    assert np.array_equal(made.X, scipy.io.loadmat(io.BytesIO(data))["X"])
    assert np.array_equal(made.X[:, made.points].reshape(60, 20, 20), upright)
    assert (made.picture, made.by_columns) == ((20, 20), True)
    assert made.classes == ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0")
    assert np.array_equal(made.labels, y.ravel() - 1)
    assert made.features[1] == "row 2, column 1"
    assert made.layers == (400, 25, 10)


def test_pictures_one_behind_the_other() -> None:
    images = np.random.default_rng(0).integers(0, 256, (30, 8, 9), dtype=np.uint8)
    made = opened(as_npz(x_train=images, y_train=np.arange(30) % 3), "mnist.npz").data
    assert made is not None
    data = made.data_set()
    assert (data.picture, data.by_columns) == ((8, 9), False)
    assert np.array_equal(data.X, images.reshape(30, 72) / images.max())
    turned = opened(as_npz(X=np.moveaxis(images, 0, -1), y=np.arange(30) % 3), "f.npz").data
    assert turned is not None
    assert np.array_equal(turned.data_set().X, data.X)


def test_examples_in_columns() -> None:
    X = np.random.default_rng(0).random((30, 3))
    seen = opened(as_npz(X=X.T, y=np.arange(30)[np.newaxis] % 2), "f.npz").data
    assert seen is not None
    assert np.array_equal(seen.choose(scaled=False).data_set().X, X)


def test_two_arrays_that_were_saved_without_names() -> None:
    X, y = np.random.default_rng(0).random((30, 3)), np.arange(30) % 2
    file = io.BytesIO()
    np.savez(file, X, y)
    seen = opened(file.getvalue(), "f.npz").data
    assert seen is not None
    data = seen.choose(scaled=False).data_set()
    assert np.array_equal(data.X, X)
    assert np.array_equal(data.Y[:, 0], y)


def test_targets_one_hot_as_words_and_as_several_numbers() -> None:
    X = np.random.default_rng(0).random((30, 3))
    labels = np.arange(30) % 3

    def made(y: NDArray[Any]) -> Any:
        seen = opened(as_npz(X=X, y=y), "f.npz").data
        assert seen is not None
        return seen.data_set()

    one_hot = made(np.eye(4)[labels])  # a class that no example is in keeps its output
    assert np.array_equal(one_hot.Y, np.eye(4)[labels])
    assert one_hot.classes == ("y₁", "y₂", "y₃", "y₄")
    words = made(np.array(["cat", "ape", "dog"])[labels])
    assert words.classes == ("ape", "cat", "dog")
    assert words.labels.tolist() == [(1, 0, 2)[n] for n in labels]
    assert made(np.array([b"no", b"yes"])[labels % 2]).classes == ("yes",)
    switches = made(np.column_stack((labels == 1, labels > 0)))
    assert (switches.output, switches.Y.shape) == ("sigmoid", (30, 2))
    several = made(np.column_stack((X[:, 0] * 50, X[:, 1])))
    assert (several.output, several.cost, several.Y.shape) == ("linear", "squared-error", (30, 2))


def test_what_is_not_a_number_is_a_missing_value() -> None:
    X = np.random.default_rng(0).random((30, 3))
    X[4, 1] = np.nan
    seen = opened(as_npz(X=X, y=np.arange(30) % 2), "f.npz").data
    assert seen is not None
    assert len(seen.data_set().X) == 29
    assert len(seen.choose(missing="mean").data_set().X) == 30


def tensors(header: dict[str, Any], entries: bytes) -> bytes:
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + entries


def test_arrays_of_safetensors_that_share_their_bytes_are_refused() -> None:
    header = {
        "a": {"dtype": "F64", "shape": [2], "data_offsets": [0, 16]},
        "b": {"dtype": "F64", "shape": [1], "data_offsets": [8, 16]},
    }
    assert "damaged" in refusal(lambda: safetensors.arrays(tensors(header, bytes(16))))


def test_bfloat16_of_safetensors_is_the_upper_half_of_float32() -> None:
    header = {"a": {"dtype": "BF16", "shape": [1, 3], "data_offsets": [0, 6]}}
    # 1.0 is 3F80 0000, −2.5 is C020 0000, and 4049 the upper half of π (IEEE 754).
    data = tensors(header, struct.pack("<3H", 0x3F80, 0xC020, 0x4049))
    read = safetensors.arrays(data)["a"].read()
    np.testing.assert_array_equal(read, [[1.0, -2.5, 3.140625]])


def test_a_missing_value_may_signal() -> None:
    """A NaN whose first bit is 0 sets off an alarm in whatever calculates with it."""
    signalling = np.frombuffer(struct.pack("<Q", 0x7FF0_0000_0000_0001), "<f8")
    X = np.random.default_rng(0).normal(size=(20, 3))
    y = np.arange(20.0) % 3 / 7
    X[4, 1] = y[5] = signalling[0]
    found = opened(as_npz(X=X, y=y), "f").data
    assert found is not None
    data = found.choose(missing="mean").data_set()
    assert len(data.X) == 19
    assert np.isfinite(data.X).all()
    assert np.isfinite(data.Y).all()


def test_another_column_of_the_course_has_its_own_classes() -> None:
    rows = np.random.default_rng(0).random((60, 400))
    rows[:, 7] = np.arange(60) % 5
    data = io.BytesIO()
    scipy.io.savemat(data, {"X": rows, "y": 1 + np.arange(60)[:, np.newaxis] % 10})
    preview = opened(data.getvalue(), "ex4data1.mat").data
    assert preview is not None
    assert preview.data_set().classes[-1] == "0"
    assert preview.choose(target=7, task="classes").data_set().classes == ("0", "1", "2", "3", "4")


def test_many_targets_are_counted() -> None:
    random = np.random.default_rng(0)
    preview = opened(as_npz(X=random.random((20, 2)), y=9 * random.random((20, 5))), "f.npz").data
    assert preview is not None
    assert "5 numbers are to be learnt, one linear output each" in " ".join(preview.sentences())
    assert preview.data_set().description.startswith("How large are y₁, y₂, y₃ and 2 more?")
