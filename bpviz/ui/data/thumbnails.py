"""Picture examples as a grid of small pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bpviz.ui.greys import Greys

from .grid import Grid

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from bpviz.data import DataSet
    from bpviz.ui.theme import Theme

    from .examples import Examples


class Thumbnails(Grid):
    """A grid of pictures, each with its class and, where it differs, what the network says.

    Only what is in view is drawn.

    Parameters
    ----------
    examples
        The model.
    data
        Its pictures.
    theme
        Colours; ink is drawn as text, paper as the surface.
    """

    def __init__(
        self, examples: Examples, data: DataSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.fill(examples, _Painter(examples, data, theme, self))


class _Painter(QStyledItemDelegate):
    """Draws one example."""

    def __init__(self, examples: Examples, data: DataSet, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._examples = examples
        self._theme = theme
        self._greys = Greys(theme, data)
        rows, columns = self._greys.rows, self._greys.columns
        line = view.fontMetrics().height()
        scale = max(1, round(2.4 * line / max(rows, columns)))
        self._picture = QSize(scale * columns, scale * rows)
        self._gap = round(0.25 * line)
        self._caption = round(0.95 * line)

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        """Return the same for all."""
        del option, index
        gap = 2 * self._gap
        return self._picture + QSize(gap, gap + self._caption)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the picture, its caption, and a frame around the current one."""
        if not self._examples.has(index):
            return
        row, theme = index.row(), self._theme
        cell: QRect = option.rect
        box = QRect(cell.left() + self._gap, cell.top() + self._gap, *self._picture.toTuple())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(box, self._greys.image(self._examples.x(row)))
        current = index == self._view.currentIndex()
        painter.setPen(
            QPen(QColor(theme.accent if current else theme.hairline), 3 if current else 1)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        name, said = self._examples.names(row)
        right = self._examples.right(row)
        small = painter.font()
        small.setPointSizeF(0.8 * option.font.pointSizeF())
        painter.setFont(small)
        painter.setPen(QColor(theme.muted if right else theme.negative))
        text = name if right else f"{name} ✗ {said}"
        caption = QRect(cell.left(), box.bottom() + 2, cell.width(), self._caption)
        fitting = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, caption.width()
        )
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, fitting)
