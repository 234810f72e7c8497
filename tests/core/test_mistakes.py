"""Backpropagation with a mistake: right when there is none, wrong in the way that it says."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

import bpviz
from bpviz.core import Network, cost_and_gradient, numerical_gradient, relative_difference
from bpviz.core.mistakes import MISTAKES, Mistake, gradient_with_mistake

PAIRS = [
    ("sigmoid", "cross-entropy"),
    ("softmax", "cross-entropy"),
    ("linear", "squared-error"),
    ("sigmoid", "squared-error"),
    ("tanh", "squared-error"),
]
LAMBDA = 1.5


def problem(
    layers: tuple[int, ...] = (3, 4, 5, 2),
    hidden: str = "sigmoid",
    output: str = "sigmoid",
    cost: str = "cross-entropy",
) -> tuple[Network, np.ndarray, np.ndarray]:
    random = np.random.default_rng(5)
    X = random.normal(size=(7, layers[0]))
    Y = np.eye(layers[-1])[random.integers(layers[-1], size=7)]
    return Network(layers, hidden, output, cost, seed=3), X, Y


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize(("output", "cost"), PAIRS)
@pytest.mark.parametrize("layers", [(3, 2), (3, 4, 2), (3, 4, 5, 2)])
def test_without_a_mistake_it_is_the_gradient_of_core(
    layers: tuple[int, ...], output: str, cost: str, hidden: str
) -> None:
    network, X, Y = problem(layers, hidden, output, cost)
    right = cost_and_gradient(network, X, Y, LAMBDA)[1]
    for mine, theirs in zip(gradient_with_mistake(network, X, Y, LAMBDA), right, strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-13, atol=1e-16)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_central_differences_catch_every_mistake(mistake: Mistake) -> None:
    network, X, Y = problem()
    _, slopes = numerical_gradient(network, X, Y, LAMBDA)
    assert relative_difference(gradient_with_mistake(network, X, Y, LAMBDA), slopes) < 1e-8
    wrong = gradient_with_mistake(network, X, Y, LAMBDA, mistake)
    assert relative_difference(wrong, slopes) > 1e-3


def test_no_slope_sends_back_what_comes_through_the_weights_alone() -> None:
    network, X, Y = problem((3, 4, 2))
    right = cost_and_gradient(network, X, Y)[1]
    wrong = gradient_with_mistake(network, X, Y, 0.0, "no slope")
    np.testing.assert_allclose(wrong[1], right[1], rtol=1e-13)
    by_hand = np.zeros((4, 4))
    for x, y in zip(X, Y, strict=True):
        a_1 = np.append(1, x)
        a_2 = np.append(1, 1 / (1 + np.exp(-network.theta[0] @ a_1)))
        h = 1 / (1 + np.exp(-network.theta[1] @ a_2))
        by_hand += np.outer(network.theta[1][:, 1:].T @ (h - y), a_1)
    np.testing.assert_allclose(wrong[0], by_hand / 7, rtol=1e-12)


def test_no_slope_forgets_that_of_the_output_too() -> None:
    network, X, Y = problem((3, 2), cost="squared-error")
    h = 1 / (1 + np.exp(-(network.theta[0][:, 1:] @ X.T + network.theta[0][:, :1])))
    by_hand = (h - Y.T) @ np.column_stack((np.ones(7), X)) / 7
    (wrong,) = gradient_with_mistake(network, X, Y, 0.0, "no slope")
    np.testing.assert_allclose(wrong, by_hand, rtol=1e-13)


def test_no_bias_leaves_the_bias_column_empty_and_the_rest_right() -> None:
    network, X, Y = problem()
    right = cost_and_gradient(network, X, Y, LAMBDA)[1]
    for D, D_right in zip(
        gradient_with_mistake(network, X, Y, LAMBDA, "no bias"), right, strict=True
    ):
        assert not D[:, 0].any()
        np.testing.assert_allclose(D[:, 1:], D_right[:, 1:], rtol=1e-13)


def test_no_mean_is_m_times_too_large() -> None:
    network, X, Y = problem()
    right = cost_and_gradient(network, X, Y)[1]
    for D, D_right in zip(gradient_with_mistake(network, X, Y, 0.0, "no mean"), right, strict=True):
        np.testing.assert_allclose(D, 7 * D_right, rtol=1e-13)


def test_the_wrong_sign_turns_the_data_but_not_the_penalty() -> None:
    network, X, Y = problem()
    plain = cost_and_gradient(network, X, Y)[1]
    wrong = gradient_with_mistake(network, X, Y, LAMBDA, "wrong sign")
    for D, D_plain, theta in zip(wrong, plain, network.theta, strict=True):
        penalty = LAMBDA / 7 * theta
        penalty[:, 0] = 0
        np.testing.assert_allclose(D, penalty - D_plain, rtol=1e-12)


def test_a_regularised_bias_differs_in_the_bias_column_alone() -> None:
    network, X, Y = problem()
    right = cost_and_gradient(network, X, Y, LAMBDA)[1]
    wrong = gradient_with_mistake(network, X, Y, LAMBDA, "bias regularised")
    for D, D_right, theta in zip(wrong, right, network.theta, strict=True):
        np.testing.assert_allclose(D[:, 1:], D_right[:, 1:], rtol=1e-13)
        np.testing.assert_allclose(
            D[:, 0] - D_right[:, 0], LAMBDA / 7 * theta[:, 0], rtol=1e-12, atol=1e-15
        )


def test_nothing_it_is_given_is_changed() -> None:
    network, X, Y = problem()
    before = network.parameters.copy(), X.copy(), Y.copy()
    for mistake in MISTAKES:
        gradient_with_mistake(network, X, Y, LAMBDA, mistake)
    for now, then in zip((network.parameters, X, Y), before, strict=True):
        np.testing.assert_array_equal(now, then)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"mistake": "no idea"}, "mistake"),
        ({"lambda_": -1.0}, "lambda_"),
        ({"X": np.zeros((7, 2))}, "X"),
        ({"Y": np.zeros((3, 2))}, "Y"),
    ],
)
def test_bad_input_is_named(arguments: dict[str, object], named: str) -> None:
    network, X, Y = problem()
    given: dict[str, object] = {"X": X, "Y": Y, **arguments}
    with pytest.raises(ValueError, match=rf"^{named} must"):
        gradient_with_mistake(network, **given)  # type: ignore[arg-type]


def test_nobody_but_the_check_panel_can_make_mistakes() -> None:
    """Lessons and sessions name a mistake; none but the panel that shows it can make it."""
    package = Path(bpviz.__file__).parent
    makers, importers = set(), set()
    for path in package.rglob("*.py"):
        file, text = path.relative_to(package).as_posix(), path.read_text("utf-8")
        imported = re.findall(r"from [\w.]*\bmistakes import (\([^)]*\)|.*)", text)
        names = {name for part in imported for name in re.findall(r"\w+", part)}
        if names or re.search(r"import .*\bmistakes\b", text):
            importers.add(file)
            if not names or names - {"MISTAKES", "Mistake"}:
                makers.add(file)
        elif "gradient_with_mistake" in text:
            makers.add(file)
    assert makers == {"core/mistakes.py", "ui/check/comparison.py"}
    assert "lessons/lesson.py" in importers
