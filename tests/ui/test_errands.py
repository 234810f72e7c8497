"""Work of the session beside the window: in order, told on the window's thread, ended with it."""

from __future__ import annotations

from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.trace import Trace
from bpviz.ui.errands import Errands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def errands(qapp: object) -> Iterator[Errands]:
    del qapp
    errands = Errands()
    yield errands
    errands.close()


def never() -> None:
    raise AssertionError("nothing has failed")


def test_one_after_the_other_and_told_on_this_thread(errands: Errands, qtbot: QtBot) -> None:
    order: list[str] = []

    def work(name: str) -> str:
        assert current_thread() is not main_thread()
        order.append(f"{name} works")
        return name

    def done(name: str) -> None:
        assert current_thread() is main_thread()
        order.append(f"{name} done")

    for name in "ab":
        errands.do(lambda name=name: work(name), done, never)  # type: ignore[misc]
    assert "a done" not in order
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["a works", "a done", "b works", "b done"]


def test_what_is_asked_for_when_told_comes_last(errands: Errands, qtbot: QtBot) -> None:
    order: list[str] = []

    def last() -> None:
        errands.do(lambda: None, lambda _: order.append("c"), never)

    errands.do(lambda: None, lambda _: last(), never)
    errands.do(lambda: None, lambda _: order.append("b"), never)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["b", "c"]


def test_closing_waits_and_tells_nothing(errands: Errands, qtbot: QtBot) -> None:
    begun, go_on = Event(), Event()
    told: list[None] = []

    def work() -> None:
        begun.set()
        go_on.wait(60)

    errands.do(work, told.append, never)
    errands.do(work, told.append, never)
    assert begun.wait(60)
    go_on.set()
    errands.close()
    qtbot.wait(60)
    assert not told
    errands.do(lambda: None, told.append, never)  # from now on who asks has to wait
    assert told == [None]


@pytest.mark.parametrize("error", [ValueError("too many"), MemoryError("too much")])
def test_a_failure_is_told_and_the_next_is_done(
    errands: Errands, qtbot: QtBot, error: Exception
) -> None:
    told: list[str] = []

    def fail() -> str:
        raise error

    with qtbot.captureExceptions() as caught:
        errands.do(fail, told.append, lambda: told.append("put back"))
        errands.do(lambda: "next", told.append, never)
        qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["put back", "next"]
    [(kind, raised, _)] = caught
    assert (kind, str(raised)) == (type(error), str(error))


def test_a_step_that_cannot_be_computed_leaves_the_one_on_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bpviz.app import create_window

    def fail(_trace: Trace, _k: int) -> None:
        raise MemoryError("no room for so many numbers")

    window = create_window(["--data", "digits", "--layers", "64-2000-10", "--language", "en"])
    qtbot.addWidget(window)
    window.show()
    session = window.session
    before, last = session.cursor, window.actions_by_name["action.last_step"]
    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr(Trace, "prepare", fail)
        last.trigger()
        assert session.coming is not None
        qtbot.waitUntil(lambda: bool(caught))
    assert session.cursor == before
    assert not window.transport.status.text().startswith("Computing")
    last.trigger()  # and there may be room again
    qtbot.waitUntil(lambda: session.cursor == len(session.trace) - 1)
    window.close()


def test_the_window_answers_while_a_gradient_is_computed(qtbot: QtBot) -> None:
    from bpviz.app import create_window
    from bpviz.core import cost_and_gradient

    window = create_window(["--data", "digits", "--layers", "64-2000-10", "--language", "en"])
    qtbot.addWidget(window)
    window.show()
    session = window.session
    before = session.cursor
    window.actions_by_name["action.last_step"].trigger()
    assert session.cursor == before
    status = window.transport.status
    assert status.text().startswith("Computing … Line 9")
    qtbot.waitUntil(lambda: session.cursor == len(session.trace) - 1)
    assert status.text().startswith("Line 9")
    data = session.data
    _, D = cost_and_gradient(
        session.trace.network, data.X_train, data.Y_train, session.trace.lambda_
    )
    for shown, wanted in zip(session.state.D, D, strict=True):
        np.testing.assert_array_equal(shown, wanted)
    window.close()
