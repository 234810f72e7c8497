"""The curve as a door to each moment, opened with mouse and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from bpviz.core import cost
from bpviz.ui.plot import CostPlot
from bpviz.ui.theme import LIGHT, THEMES
from tests.ui.plot.hands import LEFT, PLAIN, click, pixel, press, settle, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bpviz.session import Session

RIGHT = Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def plays(plot: CostPlot) -> bool:
    return plot.travel.film.playing


def span(plot: CostPlot) -> tuple[float, float]:
    low, high = plot.chart.view.viewRange()[0]
    return low, high


def test_a_new_beginning_leaves_no_moment_of_the_past(plot: CostPlot, session: Session) -> None:
    click(plot, 200)
    plot.travel.toggle_film()
    assert plays(plot)
    session.new_theta()
    assert not plot.strip.isVisible()
    assert plot.chart.cursor_shown is None
    assert not plays(plot)


def test_the_film_of_another_run_ends_with_it(plot: CostPlot, session: Session) -> None:
    """As in a lesson that is left while its training is played back."""
    session.training.rewind(100)
    aside = session.lay_aside()
    session.new_theta()
    session.training.train_to(300)
    plot.travel.play_from_start()
    assert plays(plot)
    session.take_back(aside)
    assert not plays(plot)
    settle(plot)
    assert shown(session) == 100


def test_a_click_shows_that_iteration(plot: CostPlot, session: Session) -> None:
    now = session.network.parameters.copy()
    assert not plot.strip.isVisible()
    click(plot, 200)
    moment = session.training.moment
    assert moment is not None
    assert moment.iteration == pytest.approx(200, abs=3), "a pixel is about an iteration"
    np.testing.assert_array_equal(session.network.parameters, moment.parameters)
    assert not np.array_equal(session.network.parameters, now)
    assert plot.strip.isVisible()
    assert plot.strip.words.text() == f"Iteration {moment.iteration} is shown"
    cursor = plot.chart.cursor_shown
    assert cursor is not None
    assert cursor.x == moment.iteration
    data = session.data
    J = cost(session.network, data.X_train, data.Y_train, session.training.lambda_)
    assert cursor.y == pytest.approx(J, rel=1e-12)
    assert cursor.text.startswith(f"iteration {moment.iteration}: J = ")
    assert plot.readout.text().startswith(f"iteration {moment.iteration}")
    session.training.set(lambda_=2.0)
    assert plot.strip.words.toolTip().endswith("λ and α are those of now.")
    assert plot.strip.words.accessibleName().endswith("is shown, with λ and α of now")
    session.training.set(lambda_=0.0)
    assert plot.strip.words.accessibleName() == f"Iteration {moment.iteration} is shown"
    press(plot, "button.now")
    assert shown(session) is None
    assert plot.chart.cursor_shown is None
    assert not plot.strip.isVisible()
    np.testing.assert_array_equal(session.network.parameters, now)
    assert plot.readout.text().startswith(f"iteration {session.training.iteration}")


def test_the_cursor_is_drawn_where_it_was_clicked(plot: CostPlot) -> None:
    click(plot, 150)
    at = pixel(plot, 150)
    picture = plot.chart.grab().toImage()
    accent = QColor(LIGHT.accent)
    near = [picture.pixelColor(x, at.y()) for x in range(at.x() - 4, at.x() + 5)]
    assert any(abs(c.red() - accent.red()) + abs(c.blue() - accent.blue()) < 60 for c in near)


def test_a_drag_ends_where_the_mouse_does(plot: CostPlot, session: Session, qtbot: QtBot) -> None:
    seen: list[int] = []

    def note() -> None:
        if session.training.moment is not None:
            seen.append(session.training.moment.iteration)

    session.training.rewound.connect(note)
    viewport, before = plot.chart.viewport(), span(plot)
    QTest.mousePress(viewport, LEFT, PLAIN, pixel(plot, 50))
    for x in range(60, 301, 10):
        QTest.mouseMove(viewport, pixel(plot, x))
    QTest.mouseRelease(viewport, LEFT, PLAIN, pixel(plot, 300))
    qtbot.waitUntil(lambda: seen[-1] == pytest.approx(300, abs=3))
    assert len(seen) < 20, "those between are shown as time allows"
    assert span(plot) == before, "pointing does not move the view"


@pytest.mark.parametrize(("button", "modifier"), [(RIGHT, PLAIN), (LEFT, SHIFT)])
def test_the_other_drag_moves_the_view(
    plot: CostPlot, session: Session, button: Qt.MouseButton, modifier: Qt.KeyboardModifier
) -> None:
    viewport, (low, high) = plot.chart.viewport(), span(plot)
    start, stop = pixel(plot, 300), pixel(plot, 200)
    QTest.mousePress(viewport, button, modifier, start)
    QTest.mouseMove(viewport, stop)
    QTest.mouseRelease(viewport, button, modifier, stop)
    step = (high - low) / plot.chart.area().width()
    moved = (start.x() - stop.x()) * step
    assert span(plot) == pytest.approx((low + moved, high + moved), abs=step)
    assert shown(session) is None
    assert not plot.chart.following


def test_a_double_click_leaves_the_moment_as_it_was(plot: CostPlot, session: Session) -> None:
    viewport = plot.chart.viewport()

    def double_click() -> None:
        QTest.mouseClick(viewport, LEFT, PLAIN, pixel(plot, 100))  # else Qt sends but its second
        QTest.mouseDClick(viewport, LEFT, PLAIN, pixel(plot, 100))
        settle(plot)

    double_click()
    assert shown(session) is None
    click(plot, 250)
    before = shown(session)
    assert before is not None
    double_click()
    assert shown(session) == before


def test_keys_go_by_a_record(plot: CostPlot, session: Session) -> None:
    iterations = session.training.history.records().iteration
    plot.chart.setFocus()

    def key(key: Qt.Key) -> int | None:
        QTest.keyClick(plot.chart, key)
        settle(plot)
        return shown(session)

    assert key(Qt.Key.Key_Left) == iterations[-2]
    assert key(Qt.Key.Key_Left) == iterations[-3]
    assert key(Qt.Key.Key_Right) == iterations[-2]
    assert key(Qt.Key.Key_Escape) is None
    assert key(Qt.Key.Key_Right) is None, "after now there is nothing"
    click(plot, 0)
    assert key(Qt.Key.Key_Left) == 0


def test_the_chart_keeps_its_keys_from_the_window(qtbot: QtBot, session: Session) -> None:
    plot = CostPlot(session, LIGHT)
    window = QMainWindow()
    qtbot.addWidget(window)
    heard = []
    for key in ("Left", "Escape"):
        action = QAction(key, window)
        action.setShortcut(key)
        action.triggered.connect(lambda _=False, key=key: heard.append(key))
        window.addAction(action)
    window.setCentralWidget(plot)
    window.show()
    window.activateWindow()
    settle(plot)
    plot.chart.setFocus()
    qtbot.waitUntil(plot.chart.hasFocus)
    QTest.keyClick(plot.chart, Qt.Key.Key_Escape)
    assert heard == ["Escape"], "with nothing to leave, Esc is the window's"
    QTest.keyClick(plot.chart, Qt.Key.Key_Left)
    settle(plot)
    assert shown(session) is not None
    QTest.keyClick(plot.chart, Qt.Key.Key_Escape)
    assert shown(session) is None
    assert heard == ["Escape"]


def test_another_iteration_than_asked_for_is_said(plot: CostPlot, session: Session) -> None:
    training = session.training
    training.rewind(200)
    assert training.moment is not None
    training.moment = replace(training.moment, asked=233, why="patience")
    training.rewound.emit()
    sentence = training.moment.sentence()
    assert sentence
    assert plot.strip.words.text() == "Iteration 200 is shown, not 233"
    assert plot.strip.words.toolTip() == sentence
    assert plot.chart.cursor_shown is not None
    assert plot.chart.cursor_shown.note == sentence
    plot.resize(384, 150)
    plot.grab()
    assert plot.strip.words.text() == "200, not 233"
    plot.resize(300, 150)
    plot.grab()
    assert plot.strip.words.text() == "200"


def test_training_is_played_back(qtbot: QtBot, plot: CostPlot, session: Session) -> None:
    click(plot, 100)
    film = plot.travel.film
    speeds = plot.strip.play.menu().actions()
    assert speeds[0].text() == "The whole run in 5 s"
    speeds[0].trigger()
    assert film.duration == 5
    film.duration = 3
    seen: list[int] = []

    def note() -> None:
        if session.training.moment is not None:
            seen.append(session.training.moment.iteration)

    session.training.rewound.connect(note)
    press(plot, "button.play_back")
    qtbot.waitUntil(lambda: seen != [])
    last = session.training.history.records().iteration[-1]
    qtbot.waitUntil(lambda: not film.playing and seen[-1] == last)
    qtbot.waitUntil(lambda: not plays(plot))
    assert seen == sorted(seen)
    assert seen[0] >= 98
    assert len(seen) > 5
    press(plot, "button.play_back")
    assert plays(plot), "from the end it begins again"
    click(plot, 300)
    assert not plays(plot), "whoever points wants to stay there"
    press(plot, "button.play_back")
    press(plot, "button.now")
    settle(plot)
    assert not plays(plot)
    assert shown(session) is None


@pytest.mark.parametrize("name", ["light", "dark"])
def test_another_look_shows_the_same_moment(qtbot: QtBot, session: Session, name: str) -> None:
    session.training.rewind(123)
    plot = CostPlot(session, THEMES[name])
    qtbot.addWidget(plot)
    plot.resize(384, 150)
    plot.show()
    settle(plot)
    assert plot.strip.isVisible()
    assert plot.chart.cursor_shown is not None
    assert plot.chart.cursor_shown.x == 123
    assert plot.size().width() == 384
    assert plot.size().height() == 150
    plot.grab()
