"""Where the parts of the picture are: the chart of sizes, and a row of strips for each layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from .record import SYMBOLS

# In lines of text.
_CHART: Final = 5.6
_HEADING: Final = 1.4
_ROW: Final = (1.5, 6.0)  # least and most
_BETWEEN_ROWS: Final = 0.25
_BETWEEN_COLUMNS: Final = 0.6
_STRIP: Final = 3.2  # least width
_EDGE: Final = 0.3
_RIDGE: Final = 0.28  # of a column
_CHART_SHARE: Final = 0.36
_WIDE: Final = 2.0  # width to height from which the chart stands beside the strips


@dataclass(frozen=True, slots=True)
class Cell:
    """One quantity of one layer: over time, and at one moment beside it."""

    strip: QRectF
    ridge: QRectF

    @property
    def rect(self) -> QRectF:
        """Both."""
        return self.strip.united(self.ridge)


@dataclass(frozen=True, slots=True)
class Row:
    """One layer."""

    label: QRectF
    cells: tuple[Cell, ...]

    @property
    def rect(self) -> QRectF:
        """All of it."""
        return self.label.united(self.cells[-1].ridge)


class Layout:
    """Rectangles for a size of the picture.

    Parameters
    ----------
    width, height
        Of the picture.
    line
        Height of a line of its text.
    label
        Width of the names of the rows.
    rows
        How many layers.

    Attributes
    ----------
    chart
        Room of the chart of sizes with its axes.
    headings
        Of the columns.
    rows
        Layer after layer.
    """

    def __init__(self, width: float, height: float, line: float, label: float, rows: int) -> None:
        edge = _EDGE * line
        whole = QRectF(edge, edge, width - 2 * edge, height - 2 * edge)
        if width > _WIDE * height and whole.width() > 2 * minimum_width(line, label):
            self.chart = QRectF(whole)
            self.chart.setWidth(_CHART_SHARE * whole.width())
            grid = whole.adjusted(self.chart.width() + line, 0, 0, 0)
        else:
            share = max(_CHART * line, _CHART_SHARE * whole.height())
            least = _HEADING * line + rows * (_ROW[0] + _BETWEEN_ROWS) * line
            self.chart = QRectF(whole)
            self.chart.setHeight(min(share, max(_CHART * line, whole.height() - least)))
            grid = whole.adjusted(0, self.chart.height() + 0.4 * line, 0, 0)
        self._lay_rows(grid, line, label, rows)

    def _lay_rows(self, grid: QRectF, line: float, label: float, rows: int) -> None:
        heading = _HEADING * line
        low, high = (line * lines for lines in _ROW)
        gap = _BETWEEN_ROWS * line
        height = min(max((grid.height() - heading) / rows - gap, low), high)
        space = _BETWEEN_COLUMNS * line
        column = (grid.width() - label) / len(SYMBOLS) - space
        lefts = [grid.left() + label + space + n * (column + space) for n in range(len(SYMBOLS))]
        self.headings = [QRectF(left, grid.top(), column, heading) for left in lefts]
        ridge = _RIDGE * column
        self.rows: list[Row] = []
        for n in range(rows):
            top = grid.top() + heading + n * (height + gap)
            cells = tuple(
                Cell(
                    QRectF(left, top, column - ridge, height),
                    QRectF(left + column - ridge, top, ridge, height),
                )
                for left in lefts
            )
            self.rows.append(Row(QRectF(grid.left(), top, label, height), cells))


def minimum_width(line: float, label: float) -> float:
    """Return the least width at which strips can be read."""
    strip = _STRIP * line / (1 - _RIDGE)
    return 2 * _EDGE * line + label + len(SYMBOLS) * (strip + _BETWEEN_COLUMNS * line)


def minimum_height(line: float, rows: int) -> float:
    """Return the least height for a number of layers."""
    lines = _CHART + 0.4 + _HEADING + rows * (_ROW[0] + _BETWEEN_ROWS) + 2 * _EDGE
    return line * lines
