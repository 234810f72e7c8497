"""Screens that come, go and change in mid-lecture, and the notes on the lecturer's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from bpviz.lessons import bundled, read_lesson
from bpviz.ui.presenter.pointer import dot
from bpviz.ui.presenter.screens import assigned, home
from bpviz.ui.prose import Prose

if TYPE_CHECKING:
    from bpviz.ui.presenter.notes import NotesWindow

    from .conftest import Begin, Lecture

Key = Qt.Key


class Screen:
    """As much of a screen as the choice depends on."""

    def __init__(self, *place: int) -> None:
        self.place = QRect(*place)

    def geometry(self) -> QRect:
        return self.place

    def availableGeometry(self) -> QRect:
        return self.place.adjusted(0, 0, 0, -40)  # there is a panel at its foot


LAPTOP, ROOM = Screen(0, 0, 1440, 900), Screen(1440, 0, 1280, 720)
MIRROR, SMALL = Screen(0, 0, 1440, 900), Screen(0, 0, 1024, 768)


@pytest.mark.parametrize(
    ("screens", "here", "swapped", "expected"),
    [
        ([LAPTOP], LAPTOP, False, (LAPTOP, None)),
        ([LAPTOP, ROOM], LAPTOP, False, (ROOM, LAPTOP)),
        ([LAPTOP, ROOM], ROOM, False, (ROOM, LAPTOP)),
        ([LAPTOP, ROOM], ROOM, True, (LAPTOP, ROOM)),
        ([LAPTOP, ROOM], LAPTOP, True, (LAPTOP, ROOM)),
        ([LAPTOP, MIRROR], LAPTOP, False, (LAPTOP, None)),
    ],
)
def test_the_room_gets_the_screen_that_is_not_the_lecturers(
    screens: list[Screen], here: Screen, swapped: bool, expected: tuple[Screen, Screen | None]
) -> None:
    assert assigned(screens, here, LAPTOP, swapped=swapped) == expected  # type: ignore[arg-type,comparison-overlap]


FRAME = QMargins(2, 20, 2, 2)


@pytest.mark.parametrize(
    ("was", "place", "screens", "expected"),
    [
        # Where it was, even partly off the screen.
        (LAPTOP, (900, 100, 1000, 600), [LAPTOP, ROOM], (LAPTOP, (900, 100, 1000, 600))),
        (ROOM, (1500, 50, 1000, 600), [LAPTOP, ROOM], (ROOM, (1500, 50, 1000, 600))),
        # Its screen has been unplugged.
        (ROOM, (1500, 50, 1000, 600), [LAPTOP], (LAPTOP, (438, 50, 1000, 600))),
        (ROOM, (1440, 0, 1280, 720), [LAPTOP], (LAPTOP, (158, 20, 1280, 720))),
        # Its screen has become smaller.
        (LAPTOP, (200, 200, 1200, 600), [SMALL], (SMALL, (2, 126, 1020, 600))),
    ],
)
def test_the_window_comes_home_to_where_it_is_seen(
    was: Screen,
    place: tuple[int, ...],
    screens: list[Screen],
    expected: tuple[object, tuple[int, ...]],
) -> None:
    screen, found = home(QRect(*place), FRAME, was.geometry(), screens, screens[0])  # type: ignore[arg-type]
    assert screen is expected[0]
    assert found == QRect(*expected[1])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("platform", ["xcb", "cocoa"])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_dot_points_with_its_middle(
    ratio: float, platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    cursor = dot(QSize(1280, 720), ratio)
    points = 1.0 if platform == "xcb" else cursor.pixmap().devicePixelRatio()  # to the pixel of
    place, middle = points * cursor.hotSpot().x(), cursor.pixmap().width() / 2
    assert cursor.pixmap().width() == round(round(720 / 22) * ratio)
    assert abs(place - middle) <= points


def own(lecture: Lecture) -> NotesWindow | None:
    """Return the lecturer's own window, if there is one."""
    return lecture.presenter.lectern.notes


