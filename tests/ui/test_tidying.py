"""Memory goes back once after a burst of changes, and not while they last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bpviz.session import Session
from bpviz.ui import tidying

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_memory_is_given_back_when_changes_rest(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(tidying, "give_back", lambda: given.append("back"))
    monkeypatch.setattr(tidying, "_REST_MS", 50)
    session, parent = Session("xor"), QObject()
    tidying.Tidying(session, parent)
    for layers in ((2, 4, 1), (2, 5, 1), (2, 6, 1)):
        session.set_network(layers)
    assert not given
    qtbot.waitUntil(lambda: bool(given))
    qtbot.wait(100)
    assert given == ["back"]
    session.close()
