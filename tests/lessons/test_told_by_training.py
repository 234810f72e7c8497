"""What lessons 06, 08 and 09 tell in plain digits is what training really gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.special import expit

from bpviz.core import Network, cost, cost_and_gradient, forward
from bpviz.data import load
from bpviz.lessons import bundled
from bpviz.training import Run, TrainingSettings

if TYPE_CHECKING:
    from bpviz.data import DataSet

MOONS, DIGITS, ROAD = load("moons"), load("digits"), load("lecture")


def told(lesson: str, *phrases: str) -> str:
    """Return a lesson with every run of white space as one space; it has to say the phrases."""
    path = next(path for path in bundled() if path.stem == lesson)
    text = " ".join(path.read_text(encoding="utf-8").split())
    for phrase in phrases:
        assert phrase in text
    return text


def run_of(data: DataSet, network: Network, steps: int, **settings: object) -> Run:
    chosen = TrainingSettings(**settings)  # type: ignore[arg-type]
    run = Run(network, data.X_train, data.Y_train, settings=chosen)
    while run.iteration < steps and run.ending is None:
        run.advance(steps - run.iteration)
    return run


def costs(data: DataSet, network: Network) -> tuple[float, float]:
    """Return J without regularisation, of the training and the validation examples."""
    return (
        cost(network, data.X_train, data.Y_train),
        cost(network, data.X_validation, data.Y_validation),
    )


def right(network: Network, X: np.ndarray, Y: np.ndarray) -> int:
    h = forward(network, X).h
    if Y.shape[1] == 1:
        return int(((h > 0.5) == (Y > 0.5)).sum())
    return int((h.argmax(axis=1) == Y.argmax(axis=1)).sum())


def held_back(data: DataSet, network: Network) -> int:
    return right(network, data.X_validation, data.Y_validation)


def learnt_from(data: DataSet, network: Network) -> int:
    return right(network, data.X_train, data.Y_train)


def largest(network: Network) -> float:
    """Return the largest absolute value of all weights but those of the bias."""
    return max(float(np.abs(theta[:, 1:]).max()) for theta in network.theta)


# --- 06, regularisation --------------------------------------------------------------------------


def moons(lambda_: float) -> Network:
    start = Network((2, 16, 1), hidden="tanh")
    steps = 200 if lambda_ else 30
    return run_of(MOONS, start, steps, optimizer="l-bfgs", lambda_=lambda_).network


def test_without_lambda_one_point_costs_everything() -> None:
    told("06-regularisation", r"$h = 8 \cdot 10^{-11}$", "**0.58**", "now $-21$", "(-0.53, 0.41)")
    told("06-regularisation", "add up to 2390", "none was larger than 1.5", "65 weights")
    start = Network((2, 16, 1), hidden="tanh")
    assert start.parameters.size == 65
    assert np.abs(start.parameters).max() < 1.5
    network = moons(0.0)
    assert costs(MOONS, network) == pytest.approx((0.0, 0.58), abs=0.005)
    assert (learnt_from(MOONS, network), held_back(MOONS, network)) == (160, 39)
    assert largest(network) == pytest.approx(21, abs=0.5)
    assert sum(float((t[:, 1:] ** 2).sum()) for t in network.theta) == pytest.approx(2390, abs=5)
    h = forward(network, MOONS.X_validation).h[:, 0]
    odd = int(np.flatnonzero((h > 0.5) != (MOONS.Y_validation[:, 0] > 0.5))[0])
    assert MOONS.Y_validation[odd, 0] == 1
    assert MOONS.X_validation[odd] == pytest.approx([-0.53, 0.41], abs=0.005)
    assert h[odd] == pytest.approx(8e-11, rel=0.1)
    losses = -np.log(np.where(MOONS.Y_validation[:, 0] > 0.5, h, 1 - h))
    assert losses[odd] / losses.sum() > 0.99
    assert forward(moons(0.1), MOONS.X_validation).h[odd, 0] == pytest.approx(0.47, abs=0.005)


def test_the_pull_of_lambda_is_all_that_is_left() -> None:
    network = moons(0.0)
    silent = cost_and_gradient(network, MOONS.X_train, MOONS.Y_train)[1]
    assert max(np.abs(D).max() for D in silent) < 0.5e-4, "0 to four decimals"
    pulled = cost_and_gradient(network, MOONS.X_train, MOONS.Y_train, 1.0)[1]
    assert pulled[1][0, 4] == pytest.approx(network.theta[1][0, 4] / 160, abs=1e-4)


def test_the_table_of_lambdas() -> None:
    rows = re.search(r"held back} \\\\ (.*?) \\end", told("06-regularisation"))
    assert rows is not None
    told("06-regularisation", "larger than 3.4 now", "140 of the 160", "34 of the 40", "is 0.53")
    table = rows[1].replace(r"\mathbf{0.037}", "0.037")
    assert table.count(r"\\") == 5
    for row in table.split(r" \\ "):
        lambda_, *listed = row.split(" & ")
        for found, number in zip(costs(MOONS, moons(float(lambda_))), listed, strict=True):
            decimals = len(number.split(".")[1])
            # Line searches end elsewhere with another BLAS: by 0.0008 where λ is smallest.
            assert found == pytest.approx(float(number), abs=10.0**-decimals)
    mild, hard = moons(0.1), moons(1.0)
    assert (learnt_from(MOONS, mild), held_back(MOONS, mild)) == pytest.approx((160, 39), abs=1)
    assert largest(mild) < 3.4
    assert (learnt_from(MOONS, hard), held_back(MOONS, hard)) == pytest.approx((140, 34), abs=1)
    assert largest(hard) == pytest.approx(0.53, abs=0.005)


def test_only_the_bias_survives_a_huge_lambda() -> None:
    told("06-regularisation", "made it $-0.29$ and every answer 0.43")
    start = Network((3, 5, 5, 4), seed=20)
    network = run_of(ROAD, start, 50, optimizer="l-bfgs", lambda_=100.0).network
    assert largest(network) < 1e-5
    assert forward(network, ROAD.X_train).h == pytest.approx(0.25, abs=1e-5)
    assert network.theta[2][:, 0] == pytest.approx(-np.log(3), abs=1e-4)
    bias = brentq(lambda b: expit(b) - 0.25 + 100 / 160 * b, -3, 0)
    assert (bias, expit(bias)) == pytest.approx((-0.29, 0.43), abs=0.005)


# --- 08, digits ----------------------------------------------------------------------------------

READER = Network((64, 25, 10))


def test_how_many_digits_are_read() -> None:
    told("08-digits", "89 are right", "1312 of the 1438", "1425 of the 1438", "343 of the 359")
    assert READER.parameters.size == 1885
    assert learnt_from(DIGITS, READER) == 89
    assert int(forward(READER, DIGITS.X_train[2:3]).h.argmax()) == 5
    for steps, counts in ((100, (1312, 316)), (1000, (1425, 343)), (2000, (1437, 345))):
        network = run_of(DIGITS, READER, steps, alpha=1.0).network
        assert (learnt_from(DIGITS, network), held_back(DIGITS, network)) == counts
        two = forward(network, DIGITS.X_train[2:3]).h[0]
        assert int(two.argmax()) == (1 if steps == 100 else 2)


def test_which_digits_are_missed() -> None:
    told(
        "08-digits", "four times", "twice an 8 is taken for a 1, twice a 0 for a 4", "no 2 and no 6"
    )
    network = run_of(DIGITS, READER, 1000, alpha=1.0).network
    truth = DIGITS.Y_validation.argmax(axis=1)
    said = forward(network, DIGITS.X_validation).h.argmax(axis=1)
    missed = np.bincount(truth[said != truth], minlength=10)
    assert (int(missed.argmax()), int(missed.max()), int(missed.sum())) == (8, 4, 16)
    assert sorted(missed)[-2] < 4
    assert missed[2] == missed[6] == 0
    pairs = np.zeros((10, 10), dtype=int)
    np.add.at(pairs, (truth, said), 1)
    np.fill_diagonal(pairs, 0)
    assert [tuple(map(int, pair)) for pair in np.argwhere(pairs > 1)] == [(0, 4), (8, 1)]
    eight = forward(network, DIGITS.X_train[1243:1244]).h[0]
    assert int(DIGITS.Y_train[1243].argmax()) == 8
    assert int(eight.argmax()) == 1
    assert int(np.abs(eight - DIGITS.Y_train[1243]).argmax()) == 8


def test_a_point_without_ink_keeps_its_weights() -> None:
    network = run_of(DIGITS, READER, 1000, alpha=1.0).network
    assert not DIGITS.X_train[:, 0].any()
    assert np.array_equal(network.theta[0][:, 1], READER.theta[0][:, 1])


# --- 09, L-BFGS ----------------------------------------------------------------------------------


def penalised(network: Network) -> float:
    return cost(network, DIGITS.X_train, DIGITS.Y_train, 1.0)


def test_in_the_narrow_valley() -> None:
    told(
        "09-lbfgs", "needs 81 steps", "four steps took six", "34 times flatter", "0.90, 0.27, 0.78"
    )
    X, Y = np.array([[1.0], [3.0]]), np.array([[2.0], [4.0]])
    start = Network((1, 1), output="linear", cost="squared-error")
    start.parameters[:] = 0.0
    flat, steep = np.linalg.eigvalsh(np.array([[1.0, X.mean()], [X.mean(), (X**2).mean()]]))
    assert (steep, flat) == pytest.approx((5.83, 0.17), abs=0.005)
    assert steep / flat == pytest.approx(34, abs=0.5)
    search = Run(start, X, Y, settings=TrainingSettings(optimizer="l-bfgs"))
    while search.iteration < 4:
        search.advance(1)
    assert search.progress.evaluations == 6
    descent = Run(start, X, Y, settings=TrainingSettings(alpha=0.3))
    path = []
    low = cost(search.network, X, Y)
    while cost(descent.network, X, Y) > low:
        descent.advance(1)
        path.append(float(descent.network.parameters[0]))
    assert len(path) == 81
    assert path[:4] == pytest.approx([0.90, 0.27, 0.78, 0.44], abs=0.005)
    assert np.diff(path[:7])[::2].max() < 0 < np.diff(path[:7])[1::2].min(), "to and fro"


def test_fifty_steps_each() -> None:
    told(
        "09-lbfgs", "it reads 309", "343 of the 359", "53 computations", "after 640 steps", "341 of"
    )
    search = run_of(DIGITS, READER, 50, optimizer="l-bfgs", lambda_=1.0)
    assert search.progress.evaluations == 53
    assert held_back(DIGITS, search.network) == 343
    assert held_back(DIGITS, run_of(DIGITS, READER, 50, alpha=2.0, lambda_=1.0).network) == 309
    for steps, lower in ((630, False), (645, True)):
        run = run_of(DIGITS, READER, steps, alpha=2.0, lambda_=1.0)
        assert (penalised(run.network) < penalised(search.network)) is lower
    assert held_back(DIGITS, run_of(DIGITS, READER, 640, alpha=2.0, lambda_=1.0).network) == 341


def test_the_table_of_passes() -> None:
    rows = re.search(r"text{L-BFGS} \\\\ (.*?) \\end", told("09-lbfgs"))
    assert rows is not None
    listed = [row.split(" & ") for row in re.sub(r"\\mathbf{(.*?)}", r"\1", rows[1]).split(r" \\ ")]
    assert [row[0] for row in listed] == ["5", "20", "100"]
    for count, *numbers in listed:
        passes = int(count)
        whole = run_of(DIGITS, READER, passes, alpha=2.0, lambda_=1.0).network
        batches = {"optimizer": "mini-batch", "batch_size": 32, "alpha": 1.0, "lambda_": 1.0}
        mini = run_of(DIGITS, READER, 45 * passes, **batches).network
        search = Run(
            READER,
            DIGITS.X_train,
            DIGITS.Y_train,
            settings=TrainingSettings(optimizer="l-bfgs", lambda_=1.0),
        )
        best = penalised(search.network)
        while search.progress.evaluations <= passes:
            best = penalised(search.network)
            search.advance(1)
        found = [penalised(whole), penalised(mini)]
        assert [*found, best] == pytest.approx([float(n) for n in numbers], abs=0.0051)


@pytest.mark.parametrize(
    ("seed", "searched", "descended"), [(20, 1.0804, 1.0686), (0, 1.0745, 1.0853)]
)
def test_neither_promises_the_lowest(seed: int, searched: float, descended: float) -> None:
    told("09-lbfgs", "1.0686", "after 128 steps", "L-BFGS 1.0745, gradient descent 1.0853")
    start = Network((3, 5, 5, 4), seed=seed)
    search = run_of(ROAD, start, 200, optimizer="l-bfgs", lambda_=1.0)
    descent = run_of(ROAD, start, 2000, alpha=3.0, lambda_=1.0)
    assert cost(search.network, ROAD.X_train, ROAD.Y_train, 1.0) == pytest.approx(
        searched, abs=1e-4
    )
    assert cost(descent.network, ROAD.X_train, ROAD.Y_train, 1.0) == pytest.approx(
        descended, abs=1e-4
    )
