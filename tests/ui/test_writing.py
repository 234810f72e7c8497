"""Files written beside the window: in order, waited for, and told of whatever happens meanwhile."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from bpviz.ui.writing import Writing, WritingDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def refuse() -> None:
    raise ValueError("There is no room.")


def test_one_place_is_written_in_order_and_others_do_not_wait(
    qtbot: QtBot, qapp: QObject, tmp_path: Path
) -> None:
    go, order = Event(), list[str]()

    def first() -> None:
        go.wait()
        order.append("first")

    def begin(name: str, write: object) -> None:
        assert callable(write)
        Writing(tmp_path / name, write, lambda _: None, order.append, parent)

    parent = QObject(qapp)
    begin("a", first)
    begin("a", lambda: order.append("second"))
    begin("b", lambda: order.append("elsewhere"))
    qtbot.waitUntil(lambda: order == ["elsewhere"])
    go.set()
    qtbot.waitUntil(lambda: order == ["elsewhere", "first", "second"])
    qtbot.waitUntil(lambda: not parent.findChildren(Writing))
    parent.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_who_waits_is_told_at_once_and_once(tmp_path: Path) -> None:
    parent, said = QObject(), list[str]()
    writing = Writing(tmp_path / "a", refuse, lambda _: None, said.append, parent)
    assert writing.finish() == "There is no room."
    assert writing.finish() == ""
    assert said == ["There is no room."]


def test_a_dialog_that_was_closed_comes_back_with_what_went_wrong(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = WritingDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.rested):
        dialog.in_background(tmp_path / "a", lambda: None, lambda _: None, dialog.status.setText)
    assert not dialog.isVisible()
    with qtbot.waitSignal(dialog.rested):
        dialog.in_background(tmp_path / "a", refuse, lambda _: None, dialog.status.setText)
        assert dialog.busy
    assert dialog.isVisible()
    assert dialog.status.text() == "There is no room."
