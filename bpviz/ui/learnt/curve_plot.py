"""Axes for the fitted curve, in the app's own look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from bpviz.text import translate
from bpviz.ui.plot.axis import Axis

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QGraphicsItem

    from bpviz.data import DataSet, Indices
    from bpviz.ui.portions import Portions
    from bpviz.ui.theme import Theme


MOST: Final = 2_000  # examples that are drawn


def some(rows: Indices) -> Indices:
    """Return places among some rows, evenly chosen: all, or as many as are drawn."""
    return np.linspace(0, len(rows) - 1, min(MOST, len(rows))).astype(np.intp)


def name_of_targets(data: DataSet) -> str:
    """Return what the axis of the targets is called, and that it is scaled where it is."""
    if data.Y.shape[1] == 1:
        return data.classes[0]
    return translate("LearntPanel", "y, scaled") if data.mixes_units else "y"


def dots(theme: Theme, colour: QColor, *, filled: bool, size: float) -> pg.ScatterPlotItem:
    """Return points for examples, yet to be set: filled ones are learnt from, others held back."""
    surface = QColor(theme.surface)
    return pg.ScatterPlotItem(
        size=size,
        pen=pg.mkPen(surface if filled else colour, width=1.2),
        brush=pg.mkBrush(colour if filled else surface),
    )


def ring(theme: Theme, line: float) -> pg.ScatterPlotItem:
    """Return what goes round the example on screen."""
    item = pg.ScatterPlotItem(
        size=1.1 * line, pen=pg.mkPen(QColor(theme.text), width=2.2), brush=None
    )
    item.setZValue(2)
    return item


class CurvePlot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """A plane with two named axes; wheel and drag zoom and move, a double click shows all again.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        self.portions: Portions | None = None
        self._theme = theme
        font = QFont()
        font.setPointSizeF(0.82 * font.pointSizeF())
        super().__init__(background=theme.surface)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Without a PlotItem, whose dozens of controls would live in menus that nobody sees.
        self.view = pg.ViewBox(enableMenu=False, defaultPadding=0.05)
        line = QFontMetricsF(font).height()
        self._axes = {side: Axis(side, theme, font) for side in ("bottom", "left")}
        self._axes["bottom"].set_room(4.0 * line, 2.5 * line)
        self._axes["left"].set_room(2.2 * line, 0.6 * line)
        self._axes["left"].setWidth(5.0 * line)
        layout = pg.GraphicsLayout()
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0.6 * line, 0.8 * line, 0)
        layout.addItem(self._axes["left"], 0, 0)
        layout.addItem(self.view, 0, 1)
        layout.addItem(self._axes["bottom"], 1, 1)
        self.setCentralItem(layout)
        for axis in self._axes.values():
            axis.linkToView(self.view)
            axis.setZValue(self.view.zValue() - 1)  # the grid lies behind the curves
        self._reach = QRectF(0, 0, 1, 1)

    def label(self, across: str, up: str) -> None:
        """Name the axes."""
        self._axes["bottom"].setLabel(across, color=self._theme.muted)
        self._axes["left"].setLabel(up, color=self._theme.muted)

    def show_items(self, items: list[QGraphicsItem], reach: QRectF) -> None:
        """Show other items, and all that lies within `reach`."""
        self.view.clear()
        for item in items:
            self.view.addItem(item, ignoreBounds=True)
        self._reach = reach
        self.view.setRange(reach)

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Show everything again."""
        del event
        self.view.setRange(self._reach)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the curves, and renew them."""
        if self.portions is not None:
            self.portions.look()
        super().paintEvent(event)
