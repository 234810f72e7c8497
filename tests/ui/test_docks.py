"""Panels that are made when they are first seen."""

import pytest
from pytestqt.qtbot import QtBot

from bpviz.app import create_window


@pytest.mark.parametrize("name", ["surface", "health", "learnt"])
def test_a_panel_that_is_floated_at_once_is_not_empty(qtbot: QtBot, name: str) -> None:
    window = create_window(["--data", "xor", "--language", "en"])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    dock = window.docks[f"dock.{name}"]
    dock.show()
    dock.setFloating(True)
    panel = dock.widget()
    assert panel is not None
    assert panel.objectName() == f"view.{name}"
    window.close()
