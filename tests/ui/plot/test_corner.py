"""Where the names of the curves stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt

from bpviz.ui.plot.corner import free_corner
from bpviz.ui.plot.curve import Curve
from bpviz.ui.theme import LIGHT

if TYPE_CHECKING:
    from bpviz.ui.plot import CostPlot

AREA, SIZE = QRectF(100, 50, 400, 200), QSizeF(90, 40)


def test_at_the_top_right_where_nothing_is() -> None:
    corner = free_corner(AREA, SIZE, [], [])
    assert (corner.right(), corner.top()) == (AREA.right(), AREA.top())
    falling = np.column_stack((np.linspace(100, 500, 50), np.linspace(50, 250, 50)))
    assert free_corner(AREA, SIZE, [], [falling]) == corner


def test_never_over_a_value_rather_over_a_curve() -> None:
    value = QRectF(450, 60, 50, 20)
    below = free_corner(AREA, SIZE, [value], [])
    assert not below.intersects(value)
    assert (below.right(), below.bottom()) == (AREA.right(), AREA.bottom())
    everywhere = np.array([[x, y] for x in range(100, 500, 5) for y in range(100, 250, 5)])
    assert not free_corner(AREA, SIZE, [value], [everywhere]).intersects(value)


def test_it_stays_in_an_area_that_is_smaller() -> None:
    low = QRectF(0, 0, 60, 30)
    assert low.contains(free_corner(low, SIZE, [], []))


def test_a_flat_curve_keeps_its_value_free_of_names(plot: CostPlot) -> None:
    chart = plot.chart
    flat = np.full(100, 0.69)
    curve = Curve("training", LIGHT.symbols["J"], Qt.PenStyle.SolidLine, np.arange(100.0), flat)
    chart.set_curves((curve,))
    plot.resize(500, 300)
    chart.refresh()
    chart.grab()
    values = chart._overlay.placed(chart.area(), chart.view, chart._ends())
    assert len(values) == len(chart._rows) == 1
    assert not any(row.intersects(box) for row in chart._rows for _, box, _ in values)
