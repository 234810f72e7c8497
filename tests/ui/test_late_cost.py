"""J that takes long to measure: nobody waits for it, and nothing stands in its place meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.app import create_window
from bpviz.core import cost
from bpviz.session.selection import Weight
from bpviz.training.observer import Observer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from bpviz.training import Record
    from bpviz.training.learner import Learner
    from bpviz.ui.plot import CostPlot
    from bpviz.ui.window import MainWindow


class Slow:
    """Holds up whoever measures J on another thread than this one, while it is closed."""

    def __init__(self, look: Callable[[Observer, Learner, float], Record]) -> None:
        self.open = threading.Event()
        self.open.set()
        self._look = look
        self._here = threading.current_thread()

    def look(self, observer: Observer, learner: Learner, seconds: float) -> Record:
        """Measure when that is allowed."""
        assert threading.current_thread() is not self._here
        assert self.open.wait(20)
        return self._look(observer, learner, seconds)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = create_window(["--data", "iris", "--language", "en"])
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitUntil(lambda: "chart" in plot_of(window).__dict__)
    return window


@pytest.fixture
def slow(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """Measuring takes long from now on."""
    assert window.isVisible()
    slow = Slow(Observer.look)
    monkeypatch.setattr("bpviz.training.observer._LONG", 0)

    def look(observer: Observer, learner: Learner, seconds: float) -> Record:
        return slow.look(observer, learner, seconds)

    monkeypatch.setattr(Observer, "look", look)
    yield slow
    slow.open.set()


def plot_of(window: MainWindow) -> CostPlot:
    plot = window.docks["dock.cost"].widget()
    assert plot is not None
    return plot  # type: ignore[return-value]


def shown_J(window: MainWindow) -> str:
    plot = plot_of(window)
    plot.refresh()
    return plot.accessibleDescription().split(",")[0]


def true_J(window: MainWindow) -> str:
    session = window.session
    J = cost(session.network, session.data.X_train, session.data.Y_train, session.training.lambda_)
    return f"J = {J:#.4g}"


def test_a_weight_by_hand_is_in_force_before_its_J_is_known(
    qtbot: QtBot, window: MainWindow, slow: Slow
) -> None:
    session = window.session
    slow.open.clear()
    for value in (0.5, 0.75, 1.0):  # a pull at a slider
        session.set_weight(Weight(1, 2, 3), value)
        assert session.network.theta[0][1, 3] == value
        assert session.trace.network.theta[0][1, 3] == value
        assert shown_J(window) == "J = –"
    assert not plot_of(window).chart.grab().isNull()
    slow.open.set()
    qtbot.waitUntil(lambda: shown_J(window) == true_J(window))
    assert len(session.training.history) == 1
    session.edits.undo()
    qtbot.waitUntil(lambda: shown_J(window) == true_J(window))


def test_another_lambda_another_network_and_training_at_once(
    qtbot: QtBot, window: MainWindow, slow: Slow
) -> None:
    session, training = window.session, window.session.training
    training.set(lambda_=3.0)
    qtbot.waitUntil(lambda: shown_J(window) == true_J(window))
    slow.open.clear()
    session.set_network(layers=(4, 6, 3))
    assert shown_J(window) == "J = –"
    session.set_network(hidden="tanh")  # the one before is dismissed while it measures
    training.start(40)
    session.set_weight(Weight(1, 1, 1), 2.0)
    slow.open.set()
    qtbot.waitUntil(lambda: training.latest.state == "finished")
    records = training.history.records()
    assert np.isfinite(records.J).all()
    assert records.iteration[-1] == 40
    qtbot.waitUntil(lambda: shown_J(window) == true_J(window))
    assert not training.busy


def test_J_of_the_lambda_before_is_not_that_of_now(
    qtbot: QtBot, window: MainWindow, slow: Slow
) -> None:
    training = window.session.training
    slow.open.clear()
    training.set(lambda_=3.0)
    training.set(lambda_=5.0)  # while J of the one before is measured
    assert shown_J(window) == "J = –"
    shown = set()
    training.recorded.connect(lambda: shown.add(shown_J(window)))
    slow.open.set()
    qtbot.waitUntil(lambda: shown_J(window) == true_J(window))
    assert shown <= {"J = –", true_J(window)}
    assert training.settings.lambda_ == training.latest.settings.lambda_ == 5.0


def test_the_end_of_the_curve_waits_for_its_J(qtbot: QtBot, window: MainWindow, slow: Slow) -> None:
    session, training = window.session, window.session.training
    training.start(50)
    qtbot.waitUntil(lambda: training.latest.state == "finished")
    plot = plot_of(window)
    plot.refresh()
    whole = plot.chart.curves[0].x.copy()
    slow.open.clear()
    session.set_weight(Weight(1, 1, 1), 2.0)
    plot.refresh()
    for curve in plot.chart.curves[:2]:
        np.testing.assert_array_equal(curve.x, whole[:-1])
        assert np.isfinite(curve.y).all()
    slow.open.set()
    qtbot.waitUntil(lambda: shown_J(window) == true_J(window))
    np.testing.assert_array_equal(plot.chart.curves[0].x, whole)


def test_J_of_the_past_that_was_not_recorded(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, training = window.session, window.session.training
    training.start(50)
    qtbot.waitUntil(lambda: training.latest.state == "finished")
    session.training.history.rewind(0)
    plot = plot_of(window)
    waiting: list[tuple[Callable[[], float], Callable[[float], object]]] = []
    monkeypatch.setattr(session, "elsewhere", lambda work, done, _: waiting.append((work, done)))
    training.history.append(training.latest.record)  # 1 to 49 were not recorded
    training.rewind(20)
    expected = true_J(window)
    assert shown_J(window) == expected  # it does not take long
    monkeypatch.setattr("bpviz.ui.plot.recollection.takes_long", lambda *_: True)
    training.rewind(21)
    assert shown_J(window) == shown_J(window) == "J = –"
    assert not plot.chart.grab().isNull()
    for n in (22, 23, 24):  # of which only the last is wanted, once that of 21 is there
        training.rewind(n)
        assert shown_J(window) == "J = –"
    [(work, take)] = waiting
    take(work())
    assert shown_J(window) == "J = –"
    _, (work, take) = waiting
    take(work())
    assert shown_J(window) == true_J(window)
    assert shown_J(window) != expected
    assert len(waiting) == 2
    training.rewind(50)
    assert shown_J(window) == true_J(window)
