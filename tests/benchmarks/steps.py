"""One step of batch gradient descent, beside others and beside its matrix products."""

from __future__ import annotations

import importlib.util
from statistics import median
from threading import Event
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core import Backpropagation
from bpviz.training import OPTIMIZERS, TrainingSettings

from .peers import PlainNumpy, Products, ScikitLearn, Torch
from .problems import ALPHA, PROBLEMS
from .table import Table, duration
from .timing import in_turns, ratio

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.core import Array

    from .peers import Peer
    from .problems import Problem

# What the step may cost at most, in times of the bare np.matmul calls.
TARGETS = (1.5, 2.6, 1.6, 1.15)
OURS, MATMUL, DOT = "bpviz", "np.matmul", "np.dot"


class _Bpviz:
    """The step as the worker takes it."""

    def __init__(self, problem: Problem) -> None:
        self.network = problem.network()
        passes = Backpropagation(self.network, *problem.examples())
        optimizer = OPTIMIZERS["gradient-descent"](passes, Event(), TrainingSettings(ALPHA))
        self.advance = optimizer.advance

    def parameters(self) -> Array:
        return self.network.parameters


def _peers(problem: Problem) -> dict[str, Peer]:
    """Return whoever is installed, after checking that all do the same work as we."""
    ours = _Bpviz(problem)
    peers: dict[str, Peer] = {OURS: ours, "plain numpy": PlainNumpy(problem)}
    if importlib.util.find_spec("torch"):
        peers["PyTorch"] = Torch(problem)
    if importlib.util.find_spec("sklearn"):
        peers["scikit-learn"] = ScikitLearn(problem)
    for peer in peers.values():
        peer.advance(3)
    for name, peer in peers.items():
        # They sum in other orders, hence not to the last bit.
        np.testing.assert_allclose(
            peer.parameters(), ours.parameters(), rtol=1e-9, atol=1e-12, err_msg=name
        )
    return peers


def table() -> Table:
    """Time every competitor on every problem."""
    rows: list[tuple[str, ...]] = []
    names: list[str] = []
    for problem, target in zip(PROBLEMS, TARGETS, strict=True):
        peers = _peers(problem)
        steps: dict[str, Callable[[int], object]] = {
            MATMUL: Products(problem, np.matmul).advance,
            DOT: Products(problem, np.dot).advance,
            **{name: peer.advance for name, peer in peers.items()},
        }
        names = list(steps)
        with np.errstate(all="ignore"):
            times = in_turns(steps)
        ours = ratio(times, OURS, MATMUL)
        rows.append(
            (
                problem.title,
                *(duration(median(times[name])) for name in names),
                f"{ours:.2f}",
                f"{target:.2f}",
                "yes" if ours <= target else "NO",
                f"{ratio(times, OURS, DOT):.2f}",
                f"{min(ratio(times, name, OURS) for name in peers if name != OURS):.2f}",
            )
        )
    return Table(
        "One step of batch gradient descent, float64, one BLAS thread",
        ("network", *names, "÷ matmul", "at most", "met", "÷ dot", "best peer ÷ bpviz"),
        rows,
        (
            "Medians of 21 turns taken in rotation; ratios are medians of the ratios in each turn.",
            "np.matmul, np.dot: the matrix products alone, arrays and views made beforehand.",
            "The step itself calls np.dot, which costs less than np.matmul where arrays are tiny.",
            "scikit-learn and PyTorch compute J in each step, which they cannot leave out.",
        ),
    )
