"""What was learnt, read and clicked as a person would; numbers against other implementations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from bpviz.core import Network, accuracy, forward
from bpviz.data import DataSet, Scaling, Words, load
from bpviz.session import Session, Unit, Weight
from bpviz.training import Run
from bpviz.ui.learnt import LearntPanel, confusion_page
from bpviz.ui.learnt.answers_page import AnswersPage
from bpviz.ui.learnt.confusion_page import ConfusionPage
from bpviz.ui.learnt.curve_page import CurvePage
from bpviz.ui.learnt.judging import judge, nothing_judged
from bpviz.ui.learnt.mistakes_page import MistakesPage, worst
from bpviz.ui.learnt.units_page import UnitsPage
from bpviz.ui.learnt.weights_page import WeightsPage
from bpviz.ui.portions import Portions
from bpviz.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from bpviz.core import Array
    from bpviz.ui.learnt.judging import Judged

Maker = Callable[..., tuple[Session, LearntPanel]]


LEFT = Qt.MouseButton.LeftButton
NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel_of(qtbot: QtBot) -> Iterator[Maker]:
    # Held here, lest Python collects a window that Qt is still painting.
    made: list[tuple[Session, LearntPanel]] = []

    def make(
        data: str | DataSet, page: str, layers: tuple[int, ...] | None = None
    ) -> tuple[Session, LearntPanel]:
        session = Session(data)
        if layers:
            session.set_network(layers)
        panel = LearntPanel(session, LIGHT)
        made.append((session, panel))
        qtbot.addWidget(panel)
        panel.resize(520, 460)
        panel.show()
        panel.open(page)
        settle(panel, qtbot)
        return session, panel

    yield make
    for session, _ in made:
        session.close()


def settle(panel: LearntPanel, qtbot: QtBot) -> None:
    page = panel.page
    assert page is not None
    works = page.findChildren(Portions)
    assert works
    qtbot.waitUntil(lambda: all(work.is_settled for work in works))


def train(session: Session, steps: int) -> None:
    """Let the network on screen learn, without the worker."""
    network, data = session.network, session.data
    run = Run(network, data.X_train, data.Y_train, settings=session.training.settings)
    while run.iteration < steps:
        run.advance(steps - run.iteration)
    network.parameters[:] = run.network.parameters
    session.refresh()


def wave(K: int = 1) -> DataSet:
    """One input, K numbers to be fitted."""
    raw = np.linspace(-3.0, 3.0, 60)[:, np.newaxis]
    Y = np.column_stack([np.sin(raw[:, 0] + k) for k in range(K)])
    scaler = Scaling.standardised(raw[:50])
    names = tuple(f"height {k + 1}" for k in range(K))
    return DataSet(
        name="wave",
        X=scaler.apply(raw),
        Y=Y,
        words=lambda: Words("Wave", "A wave.", ("x, cm",), names, "by hand"),
        train=np.arange(50),
        validation=np.arange(50, 60),
        layers=(1, 6, K),
        alpha=0.1,
        scaler=scaler,
        hidden="tanh",
        output="linear",
        cost="squared-error",
    )


# --- confusion ------------------------------------------------------------------------------------


def confusion(panel: LearntPanel) -> ConfusionPage:
    assert isinstance(panel.page, ConfusionPage)
    return panel.page


def cell(page: ConfusionPage, label: int, said: int) -> QPoint:
    return page.table.visualRect(page.model.index(label, said)).center()


@pytest.mark.parametrize("name", ["digits", "iris", "moons"])
@pytest.mark.parametrize("held_back", [False, True])
def test_confusion_is_that_of_scikit_learn(
    panel_of: Maker, qtbot: QtBot, name: str, *, held_back: bool
) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    session, panel = panel_of(name, "confusion")
    page = confusion(panel)
    train(session, 60)
    if held_back:
        page.which.setCurrentIndex(1)
        page.which.activated.emit(1)
    settle(panel, qtbot)
    data = session.data
    X, Y = (data.X_validation, data.Y_validation) if held_back else (data.X_train, data.Y_train)
    h = forward(session.network, X).h
    if h.shape[1] == 1:
        true, said = Y[:, 0].astype(int), (h[:, 0] >= 0.5).astype(int)
    else:
        true, said = Y.argmax(axis=1), h.argmax(axis=1)
    K = page.model.classes
    assert_array_equal(page.model.counts, metrics.confusion_matrix(true, said, labels=range(K)))
    assert page.model.accuracy == pytest.approx(accuracy(h, Y))
    assert page.accuracy.text() == f"{100 * accuracy(h, Y):.1f}\N{NO-BREAK SPACE}% right"
    for label in range(K):
        for column in range(K):
            shown = page.model.index(label, column).data()
            assert shown == str(page.model.counts[label, column])


@pytest.mark.parametrize("held_back", [False, True])
def test_inputs_are_not_copied_to_be_counted(
    panel_of: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, held_back: bool
) -> None:
    session, panel = panel_of("iris", "confusion")
    page = confusion(panel)
    page.which.setCurrentIndex(int(held_back))
    asked: list[Array] = []

    def noted(network: Network, X: Array, Y: Array, into: Judged) -> Iterator[None]:
        asked.extend((X, Y))
        return judge(network, X, Y, into)

    monkeypatch.setattr(confusion_page, "judge", noted)
    train(session, 5)
    settle(panel, qtbot)
    data = session.data
    X, Y = (data.X_validation, data.Y_validation) if held_back else (data.X_train, data.Y_train)
    assert asked[-2] is X
    assert asked[-1] is Y


def test_a_click_on_a_number_shows_its_first_example(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of("iris", "confusion")
    page = confusion(panel)
    train(session, 20)
    settle(panel, qtbot)
    h = forward(session.network, session.data.X_train).h
    true, said = session.data.Y_train.argmax(axis=1), h.argmax(axis=1)
    label, other = next((int(a), int(b)) for a, b in zip(true, said, strict=True) if a != b)
    first = int(np.flatnonzero((true == label) & (said == other))[0])
    QTest.mouseClick(page.table.viewport(), LEFT, NOTHING, cell(page, label, other))
    assert session.example == first + 1
    assert f"the first is example {first + 1}" in page.readout.text()


def test_of_those_held_back_no_pass_tells_and_this_is_said(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of("iris", "confusion")
    page = confusion(panel)
    page.which.setCurrentIndex(1)
    page.which.activated.emit(1)
    settle(panel, qtbot)
    example = session.example
    label, said = (int(n) for n in np.argwhere(page.model.counts)[0])
    QTest.mouseClick(page.table.viewport(), LEFT, NOTHING, cell(page, label, said))
    assert session.example == example
    assert "held back" in page.readout.text()


def test_an_empty_cell_has_no_first_example(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of("iris", "confusion")
    page = confusion(panel)
    train(session, 500)
    settle(panel, qtbot)
    example = session.example
    QTest.mouseClick(page.table.viewport(), LEFT, NOTHING, cell(page, 0, 2))
    assert session.example == example
    assert page.readout.text() == "setosa: 0 of 40 taken for virginica"


def test_numbers_are_walked_through_by_keys(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of("xor", "confusion")
    page = confusion(panel)
    train(session, 2000)
    settle(panel, qtbot)
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    page.table.setCurrentIndex(page.model.index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(page.table, key)
    session.show_example(1)
    page.table.activated.emit(page.table.currentIndex())
    assert session.example == 2, "the first with y = 1"


def test_right_is_blue_and_wrong_is_orange(panel_of: Maker) -> None:
    _, panel = panel_of("iris", "confusion")
    model = confusion(panel).model
    model.take(np.array([0, 0, 1, 2]), np.array([0, 1, 1, 2]))
    assert model.colours(1, 1)[0] == QColor(LIGHT.positive)
    half, none = model.colours(0, 1)[0], model.colours(0, 2)[0]
    assert half.red() > half.blue()
    assert none == QColor(LIGHT.surface)


# --- mistakes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "cost"),
    [("sigmoid", "cross-entropy"), ("softmax", "cross-entropy"), ("sigmoid", "squared-error")],
)
def test_losses_are_those_of_the_formula(output: str, cost: str) -> None:
    data = load("iris")
    network = Network((4, 5, 3), output=output, cost=cost, seed=3)
    judged = nothing_judged(len(data.train))
    for _ in judge(network, data.X_train, data.Y_train, judged):
        pass
    h, Y = forward(network, data.X_train).h, data.Y_train
    if cost == "squared-error":
        expected = 0.5 * ((h - Y) ** 2).sum(axis=1)
    elif output == "softmax":
        expected = -np.log((h * Y).sum(axis=1))
    else:
        expected = -(Y * np.log(h) + (1 - Y) * np.log(1 - h)).sum(axis=1)
    assert_allclose(judged.losses, expected, rtol=1e-10)
    assert_array_equal(judged.said, h.argmax(axis=1))
    assert worst(judged, 10) == np.argsort(-expected, kind="stable")[:10].tolist()
    assert len(worst(judged, 1000)) == len(data.train)


def mistakes(panel: LearntPanel) -> MistakesPage:
    assert isinstance(panel.page, MistakesPage)
    return panel.page


def test_the_most_mistaken_come_first_with_both_classes_and_the_loss(
    panel_of: Maker, qtbot: QtBot
) -> None:
    session, panel = panel_of("digits", "mistakes")
    train(session, 30)
    settle(panel, qtbot)
    page, data = mistakes(panel), session.data
    h, Y = forward(session.network, data.X_train).h, data.Y_train
    losses = -(Y * np.log(h) + (1 - Y) * np.log(1 - h)).sum(axis=1)
    assert page.rows == np.argsort(-losses, kind="stable")[: len(page.rows)].tolist()
    row, tile = page.rows[0], page.gallery.tiles.now[0]
    assert tile.wrong
    assert tile.caption == f"{Y[row].argmax()} ✗ {h[row].argmax()}\n{losses[row]:.2f}"
    assert f"Example {row + 1:,}: {Y[row].argmax()}; the network says" in tile.words
    assert tile.words.endswith(f"its loss is {losses[row]:.2f}")
    darkest = int(data.X_train[row].argmax())
    lightest = int(data.X_train[row].argmin())
    grey = [tile.picture.pixelColor(n % 8, n // 8).lightness() for n in (darkest, lightest)]
    assert grey[0] < grey[1]


def test_a_click_on_a_mistake_walks_through_it(panel_of: Maker) -> None:
    session, panel = panel_of("digits", "mistakes")
    page = mistakes(panel)
    gallery = page.gallery
    at = gallery.visualRect(gallery.tiles.index(3)).center()
    QTest.mouseClick(gallery.viewport(), LEFT, NOTHING, at)
    assert session.example == page.rows[3] + 1
    assert gallery.marked == 3


def test_mistakes_rest_under_the_pointer(
    panel_of: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, panel = panel_of("digits", "mistakes")
    page = mistakes(panel)
    before = list(page.rows)
    monkeypatch.setattr(page.gallery, "underMouse", lambda: True)
    train(session, 50)
    settle(panel, qtbot)
    assert page.rows == before
    page.gallery.left.emit()
    assert page.rows != before


def test_mistakes_of_other_data_do_not_rest(
    panel_of: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, panel = panel_of("digits", "mistakes")
    page, data = mistakes(panel), session.data
    monkeypatch.setattr(page.gallery, "underMouse", lambda: True)
    few = replace(
        data, X=data.X[:12], Y=data.Y[:12], train=np.arange(9), validation=np.arange(9, 12)
    )
    session.set_data(few)
    assert mistakes(panel) is page
    assert not page.gallery.tiles.rowCount()
    settle(panel, qtbot)
    assert sorted(page.rows) == list(range(9))


# --- weights --------------------------------------------------------------------------------------


def weights(panel: LearntPanel) -> WeightsPage:
    assert isinstance(panel.page, WeightsPage)
    return panel.page


def test_a_row_of_theta_is_a_picture_of_its_weights(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of("digits", "weights")
    gallery = weights(panel).gallery
    assert gallery.tiles.rowCount() == 25
    session.network.theta[0][:] = 0.0
    session.network.theta[0][4, 1 + 8 * 2 + 5] = 2.0
    session.network.theta[0][4, 1 + 8 * 6 + 1] = -2.0
    session.network.theta[0][4, 0] = 99.0  # the bias weight has no place in the picture
    session.refresh()
    settle(panel, qtbot)
    picture = gallery.tiles.now[4].picture
    side = picture.width() // 8
    half = side // 3
    at = [(5, 2), (1, 6), (0, 0)]
    plus, minus, zero = (picture.pixelColor(x * side + half, y * side + 1) for x, y in at)
    assert plus == QColor(LIGHT.positive)
    assert minus == QColor(LIGHT.negative)
    assert zero == QColor(LIGHT.surface)
    assert gallery.tiles.now[4].words == (
        "Unit 5 of layer 2: largest Θ⁽¹⁾₅,₂₂ = 2.000, smallest Θ⁽¹⁾₅,₅₀ = \N{MINUS SIGN}2.000"
    )
    assert "±2.00" in panel.words.text()


def test_a_click_on_a_row_selects_its_unit_and_the_reverse(panel_of: Maker) -> None:
    session, panel = panel_of("digits", "weights")
    gallery = weights(panel).gallery
    at = gallery.visualRect(gallery.tiles.index(6)).center()
    QTest.mouseClick(gallery.viewport(), LEFT, NOTHING, at)
    assert session.selection == Unit(2, 7)
    assert gallery.marked == 6
    for selection, marked in (
        (Weight(1, 3, 12), 2),
        (Unit(3, 2), None),
        (Unit(2, 25), 24),
        (None, None),
    ):
        session.select(selection)
        assert gallery.marked == marked


def test_fewer_units_leave_no_rows_behind(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of("digits", "weights")
    gallery = weights(panel).gallery
    at = gallery.visualRect(gallery.tiles.index(24)).center()
    session.set_network((64, 5, 10))
    QTest.mouseClick(gallery.viewport(), LEFT, NOTHING, at)
    assert session.selection is None
    settle(panel, qtbot)
    assert gallery.tiles.rowCount() == 5


def test_rows_are_selected_by_keys(panel_of: Maker) -> None:
    session, panel = panel_of("digits", "weights")
    gallery = weights(panel).gallery
    gallery.setFocus(Qt.FocusReason.TabFocusReason)
    gallery.setCurrentIndex(gallery.tiles.index(0))
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    assert session.selection is None
    gallery.activated.emit(gallery.currentIndex())  # what Enter does, on each platform its own way
    assert session.selection == Unit(2, 3)


def test_pictures_are_as_large_as_their_room_allows(panel_of: Maker) -> None:
    _, panel = panel_of("digits", "weights")
    gallery = weights(panel).gallery
    small = gallery.side
    panel.resize(1200, 900)
    assert gallery.side[0] > small[0]
    last = gallery.visualRect(gallery.tiles.index(24))
    assert gallery.viewport().rect().contains(last)


# --- units ----------------------------------------------------------------------------------------


def units(panel: LearntPanel) -> UnitsPage:
    assert isinstance(panel.page, UnitsPage)
    return panel.page


@pytest.mark.parametrize("hidden", ["sigmoid", "tanh"])
def test_a_tile_is_the_activation_of_its_unit(panel_of: Maker, qtbot: QtBot, hidden: str) -> None:
    """Unit 1 sees whether x₁ > 0, unit 2 whether x₂ > 0, as clearly as a step."""
    session, panel = panel_of("circles", "units", (2, 3, 1))
    session.set_network((2, 3, 1), hidden)
    session.network.theta[0][:] = [[0, 500, 0], [0, 0, 500], [0, 0, 0]]
    session.refresh()
    settle(panel, qtbot)
    view = units(panel).view
    picture = view.viewport().grab().toImage()
    full, empty = QColor(LIGHT.symbols["a"]), QColor(LIGHT.surface)

    def shade(unit: Unit, x: float, y: float) -> QColor:
        box = view.box(unit)
        return picture.pixelColor(
            QPoint(int(box.left() + x * box.width()), int(box.top() + y * box.height()))
        )

    assert shade(Unit(2, 1), 0.97, 0.03) == full
    assert shade(Unit(2, 1), 0.97, 0.97) == full
    assert shade(Unit(2, 2), 0.97, 0.03) == full
    low = shade(Unit(2, 1), 0.03, 0.97), shade(Unit(2, 2), 0.97, 0.97)
    if hidden == "sigmoid":
        assert low == (empty, empty)
        assert shade(Unit(2, 3), 0.97, 0.03) not in (full, empty)
    else:
        assert full not in low
        assert empty not in low
        assert shade(Unit(2, 3), 0.97, 0.03) == empty


def test_a_click_on_a_tile_selects_its_unit(panel_of: Maker) -> None:
    session, panel = panel_of("spirals", "units")
    view = units(panel).view
    for unit in (Unit(2, 3), Unit(3, 8), Unit(4, 1)):
        at = view.box(unit).center().toPoint()
        QTest.mouseClick(view.viewport(), LEFT, NOTHING, at)
        assert session.selection == unit
    QTest.mouseClick(view.viewport(), LEFT, NOTHING, QPoint(1, view.viewport().height() - 1))
    assert session.selection == Unit(4, 1), "there is no tile"


def test_tiles_are_walked_through_by_keys(panel_of: Maker) -> None:
    session, panel = panel_of("moons", "units", (2, 4, 4, 1))
    view = units(panel).view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    keys = Qt.Key
    QTest.keyClick(view, keys.Key_Right)
    assert view.cursor_unit == Unit(2, 2)
    QTest.keyClick(view, keys.Key_Down)
    assert view.cursor_unit == Unit(3, 2)
    QTest.keyClick(view, keys.Key_Down)
    assert view.cursor_unit == Unit(4, 1)
    QTest.keyClick(view, keys.Key_Left)
    QTest.keyClick(view, keys.Key_Return)
    assert session.selection == Unit(3, 4)
    assert "a⁽³⁾₄ = " in view.viewport().accessibleDescription()


def test_hovering_tells_the_activation(panel_of: Maker) -> None:
    session, panel = panel_of("moons", "units")
    view = units(panel).view
    a = forward(session.network, np.array([[0.5, -0.25]])).a[1][0, 2]
    told = view.told(Unit(2, 3), np.array([0.5, -0.25]))
    sign = "\N{MINUS SIGN}"
    assert told == f"a⁽²⁾₃ = {a:.3f}   (x₁ = 0.50, x₂ = -0.25)".replace("-", sign)


def test_many_units_are_scrolled_through(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of("moons", "units", (2, 300, 1))
    view = units(panel).view
    assert view.verticalScrollBar().maximum() > 0
    session.select(Unit(2, 290))
    assert view.viewport().rect().toRectF().contains(view.box(Unit(2, 290)))
    settle(panel, qtbot)
    view.grab()


# --- answers and planes ---------------------------------------------------------------------------


def answers(panel: LearntPanel) -> AnswersPage:
    assert isinstance(panel.page, AnswersPage)
    return panel.page


def test_a_click_on_an_example_shows_it_everywhere(panel_of: Maker) -> None:
    session, panel = panel_of("iris", "answers")
    canvas = answers(panel).canvas
    at = canvas.pixels_of(session.data.train[[77]])[0]
    QTest.mouseClick(canvas, LEFT, NOTHING, QPoint(*at.round().astype(int)))
    place = canvas.places[session.data.train[session.example - 1]]
    assert_allclose(canvas.plane.pixels(place[np.newaxis])[0], at, atol=12)


def test_components_and_slices_are_labelled_as_such(panel_of: Maker) -> None:
    session, panel = panel_of("iris", "answers")
    page = answers(panel)
    assert page.canvas.section.names[0] == "first principal component"
    assert "principal components: 96.0\N{NO-BREAK SPACE}%" in panel.words.text()
    panel.choice.kind.setCurrentIndex(1)
    panel.choice.kind.activated.emit(1)
    panel.choice.across.setCurrentIndex(2)
    panel.choice.across.activated.emit(2)
    assert page.canvas.section.names == ("petal length, cm", "sepal width, cm")
    session.show_example(9)
    assert "as in example 9" in panel.words.text()
    x = session.data.X_train[8]
    asked = page.canvas.section.inputs(np.zeros((1, 2)))[0]
    assert_allclose(asked[[0, 3]], x[[0, 3]])


def test_the_same_input_twice_is_no_plane(panel_of: Maker) -> None:
    _, panel = panel_of("iris", "answers")
    panel.cut.choose_inputs(1, 2)
    panel.cut.choose_inputs(2, 2)
    assert (panel.cut.across, panel.cut.up) == (2, 1)
    panel.cut.choose_inputs(1, 1)
    assert (panel.cut.across, panel.cut.up) == (1, 2)


def test_two_inputs_leave_nothing_to_choose(panel_of: Maker) -> None:
    _, panel = panel_of("moons", "answers")
    assert not panel.choice.isVisible()
    assert "component" not in panel.words.text()


# --- the curve ------------------------------------------------------------------------------------


def curve(panel: LearntPanel) -> CurvePage:
    assert isinstance(panel.page, CurvePage)
    return panel.page


@pytest.mark.parametrize("K", [1, 2])
def test_the_curve_is_what_the_network_says(panel_of: Maker, qtbot: QtBot, K: int) -> None:
    session, panel = panel_of(wave(K), "curve")
    train(session, 200)
    settle(panel, qtbot)
    page = curve(panel)
    assert len(page.curves) == K
    for k, drawn in enumerate(page.curves):
        x, y = drawn.getData()
        assert x[0] < -3 < 3 < x[-1], "beyond the examples too"
        X = session.data.scaler.apply(x[:, np.newaxis])
        assert_allclose(y, forward(session.network, X).h[:, k], rtol=1e-12)


def test_the_example_on_screen_is_ringed(panel_of: Maker) -> None:
    session, panel = panel_of(wave(), "curve")
    session.show_example(12)
    x, y = curve(panel).ring.getData()
    raw = session.data.scaler.undo(session.data.X_train[11])
    assert_allclose([x[0], y[0]], [raw[0], session.data.Y_train[11, 0]])


def test_an_example_on_the_curve_is_chosen_by_a_click(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of(wave(), "curve")
    page = curve(panel)
    qtbot.wait(50)
    raw = session.data.scaler.undo(session.data.X_train[20])
    scene = page.plot.view.mapViewToScene(QPointF(raw[0], session.data.Y_train[20, 0]))
    QTest.mouseClick(page.plot.viewport(), LEFT, NOTHING, page.plot.mapFromScene(scene))
    assert session.example == 21


# --- live -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "page"),
    [
        ("moons", "answers"),
        ("moons", "units"),
        ("moons", "confusion"),
        ("digits", "weights"),
        ("digits", "mistakes"),
        ("digits", "answers"),
        (wave(), "curve"),
    ],
)
def test_pages_follow_the_network(
    panel_of: Maker, qtbot: QtBot, data: str | DataSet, page: str
) -> None:
    session, panel = panel_of(data, page)
    before = panel.grab().toImage()
    train(session, 40)
    settle(panel, qtbot)
    assert panel.grab().toImage() != before


def test_pictures_keep_coming_while_training_runs(panel_of: Maker, qtbot: QtBot) -> None:
    session, panel = panel_of("spirals", "answers")
    pictures: list[int] = []
    answers(panel).canvas.portions.done.connect(lambda: pictures.append(1))
    session.training.toggle()

    def come() -> bool:
        session.training.poll()
        return len(pictures) >= 2

    qtbot.waitUntil(come)
    session.training.finish_step()
    settle(panel, qtbot)


def test_every_item_view_is_named(panel_of: Maker) -> None:
    for data, page in (("digits", "weights"), ("digits", "mistakes"), ("iris", "confusion")):
        _, panel = panel_of(data, page)
        for view in panel.findChildren(QAbstractItemView):
            if view.isVisible() and not isinstance(view, QHeaderView):
                assert view.objectName()
                assert view.accessibleName()


def test_other_examples_of_the_same_kind_are_shown_by_the_same_page(
    panel_of: Maker, qtbot: QtBot
) -> None:
    session, panel = panel_of("moons", "units")
    page = panel.page
    X = session.data.X.copy()
    X[0] = [0.1, 0.2]
    session.replace_examples(replace(session.data, X=X))
    settle(panel, qtbot)
    assert panel.page is page
