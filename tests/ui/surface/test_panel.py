"""The surface panel as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QToolButton,
)
from superqt import QElidingLabel

from bpviz.core import cost
from bpviz.text import set_language
from bpviz.ui.surface import SurfacePanel
from bpviz.ui.theme import LIGHT, THEMES, apply
from tests.ui.surface.hands import circumstances, found, press, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bpviz.session import Session


def shown(qtbot: QtBot, session: Session, scale: float = 1.0, theme: str = "light") -> SurfacePanel:
    panel = SurfacePanel(session, THEMES[theme])
    qtbot.addWidget(panel)
    apply(panel, THEMES[theme], scale)
    panel.resize(520, 440)
    panel.show()
    settle(panel)
    return panel


def told(panel: SurfacePanel) -> str:
    return found(panel, QElidingLabel, "label.surface").text()


def J_at_theta(panel: SurfacePanel) -> float:
    ground = panel.map.ground
    assert ground is not None
    row, column = ground.centre
    assert (ground.s[column], ground.t[row]) == (0.0, 0.0)
    return float(ground.J[row, column])


def J_now(session: Session) -> float:
    data = session.data
    return cost(session.network, data.X_train, data.Y_train, session.training.lambda_)


def turn(panel: SurfacePanel, eighths: int) -> None:
    at = QPointF(panel.map.rect().center())
    event = QWheelEvent(
        at,
        QPointF(panel.map.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(panel.map, event)


def count(image: QImage, colour: str) -> int:
    sought = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == sought for x in range(image.width()) for y in range(image.height())
    )


def test_it_shows_the_surface_around_theta(panel: SurfacePanel, session: Session) -> None:
    assert panel.objectName() == "view.surface"
    assert panel.accessibleName() == "The cost surface"
    session.training.set(lambda_=0.5)
    settle(panel)
    assert J_at_theta(panel) == J_now(session)
    assert told(panel) == f"J = {J_now(session):#.4g} at Θ"
    assert circumstances(panel) == (
        "Iteration 0 · all 160 training examples · λ = 0.5 · 17 × 17 points"
    )
    assert told(panel) in panel.map.accessibleDescription()
    assert panel.map.present == pytest.approx((0.0, 0.0))
    image = panel.map.grab().toImage()
    assert count(image, LIGHT.accent) > 20, "Θ is a dot"
    colours = {image.pixelColor(x, y).name() for x in range(60, 400, 7) for y in range(20, 300, 7)}
    assert len(colours) > 8, "bands of J"
    for button in panel.findChildren(QToolButton):
        assert button.accessibleName() == button.toolTip() != ""


def test_hovering_tells_J_computed_there(panel: SurfacePanel, session: Session) -> None:
    frame, ground = panel.map.frame_, panel.map.ground
    assert frame is not None
    assert ground is not None
    QTest.mouseMove(panel.map, QPoint(1, 1))
    QTest.mouseMove(panel.map, frame.place(0.5, -0.75).toPoint())
    row, column = panel.map.node or (0, 0)
    s, t = float(ground.s[column]), float(ground.t[row])
    assert (s, t) == pytest.approx((0.5, -0.75), abs=0.07)
    moved = session.network.copy()
    plane = ground.survey.plane
    moved.parameters[:] += s * plane.u + t * plane.v
    J = cost(moved, session.data.X_train, session.data.Y_train, session.training.lambda_)
    assert float(ground.J[row, column]) == pytest.approx(J, rel=1e-12)
    assert told(panel).startswith(f"J = {J:#.4g} at (")
    panel.grab()
    QTest.mouseMove(panel.map, QPoint(1, 1))
    assert told(panel).endswith("at Θ")


def test_keys_point_and_zoom(panel: SurfacePanel) -> None:
    map_ = panel.map
    map_.setFocus()
    ground = map_.ground
    assert ground is not None
    QTest.keyClick(map_, Qt.Key.Key_Left)
    assert map_.node == ground.centre
    QTest.keyClick(map_, Qt.Key.Key_Up)
    QTest.keyClick(map_, Qt.Key.Key_Right)
    assert map_.node == (ground.centre[0] + 1, ground.centre[1] + 1)
    assert "at (" in told(panel)
    for _ in range(100):
        QTest.keyClick(map_, Qt.Key.Key_Down)
    assert map_.node == (0, ground.centre[1] + 1)
    QTest.keyClick(map_, Qt.Key.Key_Home)
    assert map_.node == ground.centre
    QTest.keyClick(map_, Qt.Key.Key_Escape)
    assert "at Θ" in told(panel)
    QTest.keyClick(map_, Qt.Key.Key_Plus)
    settle(panel)
    assert map_.ground is not None
    assert map_.ground.s[-1] == pytest.approx(1 / 1.5)
    QTest.keyClick(map_, Qt.Key.Key_Minus)
    QTest.keyClick(map_, Qt.Key.Key_Minus)
    settle(panel)
    assert map_.ground.s[-1] == pytest.approx(1.5)
    QTest.keyClick(map_, Qt.Key.Key_0)
    settle(panel)
    assert map_.ground.s[-1] == 1.0


def test_wheel_and_buttons_zoom(panel: SurfacePanel) -> None:
    turn(panel, 60)
    turn(panel, 60)
    press(panel, "button.surface_closer")
    settle(panel)
    assert panel.map.ground is not None
    assert panel.map.ground.s[-1] == pytest.approx(1.5**-2)
    press(panel, "button.surface_farther")
    settle(panel)
    assert panel.map.ground.s[-1] == pytest.approx(1 / 1.5)


def test_other_random_directions(panel: SurfacePanel, session: Session) -> None:
    assert panel.map.ground is not None
    before = panel.map.ground.survey.plane
    press(panel, "button.other_directions")
    settle(panel)
    after = panel.map.ground.survey.plane
    assert not np.allclose(before.u, after.u)
    assert J_at_theta(panel) == J_now(session)


def test_the_scale_is_logarithmic_or_not(panel: SurfacePanel) -> None:
    assert panel.map.ground is not None
    ground, image = panel.map.ground, panel.map.grab().toImage()
    press(panel, "button.surface_log")
    assert ground.logarithmic
    assert ground is not panel.map.ground
    assert panel.map.ground.survey is ground.survey, "nothing is computed for it"
    assert panel.map.grab().toImage() != image
    assert np.allclose(np.diff(panel.map.ground.levels, 2), 0.0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 3.0])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_look(
    qtbot: QtBot, session: Session, theme: str, scale: float, language: str
) -> None:
    set_language(language)
    panel = shown(qtbot, session, scale, theme)
    for size in ((420, 260), (1200, 500), (900, 900)):
        panel.resize(*size)
        image = panel.grab().toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        }
        assert len(colours) > 15
    assert THEMES[theme].surface in colours
