"""The table on screen: a click selects the weight, and what is selected is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSignalBlocker
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from bpviz.session.selection import Weight
from bpviz.text import translate
from bpviz.ui.names import entry
from bpviz.ui.watching import watch

from .table import RELATIVE, SLOPE, WEIGHT, Differences

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .comparison import Comparison

_LONG_NUMBER: Final = "−0.00·10⁻⁴"


class WeightsTable(QTableView):
    """D beside the numerical gradient, one row for each weight.

    Parameters
    ----------
    session
        Whose weights, and what is selected.
    theme
        Colours.
    """

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.differences = Differences(session, theme, self)
        self.setObjectName("table.check")
        self.setAccessibleName(translate("CheckPanel", "Weights, farthest apart first"))
        self.setModel(self.differences)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(1.5 * self.fontMetrics().height()))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._select)
        watch(self, session.selection_changed, self._selection_changed)
        watch(self, session.view_changed, self._repaint)

    def _repaint(self) -> None:
        """Write numbers with as many digits as are wished now."""
        self.viewport().update()

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show other numbers; what is in sight, and what is marked, stays as far as it can."""
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self.differences.show(comparison)
        self.verticalScrollBar().setValue(scrolled)
        self._fit_columns()
        self._mark()

    def _fit_columns(self) -> None:
        """Give columns the width they need, whatever their numbers are; D and d get the rest."""
        layers = self._session.network.layers
        most = max(zip(layers[1:], layers, strict=False), key=lambda pair: len(str(pair)))
        metrics, heading = self.fontMetrics(), self.differences.heading

        def needed(column: int, text: str) -> int:
            widest = max(map(metrics.horizontalAdvance, (text, heading(column))))
            return round(widest + 1.2 * metrics.height())

        weight = needed(WEIGHT, entry("Theta", len(layers) - 1, *most))
        relative = needed(RELATIVE, "0.0·10⁻¹⁰ ✗")
        left = self.viewport().width() - weight - relative
        number = round(metrics.horizontalAdvance(_LONG_NUMBER) + 0.6 * metrics.height())
        # A heading may be cut short, a number never.
        slope = min(max(left // 2, needed(SLOPE, _LONG_NUMBER)), left - number)
        for column, width in enumerate((weight, left - slope, slope, relative)):
            self.horizontalHeader().resizeSection(column, max(0, width))

    def _sort(self, column: int) -> None:
        with QSignalBlocker(self.selectionModel()):
            self.differences.sort_by(column)
        self._mark()

    def _select(self, current: QModelIndex) -> None:
        weight = self.differences.weight(current.row()) if current.isValid() else None
        if weight is not None:
            self._session.select(weight)

    def _selection_changed(self) -> None:
        self._mark()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _mark(self) -> None:
        """Mark the row of the selected weight."""
        selection = self._session.selection
        row = self.differences.row(selection) if isinstance(selection, Weight) else None
        if row is not None and row == self.currentIndex().row():
            return
        with QSignalBlocker(self.selectionModel()):
            if row is None:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
            else:
                self.selectRow(row)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to D and its rival."""
        super().resizeEvent(event)
        self._fit_columns()
