"""The cost surface against the cost itself, and its directions against other ways to find them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.core import Network, cost, cost_and_gradient
from bpviz.core.sample import Sample
from bpviz.core.surface import CostOnPlane, Plane, principal_directions, random_directions
from bpviz.data import load


def flat(network: Network, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return Gaussian X and one-hot Y for a network."""
    random = np.random.default_rng(seed)
    X = random.standard_normal((9, network.layers[0]))
    Y = np.eye(network.layers[-1])[random.integers(network.layers[-1], size=9)]
    return X, Y


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
def test_the_surface_is_the_cost(hidden: str) -> None:
    network = Network((3, 5, 4), hidden=hidden, seed=3)
    X, Y = flat(network, 1)
    u, v = random_directions(network, seed=5)
    surface = CostOnPlane(network, X, Y, 0.7, Plane(network.parameters.copy(), u, v))
    assert surface.J(0.0, 0.0) == cost(network, X, Y, 0.7), "to the last bit"
    before = network.parameters.copy()
    for s, t in ((0.5, 0.0), (0.0, -1.0), (1.5, 2.0)):
        moved = network.copy()
        moved.parameters[:] = before + s * u + t * v
        assert surface.J(s, t) == pytest.approx(cost(moved, X, Y, 0.7), rel=1e-14)
    assert np.array_equal(network.parameters, before), "Θ of the network is left alone"


def test_the_slope_along_a_direction_is_that_of_backpropagation() -> None:
    network = Network((4, 6, 3), seed=2)
    X, Y = flat(network, 2)
    u, v = random_directions(network)
    surface = CostOnPlane(network, X, Y, 0.3, Plane(network.parameters.copy(), u, v))
    D = np.concatenate([d.ravel() for d in cost_and_gradient(network, X, Y, 0.3)[1]])
    step = 1e-5
    assert (surface.J(step, 0) - surface.J(-step, 0)) / (2 * step) == pytest.approx(D @ u, rel=1e-6)
    assert (surface.J(0, step) - surface.J(0, -step)) / (2 * step) == pytest.approx(D @ v, rel=1e-6)


def test_zero_theta_has_directions_all_the_same() -> None:
    network = Network((2, 4, 1))
    network.parameters[:] = 0.0
    u, v = random_directions(network)
    for direction in (u, v):
        for part in network.unroll(direction):
            assert np.linalg.norm(part, axis=1) == pytest.approx(1.0)
    plane = Plane(network.parameters.copy(), u, v)
    assert plane.coordinates(plane.at(0.5, -2.0)[None]) == pytest.approx(np.array([[0.5, -2.0]]))


@given(seed=st.integers(0, 2**32 - 1))
def test_random_directions_have_the_size_of_each_unit(seed: int) -> None:
    network = Network((3, 5, 2, 4), seed=seed % 7)
    u, v = random_directions(network, seed)
    for direction in (u, v):
        for theta, part in zip(network.theta, network.unroll(direction), strict=True):
            for own, drawn in zip(theta, part, strict=True):
                assert np.sqrt((drawn**2).sum()) == pytest.approx(np.sqrt((own**2).sum()))
    assert u @ v == pytest.approx(0.0, abs=1e-12 * float(u @ u))
    again, _ = random_directions(network, seed)
    assert np.array_equal(again, u)
    other, _ = random_directions(network, seed + 1)
    assert not np.allclose(other, u)


def test_a_unit_without_weights_stays_without() -> None:
    network = Network((2, 3, 1))
    network.theta[0][1] = 0.0
    u, v = random_directions(network)
    assert not network.unroll(u)[0][1].any()
    assert not network.unroll(v)[0][1].any()
    assert network.unroll(u)[0][0].any()


def test_principal_directions_of_a_path_known_beforehand() -> None:
    """An ellipse in a tilted plane of a space of twenty dimensions has its axes as directions."""
    random = np.random.default_rng(4)
    basis, _ = np.linalg.qr(random.standard_normal((20, 2)))
    angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    path = 7.0 + 3.0 * np.outer(np.cos(angles), basis[:, 0])
    path += 0.5 * np.outer(np.sin(angles), basis[:, 1])
    u, v, shares = principal_directions(path)
    assert abs(u @ basis[:, 0]) == pytest.approx(1.0)
    assert abs(v @ basis[:, 1]) == pytest.approx(1.0)
    assert shares == pytest.approx((9 / 9.25, 0.25 / 9.25))


