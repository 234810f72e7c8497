"""What the monkey does with dialogs and menus, which ask before the window goes on."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction

LEFT_OUT: Final = frozenset({"action.quit"})  # would end it


def process() -> None:
    """Do what waits to be done, also the deleting, which Qt leaves to a loop that runs."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Answers:
    """Answers at random.

    Parameters
    ----------
    files
        What may be opened.
    folder
        Where things may be written.
    """

    def __init__(self, files: Sequence[Path], folder: Path) -> None:
        self.random = random.Random(0)  # noqa: S311 (not a secret)
        self._files, self._folder = files, folder
        self._written = 0

    def some_file(self) -> str:
        """Return a file to open: one of those given, or one written meanwhile."""
        return str(self.random.choice([*self._files, *sorted(self._folder.glob("monkey*"))]))

    def some_place(self) -> str:
        """Return where to write; after a while one is asked whether it may be overwritten."""
        self._written += 1
        return str(self._folder / f"monkey{self._written % 7}")

    def answer(self, asking: QWidget) -> str:
        """Do something with a dialog or a menu, and put it away."""
        told = ""
        if isinstance(asking, QMenu):
            told = self._choose_from(asking)
        elif isinstance(asking, QFileDialog):
            told = self._name_a_file(asking)
        elif not isinstance(asking, QDialog):
            told = self._choose_row(asking)
        elif self.random.random() < 0.7:
            told = self._push_button(asking)
        if isValid(asking) and asking.isVisible():
            if isinstance(asking, QDialog):
                asking.reject()
            else:
                asking.close()
        return f"[{told or 'put away'}]"

    def _choose_from(self, menu: QMenu) -> str:
        """Choose an entry, also one of a menu in it, or what a form in it holds."""
        chance = self.random.random()
        fields = [w for w in menu.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        boxes = [w for w in fields if isinstance(w, QComboBox | QAbstractSpinBox)]
        if boxes and chance < 0.7:
            box = self.random.choice(boxes)
            for _ in range(self.random.randint(1, 3)):
                QTest.keyClick(box, self.random.choice((Qt.Key.Key_Up, Qt.Key.Key_Down)))
            return box.objectName()
        action = self._entry(menu)
        menu.close()
        if action is None or chance < 0.2 or not isValid(action):
            return ""
        name = action.objectName() or action.text()
        action.trigger()
        return name

    def _entry(self, menu: QMenu) -> QAction | None:
        for _ in range(4):
            entries = [
                entry
                for entry in menu.actions()
                if entry.isVisible()
                and entry.isEnabled()
                and not entry.isSeparator()
                and entry.objectName() not in LEFT_OUT
            ]
            if not entries:
                return None
            entry = self.random.choice(entries)
            below = entry.menu()
            if not isinstance(below, QMenu):
                return entry
            menu = below
        return None

    def _choose_row(self, popup: QWidget) -> str:
        view = popup.findChild(QAbstractItemView)
        if view is None:
            return ""
        key = self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End))
        QTest.keyClick(view, key)
        if isValid(view) and view.isVisible():
            QTest.keyClick(view, self.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        return key.name

    def _name_a_file(self, dialog: QFileDialog) -> str:
        if self.random.random() < 0.3:
            return ""
        saves = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        path = self.some_place() if saves else self.some_file()
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(path)
        dialog.accept()
        return path

    def _push_button(self, dialog: QWidget) -> str:
        buttons = [
            button
            for button in dialog.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled()
        ]
        if not buttons:
            return ""
        button = self.random.choice(buttons)
        name = button.objectName() or button.text()
        button.click()
        return name
