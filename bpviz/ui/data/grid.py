"""A list of equal cells in rows, of which Qt need not keep the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import (
        QAbstractItemModel,
        QItemSelection,
        QItemSelectionModel,
        QPersistentModelIndex,
    )
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

    Index = QModelIndex | QPersistentModelIndex


class Grid(QListView):
    """Cells of one size, filling row after row; where each lies is a matter of division.

    `QListView` measures and places each of its items before it shows the first, and again when
    its width changes: a tenth of a second for twenty thousand.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = QSize(1, 1)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Always: the width of a row must not depend upon how many there are.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def fill(self, model: QAbstractItemModel, delegate: QAbstractItemDelegate) -> None:
        """Show what is in a model; the delegate draws a cell and says how large all are."""
        self._size = delegate.sizeHint(QStyleOptionViewItem(), QModelIndex())
        self.setItemDelegate(delegate)
        self.setModel(model)

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model else 0  # type: ignore[truthy-bool]

    def _columns(self) -> int:
        return max(1, self.viewport().width() // self._size.width())

    def visualRect(self, index: Index) -> QRect:
        """Return where a cell is, in coordinates of the viewport."""
        if not index.isValid():
            return QRect()
        row, column = divmod(index.row(), self._columns())
        cell = self._size
        x, y = column * cell.width(), row * cell.height()
        return QRect(QPoint(x, y - self.verticalOffset()), cell)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the cell at a point of the viewport."""
        cell, columns = self._size, self._columns()
        row = (point.y() + self.verticalOffset()) // cell.height()
        column = point.x() // cell.width()
        n = row * columns + column
        if row < 0 or not 0 <= column < columns or n >= self._count():
            return QModelIndex()
        return self.model().index(n, 0)

    def verticalOffset(self) -> int:
        """Return how far the cells are scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: rows end where the viewport does."""
        return 0

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.isNull():
            return
        below = rect.bottom() + 1 - self.viewport().height()
        hints = QAbstractItemView.ScrollHint
        if hint == hints.PositionAtTop or (hint == hints.EnsureVisible and rect.top() < 0):
            bar.setValue(bar.value() + rect.top())
        elif hint == hints.PositionAtBottom or (hint == hints.EnsureVisible and below > 0):
            bar.setValue(bar.value() + below)
        elif hint == hints.PositionAtCenter:
            bar.setValue(bar.value() + (rect.top() + below) // 2)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the cell that a key leads to."""
        del modifiers
        count, current = self._count(), max(0, self.currentIndex().row())
        if not count:
            return QModelIndex()
        columns, actions = self._columns(), QAbstractItemView.CursorAction
        page = columns * max(1, self.viewport().height() // self._size.height())
        far = {
            actions.MoveUp: -columns,
            actions.MoveDown: columns,
            actions.MoveLeft: -1,
            actions.MovePrevious: -1,
            actions.MoveRight: 1,
            actions.MoveNext: 1,
            actions.MovePageUp: -page,
            actions.MovePageDown: page,
            actions.MoveHome: -count,
            actions.MoveEnd: count,
        }[action]
        n = current + far
        if action in (actions.MoveUp, actions.MoveDown) and not 0 <= n < count:
            n = current  # there is no row above or below
        return self.model().index(min(max(n, 0), count - 1), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the one cell that has been pressed."""
        self.selectionModel().select(self.indexAt(rect.center()), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where the selected cells are."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def doItemsLayout(self) -> None:
        """Measure how far one can scroll: there is nothing else to lay out."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Measure how far one can scroll."""
        rows = -(-self._count() // self._columns())
        cell, bar = self._size, self.verticalScrollBar()
        height = self.viewport().height()
        bar.setSingleStep(max(1, cell.height() // 2))
        bar.setPageStep(height)
        bar.setRange(0, max(0, rows * cell.height() - height))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill rows of another width; what was current stays in view."""
        current = self.currentIndex()
        before = max(1, event.oldSize().width() // self._size.width())
        top = current.row() // before * self._size.height() - self.verticalOffset()
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()
        if -self._size.height() < top < event.oldSize().height() or not event.oldSize().isValid():
            self.scrollTo(current)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the picture."""
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells in view."""
        painter = QPainter(self.viewport())
        cell, columns, count = self._size, self._columns(), self._count()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        delegate, model, area = self.itemDelegate(), self.model(), event.rect()
        offset = self.verticalOffset()
        first = (area.top() + offset) // cell.height() * columns
        last = ((area.bottom() + offset) // cell.height() + 1) * columns
        for n in range(max(0, first), min(last, count)):
            index = model.index(n, 0)
            option.rect = self.visualRect(index)
            if option.rect.intersects(area):
                delegate.paint(painter, option, index)
        painter.end()
