"""The row at the top."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bpviz.app import create_window
from bpviz.data import own


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


def test_a_narrow_bar_names_nothing_that_it_has_left_out(qtbot: QtBot) -> None:
    window = create_window(["--data", "lecture", "--language", "en"])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    names = window.tools.findChildren(QLabel)
    assert {name.text() for name in names} >= {"Layers", "g"}
    left_out = 0
    for width in range(1000, window.minimumWidth() - 1, -20):
        window.resize(width, 720)
        qtbot.wait(1)
        for name in names:
            if (control := name.buddy()) is not None:
                assert name.isVisible() == control.isVisible(), (width, name.text())
                left_out += not name.isVisible()
    assert left_out
    window.close()


def test_a_point_moved_by_hand_makes_data_of_ones_own_that_one_can_come_back_to(
    qtbot: QtBot,
) -> None:
    window = create_window(["--data", "circles", "--language", "en"])
    qtbot.addWidget(window)
    session, choice = window.session, window.tools.data
    row = int(session.data.train[0])  # learnt from: the run goes on
    for x in (0.125, 0.25):
        session.replace_examples(own.moved(session.data, row, [x, 0.5]), what=("moved", row))
        assert choice.currentText() == session.data.title == "Points of your own"
    for name in ("xor", own.NAME):
        index = choice.findData(name)
        choice.setCurrentIndex(index)
        choice.activated.emit(index)
        assert session.data.name == name
    assert session.data.X[row].tolist() == [0.25, 0.5]
    window.close()
