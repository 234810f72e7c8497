"""Draws the part of a page that is in sight: names, cells, and frames around what matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from bpviz.ui.names import SLANTED, whole

from .cells import Cells
from .typeface import HEADING, INDEX, Typeface

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .layout import Box, Layout
    from .lit import Region
    from .quantities import Cell

_LABELLED: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Moment:
    """What is drawn besides the layout.

    Attributes
    ----------
    values
        (rows, columns) for each grid that is in sight.
    scales
        For each symbol the size that has the full colour.
    digits
        Of numbers.
    computed, used, selected
        What the step computes, what from, what is selected.
    pointed, cursor
        The numbers under the pointer and under the keyboard.
    """

    values: Mapping[int, Array]
    scales: Mapping[str, float]
    digits: int
    computed: Sequence[Region] = ()
    used: Sequence[Region] = ()
    selected: Sequence[Region] = ()
    pointed: Cell | None = None
    cursor: Cell | None = None


class Picture:
    """Colours and typeface, ready to draw with.

    Parameters
    ----------
    theme
        Colours.
    font
        Of the interface.
    """

    def __init__(self, theme: Theme, font: QFont) -> None:
        self.theme = theme
        self.typeface = Typeface(font)
        self._cells = Cells(theme, self.typeface)

    def draw(self, painter: QPainter, layout: Layout, moment: Moment, sight: Box) -> None:
        """Draw what is in sight (in the coordinates of the layout)."""
        for n, values in moment.values.items():
            self._heading(painter, layout, n)
            self._cells.draw(
                painter,
                layout,
                n,
                values,
                scale=moment.scales[layout.grids[n].symbol],
                digits=moment.digits,
                sight=sight,
            )
        self._indices(painter, layout, moment, sight)
        theme = self.theme
        frames = (
            (moment.used, _pen(theme.accent, 1.5, dashed=True), 0.0),
            (moment.selected, _pen(theme.text, 2.0), 1.0),
            (moment.computed, _pen(theme.accent, 2.5), 1.5),
        )
        for regions, pen, outside in frames:
            for region in regions:
                box = region_box(layout, region)
                if box is not None:
                    _outline(painter, box, pen, outside)
        if moment.pointed is not None:
            _outline(painter, layout.cell_box(moment.pointed), _pen(theme.text, 1.0), 1.0)
        if moment.cursor is not None:
            box = layout.cell_box(moment.cursor)
            _outline(painter, box, _pen(theme.surface, 4.0), 1.0)
            _outline(painter, box, _pen(theme.accent, 2.5, dashed=True), 1.0)

    def _heading(self, painter: QPainter, layout: Layout, n: int) -> None:
        """Write the name of a grid and, for a matrix, its shape."""
        grid, box = layout.grids[n], layout.heading(n)
        name = whole(grid.symbol, grid.layer)
        font = self.typeface.font(HEADING, bold=True, italic=grid.symbol in SLANTED)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.symbols[grid.symbol]))
        baseline = box.top + 0.78 * box.height
        painter.drawText(QPointF(box.left, baseline), name)
        if grid.is_matrix:
            used = QFontMetricsF(font).horizontalAdvance(name) + 0.5 * self.typeface.size
            shape = f"{grid.rows} × {grid.columns}"
            small = self.typeface.font(INDEX)
            if used + QFontMetricsF(small).horizontalAdvance(shape) <= box.width:
                painter.setFont(small)
                painter.setPen(QColor(self.theme.muted))
                painter.drawText(QPointF(box.left + used, baseline), shape)

    def _indices(self, painter: QPainter, layout: Layout, moment: Moment, sight: Box) -> None:
        """Write the indices of rows and columns, as many as can be read."""
        painter.setFont(self.typeface.font(INDEX))
        painter.setPen(QColor(self.theme.muted))
        metrics = QFontMetricsF(painter.font())
        height = metrics.height()
        for n, right in layout.gutters:
            grid = layout.grids[n]
            for row in _marks(grid.rows, grid.first, height / layout.cell[1]):
                box = layout.around(n, range(row, row + 1), range(1))
                if sight.top <= box.bottom and box.top <= sight.bottom:
                    text = str(grid.unit(row))
                    left = right - 0.3 * height - metrics.horizontalAdvance(text)
                    baseline = box.top + 0.5 * box.height + 0.36 * INDEX * self.typeface.size
                    painter.drawText(QPointF(left, baseline), text)
            if n not in moment.values or not grid.is_matrix:
                continue
            wide = metrics.horizontalAdvance(f"  {grid.columns} ")
            for column in _marks(grid.columns, 0, wide / layout.cell[0]):
                box = layout.around(n, range(1), range(column, column + 1))
                text = str(column)
                left = box.left + 0.5 * (box.width - metrics.horizontalAdvance(text))
                painter.drawText(QPointF(left, box.top - 0.22 * height), text)


def region_box(layout: Layout, region: Region) -> Box | None:
    """Return the box around what a page shows of a region."""
    for n, grid in enumerate(layout.grids):
        if (grid.symbol, grid.layer) == (region.symbol, region.layer):
            rows = range(
                max(0, region.units.start - grid.first),
                min(grid.rows, region.units.stop - grid.first),
            )
            return layout.around(n, rows, region.sources) if rows and region.sources else None
    return None


def _pen(colour: str, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([2.0, 2.0])
    return pen


def _outline(painter: QPainter, box: Box, pen: QPen, outside: float) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # The last pixel of a cell is the edge to the next.
    area = QRectF(box.left, box.top, box.width - 1, box.height - 1)
    painter.drawRoundedRect(area.adjusted(-outside, -outside, outside, outside), 2, 2)


def _marks(count: int, first: int, needed: float) -> range:
    """Return which of so many rows or columns have their index written if each needs `needed`."""
    step = next((s for s in _LABELLED if s >= needed), count)
    return range((-first) % step, count, step)
