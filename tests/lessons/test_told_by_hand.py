"""What lessons 07 and 10 tell in plain digits is what one pass, or a difference, really gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network, cost, cost_and_gradient, numerical_gradient
from bpviz.core.mistakes import gradient_with_mistake
from bpviz.data import load
from bpviz.lessons import bundled

if TYPE_CHECKING:
    from bpviz.core.mistakes import Mistake


def told(lesson: str, *phrases: str) -> str:
    """Return a lesson with every run of white space as one space; it has to say the phrases."""
    path = next(path for path in bundled() if path.stem == lesson)
    text = " ".join(path.read_text(encoding="utf-8").split())
    for phrase in phrases:
        assert phrase in text
    return text


# --- 07, the gradient check ----------------------------------------------------------------------


def xor() -> tuple[Network, np.ndarray, np.ndarray]:
    data = load("xor")
    return Network((2, 2, 1), seed=2), data.X_train, data.Y_train


@pytest.mark.parametrize(
    ("mistake", "listed"), [(None, (2.21, 1.63, 0.11)), ("no slope", (2.03, 1.04, 0.61))]
)
def test_a_forgotten_slope_learns_faster_at_first(
    mistake: Mistake | None, listed: tuple[float, ...]
) -> None:
    told("07-gradient-checking", r"10 & 2.21 & 2.03 \\ 50 & 1.63 & 1.04 \\ 500 & 0.11 & 0.61")
    road, network, found = load("lecture"), Network((3, 5, 5, 4), seed=20), []
    for step in range(1, 501):
        D = gradient_with_mistake(network, road.X_train, road.Y_train, 0.0, mistake)
        for theta, slope in zip(network.theta, D, strict=True):
            np.subtract(theta, slope, out=theta)
        if step in (10, 50, 500):
            found.append(cost(network, road.X_train, road.Y_train))
    assert found == pytest.approx(listed, abs=0.005)


def difference(epsilon: float, *, central: bool = True) -> float:
    """Return the measured slope of J by the weight that the lesson looks at."""
    network, X, Y = xor()
    J = []
    for step in (epsilon, -epsilon if central else 0.0):
        moved = network.copy()
        moved.theta[1][0, 1] += step
        J.append(cost(moved, X, Y))
    return (J[0] - J[1]) / (2 * epsilon if central else epsilon)


def test_errors_of_differences_are_of_the_orders_that_are_told() -> None:
    network, X, Y = xor()
    true = cost_and_gradient(network, X, Y)[1][1][0, 1]
    text = told("07-gradient-checking", "0.9906837832", "0.9907109699", "is exactly 0")
    for epsilon, J in ((1e-4, 0.9906837832), (-1e-4, 0.9907109699)):
        moved = network.copy()
        moved.theta[1][0, 1] += epsilon
        assert cost(moved, X, Y) == pytest.approx(J, abs=0.5e-10)
    assert difference(1e-16) == 0.0
    both = re.search(r"both sides} \\\\ (.*?) \\end", text)
    alone = re.search(r"varepsilon & (1 & .*?) \\\\ \\text{error} & (.*?) \\end", text)
    assert both is not None
    assert alone is not None

    def number(cell: str) -> float:
        return float(cell) if "^" not in cell else 10.0 ** int(re.findall(r"-\d+", cell)[0])

    for row in both[1].split(r" \\ "):
        epsilon, one, two = map(number, row.split(" & "))
        assert abs(np.log10(abs(difference(epsilon, central=False) - true) / one)) < 0.5
        assert abs(np.log10(abs(difference(epsilon) - true) / two)) < 0.5
    steps, errors = (map(number, row.split(" & ")) for row in alone.groups())
    for epsilon, error in zip(steps, errors, strict=True):
        # Whatever rounding leaves depends on the machine.
        assert abs(np.log10(abs(difference(epsilon) - true) / error)) < (1.5 if error < 1e-2 else 1)


@pytest.mark.parametrize(
    ("mistake", "lambda_", "wrong"),
    [
        (None, 0.0, set()),
        ("wrong sign", 0.0, {"1.0", "1.1", "2.0", "2.1"}),
        ("no mean", 0.0, {"1.0", "1.1", "2.0", "2.1"}),
        ("no slope", 0.0, {"1.0", "1.1"}),
        ("no bias", 0.0, {"1.0", "2.0"}),
        ("bias regularised", 0.0, set()),
        ("bias regularised", 1.0, {"1.0", "2.0"}),
    ],
)
def test_each_patient_gives_itself_away_as_told(
    mistake: Mistake | None, lambda_: float, wrong: set[str]
) -> None:
    network, X, Y = xor()
    D = gradient_with_mistake(network, X, Y, lambda_, mistake)
    slopes = numerical_gradient(network, X, Y, lambda_)[1]
    found = set()
    for layer, (ours, measured) in enumerate(zip(D, slopes, strict=True), start=1):
        for name, part in (("0", slice(0, 1)), ("1", slice(1, None))):
            apart = np.abs(ours - measured)[:, part] > 1e-6
            assert apart.all() or not apart.any()
            if apart.any():
                found.add(f"{layer}.{name}")
    assert found == wrong
    if mistake == "no mean":
        assert D[1] / slopes[1] == pytest.approx(4.0)
    if mistake == "no slope":
        assert (D[0] / slopes[0] > 4).all()
    if mistake == "bias regularised" and lambda_:
        told("07-gradient-checking", "$-0.2207$", "$-0.5526 - (-0.3320)")
        assert D[1][0, 0] - slopes[1][0, 0] == pytest.approx(-0.2207, abs=0.5e-4)
        assert D[1][0, 0] == pytest.approx(-0.5526, abs=0.5e-4)


# --- 10, Mazur -----------------------------------------------------------------------------------


def test_one_step_of_mazur_with_and_without_the_bias() -> None:
    text = told("10-mazur", "0.298371109", "0.000438568", "0.082167041", "0.291027774")
    network = Network((2, 2, 2), cost="squared-error")
    network.theta[0][:] = [[0.35, 0.15, 0.2], [0.35, 0.25, 0.3]]
    network.theta[1][:] = [[0.6, 0.4, 0.45], [0.6, 0.5, 0.55]]
    X, Y = np.array([[0.05, 0.1]]), np.array([[0.01, 0.99]])
    J, D = cost_and_gradient(network, X, Y)
    assert pytest.approx(0.298371109, abs=0.5e-9) == J
    assert D[0][0, 1] == pytest.approx(0.000438568, abs=0.5e-9)
    assert D[1][0, 1] == pytest.approx(0.082167041, abs=0.5e-9)
    held = network.copy()
    for theta, slope in zip(held.theta, D, strict=True):
        theta[:, 1:] -= 0.5 * slope[:, 1:]
    assert cost(held, X, Y) == pytest.approx(0.291027774, abs=0.5e-9)
    weights = np.concatenate([theta[:, 1:].ravel() for theta in held.theta])
    for number, weight in enumerate(weights, start=1):
        digits = re.search(rf"\$w_{number} = (0\.\d+)\$", text)
        assert digits is not None
        assert weight == pytest.approx(float(digits[1]), abs=0.51 * 10.0 ** (2 - len(digits[1])))
