"""Views may ask a model for rows that have gone: Qt does not survive what Python then raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from bpviz.data.files import Preview, read_csv
from bpviz.session import Session
from bpviz.ui.check.comparison import Comparison
from bpviz.ui.check.table import Differences
from bpviz.ui.data.examples import Examples
from bpviz.ui.data.judgement import Judgement
from bpviz.ui.data.thumbnails import Thumbnails
from bpviz.ui.learnt.confusion import Confusion
from bpviz.ui.learnt.gallery import Gallery, Tile
from bpviz.ui.preview.head import Head
from bpviz.ui.preview.look import look
from bpviz.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

BEYOND = 10**6


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("digits")
    yield made
    made.close()


def ask(model: QAbstractItemModel) -> None:
    """Ask for all roles of places that are none."""
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    last = model.rowCount() - 1, columns - 1
    places = [(-1, -1), (BEYOND, 0), (last[0] + 1, 0)]
    if isinstance(model, QAbstractTableModel):
        places += [(0, BEYOND), (0, columns)]
        for role in Qt.ItemDataRole:
            assert model.headerData(BEYOND, Qt.Orientation.Horizontal, role) is None
    for row, column in places:
        for role in Qt.ItemDataRole:
            assert model.data(model.createIndex(row, column), role) is None
    assert model.data(model.index(*last)) is not None


def test_beyond_the_end_there_is_nothing(session: Session, qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    gallery = Gallery(LIGHT, (8, 8), 1)
    qtbot.addWidget(gallery)
    gallery.show_tiles([Tile(QImage(8, 8, QImage.Format.Format_RGB32), "a", "a word")])
    head = Head(LIGHT)
    qtbot.addWidget(head)
    head.show_look(look(Preview.of("a.csv", read_csv(b"a,b\n1,2\n3,4\n"))))
    differences = Differences(session, LIGHT)
    numbers = np.array([0.5, 0.25])
    weights = np.array([1, 0])
    differences.show(
        Comparison(
            network=session.network,
            m=4,
            lambda_=0.0,
            weights=weights,
            D=numbers,
            slopes=numbers,
            relative=0 * numbers,
            overall=0.0,
            agrees=True,
            mistake=None,
            differs=False,
        )
    )
    for model in (
        Examples(session, Judgement(session, view), LIGHT),
        Confusion(session.data, LIGHT),
        gallery.tiles,
        differences,
        head.model(),
    ):
        ask(model)


def test_examples_of_data_that_have_gone_say_nothing(session: Session, qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    judgement = Judgement(session, view)
    examples = Examples(session, judgement, LIGHT)
    thumbnails = Thumbnails(examples, session.data, LIGHT)
    qtbot.addWidget(thumbnails)
    picture = QImage(90, 90, QImage.Format.Format_RGB32)
    last = examples.index(examples.rowCount() - 1, 0)
    assert examples.data(last) is not None
    session.set_data("xor")
    judgement.renew()
    with QPainter(picture) as painter:
        for index in (last, examples.index(0, 0)):
            for role in Qt.ItemDataRole:
                assert examples.data(index, role) is None
            thumbnails.itemDelegate().paint(painter, QStyleOptionViewItem(), index)
