"""Cells of one size: where they lie, how keys and the mouse reach them, whatever their number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate

from bpviz.ui.data.grid import Grid

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_Key = Qt.Key


class Many(QAbstractListModel):
    """As many rows as wanted."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.asked = 0

    def rowCount(self, parent: object = None) -> int:
        del parent
        self.asked += 1
        return self.count

    def data(self, index: object, role: int = 0) -> None:
        del index, role


class Cells(QStyledItemDelegate):
    """Remembers what it has drawn."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.drawn: dict[int, QRect] = {}

    def sizeHint(self, option: object, index: object) -> QSize:
        del option, index
        return QSize(30, 40)

    def paint(self, painter: object, option: object, index: QModelIndex) -> None:  # type: ignore[override]
        del painter
        self.drawn[index.row()] = QRect(option.rect)  # type: ignore[attr-defined]


@pytest.fixture
def grid(qtbot: QtBot) -> Grid:
    grid = Grid()
    qtbot.addWidget(grid)
    model = Many(1_000_000)
    model.setParent(grid)
    grid.fill(model, Cells(grid))
    grid.resize(10 * 30 + 40, 400)
    grid.show()
    qtbot.waitExposed(grid)
    return grid


def columns(grid: Grid) -> int:
    return grid.viewport().width() // 30


def test_where_a_cell_is_and_which_is_there_are_one(grid: Grid) -> None:
    for row in (0, 9, 10, 57, 999_999):
        index = grid.model().index(row, 0)
        grid.scrollTo(index)
        rect = grid.visualRect(index)
        assert rect.size() == QSize(30, 40)
        assert grid.viewport().rect().contains(rect)
        for corner in (rect.topLeft(), rect.center(), rect.bottomRight()):
            assert grid.indexAt(corner) == index
    assert not grid.indexAt(QPoint(columns(grid) * 30 + 1, 5)).isValid()
    assert not grid.visualRect(QModelIndex()).isValid()


def test_cells_fill_the_rows_as_a_list_of_qt_would(grid: Grid, qtbot: QtBot) -> None:
    plain = QListView()
    qtbot.addWidget(plain)
    plain.setFlow(QListView.Flow.LeftToRight)
    plain.setWrapping(True)
    plain.setResizeMode(QListView.ResizeMode.Adjust)
    plain.setUniformItemSizes(True)
    plain.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    plain.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    plain.setItemDelegate(Cells(plain))
    model = Many(300)
    model.setParent(plain)
    plain.setModel(model)
    plain.resize(grid.size())
    plain.show()
    qtbot.waitExposed(plain)
    for row in (0, 1, columns(grid) - 1, columns(grid), 55):
        there = plain.visualRect(model.index(row, 0))
        assert grid.visualRect(grid.model().index(row, 0)).topLeft() == there.topLeft()


def test_a_million_cells_cost_as_much_as_those_in_view(grid: Grid, qtbot: QtBot) -> None:
    model, cells = grid.model(), grid.itemDelegate()
    assert isinstance(model, Many)
    assert isinstance(cells, Cells)
    model.asked = 0
    cells.drawn.clear()
    grid.setCurrentIndex(model.index(900_000, 0))
    grid.resize(grid.width() + 60, 420)
    qtbot.waitUntil(lambda: 900_000 in cells.drawn)
    assert model.asked < 3_000
    assert len(cells.drawn) < 2_000
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))


def test_keys_lead_to_neighbours_and_ends(grid: Grid) -> None:
    wide = columns(grid)
    grid.setCurrentIndex(grid.model().index(0, 0))

    def press(key: Qt.Key) -> int:
        QTest.keyClick(grid, key)
        return grid.currentIndex().row()

    assert press(_Key.Key_Right) == 1
    assert press(_Key.Key_Down) == 1 + wide
    assert press(_Key.Key_Left) == wide
    assert press(_Key.Key_Up) == 0
    assert press(_Key.Key_Up) == 0  # nothing is above
    assert press(_Key.Key_Left) == 0
    page = grid.viewport().height() // 40 * wide
    assert press(_Key.Key_PageDown) == page
    assert press(_Key.Key_PageUp) == 0
    assert press(_Key.Key_End) == 999_999
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))
    assert press(_Key.Key_Right) == 999_999
    assert press(_Key.Key_Home) == 0


def test_both_ends_are_reached_where_all_cells_are_in_one_row(qtbot: QtBot) -> None:
    grid = Grid()
    qtbot.addWidget(grid)
    grid.resize(10 * 30 + 40, 400)
    grid.show()
    qtbot.waitExposed(grid)
    model = Many(grid.viewport().width() // 30)
    model.setParent(grid)
    grid.fill(model, Cells(grid))
    assert columns(grid) == model.count
    grid.setCurrentIndex(model.index(3, 0))
    QTest.keyClick(grid, _Key.Key_End)
    assert grid.currentIndex().row() == model.count - 1
    QTest.keyClick(grid, _Key.Key_Home)
    assert grid.currentIndex().row() == 0
    QTest.keyClick(grid, _Key.Key_Down)
    assert grid.currentIndex().row() == 0


def test_a_click_makes_a_cell_the_one_selected(grid: Grid) -> None:
    for row in (12, 3):
        at = grid.visualRect(grid.model().index(row, 0)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert grid.currentIndex().row() == row
        assert [index.row() for index in grid.selectedIndexes()] == [row]


@pytest.mark.parametrize(
    ("hint", "top"),
    [("PositionAtTop", 0), ("PositionAtBottom", -40), ("PositionAtCenter", None)],
)
def test_a_cell_is_brought_where_it_is_wanted(grid: Grid, hint: str, top: int | None) -> None:
    index, height = grid.model().index(5_000, 0), grid.viewport().height()
    grid.scrollTo(index, getattr(QAbstractItemView.ScrollHint, hint))
    rect = grid.visualRect(index)
    if top is None:
        assert abs(rect.center().y() - height / 2) <= 2
    else:
        assert rect.top() == (top if top == 0 else height + top)


def test_an_empty_grid_has_nowhere_to_go(qtbot: QtBot) -> None:
    grid = Grid()
    qtbot.addWidget(grid)
    grid.resize(200, 200)
    grid.show()
    QTest.keyClick(grid, _Key.Key_Down)
    assert not grid.currentIndex().isValid()
    model = Many(0)
    model.setParent(grid)
    grid.fill(model, Cells(grid))
    QTest.keyClick(grid, _Key.Key_End)
    assert not grid.currentIndex().isValid()
