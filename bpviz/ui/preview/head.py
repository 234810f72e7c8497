"""The first rows of a file, with what becomes of each column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QTableView,
    QWidget,
)

from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.ui.theme import Theme

    from .look import Look

    Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()
_MISSING: Final = "–"


class Head(QTableView):
    """The first rows; a click on the name of a column offers what may become of it.

    Signals
    -------
    target
        This column, from 0, is to be learnt.
    wanted
        This column is to be an input, or not.
    """

    target = Signal(int)
    wanted = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table.preview")
        self.setAccessibleName(translate("Preview", "The first rows of the file"))
        self._cells = _Cells(theme, self)
        self.setModel(self._cells)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        line = self.fontMetrics().height()
        self._padding = round(0.4 * line)
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {self._padding}px; }}")
        names = self.horizontalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        names.setMinimumSectionSize(4 * line)
        names.setMaximumSectionSize(14 * line)
        names.setSectionsClickable(True)
        names.sectionClicked.connect(self._offer_at)
        names.setToolTip(translate("Preview", "Click: learn this column, or leave it out"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(1.5 * line))

    def show_look(self, look: Look) -> None:
        """Show another preview."""
        self._cells.take(look)

    def sizeHintForColumn(self, column: int) -> int:
        """Return the width of a column's cells; to lay out each of them takes ten times as long."""
        metrics, style = QFontMetrics(self._cells.font(column) or self.font()), self.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1
        widest = max(map(metrics.horizontalAdvance, self._cells.texts(column)), default=0)
        return widest + 2 * (self._padding + margin)

    def _offer_at(self, place: int) -> None:
        names = self.horizontalHeader()
        x = names.sectionViewportPosition(place)
        self._offer(place, names.mapToGlobal(QPoint(x, names.height())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same for the column of a cell, also by the menu key."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        if index.isValid():
            self._offer(index.column(), event.globalPos())

    def _offer(self, place: int, at: QPoint) -> None:
        """Ask what is to become of a column."""
        role = self._cells.role(place)
        menu = QMenu(self)
        menu.setObjectName("menu.column")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        learn = menu.addAction(translate("Preview", "Learn this column"))
        learn.setEnabled(role != "target")
        learn.triggered.connect(lambda: self.target.emit(place))
        if self._cells.is_unwanted(place):
            use = menu.addAction(translate("Preview", "Use it as an input"))
            use.triggered.connect(lambda: self.wanted.emit(place, True))  # noqa: FBT003
        else:
            leave = menu.addAction(translate("Preview", "Leave it out"))
            leave.setEnabled(role == "input")
            leave.triggered.connect(lambda: self.wanted.emit(place, False))  # noqa: FBT003
        menu.popup(at)


class _Cells(QAbstractTableModel):
    """The cells as Qt's views know them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: Look | None = None

    def take(self, look: Look) -> None:
        """Have other cells."""
        self.beginResetModel()
        self._look = look
        self.endResetModel()

    def role(self, place: int) -> str:
        """Return what becomes of a column."""
        return self._look.columns[place].role if self._look else "input"

    def texts(self, place: int) -> set[str]:
        """Return all that is written in a column."""
        return {row[place] or _MISSING for row in self._look.head} if self._look else set()

    def font(self, place: int) -> QFont | None:
        """Return what a column is written in; None if in the font of all others."""
        return _bold() if self.role(place) == "target" else None

    def is_unwanted(self, place: int) -> bool:
        """Whether the person has left the column out."""
        return self._look is not None and place in self._look.preview.unwanted

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() or not self._look else len(self._look.head)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() or not self._look else len(self._look.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        if self._look is None or not self.hasIndex(index.row(), index.column()):
            return None  # views may ask for what has gone
        column = self._look.columns[index.column()]
        cell = self._look.head[index.row()][index.column()]
        match role:
            case _Role.DisplayRole:
                return cell or _MISSING
            case _Role.ForegroundRole if column.role == "left out" or not cell:
                return QColor(self._theme.muted)
            case _Role.ForegroundRole if column.role == "target":
                return QColor(self._theme.symbols["y"])
            case _Role.FontRole:
                return self.font(index.column())
            case _Role.TextAlignmentRole if column.kind == "numbers":
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Return the name of a column and what becomes of it, or why it is left out."""
        look = self._look
        if orientation is Qt.Orientation.Vertical or not look or section >= len(look.columns):
            return None
        column = look.columns[section]
        match role:
            case _Role.DisplayRole:
                return f"{column.name}\n{_becomes(column.role)}"
            case _Role.ForegroundRole if column.role == "left out":
                return QColor(self._theme.muted)
            case _Role.ForegroundRole if column.role == "target":
                return QColor(self._theme.symbols["y"])
            case _Role.ToolTipRole if column.why:
                return column.why
        return None


def _becomes(role: str) -> str:
    return {
        "target": translate("Preview", "to be learnt"),
        "input": translate("Preview", "input"),
        "left out": translate("Preview", "left out"),
    }[role]


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
