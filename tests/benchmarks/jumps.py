"""Going to a step anywhere in the whole pass over all examples: its state and its formulas."""

from __future__ import annotations

import time
import tracemalloc

import numpy as np

from bpviz.trace import Trace

from .problems import PROBLEMS
from .table import Table, duration

_JUMPS = 500
_WARM_UP = 20


def _jumps(trace: Trace) -> list[float]:
    random = np.random.default_rng(0)
    times = []
    for k in map(int, random.integers(len(trace), size=_WARM_UP + _JUMPS)):
        start = time.perf_counter()
        step = trace[k]
        _ = trace.state(k), step.formula, step.substituted
        times.append(time.perf_counter() - start)
    return times[_WARM_UP:]


def table() -> Table:
    """Jump about in the trace of each problem, and weigh what it holds."""
    rows: list[tuple[str, ...]] = []
    for problem in PROBLEMS:
        X, Y = problem.examples()
        trace = Trace(problem.network(), X, Y)
        figures = np.percentile(_jumps(trace), (50, 95, 99, 100))
        tracemalloc.start()
        trace = Trace(problem.network(), X, Y)
        _ = trace.state(len(trace) - 1)
        held, _most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        rows.append(
            (
                problem.title,
                f"{len(trace):,}",
                *(duration(float(seconds)) for seconds in figures),
                f"{(X.nbytes + Y.nbytes) / 2**20:.1f} MB",
                f"{held / 2**20:.1f} MB",
            )
        )
    return Table(
        f"A jump to any step of the trace: state, rule and numbers; {_JUMPS} jumps",
        ("network", "steps", "median", "95 %", "99 %", "longest", "X and Y", "trace beside them"),
        rows,
        ("The trace is computed, not stored: what it holds does not grow with the steps.",),
    )
