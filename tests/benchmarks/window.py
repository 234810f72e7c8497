"""The window while it works: repaints and keys while training runs, steps, start-up.

Everything is drawn by the offscreen platform, in software, in a window of 1400×800.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np

from .table import Table, duration

if TYPE_CHECKING:
    from bpviz.ui.window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_FRAMES = 400
_STARTS = 7
_OPEN = """
import sys
import bpviz.app
from bpviz.cli.window import read
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

QStandardPaths.setTestModeEnabled(True)

def usable():
    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "window")
    if window.network.visibleRegion().isEmpty():
        QTimer.singleShot(0, usable)
        return
    window.network.repaint()
    print("usable", flush=True)
    QTimer.singleShot(0, window.close)

main = bpviz.app.MainWindow.show
def show(window):
    main(window)
    QTimer.singleShot(0, usable)
bpviz.app.MainWindow.show = show
bpviz.app.run(read(["--data", "digits"]))
"""


def _percentiles(seconds: list[float]) -> tuple[str, str, str]:
    return tuple(duration(float(v)) for v in np.percentile(seconds, (50, 95, 99)))  # type: ignore[return-value]


def _window(*arguments: str) -> MainWindow:
    from bpviz.app import create_window

    window = create_window(["--language", "en", "--theme", "light", *arguments])
    window.resize(1400, 800)
    window.show()
    _process(0.5)
    return window


def _process(seconds: float) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def _repaints(*arguments: str) -> tuple[list[float], list[float], float]:
    """Return times of repaints and of whole turns of the event loop, and steps a second."""
    from PySide6.QtWidgets import QApplication

    window = _window(*arguments)
    training = window.session.training
    training.toggle()
    _process(1.0)
    begun, start = training.iteration, time.perf_counter()
    repaints, turns = [], []
    for _ in range(_FRAMES):
        before = time.perf_counter()
        window.network.repaint()
        repaints.append(time.perf_counter() - before)
        before = time.perf_counter()
        QApplication.processEvents()
        turns.append(time.perf_counter() - before)
        time.sleep(0.005)
    training.finish_step()
    speed = (training.iteration - begun) / (time.perf_counter() - start)
    window.close()
    return repaints, turns, speed


def _steps(*arguments: str) -> list[float]:
    """Return how long it takes from a step until picture and equation are on screen."""
    from PySide6.QtWidgets import QApplication

    from bpviz.ui.formula import FormulaView

    window = _window(*arguments)
    session = window.session
    session.set_granularity("unit")
    window.playback.reduced_motion = True
    formulas = window.docks["dock.equation"].widget()
    rng = np.random.default_rng(0)
    times = []
    for k in range(_FRAMES // 2):
        if k % 10 == 0:
            session.go(int(rng.integers(len(session.trace))))
            _process(0.05)
        before = time.perf_counter()
        session.step_forward()
        while True:
            QApplication.processEvents()
            if all(formula.is_settled() for formula in formulas.findChildren(FormulaView)):
                break
        window.network.repaint()
        formulas.repaint()
        times.append(time.perf_counter() - before)
    window.close()
    return times


def _starts() -> list[float]:
    times = []
    for _ in range(_STARTS):
        before = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", _OPEN], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"usable\n"
        times.append(time.perf_counter() - before)
        process.wait()
    return times


def table() -> Table:
    """Measure each and give percentiles."""
    rows: list[tuple[str, ...]] = []
    for arguments in (("--data", "xor"), ("--data", "lecture"), ("--data", "digits")):
        repaints, turns, speed = _repaints(*arguments)
        name = arguments[-1]
        rows.append((f"repaint of the network, {name} training", *_percentiles(repaints), ""))
        rows.append(
            (f"turn of the event loop, {name} training", *_percentiles(turns), f"{speed:,.0f}")
        )
    rows += [
        (f"one unit step on screen, {data}", *_percentiles(_steps("--data", data)), "")
        for data in ("lecture", "digits")
    ]
    rows.append(("from the command to a usable window", *_percentiles(_starts()), ""))
    return Table(
        "The window at 1400×800, software rendering, offscreen",
        ("what", "median", "95 %", "99 %", "steps/s"),
        rows,
        (
            "A step is on screen when picture and equation are painted; motion is switched off.",
            f"Start-up: {_STARTS} starts of a new process by the command, files in the cache.",
        ),
    )
