"""A session with its network view, for tests of what it shows and how it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpviz.session import Session
from bpviz.ui.network import NetworkView
from bpviz.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from bpviz.core import Network
    from bpviz.data import DataSet

    Maker = Callable[..., tuple[Session, NetworkView]]


@pytest.fixture
def view_of(qtbot: QtBot) -> Iterator[Maker]:
    sessions = []

    def make(
        data: str | DataSet = "lecture",
        network: Network | None = None,
        theme: Theme = LIGHT,
        size: tuple[int, int] = (800, 480),
    ) -> tuple[Session, NetworkView]:
        session = Session(data, network)
        sessions.append(session)
        view = NetworkView(session, theme)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        return session, view

    yield make
    for session in sessions:
        session.close()
