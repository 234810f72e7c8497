"""``bpviz check`` passes a right gradient, whatever the network, and catches a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.cli import differences, main
from bpviz.cli.differences import compare
from bpviz.core import Network, cost_and_gradient
from bpviz.core.differences import CentralDifferences
from bpviz.core.measure import LIMIT, distance
from bpviz.data import names

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.core import Array


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("data", names())
def test_every_data_set_passes(data: str, hidden: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = f"check --data {data} --hidden {hidden} --lambda 3 --examples 20"
    assert main(line.split()) == 0
    assert "λ = 3" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda D: D[1].__imul__(1.00001), "Θ(2)_"),  # all of Θ⁽²⁾, by a hundred-thousandth
        (lambda D: D[0].__setitem__((2, 0), D[0][2, 0] + 1e-5), "Θ(1)_3,0"),
        (lambda D: D[1].__setitem__((0, 4), -D[1][0, 4]), "Θ(2)_1,4"),
    ],
)
def test_a_wrong_gradient_is_caught_and_located(
    change: object, where: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong(*arguments: object) -> tuple[float, list[Array]]:
        J, D = cost_and_gradient(*arguments)  # type: ignore[arg-type]
        change(D)  # type: ignore[operator]
        return J, D

    monkeypatch.setattr(differences, "cost_and_gradient", wrong)
    assert main(["check", "--data", "xor"]) == 1
    output = capsys.readouterr().out
    assert f"at {where}" in output
    assert "D is not ∂J/∂Θ" in output


def test_at_a_minimum_nothing_is_left_but_rounding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where J is level, D beside central differences is rounding beside rounding: no error."""
    # Without Θ, h is ½ for each example of XOR; so little bias makes D a quarter of it.
    bias = 4e-9
    np.savez(tmp_path / "level", Theta1=np.zeros((2, 3)), Theta2=[[bias, 0.0, 0.0]])
    line = ["check", "--data", "xor", "--lambda", "0", "--weights", str(tmp_path / "level.npz")]
    assert main(line) == 0
    assert "only rounding is left" in capsys.readouterr().out
    network = Network((2, 2, 1))
    network.parameters[:] = 0.0
    network.theta[1][0, 0] = bias
    X, Y = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), np.array([[0], [1], [1], [0.0]])
    result = compare(network, X, Y, range(9))
    found = result.differences[6].D
    assert found == pytest.approx(1e-9, rel=1e-6)
    assert result.overall > LIMIT
    assert result.agrees
    # An error as large as the D of an ordinary network is one there, too.
    assert not distance(np.full(9, 1e-3), np.zeros(9), np.log(2)).agrees


def test_the_step_that_comes_nearest_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the window: not the shortest, of whose slope rounding has left least."""
    slopes = {1e-4: 1.1, 1e-5: 1.01, 1e-6: 1.5}
    monkeypatch.setattr(CentralDifferences, "slope", lambda _self, _weight, e: slopes[e])
    monkeypatch.setattr(differences, "cost_and_gradient", lambda *_: (1.0, [np.ones((1, 2))]))
    (found,) = compare(Network((1, 1)), np.ones((1, 1)), np.ones((1, 1)), [0]).differences
    assert found.slope == 1.01


def test_a_large_network_is_checked_in_part() -> None:
    network = Network((5, 30, 3))
    X, Y = np.eye(5), np.eye(5, 3)
    weights = range(network.parameters.size)
    assert len(compare(network, X, Y, weights, seconds=0.0).differences) == 50
    assert len(compare(network, X, Y, weights).differences) == network.parameters.size


def test_corners_of_relu_are_left_out_and_counted() -> None:
    network = Network((1, 2, 1), hidden="relu", output="linear", cost="squared-error")
    network.theta[0][:] = [[0.0, 1.0], [1.0, 1.0]]  # z of unit 1 is 0 for x = 0
    network.theta[1][:] = [[0.5, 1.0, 1.0]]
    before = network.parameters.copy()
    result = compare(network, np.zeros((1, 1)), np.zeros((1, 1)), range(7))
    # Only the bias weight of unit 1 moves its z.
    assert result.corners == 1
    assert result.agrees
    assert 0 not in [difference.weight for difference in result.differences]
    assert np.array_equal(network.parameters, before)
