"""The data set on screen: pictures, points and tables, clicked as a person would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QToolTip, QWidget

from bpviz.core import accuracy, forward
from bpviz.data import load
from bpviz.session import Session
from bpviz.training import Run
from bpviz.ui.data import DataView
from bpviz.ui.data.examples import Examples
from bpviz.ui.data.judgement import Judgement
from bpviz.ui.data.points import PointsCanvas
from bpviz.ui.data.thumbnails import Thumbnails
from bpviz.ui.theme import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


Maker = Callable[[str], tuple[Session, DataView]]

LEFT = Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view_of(qtbot: QtBot) -> Iterator[Maker]:
    # Held here, lest Python collects a window that Qt is still painting.
    made: list[tuple[Session, DataView]] = []

    def make(data: str) -> tuple[Session, DataView]:
        session = Session(data)
        view = DataView(session, LIGHT)
        qtbot.addWidget(view)
        view.resize(480, 460)
        view.show()
        made.append((session, view))
        return session, view

    yield make
    for session, _ in made:
        session.close()


def items(view: DataView) -> QAbstractItemView:
    assert isinstance(view.body, QAbstractItemView)
    return view.body


def examples(view: DataView) -> Examples:
    model = items(view).model()
    assert isinstance(model, Examples)
    return model


def points(view: DataView) -> PointsCanvas:
    assert isinstance(view.body, PointsCanvas)
    return view.body


def hover(widget: PointsCanvas, at: QPointF) -> str:
    none = Qt.MouseButton.NoButton
    place = QPointF(widget.mapToGlobal(at.toPoint()))
    event = QMouseEvent(QEvent.Type.MouseMove, at, place, none, none, NOTHING)
    QApplication.sendEvent(widget, event)
    return QToolTip.text()


def train(session: Session, steps: int) -> None:
    """Let the network on screen learn, without the worker."""
    network, data = session.network, session.data
    run = Run(network, data.X_train, data.Y_train, settings=session.training.settings)
    while run.iteration < steps:
        run.advance(steps - run.iteration)
    network.parameters[:] = run.network.parameters
    session.refresh()
    QTest.qWait(250)


@pytest.mark.parametrize(
    ("data", "kind"),
    [("digits", Thumbnails), ("moons", PointsCanvas), ("xor", PointsCanvas), ("iris", QTableView)],
)
def test_each_kind_of_data_has_its_view(view_of: Maker, data: str, kind: type) -> None:
    session, view = view_of(data)
    assert view.objectName() == "view.data"
    assert view.accessibleName()
    assert isinstance(view.body, kind)
    assert view.body.accessibleName()
    assert session.data.title in view.about.text()
    assert session.data.description in view.about.text()
    assert session.data.scaling in view.origin.text()
    assert session.data.source in view.origin.text()
    assert f"{len(session.data.train):,} to learn from" in view.counts.text()
    view.grab()


def test_a_click_on_a_picture_shows_it_everywhere(
    view_of: Maker,
) -> None:
    session, view = view_of("digits")
    grid = items(view)
    line = session.step.line
    at = grid.visualRect(examples(view).index(9, 0)).center()
    QTest.mouseClick(grid.viewport(), LEFT, NOTHING, at)
    assert session.example == 10
    assert session.step.line == line
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert session.example == 11


def test_the_current_picture_is_framed_and_in_view(
    view_of: Maker,
) -> None:
    session, view = view_of("digits")
    grid = items(view)
    session.show_example(1000)
    assert grid.currentIndex().row() == 999
    rect = grid.visualRect(grid.currentIndex())
    assert grid.viewport().rect().contains(rect.center())
    picture = grid.viewport().grab(rect).toImage()
    accent = QColor(LIGHT.accent)
    framed = [picture.pixelColor(picture.width() // 2, y) == accent for y in range(8)]
    assert any(framed)


def test_pictures_are_drawn_as_they_are(
    view_of: Maker,
) -> None:
    """Dark points where the ink is: the thumbnail agrees with x."""
    session, view = view_of("digits")
    grid = items(view)
    session.show_example(5)  # so that no frame is in the way
    rect = grid.visualRect(examples(view).index(0, 0))
    picture = grid.viewport().grab(rect).toImage()
    dark = [
        [picture.pixelColor(x, y).lightnessF() for x in range(picture.width())]
        for y in range(picture.height())
    ]
    lightness = np.array(dark)
    x = session.data.X_train[0].reshape(8, 8)
    gap = round(0.25 * grid.fontMetrics().height())
    side = (picture.width() - 2 * gap) // 8
    for row in range(8):
        for column in range(8):
            shown = lightness[gap + row * side + side // 2, gap + column * side + side // 2]
            paper, ink = QColor(LIGHT.surface).lightnessF(), QColor(LIGHT.text).lightnessF()
            expected = paper + x[row, column] * (ink - paper)
            assert shown == pytest.approx(expected, abs=0.02)


def test_line_8_is_not_left_because_an_example_is_marked(
    view_of: Maker,
) -> None:
    session, view = view_of("digits")
    session.last_step()
    assert session.cursor == len(session.trace) - 1
    assert items(view).currentIndex().row() == len(session.data.train) - 1


def test_what_is_wrong_is_counted_and_told(view_of: Maker, qtbot: QtBot) -> None:
    session, view = view_of("iris")
    data = session.data
    share = accuracy(forward(session.network, data.X_train).h, data.Y_train)
    m = len(data.train)
    qtbot.waitUntil(lambda: f"{round((1 - share) * m)} wrong" in view.counts.text())
    wrong = next(row for row in range(m) if not examples(view).right(row))
    name, said = examples(view).names(wrong)
    assert name != said
    assert examples(view).sentence(wrong) == f"Example {wrong + 1}: {name}; the network says {said}"
    train(session, 2000)
    learnt = accuracy(forward(session.network, data.X_train).h, data.Y_train)
    assert learnt > 0.9
    qtbot.waitUntil(lambda: f"{round((1 - learnt) * m)} wrong" in view.counts.text())


@pytest.mark.parametrize("name", ["iris", "digits", "moons", "curve"])
def test_before_the_network_was_asked_it_says_nothing(qtbot: QtBot, name: str) -> None:
    session = Session(name)
    view = QWidget()  # that nobody sees
    qtbot.addWidget(view)
    judgement = Judgement(session, view)
    model = Examples(session, judgement, LIGHT, view)
    last = model.index(4, model.columnCount() - 1)
    assert not judgement.known
    known, _ = model.names(4)
    assert model.names(4) == (known, "")
    assert model.data(last) == ""
    assert model.data(model.index(4, model.inputs)) == known
    told = f"Example 5: {known}" if judgement.by_class else f"Example 5: y = {known}"
    assert model.sentence(4) == told
    judgement.portions.finish()
    assert model.sentence(4).startswith(f"{told}; the network ")
    assert model.data(last).endswith(model.names(4)[1])
    assert model.names(4)[1]
    session.close()


def test_what_the_network_says_has_the_width_it_needs(qtbot: QtBot) -> None:
    data = load("iris")
    words = data.words()
    words = replace(words, classes=tuple(f"{name} or something similar" for name in words.classes))
    session = Session(replace(data, words=lambda: words))
    view = DataView(session, LIGHT)
    qtbot.addWidget(view)
    table = items(view)
    assert isinstance(table, QTableView)
    view.resize(900, 460)
    view.show()
    assert not view.judgement.known
    qtbot.waitUntil(lambda: view.judgement.known)
    column = examples(view).columnCount() - 1
    qtbot.waitUntil(lambda: table.columnWidth(column) >= table.sizeHintForColumn(column))
    session.close()


def test_the_table_shows_what_was_measured(
    view_of: Maker,
) -> None:
    """The first flower of Fisher's table, in centimetres and not in deviations."""
    session, view = view_of("iris")
    model = examples(view)
    row = int(np.flatnonzero(session.data.train == session.data.train.min())[0])
    assert session.data.train[row] in {0, 1}
    texts = [model.index(row, column).data() for column in range(6)]
    assert texts[:4] in (["5.1", "3.5", "1.4", "0.2"], ["4.9", "3.0", "1.4", "0.2"])
    assert texts[4] == "setosa"
    header = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(6)]
    assert header == [*session.data.features, "class", "network says"]
    assert model.headerData(0, Qt.Orientation.Vertical) == "1"


