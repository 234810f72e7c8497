"""A session, and a panel beside it that has shown its first surface."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpviz.session import Session
from bpviz.ui.surface import SurfacePanel
from bpviz.ui.theme import LIGHT, apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _coarse(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let no surface of a panel be finer than need be: 17 × 17 points, after 9 × 9."""
    if "qtbot" in request.fixturenames:
        monkeypatch.setattr("bpviz.ui.surface.survey._SECONDS", 0.0)


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("moons")
    yield session
    session.close()


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> SurfacePanel:
    panel = SurfacePanel(session, LIGHT)
    qtbot.addWidget(panel)
    apply(panel, LIGHT)
    panel.resize(520, 440)
    panel.show()
    qtbot.waitUntil(lambda: panel.map.ground is not None and panel.map.ground.stride == 4)
    qtbot.waitUntil(
        lambda: not any(each.isActive() for each in (panel._look, panel._rest, panel._redraw))
    )
    return panel
