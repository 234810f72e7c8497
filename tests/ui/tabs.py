"""A panel behind another tab, where nobody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def behind_another(qtbot: QtBot, panel: QWidget) -> tuple[QMainWindow, list[QDockWidget]]:
    """Return a window that is shown, and in it the docks of the panel and of the tab before it."""
    window = QMainWindow()
    qtbot.addWidget(window)
    docks = []
    for widget in (panel, QLabel("another")):
        dock = QDockWidget()
        dock.setWidget(widget)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        docks.append(dock)
    window.tabifyDockWidget(*docks)
    window.resize(700, 500)
    window.show()
    docks[1].raise_()
    QTest.qWait(50)
    return window, docks
