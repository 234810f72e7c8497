"""An hour with bpviz, from outside: what a window manager, a keyboard and a mouse do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt

from bpviz.app import create_window
from bpviz.session import Unit
from bpviz.session.link import Copied
from bpviz.ui.network import NetworkView
from tests.x11.hands import Program, parts, until

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bpviz.ui.window import MainWindow
    from tests.x11.hands import Place

pytestmark = pytest.mark.x11

ASKED = ("--data", "xor", "--layers", "2-4-4-1")
UNIT = Unit(2, 1)


@pytest.fixture
def twin(qtbot: QtBot) -> MainWindow:
    """The same window in this process, not on screen: it knows what has to be shown, and where."""
    window = create_window(ASKED)
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    return window


def place_of(unit: Unit, window: MainWindow) -> QPointF:
    """Return where a unit is in the window."""
    (view,) = window.findChildren(NetworkView)
    return view.mapTo(window, QPointF(*view.scene.placement.centre(unit)))


def near(place: Place | None, other: Place, pixels: int) -> bool:
    """Whether a window is at another place, but for so many pixels."""
    return place is not None and all(
        abs(a - b) <= pixels for a, b in zip(place, other, strict=True)
    )


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_start_step_train_present_save_and_reopen(
    scale: float, twin: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "kept.bpviz"
    # Qt's pixels are larger than the display's, on which a window manager places the window.
    rounding = 0 if scale == 1.0 else 4
    with Program(tmp_path, *ASKED, QT_SCALE_FACTOR=str(scale)) as program:
        # Ten steps.
        program.press(*["Right"] * 10)
        for _ in range(10):
            twin.session.step_forward()
        stepped = program.moment()
        assert stepped == parts(Copied.of(twin.session).link())

        # The mouse meets the unit that it is on.
        before = program.settled()
        twin.resize(round(before.width / scale), round(before.height / scale))
        twin.show()
        qtbot.waitUntil(lambda: place_of(UNIT, twin).x() > 0)
        place = place_of(UNIT, twin)
        program.click(scale * place.x(), scale * place.y())
        assert program.moment()["on"] == f"{UNIT.layer}.{UNIT.unit}"

        # Training, and a pause.
        program.press("t")
        until(lambda: program.moment()["theta"] != stepped["theta"])
        program.press("t")
        assert program.moment_at_rest()["theta"] != stepped["theta"]

        # Presenting with a clicker, twice, and back to the very same window. A blank screen takes
        # one key to come back, so that it is one step on each time.
        display = tuple(map(int, program.xdotool("getdisplaygeometry").split()))
        for _ in range(2):
            program.press("F5")
            until(lambda: program.size() == display)
            program.xdotool("mousemove", "300", "200")
            program.press("Next", "Next", "Prior", "b", "Next", "period", "b", "Escape")
            until(lambda: near(program.place(), before, rounding))
            assert near(program.settled(), before, rounding)
            twin.session.step_forward()
        assert program.moment()["at"] == parts(Copied.of(twin.session).link())["at"]

        # Saving.
        program.press("ctrl+s")
        until(lambda: program.place("Save the session") is not None)
        program.write(str(file))
        program.press("Return")
        until(lambda: file.exists() and program.place("Save the session") is None)
        kept = program.moment()
    with Program(tmp_path, str(file), QT_SCALE_FACTOR=str(scale)) as program:
        until(lambda: program.moment() == kept)
        program.press("F5")
        until(lambda: program.size() == display)  # and the program ends while it presents
