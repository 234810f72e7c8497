"""How long the window is kept from answering while large files are opened, shown and saved.

A timer beats every 2 ms; the longest gap between two beats is how long a key would have waited.
Beside it stands the processor time that the window's own thread has taken in that gap: on a busy
machine the gap grows, and this does not.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from .table import Table, duration

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.ui.window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_FILES: Final = ((60_000, 784), (5_000, 400))
_BEAT_MS: Final = 2
_ROUNDS: Final = 3
_LONGEST: Final = 120.0  # seconds


class Heart:
    """Beats in the event loop while something is done."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._gaps: list[tuple[float, float]] = []
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def longest(
        self, do: Callable[[], object], done: Callable[[], bool] = lambda: True, after: float = 0.6
    ) -> tuple[float, float]:
        """Return the longest gap, and the greatest processor time in one, both in seconds."""
        from PySide6.QtWidgets import QApplication

        self._gaps.clear()
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()
        do()
        end = time.perf_counter() + _LONGEST
        while not done() and time.perf_counter() < end:
            QApplication.processEvents()
            time.sleep(0.0005)
        end = time.perf_counter() + after
        while time.perf_counter() < end:
            QApplication.processEvents()
            time.sleep(0.0005)
        self._timer.stop()
        gaps, cpu = zip(*self._gaps, strict=True)
        return max(gaps), max(cpu)

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


def _opened(window: MainWindow, path: Path) -> Callable[[], bool]:
    """Open a file, agreeing with what is proposed; return what tells whether that is done."""
    from PySide6.QtWidgets import QDialog

    done: list[bool] = []
    window.files.finished.connect(lambda: done.append(True))
    window.files.open(str(path))

    def look() -> bool:
        dialog = window.findChild(QDialog, "dialog.preview")
        if dialog is not None and dialog.isVisible() and not done:
            dialog.open_button.click()  # type: ignore[attr-defined]
        return bool(done)

    return look


def _measure(window: MainWindow, path: Path) -> dict[str, tuple[float, float]]:
    from bpviz.session.selection import Weight

    heart, session, files = Heart(), window.session, window.files
    found: dict[str, tuple[float, float]] = {}

    def opening(file: Path) -> tuple[float, float]:
        tells: list[Callable[[], bool]] = []

        def done() -> bool:
            return tells[0]()

        return heart.longest(lambda: tells.append(_opened(window, file)), done, after=1)

    def look_at() -> None:
        dock.show()
        dock.raise_()

    def step() -> None:
        for _ in range(5):
            session.step_forward()

    def pull() -> None:
        for value in (0.1, 0.2, 0.3, 0.4, 0.5):
            session.set_weight(Weight(1, 1, 1), value)

    def by_hand() -> None:
        x = session.trace.X[session.example - 1].copy()
        x[3] = 0.75
        session.set_input(x)

    found["open"] = opening(path)
    data = session.data
    dock = window.docks["dock.data"]
    found["show the examples"] = heart.longest(look_at)
    found["step"] = heart.longest(step)
    found["step to the gradient"] = heart.longest(session.last_step, lambda: session.coming is None)
    found["step back"] = heart.longest(lambda: session.show_example(2))
    found["five weights by hand"] = heart.longest(pull, lambda: session.training.latest.measured)
    found["another λ"] = heart.longest(
        lambda: session.training.set(lambda_=2.0), lambda: session.training.latest.measured
    )
    found["another network"] = heart.longest(
        session.new_theta, lambda: session.training.latest.measured
    )
    found["an input by hand"] = heart.longest(by_hand, lambda: session.data is not data, after=1)
    found["undo"] = heart.longest(session.edits.undo, lambda: session.data is data)
    found["train"] = heart.longest(session.training.toggle, after=2)
    found["five weights while training"] = heart.longest(pull)
    saved = path.with_suffix(".bpviz")
    done: list[bool] = []
    files.finished.connect(lambda: done.append(True))
    found["save while training"] = heart.longest(lambda: files.save(str(saved)), lambda: bool(done))
    session.training.finish_step()
    found["restore"] = opening(saved)
    found["another data set"] = heart.longest(lambda: session.set_data("digits"))
    found["back to the large one"] = heart.longest(lambda: session.set_data(data))
    return found


def table() -> Table:
    """Measure each file several times and give medians."""
    from bpviz.app import create_window

    result = Table(
        "The longest time in which the window does not answer",
        ("examples", "what", "gap", "processor", "worst gap"),
        notes=(f"Medians and worst of {_ROUNDS} rounds; processor: of the window's thread alone.",),
    )
    with tempfile.TemporaryDirectory() as folder:
        for m, s_1 in _FILES:
            rng = np.random.default_rng(0)
            path = Path(folder, f"{m}x{s_1}.npz")
            np.savez(path, X=rng.integers(0, 256, (m, s_1), np.uint8), y=rng.integers(0, 10, m))
            rounds = []
            for _ in range(_ROUNDS):
                window = create_window(["--language", "en", "--theme", "light"])
                window.resize(1400, 800)
                window.show()
                rounds.append(_measure(window, path))
                window.close()
            for what in rounds[0]:
                gaps, cpu = np.array([each[what] for each in rounds]).T
                figures = map(duration, (np.median(gaps), np.median(cpu), gaps.max()))
                result.rows.append((f"{m:,} × {s_1}", what, *figures))
    return result
