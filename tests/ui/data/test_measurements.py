"""Measurements as a table writes them."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.data import Scaling
from bpviz.ui.data.measurements import Measurements


@pytest.mark.parametrize(
    ("column", "count"),
    [
        ([1.0, 2.0], 0),
        ([0.1 + 0.2, 5.1], 1),
        ([0.25, 1.0], 2),
        ([1 / 3, 2.0], 3),
        ([0.05, 0.02], 2),
        ([0.00021, 0.00035], 5),
        ([0.0001 / 3, 0.00035], 6),
        ([1e9 / 3, 2.0], 3),
        ([0.0, 0.0], 0),
    ],
)
def test_decimals(column: list[float], count: int) -> None:
    assert Measurements(np.array(column)).decimals == count


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        ([0.00021, 0.00035, 0.0], ["0.00021", "0.00035", "0.00000"]),
        ([0.0021, -0.0024], ["0.0021", "−0.0024"]),
        ([2.1e-9, 3.5e-9], ["2.10·10⁻⁹", "3.50·10⁻⁹"]),
        ([12.5, 0.125, 0.00021], ["12.500", "0.125", "2.10·10⁻⁴"]),
        ([-0.00021, 7.0, 1 / 3], ["−2.10·10⁻⁴", "7.000", "0.333"]),
        ([5.1, -3.0], ["5.1", "−3.0"]),
        ([1e9, 1e-3], ["1000000000.000", "0.001"]),
    ],
)
def test_what_differs_reads_differently(column: list[float], texts: list[str]) -> None:
    writing = Measurements(np.array(column))
    assert [writing.text(value) for value in column] == texts


def test_one_that_was_not_looked_at_loses_no_digit() -> None:
    writing = Measurements(np.array([1.0, 2.0]))
    assert [writing.text(value) for value in (3.0, 2.5, 0.125)] == ["3", "2.5", "0.125"]


@pytest.mark.parametrize("size", [1e-7, 1.0, 1e6])
def test_scaling_to_and_fro_leaves_nothing_to_be_read(size: float) -> None:
    raw = size * np.array([[0.0], [3.0], [-7.0], [11.0]])
    scaler = Scaling.standardised(raw)
    back = scaler.undo(scaler.apply(raw))[:, 0]
    back[0] = -1e-17 * size  # whatever the rounding was
    writing = Measurements(back)
    assert not set(writing.text(float(back[0]))) - set("0.")
