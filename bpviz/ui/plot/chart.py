"""Curves of J(Θ) over the iterations, drawn with pyqtgraph in the app's own look."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QGraphicsView

from . import scale
from .axis import Axis
from .envelope import envelope
from .overlay import Ending, Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .curve import Curve, Mark

# J may round to 0 on examples learnt perfectly; a logarithmic axis ends here instead.
_SMALLEST: Final = 1e-18


class Chart(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Curves with their names and latest values; the view follows them until a person zooms.

    Wheel and drag zoom and move, as do the keys + and −; a double click or 0 shows everything
    again.

    Parameters
    ----------
    theme
        Colours.
    curves, marks
        What to draw; call `refresh` after changing points or marks.
    labels
        Names of the horizontal and the vertical axis.

    Attributes
    ----------
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
        marks: Sequence[Mark],
        labels: tuple[str, str],
    ) -> None:
        self._theme = theme
        self.curves = tuple(curves)
        self.marks = marks
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
        for axis, label in zip(self._axes, labels, strict=True):
            axis.setLabel(label, color=theme.muted)
            axis.linkToView(self.view)
            axis.setZValue(self.view.zValue() - 1)  # the grid lies behind the curves
        self._lines = [pg.PlotCurveItem(antialias=True, skipFiniteCheck=True) for _ in self.curves]
        for line in self._lines:
            self.view.addItem(line, ignoreBounds=True)
        self.view.sigRangeChangedManually.connect(self._zoomed)
        self.view.sigRangeChanged.connect(self._redraw)
        self._dress()

    def _dress(self) -> None:
        """Take over the font of the window."""
        font = QFont(self.font())
        font.setPointSizeF(0.82 * font.pointSizeF())
        self._metrics = QFontMetricsF(font)
        self._overlay = Overlay(self._theme, font)
        line = self._metrics.height()
        horizontal, vertical = self._axes
        for curve, drawn in zip(self.curves, self._lines, strict=True):
            drawn.setPen(pg.mkPen(curve.colour, width=0.13 * line, style=curve.dash))
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
        return np.log10(np.maximum(values, _SMALLEST)) if self._log[axis] else values

    # --- drawing -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the curves as they are now."""
        if self.following and any(len(curve.x) for curve in self.curves):
            self.view.setRange(xRange=self._x_range(), yRange=self._y_range(), padding=0)
        self._redraw()

    def _x_range(self) -> tuple[float, float]:
        """Return where the horizontal axis begins and ends, with room for the latest values."""
        last = max(float(curve.x[-1]) for curve in self.curves if len(curve.x))
        share = min(0.5, self._overlay.width_of_values(self._ends()) / max(1.0, self.view.width()))
        last = max(last, 10.0)
        if self._log[0]:
            return 0.0, log10(last) / (1.0 - share)
        return 0.0, scale.ceiling(last / (1.0 - share))

    def _y_range(self) -> tuple[float, float]:
        """Return where the vertical axis begins and ends."""
        values = [curve.y for curve in self.curves if len(curve.y)]
        high = max(float(np.nanmax(y)) for y in values)
        if not self._log[1]:
            return 0.0, scale.ceiling(max(1.08 * high, _SMALLEST))
        low = max(min(float(np.nanmin(y)) for y in values), _SMALLEST)
        top = log10(scale.ceiling(max(1.3 * high, _SMALLEST)))
        bottom = -log10(scale.ceiling(1.3 / low))
        return min(bottom, top - 0.5), top

    def _redraw(self) -> None:
        """Give each pixel column what it can show."""
        (low, high), _ = self.view.viewRange()
        columns = max(2, int(self.view.width()))
        edges = np.linspace(low, high, columns + 1)
        if self._log[0]:
            edges = 10.0**edges
        for curve, line in zip(self.curves, self._lines, strict=True):
            # Iteration 0 has no place on a logarithmic axis.
            first = int(self._log[0] and len(curve.x) > 0 and curve.x[0] <= 0)
            x, y = envelope(curve.x[first:], curve.y[first:], edges)
            line.setData(self._scaled(x, 0), self._scaled(y, 1))
        self.viewport().update()

    def _ends(self) -> list[Ending]:
        """Return the latest point of each curve, in terms of the axes."""
        ends = []
        for curve in self.curves:
            if len(curve.x) and np.isfinite(curve.y[-1]):
                x, y = self._scaled(curve.x[-1:], 0)[0], self._scaled(curve.y[-1:], 1)[0]
                ends.append(Ending(float(x), float(y), float(curve.y[-1]), curve.colour))
        return ends

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Write the names, the latest values and the marks over the curves."""
        super().drawForeground(painter, rect)
        area = self.view.sceneBoundingRect()
        overlay = self._overlay
        shown = [curve for curve in self.curves if len(curve.x)]
        marks = [
            (float(self._scaled(np.array([mark.iteration]), 0)[0]), mark.text)
            for mark in self.marks
        ]
        if self.invitation and overlay.is_low(area):
            shown = []  # one point needs no legend as much as the invitation its room
        legend = overlay.legend(painter, area, [(c.name, c.colour, c.dash) for c in shown])
        overlay.marks(painter, area, self.view, marks, legend)
        overlay.values(painter, area, self.view, self._ends())
        overlay.invitation(painter, area, self.invitation)
        if self.hasFocus():
            overlay.focus(painter, QRectF(self.viewport().rect()))

    # --- a person ------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything again."""
        event.accept()
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and −, show everything with 0."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(0.8)
            case Qt.Key.Key_Minus:
                self._zoom(1.25)
            case Qt.Key.Key_0:
                self.fit()
            case _:
                event.ignore()

    def _zoom(self, factor: float) -> None:
        self._set_following(following=False)
        self.view.scaleBy((factor, factor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the latest values their room."""
        super().resizeEvent(event)
        if hasattr(self, "_overlay"):  # Qt resizes while pyqtgraph is still being built
            self._arrange()
            self.refresh()
