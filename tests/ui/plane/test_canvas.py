"""The plane on screen: answers as the network gives them, marks where the examples lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from bpviz.core import forward
from bpviz.data import DataSet, Scaling, Words, load
from bpviz.session import Session
from bpviz.training import Run
from bpviz.ui.classes import class_colours, class_names, classes_of, verdict
from bpviz.ui.plane import PlaneCanvas, of_inputs, principal
from bpviz.ui.plane.answers import certainty
from bpviz.ui.theme import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

Maker = Callable[..., tuple[Session, PlaneCanvas]]


@pytest.fixture
def canvas_of(qtbot: QtBot) -> Iterator[Maker]:
    # Held here, lest Python collects a window that Qt is still painting.
    made: list[tuple[Session, PlaneCanvas]] = []

    def make(data: str | DataSet, theme: str = "light") -> tuple[Session, PlaneCanvas]:
        session = Session(data)
        known = session.data
        section = of_inputs(known, 0, 1) if known.X.shape[1] == 2 else principal(known)
        canvas = PlaneCanvas(session, THEMES[theme], section)
        qtbot.addWidget(canvas)
        canvas.resize(420, 360)
        canvas.show()
        made.append((session, canvas))
        return session, canvas

    yield make
    for session, _ in made:
        session.close()


def train(session: Session, steps: int) -> None:
    network, data = session.network, session.data
    run = Run(network, data.X_train, data.Y_train, settings=session.training.settings)
    while run.iteration < steps:
        run.advance(steps - run.iteration)
    network.parameters[:] = run.network.parameters
    session.refresh()


def heights() -> DataSet:
    """Two inputs and a number to be fitted: y = 3 x₁."""
    X = np.random.default_rng(0).uniform(-1, 1, (60, 2))
    return DataSet(
        name="heights",
        X=X,
        Y=3 * X[:, :1],
        words=lambda: Words("Heights", "A slope.", ("east", "north"), ("height, m",), "by hand"),
        train=np.arange(50),
        validation=np.arange(50, 60),
        layers=(2, 1),
        alpha=0.1,
        scaler=Scaling.none(2),
        output="linear",
        cost="squared-error",
    )


def colour_at(picture: QImage, at: QPoint) -> tuple[int, int, int]:
    colour = picture.pixelColor(at)
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["moons", "spirals", "xor", "iris"])
def test_the_ground_is_what_the_network_says(canvas_of: Maker, name: str, theme: str) -> None:
    """Where no mark lies, the colour of each place is nearest to that of the class it gets."""
    session, canvas = canvas_of(name, theme)
    train(session, 800)
    canvas.portions.finish()
    picture = canvas.grab().toImage()
    frame = canvas.plane.frame
    random = np.random.default_rng(1)
    pixels = np.column_stack(
        [
            random.uniform(frame.left() + 3, frame.right() - 3, 300),
            random.uniform(frame.top() + 3, frame.bottom() - 3, 300),
        ]
    ).round()
    away = np.hypot(*(pixels[:, np.newaxis] - canvas.plane.pixels(canvas.places)).T).min(axis=0)
    pixels = pixels[away > 16]
    assert len(pixels) > 20
    places = np.array([canvas.plane.place(QPointF(*pixel)) for pixel in pixels])
    h = forward(session.network, canvas.section.inputs(places)).h
    colours = class_colours(THEMES[theme], max(2, h.shape[1]))
    palette = np.array([(c.red(), c.green(), c.blue()) for c in colours], dtype=float)
    ground = QColor(THEMES[theme].surface)
    base = np.array([ground.red(), ground.green(), ground.blue()], dtype=float)
    sure = certainty(h) > 0.2  # at the border colours run into each other
    for pixel, said in zip(pixels[sure], classes_of(h)[sure], strict=True):
        seen = np.array(colour_at(picture, QPoint(int(pixel[0]), int(pixel[1])))) - base
        likeness = palette - base
        angles = likeness @ seen / np.linalg.norm(likeness, axis=1)
        assert angles.argmax() == said


def test_certainty_is_the_lead_of_the_first_over_the_second() -> None:
    h = np.array([[0.9, 0.2, 0.4], [0.3, 0.3, 0.3]])
    np.testing.assert_allclose(certainty(h), [0.5, 0.0])
    np.testing.assert_allclose(certainty(np.array([[0.5], [1.0], [0.2]])), [0.0, 1.0, 0.6])


def test_marks_lie_where_the_examples_are_in_the_colour_of_their_class(canvas_of: Maker) -> None:
    session, canvas = canvas_of("xor")
    picture = canvas.grab().toImage()
    colours = class_colours(LIGHT, 2)
    for x, y in zip(session.data.X, session.data.Y[:, 0], strict=True):
        at = canvas.plane.pixel(x).toPoint()
        assert picture.pixelColor(at) == colours[int(y)]


def test_a_click_chooses_and_hovering_tells(canvas_of: Maker) -> None:
    session, canvas = canvas_of("iris")
    chosen: list[int] = []
    canvas.chosen.connect(chosen.append)
    at = canvas.pixels_of(session.data.train[[30]])[0]
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(*at.round().astype(int)))
    assert canvas.told(QPointF(*at), chosen[0]).startswith(f"Example {chosen[0] + 1}: ")
    text = canvas.told(canvas.plane.frame.center(), None)
    assert text.startswith("first principal component = ")
    assert "h = " in text
    assert canvas.told(QPointF(-5, -5), None) == ""


def test_ten_classes_are_drawn_as_their_digits(canvas_of: Maker) -> None:
    session, canvas = canvas_of("digits")
    assert canvas.marks.lettered
    assert len({colour.name() for colour in class_colours(LIGHT, 10)}) == 10
    canvas.portions.finish()
    canvas.grab()
    told = canvas.told(canvas.plane.frame.center(), None)
    h = forward(session.network, canvas.section.inputs(canvas.plane.centre[np.newaxis])).h[0]
    assert told.endswith(f"({h.argmax()})")


def test_numbers_are_shades(canvas_of: Maker) -> None:
    """A network that says 3 x₁: the further east, the fuller the colour."""
    session, canvas = canvas_of(heights())
    assert not canvas.answers.by_class
    session.network.theta[0][:] = [[0.0, 3.0, 0.0]]
    session.refresh()
    canvas.portions.finish()
    picture = canvas.grab().toImage()
    frame = canvas.plane.frame
    y = int(frame.top()) + 4
    edges = int(frame.left()) + 4, int(frame.center().x()), int(frame.right()) - 4
    lightness = [picture.pixelColor(x, y).lightnessF() for x in edges]
    assert lightness[0] > lightness[1] > lightness[2]
    row = int(session.data.train[3])
    told = canvas.told(QPointF(), 3)
    assert told.startswith("Example 4: y = ")
    assert f"{session.data.Y[row, 0]:.3f}".replace("-", "\N{MINUS SIGN}") in told


def test_classes_are_told_from_numbers_and_switches() -> None:
    assert load("xor").tells_classes
    assert load("iris").tells_classes
    assert not heights().tells_classes
    iris = load("iris")
    assert not replace(iris, Y=np.minimum(iris.Y + np.eye(3)[0], 1.0)).tells_classes


def test_a_verdict_says_whether_the_network_agrees() -> None:
    names = class_names(load("iris"))
    assert verdict(names, 1, 1, 5) == "Example 5: versicolor; the network agrees"
    assert verdict(names, 1, 2, 1234) == "Example 1,234: versicolor; the network says virginica"


def test_very_many_examples_are_thinned_and_this_is_said(canvas_of: Maker) -> None:
    moons = load("moons")
    many = 40_000
    data = replace(
        moons,
        X=np.tile(moons.X, (200, 1)),
        Y=np.tile(moons.Y, (200, 1)),
        train=np.arange(many - 10_000),
        validation=np.arange(many - 10_000, many),
    )
    _, canvas = canvas_of(data)
    assert canvas.marks.thinned
    assert sum(len(rows) for rows in canvas.marks.rows) == 4_000
    canvas.grab()


def test_other_examples_at_the_same_scale_while_they_fit(canvas_of: Maker) -> None:
    session, canvas = canvas_of("moons")
    plane = canvas.plane
    for x, kept in ((0.5, True), (9.0, False)):
        X = session.data.X.copy()
        X[3] = [x, 0.0]
        session.replace_examples(replace(session.data, X=X))
        canvas.show_section(of_inputs(session.data, 0, 1), hold=True)
        assert (canvas.plane is plane) == kept
        assert canvas.plane.frame.contains(canvas.plane.pixel(session.data.X[3]))


def test_a_lone_example_has_room_around_it(canvas_of: Maker) -> None:
    moons = load("moons")
    data = replace(moons, X=moons.X[:1], Y=moons.Y[:1], train=np.arange(1), validation=np.arange(0))
    _, canvas = canvas_of(data)
    low, high = canvas.reach
    assert ((high - low) > 1.0).all()
    canvas.portions.finish()
    canvas.grab()


def test_at_rest_the_picture_becomes_fine_and_no_timer_runs(canvas_of: Maker, qtbot: QtBot) -> None:
    session, canvas = canvas_of("moons")
    details: list[int] = []
    canvas.portions.done.connect(lambda: details.append(canvas.grid_now[0]))
    train(session, 50)
    qtbot.waitUntil(lambda: bool(details) and canvas.portions.is_settled)
    rows = canvas.plane.grid(canvas.portions.finest).rows
    assert canvas.grid_now[0] == rows


def test_any_size_and_theme(canvas_of: Maker) -> None:
    for theme in (LIGHT, DARK):
        _, canvas = canvas_of("circles", theme.name)
        for width, height in ((40, 30), (150, 120), (1200, 300)):
            canvas.resize(width, height)
            canvas.portions.finish()
            canvas.grab()
