"""The row at the top."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.app import create_window


@pytest.mark.parametrize("language", ["en", "ru"])
def test_all_of_it_has_room_on_a_small_projector(qtbot: QtBot, language: str) -> None:
    window = create_window(["--data", "digits", "--language", language])
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.tools.width() > 900)
    parts = window.tools.findChildren(QWidget)
    for name in ("choice.optimizer", "button.rates", "number.lambda"):
        assert any(part.isVisible() for part in parts if part.objectName() == name)
    window.close()
