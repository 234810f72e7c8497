"""Steps a second on the worker's thread, history and snapshots included, without a window."""

from __future__ import annotations

import time
from statistics import median
from threading import Event, Timer
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core import Backpropagation
from bpviz.training import OPTIMIZERS, Run, TrainingSettings, Worker

from .problems import ALPHA, PROBLEMS
from .table import Table, duration

if TYPE_CHECKING:
    from .problems import Problem

_SECONDS = 1.0
_ROUNDS = 5


def _bare(problem: Problem) -> float:
    """Return seconds a step without any bookkeeping."""
    passes = Backpropagation(problem.network(), *problem.examples())
    optimizer = OPTIMIZERS["gradient-descent"](passes, Event(), ALPHA, 0.0)
    with np.errstate(all="ignore"):
        passes.forward()
        start = time.perf_counter()
        Timer(_SECONDS, optimizer.interrupt.set).start()
        steps = optimizer.advance(2**62)
        return (time.perf_counter() - start) / steps


def _worker(problem: Problem) -> tuple[float, int, float]:
    """Return seconds a step, records kept, and how long stopping took."""
    X, Y = problem.examples()
    held_back = max(1, problem.m // 5)
    run = Run(
        problem.network(), X, Y, X[:held_back], Y[:held_back], settings=TrainingSettings(ALPHA)
    )
    worker = Worker(run)
    start = time.perf_counter()
    worker.start()
    time.sleep(_SECONDS)
    asked = time.perf_counter()
    worker.stop()
    end = time.perf_counter()
    snapshot = worker.snapshot_now()
    return (end - start) / snapshot.iteration, len(run.history), end - asked


def table() -> Table:
    """Run each problem on the worker, beside the bare step, in turns."""
    rows: list[tuple[str, ...]] = []
    for problem in PROBLEMS:
        bare, trained = [], []
        for _ in range(_ROUNDS):
            bare.append(_bare(problem))
            trained.append(_worker(problem))
        step = median(step for step, _, _ in trained)
        rows.append(
            (
                problem.title,
                f"{1 / step:,.0f}",
                duration(step),
                duration(median(bare)),
                f"{median(t / b for (t, _, _), b in zip(trained, bare, strict=True)):.2f}",
                f"{median(records for _, records, _ in trained):,}",
                duration(max(wait for _, _, wait in trained)),
            )
        )
    return Table(
        "Worker thread: history of J and accuracy (a fifth held back), 60 snapshots a second",
        ("network", "steps/s", "worker", "bare step", "ratio", "records", "to stop"),
        rows,
        (f'Medians of {_ROUNDS} stretches of {_SECONDS:g} s; "to stop" is the longest of them.',),
    )
