"""The table: one row for each weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from bpviz.core.measure import LIMIT
from bpviz.text import number, translate
from bpviz.ui.formula.view import full_precision
from bpviz.ui.names import entry

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from bpviz.core import Array
    from bpviz.session.selection import Weight
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .comparison import Comparison

WEIGHT, GRADIENT, SLOPE, RELATIVE = range(4)
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_RELATIVE_DIGITS: Final = 3


class Differences(QAbstractTableModel):
    """A comparison as rows, worst first unless a person sorts them otherwise.

    Parameters
    ----------
    session
        For the precision of numbers.
    theme
        Colours.
    """

    def __init__(self, session: Session, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._colours = {
            WEIGHT: QColor(theme.symbols["Theta"]),
            GRADIENT: QColor(theme.symbols["D"]),
            SLOPE: QColor(theme.symbols["J"]),
        }
        self._wrong = QColor(theme.negative)
        self._comparison: Comparison | None = None
        self._column, self._falling = RELATIVE, True
        self._rows: np.ndarray[tuple[int], np.dtype[np.intp]] = np.empty(0, dtype=np.intp)

    def show(self, comparison: Comparison | None) -> None:
        """Show another comparison."""
        self.beginResetModel()
        self._comparison = comparison
        self._rows = self._order()
        self.endResetModel()

    def weight(self, row: int) -> Weight | None:
        """Return the weight of a row."""
        if self._comparison is None or not 0 <= row < len(self._rows):
            return None
        return self._comparison.weight(int(self._rows[row]))

    def row(self, weight: Weight) -> int | None:
        """Return the row of a weight, if it has one."""
        place = None if self._comparison is None else self._comparison.row(weight)
        return None if place is None else int(np.flatnonzero(self._rows == place)[0])

    # --- sorting -------------------------------------------------------------------------------

    def sort_by(self, column: int) -> None:
        """Sort by a column, D and slopes by their size; the other way round if it is so already."""
        same = column == self._column
        self._falling = not self._falling if same else column != WEIGHT
        self._column = column
        self.beginResetModel()
        self._rows = self._order()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, RELATIVE)

    def _order(self) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        if self._comparison is None:
            return np.empty(0, dtype=np.intp)
        keys: dict[int, Array] = {
            WEIGHT: self._comparison.weights.astype(float),
            GRADIENT: np.abs(self._comparison.D),
            SLOPE: np.abs(self._comparison.slopes),
            RELATIVE: np.nan_to_num(self._comparison.relative, nan=np.inf),
        }
        key = keys[self._column]
        return np.argsort(-key if self._falling else key, kind="stable")

    def heading(self, column: int) -> str:
        """Return the name of a column, and which way it sorts the rows."""
        name = (
            translate("CheckPanel", "Weight"),
            "D",
            translate("CheckPanel", "numeric d"),
            translate("CheckPanel", "rel. diff."),
        )[column]
        return f"{name} {'▾' if self._falling else '▴'}" if column == self._column else name

    # --- what Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Return how many weights are compared."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return four: weight, D, slope, relative difference."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return the names of the columns."""
        if orientation != Qt.Orientation.Horizontal or section > RELATIVE:
            return None
        if role == _Role.DisplayRole:
            return self.heading(section)
        if role == _Role.ToolTipRole:
            return (
                translate("CheckPanel", "Θ of which layer, into unit i from unit j"),
                translate("CheckPanel", "∂J/∂Θ by backpropagation"),
                translate("CheckPanel", "∂J/∂Θ by central differences of J"),
                translate("CheckPanel", "How far D and d are apart, beside their size"),
            )[section]
        if role == _Role.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return what a cell shows."""
        comparison = self._comparison
        if comparison is None or not self.hasIndex(index.row(), index.column()):
            return None  # views may ask for what has gone
        row, column = int(self._rows[index.row()]), index.column()
        if role == _Role.TextAlignmentRole:
            return _alignment(column)
        wrong = not comparison.relative[row] <= LIMIT
        if role == _Role.ForegroundRole:
            return self._wrong if wrong and column == RELATIVE else self._colours.get(column)
        if column == WEIGHT:
            weight = comparison.weight(row)
            name = entry("Theta", weight.layer, weight.unit, weight.source)
            return name if role == _Role.DisplayRole else None
        columns = {GRADIENT: comparison.D, SLOPE: comparison.slopes, RELATIVE: comparison.relative}
        value = float(columns[column][row])
        if role == _Role.ToolTipRole:
            return full_precision(value)
        if role != _Role.DisplayRole:
            return None
        if column == RELATIVE:
            # Readable without colour.
            return f"{number(value, _RELATIVE_DIGITS)} {'✗' if wrong else '✓'}"
        return number(value, max(4, self._session.digits))


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == WEIGHT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
