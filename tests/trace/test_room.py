"""How much of a sum or matrix is written out, and that what is written leads where it should."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bpviz.core import Network
from bpviz.trace import Trace
from bpviz.trace.formula import Room, elided, plain


@given(st.integers(1, 60), st.integers(1, 12), st.integers(0, 3))
def test_what_is_left_out_lies_between_first_and_last(length: int, most: int, start: int) -> None:
    shown = elided(length, most, start)
    numbers = [n for n in shown if n is not None]
    assert len(shown) <= max(most, 3)
    assert numbers == sorted(set(numbers))
    assert (numbers[0], numbers[-1]) == (start, start + length - 1)
    assert shown.count(None) == (length > max(most, 3))


def trace_of(layers: tuple[int, ...], lambda_: float = 2.0) -> Trace:
    random = np.random.default_rng(3)
    X = random.normal(size=(2, layers[0]))
    return Trace(Network(layers), X, np.eye(layers[-1])[[0, 1]], lambda_, 0.25)


def test_a_matrix_takes_the_room_it_is_given() -> None:
    trace = trace_of((9, 8, 3))
    k = trace.locate("z", 2, 8, example=1)
    assert k is not None
    for rows, columns in ((4, 5), (8, 10)):
        latex = plain(trace.numbers(k, "layer", room=Room(rows, columns)))
        theta = latex.split(r"\begin{pmatrix}")[1].split(r"\end{pmatrix}")[0].split(r"\\")
        assert [line.count("&") + 1 for line in theta] == [columns] * rows


def test_a_sum_takes_the_room_it_is_given() -> None:
    trace = trace_of((30, 2))
    k = trace.locate("z", 2, 1, example=1)
    assert k is not None
    assert plain(trace.numbers(k, room=Room(terms=9))).count(r"\cdot ") == 8
    assert r"\cdots" not in plain(trace.numbers(k, room=Room(terms=31)))


def test_the_bias_column_is_left_out_of_the_penalty() -> None:
    trace = trace_of((3, 4, 2))
    k = trace.locate("D", 1, 4, 3)
    assert k is not None
    penalty = plain(trace.numbers(k, "layer")).split(r"\begin{pmatrix}")[2]
    rows = penalty.split(r"\end{pmatrix}")[0].split(r"\\")
    assert [row.split("&")[0] for row in rows] == ["0"] * 4
    assert r"]_{j \neq 0}" in plain(trace.rule(k, "layer"))


def test_whole_numbers_are_written_whole() -> None:
    trace = Trace(Network((2, 1)), [[1.0, 0.5]], [[1.0]])
    k = trace.locate("z", 2, 1, example=1)
    assert k is not None
    assert r"\cdot 1+" in plain(trace.numbers(k))
    assert "1.0000" not in plain(trace.numbers(k))
