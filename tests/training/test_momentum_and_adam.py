"""Momentum and Adam against their published formulas, and against PyTorch where it is installed."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Backpropagation, Network, cost_and_gradient
from bpviz.training import OPTIMIZERS, TrainingSettings

if TYPE_CHECKING:
    from collections.abc import Callable

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])
STEPS = 50


def _trained(chosen: TrainingSettings, steps: int = STEPS) -> np.ndarray:
    network = Network((2, 4, 1))
    optimizer = OPTIMIZERS[chosen.optimizer](Backpropagation(network, X, Y), Event(), chosen)
    optimizer.advance(steps)
    return network.parameters


def _gradient(network: Network, lambda_: float) -> np.ndarray:
    return np.concatenate([d.ravel() for d in cost_and_gradient(network, X, Y, lambda_)[1]])


@pytest.mark.parametrize("lambda_", [0.0, 0.5])
def test_momentum_as_it_is_written(lambda_: float) -> None:
    network = Network((2, 4, 1))
    v = np.zeros_like(network.parameters)
    for _ in range(STEPS):
        v = 0.8 * v + _gradient(network, lambda_)
        network.parameters[:] = network.parameters - 0.1 * v
    ours = _trained(TrainingSettings(0.1, lambda_, "momentum", None, momentum=0.8))
    assert ours.tobytes() == network.parameters.tobytes()


def test_momentum_without_any_is_gradient_descent() -> None:
    ours = _trained(TrainingSettings(0.1, 0.5, "momentum", None, momentum=0.0))
    assert ours.tobytes() == _trained(TrainingSettings(0.1, 0.5)).tobytes()


@pytest.mark.parametrize("lambda_", [0.0, 0.5])
def test_adam_as_algorithm_1_of_its_paper_has_it(lambda_: float) -> None:
    network = Network((2, 4, 1))
    m, v = np.zeros_like(network.parameters), np.zeros_like(network.parameters)
    for t in range(1, STEPS + 1):
        g = _gradient(network, lambda_)
        m = 0.9 * m + (1 - 0.9) * g
        v = 0.999 * v + (1 - 0.999) * g**2
        m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.999**t)
        network.parameters[:] -= 0.01 * m_hat / (np.sqrt(v_hat) + 1e-8)
    ours = _trained(TrainingSettings(0.01, lambda_, "adam", None))
    np.testing.assert_allclose(ours, network.parameters, rtol=1e-11)


def test_the_first_step_of_adam_is_alpha_long_for_every_weight() -> None:
    """As section 2.1 of the paper points out, whatever the size of the gradient."""
    before = Network((2, 4, 1)).parameters
    after = _trained(TrainingSettings(0.01, optimizer="adam", batch_size=None), steps=1)
    sign = -np.sign(_gradient(Network((2, 4, 1)), 0.0))
    np.testing.assert_allclose(after - before, 0.01 * sign, rtol=1e-4)


def _torch_momentum(torch, parameters):  # type: ignore[no-untyped-def]
    return torch.optim.SGD(parameters, lr=0.1, momentum=0.9)


def _torch_adam(torch, parameters):  # type: ignore[no-untyped-def]
    return torch.optim.Adam(parameters, lr=0.1)


@pytest.mark.parametrize(("name", "make"), [("momentum", _torch_momentum), ("adam", _torch_adam)])
def test_pytorch_agrees(name: str, make: Callable[..., object]) -> None:
    torch = pytest.importorskip("torch")
    network = Network((2, 4, 1))
    theta = [torch.tensor(t.copy(), requires_grad=True) for t in network.theta]
    optimizer = make(torch, theta)
    for _ in range(STEPS):
        optimizer.zero_grad()  # type: ignore[attr-defined]
        a = torch.tensor(X)
        for t in theta:
            z = torch.cat([torch.ones(len(a), 1, dtype=torch.float64), a], dim=1) @ t.T
            a = torch.sigmoid(z)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            z, torch.tensor(Y), reduction="sum"
        )
        (loss / len(X)).backward()
        optimizer.step()  # type: ignore[attr-defined]
    theirs = np.concatenate([t.detach().numpy().ravel() for t in theta])
    ours = _trained(TrainingSettings(0.1, optimizer=name, batch_size=None))
    np.testing.assert_allclose(ours, theirs, rtol=1e-10)
