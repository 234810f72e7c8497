"""The plot is there at once: what is tried here comes after the window's first moments."""

import pytest


@pytest.fixture(autouse=True)
def _without_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bpviz.ui.plot.cost_plot._FIRST_MS", 0)
