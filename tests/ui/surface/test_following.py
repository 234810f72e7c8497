"""What the surface panel makes of a Θ that moves, and when it computes."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QToolButton,
)

from bpviz.core import cost
from bpviz.core.surface import CostOnPlane
from bpviz.session.selection import Weight
from bpviz.ui.surface import SurfacePanel
from bpviz.ui.theme import LIGHT
from tests.ui.surface.hands import circumstances, found, press, settle
from tests.ui.tabs import behind_another

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bpviz.session import Session


class Gate:
    """Holds a survey up at some point until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self._opened = threading.Event()
        self._reached = 0
        plain = CostOnPlane.J

        def held_up(surface: CostOnPlane, s: float, t: float) -> float:
            self._reached += 1
            if self._reached == at:
                assert self._opened.wait(30)
            return plain(surface, s, t)

        monkeypatch.setattr(CostOnPlane, "J", held_up)

    def open(self) -> None:
        self._opened.set()


def train(session: Session, seconds: float) -> None:
    session.training.toggle()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        session.training.poll()
        QTest.qWait(10)
    session.training.finish_step()


def choose(panel: SurfacePanel, kind: str) -> None:
    choice = found(panel, QComboBox, "choice.directions")
    choice.setCurrentIndex(choice.findData(kind))


def J_at_theta(panel: SurfacePanel) -> float:
    ground = panel.map.ground
    assert ground is not None
    row, column = ground.centre
    assert (ground.s[column], ground.t[row]) == (0.0, 0.0)
    return float(ground.J[row, column])


def J_now(session: Session) -> float:
    data = session.data
    return cost(session.network, data.X_train, data.Y_train, session.training.lambda_)


def count(image: QImage, colour: str) -> int:
    sought = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == sought for x in range(image.width()) for y in range(image.height())
    )


def test_training_leaves_a_path_and_moves_the_surface(
    panel: SurfacePanel, session: Session
) -> None:
    start = session.network.parameters.copy()
    train(session, 0.8)
    settle(panel)
    path = panel.trail.path
    assert len(path) > 5
    assert path.iterations[0] == 0
    assert np.array_equal(path.points[0], start)
    assert np.array_equal(path.points[-1], session.network.parameters)
    assert J_at_theta(panel) == J_now(session)
    assert f"Iteration {session.training.iteration:,}" in circumstances(panel)
    assert panel.map.ground is not None
    expected = panel.map.ground.survey.plane.coordinates(path.points)
    assert panel.map.path == pytest.approx(expected)
    assert panel.map.present == pytest.approx((0.0, 0.0), abs=1e-9)
    assert count(panel.map.grab().toImage(), LIGHT.symbols["Theta"]) > 10


def test_the_path_has_directions_of_its_own(panel: SurfacePanel, session: Session) -> None:
    choose(panel, "path")
    settle(panel)
    assert panel.map.message.startswith("The path has no two directions yet")
    assert panel.map.message in panel.map.accessibleDescription()
    assert not panel.controls.others.isEnabled()
    train(session, 0.8)
    settle(panel)
    assert not panel.map.message
    assert panel.map.ground is not None
    survey = panel.map.ground.survey
    points = survey.site.path
    assert points is not None
    assert len(points) > 3
    centred = points - points.mean(axis=0)
    variances, vectors = np.linalg.eigh(centred.T @ centred)
    assert abs(survey.plane.u @ vectors[:, -1]) == pytest.approx(1.0)
    assert survey.shares is not None
    assert survey.shares[0] == pytest.approx(variances[-1] / variances.sum())
    assert "of the path's variance lies in this plane" in circumstances(panel)
    assert J_at_theta(panel) == J_now(session)
    frame = panel.map.frame_
    assert frame is not None
    places = frame.places(panel.map.path)
    assert all(frame.rect.contains(QPointF(*each)) for each in places.tolist())
    choose(panel, "random")
    settle(panel)
    assert panel.map.ground.survey.shares is None


def test_held_it_stays_while_theta_moves_over_it(panel: SurfacePanel, session: Session) -> None:
    press(panel, "button.hold_surface")
    assert panel.map.ground is not None
    survey = panel.map.ground.survey
    train(session, 0.5)
    settle(panel)
    assert panel.map.ground.survey is survey
    assert abs(panel.map.present[0]) + abs(panel.map.present[1]) > 0.01
    start = survey.site.network
    press(panel, "button.surface_farther")
    settle(panel)
    assert panel.map.ground.survey.site.network is start
    assert panel.map.ground.s[-1] == pytest.approx(1.5)
    press(panel, "button.surface")
    settle(panel)
    assert J_at_theta(panel) == J_now(session)
    train(session, 0.2)
    press(panel, "button.hold_surface")
    settle(panel)
    assert J_at_theta(panel) == J_now(session)


