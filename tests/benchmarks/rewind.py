"""Going back to random iterations of a long run, while it pauses and while it trains on."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import numpy as np

from bpviz.training import OPTIMIZERS, Run, TrainingSettings, Worker

from .problems import PROBLEMS
from .table import Table, duration

if TYPE_CHECKING:
    from bpviz.core import Array

    from .problems import Problem

_PROBLEM = PROBLEMS[1]  # 3-5-5-4
_ITERATIONS = 100_000
_VISITS = 400
_CHECKED = 3
_TARGET = 0.1
# As the window has it; Python's default of 5 ms would let the worker keep a visitor waiting.
_SWITCH_SECONDS = 0.0002


def _settings(name: str) -> TrainingSettings:
    return TrainingSettings(0.001 if name == "adam" else 0.1, optimizer=name)


def _visits(run: Run) -> list[float]:
    """Return the seconds it takes to go to iterations anywhere in the run."""
    random = np.random.default_rng(0)
    times = []
    for _ in range(_VISITS):
        last = int(run.history.records().iteration[-1])
        iteration = int(random.integers(last + 1))
        start = time.perf_counter()
        moment = run.at(iteration)
        times.append(time.perf_counter() - start)
        assert moment.iteration == iteration
    return times


def _fresh(problem: Problem, settings: TrainingSettings, iteration: int) -> Array:
    run = Run(problem.network(), *problem.examples(), settings=settings)
    while run.iteration < iteration:
        run.advance(iteration - run.iteration)
    return run.network.parameters


def _same(run: Run, settings: TrainingSettings) -> bool:
    """Whether Θ of some iterations equals that of fresh runs stopped there, bit for bit."""
    asked = np.random.default_rng(1).integers(_ITERATIONS, size=_CHECKED)
    return all(
        run.at(n).parameters.tobytes() == _fresh(_PROBLEM, settings, n).tobytes()
        for n in map(int, asked)
    )


def table() -> Table:
    """Train, then go back, with each optimiser of ours."""
    rows: list[tuple[str, ...]] = []
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        for name, optimizer in OPTIMIZERS.items():
            if not optimizer.repeatable:
                continue  # what SciPy has kept needs no replay
            settings = _settings(name)
            X, Y = _PROBLEM.examples()
            run = Run(_PROBLEM.network(), X, Y, X[:40], Y[:40], settings=settings)
            worker = Worker(run, limit=_ITERATIONS)
            worker.start()
            worker.wait()
            paused = np.percentile(_visits(run), (50, 95, 100))
            worker.limit = None
            worker.start()
            training = np.percentile(_visits(run), (50, 95, 100))
            worker.stop()
            late = max(paused[1], training[1])
            rows.append(
                (
                    name,
                    *(duration(float(seconds)) for seconds in (*paused, *training)),
                    "yes" if late <= _TARGET else "NO",
                    f"{run.memory_used / 2**20:.1f} MB",
                    "yes" if _same(run, settings) else "NO",
                )
            )
    finally:
        sys.setswitchinterval(usual)
    return Table(
        f"Going back after {_ITERATIONS:,} iterations of {_PROBLEM.title}: {_VISITS} visits",
        (
            "optimizer",
            "paused",
            "95 %",
            "longest",
            "training",
            "95 %",
            "longest",
            f"95 % ≤ {duration(_TARGET)}",
            "checkpoints",
            "same bits",
        ),
        rows,
        (f'"same bits": {_CHECKED} of them beside fresh runs that were stopped there.',),
    )
