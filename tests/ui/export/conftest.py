from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bpviz.app import create_window
from bpviz.ui.window import MainWindow
from bpviz.ui.writing import Writing

Choose = Callable[[QWidget, Any], None]


@pytest.fixture(autouse=True)
def _own_dialogs() -> Iterator[None]:
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute, on=True)
    yield
    QCoreApplication.setAttribute(attribute, on=False)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = create_window(["--data", "xor", "--language", "en", "--theme", "light"])
    made.resize(1280, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def choose(qtbot: QtBot) -> Choose:
    """Choose a name in the file dialog that a widget has opened, and wait for what is written."""

    def chosen(parent: QWidget, path: Any) -> None:
        dialog = parent.findChild(QFileDialog, "dialog.file")
        assert dialog is not None
        dialog.fileSelected.emit(str(path))
        dialog.close()
        qtbot.waitUntil(lambda: parent.findChild(QFileDialog, "dialog.file") is None)
        qtbot.waitUntil(lambda: not parent.findChildren(Writing))

    return chosen
