"""Somebody at work: trains, steps, rewinds, switches, opens and saves, round after round."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from bpviz.lessons import bundled
from tests.monkey.answers import process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bpviz.ui.window import MainWindow

_NETWORKS: Final = (("xor", "2-4-1"), ("lecture", "3-5-5-4"), ("digits", "64-32-10"))
_STEPS: Final = (
    "step_forward", "step_back", "next_line", "previous_line", "first_step", "last_step",
)  # fmt: skip
_PATIENCE: Final = 120.0  # seconds that anything may take on a busy machine


class Person:
    """Does rounds, each of which ends where it began, so that they can be compared.

    Parameters
    ----------
    window
        Shown already.
    folder
        Where sessions are written.
    training
        Seconds flat out of each network in each round.
    """

    def __init__(self, window: MainWindow, folder: Path, training: float) -> None:
        self._window, self._folder = window, folder
        self.training = training
        self._random = random.Random(0)  # noqa: S311 (not a secret)
        self._look = window.look

    def round(self) -> None:
        """Do everything once."""
        for data, layers in _NETWORKS:
            self._choose(data, layers)
            self._train()
            self._step()
            self._rewind()
            self._panels()
            self._save_and_open()
        self._looks()
        self._lesson()
        self._present()
        self._choose(*_NETWORKS[0])

    def _do(self, name: str) -> None:
        self._window.actions_by_name[f"action.{name}"].trigger()
        process()

    def _wait(self, seconds: float) -> None:
        QTest.qWait(round(1000 * seconds))

    def _until(self, done: Callable[[], object]) -> None:
        end = time.monotonic() + _PATIENCE
        while not done():
            if time.monotonic() > end:
                raise TimeoutError(f"nothing came of it in {_PATIENCE:g} s")
            QTest.qWait(5)

    def _choose(self, data: str, layers: str) -> None:
        tools = self._window.tools
        index = tools.data.findData(data)
        tools.data.setCurrentIndex(index)
        tools.data.activated.emit(index)
        tools.layers.setText(layers)
        QTest.keyClick(tools.layers, Qt.Key.Key_Return)
        process()
        if "-".join(map(str, self._window.session.network.layers)) != layers:
            raise AssertionError(f"{layers} typed, {self._window.session.network.layers} there")

    def _train(self) -> None:
        training = self._window.session.training
        self._do("train")
        end = time.monotonic() + self.training
        while time.monotonic() < end:
            self._wait(0.2)
            self._do(self._random.choice(_STEPS))
        self._do("reset")  # also in the middle of it: training goes on with another run
        self._wait(0.5)
        self._do("train")
        self._until(lambda: not training.busy)

    def _step(self) -> None:
        session = self._window.session
        for granularity in ("unit", "layer", "example", "pass"):
            self._do(f"granularity_{granularity}")
            for _ in range(15):
                self._do(self._random.choice(_STEPS))
            example = self._random.randint(1, session.trace.m)
            self._window.transport.example.setValue(example)
        self._do("play")
        self._wait(1)
        self._do("play")

    def _rewind(self) -> None:
        training = self._window.session.training
        for _ in range(5):
            training.rewind(self._random.randint(0, max(training.iteration, 1)))
            process()
        training.continue_from_here()
        training.start(training.iteration + 200)
        self._until(lambda: not training.busy)

    def _panels(self) -> None:
        for dock in self._window.docks.values():
            action = dock.toggleViewAction()
            if not action.isVisible() or dock.isVisible():
                continue
            action.trigger()
            dock.setFloating(True)
            self._wait(0.05)
            dock.setFloating(False)
            action.trigger()
            process()

    def _save_and_open(self) -> None:
        files, path = self._window.files, str(self._folder / "kept.bpviz")
        for do in (files.save, files.open):
            finished = QSignalSpy(files.finished)
            do(path)
            self._until(finished.count)

    def _looks(self) -> None:
        for change in ({"theme": "dark"}, {"language": "ru"}, {"text_scale": 1.5}):
            self._window.set_look(replace(self._window.look, **change))
            self._wait(0.1)
        self._window.set_look(self._look)

    def _lesson(self) -> None:
        guide, teaching = self._window.lessons, self._window.teaching
        guide.open_file(self._random.choice(bundled()))
        self._until(lambda: teaching.lesson is not None)
        for _ in range(4):
            self._do("next_scene")
            self._until(lambda: not teaching.preparing)
        guide.leave()

    def _present(self) -> None:
        for _ in range(2):
            self._do("present")
            self._do("step_forward")
