"""A picture looks the same in the network, in the grid and among mistakes, whatever is paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from bpviz.data import DataSet, load
from bpviz.session import Session
from bpviz.ui.greys import Greys, inked, paper_of
from bpviz.ui.learnt import LearntPanel
from bpviz.ui.learnt.mistakes_page import MistakesPage
from bpviz.ui.network import NetworkView
from bpviz.ui.network.pixels import rectangle
from bpviz.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def digits(low: float, high: float) -> DataSet:
    """Return the digits between other ends than 0 and 1."""
    data = load("digits")
    return replace(data, X=low + (high - low) * data.X)


def lightness(image: QImage) -> np.ndarray:
    """Return how light 8×8 points are, 0 to 1."""
    side = image.width() / 8
    at = [int((n + 0.5) * side) for n in range(8)]
    return np.array([[image.pixelColor(x, y).lightnessF() for x in at] for y in at])


@pytest.mark.parametrize(
    ("low", "high", "paper"),
    [(0.0, 1.0, 0.0), (-1.0, 1.0, -1.0), (-0.13, 1.13, 0.0), (0.0, 2.0, 0.0)],
)
def test_all_views_draw_the_same_ink(qtbot: QtBot, low: float, high: float, paper: float) -> None:
    session = Session(digits(low, high))
    data = session.data
    assert paper_of(data) == paper
    x = data.X_train[0].reshape(8, 8)
    light, dark = (QColor(colour).lightnessF() for colour in (LIGHT.surface, LIGHT.text))
    expected = light + inked(x, paper) * (dark - light)
    assert expected.max() == pytest.approx(light, abs=0.01)
    assert expected.min() == pytest.approx(dark, abs=0.1)
    view = NetworkView(session, LIGHT)
    qtbot.addWidget(view)
    view.resize(800, 480)
    view.show()
    session.go_to_line(4)
    column = view.scene.column(1)
    assert column.picture is not None
    box = rectangle(column.picture).toRect()
    assert lightness(view.grab(box).toImage()) == pytest.approx(expected, abs=0.03)
    assert lightness(Greys(LIGHT, data).image(data.X_train[0])) == pytest.approx(expected, abs=0.02)
    session.close()


def test_mistakes_are_drawn_as_the_data_are_that_are_there(qtbot: QtBot) -> None:
    session = Session("digits")
    panel = LearntPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(520, 460)
    panel.show()
    panel.open("mistakes")
    page = panel.page
    assert isinstance(page, MistakesPage)
    qtbot.waitUntil(lambda: page.portions.is_settled)
    session.set_data(digits(-1.0, 1.0))
    assert panel.page is page
    qtbot.waitUntil(lambda: page.portions.is_settled)
    picture = page.gallery.tiles.now[0].picture
    expected = Greys(LIGHT, session.data).image(session.data.X_train[page.rows[0]])
    assert lightness(picture) == pytest.approx(lightness(expected), abs=0.01)
    session.close()
