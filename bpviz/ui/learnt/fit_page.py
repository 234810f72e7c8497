"""How well numbers are fitted: what the network says against what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.core import forward, root_mean_square_error
from bpviz.text import measured, translate
from bpviz.ui.classes import class_colours
from bpviz.ui.portions import Portions, batches
from bpviz.ui.watching import watch

from .curve_plot import CurvePlot, dots, name_of_targets, ring, some
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.core import Array, Network
    from bpviz.data import DataSet
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut

_AIR: Final = 0.08  # of the range of the targets, on either side


class FitPage(Page):
    """Each example by its target and by what the network says; on the diagonal both agree."""

    def __init__(
        self, session: Session, theme: Theme, cut: Cut, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, cut, parent)
        self._judged: Network | None = None
        self.h: Array = np.zeros((0, 0))
        self.plot = CurvePlot(theme)
        self.plot.setObjectName("learnt.fit")
        self.plot.setAccessibleName(translate("LearntPanel", "What the network says against y"))
        self.portions = Portions(self.plot.viewport(), self._work, finest=0)
        self.plot.portions = self.portions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        self._make()
        watch(self, session.moment_changed, self._moment_changed)

    def sentence(self) -> str:
        """Say what is to be seen, and how far the network is off."""
        data = self._session.data
        told = _told(data)
        if len(self.h) != len(data.X):
            return told
        errors = [
            measured(data.error_scale * root_mean_square_error(self.h[rows], data.Y[rows]))
            for rows in (data.train, data.validation)
            if len(rows)
        ]
        if len(errors) == 1:
            error = translate("LearntPanel", "RMS error: {error}.").format(error=errors[0])
        else:
            error = translate("LearntPanel", "RMS error: {error}, held back {other}.").format(
                error=errors[0], other=errors[1]
            )
        return f"{error} {told}"

    def renew(self) -> None:
        """Judge other data."""
        self._make()
        self.portions.ask(afresh=True)

    # --- the parts -----------------------------------------------------------------------------

    def _make(self) -> None:
        """Make points for the examples, which get their places when they are judged."""
        data, theme = self._session.data, self._theme
        line = self.fontMetrics().height()
        K = data.Y.shape[1]
        if data.mixes_units:
            said = translate("LearntPanel", "network says, scaled")
        else:
            said = translate("LearntPanel", "network says")
        self.plot.label(name_of_targets(data), said)
        self._y: Array = data.on_one_axis(data.Y)
        low, high = float(self._y.min()), float(self._y.max())
        air = _AIR * ((high - low) or 1.0)
        low, high = low - air, high + air
        diagonal = pg.PlotCurveItem(
            [low, high], [low, high], pen=pg.mkPen(theme.muted, style=Qt.PenStyle.DashLine)
        )
        self._points = []
        colours = [QColor(theme.symbols["a"])] if K == 1 else class_colours(theme, K)
        for k, colour in enumerate(colours):
            for rows, filled in ((data.validation, False), (data.train, True)):
                points = dots(theme, colour, filled=filled, size=0.55 * line)
                if filled:
                    points.sigClicked.connect(self._choose)
                self._points.append((points, rows, k))
        self.ring = ring(theme, line)
        items = [diagonal, *(points for points, _, _ in self._points), self.ring]
        self.plot.show_items(items, QRectF(low, low, high - low, high - low))

    # --- what happens --------------------------------------------------------------------------

    def _work(self, detail: int) -> Iterator[None]:
        del detail
        network, data = self._session.trace.network, self._session.data
        h = np.empty(data.Y.shape)
        for part in batches(len(h), network):
            h[part] = forward(network, data.X[part]).h
            yield
        said = data.on_one_axis(h)
        for points, rows, k in self._points:
            chosen = some(rows)
            points.setData(self._y[rows[chosen], k], said[rows[chosen], k], data=chosen)
        self._judged, self.h = network, h
        self._show_example()
        self.told.emit()

    def _moment_changed(self) -> None:
        self._show_example()
        if self._session.trace.network is not self._judged:
            self.portions.ask()

    def _show_example(self) -> None:
        """Ring the example on screen."""
        data = self._session.data
        row = int(data.train[self._session.example - 1])
        if row < len(self.h):
            self.ring.setData(self._y[row], data.on_one_axis(self.h[row]))

    def _choose(self, item: object, points: list[pg.SpotItem]) -> None:
        del item
        if len(points):
            self._session.show_example(int(points[0].data()) + 1)


def _told(data: DataSet) -> str:
    if data.mixes_units:
        return translate(
            "LearntPanel",
            "Across: y; up: what the network says; all scaled, since the outputs have different "
            "units. On the line both agree; hollow ones are held back.",
        )
    return translate(
        "LearntPanel",
        "Across: the measured y; up: what the network says. On the line both agree; hollow "
        "ones are held back.",
    )
