"""A grid of pictures with a line or two beneath each, one of which may be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent

    from bpviz.ui.portions import Portions
    from bpviz.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_NOWHERE: Final = QModelIndex()
_SMALLEST, _LARGEST = 2.4, 9.0  # lines of text, for the longer side of a picture
_STEPS: Final = 30


class Tile(NamedTuple):
    """A picture and what is said about it.

    Attributes
    ----------
    picture
        A pixel for each of its points, or drawn in the size it is shown in.
    caption
        What stands beneath, in one or two lines.
    words
        What a screen reader says, and the tool tip shows.
    wrong
        Whether the caption tells of a mistake.
    """

    picture: QImage
    caption: str
    words: str
    wrong: bool = False


class Gallery(QListView):
    """Pictures as large as the room allows; a click or Enter picks one.

    Parameters
    ----------
    theme
        Colours.
    picture
        Rows and columns of a picture.
    lines
        Of a caption.

    Attributes
    ----------
    marked
        Which tile is framed, or None.

    Signals
    -------
    picked
        The tile that a person has picked.
    left
        The pointer no longer rests on a tile.
    """

    picked = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, picture: tuple[int, int], lines: int) -> None:
        super().__init__()
        self.portions: Portions | None = None
        self.marked: int | None = None
        self.tiles = _Tiles(self)
        self._shape = picture
        self._lines = lines
        self.side = (1, 1)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to walking
        self.setItemDelegate(_Painter(self, theme))
        self.setModel(self.tiles)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other tiles."""
        before = self.tiles.rowCount()
        self.tiles.take(tiles)
        if len(tiles) != before:
            self._fit()
        self.viewport().update()

    def mark(self, n: int | None) -> None:
        """Frame a tile."""
        if n != self.marked:
            self.marked = n
            if n is not None and n < self.tiles.rowCount():
                self.scrollTo(self.tiles.index(n))
            self.viewport().update()

    @property
    def gap(self) -> int:
        """Pixels around a picture."""
        return round(0.3 * self.fontMetrics().height())

    @property
    def caption_height(self) -> int:
        """Pixels of the caption."""
        return round(0.85 * self._lines * self.fontMetrics().height())

    def cell(self) -> QSize:
        """Return the size of a tile with all that belongs to it."""
        width, height = self.side
        return QSize(width + 2 * self.gap, height + 2 * self.gap + self.caption_height)

    def _fit(self) -> None:
        """Find the largest pictures of which all can be seen, or small ones to scroll through."""
        room, count = self.viewport().size(), max(1, self.tiles.rowCount())
        line = self.fontMetrics().height()
        shrink = (_SMALLEST / _LARGEST) ** (1 / _STEPS)
        longest = _LARGEST * line
        for _ in range(_STEPS + 1):
            self.side = self._size(longest)
            cell = self.cell()
            in_a_row = max(1, (room.width() - 1) // cell.width())
            if -(-count // in_a_row) * cell.height() <= room.height():
                break
            longest *= shrink
        self.scheduleDelayedItemsLayout()

    def _size(self, longest: float) -> tuple[int, int]:
        """Return width and height of a picture, whole pixels a point where there is room."""
        rows, columns = self._shape
        scale = longest / max(rows, columns)
        if scale >= 1.0:
            scale = float(int(scale))
        return max(1, round(columns * scale)), max(1, round(rows * scale))

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into another room."""
        super().resizeEvent(event)
        self._fit()
        if self.portions is not None:
            self.portions.ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what can be seen, and renew it."""
        if self.portions is not None:
            self.portions.look()
        super().paintEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let tiles move again."""
        super().leaveEvent(event)
        self.left.emit()


class _Tiles(QAbstractListModel):
    """The tiles as Qt's views know them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now: Sequence[Tile] = ()

    def take(self, tiles: Sequence[Tile]) -> None:
        """Show other tiles; as many as before stay in their places."""
        if len(tiles) == len(self.now):
            self.now = tiles
            return
        self.beginResetModel()
        self.now = tiles
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.now)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return caption or words of a tile."""
        if not self.hasIndex(index.row(), 0):  # views may ask for what has gone
            return None
        tile = self.now[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.caption
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tile.words
        return None


class _Painter(QStyledItemDelegate):
    """Draws a tile."""

    def __init__(self, gallery: Gallery, theme: Theme) -> None:
        super().__init__(gallery)
        self._gallery = gallery
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        """Return the same for all."""
        del option, index
        return self._gallery.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw picture, frame and caption."""
        gallery, theme = self._gallery, self._theme
        if not gallery.tiles.hasIndex(index.row(), 0):
            return
        tile = gallery.tiles.now[index.row()]
        cell: QRect = option.rect
        gap = gallery.gap
        box = QRect(cell.left() + gap, cell.top() + gap, *gallery.side)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(box, tile.picture)
        marked = index.row() == gallery.marked
        focus = gallery.hasFocus() and index == gallery.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        strong = marked or focus or hovered
        style = Qt.PenStyle.DashLine if focus and not marked else Qt.PenStyle.SolidLine
        colour = QColor(theme.accent if strong else theme.hairline)
        painter.setPen(QPen(colour, 3 if strong else 1, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        small = painter.font()
        small.setPointSizeF(0.8 * option.font.pointSizeF())
        painter.setFont(small)
        painter.setPen(QColor(theme.negative if tile.wrong else theme.muted))
        area = QRect(cell.left(), box.bottom() + 2, cell.width(), gallery.caption_height)
        metrics = painter.fontMetrics()
        fitting = "\n".join(
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, area.width())
            for line in tile.caption.split("\n")
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, fitting)
