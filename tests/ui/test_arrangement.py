"""Where the panels were: what Qt would stumble over is never given to it."""

from __future__ import annotations

import random
import struct
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QDockWidget, QToolBar

from bpviz.app import create_window
from bpviz.session import Session
from bpviz.ui.arrangement import arrange, arrangement
from bpviz.ui.look import Look
from bpviz.ui.soundness import is_sound
from bpviz.ui.window import MainWindow
from tests.fuzz.bending import bent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

VERSION = 1


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = create_window(["--data", "xor"])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def sound(window: MainWindow, kept: bytes) -> bool:
    panels = [panel.objectName() for panel in window.findChildren(QDockWidget)]
    bars = [bar.objectName() for bar in window.findChildren(QToolBar)]
    return is_sound(kept, VERSION, panels, bars)


def test_what_a_window_says_of_itself_is_sound(window: MainWindow) -> None:
    """However somebody has put the panels; else they would not be put back."""
    first, second, third, fourth, *_ = docks = list(window.docks.values())
    sides = Qt.DockWidgetArea
    changes: tuple[Callable[[], object], ...] = (
        lambda: None,
        *(dock.show for dock in docks),
        lambda: window.addDockWidget(sides.LeftDockWidgetArea, second),
        lambda: window.addDockWidget(sides.TopDockWidgetArea, third),
        lambda: window.addDockWidget(sides.BottomDockWidgetArea, fourth),
        lambda: window.splitDockWidget(second, third, Qt.Orientation.Horizontal),
        lambda: window.tabifyDockWidget(third, fourth),
        lambda: first.setFloating(True),
        lambda: first.move(-300, -200),
        first.hide,
        lambda: window.removeToolBar(window.findChildren(QToolBar)[-1]),
    )
    for change in changes:
        change()
        assert sound(window, arrangement(window))


def test_what_is_bent_is_refused_or_does_no_harm(window: MainWindow) -> None:
    """Qt ends the process at some of these; bent in every fourth byte and by words."""
    kept = arrangement(window)
    assert not sound(window, b"")
    assert not sound(window, kept + b"\0")
    refused = 0
    for at in range(len(kept)):
        assert not sound(window, kept[:at])
        for value in (0x7FFFFFFF, -(2**31), 1000):
            number = struct.pack(">i", value)
            refused += not sound(window, kept[:at] + number + kept[at + 4 :])
    assert refused > 2 * len(kept)
    chance = random.Random(122)  # noqa: S311
    for _ in range(20):
        arrange(window, bent(kept, chance))
    assert window.isVisible()
    arrange(window, kept)


def test_names_met_twice_or_never(window: MainWindow) -> None:
    kept = arrangement(window)
    for name, other in (
        ("dock.cost", "dock.data"),
        ("dock.cost", "dock.none"),
        ("corner", "corners"[1:]),
    ):
        assert name.encode("utf-16-be") in kept
        changed = kept.replace(name.encode("utf-16-be"), other.encode("utf-16-be"))
        assert not sound(window, changed)


def test_damaged_settings(qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "bpviz.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/geometry", QByteArray(b"\x01\xd9\xd0\xcb" + b"\xff" * 60))
    settings.setValue("window/state", QByteArray(b"\0\0\0\xff\0\0\0\0\xfd" + b"\x7f" * 60))
    made = MainWindow(Session("xor"), Look(), settings)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    assert 0 < made.width() < 2**14
    assert made.docks["dock.cost"].isVisible()
    made.close()