def test_a_row_of_the_table_is_chosen_by_mouse_and_key(
    view_of: Maker,
) -> None:
    session, view = view_of("iris")
    table = items(view)
    at = table.visualRect(examples(view).index(3, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, NOTHING, at)
    assert session.example == 4
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert session.example == 5
    session.show_example(100)
    assert table.currentIndex().row() == 99


def test_a_click_on_a_point_shows_it_everywhere(
    view_of: Maker,
) -> None:
    session, view = view_of("xor")
    plane = points(view)
    for row in (2, 0, 3):
        at = plane.plane.pixel(session.data.X[session.data.train[row]])
        QTest.mouseClick(plane, LEFT, NOTHING, at.toPoint())
        assert session.example == row + 1
    QTest.mouseClick(plane, LEFT, NOTHING, plane.plane.frame.center().toPoint())
    assert session.example == 4, "there is no point in the middle"


def test_hovering_tells_about_points_and_places(
    view_of: Maker,
) -> None:
    session, view = view_of("xor")
    plane = points(view)
    assert hover(plane, plane.plane.pixel(session.data.X[1])).startswith("Example 2: 1: x₁ XOR x₂")
    told = hover(plane, plane.plane.frame.center())
    h = forward(session.network, np.array([[0.5, 0.5]])).h[0, 0]
    assert told == f"x₁ = 0.50, x₂ = 0.50, h = {h:.3f}"
    QToolTip.hideText()


def test_the_picture_follows_the_network(view_of: Maker, qtbot: QtBot) -> None:
    session, view = view_of("xor")
    QTest.qWait(400)
    before = view.grab().toImage()
    train(session, 500)
    qtbot.waitUntil(lambda: view.grab().toImage() != before)


def test_out_of_sight_nothing_is_computed(view_of: Maker, qtbot: QtBot) -> None:
    session, view = view_of("iris")
    qtbot.waitUntil(lambda: view.judgement.portions.is_settled)
    view.hide()
    said = view.judgement.said.copy()
    train(session, 2000)
    assert (view.judgement.said == said).all()
    view.show()
    qtbot.waitUntil(lambda: bool((view.judgement.said != said).any()))


def test_other_data_get_another_view(
    view_of: Maker,
) -> None:
    session, view = view_of("digits")
    session.show_example(500)
    for name in ("xor", "iris", "digits", "moons"):
        session.set_data(name)
        QApplication.processEvents()
        assert session.data.title in view.about.text()
        view.grab()
    session.set_network((2, 5, 1))
    view.grab()


def test_an_example_changed_by_hand_leaves_the_table_where_it_is(
    view_of: Maker, qtbot: QtBot
) -> None:
    session, view = view_of("iris")
    table = items(view)
    assert isinstance(table, QTableView)
    session.show_example(60)
    table.verticalScrollBar().setValue(40)
    before = examples(view).index(59, 1).data()
    narrow = table.columnWidth(1)
    x = session.trace.X[59].copy()
    x[1] = 1e20 / 3.0
    session.set_input(x)
    assert view.body is table
    assert table.currentIndex().row() == 59
    assert table.verticalScrollBar().value() == 40
    assert examples(view).index(59, 1).data() != before
    qtbot.waitUntil(lambda: table.columnWidth(1) > narrow)
    session.edits.undo()
    assert view.body is table
    assert examples(view).index(59, 1).data() == before
    qtbot.waitUntil(lambda: table.columnWidth(1) == narrow)


def test_a_picture_painted_by_hand_is_seen_where_it_was(view_of: Maker) -> None:
    session, view = view_of("digits")
    grid = items(view)
    session.show_example(500)
    top = grid.verticalScrollBar().value()
    session.set_input(np.ones(64))
    assert view.body is grid
    assert (grid.currentIndex().row(), grid.verticalScrollBar().value()) == (499, top)
    picture = grid.viewport().grab(grid.visualRect(grid.currentIndex())).toImage()
    ink = QColor(LIGHT.text)
    assert picture.pixelColor(picture.width() // 2, picture.height() // 3) == ink


def test_the_same_numbers_that_are_no_picture_get_another_view(view_of: Maker) -> None:
    session, view = view_of("digits")
    session.set_data(replace(session.data, picture=None))
    assert isinstance(view.body, QTableView)


def test_a_view_that_goes_asks_for_no_examples_that_there_are_no_more(view_of: Maker) -> None:
    """It lives until the next turn of events, and Qt may want to measure its columns before."""
    session, view = view_of("lecture")
    before = items(view)
    session.set_data("xor")
    assert view.body is not before
    assert shiboken6.isValid(before)
    assert before.model() is None


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("data", ["digits", "circles", "lecture"])
@pytest.mark.parametrize("size", [(220, 160), (900, 700)])
def test_it_can_be_drawn_at_any_size(
    qtbot: QtBot, name: str, data: str, size: tuple[int, int]
) -> None:
    session = Session(data)
    view = DataView(session, THEMES[name])
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.grab()
    session.close()


def test_a_destroyed_view_no_longer_listens(qtbot: QtBot) -> None:
    del qtbot
    session = Session("xor")
    signals = (session.network_changed, session.moment_changed)
    before = [len(s) for s in signals]
    view = DataView(session, DARK)
    shiboken6.delete(view)
    assert [len(s) for s in signals] == before
    session.step_forward()
    session.set_data("iris")
    session.close()


def test_a_title_from_outside_is_text_and_no_markup(view_of: Maker) -> None:
    session, view = view_of("xor")
    words = session.data.words()
    told = replace(words, title="<u>a</u> & b", description="x < y")
    session.set_data(replace(session.data, words=lambda: told))
    text = QTextDocumentFragment.fromHtml(view.about.text()).toPlainText()
    assert text == "<u>a</u> & b. x < y"
