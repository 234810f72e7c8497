"""The curve of J(Θ), looked at and zoomed as a person would."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from bpviz.session import Session
from bpviz.text import percent, set_language
from bpviz.training import Record
from bpviz.ui.plot import CostPlot
from bpviz.ui.plot.overlay import apart
from bpviz.ui.plot.report import report
from bpviz.ui.theme import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("moons")
    yield session
    session.close()


@pytest.fixture
def plot(qtbot: QtBot, session: Session) -> CostPlot:
    plot = CostPlot(session, LIGHT)
    qtbot.addWidget(plot)
    plot.resize(520, 300)
    plot.show()
    QTest.qWait(1)  # the chart comes after the window
    return plot


def train(session: Session, seconds: float = 0.25) -> None:
    session.training.toggle()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        session.training.poll()
        QTest.qWait(10)
    session.training.finish_step()
    settle()


def settle() -> None:
    """Let the plot draw, however long a drawing takes."""
    for _ in range(10):
        QTest.qWait(10)


def view_range(plot: CostPlot) -> list[list[float]]:
    ranges: list[list[float]] = plot.chart.view.viewRange()
    return [list(r) for r in ranges]


def press(plot: CostPlot, name: str) -> None:
    button = plot.findChild(QToolButton, name)
    assert button is not None
    QTest.mouseClick(button, LEFT)


def turn(plot: CostPlot, eighths: int) -> None:
    viewport = plot.chart.viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(viewport, event)


def count(image: QImage, colour: str) -> int:
    """Return how many pixels have exactly a colour."""
    sought = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == sought for x in range(image.width()) for y in range(image.height())
    )


def test_before_training_it_invites_and_shows_the_first_point(
    plot: CostPlot, session: Session
) -> None:
    assert plot.objectName() == "plot.cost"
    assert plot.accessibleName()
    assert plot.chart.invitation
    assert plot.chart.invitation == "Press Train (T) to watch J(Θ) fall."
    assert plot.accessibleDescription().endswith(plot.chart.invitation)
    (end, other) = plot.chart._ends()
    assert end.x == 0.0
    assert session.training.history.records().J[0] == end.J
    assert session.training.history.records().J_validation[0] == other.J
    assert count(plot.grab().toImage(), LIGHT.symbols["J"]) > 10, "its point is drawn"


def test_training_draws_both_curves_to_their_latest_values(
    plot: CostPlot, session: Session
) -> None:
    train(session)
    assert not plot.chart.invitation
    records = session.training.history.records()
    ends = plot.chart._ends()
    assert [e.J for e in ends] == [records.J[-1], records.J_validation[-1]]
    assert ends[0].x == records.iteration[-1]
    (low, high), (bottom, top) = view_range(plot)
    assert low == 0.0
    assert records.iteration[-1] < high
    assert bottom <= records.J.min()
    assert records.J.max() <= top
    picture = plot.grab().toImage()
    assert count(picture, LIGHT.symbols["J"]) > 50
    assert count(picture, LIGHT.negative) > 50


def test_curves_are_told_apart_without_colour(plot: CostPlot) -> None:
    training, validation = plot.chart.curves
    assert training.dash != validation.dash
    assert training.colour != validation.colour


def test_without_validation_examples_there_is_one_curve(qtbot: QtBot) -> None:
    session = Session("xor")
    plot = CostPlot(session, DARK)
    qtbot.addWidget(plot)
    plot.show()
    QTest.qWait(1)
    assert len(plot.chart._ends()) == 1
    assert "validation" not in plot.readout.toolTip()
    session.close()


def test_the_readout_says_what_is_known(plot: CostPlot, session: Session) -> None:
    train(session)
    text = plot.readout.toolTip()
    assert f"iteration {session.training.iteration:,}" in text
    assert "accuracy" in text
    assert "steps/s" in text
    assert "J = " in plot.accessibleDescription()
    plot.resize(250, 200)
    assert plot.readout.text().startswith("iteration")
    assert len(plot.readout.text()) < len(text), "what does not fit is left out"


def test_report_in_both_languages() -> None:
    record = Record(1234567, 0.5, 0.6, 0.97312, 0.94)
    assert report(record, 81234.5) == [
        "iteration 1,234,567",
        "accuracy 97.3\N{NO-BREAK SPACE}%",
        "in validation 94.0\N{NO-BREAK SPACE}%",
        "81,000 steps/s",
    ]
    assert report(Record(0, 0.5), 0.0) == ["iteration 0"]
    numbers = Record(7, 0.5, error=0.25, error_validation=0.5)
    assert report(numbers, 0.0, 8.0)[1:] == ["RMS error 2.000", "in validation 4.000"]
    assert report(Record(5, 0.5), 4.25)[-1] == "4.25 steps/s"
    set_language("ru")
    assert report(record, 81234.5)[1].endswith("97,3\N{NO-BREAK SPACE}%")


@pytest.mark.parametrize(
    ("share", "text"), [(0.0, "0.0 %"), (0.9996, "99.9 %"), (1.0, "100.0 %"), (0.5, "50.0 %")]
)
def test_all_is_only_said_of_all(share: float, text: str) -> None:
    assert percent(share).replace("\N{NO-BREAK SPACE}", " ") == text


def test_a_zoom_is_respected_until_fit(plot: CostPlot, session: Session) -> None:
    train(session)
    assert not plot.fit.isEnabled(), "nothing to fit: all is in view"
    turn(plot, 240)
    zoomed = view_range(plot)
    assert zoomed[0][1] - zoomed[0][0] < session.training.iteration
    assert plot.fit.isEnabled()
    train(session)
    assert view_range(plot) == zoomed
    press(plot, "button.fit")
    (low, high), _ = view_range(plot)
    assert low == 0.0
    assert high > session.training.iteration
    assert not plot.fit.isEnabled()


def test_a_double_click_fits(plot: CostPlot, session: Session) -> None:
    train(session)
    turn(plot, 240)
    viewport = plot.chart.viewport()
    QTest.mouseDClick(viewport, LEFT, Qt.KeyboardModifier.NoModifier, viewport.rect().center())
    assert plot.chart.following


def test_keys_zoom(plot: CostPlot, session: Session) -> None:
    train(session)
    plot.chart.setFocus()
    (low, high), _ = view_range(plot)
    QTest.keyClick(plot.chart, Qt.Key.Key_Plus)
    (closer_low, closer_high), _ = view_range(plot)
    assert closer_high - closer_low < high - low
    QTest.keyClick(plot.chart, Qt.Key.Key_Minus)
    assert view_range(plot)[0] == pytest.approx([low, high], abs=1e-6 * high)
    assert not plot.chart.following
    QTest.keyClick(plot.chart, Qt.Key.Key_0)
    assert plot.chart.following


def test_logarithmic_scales(plot: CostPlot, session: Session) -> None:
    train(session)
    records = session.training.history.records()
    press(plot, "button.log_cost")
    _, (bottom, top) = view_range(plot)
    assert 10**bottom <= records.J.min()
    assert records.J.max() <= 10**top
    assert plot.chart._ends()[0].y == pytest.approx(np.log10(records.J[-1]))
    press(plot, "button.log_iteration")
    (low, high), _ = view_range(plot)
    assert low == 0.0, "10⁰: the first iteration"
    assert 10**high > records.iteration[-1]
    plot.grab()
    press(plot, "button.log_cost")
    press(plot, "button.log_iteration")
    assert view_range(plot)[0][1] > records.iteration[-1]


def test_a_cost_of_zero_has_a_place_on_a_logarithmic_scale(
    plot: CostPlot, session: Session
) -> None:
    for n, J in enumerate((0.5, 1e-9, 0.0), start=1):
        session.training.history.append(Record(n, J, J))
    press(plot, "button.log_cost")
    plot.refresh()
    plot.grab()
    assert all(np.isfinite(r).all() for r in view_range(plot))


def test_the_view_is_calm(plot: CostPlot, session: Session) -> None:
    """From one record to the next the axes hardly ever move."""
    seen = set()
    for n in range(1, 400):
        session.training.history.append(Record(n, 0.7 / n, 0.8 / n))
        plot.refresh()
        (_, right), (_, top) = view_range(plot)
        assert right > n
        seen.add((right, top))
    assert len(seen) < 20


def test_changes_of_alpha_are_marked(plot: CostPlot, session: Session) -> None:
    session.training.set(alpha=0.5)
    assert plot.marks == [], "before the first iteration there is nothing to mark"
    train(session)
    session.training.set(alpha=0.25)
    session.training.set(alpha=0.125)
    (mark,) = plot.marks
    assert mark.text == "α = 0.125"
    assert mark.iteration == session.training.iteration
    session.new_theta()
    assert plot.marks == []
    settle()
    assert plot.chart.invitation


def test_a_plot_out_of_sight_catches_up(plot: CostPlot, session: Session) -> None:
    plot.hide()
    train(session)
    assert plot.chart.curves[0].x[-1] == 0
    plot.show()
    assert plot.chart.curves[0].x[-1] == session.training.iteration


def test_the_window_does_not_wait_for_pyqtgraph(qtbot: QtBot, session: Session) -> None:
    plot = CostPlot(session, LIGHT)
    qtbot.addWidget(plot)
    plot.show()
    plot.grab()
    session.new_theta()
    session.training.set(alpha=0.5)
    assert "chart" not in vars(plot)
    qtbot.waitUntil(lambda: "chart" in vars(plot))
    assert plot.chart.invitation


def test_there_is_no_menu_of_pyqtgraph(plot: CostPlot) -> None:
    assert not plot.chart.view.menuEnabled()


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("size", [(200, 110), (380, 150), (900, 600)])
def test_it_can_be_drawn_at_any_size(
    qtbot: QtBot, session: Session, name: str, size: tuple[int, int]
) -> None:
    plot = CostPlot(session, THEMES[name])
    qtbot.addWidget(plot)
    plot.resize(*size)
    plot.show()
    train(session, 0.05)
    picture = plot.grab().toImage()
    assert picture.pixelColor(2, 2) == QColor(plot.palette().base().color())


def test_nothing_is_left_of_a_destroyed_plot(qtbot: QtBot, session: Session) -> None:
    del qtbot
    training = session.training
    before = [len(s) for s in (training.recorded, training.changed, training.rewound)]
    plot = CostPlot(session, LIGHT)
    plot.show()
    plot.close()
    shiboken6.delete(plot)
    assert [len(s) for s in (training.recorded, training.changed, training.rewound)] == before
    training.recorded.emit()


def test_values_that_meet_are_written_one_above_the_other() -> None:
    assert apart([50.0, 52.0], 10.0, 0.0, 100.0) == [46.0, 56.0]
    assert apart([99.0, 99.5], 10.0, 0.0, 100.0) == [85.0, 95.0]
    assert apart([1.0, 2.0], 10.0, 0.0, 100.0) == [5.0, 15.0]
    assert apart([20.0, 80.0], 10.0, 0.0, 100.0) == [20.0, 80.0]
    assert apart([], 10.0, 0.0, 100.0) == []
