"""What shipped lessons tell in plain digits, without ``{{…}}``, is what training really gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network, accuracy, cost, cost_and_gradient, forward
from bpviz.data import load
from bpviz.lessons import bundled
from bpviz.training import Run, TrainingSettings

if TYPE_CHECKING:
    from bpviz.data import DataSet


def told(lesson: str) -> str:
    """Return the file of a lesson, every run of white space as one space."""
    path = next(path for path in bundled() if path.stem == lesson)
    return " ".join(path.read_text(encoding="utf-8").split())


def trained(
    data: DataSet, network: Network, alpha: float, steps: int, optimizer: str = "gradient-descent"
) -> Network:
    settings = TrainingSettings(alpha=alpha, optimizer=optimizer)
    run = Run(network, data.X_train, data.Y_train, settings=settings)
    while run.iteration < steps and run.ending is None:
        run.advance(steps - run.iteration)
    return run.network


def J(data: DataSet, network: Network) -> float:
    return cost(network, data.X_train, data.Y_train)


def right(data: DataSet, network: Network) -> int:
    """Return how many training examples are put into the right class."""
    share = accuracy(forward(network, data.X_train).h, data.Y_train)
    return round(share * len(data.X_train))


ROAD, RINGS = load("lecture"), load("circles")
LECTURE, DEEP = (3, 5, 5, 4), (2, 6, 6, 6, 6, 1)


@pytest.mark.parametrize(
    ("phrase", "data", "network", "training", "count"),
    [
        ("01-backpropagation: Of the 160 examples 159", ROAD, (LECTURE, 20), (1.0, 500), 159),
        ("03-zero-theta: 159 of the 160 training", RINGS, ((2, 4, 1), 0), (1.0, 500), 159),
        ("04-learning-rate: all 160 training examples", ROAD, (LECTURE, 20), (3.0, 500), 160),
        ("05-vanishing: 159 of the 160 training", RINGS, ((2, 6, 1), 0), (1.0, 500), 159),
        ("05-vanishing: every training point right", RINGS, (DEEP, 0), (1.0, 5000), 160),
    ],
)
def test_so_many_examples_are_right(
    phrase: str,
    data: DataSet,
    network: tuple[tuple[int, ...], int],
    training: tuple[float, int],
    count: int,
) -> None:
    lesson, words = phrase.split(": ")
    assert words in told(lesson)
    layers, seed = network
    assert right(data, trained(data, Network(layers, seed=seed), *training)) == count


def test_costs_of_the_lecture_network_with_each_learning_rate() -> None:
    listed = "0.01 → 2.23 · 0.03 → 2.19 · 0.1 → 1.61 · 0.3 → 0.59 · 1 → 0.11 · 3 → 0.024"
    assert listed in told("04-learning-rate")
    data = load("lecture")
    for pair in listed.split(" · "):
        alpha, after = pair.split(" → ")
        found = J(data, trained(data, Network(LECTURE, seed=20), float(alpha), 500))
        assert found == pytest.approx(float(after), abs=0.5 * 10.0 ** -len(after.split(".")[1]))


def test_a_huge_learning_rate_breaks_the_network_for_good() -> None:
    data = load("lecture")
    broken = trained(data, Network(LECTURE, seed=20), 30.0, 500)
    assert 8 < J(data, broken) < 13
    a = forward(broken, data.X_train).a[2]
    assert (a * (1 - a) < 0.05 * 0.25).all()  # as the health panel has it: all saturated
    assert "sinks to 2.25" in told("04-learning-rate")
    assert J(data, trained(data, broken, 1.0, 5000)) == pytest.approx(2.25, abs=0.005)


def test_l_bfgs_needs_20_steps_for_what_gradient_descent_has_not_after_500() -> None:
    data, start = load("lecture"), Network(LECTURE, seed=20)
    assert "after 20 steps" in told("01-backpropagation")
    assert "come down from 2.58" in told("01-backpropagation")
    assert J(data, start) == pytest.approx(2.58, abs=0.005)
    descended = trained(data, start, 1.0, 500)
    assert J(data, trained(data, start, 1.0, 20, "l-bfgs")) < J(data, descended) / 10


@pytest.mark.parametrize(("hidden", "found"), [(2, 73), (4, 100)])
def test_how_many_of_a_hundred_seeds_find_xor(hidden: int, found: int) -> None:
    assert "73 found XOR" in told("02-xor")
    assert "all of the same hundred seeds" in told("02-xor")
    data = load("xor")
    ends = [trained(data, Network((2, hidden, 1), seed=seed), 2.0, 5000) for seed in range(100)]
    assert sum(right(data, end) == 4 for end in ends) == found


def test_equal_units_stay_equal_and_zero_stays_zero() -> None:
    data, network = load("circles"), Network((2, 4, 1))
    network.parameters[:] = 0.0
    assert not trained(data, network, 1.0, 100).parameters.any()
    network.parameters[:] = 0.5
    equal = trained(data, network, 1.0, 500)
    assert "94 of 160" in told("03-zero-theta")
    assert right(data, equal) == 94
    for theta in (equal.theta[0], equal.theta[1][:, 1:].T):
        np.testing.assert_allclose(theta, np.broadcast_to(theta[0], theta.shape), rtol=1e-9)


def test_how_much_of_delta_each_layer_leaves() -> None:
    lesson = told("05-vanishing")
    data, network = load("circles"), Network(DEEP)
    sizes = rms_of_delta(data, network)
    assert r"0.50 & 0.084 & 0.016 & 0.0030 & 0.00036" in lesson
    assert sizes == pytest.approx([0.50, 0.084, 0.0165, 0.0030, 0.00036], rel=0.02)
    left = np.array(sizes[1:]) / np.array(sizes[:-1])
    assert (left > 1 / 9).all()
    assert (left < 1 / 4.99).all()  # “a fifth to a ninth”
    D = cost_and_gradient(network, data.X_train, data.Y_train)[1]
    assert "0.0073, that of $D^{(1)}$ is 0.000024" in lesson
    assert [rms(D[4]), rms(D[0])] == pytest.approx([0.0073, 0.0000245], rel=0.02)
    tanh = rms_of_delta(data, Network(DEEP, hidden="tanh"))
    assert "(0.050 of 0.54)" in lesson
    assert [tanh[-1], tanh[0]] == pytest.approx([0.050, 0.54], rel=0.02)


def rms(values: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(values))))


def rms_of_delta(data: DataSet, network: Network) -> list[float]:
    """Return the root mean square of δ⁽ᴸ⁾ … δ⁽²⁾, propagated back example by example."""
    a = forward(network, data.X_train).a
    delta = a[-1] - data.Y_train
    sizes = [rms(delta)]
    for layer in range(len(network.layers) - 1, 1, -1):
        of_layer = a[layer - 1]
        slope = 1 - of_layer**2 if network.hidden == "tanh" else of_layer * (1 - of_layer)
        delta = np.array([network.theta[layer - 1][:, 1:].T @ row for row in delta]) * slope
        sizes.append(rms(delta))
    return sizes


def test_deep_networks_take_the_steps_that_are_told() -> None:
    data = load("circles")
    flat = trained(data, Network(DEEP), 1.0, 2500)
    assert J(data, flat) > 0.69
    assert J(data, trained(data, Network(DEEP), 1.0, 3200)) < 0.02
    quick = J(data, trained(data, Network(DEEP, hidden="tanh"), 1.0, 100))
    assert quick < J(data, trained(data, Network(DEEP), 1.0, 3000))
    assert quick < J(data, trained(data, Network((2, 6, 1)), 1.0, 5000))
    dead = trained(data, Network(DEEP, hidden="relu"), 1.0, 1000)
    assert not forward(dead, data.X_train).a[2].any()
    assert J(data, dead) == pytest.approx(np.log(2), abs=1e-4)


@pytest.mark.parametrize(("hidden_layers", "step"), [(1, 200), (2, 400), (3, 700), (4, 3000)])
def test_by_which_step_each_depth_has_left_the_shelf(hidden_layers: int, step: int) -> None:
    listed = "200 with one hidden layer, 400 with two, 700 with three, 3000 with four"
    assert listed in told("05-vanishing")
    layers = (2, *[6] * hidden_layers, 1)
    assert J(RINGS, trained(RINGS, Network(layers), 1.0, step)) < 0.6
    assert J(RINGS, trained(RINGS, Network(layers), 1.0, step // 3)) > 0.6
