"""The health panel as a person uses it."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from bpviz.core import cost_and_gradient, forward
from bpviz.session import Session
from bpviz.session.selection import Weight
from bpviz.text import set_language
from bpviz.ui.health import HealthPanel
from bpviz.ui.health.probe import Probe
from bpviz.ui.health.span import Span
from bpviz.ui.theme import DARK, LIGHT, THEMES, apply
from tests.ui.tabs import behind_another

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

DEEP = (2, 8, 8, 8, 8, 8, 1)


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("moons")
    yield session
    session.close()


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> HealthPanel:
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session, scale: float = 1.0, theme: str = "light") -> HealthPanel:
    panel = HealthPanel(session, THEMES[theme])
    qtbot.addWidget(panel)
    apply(panel, THEMES[theme], scale)
    panel.resize(520, 460)
    panel.show()
    settle(panel)
    return panel


def settle(panel: HealthPanel) -> None:
    end = time.monotonic() + 60
    QTest.qWait(1)
    while panel._timer.isActive() and time.monotonic() < end:
        QTest.qWait(5)
    assert not panel._timer.isActive()


def train(session: Session, seconds: float) -> None:
    session.training.toggle()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        session.training.poll()
        QTest.qWait(10)
    session.training.finish_step()


def label(panel: HealthPanel, name: str) -> str:
    found = panel.findChild(QLabel, name)
    assert found is not None
    return found.text()


def move_to(panel: HealthPanel, place: QPointF) -> None:
    QTest.mouseMove(panel.canvas, QPoint(1, 1))
    QTest.mouseMove(panel.canvas, place.toPoint())


def height_of_ink(panel: HealthPanel, room: QRectF) -> float:
    """Return how far up the ink of a strip lies on average, 0 to 1."""
    image = panel.canvas.grab().toImage()
    ground = np.array(QColor(LIGHT.raised).getRgb())
    weights, heights = [], []
    for y in range(int(room.top()) + 1, int(room.bottom()) - 1):
        for x in range(int(room.left()) + 1, int(room.right()) - 1, 3):
            weights.append(np.abs(np.array(image.pixelColor(x, y).getRgb()) - ground).sum())
            heights.append((room.bottom() - y) / room.height())
    return float(np.average(heights, weights=weights))


def test_it_reads_the_layers_as_soon_as_it_is_seen(panel: HealthPanel, session: Session) -> None:
    assert panel.objectName() == "view.health"
    assert panel.accessibleName() == "Health of the layers"
    assert panel.record["iteration"].tolist() == [0]
    data = session.data
    _, D = cost_and_gradient(session.network, data.X_train, data.Y_train, session.training.lambda_)
    expected = [np.sqrt(np.mean(each**2)) for each in D]
    assert panel.record["D"][0] == pytest.approx(expected)
    assert label(panel, "label.health_figures") == "iteration 0 · on all 160 training examples"
    assert label(panel, "label.health").startswith("δ ")
    assert "g′" in label(panel, "label.health_measure")
    assert "iteration 0" in panel.accessibleDescription()
    assert panel.canvas.accessibleName()
    assert panel.canvas.accessibleDescription()


def test_vanishing_is_seen_at_a_glance(qtbot: QtBot, session: Session) -> None:
    """In a deep sigmoid network δ sinks from layer to layer, in the picture as in numbers."""
    session.set_network(DEEP, "sigmoid")
    panel = shown(qtbot, session)
    assert label(panel, "label.health") == "δ vanishes: δ⁽²⁾ is 2.5·10⁻⁴ × δ⁽⁷⁾"
    assert LIGHT.negative in panel.verdict.styleSheet()
    strips = [row.cells[2].strip for row in panel.canvas.layout_.rows]
    heights = [height_of_ink(panel, strip) for strip in strips]
    assert all(first < then - 0.05 for first, then in pairwise(heights)), heights
    session.set_network(DEEP, "tanh")
    settle(panel)
    assert label(panel, "label.health").startswith("δ reaches the first layers: δ⁽²⁾ is 0.1")
    assert LIGHT.negative not in panel.verdict.styleSheet()


def test_exploding_and_nothing(panel: HealthPanel, session: Session) -> None:
    session.set_network((2, 8, 8, 8, 1), "relu")
    session.network.parameters *= 12
    session.refresh()
    settle(panel)
    assert label(panel, "label.health").startswith("δ explodes")
    for theta in session.network.theta[:-1]:
        theta[:, 0] = -1000.0
    session.refresh()
    settle(panel)
    assert label(panel, "label.health") == "δ⁽²⁾ is 0: nothing reaches the first layers"
    assert panel.record["saturated"][0, :3].tolist() == [1.0, 1.0, 1.0]
    assert panel.record["stuck"][0, :3].tolist() == [8, 8, 8]
    session.set_network((2, 1))
    settle(panel)
    assert label(panel, "label.health").startswith("No hidden layer")
    panel.grab()


def test_it_follows_training(panel: HealthPanel, session: Session) -> None:
    train(session, 0.8)
    settle(panel)
    times = panel.record["iteration"]
    assert len(times) >= 4
    assert times[-1] == session.training.iteration > 0
    data = session.data
    h = forward(session.network, data.X_train).h
    assert panel.record["delta"][-1, -1] == pytest.approx(np.sqrt(np.mean((h - data.Y_train) ** 2)))
    assert f"iteration {session.training.iteration:,}" in label(panel, "label.health_figures")


def test_a_weight_set_by_hand_and_another_lambda_show_at_once(
    panel: HealthPanel, session: Session
) -> None:
    before = panel.record["D"][0].copy()
    session.set_weight(Weight(1, 1, 1), 5.0)
    settle(panel)
    assert panel.record["iteration"].tolist() == [0]
    after = panel.record["D"][0].copy()
    assert not np.allclose(after, before)
    session.training.set(lambda_=3.0)
    settle(panel)
    assert not np.allclose(panel.record["D"][0], after)
    session.step_forward()
    assert not panel._timer.isActive(), "a step of the walk changes nothing here"


def test_nothing_is_computed_while_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, panel: HealthPanel, session: Session
) -> None:
    reads = 0
    plain = Probe.read

    def counted(probe: Probe, *arguments: object) -> object:
        nonlocal reads
        reads += 1
        return plain(probe, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Probe, "read", counted)
    panel.hide()
    train(session, 0.3)
    QTest.qWait(150)
    assert reads == 0
    assert not panel._timer.isActive()
    panel.show()
    settle(panel)
    assert reads == 1
    times = panel.record["iteration"]
    assert times.tolist() == [0, session.training.iteration]
    between = np.array([session.training.iteration / 2])
    assert panel.record.covering(between).tolist() == [-1], "that time stays blank"
    panel.grab()


def test_behind_another_tab_nobody_looks(qtbot: QtBot, session: Session) -> None:
    panel = HealthPanel(session, LIGHT)
    _window, docks = behind_another(qtbot, panel)
    session.set_weight(Weight(1, 1, 1), 2.0)
    QTest.qWait(150)
    read = len(panel.record)
    session.set_weight(Weight(1, 1, 1), 3.0)
    QTest.qWait(150)
    assert len(panel.record) == read
    assert panel._seen is not session.trace
    docks[0].raise_()
    QTest.qWait(50)
    settle(panel)
    assert panel._seen is session.trace


def test_the_mouse_points_at_a_moment_everywhere(panel: HealthPanel, session: Session) -> None:
    while len(panel.record) < 4:  # on a busy machine layers are read seldom
        train(session, 0.5)
        settle(panel)
    times, strip = panel.record["iteration"], panel.canvas.layout_.rows[0].cells[0].strip
    shares = Span.of(panel.record).shares(times)
    # On a slow machine some moments lie within the same pixel; this one is far from the others.
    apart = np.diff(shares)
    moment = 1 + int(np.argmax(np.minimum(apart[:-1], apart[1:])))
    x = np.ceil(strip.left() + float(shares[moment]) * strip.width())
    move_to(panel, QPointF(x, strip.center().y()))
    assert (panel.canvas.moment, panel.canvas.row) == (moment, 0)
    told = label(panel, "label.health_figures")
    assert told.startswith(f"iteration {times[moment]:,} · layer 2 · δ⁽²⁾ ")
    assert "D⁽¹⁾" in told
    assert "% saturated" in told
    plot = panel.canvas._plot()
    move_to(panel, plot.center())
    told = label(panel, "label.health_figures")
    assert panel.canvas.row is None
    assert "D⁽¹⁾" in told
    assert "D⁽²⁾" in told
    assert panel.canvas.moment is not None
    pixel = 1 / plot.width()
    middle = np.searchsorted(shares, [0.5 - pixel, 0.5 + pixel], side="right") - 1
    assert middle[0] <= panel.canvas.moment <= middle[1]
    QTest.mouseMove(panel.canvas, QPoint(0, panel.canvas.height() - 1))
    assert panel.canvas.moment is None


def test_keys_walk_through_moments_and_layers(panel: HealthPanel, session: Session) -> None:
    train(session, 0.5)
    settle(panel)
    canvas, last = panel.canvas, len(panel.record) - 1
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.moment == 0
    assert label(panel, "label.health_figures").startswith("iteration 0 · D⁽¹⁾")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.moment == 1
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.moment == 0
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.row == 0
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.moment == last
    rows = len(session.network.layers) - 1
    for _ in range(rows + 2):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.row == rows - 1
    assert label(panel, "label.health_figures").endswith("no g′ in this δ")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.moment is None


def test_another_network_begins_anew(panel: HealthPanel, session: Session) -> None:
    train(session, 0.3)
    settle(panel)
    panel.canvas.setFocus()
    QTest.keyClick(panel.canvas, Qt.Key.Key_End)
    session.set_network((2, 3, 3, 1), "relu")
    settle(panel)
    assert panel.canvas.moment is None
    assert panel.record["iteration"].tolist() == [0]
    assert panel.record["D"].shape == (1, 3)
    assert "Dead" in label(panel, "label.health_measure")
    session.set_data("digits")
    settle(panel)
    assert "on 1,000 of 1,4" in label(panel, "label.health_figures")
    assert panel.record["D"].shape == (1, len(session.network.layers) - 1)
    session.new_theta()
    settle(panel)
    assert panel.record["iteration"].tolist() == [0]


def test_another_network_is_read_at_once(panel: HealthPanel, session: Session) -> None:
    panel._spent = 10.0  # as after a reading that took long
    session.network.parameters[:] *= 1.5
    session.refresh()
    assert panel._timer.remainingTime() > 1_000
    session.new_theta()
    assert panel._timer.remainingTime() < 1_000
    settle(panel)
    assert len(panel.record) == 1


def test_a_run_taken_up_again_shows_nothing_of_another(
    panel: HealthPanel, session: Session
) -> None:
    def iterations() -> list[int]:
        settle(panel)
        return [int(iteration) for iteration in panel.record["iteration"]]

    for iteration in (10, 20, 30):
        session.training.train_to(iteration)
        settle(panel)
    first = session.training.run
    session.training.rewind(20)
    session.training.continue_from_here()
    branch = session.training.run
    session.training.train_to(40)
    assert iterations() == [0, 10, 20, 40]
    session.training.select(first)
    assert iterations() == [30]
    session.training.select(branch)
    assert iterations() == [40]  # 30 was on the other way


def test_an_example_changed_by_hand_is_read_anew(panel: HealthPanel, session: Session) -> None:
    before = panel.record["D"][0].copy()
    session.set_input(np.array([9.0, -9.0]))
    settle(panel)
    assert not np.allclose(panel.record["D"][0], before)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 3.0])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_look(
    qtbot: QtBot, session: Session, theme: str, scale: float, language: str
) -> None:
    set_language(language)
    session.set_network((2, 5, 5, 1), "relu")
    panel = shown(qtbot, session, scale, theme)
    for size in ((420, 260), (1400, 500), (600, 900)):
        panel.resize(*size)
        image = panel.grab().toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
        }
        assert len(colours) > 20
    surface = (LIGHT if theme == "light" else DARK).surface
    assert surface in colours


def test_many_layers_scroll(qtbot: QtBot, session: Session) -> None:
    session.set_network((2, *[4] * 30, 1), "tanh")
    panel = shown(qtbot, session)
    assert panel.canvas.height() > panel.height()
    assert all(
        row.label.height() >= panel.canvas.fontMetrics().height()
        for row in panel.canvas.layout_.rows
    )


def test_a_closed_panel_hears_nothing(qtbot: QtBot, session: Session) -> None:
    panel = shown(qtbot, session)
    panel.close()
    panel.deleteLater()
    QTest.qWait(10)
    session.set_weight(Weight(1, 1, 1), 2.0)
    session.set_network((2, 3, 1))
