"""Matrices written as source are read back to the last bit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.testing import assert_array_equal

from bpviz.export.code.literals import LARGE, WIDTH, is_large, octave_matrix, python_array

if TYPE_CHECKING:
    from bpviz.core import Array

finite = st.floats(allow_nan=False, allow_infinity=False)
matrices = arrays(np.float64, array_shapes(min_dims=1, max_dims=2, max_side=12), elements=finite)


def numpy_source(values: Array, *, elided: bool = False) -> str:
    text_call = "np.array({}.split(), dtype=float)"
    return "\n".join(python_array("A", values, "np.array", text_call, elided=elided))


def read_numpy(source: str) -> Array:
    names: dict[str, Array] = {}
    exec(source, {"np": np}, names)  # noqa: S102 (the source was made a line before)
    return names["A"]


def read_octave(source: str) -> Array:
    body = re.sub(r", \.\.\.\n", ", ", source.split("%", maxsplit=1)[0])
    body = body.strip().removeprefix("A = [").removesuffix("];")
    rows = [row for row in re.split(r"[;\n]+", body) if row.strip()]
    return np.array([[float(cell) for cell in row.split(",")] for row in rows])


@given(matrices)
def test_numpy_reads_the_same_doubles(values: Array) -> None:
    result = read_numpy(numpy_source(values))
    assert result.dtype == np.float64
    assert_array_equal(result, values, strict=True)
    assert_array_equal(np.signbit(result), np.signbit(values))


@given(matrices)
def test_octave_reads_the_same_doubles(values: Array) -> None:
    result = read_octave("\n".join(octave_matrix("A", values, elided=False)))
    assert_array_equal(result, values[:, np.newaxis] if values.ndim == 1 else values, strict=True)


@given(matrices)
def test_lines_have_a_bearable_length(values: Array) -> None:
    lines = numpy_source(values).split("\n") + octave_matrix("A", values, elided=False)
    assert max(map(len, lines)) <= WIDTH


def test_any_bits_survive_in_the_close_form() -> None:
    bits = np.random.default_rng(1).integers(0, 2**64, size=5000, dtype=np.uint64)
    values = bits.view(np.float64)
    values = values[np.isfinite(values)][:4800].reshape(60, 80)
    source = numpy_source(values)
    assert '"""' in source
    assert_array_equal(read_numpy(source), values)


def test_short_ones_take_one_line() -> None:
    assert numpy_source(np.array([0.1, -2.0])) == "A = np.array([0.1, -2.0])"
    assert numpy_source(np.eye(2)) == "A = np.array([[1.0, 0.0], [0.0, 1.0]])"
    assert octave_matrix("A", np.array([0.1, -2.0]), elided=False) == ["A = [0.1; -2.0];"]
    assert octave_matrix("A", np.eye(2), elided=False) == ["A = [1.0, 0.0; 0.0, 1.0];"]


def test_decimal_points_stand_in_columns() -> None:
    values = np.array([[1.0, -20.25, 1e-7] * 2, [-100.5, 3.0, 0.125] * 2]) / 3
    lines = numpy_source(values).split("\n")[1:-1]
    assert [line.index(".") for line in lines] == [8] * len(lines)


@pytest.mark.parametrize(
    ("shape", "rows", "columns"), [((12, 41), 5, 4), ((160, 3), 5, 3), ((4, 200), 4, 4)]
)
def test_a_sketch_shows_the_edges(shape: tuple[int, int], rows: int, columns: int) -> None:
    values = np.arange(np.prod(shape), dtype=float).reshape(shape) + 0.5
    assert is_large(values)
    _, *lines, end = numpy_source(values, elided=True).split("\n")
    assert len(lines) == rows
    assert len(lines[0].split(", ")) == columns
    assert f"{values[-1, -1]}]" in lines[-1]
    assert end == f"])  # {shape[0]} × {shape[1]}"


def test_what_is_small_is_never_sketched() -> None:
    values = np.arange(float(LARGE)).reshape(10, 10)
    assert numpy_source(values, elided=True) == numpy_source(values)
