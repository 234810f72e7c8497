"""Presenting, from the keys of a clicker: in, on, dark, back, and the window as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QToolBar, QWidget

from bpviz.lessons import bundled, read_lesson

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.ui.window import MainWindow

    from .conftest import Begin

Key = Qt.Key


def arrangement(window: MainWindow) -> dict[str, object]:
    """Everything that must be the same afterwards, as a person sees it."""
    parts = window.findChildren(QDockWidget) + window.findChildren(QToolBar)
    shown: dict[str, object] = {
        part.objectName(): (part.isVisible(), part.geometry())
        for part in parts
        if part.parent() is window and part.isVisible()
    }
    shown |= {"window": window.geometry(), "maximised": window.isMaximized()}
    shown |= {"network": window.network.geometry(), "state": window.saveState()}
    fonts = {id(w): w.font().toString() for w in window.docks["dock.cost"].findChildren(QWidget)}
    return shown | {"fonts": fonts, "focus": QApplication.focusWidget()}


def test_the_stage_has_only_what_the_room_needs(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    window = lecture.window
    lecture.press(Key.Key_F5)
    assert window.isFullScreen()
    assert lecture.stage.isVisible()
    assert not window.network.isVisible()
    assert not window.tools.isVisible()
    assert not any(dock.isVisible() for dock in window.docks.values())
    assert [name for name, panel in lecture.stage.panels.items() if panel.isVisible()] == [
        "equation"
    ]
    lecture.press(Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.network.isVisible()


@pytest.mark.parametrize("leaving", [Key.Key_Escape, Key.Key_F5])
def test_leaving_brings_everything_back(begin: Begin, leaving: Key) -> None:
    lecture = begin("--data", "xor")
    window = lecture.window
    window.resize(1100, 760)
    window.docks["dock.matrices"].show()
    window.resizeDocks([window.docks["dock.algorithm"]], [371], Qt.Orientation.Horizontal)
    lecture.settle()
    before = arrangement(window)
    for _ in range(2):
        lecture.press(Key.Key_F5)
        lecture.settle()
        lecture.press(leaving)
        lecture.settle()
        assert arrangement(window) == before


def test_what_must_not_be_missed_is_said_on_the_stage(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5)
    lecture.window.complain("The disk is full.")
    assert lecture.stage.notice.isVisible()
    assert lecture.stage.notice.warning == "The disk is full."
    lecture.press(Key.Key_Escape)
    assert lecture.window.notice.isVisible()


def test_notes_that_somebody_reads_stay_in_another_look(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    window = lecture.window
    window.actions_by_name["action.notes"].trigger()
    assert window.presenter.lectern.notes is not None
    window.set_look(replace(window.look, theme="dark"))
    notes = window.presenter.lectern.notes
    assert notes is not None
    assert notes.isVisible()
    window.actions_by_name["action.notes"].trigger()
    window.set_look(replace(window.look, theme="light"))
    assert window.presenter.lectern.notes is None


def test_floating_panels_come_back_where_they_floated(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    dock = lecture.window.docks["dock.cost"]
    dock.setFloating(True)
    dock.move(40, 50)
    lecture.settle()
    before = dock.geometry()
    lecture.window.activateWindow()
    lecture.press(Key.Key_F5)
    lecture.settle()
    assert not dock.isVisible()
    lecture.press(Key.Key_Escape)
    lecture.settle()
    assert dock.isFloating()
    assert dock.isVisible()
    assert dock.geometry() == before


def test_a_maximised_window_is_maximised_again(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.window.showMaximized()
    lecture.settle()
    before = arrangement(lecture.window)
    lecture.press(Key.Key_F5)
    lecture.settle()
    lecture.press(Key.Key_Escape)
    lecture.settle()
    assert arrangement(lecture.window) == before


def test_closing_on_stage_remembers_the_window(begin_remembered: Begin, tmp_path: Path) -> None:
    settings = str(tmp_path / "settings.ini")
    first = begin_remembered(settings)
    first.window.resize(700, 600)
    first.window.docks["dock.equation"].hide()
    first.settle()
    first.press(Key.Key_F5)
    first.settle()
    first.window.close()
    assert QGuiApplication.overrideCursor() is None
    assert QGuiApplication.font().pointSizeF() == pytest.approx(10.5)
    again = begin_remembered(settings)
    assert not again.window.isFullScreen()
    assert again.window.size().width() == 700
    assert again.window.docks["dock.equation"].isHidden()
    assert again.window.docks["dock.algorithm"].isVisible()


def test_the_look_can_change_on_stage(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    window = lecture.window
    lecture.press(Key.Key_F5)
    before = lecture.stage
    window.set_look(replace(window.look, theme="dark", language="ru"))
    lecture.settle()
    assert lecture.stage is not before
    assert lecture.stage.isVisible()
    assert not any(dock.isVisible() for dock in window.docks.values())
    lecture.press(Key.Key_Right, Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.docks["dock.algorithm"].isVisible()
    lecture.press(Key.Key_F5, Key.Key_Escape)
    assert window.tools.isVisible()


def test_the_texts_of_the_window_keep_their_size(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    usual = QGuiApplication.font().pointSizeF()
    lecture.press(Key.Key_F5)
    lecture.settle()
    assert lecture.stage.scale.text > 0
    lecture.press(Key.Key_Escape)
    assert QGuiApplication.font().pointSizeF() == usual
    assert QWidget().font().pointSizeF() == usual


def test_what_the_window_makes_meanwhile_has_its_size_of_text(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    window, teaching = lecture.window, lecture.window.teaching
    lesson = read_lesson(bundled()[0])
    teaching.open(lesson)
    asking = next(n for n, scene in enumerate(lesson.scenes) if scene.question is not None)

    def sizes() -> set[int]:
        panel = window.docks["dock.lesson"].widget()
        return {part.fontInfo().pixelSize() for part in panel.findChildren(QAbstractButton)}

    teaching.go(asking)
    usual = sizes()
    teaching.go(0)
    lecture.press(Key.Key_F5)
    teaching.go(asking)
    lecture.settle()
    lecture.press(Key.Key_Escape)
    lecture.settle()
    assert sizes() == usual


# --- the keys of a clicker -----------------------------------------------------------------


def test_a_clicker_steps_where_there_is_no_lesson(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    session = lecture.session
    session.first_step()
    for presenting in (False, True):
        if presenting:
            lecture.press(Key.Key_F5)
        start = session.cursor
        lecture.press(Key.Key_PageDown)
        assert session.cursor == session.trace.next(start, session.granularity)
        lecture.press(Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp)
        assert session.cursor == start


def test_the_usual_keys_go_on_working(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    session = lecture.session
    lecture.press(Key.Key_F5)
    start = session.cursor
    lecture.press(Key.Key_Right)
    assert session.cursor > start
    lecture.press(Key.Key_Home, Key.Key_1)
    assert (session.cursor, session.granularity) == (0, "unit")
    lecture.press(Key.Key_Space)
    assert lecture.window.playback.playing
    lecture.press(Key.Key_Space, Key.Key_T)
    assert session.training.running
    lecture.press(Key.Key_T)


def test_the_cost_appears_once_there_is_one(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5)
    assert "cost" not in lecture.stage.panels
    lecture.press(Key.Key_T)
    lecture.qtbot.waitUntil(lambda: lecture.session.training.iteration > 3)
    assert lecture.stage.panels["cost"].isVisible()
    lecture.press(Key.Key_T)


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period])
@pytest.mark.parametrize("back", [Key.Key_B, Key.Key_Period, Key.Key_PageDown, Key.Key_Space])
def test_the_screen_goes_dark_and_comes_back(begin: Begin, key: Key, back: Key) -> None:
    lecture = begin("--data", "xor")
    lecture.press(key)  # means nothing before
    lecture.press(Key.Key_F5)
    start = lecture.session.cursor
    assert not lecture.stage.blank.isVisible()
    lecture.press(key)
    assert lecture.stage.blank.isVisible()
    assert lecture.stage.blank.geometry() == lecture.stage.rect()
    image = lecture.window.grab().toImage()
    assert image.pixelColor(image.rect().center()).name() == "#000000"
    lecture.press(back)
    assert not lecture.stage.blank.isVisible()
    assert lecture.session.cursor == start  # nothing happens behind the dark
    assert not lecture.window.playback.playing


def test_a_click_brings_the_stage_back_and_selects_nothing(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5, Key.Key_B)
    QTest.mouseClick(lecture.stage.blank, Qt.MouseButton.LeftButton)
    assert not lecture.stage.blank.isVisible()
    assert lecture.session.selection is None


def test_escape_leaves_out_of_the_dark_too(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5, Key.Key_B, Key.Key_Escape)
    assert not lecture.window.isFullScreen()
    lecture.press(Key.Key_F5)
    assert not lecture.stage.blank.isVisible()


def test_every_action_of_presenting_has_its_name(begin: Begin) -> None:
    window = begin("--data", "xor").window
    for name in ("present", "leave", "blank", "next_scene", "previous_scene", "notes", "pointer"):
        assert window.findChild(QAction, f"action.{name}") is not None, name


# --- the pointer ---------------------------------------------------------------------------


def test_the_mouse_is_a_red_dot_that_goes_when_it_rests(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5)
    shape = QGuiApplication.overrideCursor()
    assert shape is not None
    assert shape.shape() == Qt.CursorShape.BlankCursor
    QTest.mouseMove(lecture.stage.network, QPoint(30, 30))
    QTest.mouseMove(lecture.stage.network, QPoint(40, 40))
    shape = QGuiApplication.overrideCursor()
    assert shape is not None
    image = shape.pixmap().toImage()
    inner = image.pixelColor(image.width() // 2, round(0.35 * image.height()))
    assert inner.red() > 200 > inner.green()
    assert image.pixelColor(0, 0).alpha() == 0
    lecture.press(Key.Key_L)
    assert QGuiApplication.overrideCursor() is None
    lecture.press(Key.Key_L)
    assert QGuiApplication.overrideCursor() is not None
    lecture.press(Key.Key_Escape)
    assert QGuiApplication.overrideCursor() is None


def test_a_light_falls_on_the_unit_where_the_mouse_rests(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5)
    lecture.settle()
    network = lecture.stage.network
    placement = network.scene.placement
    first, second = placement.all_units[1], placement.all_units[3]
    corner = QPoint(network.width() - 3, network.height() - 3)

    def ink() -> int:
        """Return how far the names above are from their ground: a veil makes it less."""
        image = network.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        grey = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
        above = grey[: round(network.scene.layout.body.y), : image.width()]
        return int((255 - above.astype(int)).sum())

    QTest.mouseMove(network, corner)
    lit = ink()
    QTest.mouseMove(network, QPoint(*map(round, placement.centre(first))))
    assert ink() == lit  # a hand that passes by darkens nothing
    lecture.qtbot.waitUntil(lambda: ink() < 0.7 * lit)
    QTest.mouseMove(network, QPoint(*map(round, placement.centre(second))))
    assert ink() < lit  # it goes along at once
    lecture.qtbot.waitUntil(lambda: ink() < 0.7 * lit)
    QTest.mouseMove(network, corner)
    lecture.qtbot.waitUntil(lambda: ink() == lit)
    lecture.press(Key.Key_S)
    QTest.mouseMove(network, QPoint(*map(round, placement.centre(first))))
    lecture.qtbot.wait(900)
    assert ink() == lit
