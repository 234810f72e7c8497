"""A window to present in, driven as a lecturer would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz.app import create_window
from bpviz.session import Session
from bpviz.ui.look import Look
from bpviz.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from bpviz.ui.presenter.stage import StagePage


class Lecture:
    """A window and somebody at its keys."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.session, self.presenter = window.session, window.presenter
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key)
            QApplication.processEvents()

    @property
    def stage(self) -> StagePage:
        assert self.presenter.stage is not None
        return self.presenter.stage

    def settle(self) -> None:
        """Wait until window manager and window are done with each other, fast or slow."""
        states: list[object] = []
        while len(states) < 3 or states[-1] != states[-2]:
            self.qtbot.wait(70)
            states.append((self.window.geometry(), self.window.saveState()))


class Begin(Protocol):
    def __call__(self, *arguments: str) -> Lecture: ...


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Begin]:
    windows = []

    def make(*arguments: str) -> Lecture:
        window = create_window(["--language", "en", "--theme", "light", *arguments])
        qtbot.addWidget(window)
        windows.append(window)
        return Lecture(qtbot, window)

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def begin_remembered(qtbot: QtBot) -> Iterator[Begin]:
    """Open windows that remember how they were left, in the settings of their first argument."""
    windows = []

    def make(*arguments: str) -> Lecture:
        settings = QSettings(arguments[0], QSettings.Format.IniFormat)
        window = MainWindow(Session("xor"), Look(), settings)
        qtbot.addWidget(window)
        windows.append(window)
        return Lecture(qtbot, window)

    yield make
    for window in windows:
        window.close()
