"""Frames of the network view: within a step, the first of a step, and after a new Θ.

Drawn by the offscreen platform, in software, 1400×800.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import numpy as np

from .table import Table, duration

if TYPE_CHECKING:
    from bpviz.session import Session
    from bpviz.trace import Granularity
    from bpviz.ui.network import NetworkView

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_NETWORKS = (
    ("lecture", (3, 5, 5, 4)),
    ("xor", (2, 4, 1)),
    ("digits", (64, 32, 10)),
    ("digits", (64, 64, 64, 10)),
)
_STEPS = 24
_FRAMES = 15  # of each step
_THETAS = 40


def _percentiles(seconds: list[float]) -> tuple[str, str]:
    median, late = np.percentile(seconds, (50, 95))
    return duration(float(median)), duration(float(late))


def _walk(view: NetworkView, session: Session, granularity: Granularity) -> list[list[float]]:
    """Return times of frames, those of each step in a list, over an example from its beginning."""
    session.set_granularity(granularity)
    score = session.trace.score
    begin, end = score.examples_start, score.examples_start + score.per_example - 1
    steps = {score.end(int(k), granularity) for k in np.linspace(begin, end, _STEPS)}
    times = []
    for k in sorted(steps):
        frames: list[float] = []
        for progress in np.linspace(0.0, 1.0, _FRAMES):
            start = time.perf_counter()
            if not frames:
                session.go(k)
            view.animate(float(progress))
            view.repaint()
            frames.append(time.perf_counter() - start)
        times.append(frames)
    return times


def _learn(view: NetworkView, session: Session) -> list[float]:
    """Return times of drawing new Θ, as they come 30 times a second while training runs."""
    from bpviz.training import Run

    data, times = session.data, []
    run = Run(session.network, data.X_train, data.Y_train, settings=session.training.settings)
    for _ in range(_THETAS):
        run.advance(10)
        session.network.parameters[:] = run.network.parameters
        session.refresh()
        _ = session.state  # the numbers themselves are not the picture's work
        start = time.perf_counter()
        view.repaint()
        times.append(time.perf_counter() - start)
    return times


def table() -> Table:
    from PySide6.QtWidgets import QApplication

    from bpviz.session import Session
    from bpviz.ui import theme
    from bpviz.ui.network import NetworkView

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, theme.LIGHT)
    result = Table(
        "Network view at 1400×800",
        ("network", "steps of", "frame", "95 %", "first of a step", "95 %", "new Θ", "95 %"),
        notes=("A new Θ without its numbers, which core computes for all examples.",),
    )
    for name, layers in _NETWORKS:
        session = Session(name)
        session.set_network(layers)
        view = NetworkView(session, theme.LIGHT)
        view.resize(1400, 800)
        view.show()
        application.processEvents()
        for granularity in ("unit", "layer"):
            times = _walk(view, session, granularity)
            inner = [frame for step in times for frame in step[1:]]
            first = [step[0] for step in times]
            figures = (*_percentiles(inner), *_percentiles(first))
            learnt = _percentiles(_learn(view, session)) if granularity == "layer" else ("", "")
            size = "-".join(map(str, layers))
            result.rows.append((size, granularity, *figures, *learnt))
        view.close()
        session.close()
    return result
