"""How often which class is taken for which, as a table that Qt's views show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from bpviz.text import translate
from bpviz.ui.classes import class_names
from bpviz.ui.counts import grouped
from bpviz.ui.matrices.heat import Shades

if TYPE_CHECKING:
    from bpviz.data import DataSet, Indices
    from bpviz.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

Counts = NDArray[np.intp]

_NOWHERE: Final = QModelIndex()
_Role = Qt.ItemDataRole


class Confusion(QAbstractTableModel):
    """Rows: the true class; columns: what the network says. Colours say what share of its class.

    Parameters
    ----------
    data
        Whose classes.
    theme
        Colours: those of plus for right answers, of minus for wrong ones.

    Attributes
    ----------
    names, classes
        Of the classes, and how many there are.
    counts
        Examples of each pair of classes, (K, K).
    """

    def __init__(self, data: DataSet, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shades = Shades(theme)
        self._muted = QColor(theme.muted)
        self.names = class_names(data)
        self.classes = len(self.names)
        self._labels: Indices = np.zeros(0, dtype=np.intp)
        self._said: Indices = self._labels
        self.counts: Counts = np.zeros((self.classes, self.classes), dtype=np.intp)
        self._index = np.zeros_like(self.counts)

    def take(self, labels: Indices, said: Indices) -> bool:
        """Count examples: their classes and what the network says, from 0, (m,) each.

        Returns whether any number has become another.
        """
        self._labels, self._said = labels, said
        K, before = self.classes, self.counts
        self.counts = np.bincount(K * labels + said, minlength=K * K).reshape(K, K)
        shares = self.counts / self.counts.sum(axis=1, keepdims=True).clip(1)
        self._index = self._shades.index(np.where(np.eye(K, dtype=bool), shares, -shares), 1.0)
        return not np.array_equal(self.counts, before)

    @property
    def accuracy(self) -> float:
        """Share of right answers."""
        return float(np.trace(self.counts)) / max(1, int(self.counts.sum()))

    def first(self, label: int, said: int) -> int | None:
        """Return the first example of this cell, from 0."""
        found = np.flatnonzero((self._labels == label) & (self._said == said))
        return int(found[0]) if len(found) else None

    def colours(self, label: int, said: int) -> tuple[QColor, QColor]:
        """Return the ground of a cell, and the colour of its number."""
        index = int(self._index[label, said])
        ink = self._shades.ink(index) if self.counts[label, said] else self._muted
        return self._shades.ground(index), ink

    def sentence(self, label: int, said: int) -> str:
        """Say how many examples a cell counts."""
        if label == said:
            words = translate("LearntPanel", "{name}: {n} of {m} put into their class")
        else:
            words = translate("LearntPanel", "{name}: {n} of {m} taken for {said}")
        row = self.counts[label]
        return words.format(
            name=self.names[label],
            said=self.names[said],
            n=grouped(int(row[said])),
            m=grouped(int(row.sum())),
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of classes."""
        return 0 if parent.isValid() else self.classes

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of classes."""
        return 0 if parent.isValid() else self.classes

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return the number of a cell, its colours, or its sentence."""
        label, said = index.row(), index.column()
        if not self.hasIndex(label, said):  # views may ask for what has gone
            return None
        match role:
            case _Role.DisplayRole:
                return grouped(int(self.counts[label, said]))
            case _Role.ToolTipRole | _Role.AccessibleTextRole:
                return self.sentence(label, said)
            case _Role.BackgroundRole:
                return self.colours(label, said)[0]
            case _Role.ForegroundRole:
                return self.colours(label, said)[1]
            case _Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the name of a class, the same in rows and columns."""
        del orientation
        if role in (_Role.DisplayRole, _Role.ToolTipRole) and section < self.classes:
            return self.names[section]
        return None
