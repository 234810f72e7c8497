"""A picture that Octave unrolled column by column is upright wherever one meets it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scipy.io
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget
from pytestqt.qtbot import QtBot

from bpviz.app import create_window
from bpviz.session import Unit
from bpviz.ui.data.thumbnails import Thumbnails
from bpviz.ui.hand.paint import PaintGrid
from bpviz.ui.learnt.gallery import Gallery
from bpviz.ui.network.pixels import rectangle
from bpviz.ui.network.stage import Stage
from bpviz.ui.window import MainWindow

# The letter L: a stem at the left and a foot at the bottom.
LETTER = np.zeros((8, 8))
LETTER[:, 0] = 1.0
LETTER[7, :5] = 1.0
# Points, (row, column): on the foot, and its mirror image at the end of the first row.
FOOT, MIRRORED = (7, 4), (4, 7)


@pytest.fixture(scope="module")
def course_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    other = np.flipud(LETTER)
    # In Octave: X(i, :) = letter(:)'
    X = np.array([picture.ravel(order="F") for picture in (LETTER, other) * 10])
    path = tmp_path_factory.mktemp("course") / "letters.mat"
    scipy.io.savemat(path, {"X": X, "y": np.tile([[1], [2]], (10, 1))})
    return path


@pytest.fixture
def window(qtbot: QtBot, course_file: Path) -> Iterator[MainWindow]:
    made = create_window(["--data", "xor", "--language", "en", "--theme", "light"])
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    qtbot.waitExposed(made)
    made.files.open(str(course_file))
    qtbot.waitUntil(lambda: made.findChild(QDialog, "dialog.preview") is not None)
    dialog = made.findChild(QDialog, "dialog.preview")
    assert dialog is not None
    with qtbot.waitSignal(made.files.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert made.session.data.by_columns
    # Which example comes first is the split's business; letters stand in even rows of the file.
    first = next(n for n, row in enumerate(made.session.data.train) if row % 2 == 0)
    made.session.show_example(first + 1)
    yield made
    made.close()


def panel(window: MainWindow, name: str, qtbot: QtBot) -> None:
    action = window.findChild(QAction, f"action.panel_{name}")
    assert action is not None
    action.trigger()
    qtbot.wait(100)


def letter_in(image: QImage, box: QRect) -> np.ndarray:
    """Return which of 8×8 points in a box are dark."""
    ratio = image.devicePixelRatio()
    dark = np.zeros((8, 8))
    for row, column in np.ndindex(8, 8):
        x = box.left() + (column + 0.5) * box.width() / 8
        y = box.top() + (row + 0.5) * box.height() / 8
        dark[row, column] = image.pixelColor(int(x * ratio), int(y * ratio)).lightness() < 100
    return dark


def test_in_the_data_view(window: MainWindow, qtbot: QtBot) -> None:
    panel(window, "data", qtbot)
    [pictures] = window.findChildren(Thumbnails)
    index = pictures.model().index(window.session.example - 1, 0)
    pictures.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
    qtbot.wait(50)
    cell = pictures.visualRect(index)
    painter: Any = pictures.itemDelegate()
    size, gap = painter._picture, painter._gap
    box = QRect(cell.left() + gap, cell.top() + gap, size.width(), size.height())
    image = pictures.viewport().grab().toImage()
    assert np.array_equal(letter_in(image, box), LETTER)


def test_in_the_network_and_under_the_mouse(window: MainWindow, qtbot: QtBot) -> None:
    [stage] = window.findChildren(Stage)
    window.session.go_to_line(4)
    qtbot.wait(50)
    column = stage.scene.column(1)
    assert column.picture is not None
    box = rectangle(column.picture)
    assert np.array_equal(letter_in(stage.grab().toImage(), box.toRect()), LETTER)
    side = box.width() / 8
    row, left = FOOT
    at = QPoint(round(box.x() + (left + 0.5) * side), round(box.y() + (row + 0.5) * side))
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=at)
    # Column 5 is the fifth stretch of eight inputs; its last point is input 40.
    assert window.session.selection == Unit(1, 40)
    assert window.session.trace.X[window.session.example - 1][39] == 1.0
    assert window.session.data.features[39] == "row 8, column 5"


def test_painted_points_are_the_right_inputs(window: MainWindow, qtbot: QtBot) -> None:
    panel(window, "hand", qtbot)
    grid = window.findChild(PaintGrid, "edit.picture")
    assert grid is not None
    side = grid.width() // 8
    inside = QRect(0, 0, 8 * side, 8 * side)
    assert np.array_equal(letter_in(grid.grab().toImage(), inside), LETTER)
    row, column = MIRRORED
    at = QPoint(column * side + side // 2, row * side + side // 2)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=at)
    x = window.session.trace.X[window.session.example - 1]
    drawn = LETTER.copy()
    drawn[row, column] = 0.6
    drawn[row - 1, column] = drawn[row + 1, column] = drawn[row, column - 1] = 0.15
    assert x == pytest.approx(drawn.ravel(order="F"))


def test_rows_of_theta_as_pictures(window: MainWindow, qtbot: QtBot) -> None:
    network = window.session.network.copy()
    network.parameters[:] = 0.0
    network.theta[0][0, 1:] = LETTER.ravel(order="F")
    window.session.use_network(network)
    panel(window, "learnt", qtbot)
    gallery = window.findChild(QWidget, "learnt.weights")
    assert isinstance(gallery, Gallery)
    qtbot.waitUntil(lambda: gallery.tiles.rowCount() > 0)
    image = gallery.tiles.now[0].picture
    cell = image.width() / 8
    coloured = [
        [
            image.pixelColor(int((c + 0.5) * cell), int((r + 0.5) * cell)).lightness() < 200
            for c in range(8)
        ]
        for r in range(8)
    ]
    assert np.array_equal(coloured, LETTER)