def test_principal_directions_are_those_of_the_covariance() -> None:
    random = np.random.default_rng(8)
    path = np.cumsum(random.standard_normal((60, 12)), axis=0)
    u, v, shares = principal_directions(path)
    variances, vectors = np.linalg.eigh(np.cov(path.T))
    assert abs(u @ vectors[:, -1]) == pytest.approx(1.0)
    assert abs(v @ vectors[:, -2]) == pytest.approx(1.0)
    assert shares == pytest.approx(tuple(variances[[-1, -2]] / variances.sum()))
    start = (path[0] - path.mean(axis=0)) @ np.column_stack((u, v))
    assert start[0] < 0 < start[1], "turned so that one always reads it in the same way"


@pytest.mark.parametrize(
    "path",
    [
        np.ones((1, 4)),
        np.ones((5, 4)),
        np.array([[0.0, 0, 0], [1, 1, 1]]),
        np.outer(np.arange(6.0), np.arange(1.0, 4.0)),
    ],
    ids=["a point", "standing still", "two points", "a line"],
)
def test_a_path_along_one_line_has_no_plane(path: np.ndarray) -> None:
    with pytest.raises(ValueError, match="path must have three points"):
        principal_directions(path)


def test_coordinates_find_points_and_their_shadows() -> None:
    random = np.random.default_rng(1)
    origin, u, v, off = random.standard_normal((4, 11))
    plane = Plane(origin, u, v)
    points = np.array([plane.at(0.0, 0.0), plane.at(2.0, -1.5), plane.at(-0.25, 4.0)])
    assert plane.coordinates(points) == pytest.approx(np.array([[0, 0], [2, -1.5], [-0.25, 4]]))
    both = np.column_stack((u, v))
    off -= both @ np.linalg.lstsq(both, off, rcond=None)[0]
    assert plane.coordinates(points[1:2] + off) == pytest.approx(np.array([[2.0, -1.5]]))


def test_what_is_too_large_is_not_a_number_but_no_error() -> None:
    network = Network((2, 2, 1), hidden="relu", output="linear", cost="squared-error")
    u, v = random_directions(network)
    plane = Plane(network.parameters, u, v)
    surface = CostOnPlane(network, [[1.0, 1.0]], [[0.0]], 0.0, plane)
    assert surface.J(1e90, 0.0) == np.inf
    assert not np.isfinite(surface.J(1e300, 1e300))
    with pytest.raises(ValueError, match="lambda_"):
        CostOnPlane(network, [[1.0, 1.0]], [[0.0]], -1.0, plane)


def test_a_sample_is_spread_over_the_examples() -> None:
    X, Y = np.arange(20.0).reshape(10, 2), np.arange(10.0)[:, None]
    sample = Sample.of(X, Y, 4)
    assert sample.Y[:, 0].tolist() == [0.0, 3.0, 6.0, 9.0]
    assert np.array_equal(sample.X, X[[0, 3, 6, 9]])
    assert len(sample) == 4
    assert sample.m == 10
    whole = Sample.of(X, Y, 10)
    assert whole.X is X
    assert whole.scaled(0.3) == 0.3


def test_regularisation_weighs_the_same_in_a_sample() -> None:
    """λ/(2m) Σ Θ² is told apart from the losses as the difference that λ makes."""
    data = load("digits")
    network = Network(data.layers, seed=1)
    sample = Sample.of(data.X_train, data.Y_train, 100)
    of_all = cost(network, data.X_train, data.Y_train, 2.0) - cost(
        network, data.X_train, data.Y_train
    )
    of_sample = cost(network, sample.X, sample.Y, sample.scaled(2.0)) - cost(
        network, sample.X, sample.Y
    )
    assert of_sample == pytest.approx(of_all, rel=1e-10)
