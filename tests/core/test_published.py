"""Numbers that others have published."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from bpviz.core import Network, cost, cost_and_gradient, forward


def octave_order(matrices: list[np.ndarray]) -> np.ndarray:
    return np.concatenate([matrix.ravel(order="F") for matrix in matrices])


@pytest.fixture
def course_case() -> tuple[Network, np.ndarray, np.ndarray]:
    """The test case that the course's community passes around: 2-2-4, Θ = 0.1 … 1.8."""
    network = Network((2, 2, 4))
    values = np.arange(1, 19) / 10
    network.theta[0][:] = values[:6].reshape(2, 3, order="F")
    network.theta[1][:] = values[6:].reshape(4, 3, order="F")
    return network, np.cos([[1, 2], [3, 4], [5, 6]]), np.eye(4)[[3, 1, 2]]


def test_course_case_costs(course_case: tuple[Network, np.ndarray, np.ndarray]) -> None:
    assert_allclose(cost(*course_case), 7.4070, atol=5e-5)
    assert_allclose(cost(*course_case, lambda_=4.0), 19.474, atol=5e-4)


def test_course_case_gradient(course_case: tuple[Network, np.ndarray, np.ndarray]) -> None:
    _, D = cost_and_gradient(*course_case, lambda_=4.0)
    unrolled = octave_order(D)
    assert_allclose(unrolled[:6], [0.76614, 0.97990, 0.37246, 0.49749, 0.64174, 0.74614], atol=5e-6)
    assert_allclose(unrolled[-3:], [2.50225, 2.52644, 2.72233], atol=5e-6)


@pytest.fixture
def mazur() -> Network:
    network = Network((2, 2, 2), cost="squared-error")
    network.theta[0][:] = [[0.35, 0.15, 0.20], [0.35, 0.25, 0.30]]
    network.theta[1][:] = [[0.60, 0.40, 0.45], [0.60, 0.50, 0.55]]
    return network


def test_mazur_forward(mazur: Network) -> None:
    result = forward(mazur, [[0.05, 0.10]])
    assert result.z[0] is None
    assert result.z[1] is not None
    assert_allclose(result.z[1], [[0.3775, 0.3925]], atol=1e-12)
    assert_allclose(result.a[1], [[0.593269992, 0.596884378]], atol=5e-10)
    assert_allclose(result.h, [[0.75136507, 0.772928465]], atol=5e-9)


def test_mazur_backward(mazur: Network) -> None:
    J, D = cost_and_gradient(mazur, [[0.05, 0.10]], [[0.01, 0.99]])
    assert_allclose(J, 0.298371109, atol=5e-10)
    assert_allclose(D[1][0, 1], 0.082167041, atol=5e-10)
    assert_allclose(D[0][0, 1], 0.000438568, atol=5e-10)
    assert_allclose(mazur.theta[1][0, 1] - 0.5 * D[1][0, 1], 0.35891648, atol=5e-9)
