"""A trained session and its plot, there at once: what is tried comes after the first moments."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bpviz.session import Session
from bpviz.ui.plot import CostPlot
from bpviz.ui.theme import LIGHT
from tests.ui.plot.hands import settle


@pytest.fixture(autouse=True)
def _without_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bpviz.ui.plot.cost_plot._FIRST_MS", 0)


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("moons")
    session.training.train_to(400)
    yield session
    session.close()


@pytest.fixture
def plot(qtbot: QtBot, session: Session) -> CostPlot:
    plot = CostPlot(session, LIGHT)
    qtbot.addWidget(plot)
    plot.resize(620, 360)
    plot.show()
    settle(plot)
    return plot
