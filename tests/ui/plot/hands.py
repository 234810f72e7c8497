"""What a person does at the plot, and sees of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from bpviz.session import Session
    from bpviz.ui.plot import CostPlot

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def settle(plot: CostPlot) -> None:
    """Let the plot show what it has been told and asked for, however long that takes."""
    timers = plot._timer, plot.travel._rewinder._timer

    def quiet() -> bool:
        waits = any(timer.isActive() for timer in timers)
        return "chart" in vars(plot) and (plot.travel.film.playing or not waits)

    for _ in range(2):  # what came of one may have begun the other
        deadline = time.monotonic() + 60
        while not quiet():
            assert time.monotonic() < deadline
            QTest.qWait(5)
        QTest.qWait(1)


def pixel(plot: CostPlot, x: float, height: float = 0.5) -> QPoint:
    """Return where on the viewport a place of the (linear) horizontal axis is."""
    area = plot.chart.area()
    at = plot.chart.view.mapViewToScene(QPointF(x, 0.0)).x()
    return QPoint(round(at), round(area.top() + height * area.height()))


def click(plot: CostPlot, x: float) -> None:
    QTest.mouseClick(plot.chart.viewport(), LEFT, PLAIN, pixel(plot, x))
    settle(plot)


def press(plot: CostPlot, name: str) -> None:
    button = plot.findChild(QToolButton, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    settle(plot)


def shown(session: Session) -> int | None:
    """Return the past iteration that is shown, or None."""
    moment = session.training.moment
    return None if moment is None else moment.iteration
