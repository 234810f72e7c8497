"""Planes through the inputs: where examples lie, and which x the network is asked about."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from bpviz.data import load
from bpviz.ui.plane import of_inputs, principal

sklearn_decomposition = pytest.importorskip("sklearn.decomposition")


def test_two_inputs_are_the_whole_space() -> None:
    data = load("moons")
    section = of_inputs(data, 0, 1)
    assert_array_equal(section.places(data.X), data.X)
    assert_array_equal(section.inputs(data.X), data.X)
    assert section.names == data.features


def test_a_slice_is_measured_and_leaves_the_others_as_they_are() -> None:
    data = load("iris")
    x = data.X_train[7]
    section = of_inputs(data, 3, 2, x)
    assert section.names == (data.features[3], data.features[2])
    raw = data.scaler.undo(data.X)
    assert_allclose(section.places(data.X), raw[:, [3, 2]], rtol=1e-12)
    asked = data.scaler.undo(section.inputs(np.array([[0.2, 1.4], [2.5, 6.9]])))
    assert_allclose(asked[:, [3, 2]], [[0.2, 1.4], [2.5, 6.9]], rtol=1e-12)
    assert_allclose(asked[:, [0, 1]], [data.scaler.undo(x)[[0, 1]]] * 2, rtol=1e-12)


def test_the_example_itself_lies_in_its_slice() -> None:
    data = load("lecture")
    x = data.X_train[5]
    section = of_inputs(data, 0, 2, x)
    assert_allclose(section.inputs(section.places(x[np.newaxis]))[0], x, atol=1e-12)


@pytest.mark.parametrize("name", ["iris", "lecture", "digits"])
def test_principal_components_are_those_of_scikit_learn(name: str) -> None:
    data = load(name)
    peer = sklearn_decomposition.PCA(2, svd_solver="full").fit(data.X_train)
    section = principal(data)
    signs = np.sign((peer.components_ * section.axes).sum(axis=1))
    assert_allclose(section.axes, peer.components_ * signs[:, np.newaxis], atol=1e-9)
    assert_allclose(section.places(data.X), peer.transform(data.X) * signs, atol=1e-9)
    assert section.share == pytest.approx(peer.explained_variance_ratio_.sum(), rel=1e-9)
    places = np.array([[0.5, -1.0], [2.0, 0.0]])
    assert_allclose(section.inputs(places), peer.inverse_transform(places * signs), atol=1e-9)


def test_components_keep_their_sign_whatever_the_order_of_examples() -> None:
    axes = principal(load("iris")).axes
    assert (axes[np.arange(2), np.abs(axes).argmax(axis=1)] > 0).all()
