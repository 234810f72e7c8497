"""Lines that a lesson points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.session import Attention, Layer, Line, Session
from bpviz.ui.algorithm import AlgorithmPanel
from bpviz.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def dimmed(panel: AlgorithmPanel) -> list[int]:
    return [row.line.number for row in panel.rows if row._shade.isVisible()]


def test_all_lines_but_those_pointed_at_are_dimmed(qtbot: QtBot) -> None:
    session = Session("xor")
    panel = AlgorithmPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(500, 500)
    panel.show()
    assert not dimmed(panel)
    session.set_attention(Attention((Line(5), Line(6), Layer(2))))
    assert dimmed(panel) == [1, 2, 3, 4, 7, 8, 9]
    QTest.mouseClick(panel.rows[6], Qt.MouseButton.LeftButton)  # a dimmed line can be pressed
    assert session.step.line == 7
    session.set_attention(Attention((Layer(2),)))  # of the picture: all lines are read
    assert not dimmed(panel)
    session.close()
