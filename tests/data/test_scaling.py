"""Scaling and its way back."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from sklearn.preprocessing import StandardScaler

from bpviz.data import Scaling

matrices = arrays(
    np.float64, array_shapes(min_dims=2, max_dims=2, max_side=6), elements=st.integers(-99, 99)
)


@given(matrices)
def test_undo_undoes_apply(raw: np.ndarray) -> None:
    for scaler in (
        Scaling.none(raw.shape[1]),
        Scaling.divided_by(16, raw.shape[1]),
        Scaling.standardised(raw),
    ):
        assert np.allclose(scaler.undo(scaler.apply(raw)), raw, rtol=0, atol=1e-12)
        assert np.allclose(scaler.apply(raw[0]), scaler.apply(raw)[0])


@given(matrices)
def test_standardised_as_scikit_learn_does_it(raw: np.ndarray) -> None:
    X = Scaling.standardised(raw).apply(raw)
    assert np.allclose(X, StandardScaler().fit_transform(raw), rtol=1e-12, atol=1e-12)


def test_a_constant_input_becomes_zero() -> None:
    raw = np.array([[0.1, 1.0], [0.1, 2.0], [0.1, 4.0]])
    X = Scaling.standardised(raw).apply(raw)
    assert np.allclose(X[:, 0], 0.0, rtol=0, atol=1e-12)


def test_the_sentences_say_what_was_done() -> None:
    raw = np.ones((2, 2))
    assert "without scaling" in Scaling.none(2).words()
    assert "divided by 16" in Scaling.divided_by(16, 2).words()
    assert "standard deviation" in Scaling.standardised(raw).words()
