"""Steps a second on the worker's thread, history and checkpoints included, without a window."""

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
# What a step on the worker may cost at most, in times of the bare one.
_TARGET = 1.1


def _bare(problem: Problem, settings: TrainingSettings) -> float:
    """Return seconds of the processor a step without any bookkeeping."""
    passes = Backpropagation(problem.network(), *problem.examples())
    optimizer = OPTIMIZERS[settings.optimizer](passes, Event(), settings)
    with np.errstate(all="ignore"):
        optimizer.advance(1)
        start = time.process_time()
        Timer(_SECONDS, optimizer.interrupt.set).start()
        steps = optimizer.advance(2**62)
        return (time.process_time() - start) / steps


def _worker(problem: Problem, settings: TrainingSettings) -> tuple[float, float, int, float]:
    """Return seconds of the processor and by the clock a step, records, and seconds to stop."""
    X, Y = problem.examples()
    held_back = max(1, problem.m // 5)
    run = Run(problem.network(), X, Y, X[:held_back], Y[:held_back], settings=settings)
    worker = Worker(run)
    start, busy = time.perf_counter(), time.process_time()
    worker.start()
    time.sleep(_SECONDS)
    asked = time.perf_counter()
    worker.stop()
    end, busy = time.perf_counter(), time.process_time() - busy
    steps = run.iteration
    return busy / steps, (end - start) / steps, len(run.history), end - asked


def table() -> Table:
    """Run each problem with each optimiser on the worker, beside the bare step, in turns."""
    rows: list[tuple[str, ...]] = []
    for problem in PROBLEMS:
        for name, optimizer in OPTIMIZERS.items():
            if not optimizer.repeatable:
                continue  # not ours: SciPy's
            settings = TrainingSettings(ALPHA if name != "adam" else 0.001, optimizer=name)
            bare, trained = [], []
            for _ in range(_ROUNDS):
                bare.append(_bare(problem, settings))
                trained.append(_worker(problem, settings))
            # Other work on the machine only ever adds: the fastest stretch tells most.
            step, clock, records, wait = zip(*trained, strict=True)
            ratio = min(step) / min(bare)
            rows.append(
                (
                    problem.title,
                    name,
                    f"{1 / min(clock):,.0f}",
                    duration(min(step)),
                    duration(min(bare)),
                    f"{ratio:.2f}",
                    "yes" if ratio <= _TARGET else "NO",
                    f"{median(records):,}",
                    duration(max(wait)),
                )
            )
    return Table(
        "Worker thread: history of J and accuracy (a fifth held back), checkpoints, 60 snapshots a "
        "second; batches of 32",
        (
            "network",
            "optimizer",
            "steps/s",
            "worker",
            "bare step",
            "ratio",
            f"≤ {_TARGET}",
            "records",
            "to stop",
        ),
        rows,
        (
            f'Fastest of {_ROUNDS} stretches of {_SECONDS:g} s; "to stop" is the longest of all.',
            '"worker" and "bare step" are processor time: other work on the machine counts less.',
        ),
    )
