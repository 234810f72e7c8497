"""The fitted curve of a network with one input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.core import forward
from bpviz.text import translate
from bpviz.ui.classes import class_colours
from bpviz.ui.portions import Portions, batches
from bpviz.ui.watching import watch

from .curve_plot import CurvePlot, dots, name_of_targets, ring, some
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.core import Array, Network
    from bpviz.data import Indices
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut

_PLACES: Final = 400  # at which the curve is computed
_AIR: Final = 0.08  # of the range of the examples, on either side


class CurvePage(Page):
    """h_Θ(x) over all x, one curve for each output, and the examples."""

    def __init__(
        self, session: Session, theme: Theme, cut: Cut, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, cut, parent)
        self._fitted: Network | None = None
        self.plot = CurvePlot(theme)
        self.plot.setObjectName("learnt.curve")
        self.plot.setAccessibleName(translate("LearntPanel", "The fitted curve"))
        self.portions = Portions(self.plot.viewport(), self._work, finest=_PLACES)
        self.plot.portions = self.portions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        self._make()
        watch(self, session.moment_changed, self._moment_changed)

    def sentence(self) -> str:
        """Say what is to be seen."""
        return translate(
            "LearntPanel",
            "The fitted curve h<sub>Θ</sub>(x), and the examples: filled ones are learnt from, "
            "hollow ones held back. Click one to walk through it.",
        )

    def renew(self) -> None:
        """Fit other data."""
        self._make()
        self.portions.ask(afresh=True)

    # --- the parts -----------------------------------------------------------------------------

    def _make(self) -> None:
        """Draw the examples, and make a curve for each output."""
        data, theme = self._session.data, self._theme
        self._raw: Array = data.scaler.undo(data.X)[:, 0]
        self._measured: Array = data.on_one_axis(data.Y)
        K = data.Y.shape[1]
        colours = [QColor(theme.symbols["a"])] if K == 1 else class_colours(theme, K)
        line = self.fontMetrics().height()
        self.plot.label(data.features[0], name_of_targets(data))
        self.curves = []
        items = []
        for k, colour in enumerate(colours):
            for rows, filled in ((data.validation, False), (data.train, True)):
                points = self._points(rows, k, colour, filled=filled, size=0.55 * line)
                items.append(points)
                if filled:
                    points.sigClicked.connect(self._choose)
            curve = pg.PlotCurveItem(antialias=True, pen=pg.mkPen(colour, width=0.15 * line))
            curve.setZValue(1)
            items.append(curve)
            self.curves.append(curve)
        self.ring = ring(theme, line)
        low, high = (np.array([f(self._raw), f(self._measured)]) for f in (np.min, np.max))
        air = _AIR * np.where(high > low, high - low, 1.0)
        low, high = low - air, high + air
        self._reach = float(low[0]), float(high[0])
        self.plot.show_items([*items, self.ring], QRectF(*low, *(high - low)))
        self._show_example()

    def _points(
        self, rows: Indices, k: int, colour: QColor, *, filled: bool, size: float
    ) -> pg.ScatterPlotItem:
        """Return some of these examples, evenly chosen, as points."""
        chosen = some(rows)
        points = dots(self._theme, colour, filled=filled, size=size)
        points.setData(self._raw[rows[chosen]], self._measured[rows[chosen], k], data=chosen)
        return points

    # --- what happens --------------------------------------------------------------------------

    def _work(self, places: int) -> Iterator[None]:
        network, data = self._session.trace.network, self._session.data
        x = np.linspace(*self._reach, max(50, places))
        X = data.scaler.apply(x[:, np.newaxis])
        h = np.empty((len(x), network.layers[-1]))
        for part in batches(len(x), network):
            h[part] = forward(network, X[part]).h
            yield
        for curve, values in zip(self.curves, data.on_one_axis(h).T, strict=True):
            curve.setData(x, np.ascontiguousarray(values))
        self._fitted = network

    def _moment_changed(self) -> None:
        self._show_example()
        if self._session.trace.network is not self._fitted:
            self.portions.ask()

    def _show_example(self) -> None:
        """Ring the example on screen."""
        data = self._session.data
        row = data.train[self._session.example - 1]
        if row < len(self._raw):
            Y = self._measured[row]
            self.ring.setData(np.full(len(Y), self._raw[row]), Y)

    def _choose(self, item: object, points: list[pg.SpotItem]) -> None:
        del item
        if len(points):
            self._session.show_example(int(points[0].data()) + 1)
