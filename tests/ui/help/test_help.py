"""Help as somebody finds it who has never seen the window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QToolButton, QWidget

from bpviz import text
from bpviz.app import create_window
from bpviz.session import Session
from bpviz.ui.help import EXPLAINED, explanation
from bpviz.ui.help.tour import Tour
from bpviz.ui.look import Look
from bpviz.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = create_window(["--data", "lecture", "--language", "en"])
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def english() -> Iterator[None]:
    yield
    text.set_language("en")


def _found(parent: QWidget, kind: type[W], name: str) -> W:
    child = parent.findChild(kind, name)
    assert isinstance(child, kind)
    return child


def _sentences(words: str) -> int:
    return len(re.findall(r"[.!?](?:\s|$)", words))


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", EXPLAINED)
def test_each_panel_is_explained_in_three_sentences(name: str, language: str) -> None:
    text.set_language(language)
    assert _sentences(explanation(name)) == 3


def test_every_dock_and_the_picture_have_their_button(window: MainWindow) -> None:
    assert {f"dock.{name}" for name in EXPLAINED} - {"dock.network"} == set(window.docks)
    for name in EXPLAINED:
        _found(window, QToolButton, f"button.help_{name}")


def test_the_button_lies_in_the_title_and_covers_nothing(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("algorithm", "equation", "cost"):
        dock = window.docks[f"dock.{name}"]
        button = _found(window, QToolButton, f"button.help_{name}")
        qtbot.waitUntil(button.isVisible)
        assert button.geometry().bottom() <= dock.widget().geometry().top()
        for other in dock.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if other is not button and other.isVisible():
                assert not other.geometry().intersects(button.geometry())


def test_a_click_explains_and_esc_closes(window: MainWindow, qtbot: QtBot) -> None:
    button = _found(window, QToolButton, "button.help_cost")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    card = _found(button, QWidget, "card.help")
    assert card.isVisible()
    assert explanation("cost") in [label.text() for label in card.findChildren(QLabel)]
    QTest.keyClick(card, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: button.findChild(QWidget, "card.help") is None)


def test_f1_shows_every_key_that_there_is(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window.network, Qt.Key.Key_F1)
    sheet = _found(window, QDialog, "dialog.keys")
    assert sheet.isVisible()
    shown = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for action in window.actions_by_name.values():
        if action.shortcuts():
            assert action.text().rstrip(" …") in shown
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "dialog.keys") is None)


def _tour(window: MainWindow) -> Tour:
    window.actions_by_name["action.tour"].trigger()
    tour = window.helper.tour
    assert isinstance(tour, Tour)
    return tour


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_nothing_behind_the_veil_of_a_look_around_is_in_reach(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    tour = _tour(window)
    window.activateWindow()
    qtbot.waitUntil(tour.hasFocus)
    reached = []
    for _ in range(7):
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget is tour or tour.isAncestorOf(widget)
        reached.append(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_T)
        assert not window.session.training.running
        QTest.keyClick(widget, key)
    assert {"button.tour_skip", "button.tour_on"} <= set(reached)
    QTest.keyClick(tour, Qt.Key.Key_Escape)


def test_a_look_around_shows_six_places_and_leaves_no_trace(
    window: MainWindow, qtbot: QtBot
) -> None:
    cursor, docks = window.session.cursor, window.docks.values()
    seen = [dock.isVisible() for dock in docks]
    tour = _tour(window)
    places = []
    for n in range(6):
        assert tour.index == n
        bubble = _found(tour, QWidget, "bubble")
        assert tour.rect().contains(bubble.geometry())
        told = _found(tour, QLabel, "label.tour")
        assert told.heightForWidth(told.width()) <= told.height()
        places.append(tour.lit.getRect())
        QTest.keyClick(tour, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.findChild(Tour) is None)
    assert len(set(places)) == 6
    assert window.session.cursor == cursor
    assert [dock.isVisible() for dock in docks] == seen


def test_it_goes_back_and_can_be_skipped(window: MainWindow, qtbot: QtBot) -> None:
    tour = _tour(window)
    QTest.mouseClick(tour, Qt.MouseButton.LeftButton, pos=QPoint(5, tour.height() // 2))
    assert tour.index == 1
    back = _found(tour, QPushButton, "button.tour_back")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert tour.index == 0
    window.resize(900, 600)
    qtbot.waitUntil(lambda: tour.size() == window.size())
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Tour) is None)


def test_it_is_offered_once(qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)

    def start() -> MainWindow:
        window = MainWindow(Session("xor"), Look(), settings)
        qtbot.addWidget(window)
        window.show()
        window.helper.offer()
        return window

    first = start()
    qtbot.waitUntil(lambda: bool(first.findChild(Tour)))
    QTest.keyClick(_found(first, Tour, "tour"), Qt.Key.Key_Escape)
    first.close()
    second = start()
    qtbot.wait(900)
    assert second.findChild(Tour) is None


def test_arrows_are_arrows_in_every_language(window: MainWindow, qtbot: QtBot) -> None:
    window.set_look(Look(language="ru"))
    window.actions_by_name["action.keys"].trigger()
    sheet = _found(window, QDialog, "dialog.keys")
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"→", "←", "↑", "↓", "Alt+←"} <= set(shown)
    sheet.reject()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "dialog.keys") is None)


def test_a_floating_panel_is_not_covered(window: MainWindow, qtbot: QtBot) -> None:
    button = _found(window, QToolButton, "button.help_cost")
    dock = window.docks["dock.cost"]
    dock.setFloating(True)
    qtbot.waitUntil(lambda: not button.isVisible())
    dock.setFloating(False)
    qtbot.waitUntil(button.isVisible)