def notes(lecture: Lecture) -> dict[str, str]:
    """Return what the notes say."""
    window = own(lecture)
    assert window is not None
    labels = {label.objectName(): label.text() for label in window.findChildren(QLabel)}
    return labels | {prose.objectName(): prose.text() for prose in window.findChildren(Prose)}


def test_on_one_screen_the_notes_are_a_window_that_is_asked_for(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5)
    lecture.settle()
    assert own(lecture) is None
    lecture.press(Key.Key_N)
    window = own(lecture)
    assert window is not None
    assert window.isVisible()
    assert window.isWindow()
    assert not window.swap.isVisible()
    assert notes(lecture)["label.clock"].count(":") == 1
    assert notes(lecture)["label.elapsed"].startswith("0:0")
    before = notes(lecture)["label.notes_title"]
    lecture.press(Key.Key_PageDown)  # wherever the keyboard is
    assert notes(lecture)["label.notes_title"] != before
    lecture.window.activateWindow()
    lecture.press(Key.Key_N)
    assert own(lecture) is None


def test_all_of_the_notes_is_on_the_only_screen(begin: Begin) -> None:
    lecture = begin("--language", "ru")  # in which the first lesson has a long title
    lecture.window.teaching.open(read_lesson(bundled()[0]))
    lecture.press(Key.Key_N)
    window = own(lecture)
    assert window is not None
    assert window.width() >= window.minimumSizeHint().width()
    assert window.screen().availableGeometry().contains(window.geometry())
    lecture.presenter.lectern.close()


def test_notes_that_were_closed_stay_closed_until_asked_for(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_N)  # also without presenting
    window = own(lecture)
    assert window is not None
    window.close()
    assert own(lecture) is None
    lecture.window.activateWindow()
    lecture.press(Key.Key_F5)
    lecture.settle()
    assert own(lecture) is None
    lecture.press(Key.Key_N)
    assert own(lecture) is not None
    lecture.presenter.leave()


def test_notes_tell_the_scene_and_the_next(begin: Begin) -> None:
    lecture = begin()
    lesson = read_lesson(bundled()[0])
    lecture.window.teaching.open(lesson)
    lecture.press(Key.Key_N)
    said = notes(lecture)
    assert f"1 of {len(lesson.scenes)}" in said["label.notes_place"]
    assert lesson.scenes[1].title.said in said["label.next_title"]
    assert said["text.notes"]
    assert "{{" not in said["text.next"]
    lecture.window.teaching.go(len(lesson.scenes) - 1)
    assert "last scene" in notes(lecture)["text.next"]
    assert not notes(lecture)["label.next_title"]
    lecture.presenter.lectern.close()


def test_the_time_can_begin_anew(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_N)
    window = own(lecture)
    assert window is not None
    window._since -= 3725
    window._tick()
    assert notes(lecture)["label.elapsed"] == "1:02:05"
    button = window.findChild(QPushButton, "button.elapsed")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert notes(lecture)["label.elapsed"].startswith("0:0")
    lecture.presenter.lectern.close()


def test_the_time_that_began_anew_goes_on_on_another_screen(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5, Key.Key_N)
    lecture.presenter.lectern.since -= 604
    lecture.presenter.swap()
    assert notes(lecture)["label.elapsed"].startswith("10:")
    window = own(lecture)
    assert window is not None
    button = window.findChild(QPushButton, "button.elapsed")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    lecture.presenter.swap()
    assert own(lecture) is not window
    assert notes(lecture)["label.elapsed"].startswith("0:0")
    lecture.press(Key.Key_Escape)
    lecture.presenter.lectern.close()


