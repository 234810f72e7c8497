"""Names and words out of a file that no sentence could hold as they are."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest

from bpviz.data.files import FileError, safetensors
from bpviz.data.opening import opened
from tests.fuzz.readers import tell

STEERING = "\x1b[31m\u202eevil\x07"  # red, from right to left, a bell
LONG = "long" * 10_000


def as_npz(name: str, array: object) -> bytes:
    file = io.BytesIO()
    arrays: dict[str, Any] = {name: array}
    np.savez(file, **arrays)
    return file.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(FileError) as error:
        opened(data, "file")
    return str(error.value)


@pytest.mark.parametrize("name", [STEERING, LONG[:60_000]], ids=["steering", "long"])
def test_names_of_arrays(name: str) -> None:
    weight = f"{name}.weight"
    for data, due in (
        (as_npz(name, np.ones(3)), "holds the arrays"),
        (as_npz(weight, np.ones(3)), "does not belong to a fully connected layer"),
        (as_npz(weight, np.ones((0, 3))), "is empty"),
        (as_npz(weight, [["a", "b"]]), "holds words where numbers are due"),
        (as_npz(weight, [[np.inf, 1.0]]), "infinite"),
        (as_npz(weight, [[np.nan, 1.0]]), "not a number"),
        (as_npz(weight, np.ones((2, 2)))[:-300] + bytes(300), "damaged"),
        (
            safetensors.packed({f"{name}.weight": np.ones((2, 2)), f"{name}.bias": np.ones(3)}, {}),
            "has 3 entries",
        ),
        (
            safetensors.packed(
                {f"{name}0.weight": np.ones((2, 2)), f"{name}1.weight": np.ones((3, 3))}, {}
            ),
            "not of one network",
        ),
    ):
        sentence = refusal(data)
        assert due in sentence
        tell((sentence,))
        assert len(sentence) < 400


def test_an_empty_name() -> None:
    assert "holds the arrays –" in refusal(safetensors.packed({"": np.ones(3)}, {}))


def test_a_network_of_very_many_layers() -> None:
    arrays = {f"Theta{n}": np.ones((1, 2)) for n in range(1, 1500)}
    found = opened(safetensors.packed(arrays, {}), "file").weights
    assert found is not None
    assert len(found.layers) == 1500
    first, *rest = found.sentences()
    assert "1-1-1-1-…-1-1" in first
    assert "Theta1, Theta2" in first
    assert "…" in first
    tell((first, *rest))


def test_words_of_a_table() -> None:
    table = f'kind,y\n"two\nlines\x07",1\n"{LONG}",2\n"x\u202e",1\n'.encode().replace(b"\x07", b"")
    seen = opened(table, "file").data
    assert seen is not None
    told = seen.sentences()
    assert any("kind = two lines" in sentence for sentence in told)
    tell(told)
    assert max(len(cell) for row in seen.head() for cell in row) <= 40
    tell(seen.input_names or ())
