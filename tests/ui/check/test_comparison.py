"""D beside central differences: numbers, order, verdict."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.core import Network, cost, cost_and_gradient, numerical_gradient, relative_difference
from bpviz.core.measure import LIMIT
from bpviz.core.mistakes import MISTAKES, Mistake, gradient_with_mistake
from bpviz.session import Weight
from bpviz.ui.check.check import Check, Checker, Snapshot
from bpviz.ui.check.comparison import compare

LAMBDA = 0.7


def snapshot(layers: tuple[int, ...] = (3, 4, 2), hidden: str = "sigmoid", m: int = 9) -> Snapshot:
    random = np.random.default_rng(0)
    X = random.normal(size=(m, layers[0]))
    Y = random.integers(2, size=(m, layers[-1])).astype(float)
    return Snapshot(Network(layers, hidden, seed=1), X, Y, LAMBDA, 12)


def finished(taken: Snapshot) -> Check:
    check = Check(taken)
    check.start()
    check.wait()
    assert not check.error
    return check


def flat(gradient: list[np.ndarray]) -> np.ndarray:
    return np.concatenate([part.ravel() for part in gradient])


def test_every_weight_is_compared_and_the_worst_comes_first() -> None:
    taken = snapshot()
    arguments = (taken.network, taken.X, taken.Y, LAMBDA)
    right, slopes = cost_and_gradient(*arguments)[1], numerical_gradient(*arguments)[1]
    found = compare(finished(taken), None)
    assert sorted(found.weights) == list(range(taken.network.parameters.size))
    np.testing.assert_array_equal(found.D, flat(right)[found.weights])
    np.testing.assert_array_equal(found.slopes, flat(slopes)[found.weights])
    assert (np.diff(found.relative) <= 0).all()
    assert found.overall == pytest.approx(relative_difference(right, slopes), rel=1e-6)
    assert found.agrees
    assert found.finite


def test_the_relative_difference_is_as_stated() -> None:
    taken = snapshot()
    found = compare(finished(taken), "no mean")
    J = cost(taken.network, taken.X, taken.Y, LAMBDA)
    least = max(1e-3 * max(abs(s) for s in found.slopes), 1e-4 * J)
    for D, d, relative in zip(found.D, found.slopes, found.relative, strict=True):
        assert relative == pytest.approx(abs(D - d) / max(abs(D), abs(d), least))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_caught(mistake: Mistake) -> None:
    taken = snapshot()
    found = compare(finished(taken), mistake)
    wrong = gradient_with_mistake(taken.network, taken.X, taken.Y, LAMBDA, mistake)
    np.testing.assert_array_equal(found.D, flat(wrong)[found.weights])
    assert not found.agrees
    assert found.relative[0] > LIMIT


def test_rows_and_weights_belong_together() -> None:
    taken = snapshot()
    found = compare(finished(taken), None)
    D = cost_and_gradient(taken.network, taken.X, taken.Y, LAMBDA)[1]
    for row in range(len(found.weights)):
        weight = found.weight(row)
        assert found.row(weight) == row
        assert D[weight.layer - 1][weight.unit - 1, weight.source] == found.D[row]
    assert found.weight(found.row(Weight(2, 2, 4)) or 0) == Weight(2, 2, 4)


def test_weights_without_a_slope_are_left_out_and_counted() -> None:
    taken = snapshot((1, 1, 1), "relu")
    taken.network.theta[0][:] = [[1.0, -1.0]]  # z = 0 at x = 1
    corner = Snapshot(taken.network, np.array([[1.0]]), np.array([[0.0]]), 0.0, 0)
    check = finished(corner)
    found = compare(check, None)
    assert check.corners == 2
    assert sorted(found.weights) == [2, 3]
    assert found.agrees
    assert found.row(Weight(1, 1, 0)) is None


def test_a_cost_beyond_all_numbers_is_no_agreement() -> None:
    taken = snapshot()
    taken.network.parameters[:] = 1e308
    with np.errstate(all="ignore"):
        found = compare(finished(taken), None)
    assert not found.finite
    assert not found.agrees


def test_where_j_bends_much_a_shorter_step_is_taken() -> None:
    # x = 40: with ε = 10⁻⁴ the slope is wrong by 3·10⁻⁶, which is the step's doing.
    network = Network((1, 1))
    network.theta[0][:] = [[0.0, 0.02]]
    check = finished(Snapshot(network, np.array([[40.0]]), np.array([[1.0]]), 0.0, 0))
    assert compare(check, None).agrees
    assert not compare(check, "wrong sign").agrees


def test_at_a_minimum_nothing_is_left_but_rounding() -> None:
    """D is 0 there, and central differences are what rounding has left of J; that is no error."""
    network = Network((1, 1))
    X, Y = np.ones((4, 1)), np.array([[1.0], [1.0], [0.0], [0.0]])
    network.theta[0][:] = [[0.5, -0.5]]  # h = ½
    network.theta[0][:] += 1e-11
    found = compare(finished(Snapshot(network, X, Y, 0.0, 0)), None)
    assert np.abs(found.D).max() < 1e-10
    assert found.overall > LIMIT
    assert found.agrees


def test_a_check_that_is_stopped_keeps_what_it_has() -> None:
    check = Check(snapshot((60, 60, 10), m=40))
    check.start()
    while check.done < 20:
        pass
    check.cancel()
    check.wait()
    assert 20 <= check.done < len(check.order)
    found = compare(check, None)
    assert len(found.weights) == check.done
    assert found.agrees


def test_more_weights_take_fewer_examples() -> None:
    assert snapshot(m=500).examples == 500
    large = snapshot((100, 50, 10), m=500)
    assert 1 <= large.examples < 500
    assert len(large.taken[0]) == len(large.taken[1]) == large.examples
    np.testing.assert_array_equal(large.taken[0], large.X[: large.examples])


def test_only_the_newest_check_is_at_work() -> None:
    checker = Checker()
    checker.begin(snapshot((60, 60, 10), m=40))
    first = checker.check
    checker.begin(snapshot())
    second = checker.check
    assert first is not None
    assert second is not None
    first.wait()
    second.wait()
    assert first.cancelled
    assert first.done < len(first.order)
    assert second.done == len(second.order)
    checker.forget()
    assert checker.check is None


def test_a_failure_is_told_in_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    taken = snapshot()
    wrong = Snapshot(taken.network, taken.X[:, :2], taken.Y, 0.0, 0)
    check = Check(wrong)
    check.start()
    check.wait()
    assert check.error.startswith("X must")
    assert "the gradient check failed" in caplog.text
