"""Which input is which point of a picture, by hand and as Octave and MATLAB have it."""

from dataclasses import replace

import numpy as np

from bpviz.data import load
from bpviz.data.pictures import places, points

# A = [1 2 3; 4 5 6]; A(:)' in Octave:
UNROLLED = np.array([1.0, 4.0, 2.0, 5.0, 3.0, 6.0])


def test_columns_as_octave_unrolls_them() -> None:
    assert UNROLLED[points((2, 3), by_columns=True)].tolist() == [1, 2, 3, 4, 5, 6]
    assert places((2, 3), by_columns=True).tolist() == [0, 3, 1, 4, 2, 5]


def test_rows_stay_as_they_are() -> None:
    assert points((2, 3), by_columns=False).tolist() == [0, 1, 2, 3, 4, 5]
    assert places((2, 3), by_columns=False).tolist() == [0, 1, 2, 3, 4, 5]


def test_drawing_and_back() -> None:
    data = replace(load("digits"), by_columns=True)
    x = np.arange(64.0)
    upright = data.drawn(x)
    assert np.array_equal(upright, x.reshape(8, 8).T)
    assert np.array_equal(data.undrawn(upright), x)
    assert np.array_equal(load("digits").drawn(x), x.reshape(8, 8))
