"""A lesson from its menu to its end: panels, title, keys, and that all is as it was before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QSlider,
    QTableWidget,
    QToolButton,
)

from bpviz.lessons import bundled, heading
from bpviz.session import Session
from bpviz.session.files import SUFFIX, save
from bpviz.ui.prose import Prose

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Giving, Make

OPEN_BEFORE = {"dock.algorithm", "dock.equation", "dock.cost"}


def sizes(giving: Giving) -> dict[str, tuple[bool, int, int]]:
    return {
        name: (dock.isVisible(), dock.width(), dock.height())
        for name, dock in giving.window.docks.items()
        if dock.isVisible()
    }


def test_the_menu_names_the_lessons_that_ship(make: Make) -> None:
    giving = make("--data", "xor")
    button = giving.find(QToolButton, "choice.lesson")
    assert button.accessibleName()
    menu = giving.menu
    assert button.menu() is menu
    menu.fill()
    for path in bundled():
        action = giving.find(QAction, f"action.lesson_{path.stem}")
        head = heading(path)
        assert action.text().replace("&&", "&").startswith(head.title.said)
        assert f"{head.minutes}" in action.text()
        assert action.toolTip() == head.about.said
        assert not action.isChecked()
    assert not giving.find(QAction, "action.leave_lesson").isEnabled()


def test_a_lesson_from_the_menu_to_its_end(make: Make) -> None:
    giving = make("--data", "xor")
    window, session = giving.window, giving.window.session
    session.select(None)
    title, before = window.windowTitle(), sizes(giving)
    moment = session.data.name, session.cursor, session.network.parameters.copy()
    assert giving.shown() == OPEN_BEFORE
    first = bundled()[0]
    with giving.qtbot.waitSignal(window.lessons.opened):
        giving.choose(f"action.lesson_{first.stem}")
    giving.settle()
    assert heading(first).title.said in window.windowTitle()
    assert window.lessons.path == first
    lesson = giving.teaching.lesson
    assert lesson is not None
    for n, scene in enumerate(lesson.scenes):
        if n:
            giving.press(Qt.Key.Key_PageDown)
            if giving.teaching.index < n:  # the key has ended the journey of the scene before
                giving.press(Qt.Key.Key_PageDown)
        assert giving.teaching.index == n
        assert giving.view.title.text() == scene.title.said
        place = f"{n + 1} of {len(lesson.scenes)}"  # without an arrow once the dock has its height
        giving.qtbot.waitUntil(lambda place=place: giving.view.count.text() == place)  # type: ignore[misc]
        assert giving.shown() == {"dock.lesson", *(f"dock.{name}" for name in scene.show)}
    giving.choose("action.leave_lesson")
    assert giving.teaching.lesson is None
    assert window.windowTitle() == title
    assert sizes(giving) == before
    assert (session.data.name, session.cursor) == moment[:2]
    np.testing.assert_array_equal(session.network.parameters, moment[2])


def test_what_the_scene_says_has_the_numbers_of_the_moment(giving: Giving) -> None:
    assert giving.view.title.text() == "Beginning"
    said = giving.view.text.text()
    assert said == giving.teaching.text()
    assert r"\begin{pmatrix}" in said
    giving.go(1)
    session = giving.window.session
    h = session.trace.values.example(session.example).a[-1][0]
    assert f"{h:.4f}" in giving.view.text.text()
    giving.qtbot.wait(150)  # numbers that follow each other fast are told ten times a second
    session.show_example(1)
    h = session.trace.values.example(1).a[-1][0]
    assert f"{h:.4f}" in giving.view.text.text()  # at once, as in the picture
    session.set_digits(2)
    giving.qtbot.waitUntil(lambda: f"= {h:.2f}" in giving.view.text.text())


def test_panels_of_a_scene_stand_beside_each_other_and_hand_opened_ones_stay(
    giving: Giving,
) -> None:
    assert giving.shown() == {"dock.lesson", "dock.data", "dock.cost"}
    docks = giving.window.docks
    assert docks["dock.data"].geometry().bottom() < docks["dock.cost"].geometry().top()
    assert (
        docks["dock.lesson"].geometry().right()
        < giving.window.network.mapTo(giving.window, giving.window.network.rect().topLeft()).x()
    )
    docks["dock.matrices"].toggleViewAction().trigger()
    giving.go(1)
    assert giving.shown() == {"dock.lesson", "dock.equation", "dock.matrices"}


def test_buttons_lead_there_and_back_and_the_last_one_finishes(giving: Giving) -> None:
    view = giving.view
    assert not view.back.isEnabled()
    last = 5
    for n in range(1, last + 1):
        view.next.click()
        giving.settle()
        assert giving.teaching.index == n
    assert view.next.text() == "Finish"
    view.back.click()
    giving.settle()
    assert giving.teaching.index == last - 1
    assert view.next.text() == "Next"
    view.next.click()
    giving.settle()
    view.next.click()
    assert giving.teaching.lesson is None
    assert giving.shown() == OPEN_BEFORE


def test_page_keys_turn_the_page_wherever_the_keyboard_is(giving: Giving) -> None:
    giving.press(Qt.Key.Key_PageDown)
    giving.find(QLineEdit, "edit.answer").setFocus()
    giving.press(Qt.Key.Key_PageDown)
    assert giving.teaching.index == 2
    slider = giving.find(QSlider, "slider.speed")
    slider.setFocus()
    value = slider.value()
    giving.press(Qt.Key.Key_PageUp)
    assert giving.teaching.index == 1
    assert slider.value() == value


def test_closing_its_panel_leaves_the_lesson(giving: Giving) -> None:
    giving.window.docks["dock.lesson"].close()
    giving.qtbot.waitUntil(lambda: giving.teaching.lesson is None)
    assert giving.shown() == OPEN_BEFORE
    giving.open()
    assert "dock.lesson" in giving.shown()


def test_steps_between_scenes_are_played(giving: Giving) -> None:
    window = giving.window
    seen: list[int] = []
    window.session.moment_changed.connect(lambda: seen.append(window.session.cursor))
    window.activateWindow()
    QTest.keyClick(window.network, Qt.Key.Key_PageDown)
    journey = giving.teaching.journey
    assert journey is not None
    assert len(journey.cursors) > 1
    assert window.playback.travelling
    giving.qtbot.waitUntil(lambda: giving.teaching.journey is None)
    assert tuple(dict.fromkeys(seen)) == journey.cursors


@pytest.mark.parametrize("change", ["open", "next", "previous", "leave"])
def test_the_moment_of_a_scene_stays_when_something_was_played(giving: Giving, change: str) -> None:
    window, teaching = giving.window, giving.teaching
    giving.go(1)
    window.playback.play()
    if change == "open":
        giving.open()
    else:
        getattr(teaching, change)()
        giving.settle()
    assert not window.playback.playing
    assert not window.playback.travelling
    if teaching.scene is not None:
        assert window.session.cursor == window.session.trace.score.index(teaching.scene.state.place)


def test_another_language_and_theme_in_the_middle(giving: Giving) -> None:
    window = giving.window
    before = sizes(giving)
    window.set_look(replace(window.look, language="ru", theme="dark"))
    giving.settle()
    assert giving.teaching.index == 0
    assert giving.view.title.text() == "Начало"
    assert "жирные" in giving.find(Prose, "text.scene").text()
    assert window.windowTitle().startswith("Маленький урок")
    assert sizes(giving).keys() == before.keys()
    giving.go(2)
    assert giving.view.title.text() == "A sign"  # in one language only
    window.set_look(replace(window.look, language="en", theme="light"))
    giving.settle()
    assert giving.teaching.index == 2
    giving.teaching.leave()
    assert giving.shown() == OPEN_BEFORE


def test_a_file_that_cannot_be_given(make: Make, tmp_path: Path) -> None:
    giving = make("--data", "xor")
    bad = tmp_path / "bad.toml"
    bad.write_text('lesson = 1\ntitle = "t"\n\n[[scene]]\ntitel = "x"\nline = 12\n', "utf-8")
    before = sizes(giving)
    with giving.qtbot.waitSignal(giving.window.lessons.opened):
        giving.window.files.open(str(bad))  # as Ctrl+O does
    assert giving.teaching.lesson is None
    assert sizes(giving) == before
    dialog = giving.find(QDialog, "dialog.complaints")
    table = giving.find(QTableWidget, "table.complaints")
    lines, sentences = (
        [table.model().index(row, column).data() for row in range(table.rowCount())]
        for column in (0, 1)
    )
    assert {"5", "6"} <= set(lines)
    assert all(sentences)
    dialog.close()


def test_a_bad_file_in_the_middle_of_a_lesson_leaves_it_open(
    giving: Giving, tmp_path: Path
) -> None:
    giving.go(1)
    missing = tmp_path / "missing.toml"
    with giving.qtbot.waitSignal(giving.window.lessons.opened):
        giving.window.lessons.open_file(missing)
    assert giving.teaching.index == 1
    giving.find(QDialog, "dialog.complaints").close()


def test_a_session_that_is_opened_during_a_lesson_stays(giving: Giving, tmp_path: Path) -> None:
    kept = Session("lecture")
    path = tmp_path / f"kept{SUFFIX}"
    save(kept, path)
    kept.close()
    window = giving.window
    window.playback.play()
    with giving.qtbot.waitSignal(window.files.finished):
        window.files.open(str(path))
    assert giving.teaching.lesson is None
    assert not window.playback.playing
    assert window.session.data.name == "lecture"
    assert giving.shown() == OPEN_BEFORE


def test_choosing_a_file(make: Make) -> None:
    giving = make("--data", "xor")
    giving.choose("action.open_lesson")
    dialog = giving.find(QFileDialog, "dialog.lesson_file")
    with giving.qtbot.waitSignal(giving.window.lessons.opened):
        dialog.fileSelected.emit(str(giving.path))
    dialog.close()
    giving.settle()
    assert giving.view.title.text() == "Beginning"


def test_the_next_start_does_not_begin_with_the_panels_of_a_lesson(giving: Giving) -> None:
    now = giving.window.saveState()
    assert giving.window.lessons.remembered(now) != now
    giving.teaching.leave()
    now = giving.window.saveState()
    assert giving.window.lessons.remembered(now) == QByteArray(now)
