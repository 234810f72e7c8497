"""What a person does at the plot, and sees of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from bpviz.session import Session
    from bpviz.ui.plot import CostPlot

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def pixel(plot: CostPlot, x: float, height: float = 0.5) -> QPoint:
    """Return where on the viewport a place of the (linear) horizontal axis is."""
    area = plot.chart.area()
    at = plot.chart.view.mapViewToScene(QPointF(x, 0.0)).x()
    return QPoint(round(at), round(area.top() + height * area.height()))


def click(plot: CostPlot, x: float) -> None:
    QTest.mouseClick(plot.chart.viewport(), LEFT, PLAIN, pixel(plot, x))
    QTest.qWait(60)


def press(plot: CostPlot, name: str) -> None:
    button = plot.findChild(QToolButton, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    QTest.qWait(90)


def shown(session: Session) -> int | None:
    """Return the past iteration that is shown, or None."""
    moment = session.training.moment
    return None if moment is None else moment.iteration
