"""Pasting gives the same doubles."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bpviz.ui.matrices.copying import grid_text, number_text, page_text
from bpviz.ui.matrices.quantities import Grid

NUMBERS = st.floats(allow_nan=True, allow_infinity=True, width=64)
MATRICES = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=NUMBERS)
)


def matrix(values: np.ndarray) -> Grid:
    rows, columns = values.shape
    return Grid("Theta", 2, rows, columns, first=1, bias="column")


def octave(text: str) -> np.ndarray:
    """Read what Octave reads: rows end at a semicolon, three dots go on in the next line."""
    body = re.fullmatch(r"\w+ = \[(.*)\];", text, re.DOTALL)
    assert body is not None
    assert "\n" not in body[1].replace("...\n", "")
    rows = body[1].replace("...\n", " ").split(";")
    return np.array([[float(entry) for entry in row.split()] for row in rows])


def run(text: str) -> dict[str, np.ndarray]:
    names: dict[str, np.ndarray] = {}
    exec(text, {"np": np}, names)  # noqa: S102  (what a person does who pastes it)
    return names


@given(MATRICES)
def test_numpy_reads_a_matrix_back_to_the_last_bit(values: np.ndarray) -> None:
    read = run(grid_text(matrix(values), values, "numpy"))["Theta2"]
    assert read.dtype == np.float64
    np.testing.assert_array_equal(read, values, strict=True)


@given(MATRICES)
def test_octave_reads_a_matrix_back_to_the_last_bit(values: np.ndarray) -> None:
    text = grid_text(matrix(values), values, "octave")
    assert text.startswith("Theta2 = [")
    np.testing.assert_array_equal(octave(text), values)


@given(NUMBERS)
def test_a_single_number(value: float) -> None:
    np.testing.assert_equal(eval(number_text(value), {"np": np}), value)  # noqa: S307
    np.testing.assert_equal(float(number_text(value, "octave")), value)


def test_a_vector_multiplies_in_both() -> None:
    theta = np.array([[0.5, -1.25, 3.0], [1e-300, 0.1, -7.0]])
    a = np.array([[1.0], [0.3], [-0.2]])
    grids = [
        (Grid("Theta", 1, 2, 3, first=1, bias="column"), theta),
        (Grid("a", 1, 3, 1, first=0, bias="row"), a),
    ]
    pasted = run(page_text(grids, "numpy"))
    np.testing.assert_array_equal(pasted["Theta1"] @ pasted["a1"], theta @ a[:, 0])
    first, second = re.split(r"(?<=\];)\n", page_text(grids, "octave"))
    np.testing.assert_array_equal(octave(first) @ octave(second), theta @ a)


@pytest.mark.parametrize("language", ["numpy", "octave"])
def test_a_negative_number_is_not_subtracted_from_the_one_before(language: str) -> None:
    values = np.array([[1.0, -2.0]])
    text = grid_text(matrix(values), values, language)  # type: ignore[arg-type]
    assert "1.0 - 2.0" not in text
    assert "1.0-2.0" not in text
