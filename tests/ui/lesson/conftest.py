"""A lesson made up for tests, and a window to give it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz import text
from bpviz.app import create_window
from bpviz.ui.lesson.menu import LessonMenu
from bpviz.ui.lesson.view import LessonView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bpviz.ui.window import MainWindow

LESSON = r"""
lesson = 1
title.en = "Small & short"
title.ru = "Маленький урок"
about.en = "What one will have understood."
about.ru = "Что станет понятно."
minutes = 3
[start]
data = "xor"
layers = "2-2-1"
theta = [[[0.1, 0.2, -0.3], [-0.4, 0.5, 0.6]], [[0.7, -0.8, 0.9]]]

[[scene]]
title.en = "Beginning"
title.ru = "Начало"
text.en = 'Example $x = {{x}}$ with **bold** words.'
text.ru = 'Пример $x = {{x}}$ и **жирные** слова.'
line = 3
example = 2
show = ["data", "cost"]

[[scene]]
title = "A number"
text = 'Now $h = {{h(1)}}$.'
line = 4
layer = 3
question = {number = "delta(3,1)", ask = 'How large is $\delta_1^{(3)}$?', why = "Subtract."}

[[scene]]
title = "A sign"
text = "Which?"
question = {sign = "delta(3,1)", ask = "Which sign?"}

[[scene]]
title = "The largest"
text = "Which unit?"
line = 5
question = {largest = "delta(2)", ask = "Which unit?"}

[[scene]]
title = "Choices"
text = "One of three."
show = ["equation"]
question = {choices = ["first", 'second $a_1$', "third"], right = 2, ask = "Which?", why = "So."}

[[scene]]
title = "The end"
text = 'J is {{J}}.'
iteration = 20
show = ["cost"]
"""

Found = TypeVar("Found", bound=QObject)


class Giving:
    """A window in which the lesson is given, driven as a person would."""

    def __init__(self, qtbot: QtBot, window: MainWindow, path: Path) -> None:
        self.qtbot, self.window, self.path = qtbot, window, path
        self.teaching = window.teaching

    def open(self, path: Path | None = None) -> None:
        with self.qtbot.waitSignal(self.window.lessons.opened):
            self.window.lessons.open_file(path or self.path)
        self.settle()

    def settle(self) -> None:
        """Wait until the scene is there and its text is laid out; jump to the end of a journey."""
        self.teaching.arrive()
        self.qtbot.waitUntil(lambda: not self.teaching.preparing)
        if self.teaching.lesson is not None:
            view = self.view
            self.qtbot.waitUntil(view.text.is_settled)
            self.qtbot.waitUntil(lambda: view.title.text() == self.teaching.title())

    def press(self, key: Qt.Key) -> None:
        self.window.activateWindow()
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def go(self, index: int) -> None:
        while self.teaching.index < index:
            self.press(Qt.Key.Key_PageDown)

    @property
    def view(self) -> LessonView:
        view = self.window.docks["dock.lesson"].widget()
        assert isinstance(view, LessonView)
        return view

    def find(self, kind: type[Found], name: str) -> Found:
        """Return what has that name; the newest, as an old one may be about to go."""
        found = self.window.findChildren(kind, name)
        assert found, name
        return found[-1]

    def choose(self, name: str) -> None:
        """Choose an entry of the lesson menu."""
        self.menu.fill()
        self.find(QAction, name).trigger()

    @property
    def menu(self) -> LessonMenu:
        menu = self.window.corner_bar.lessons
        assert isinstance(menu, LessonMenu)
        return menu

    def shown(self) -> set[str]:
        return {name for name, dock in self.window.docks.items() if dock.isVisible()}


class Make(Protocol):
    def __call__(self, *arguments: str) -> Giving: ...


@pytest.fixture(autouse=True)
def _own_dialogs() -> Iterator[None]:
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute, on=True)
    yield
    QCoreApplication.setAttribute(attribute, on=False)


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    path = tmp_path / "small.toml"
    path.write_text(LESSON, encoding="utf-8")
    windows = []

    def made(*arguments: str) -> Giving:
        window = create_window(["--language", "en", "--theme", "light", *arguments])
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Giving(qtbot, window, path)

    yield made
    for window in windows:
        window.close()
    text.set_language("en")


@pytest.fixture
def giving(make: Make) -> Giving:
    made = make("--data", "xor", "--layers", "2-4-1")
    made.open()
    return made
