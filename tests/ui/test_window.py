"""The window as a person meets it: by keys, fields and menus; everything tells one moment."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bpviz import text
from bpviz.app import _reporter, create_window
from bpviz.session import Session
from bpviz.ui.look import Look, load_look, save_look
from bpviz.ui.window import MainWindow

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows = []

    def make(*arguments: str) -> MainWindow:
        window = create_window(["--language", "en", "--theme", "light", *arguments])
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()
    text.set_language("en")


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def status(window: MainWindow) -> str:
    label = window.findChild(QLabel, "label.status")
    assert label is not None
    return label.text()


def test_every_name_that_others_rely_on_is_there(open_window: Open) -> None:
    window = open_window("--data", "xor")
    for name in (
        "action.play", "action.step_forward", "action.step_back", "action.next_line",
        "action.previous_line", "action.first_step", "action.last_step", "action.train",
        "action.reset", "action.present",
    ):  # fmt: skip
        action = window.findChild(QAction, name)
        assert action is not None, name
        assert action.text()
    for name in (
        "choice.granularity", "choice.data", "edit.layers", "choice.hidden", "number.alpha",
        "number.lambda", "number.example", "slider.speed", "slider.timeline", "view.network",
        "view.algorithm", "view.equation", "plot.cost", "view.data", "label.status",
    ):  # fmt: skip
        widget = window.findChild(QWidget, name)
        assert widget is not None, name
        assert widget.accessibleName(), name


def test_walking_by_keys(open_window: Open) -> None:
    window = open_window("--data", "xor", "--layers", "2-4-1")
    session, Key = window.session, Qt.Key
    press(Key.Key_Right)
    assert (session.step.line, session.step.layer) == (4, 2)
    press(Key.Key_Left)
    assert session.step.line == 3
    press(Key.Key_1, Key.Key_Right, Key.Key_Right)
    assert str(session.granularity) == "unit"
    assert (session.step.line, session.step.symbol) == (4, "z")
    press(Key.Key_2, Key.Key_Down, Key.Key_Down)
    assert session.step.line == 6
    press(Key.Key_Up)
    assert session.step.line == 5
    press(Key.Key_End)
    assert session.cursor == len(session.trace) - 1
    press(Key.Key_Home)
    assert session.cursor == 0
    press(Key.Key_3, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert str(session.granularity) == "example"
    assert session.example == 2
    press(Key.Key_4, Key.Key_Right)
    assert session.step.line == 9


def test_playing_and_pausing(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("--data", "xor")
    window.playback.speed = 20.0
    start = window.session.cursor
    press(Qt.Key.Key_Space)
    assert bool(window.playback.playing) is True
    qtbot.waitUntil(lambda: window.session.cursor > start + 10)
    press(Qt.Key.Key_Space)
    assert not window.playback.playing
    press(Qt.Key.Key_Space, Qt.Key.Key_Right)
    assert not window.playback.playing  # a person takes over


def test_training_live_while_stepping(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("--data", "xor")
    session = window.session
    press(Qt.Key.Key_T)
    assert session.training.running
    qtbot.waitUntil(lambda: session.training.iteration > 100)
    before = session.network.parameters.copy()
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert (session.step.line, session.step.layer) == (4, 3)
    qtbot.waitUntil(lambda: not np.array_equal(session.network.parameters, before))
    press(Qt.Key.Key_T)
    qtbot.waitUntil(lambda: not session.training.busy)
    settled = session.training.iteration
    qtbot.wait(100)
    assert session.training.iteration == settled
    press(Qt.Key.Key_R)
    assert session.training.iteration == 0


def test_the_fields_change_data_network_and_rates(open_window: Open) -> None:
    window = open_window("--data", "xor")
    session = window.session
    data = window.findChild(QComboBox, "choice.data")
    assert data is not None
    data.setCurrentIndex(data.findData("moons"))
    data.activated.emit(data.currentIndex())
    assert session.data.name == "moons"
    layers = window.findChild(QLineEdit, "edit.layers")
    assert layers is not None
    layers.setFocus()
    layers.selectAll()
    QTest.keyClicks(layers, "2-3-3-1")
    QTest.keyClick(layers, Qt.Key.Key_Return)
    assert session.network.layers == (2, 3, 3, 1)
    hidden = window.findChild(QComboBox, "choice.hidden")
    assert hidden is not None
    hidden.activated.emit(hidden.findData("relu"))
    assert session.network.hidden == "relu"
    alpha = window.findChild(QDoubleSpinBox, "number.alpha")
    assert alpha is not None
    alpha.selectAll()
    QTest.keyClicks(alpha, "0,25")
    QTest.keyClick(alpha, Qt.Key.Key_Return)
    assert session.training.alpha == 0.25
    QTest.keyClick(alpha, Qt.Key.Key_Up)
    assert session.training.alpha == pytest.approx(0.3)
    example = window.findChild(QSpinBox, "number.example")
    assert example is not None
    example.setValue(5)
    assert session.example == 5


@pytest.mark.parametrize("typed", ["3-4-1", "2", "2-0-1", "two-four-one", "", "2-4-3"])
def test_layers_that_cannot_be_are_explained(open_window: Open, typed: str) -> None:
    window = open_window("--data", "xor")
    network = window.session.network
    layers = window.findChild(QLineEdit, "edit.layers")
    assert layers is not None
    layers.selectAll()
    QTest.keyClick(layers, Qt.Key.Key_Delete)
    QTest.keyClicks(layers, typed)
    QTest.keyClick(layers, Qt.Key.Key_Return)
    assert window.session.network is network
    assert window.notice.isVisible()
    label = window.findChild(QLabel, "label.notice")
    assert label is not None
    assert "2 inputs and 1 outputs" in label.text() or "2-4-1" in label.text()
    assert layers.text() == "2-4-1"


def test_keys_belong_to_the_field_in_focus(open_window: Open) -> None:
    window = open_window("--data", "xor")
    cursor = window.session.cursor
    layers = window.findChild(QLineEdit, "edit.layers")
    assert layers is not None
    layers.setFocus()
    QTest.keyClick(layers, Qt.Key.Key_Home)
    QTest.keyClicks(layers, "1")
    assert layers.text() == "12-4-1"
    assert window.session.granularity == "layer"
    assert window.session.cursor == cursor
    QTest.keyClick(layers, Qt.Key.Key_Escape)
    assert layers.text() == "2-4-1"


def test_another_look_keeps_the_moment(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("--data", "lecture")
    window.session.go_to_line(6)
    english = status(window)
    for look in (Look("dark"), Look("light", "ru"), Look("dark", "ru", 2.0), Look()):
        window.set_look(look)
        qtbot.wait(20)
        assert window.session.step.line == 6
        assert len(window.findChildren(QLabel, "label.status")) >= 1
    assert status(window) == english


def test_another_look_keeps_speed_loop_and_what_must_not_be_missed(open_window: Open) -> None:
    window = open_window("--data", "lecture")
    window.playback.speed, window.playback.loop = 0.25, True
    window.playback.play()
    window.complain("The disk is full.")
    for look in (Look("dark"), Look("light", "ru")):
        window.set_look(look)
        assert window.playback.playing
        assert (window.playback.speed, window.playback.loop) == (0.25, True)
        assert window.transport.loop.isChecked()
        assert window.notice.warning == "The disk is full."
    window.notice.put_away()
    window.tell("Saved.")  # for a while only
    window.set_look(Look())
    assert window.notice.isHidden()


def test_another_language_keeps_the_arrangement(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("--data", "lecture")
    window.resize(1280, 720)
    window.docks["dock.data"].show()
    window.resizeDocks([window.docks["dock.algorithm"]], [450], Qt.Orientation.Horizontal)
    qtbot.wait(50)
    names = ("dock.algorithm", "dock.equation", "dock.cost")
    before = [window.docks[name].geometry() for name in names]
    window.set_look(Look("light", "ru"))
    qtbot.wait(50)
    assert [window.docks[name].geometry() for name in names] == before
    assert not window.docks["dock.data"].isHidden()
    assert [bar for bar in window.findChildren(QToolBar, "toolbar") if bar.isVisible()] == [
        window.tools
    ]


def test_presenting_and_leaving(open_window: Open) -> None:
    window = open_window("--data", "xor")
    press(Qt.Key.Key_F5)
    assert window.isFullScreen()
    assert not window.tools.isVisible()
    press(Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.tools.isVisible()


def test_divergence_is_explained_and_the_window_lives_on(qtbot: QtBot, open_window: Open) -> None:
    window = open_window("--data", "moons", "--hidden", "relu")
    window.session.training.set(alpha=1e4)
    press(Qt.Key.Key_T)
    qtbot.waitUntil(window.notice.isVisible)
    assert not window.session.training.running
    press(Qt.Key.Key_Right)
    assert window.session.step.line == 4


def test_closing_ends_the_worker(open_window: Open) -> None:
    window = open_window("--data", "xor")
    press(Qt.Key.Key_T)
    window.close()
    assert not window.session.training.running


def test_the_look_is_remembered(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("settings") / "bpviz.ini"
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    look = Look("dark", "ru", 1.5, reduced_motion=True)
    save_look(settings, look)
    assert load_look(settings, Look()) == look
    settings.setValue("look/theme", "pink")
    settings.setValue("look/text_scale", "huge")
    settings.setValue("look/language", "tlh")
    assert load_look(settings, Look()) == Look(reduced_motion=True)


def test_the_arrangement_is_remembered(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("settings") / "bpviz.ini"
    for first in (True, False):
        settings = QSettings(str(path), QSettings.Format.IniFormat)
        window = MainWindow(Session("xor"), Look(), settings)
        qtbot.addWidget(window)
        window.show()
        if first:
            window.docks["dock.cost"].hide()
        else:
            assert not window.docks["dock.cost"].isVisible()
        window.close()


def test_an_unexpected_error_is_told_and_the_window_lives_on(open_window: Open) -> None:
    window = open_window("--data", "xor")
    error = ZeroDivisionError("division by zero")
    _reporter(window)(ZeroDivisionError, error, None)
    label = window.findChild(QLabel, "label.notice")
    assert label is not None
    assert "ZeroDivisionError: division by zero" in label.text()
    press(Qt.Key.Key_Right)
    assert window.session.step.line == 4


def test_a_panel_opened_from_the_menu_comes_to_the_front(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("--data", "xor")
    for name in ("matrices", "learnt", "check", "health", "surface", "hand", "data"):
        action = window.findChild(QAction, f"action.panel_{name}")
        assert action is not None, name
        action.trigger()
        dock = window.docks[f"dock.{name}"]
        qtbot.wait(50)
        assert not dock.visibleRegion().isEmpty()
        assert isinstance(dock.widget(), QWidget)
    window.session.go_to_line(7)


def test_after_a_choice_the_keys_walk_again(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("--data", "xor")
    data = window.findChild(QComboBox, "choice.data")
    assert data is not None
    data.setFocus()
    data.activated.emit(data.findData("xor"))
    press(Qt.Key.Key_Down)
    assert window.session.data.name == "xor"
    assert window.session.step.line == 4
    alpha = window.findChild(QDoubleSpinBox, "number.alpha")
    assert alpha is not None
    alpha.setFocus()
    alpha.selectAll()
    QTest.keyClicks(alpha, "0.5")
    QTest.keyClick(alpha, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not alpha.hasFocus())
    press(Qt.Key.Key_Down)
    assert window.session.training.alpha == 0.5
    assert window.session.step.line == 5


def test_painting_by_keys_does_not_walk(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("--data", "digits")
    action = window.findChild(QAction, "action.panel_hand")
    assert action is not None
    action.trigger()
    qtbot.wait(50)
    grid = window.findChild(QWidget, "edit.picture")
    assert grid is not None
    grid.setFocus()
    cursor, before = window.session.cursor, window.session.trace.X[0, 1]
    press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert window.session.trace.X[0, 1] > before
    assert window.session.cursor == cursor
    assert not window.playback.playing
