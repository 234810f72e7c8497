"""What a person does at the panel of the surface, and sees of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from superqt import QElidingLabel

if TYPE_CHECKING:
    from bpviz.ui.surface import SurfacePanel

Kind = TypeVar("Kind", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


def settle(panel: SurfacePanel) -> None:
    end = time.monotonic() + 60
    QTest.qWait(5)
    timers = panel._look, panel._rest, panel._redraw
    while any(timer.isActive() for timer in timers):
        assert time.monotonic() < end
        QTest.qWait(10)


def found(panel: SurfacePanel, kind: type[Kind], name: str) -> Kind:
    child = panel.findChild(kind, name)
    assert child is not None
    return child


def press(panel: SurfacePanel, name: str) -> None:
    QTest.mouseClick(found(panel, QToolButton, name), LEFT)


def circumstances(panel: SurfacePanel) -> str:
    return found(panel, QElidingLabel, "label.surface_circumstances").toolTip()
