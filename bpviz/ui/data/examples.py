"""The training examples as a list that Qt's views show piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from bpviz.text import translate
from bpviz.ui.classes import class_names, fitted, numbers, verdict
from bpviz.ui.counts import grouped

from .measurements import Measurements

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.data import DataSet, Indices
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .judgement import Judgement

    Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()
_LOOKED_AT: Final = 1_000  # examples, by which it is chosen how a column is written
_RIGHT_ALIGNED: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Examples(QAbstractTableModel):
    """One row for each training example: its measured inputs, its class, what the network says.

    The numbers are those that were collected, before scaling. Nothing is kept for a row: a
    million cost as much as ten. Whoever shows the judgement draws anew when it changes: told by
    the model, as they are of the first one, Qt's views would lay all rows out again.

    Parameters
    ----------
    session
        Whose data; the model is for these examples only.
    judgement
        What the network says.
    theme
        Colour of what is wrong.
    """

    def __init__(
        self, session: Session, judgement: Judgement, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = session.data
        self._judgement = judgement
        self._theme = theme
        self._names = class_names(self._data)
        self._columns: dict[int, Measurements] = {}
        self._answered = judgement.known
        judgement.changed.connect(self._judged)

    def take(self, data: DataSet) -> None:
        """Have other inputs of the same examples; whoever shows them draws anew."""
        self._data = data
        self._columns.clear()

    @property
    def inputs(self) -> int:
        """Number of inputs, s_1."""
        return int(self._data.X.shape[1])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return m."""
        return 0 if parent.isValid() else len(self._data.train)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return a column for each input, one for the class, one for what the network says."""
        return 0 if parent.isValid() else self.inputs + 2

    def has(self, index: Index) -> bool:
        """Whether there is such a cell, of data that are still judged; views may ask too late.

        Qt does not survive what Python raises when it is asked.
        """
        return self._judgement.data is self._data and self.hasIndex(index.row(), index.column())

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not self.has(index):
            return None
        row, column = index.row(), index.column()
        match role:
            case _Role.DisplayRole:
                return self._text(row, column)
            case _Role.ToolTipRole | _Role.AccessibleTextRole:
                return self.sentence(row)
            case _Role.ForegroundRole if column == self.inputs + 1 and not self.right(row):
                return QColor(self._theme.negative)
            case _Role.TextAlignmentRole if column < self.inputs:
                return _RIGHT_ALIGNED
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the name of an input, or the number of an example."""
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return grouped(section + 1)
        if section >= self.columnCount():
            return None
        if section < self.inputs:
            return self._data.features[section]
        if section == self.inputs:
            if self._judgement.by_class:
                return translate("DataView", "class")
            return self._data.classes[0] if len(self._data.classes) == 1 else "y"
        return translate("DataView", "network says")

    def x(self, row: int) -> Array:
        """Return the scaled inputs of an example, (s_1,)."""
        x: Array = self._data.X_train[row]
        return x

    def right(self, row: int) -> bool:
        """Whether the network puts the example into its class; a number is never wrong."""
        if not self._judgement.by_class or not self._judgement.known:
            return True
        return bool(self._judgement.said[row] == self._judgement.labels[row])

    def names(self, row: int) -> tuple[str, str]:
        """Return the class of an example, and the one that the network puts it into; or numbers.

        Of the network there is nothing before it was asked.
        """
        if not self._judgement.by_class:
            y, h = self._measured(row)
            return numbers(y), "" if h is None else numbers(h)
        label, said = self._classes(row)
        return self._names[label], "" if said is None else self._names[said]

    def sentence(self, row: int) -> str:
        """Return what is known about an example."""
        if not self._judgement.by_class:
            return fitted(*self._measured(row), row + 1)
        return verdict(self._names, *self._classes(row), row + 1)

    def _text(self, row: int, column: int) -> str:
        if column >= self.inputs:
            name, said = self.names(row)
            if column == self.inputs:
                return name
            if not (said and self._judgement.by_class):
                return said
            return f"{'✓' if self.right(row) else '✗'} {said}"
        return self._measurements(column).text(float(self._raw(row, column)))

    def _classes(self, row: int) -> tuple[int, int | None]:
        """Return the class of an example, and the one that the network says, if it was asked."""
        judgement = self._judgement
        return int(judgement.labels[row]), int(judgement.said[row]) if judgement.known else None

    def _measured(self, row: int) -> tuple[Array, Array | None]:
        """Return target and output of an example in the units of the target, (K,) each."""
        measured, judgement = self._data.measured, self._judgement
        h = measured(judgement.h[row]) if judgement.known else None
        return measured(self._data.Y_train[row]), h

    def _judged(self) -> None:
        """Have the column measured that was empty until now."""
        judgement = self._judgement
        if not self._answered and judgement.data is self._data and judgement.known:
            self._answered = True
            said = self.index(0, self.inputs + 1)
            self.dataChanged.emit(said, said)

    def _measurements(self, column: int) -> Measurements:
        if column not in self._columns:
            rows = np.linspace(0, len(self._data.train) - 1, _LOOKED_AT).astype(np.intp)
            self._columns[column] = Measurements(self._raw(rows, column))
        return self._columns[column]

    def _raw(self, row: int | Indices, column: int) -> Array:
        scaler, chosen = self._data.scaler, self._data.train[row]
        raw: Array = self._data.X[chosen, column] * scaler.scale[column] + scaler.offset[column]
        return raw
