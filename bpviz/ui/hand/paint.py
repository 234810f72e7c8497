"""A picture that is painted on: each point is an input of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.text import translate
from bpviz.ui.colours import mixed
from bpviz.ui.greys import inked
from bpviz.ui.keys import asks_for

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

_MOVES: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_KEPT: Final = frozenset({*_MOVES, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
# One stroke leaves this much ink in the point under the pointer, and a trace in its neighbours.
_INK: Final = 0.6
_TRACE: Final = 0.15


class PaintGrid(QWidget):
    """Paint with the left button, erase with the right; or arrows, Space and Delete.

    Parameters
    ----------
    rows, columns
        Size of the picture.
    theme
        Colours; ink is drawn as text, paper as the surface.
    paper
        The input that is blank paper, where 1 is ink; see `greys.paper_of`.
    """

    painted = Signal(object)
    """The picture after a stroke: (rows, columns), from paper to 1 where it was painted."""

    def __init__(
        self,
        rows: int,
        columns: int,
        theme: Theme,
        paper: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("edit.picture")
        self.setAccessibleName(translate("PaintGrid", "The picture of the example"))
        self.setAccessibleDescription(
            translate("PaintGrid", "Arrows move, Space adds ink, Delete takes it away.")
        )
        self.setToolTip(translate("PaintGrid", "Paint; the right mouse button erases."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._paper = paper
        self._pixels: Array = np.full((rows, columns), paper)
        self._cursor = (0, 0)

    def show_pixels(self, pixels: Array) -> None:
        """Show a picture, (rows, columns)."""
        self._pixels = pixels.copy()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for points that a finger could hit."""
        rows, columns = self._pixels.shape
        side = round(1.3 * self.fontMetrics().height())
        return QSize(side * columns, side * rows)

    def _side(self) -> float:
        rows, columns = self._pixels.shape
        return min(self.width() / int(columns), self.height() / int(rows))

    def _cell(self, at: QPointF) -> tuple[int, int] | None:
        side = self._side()
        row, column = int(at.y() // side), int(at.x() // side)
        rows, columns = self._pixels.shape
        return (row, column) if 0 <= row < rows and 0 <= column < columns else None

    def _stroke(self, cell: tuple[int, int], sign: float) -> None:
        row, column = cell
        beside = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
        self._add(cell, sign * _INK)
        for r, c in beside:
            if 0 <= r < self._pixels.shape[0] and 0 <= c < self._pixels.shape[1]:
                self._add((r, c), sign * _TRACE)
        self._cursor = cell
        self.update()
        self.painted.emit(self._pixels.copy())

    def _add(self, cell: tuple[int, int], ink: float) -> None:
        paper, before = self._paper, float(self._pixels[cell])
        self._pixels[cell] = min(max(before + ink * (1.0 - paper), paper), 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a stroke."""
        cell = self._cell(event.position())
        if cell is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._stroke(cell, 1.0)
        elif event.buttons() & Qt.MouseButton.RightButton:
            self._stroke(cell, -1.0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a stroke."""
        event.accept()

    def contextMenuEvent(self, event: object) -> None:
        """Show none: the right button erases."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys that paint from the window's shortcuts."""
        if asks_for(event, _KEPT):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, add ink or take it away."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            rows, columns = self._pixels.shape
            down, right = _MOVES[key]
            row, column = self._cursor
            self._cursor = (
                min(max(row + down, 0), rows - 1),
                min(max(column + right, 0), columns - 1),
            )
            self.update()
        elif key == Qt.Key.Key_Space:
            self._stroke(self._cursor, 1.0)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._stroke(self._cursor, -1.0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the points and, with the keyboard here, where its cursor is."""
        del event
        painter = QPainter(self)
        side, theme = self._side(), self._theme
        paper, ink = QColor(theme.surface), QColor(theme.text)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        for (row, column), share in np.ndenumerate(inked(self._pixels, self._paper)):
            painter.setBrush(mixed(paper, ink, float(share)))
            painter.drawRect(QRectF(column * side, row * side, side, side).adjusted(0, 0, -1, -1))
        if self.hasFocus():
            row, column = self._cursor
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(column * side, row * side, side, side).adjusted(1, 1, -2, -2))
        painter.end()