def test_another_resolution_makes_another_stage(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    lecture.press(Key.Key_F5, Key.Key_B)
    lecture.settle()
    before = lecture.stage
    lecture.window.showNormal()  # what a screen that changes does to a window
    lecture.window.resize(1100, 640)
    lecture.qtbot.waitUntil(lambda: lecture.stage is not before)
    assert lecture.stage.size() == lecture.stage.made_for == lecture.window.size()
    assert lecture.stage.blank.isVisible()  # still dark
    lecture.press(Key.Key_B, Key.Key_PageDown, Key.Key_Escape)
    assert lecture.window.tools.isVisible()


def test_screens_may_come_and_go(begin: Begin) -> None:
    lecture = begin("--data", "xor")
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    screen = application.primaryScreen()
    for presenting in (False, True):
        if presenting:
            lecture.press(Key.Key_F5)
        for signal in (application.screenAdded, application.screenRemoved):
            signal.emit(screen)
        application.primaryScreenChanged.emit(screen)
        lecture.settle()
        assert lecture.presenter.presenting is presenting
    assert lecture.stage.isVisible()
    lecture.press(Key.Key_Right, Key.Key_Escape)


TWO_SCREENS = """
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from bpviz.app import create_window

window = create_window(["--data", "xor", "--language", "en"])
window.show()
QTest.qWait(300)
laptop, room = QGuiApplication.screens()
before = window.geometry()
assert window.screen() is laptop

def where():
    QTest.qWait(400)
    notes = window.presenter.lectern.notes
    return window.screen().name(), notes.screen().name() if notes else None

QTest.keyClick(window, Qt.Key.Key_F5)
assert where() == ("room", "laptop"), where()
assert window.size() == room.size() == window.presenter.stage.made_for
notes = window.presenter.lectern.notes
assert notes.isMaximized() and notes.swap.isVisible()
QTest.mouseClick(notes.swap, Qt.MouseButton.LeftButton)
assert where() == ("laptop", "room"), where()
assert window.size() == laptop.size() == window.presenter.stage.made_for
QTest.mouseClick(window.presenter.lectern.notes.swap, Qt.MouseButton.LeftButton)
assert where() == ("room", "laptop"), where()

# The projector is unplugged: nothing but the laptop is left.
QGuiApplication.screens = staticmethod(lambda: [laptop])
window.setScreen(laptop)
window.setGeometry(laptop.geometry())
QApplication.instance().screenRemoved.emit(room)
assert where() == ("laptop", None), where()
assert window.presenter.stage.isVisible() and window.isFullScreen()
# And plugged in again.
QGuiApplication.screens = staticmethod(lambda: [laptop, room])
QApplication.instance().screenAdded.emit(room)
assert where() == ("room", "laptop"), where()
QTest.keyClick(window, Qt.Key.Key_Escape)
assert where() == ("laptop", None), where()
assert window.geometry() == before, (window.geometry(), before)
window.close()
print("well")
"""


ROOT = Path(__file__).resolve().parents[3]


def run(program: str, tmp_path: Path, screens: list[dict[str, object]], **environment: str) -> str:
    """Run a program on screens of its own, without a display."""
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = "offscreen:configfile=screens.json"  # a colon, as in C:, would begin something else
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)} | environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def screen(name: str, place: QRect, ratio: float = 1.0) -> dict[str, object]:
    return {
        "name": name,
        "x": place.x(), "y": place.y(), "width": place.width(), "height": place.height(),
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": ratio,
    }  # fmt: skip


def test_two_screens_one_of_which_is_unplugged(tmp_path: Path) -> None:
    screens = [screen("laptop", LAPTOP.place), screen("room", ROOM.place)]
    assert "well" in run(TWO_SCREENS, tmp_path, screens)


SHARP = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from bpviz.app import create_window

window = create_window(["--data", "xor"])
window.show()
QTest.qWait(300)
QTest.keyClick(window, Qt.Key.Key_F5)
QTest.qWait(300)
stage = window.presenter.stage
image = window.grab().toImage()
ratio = window.devicePixelRatioF()
print(ratio, image.width(), round(stage.scale.text * ratio))
QTest.keyClick(window, Qt.Key.Key_Escape)
window.close()
"""


def test_another_device_pixel_ratio_gives_as_large_a_text(tmp_path: Path) -> None:
    twice = run(SHARP, tmp_path, [screen("fine", ROOM.place)], QT_SCALE_FACTOR="2").split()
    once = run(SHARP, tmp_path, [screen("plain", ROOM.place)]).split()
    assert once == ["1.0", "1280", "24"]
    assert twice[0] == "2.0"
    assert twice[1:] == ["2560", "48"] or twice[1:] == ["1280", "24"]  # as the platform takes it
