"""Changing x and Θ by hand: mouse, keys, fields, and undo."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from bpviz.core import forward
from bpviz.data import load
from bpviz.session import Session, Unit, Weight
from bpviz.ui.hand import HandPanel
from bpviz.ui.hand.paint import PaintGrid
from bpviz.ui.theme import LIGHT


@pytest.fixture
def panel(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[HandPanel]:
    session = Session(getattr(request, "param", "lecture"))
    made = HandPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 520)
    made.show()
    qtbot.waitExposed(made)
    yield made
    session.close()


def field(panel: HandPanel, name: str) -> QDoubleSpinBox:
    found = panel.findChild(QDoubleSpinBox, name)
    assert found is not None
    return found


def type_number(into: QDoubleSpinBox, text: str) -> None:
    into.selectAll()
    QTest.keyClicks(into, text)
    QTest.keyClick(into, Qt.Key.Key_Return)


def half_typed(panel: HandPanel, qtbot: QtBot, name: str, text: str) -> QDoubleSpinBox:
    """Return a field that has the keyboard and a number that is not confirmed."""
    into = field(panel, name)
    panel.activateWindow()
    into.setFocus()
    qtbot.waitUntil(into.hasFocus)
    into.selectAll()
    QTest.keyClicks(into, text)
    return into


def test_an_input_typed_moves_everything(panel: HandPanel) -> None:
    session = panel._session
    before = session.trace.values.J
    type_number(field(panel, "number.x_2"), "1.5")
    assert session.trace.X[0, 1] == 1.5
    assert session.state.a[0][1] == 1.5
    assert before != session.trace.values.J
    expected = forward(session.network, session.trace.X[:1]).h[0]
    session.go_to_line(5)
    assert_allclose(session.state.a[-1], expected, rtol=1e-15)


def test_a_slider_is_one_pull_and_undo_brings_it_back(panel: HandPanel) -> None:
    session = panel._session
    before = session.trace.X.copy()
    slider = panel.findChild(QSlider, "slider.x_1")
    assert slider is not None
    for tick in range(100, 900, 50):
        slider.setValue(tick)
    assert session.trace.X[0, 0] != before[0, 0]
    undo = next(b for b in panel.findChildren(QPushButton) if b.isEnabled())
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert (before == session.trace.X).all()
    assert field(panel, "number.x_1").value() == pytest.approx(before[0, 0], abs=1e-4)


def test_a_field_at_work_outlives_the_network(panel: HandPanel) -> None:
    # A field whose menu opens takes the keyboard from an entry that may bring another network.
    at_work = field(panel, "number.x_2")
    panel._session.set_network((3, 6, 4))
    assert field(panel, "number.x_2") is not at_work
    assert isValid(at_work)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(at_work)


def test_a_selected_weight_is_typed(panel: HandPanel) -> None:
    session = panel._session
    session.select(Weight(2, 3, 1))
    type_number(field(panel, "number.weight"), "-2.25")
    assert session.network.theta[1][2, 1] == -2.25
    session.edits.undo()
    assert field(panel, "number.weight").value() == pytest.approx(
        session.network.theta[1][2, 1], abs=1e-4
    )


def test_a_selected_unit_shows_the_weights_into_it(panel: HandPanel) -> None:
    panel._session.select(Unit(2, 4))
    weights = panel.findChildren(QDoubleSpinBox, "number.weight")
    assert [w.value() for w in weights] == pytest.approx(
        list(panel._session.network.theta[0][3]), abs=1e-4
    )


def test_a_weight_is_named_in_plain_text(panel: HandPanel) -> None:
    panel._session.select(Weight(2, 3, 1))
    assert field(panel, "number.weight").accessibleName() == "Θ⁽²⁾₃₁"


def test_a_name_from_outside_is_text_and_no_markup(panel: HandPanel) -> None:
    data = panel._session.data
    words = replace(data.words(), features=("<b>x", "y & z", "w"))
    panel._session.set_data(replace(data, words=lambda: words))
    titles = [slider.title.text() for slider in panel._inputs]
    shown = [QTextDocumentFragment.fromHtml(title).toPlainText() for title in titles]
    assert shown == ["x1 <b>x", "x2 y & z", "x3 w"]
    assert field(panel, "number.x_1").accessibleName() == "<b>x"


def test_training_shows_in_the_fields(panel: HandPanel) -> None:
    session = panel._session
    session.select(Weight(1, 1, 1))
    session.training.toggle()
    while session.training.iteration == 0:
        session.training.poll()
    session.training.finish_step()
    shown = field(panel, "number.weight").value()
    assert shown == pytest.approx(session.network.theta[0][0, 1], abs=1e-4)


def test_what_is_typed_stays_while_training_runs(panel: HandPanel) -> None:
    session = panel._session
    session.select(Weight(1, 1, 1))
    into = field(panel, "number.weight")
    into.selectAll()
    for key in "-2.5":
        QTest.keyClicks(into, key)
        session.network.parameters[:] += 0.1
        session.refresh()
    assert into.text() == "-2.5"
    QTest.keyClick(into, Qt.Key.Key_Return)
    assert session.network.theta[0][0, 1] == -2.5
    session.network.parameters[:] += 0.1
    session.refresh()
    assert into.value() == -2.4


@pytest.mark.parametrize("name", ["number.weight", "number.x_3"])
@pytest.mark.parametrize("data", ["lecture", "xor"])
def test_what_is_not_confirmed_does_not_reach_another_network(
    panel: HandPanel, qtbot: QtBot, name: str, data: str
) -> None:
    session = panel._session
    session.select(Weight(2, 4, 5))
    into = half_typed(panel, qtbot, name, "3.5")
    session.set_data(data)
    assert not into.hasFocus()
    assert not session.edits.can_undo
    assert 3.5 not in session.network.parameters


def test_what_is_not_confirmed_is_taken_over_before_another_weight_is_shown(
    panel: HandPanel, qtbot: QtBot
) -> None:
    session = panel._session
    session.select(Weight(2, 4, 5))
    half_typed(panel, qtbot, "number.weight", "3.5")
    session.select(Weight(2, 1, 0))
    assert session.network.theta[1][3, 5] == 3.5


def test_a_slider_that_is_moved_later_counts_more_than_what_is_typed(panel: HandPanel) -> None:
    into = field(panel, "number.x_1")
    into.selectAll()
    QTest.keyClicks(into, "7")
    slider = panel.findChild(QSlider, "slider.x_1")
    assert slider is not None
    slider.setValue(100)
    assert into.value() == pytest.approx(panel._session.trace.X[0, 0], abs=1e-4)
    assert into.text() == into.textFromValue(into.value())


@pytest.mark.parametrize("panel", ["digits"], indirect=True)
def test_painting_a_digit_by_mouse_and_keys(panel: HandPanel) -> None:
    session = panel._session
    grid = panel.findChild(PaintGrid, "edit.picture")
    assert grid is not None
    before = session.trace.X[0].copy()
    side = grid.width() // 8
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(side // 2, side // 2))
    painted = session.trace.X[0]
    assert painted[0] > before[0]
    assert ((painted >= 0) & (painted <= 1)).all()
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert session.trace.X[0, 1] == 1.0
    QTest.mouseClick(grid, Qt.MouseButton.RightButton, pos=QPoint(side + side // 2, side // 2))
    assert session.trace.X[0, 1] == pytest.approx(0.4)
    while session.edits.can_undo:
        session.edits.undo()
    assert np.array_equal(session.trace.X[0], before)


def test_a_selection_does_not_look_at_all_examples_again(panel: HandPanel) -> None:
    data = panel._session.data
    vars(data)["ends"] = np.full(3, -2.0), np.full(3, 2.0)  # as if they had been found out before
    panel._session.select(Unit(2, 1))
    slider = panel.findChild(QSlider, "slider.x_1")
    assert slider is not None
    slider.setValue(slider.maximum())
    assert panel._session.trace.X[0, 0] == 3.0


def test_another_data_set_makes_other_controls(panel: HandPanel) -> None:
    panel._session.set_data("xor")
    names = [f.objectName() for f in panel.findChildren(QDoubleSpinBox)]
    assert names == ["number.x_1", "number.x_2"]


def test_it_is_told_that_some_inputs_and_weights_have_no_slider(panel: HandPanel) -> None:
    def told() -> list[str]:
        labels = [label.text() for label in panel.findChildren(QLabel)]
        return [text for text in labels if text.startswith("The first")]

    session = panel._session
    session.select(Unit(2, 1))
    assert not told()
    session.set_data(replace(load("digits"), picture=None))
    assert told() == ["The first 40 of 64 are shown."]
    session.select(Unit(2, 1))
    assert told() == ["The first 40 of 64 are shown.", "The first 40 of 65 are shown."]
    assert len(panel.findChildren(QDoubleSpinBox)) == 80


def test_a_hidden_panel_catches_up_when_shown(panel: HandPanel) -> None:
    session = panel._session
    panel.hide()
    session.show_example(3)
    session.select(Weight(1, 2, 0))
    panel.show()
    assert field(panel, "number.x_1").value() == pytest.approx(session.trace.X[2, 0], abs=1e-4)
    assert field(panel, "number.weight").value() == pytest.approx(
        session.network.theta[0][1, 0], abs=1e-4
    )


class Beside:
    """Puts inputs in force only when a test says so, as a thread beside the window does."""

    def __init__(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bpviz.session.session._MANY", 0)
        self._waiting: list[tuple[Callable[[], Any], Callable[[Any], object]]] = []
        session.elsewhere = lambda work, done, _failed: self._waiting.append((work, done))

    def work(self) -> Callable[[], object]:
        """Do what waits; what is returned tells of it."""
        work, done = self._waiting.pop(0)
        made = work()
        return lambda: done(made)

    def finish(self) -> None:
        while self._waiting:
            self.work()()


@pytest.mark.parametrize("panel", ["digits"], indirect=True)
def test_no_stroke_is_lost_while_others_are_put_in_force(
    panel: HandPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = panel._session
    beside = Beside(session, monkeypatch)
    session.set_input(np.zeros(64))
    beside.finish()
    grid = panel.findChild(PaintGrid, "edit.picture")
    assert grid is not None
    side = grid.width() // 8
    for column in (0, 3, 6):  # of which none is beside another
        at = QPoint(side * column + side // 2, side // 2)
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at)
        session.refresh()  # as training does many times a second
        if column == 0:
            tell = beside.work()
    tell()
    beside.finish()
    assert session.trace.X[0, [0, 3, 6]] == pytest.approx(0.6)
    assert grid._pixels[0, [0, 3, 6]] == pytest.approx(0.6)


def test_no_input_is_lost_while_another_is_put_in_force(
    panel: HandPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = Beside(panel._session, monkeypatch)
    type_number(field(panel, "number.x_1"), "1.5")
    type_number(field(panel, "number.x_2"), "-1.5")
    beside.finish()
    assert panel._session.trace.X[0, :2] == pytest.approx([1.5, -1.5])


def test_paper_of_minus_one_is_erased_to_minus_one(qtbot: QtBot) -> None:
    grid = PaintGrid(3, 3, LIGHT, paper=-1.0)
    qtbot.addWidget(grid)
    grid.resize(90, 90)
    pictures: list[Any] = []
    grid.painted.connect(pictures.append)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(45, 45))
    assert pictures[-1][1].tolist() == pytest.approx([-0.7, 0.2, -0.7])  # 15 and 60 % of the ink
    assert pictures[-1][0, 0] == -1.0
    grid.setFocus()
    for _ in range(2):
        QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert (pictures[-1] == -1.0).all()
    assert grid.grab().toImage().pixelColor(45, 45) == QColor(LIGHT.surface)


@pytest.mark.parametrize(
    ("value", "text"),
    [(4e-5, "0.0000400"), (2_500_000.0, "2500000.0000"), (-3e-14, "-3.00e-14"), (0.25, "0.2500")],
)
def test_a_weight_reads_as_it_is(panel: HandPanel, value: float, text: str) -> None:
    session = panel._session
    session.select(Weight(2, 3, 1))
    session.set_weight(Weight(2, 3, 1), value)
    assert field(panel, "number.weight").text() == text
    QTest.keyClick(field(panel, "number.weight"), Qt.Key.Key_Return)
    assert session.network.theta[1][2, 1] == value
