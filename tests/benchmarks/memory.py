"""What the app takes of the machine's memory, beside a window with nothing in it.

Each figure is of a process of its own, as the system counts it (Linux only).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import numpy as np

from .table import Table

_EMPTY: Final = """
from PySide6.QtWidgets import QApplication, QLabel
import numpy
application = QApplication([])
label = QLabel("empty")
label.resize(1400, 800)
label.show()
application.processEvents()
"""
_OPEN: Final = """
import time
from PySide6.QtWidgets import QApplication
from bpviz.app import create_window

def process(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)

window = create_window(["--language", "en", "--theme", "light", *ARGUMENTS])
window.resize(1400, 800)
window.show()
process(2.0)
if SECONDS:
    window.session.training.toggle()
    process(SECONDS)
    window.session.training.finish_step()
"""
_TELL: Final = """
lines = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
print(*(int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")), flush=True)
"""
_TRAINING: Final = 20.0  # seconds, flat out


def _process(program: str) -> tuple[float, float]:
    """Return megabytes held at its end and at most, of a process that ran this program."""
    done = subprocess.run(
        [sys.executable, "-c", program + _TELL],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    now, most = map(float, done.stdout.split())
    return now, most


def _app(arguments: list[str], seconds: float = 0.0) -> tuple[float, float]:
    return _process(f"ARGUMENTS, SECONDS = {arguments!r}, {seconds}\n{_OPEN}")


def table() -> Table:
    """Weigh an empty window, and the app at rest and after training."""
    result = Table(
        "Memory of the process, as the system counts it",
        ("what", "at the end", "at most", "more than an empty window"),
        notes=(
            f"Trained: {_TRAINING:g} s flat out; checkpoints of Θ (64 MB) and records are bounded.",
        ),
    )
    if not Path("/proc/self/status").exists():
        result.notes = ("Only Linux tells it in this way.",)
        return result
    with tempfile.TemporaryDirectory() as folder:
        rng = np.random.default_rng(0)
        path = Path(folder, "large.npz")
        np.savez(path, X=rng.integers(0, 256, (5_000, 400), np.uint8), y=rng.integers(0, 10, 5_000))
        empty = _process(_EMPTY)
        rows = [("a window of Qt with numpy", empty)]
        for name in ("xor", "lecture", "digits"):
            rows.append((f"{name}, at rest", _app(["--data", name])))
            rows.append((f"{name}, trained", _app(["--data", name], _TRAINING)))
        large = ["--data", str(path), "--layers", "400-25-10"]
        rows.append(("400-25-10, m = 5,000, at rest", _app(large)))
        rows.append(("400-25-10, m = 5,000, trained", _app(large, _TRAINING)))
    for what, (now, most) in rows:
        more = now - empty[0]
        result.rows.append((what, f"{now:.0f} MB", f"{most:.0f} MB", f"{more:.0f} MB"))
    return result
