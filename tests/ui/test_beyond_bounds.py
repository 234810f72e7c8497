"""Numbers that no float can hold are shown as they are, and nothing else goes wrong.

Too large an α makes such numbers, and so may weights out of a file.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from bpviz.app import create_window
from bpviz.core import Network
from bpviz.trace import GRANULARITIES
from bpviz.ui.shares import greatest, shares

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HUGE = 1.7e308  # near the largest there is
SIZES = (1e-300, 1e154, HUGE)


@pytest.mark.parametrize(
    ("data", "hidden"), [("lecture", "sigmoid"), ("xor", "relu"), ("curve", "relu")]
)
def test_every_panel_bears_them(qtbot: QtBot, data: str, hidden: str) -> None:
    window = create_window(["--language", "en", "--data", data, "--hidden", hidden])
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    session = window.session
    chance = random.Random(0)  # noqa: S311 (not a secret)
    for dock in window.docks.values():
        dock.setVisible(True)
    for sizes in ((1e30,), (HUGE,), SIZES):
        theirs = session.network
        network = Network(theirs.layers, theirs.hidden, theirs.output, theirs.cost)
        network.parameters[:] = [
            chance.choice(sizes) * chance.choice((1, -1, 0.3)) for _ in network.parameters
        ]
        session.use_network(network)
        for dock in window.docks.values():
            dock.raise_()
            QApplication.processEvents()
        for granularity in GRANULARITIES:
            session.set_granularity(granularity)
            for _ in range(2):
                session.go(chance.randrange(len(session.trace)))
                window.network.animate(chance.random())
                window.network.repaint()
                QApplication.processEvents()
        session.training.toggle()
        qtbot.wait(50)
        session.training.finish_step()
        QApplication.processEvents()


def test_the_infinite_is_drawn_as_the_greatest() -> None:
    values = np.array([0.0, -2.0, np.nan, 1.0, -np.inf])
    most = greatest([values, np.array([np.nan])])
    assert most == 2.0
    np.testing.assert_array_equal(shares(values, most), [0.0, 1.0, np.nan, 0.5, 1.0])
    assert greatest([np.zeros(3), np.full(2, np.inf)]) == 1.0
