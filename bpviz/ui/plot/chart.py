"""Curves of J(Θ), drawn with pyqtgraph in the app's own look."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QGraphicsView

from . import reach
from .axis import Axis
from .corner import curves_in_pixels
from .envelope import envelope
from .gestures import Gestures
from .overlay import Ending, Overlay
from .reach import SMALLEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QResizeEvent

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .curve import Cursor, Curve

_MOST_TRIALS: Final = 2000  # dots; more would hide one another


class Chart(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Curves with their names and latest values; the view follows them until a person zooms.

    `gestures` tells what a person does here; the wheel zooms.

    Parameters
    ----------
    theme
        Colours.
    curves
        What to draw; call `refresh` after changing points, `set_curves` for others.
    label
        Name of the vertical axis.

    Attributes
    ----------
    marks
        Places along the horizontal axis where something happened, and what.
    trials
        Points told from curves: (x, y), or None where there are none.
    cursor_shown
        The moment shown, or None.
    invitation
        What to write in the middle while there is hardly anything to see.

    Signals
    -------
    following_changed
        Whether everything is in view, and stays so.
    """

    following_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        curves: Sequence[Curve],
        label: str,
    ) -> None:
        self._theme = theme
        self.curves: tuple[Curve, ...] = ()
        self.marks: Sequence[tuple[float, str]] = ()
        self.trials: Curve | None = None
        self.cursor_shown: Cursor | None = None
        self._rows: list[QRectF] = []
        self.invitation = ""
        self.following = True
        self._log = (False, False)
        font = QFont()
        self._axes = (
            Axis("bottom", theme, font, whole=True),
            Axis("left", theme, font),
        )
        super().__init__(background=theme.surface)
        # What is drawn over the curves may change where these do not.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Without a PlotItem, whose dozens of controls would live in menus that nobody sees.
        self.view = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self.view.disableAutoRange()
        horizontal, vertical = self._axes
        self._layout = pg.GraphicsLayout()
        self._layout.setSpacing(0)
        self._layout.addItem(vertical, 0, 0)
        self._layout.addItem(self.view, 0, 1)
        self._layout.addItem(horizontal, 1, 1)
        self.setCentralItem(self._layout)
        for axis in self._axes:
            axis.linkToView(self.view)
            axis.setZValue(self.view.zValue() - 1)  # the grid lies behind the curves
        vertical.setLabel(label, color=theme.muted)
        self._dots = pg.ScatterPlotItem(pen=None, pxMode=True)
        self.view.addItem(self._dots, ignoreBounds=True)
        self._lines: list[pg.PlotCurveItem] = []
        self.view.sigRangeChangedManually.connect(self._zoomed)
        self.view.sigRangeChanged.connect(self._redraw)
        self._dress()
        self.set_curves(curves)
        self.gestures = Gestures(self)

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """Draw other curves, the first above the others."""
        for line in self._lines:
            self.view.removeItem(line)
        self.curves = tuple(curves)
        self._lines = [pg.PlotCurveItem(antialias=True, skipFiniteCheck=True) for _ in curves]
        thick = 0.13 * self._metrics.height()
        for n, (curve, line) in enumerate(zip(self.curves, self._lines, strict=True)):
            width = 0.6 * thick if curve.faint else thick
            line.setPen(pg.mkPen(curve.colour, width=width, style=curve.dash))
            line.setZValue(len(self._lines) - n)
            self.view.addItem(line, ignoreBounds=True)

    def set_along(self, label: str, *, whole: bool) -> None:
        """Name the horizontal axis, and say whether only whole numbers make sense along it."""
        horizontal = self._axes[0]
        horizontal.whole = whole
        horizontal.setLabel(label, color=self._theme.muted)
        horizontal.picture = None
        self._arrange()
        self.fit()

    def _dress(self) -> None:
        """Take over the font of the window."""
        font = QFont(self.font())
        font.setPointSizeF(0.82 * font.pointSizeF())
        self._metrics = QFontMetricsF(font)
        self._overlay = Overlay(self._theme, font)
        line = self._metrics.height()
        horizontal, vertical = self._axes
        for axis in self._axes:
            axis.setTickFont(font)
            axis.label.setFont(font)
        horizontal.set_room(6.5 * line, 2.5 * line)
        vertical.set_room(2.2 * line, 0.6 * line)
        self._layout.setContentsMargins(0, 0.6 * line, 1.6 * line, 0)
        # A fixed width, so that nothing moves when the numbers grow shorter.
        vertical.setWidth(self._metrics.horizontalAdvance("0.0001") + 1.6 * line)
        self._arrange()

    def _arrange(self) -> None:
        """Spare the name of the horizontal axis where the plot is low."""
        line = self._metrics.height()
        named = self.height() > 11 * line
        horizontal = self._axes[0]
        horizontal.showLabel(named)
        horizontal.setHeight((2.3 if named else 1.3) * line)

    # --- scales --------------------------------------------------------------------------------

    def set_logarithmic(self, *, x: bool, y: bool) -> None:
        """Choose the scales, and show everything."""
        self._log = (x, y)
        for axis, logarithmic in zip(self._axes, self._log, strict=True):
            axis.logarithmic = logarithmic
            axis.picture = None
            axis.update()
        self.fit()

    def fit(self) -> None:
        """Show everything, and go on doing so."""
        self._set_following(following=True)
        self.refresh()

    def _set_following(self, *, following: bool) -> None:
        if following != self.following:
            self.following = following
            self.following_changed.emit(following)

    def _zoomed(self) -> None:
        self._set_following(following=False)

    def _scaled(self, values: Array, axis: int) -> Array:
        return np.log10(np.maximum(values, SMALLEST)) if self._log[axis] else values

    # --- drawing -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the curves as they are now."""
        curves = [curve for curve in self.curves if len(curve.x)]
        if self.following and curves:
            room = self._overlay.width_of_values(self._ends())
            x = reach.across(
                curves,
                logarithmic=self._log[0],
                whole=self._axes[0].whole,
                share=min(0.5, room / max(1.0, self.view.width())),
            )
            y = reach.upright(curves, logarithmic=self._log[1])
            self.view.setRange(xRange=x, yRange=y, padding=0)
        self._redraw()

    def _redraw(self) -> None:
        """Give each pixel column what it can show."""
        (low, high), _ = self.view.viewRange()
        columns = max(2, int(self.view.width()))
        edges = np.linspace(low, high, columns + 1)
        if self._log[0]:
            edges = 10.0**edges
        for curve, line in zip(self.curves, self._lines, strict=True):
            # Iteration 0 has no place on a logarithmic axis.
            first = int(np.searchsorted(curve.x, 0.0, side="right")) if self._log[0] else 0
            x, y = envelope(curve.x[first:], curve.y[first:], edges)
            line.setData(self._scaled(x, 0), self._scaled(y, 1))
        self._redraw_trials(edges[0], edges[-1])
        self.viewport().update()

    def _redraw_trials(self, left: float, right: float) -> None:
        trials = self.trials
        if trials is None:
            self._dots.clear()
            return
        seen = (trials.x >= left) & (trials.x <= right) & reach.drawable(trials.y)
        places = np.flatnonzero(seen)
        places = places[:: 1 + len(places) // _MOST_TRIALS]
        colour = QColor(trials.colour)
        colour.setAlphaF(0.55)
        self._dots.setData(
            self._scaled(trials.x[places], 0),
            self._scaled(trials.y[places], 1),
            size=0.3 * self._metrics.height(),
            brush=colour,
        )

    def _ends(self) -> list[Ending]:
        """Return the latest point of each curve, in terms of the axes."""
        ends = []
        for curve in self.curves:
            if len(curve.x) and reach.drawable(curve.y[-1:])[0] and not curve.faint:
                x, y = self._scaled(curve.x[-1:], 0)[0], self._scaled(curve.y[-1:], 1)[0]
                ends.append(Ending(float(x), float(y), float(curve.y[-1]), curve.colour))
        return ends

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Write the names, the latest values and the marks over the curves."""
        super().drawForeground(painter, rect)
        area = self.view.sceneBoundingRect()
        overlay = self._overlay
        shown = [curve for curve in self.curves if len(curve.x)]
        if self.trials is not None:
            shown.append(self.trials)
        if self.invitation and overlay.is_low(area):
            shown = []  # one point needs no legend as much as the invitation its room
        ends = self._ends()
        values = overlay.placed(area, self.view, ends)
        rows = overlay.legend(
            painter,
            overlay.beside(area, ends),
            [(c.name, c.colour, c.dash) for c in shown],
            [box for _, box, _ in values],
            curves_in_pixels(self._lines, area, self.view.viewRange()),
        )
        self._rows = rows
        taken = QRectF(rows[0].topLeft(), rows[-1].bottomRight()) if rows else QRectF()
        marks = [(self._place(x), text) for x, text in self.marks]
        overlay.marks(painter, area, self.view, marks, taken)
        overlay.values(painter, values)
        cursor = self.cursor_shown
        if cursor is not None:
            height = float(self._scaled(np.array([cursor.y]), 1)[0])
            point = self.view.mapViewToScene(QPointF(self._place(cursor.x), height))
            if not math.isfinite(height):  # J is being computed, or is none
                point.setY(area.center().y())
            overlay.cursor(painter, area, point, cursor)
        overlay.invitation(painter, area, self.invitation)
        if self.hasFocus():
            overlay.focus(painter, QRectF(self.viewport().rect()))

    def _place(self, x: float) -> float:
        return float(self._scaled(np.array([x]), 0)[0])

    # --- for gestures --------------------------------------------------------------------------

    @property
    def cursor_x(self) -> float | None:
        """Where the cursor is along the horizontal axis, or None where the present is shown."""
        return None if self.cursor_shown is None else self.cursor_shown.x

    def area(self) -> QRectF:
        """Return the pixels of the curves."""
        return QRectF(self.view.sceneBoundingRect())

    def x_at(self, point: QPointF) -> float:
        """Return the place on the horizontal axis at a pixel."""
        x = float(self.view.mapSceneToView(point).x())
        return float(10.0**x) if self._log[0] else x

    def named_at(self, point: QPointF) -> int | None:
        """Return the number of the faint curve whose name in the legend is at a pixel."""
        drawn = [n for n, curve in enumerate(self.curves) if len(curve.x)]
        for n, row in zip(drawn, self._rows, strict=False):
            if row.contains(point) and self.curves[n].faint:
                return n
        return None

    def pan(self, by: QPointF) -> None:
        """Move the view by pixels."""
        self._zoomed()
        zero, moved = (self.view.mapSceneToView(p) for p in (QPointF(), by))
        self.view.translateBy(x=zero.x() - moved.x(), y=zero.y() - moved.y())

    def zoom(self, factor: float) -> None:
        """Show `factor` as much along both axes."""
        self._zoomed()
        self.view.scaleBy((factor, factor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the latest values their room."""
        super().resizeEvent(event)
        if hasattr(self, "_overlay"):  # Qt resizes while pyqtgraph is still being built
            self._arrange()
            self.refresh()
