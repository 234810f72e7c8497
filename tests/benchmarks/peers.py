"""One step of batch gradient descent as others take it, and the matrix products it cannot avoid.

That all do the same work is checked by their weights after some steps.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from .problems import ALPHA

if TYPE_CHECKING:
    from bpviz.core import Array

    from .problems import Problem


class Peer(Protocol):
    """Something that trains."""

    def advance(self, steps: int) -> object:
        """Take so many steps."""

    def parameters(self) -> Array:
        """Return all weights in one vector, ordered as ``Network.parameters``."""


class Products:
    """The matrix products of one step and nothing else, into arrays and views made beforehand.

    Laid out as `bpviz.core.Backpropagation` lays them out, bias units included.
    """

    def __init__(self, problem: Problem, product: Any) -> None:
        self.product = product
        layers, m = problem.layers, problem.m
        random = np.random.default_rng(0)
        theta = [random.normal(size=(rows, s + 1)) for s, rows in pairwise(layers)]
        a = [random.normal(size=(s + 1, m)) for s in layers]
        delta = [random.normal(size=(s, m)) for s in layers]
        forward = [(t, a[n], a[n + 1][1:]) for n, t in enumerate(theta)]
        backward = [(t[:, 1:].T, delta[n + 1], delta[n]) for n, t in enumerate(theta) if n][::-1]
        gradient = [(delta[n + 1], a[n].T, np.empty_like(t)) for n, t in enumerate(theta)]
        self.work = forward + backward + gradient

    def advance(self, steps: int) -> None:
        product, work = self.product, self.work
        for _ in range(steps):
            for first, second, out in work:
                product(first, second, out)


class PlainNumpy:
    """Vectorised numpy as one writes it without further thought: examples in rows, W and b."""

    def __init__(self, problem: Problem) -> None:
        self.X, self.Y = problem.examples()
        self.W = [theta[:, 1:].copy() for theta in problem.network().theta]
        self.b = [theta[:, 0].copy() for theta in problem.network().theta]

    def advance(self, steps: int) -> None:
        X, Y, W, b = self.X, self.Y, self.W, self.b
        m = len(X)
        for _ in range(steps):
            a = [X]
            for weights, bias in zip(W, b, strict=True):
                a.append(1 / (1 + np.exp(-(a[-1] @ weights.T + bias))))
            delta = a[-1] - Y
            for n in reversed(range(len(W))):
                gradient, bias_gradient = delta.T @ a[n] / m, delta.mean(axis=0)
                if n:
                    delta = delta @ W[n] * a[n] * (1 - a[n])
                W[n] -= ALPHA * gradient
                b[n] -= ALPHA * bias_gradient

    def parameters(self) -> Array:
        return _joined(self.W, self.b)


class Torch:
    """PyTorch as its tutorials have it: modules, autograd, ``optim.SGD``; float64, one thread."""

    def __init__(self, problem: Problem) -> None:
        import torch

        torch.set_num_threads(1)
        X, Y = problem.examples()
        self.X, self.Y = torch.from_numpy(X), torch.from_numpy(Y)
        parts: list[Any] = []
        for theta in problem.network().theta:
            linear = torch.nn.Linear(theta.shape[1] - 1, theta.shape[0], dtype=torch.float64)
            linear.weight.data = torch.from_numpy(theta[:, 1:].copy())
            linear.bias.data = torch.from_numpy(theta[:, 0].copy())
            parts += [linear, torch.nn.Sigmoid()]
        self.linear = parts[::2]
        self.model = torch.nn.Sequential(*parts[:-1])
        self.loss = torch.nn.BCEWithLogitsLoss(reduction="sum")
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=ALPHA)

    def advance(self, steps: int) -> None:
        m = len(self.X)
        for _ in range(steps):
            self.optimizer.zero_grad()
            loss = self.loss(self.model(self.X), self.Y) / m
            loss.backward()
            self.optimizer.step()

    def parameters(self) -> Array:
        weights = [linear.weight.detach().numpy() for linear in self.linear]
        return _joined(weights, [linear.bias.detach().numpy() for linear in self.linear])


class ScikitLearn:
    """The inner loop of ``MLPClassifier.fit`` with solver "sgd" and one batch.

    Its own forward pass, loss, backward pass and weight update, with the lists it prepares once
    for a fit. Left out, in its favour: shuffling, slicing the batch, checks and bookkeeping.
    """

    def __init__(self, problem: Problem) -> None:
        from sklearn.neural_network import MLPClassifier

        X, Y = problem.examples()
        model = MLPClassifier(
            problem.layers[1:-1],
            activation="logistic",
            solver="sgd",
            alpha=0.0,
            momentum=0.0,
            nesterovs_momentum=False,
            learning_rate_init=ALPHA,
            batch_size=len(X),
        )
        # One call sets the model up; Y with K columns makes it K sigmoid units, as ours.
        model.partial_fit(X, Y[:, 0] if Y.shape[1] == 1 else Y, classes=np.arange(Y.shape[1] + 1))
        for own, theta in zip(model.coefs_, problem.network().theta, strict=True):
            own[:] = theta[:, 1:].T
        for own, theta in zip(model.intercepts_, problem.network().theta, strict=True):
            own[:] = theta[:, 0]
        self.model, self.X, self.Y = model, X, Y
        self.a = [X] + [np.empty((len(X), s)) for s in problem.layers[1:]]
        self.delta = [np.empty_like(a) for a in self.a[1:]]
        self.gradients = [np.empty_like(W) for W in model.coefs_]
        self.bias_gradients = [np.empty_like(b) for b in model.intercepts_]

    def advance(self, steps: int) -> None:
        model = self.model
        weights = model.coefs_ + model.intercepts_
        for _ in range(steps):
            _, gradients, bias_gradients = model._backprop(
                self.X, self.Y, None, self.a, self.delta, self.gradients, self.bias_gradients
            )
            model._optimizer.update_params(weights, gradients + bias_gradients)

    def parameters(self) -> Array:
        return _joined([W.T for W in self.model.coefs_], self.model.intercepts_)


def _joined(weights: list[Array], biases: list[Array]) -> Array:
    return np.concatenate(
        [np.column_stack([b, W]).ravel() for W, b in zip(weights, biases, strict=True)]
    )
