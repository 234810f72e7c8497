"""What may go wrong while the window is open: it says so, and lives on."""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from bpviz.app import create_window
from bpviz.session import Session
from bpviz.session.files import open_session, save
from bpviz.training.learner import Learner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bpviz.ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = create_window(["--data", "xor", "--language", "en", "--theme", "light"])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def told(window: MainWindow) -> str:
    label = window.notice.findChild(QLabel, "label.notice")
    assert label is not None
    return label.text() if window.notice.isVisible() else ""


def press(window: MainWindow, name: str) -> None:
    window.actions_by_name[f"action.{name}"].trigger()


# --- the worker ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("error", [RuntimeError("out of order"), MemoryError(), ValueError("no")])
def test_the_worker_raises_at_random(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    error: Exception,
) -> None:
    chance = random.Random(seed)  # noqa: S311
    advance = Learner.advance
    raised = []

    def failing(learner: Learner, steps: int) -> int:
        if learner.progress.iteration > 0 and chance.random() < 0.05:
            raised.append(error)
            raise error
        return advance(learner, steps)

    training = window.session.training
    with monkeypatch.context() as patched:
        patched.setattr(Learner, "advance", failing)
        for count in range(1, 4):  # and again
            press(window, "train")
            qtbot.waitUntil(lambda: type(error).__name__ in told(window))
            assert not training.busy
            assert len(raised) == count
            assert np.isfinite(window.session.network.parameters).all()
            window.notice.hide()
            press(window, "step_forward")
    before = training.iteration
    press(window, "train")
    qtbot.waitUntil(lambda: training.iteration > before)
    press(window, "train")
    qtbot.waitUntil(lambda: not training.busy)
    assert told(window) == ""


# --- the clock ----------------------------------------------------------------------------------


def jumping(seed: int) -> Any:
    """Return a clock that stands still, goes, and jumps an hour to and fro."""
    chance = random.Random(seed)  # noqa: S311
    original = time.perf_counter
    offset, stopped = 0.0, original()

    def clock() -> float:
        nonlocal offset, stopped
        what = chance.random()
        if what < 0.02:
            offset = chance.choice((-3600.0, 0.0, 3600.0, 86_400.0))
        if what < 0.9:
            stopped = original() + offset
        return stopped

    return clock


@pytest.mark.parametrize("optimizer", ["gradient-descent", "mini-batch", "adam", "l-bfgs"])
def test_the_clock_jumps(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, optimizer: str
) -> None:
    clock = jumping(7)
    for name, module in sorted(sys.modules.items()):
        if name.startswith("bpviz"):
            for function in ("perf_counter", "monotonic", "time"):
                if getattr(module, function, None) is getattr(time, function):
                    monkeypatch.setattr(module, function, clock)
    session, training = window.session, window.session.training
    training.set(optimizer=optimizer)
    window.playback.play()
    press(window, "train")
    moved: list[None] = []
    session.moment_changed.connect(lambda *_: moved.append(None))
    qtbot.waitUntil(lambda: training.iteration > 20 and len(moved) > 2)
    training.finish_step()
    assert training.latest.state in ("paused", "finished")
    window.playback.pause()
    seconds = training.history.records().seconds
    assert (np.diff(seconds) >= 0).all()
    assert training.latest.J is not None


# --- the file -----------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["deleted", "changed", "folder gone"])
def test_the_file_vanishes_or_changes_while_it_is_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "mine.bpviz"
    other = Session("iris")
    save(other, path)
    other.close()
    with qtbot.waitSignal(window.files.finished):
        window.files.open(str(path))
    assert window.session.data.name == "iris"
    if what == "changed":
        path.write_bytes(b"PK\x03\x04 somebody else's")
    else:
        path.unlink()
    if what == "folder gone":
        folder.rmdir()
    press(window, "step_forward")
    with qtbot.waitSignal(window.files.finished):
        window.files.open(str(path))
    assert told(window)  # and all that was open still is
    assert window.session.data.name == "iris"
    window.notice.hide()
    with qtbot.waitSignal(window.files.finished):
        window.files.save(str(path))
    if what == "folder gone":
        assert "There is no folder" in told(window)
    else:
        assert told(window) == ""
        assert open_session(path).state.cursor == window.session.cursor
