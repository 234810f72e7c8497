"""Histograms whose range grows, against numpy's histogram of everything at the end."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.health.bins import COUNT, DecadeBins, LinearBins


@given(seed=st.integers(0, 10**6), scale=st.floats(0.01, 1e4), signed=st.booleans())
def test_growing_is_as_good_as_counting_again(seed: int, scale: float, signed: bool) -> None:
    random = np.random.default_rng(seed)
    first, later = random.uniform(-1 * signed, 1, 200), scale * random.uniform(-1 * signed, 1, 200)
    bins = LinearBins(signed=signed)
    assert bins.widen([first]) == 0
    shares = bins.shares(first)
    shares = bins.merged(shares, bins.widen([first, later]))
    low, high = bins.ends
    expected, _ = np.histogram(first, COUNT, (low, high))
    assert shares * len(first) == pytest.approx(expected)
    assert (np.log2(high) % 1) == 0
    assert low == -high * signed
    assert high >= min(np.abs(later).max(), 4 * np.sqrt(np.mean(later**2)))


def test_a_value_far_out_does_not_press_the_others_together() -> None:
    values = np.append(np.linspace(-1, 1, 999), 1e6)
    bins = LinearBins(signed=True)
    bins.widen([values[:-1]])
    before = bins.ends
    assert before == (-1.0, 1.0)
    bins.widen([values])
    assert bins.ends[1] < 2e5
    assert bins.shares(values)[-1] == pytest.approx(0.001), "it is counted at the end"


def test_a_known_range_stays() -> None:
    bins = LinearBins(1.0, signed=False)
    assert bins.widen([np.array([7.0])]) == 0
    assert bins.ends == (0.0, 1.0)
    shares = bins.shares(np.array([0.0, 0.999, 1.0]))
    assert shares[0] == pytest.approx(1 / 3)
    assert shares[-1] == pytest.approx(2 / 3)


def test_what_is_not_a_number_is_left_out() -> None:
    bins = LinearBins(signed=True)
    values = np.array([np.nan, np.inf, -np.inf, 0.5, 0.25])
    bins.widen([values])
    assert bins.ends == (-0.5, 0.5)
    assert bins.shares(values).sum() == pytest.approx(4 / 5)
    nothing = LinearBins(signed=True)
    nothing.widen([np.zeros(4)])
    assert nothing.shares(np.zeros(4)).sum() == pytest.approx(1.0)


def test_numbers_near_the_largest_there_are() -> None:
    bins = LinearBins(signed=True)
    bins.widen([np.ones(3)])
    old = bins.shares(np.ones(3))
    merged = bins.merged(old, bins.widen([np.full(3, 1e300)]))
    assert merged.sum() == pytest.approx(1.0)
    assert np.isfinite(bins.ends).all()


def test_decades_are_four_bins_each() -> None:
    bins = DecadeBins()
    for exponent in (-12, -7, -1, 0, 3):
        shares = bins.shares(np.array([1.01 * 10.0**exponent, -1.5 * 10.0**exponent]))
        assert np.flatnonzero(shares).tolist() == [4 * (exponent + 12)]
    shares = bins.shares(np.array([0.0, 1e-300, 1.01, 2.0]))
    assert shares.sum() == pytest.approx(0.75), "0 has no logarithm"
    assert shares[0] == pytest.approx(0.25)
    assert shares[48:50] == pytest.approx([0.25, 0.25])
