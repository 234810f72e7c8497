"""A moment is copied by keys in one window and pasted into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from bpviz.app import create_window
from bpviz.cli import main
from bpviz.cli.parser import UsageError
from bpviz.session.link import Copied, read_link
from bpviz.session.selection import Unit, Weight

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from bpviz.ui.window import MainWindow

_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    made: list[MainWindow] = []

    def make(*arguments: str) -> MainWindow:
        window = create_window(arguments)
        window.show()
        qtbot.waitUntil(window.isVisible)
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def copy(qtbot: QtBot, window: MainWindow) -> str:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("")
    press(qtbot, window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: clipboard.text() != "")
    return clipboard.text()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Press Ctrl+Shift and a key in a window that has come to the front."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.network, key, _KEYS)


def said(window: MainWindow) -> str:
    return window.notice.accessibleName() if window.notice.isVisible() else ""


def test_a_moment_goes_from_window_to_window(
    qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    first, second = open_window("--data", "lecture"), open_window("--data", "and")
    first.session.training.train_to(100)
    first.session.training.poll()
    first.session.go_to_line(6)
    first.session.select(Unit(2, 3))
    text = copy(qtbot, first)
    assert f"{len(text)} characters" in said(first)
    press(qtbot, second, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: second.session.data.name == "lecture")
    assert np.array_equal(second.session.network.parameters, first.session.network.parameters)
    assert second.session.cursor == first.session.cursor
    assert second.session.selection == Unit(2, 3)
    assert second.session.training.iteration == 100
    assert said(second) == ""
    second.playback.play()
    second.session.first_step()
    press(qtbot, second, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: not second.playback.playing)
    assert second.session.cursor == first.session.cursor


def test_what_is_done_is_told_for_a_while(
    qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window("--data", "xor")
    window.notice._passing.setInterval(50)
    copy(qtbot, window)
    assert said(window)
    qtbot.waitUntil(lambda: not said(window))
    # A complaint stays.
    window.complain("This must not be missed.")
    qtbot.wait(150)
    assert said(window) == "This must not be missed."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no link to a moment on the clipboard"),
        ("Hello", "no link to a moment on the clipboard"),
        ("bpviz:1/data=xor", "damaged or incomplete"),
        ("bpviz:7/data=xor/sum=00000000", "of version 7"),
    ],
)
def test_what_is_no_link_changes_nothing(
    text: str, sentence: str, qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window("--data", "xor")
    before = Copied.of(window.session).link()
    QGuiApplication.clipboard().setText(text)
    press(qtbot, window, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: sentence in said(window))
    assert Copied.of(window.session).link() == before


def test_a_moment_that_needs_a_file_says_so(
    qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window("--data", "digits")
    window.session.set_weight(Weight(1, 1, 0), 1.0)
    window.actions_by_name["action.copy_moment"].trigger()
    qtbot.waitUntil(lambda: "as a file" in said(window))


def test_a_lesson_is_left_for_a_moment_that_is_pasted(
    qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    text = copy(qtbot, open_window("--data", "xor"))
    window = open_window("--lesson", "backpropagation")
    qtbot.waitUntil(lambda: not window.teaching.preparing)
    QGuiApplication.clipboard().setText(text)
    press(qtbot, window, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: window.session.data.name == "xor")
    assert window.teaching.lesson is None
    assert Copied.of(window.session).link() == text


def test_the_command_opens_a_moment(qtbot: QtBot, open_window: Callable[..., MainWindow]) -> None:
    first = open_window("--data", "iris", "--seed", "5")
    first.session.last_step()
    text = copy(qtbot, first)
    second = open_window("--moment", text)
    assert second.session.step.line == 9
    assert Copied.of(second.session).link() == text
    assert read_link(text).moment.seed == second.session.seed == 5


def test_a_link_stands_where_a_command_would(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[list[str]] = []

    def run(options: Namespace) -> int:
        given.append(options.given)
        assert options.moment is not None
        return 0

    monkeypatch.setattr("bpviz.app.run", run)
    session_link = (
        "bpviz:1/data=xor.baede34d/layers=2-4-1/g=sigmoid.sigmoid.cross-entropy/theta=seed.0"
        "/alpha=2.0/at=3.1.1.2.-.a/by=layer/sum=44d69a86"
    )
    assert main([session_link]) == 0
    assert given == [[session_link]]
    assert main(["bpviz:1/data=xor"]) == 2
    assert "damaged or incomplete" in capsys.readouterr().err


def test_a_damaged_link_is_refused_before_the_window(qtbot: QtBot) -> None:
    del qtbot
    with pytest.raises(UsageError, match="--moment"):
        create_window(["--moment", "bpviz:1/x"])