def test_a_coarse_surface_comes_first_and_one_can_stop(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, panel: SurfacePanel
) -> None:
    gate = Gate(monkeypatch, at=200)
    press(panel, "button.other_directions")
    survey = panel._surveyor.survey
    qtbot.waitUntil(lambda: panel.map.ground is not None and panel.map.ground.survey is survey)
    qtbot.waitUntil(panel.controls.progress.isVisible)
    assert panel.map.ground is not None
    assert panel.map.ground.stride == 8
    assert "9 × 9 points" in circumstances(panel)
    qtbot.waitUntil(lambda: panel.controls.progress.value() == round(1000 * 199 / 289))
    button = found(panel, QToolButton, "button.surface")
    assert button.toolTip() == "Stop"
    press(panel, "button.surface")
    gate.open()
    settle(panel)
    assert not panel.controls.progress.isVisible()
    assert button.toolTip() == "Compute anew"
    assert panel.map.ground.stride == 8, "what was complete stays"
    QTest.qWait(50)
    assert not panel._look.isActive()
    press(panel, "button.surface")
    settle(panel)
    assert panel.map.ground.stride == 4


def test_while_theta_moves_a_coarse_surface_does_not_replace_a_fine_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, panel: SurfacePanel, session: Session
) -> None:
    gate = Gate(monkeypatch, at=200)
    assert panel.map.ground is not None
    before = panel.map.ground.survey
    session.set_weight(Weight(1, 1, 1), 2.0)
    qtbot.waitUntil(panel.controls.progress.isVisible)
    assert panel.map.ground.survey is before
    assert panel.map.present != (0.0, 0.0), "but Θ is shown where it is now"
    gate.open()
    settle(panel)
    assert panel.map.ground.survey is not before
    assert panel.map.ground.stride == 4


def test_nothing_is_computed_while_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, panel: SurfacePanel, session: Session
) -> None:
    computed = []
    plain = CostOnPlane.J

    def counted(surface: CostOnPlane, s: float, t: float) -> float:
        computed.append(s)
        return plain(surface, s, t)

    panel.hide()
    monkeypatch.setattr(CostOnPlane, "J", counted)
    train(session, 0.3)
    QTest.qWait(100)
    assert not computed
    assert not any(timer.isActive() for timer in (panel._look, panel._rest, panel._redraw))
    assert len(panel.trail.path) > 1, "but the path goes on"
    panel.show()
    settle(panel)
    assert computed
    assert J_at_theta(panel) == J_now(session)


def test_behind_another_tab_nobody_looks(qtbot: QtBot, session: Session) -> None:
    panel = SurfacePanel(session, LIGHT)
    _window, docks = behind_another(qtbot, panel)
    settle(panel)
    session.set_weight(Weight(1, 1, 1), 3.0)
    QTest.qWait(50)
    assert not panel._is_up_to_date()
    docks[0].raise_()
    QTest.qWait(50)
    settle(panel)
    assert J_at_theta(panel) == J_now(session)


def test_another_network_begins_anew(panel: SurfacePanel, session: Session) -> None:
    train(session, 0.3)
    settle(panel)
    session.set_network((2, 3, 3, 1), "tanh")
    settle(panel)
    assert panel.trail.path.iterations.tolist() == [0]
    assert np.array_equal(panel.trail.path.points[0], session.network.parameters)
    assert J_at_theta(panel) == J_now(session)
    assert circumstances(panel).startswith("Iteration 0 ·")
    train(session, 0.2)
    session.new_theta()
    settle(panel)
    assert panel.trail.path.iterations.tolist() == [0]
    assert circumstances(panel).startswith("Iteration 0 ·")
    assert J_at_theta(panel) == J_now(session)


def test_another_network_needs_no_rest(panel: SurfacePanel, session: Session) -> None:
    session.training.toggle()
    panel._rest.start(60_000)  # as after a survey that took long
    session.new_theta()
    assert session.training.running
    assert panel._rest.remainingTime() < 1_000
    session.training.toggle()
    session.training.finish_step()
    settle(panel)
    assert J_at_theta(panel) == J_now(session)


def test_a_moment_of_the_past_is_a_place_on_the_path(panel: SurfacePanel, session: Session) -> None:
    train(session, 0.5)
    settle(panel)
    passed = panel.trail.path.iterations.copy()
    half = session.training.iteration // 2
    session.training.rewind(half)
    settle(panel)
    # At rest more of the way is filled in; nothing of it goes.
    assert set(passed) <= set(panel.trail.path.iterations)
    assert panel.trail.path.iterations[-1] == passed[-1]
    assert J_at_theta(panel) == J_now(session)
    moment = session.training.moment
    assert moment is not None
    assert circumstances(panel).startswith(f"Iteration {moment.iteration:,} ·")
    session.training.continue_from_here()
    settle(panel)
    path = panel.trail.path
    assert path.iterations[-1] == moment.iteration
    assert path.iterations[0] == 0, "the beginning is common to both runs"
    assert np.array_equal(path.points[-1], session.network.parameters)


def test_the_thread_ends_with_the_panel(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    gate = Gate(monkeypatch, at=100)
    panel = SurfacePanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel._surveyor.survey is not None)
    survey = panel._surveyor.survey
    assert survey is not None
    assert survey.running
    shiboken6.delete(panel)
    gate.open()
    survey.wait()
    assert survey.cancelled
    assert not any(thread.name == "bpviz surface" for thread in threading.enumerate())
    session.set_weight(Weight(1, 1, 1), 2.0)


def test_a_hand_on_a_weight_moves_the_surface(panel: SurfacePanel, session: Session) -> None:
    session.set_weight(Weight(1, 1, 1), 4.0)
    settle(panel)
    assert J_at_theta(panel) == J_now(session)
    session.set_input(np.array([3.0, 3.0]))
    settle(panel)
    assert J_at_theta(panel) == J_now(session)
