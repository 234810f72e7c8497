"""Few points that fill the pixels of many."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.plot.envelope import envelope


@given(st.integers(0, 3000), st.integers(2, 40), st.integers(0, 2**32 - 1), st.booleans())
def test_each_pixel_keeps_its_extremes(
    n: int, columns: int, seed: int, logarithmic: bool
) -> None:  # fmt: skip
    random = np.random.default_rng(seed)
    x = np.cumsum(random.integers(1, 9, n)).astype(float)
    y = random.normal(size=n)
    last = x[-1] if n else 10.0
    low, high = sorted(random.uniform(-0.2, 1.2, 2) * last)
    edges = np.linspace(low, high, columns + 1)
    if logarithmic:
        edges = np.geomspace(1.0, max(high, 2.0), columns + 1)
    few_x, few_y = envelope(x, y, edges)
    assert len(few_x) <= 2 * columns + 4
    assert (np.diff(few_x) >= 0).all()
    for left, right in pairwise(edges):
        inside = (x >= left) & (x < right)
        if inside.any():
            kept = few_y[(few_x >= left) & (few_x < right)]
            assert kept.max() == y[inside].max()
            assert kept.min() == y[inside].min()


def test_a_short_curve_is_kept_as_it_is() -> None:
    x, y = np.arange(5.0), np.array([3.0, 1.0, 2.0, 0.5, 0.25])
    few_x, few_y = envelope(x, y, np.linspace(0, 4, 101))
    np.testing.assert_array_equal(few_x, x)
    np.testing.assert_array_equal(few_y, y)


def test_the_curve_goes_on_to_the_edges_of_the_view() -> None:
    x = np.arange(1000.0)
    few_x, _ = envelope(x, x, np.linspace(300.5, 310.5, 11))
    assert few_x[0] <= 300.5
    assert few_x[-1] >= 310.5


def test_numbers_that_are_none_leave_gaps() -> None:
    y = np.array([1.0, np.nan, 2.0, np.inf])
    few_x, few_y = envelope(np.arange(4.0), y, np.linspace(0, 4, 50))
    np.testing.assert_array_equal(few_x, [0.0, 2.0])
    np.testing.assert_array_equal(few_y, [1.0, 2.0])


@pytest.mark.parametrize("n", [0, 1])
def test_hardly_anything(n: int) -> None:
    few_x, few_y = envelope(np.zeros(n), np.ones(n), np.linspace(0, 10, 100))
    assert len(few_x) == len(few_y) == n
