"""What takes all examples is computed when a step asks for it, not by whoever looks on."""

import pytest
from pytestqt.qtbot import QtBot

from bpviz.app import create_window
from bpviz.session.selection import Weight
from bpviz.ui.network.facts import facts


@pytest.mark.parametrize("known", [True, False])
def test_nobody_computes_a_gradient_in_passing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    window = create_window(["--data", "digits", "--language", "en"])
    qtbot.addWidget(window)
    window.show()
    session = window.session
    last = len(session.trace) - 1
    whole = session.trace.effort(last)
    monkeypatch.setattr("bpviz.session.walk._AT_ONCE", whole if known else whole // 2)
    window.presenter.toggle_notes()
    for granularity in ("unit", "layer", "example", "pass"):
        session.set_granularity(granularity)
        session.step_forward() if granularity != "pass" else session.first_step()
    weight = Weight(1, 2, 3)
    session.select(weight)
    qtbot.wait(50)
    told = [fact.symbol for fact in facts(session, weight)]
    assert ("D" in told) is known
    assert (session.trace.effort(last) < whole) is known
    window.close()
