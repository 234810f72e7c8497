"""A lecture on two screens, one of which is unplugged: split from one display by its server."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.x11.hands import MAIN, NOTES, Place, Program, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.x11

LAPTOP, ROOM = Place(0, 0, 1280, 720), Place(1280, 0, 1280, 720)
FINE_ROOM = Place(1280, 0, 2560, 1440)
FRAME = 40  # pixels at most, which xdotool counts twice


@pytest.fixture
def display() -> Iterator[str]:
    """Yield the name of a display with a window manager, large enough for two screens."""
    server, manager = shutil.which("Xvfb"), shutil.which("openbox")
    assert server
    assert manager
    report, theirs = os.pipe()
    # It must not forget its monitors when its only client goes, be that the first xrandr.
    command = [server, "-noreset", "-displayfd", str(theirs), "-screen", "0", "3840x1440x24"]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as serving:
        os.close(theirs)
        name = f":{os.read(report, 16).decode().strip()}"
        until(lambda: "Screen 0" in xrandr(name, "--query"))  # it may say its name too early
        environment = os.environ | {"DISPLAY": name}
        with subprocess.Popen([manager], env=environment, stderr=subprocess.DEVNULL) as managing:
            yield name
            managing.terminate()
        serving.terminate()
    os.close(report)


def plug(display: str, name: str, place: Place) -> None:
    """Let a part of the display be a screen of its own."""
    millimetres = (place.width * 254 // 960, place.height * 254 // 960)
    sizes = "x".join(f"{a}/{b}" for a, b in zip(place[2:], millimetres, strict=True))
    output = "screen" if place == LAPTOP else "none"  # only one may have the server's own
    asked = ("--setmonitor", name, f"{sizes}+{place.x}+{place.y}", output)

    def plugged() -> bool:
        # A server that has just begun does not know its own output at the first question.
        if name not in xrandr(display, "--listmonitors"):
            xrandr(display, *asked)
        return name in xrandr(display, "--listmonitors")

    until(plugged)


def unplug(display: str, name: str) -> None:
    xrandr(display, "--delmonitor", name)


def xrandr(display: str, *arguments: str) -> str:
    # It complains of a monitor without an output, and does what it is asked.
    command = ["xrandr", "--display", display, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def inside(place: Place | None, screen: Place) -> bool:
    """Whether all of a window can be seen on a screen."""
    return (
        place is not None
        and screen.x <= place.x
        and screen.y <= place.y
        and place.x + place.width <= screen.x + screen.width + FRAME
        and place.y + place.height <= screen.y + screen.height + FRAME
    )


def put(program: Program, place: Place) -> Place:
    """Move the window to a place, as somebody's mouse would; return what came of it."""
    x, y, width, height = map(str, place)
    program.xdotool("search", "--name", MAIN, "windowmove", x, y)
    program.settled()
    program.xdotool("search", "--name", MAIN, "windowsize", width, height)
    return program.settled()


@pytest.mark.parametrize(("room", "ratio"), [(ROOM, 1), (FINE_ROOM, 2)])
def test_the_projector_comes_and_goes(
    room: Place, ratio: int, display: str, tmp_path: Path
) -> None:
    plug(display, "laptop", LAPTOP)
    plug(display, "room", room)
    ratios = f"laptop=1;room={ratio}"
    asked = ("--data", "xor")
    with Program(tmp_path, *asked, DISPLAY=display, QT_SCREEN_SCALE_FACTORS=ratios) as program:
        before = put(program, Place(100, 80, 1000, 560))
        assert inside(before, LAPTOP)
        program.press("F5")
        until(lambda: program.place() == room and inside(program.place(NOTES), LAPTOP))
        program.press("Next")
        unplug(display, "room")
        until(lambda: program.place() == LAPTOP and program.place(NOTES) is None)
        program.press("Next")
        other = room._replace(width=room.width * 3 // 4, height=room.height * 3 // 4)
        plug(display, "room", other)  # which has another resolution
        until(lambda: program.place() == other and inside(program.place(NOTES), LAPTOP))
        program.press("Escape")
        until(lambda: program.place() == before and program.place(NOTES) is None)
        assert program.settled() == before


def test_a_window_whose_screen_is_gone_comes_back_to_the_other(
    display: str, tmp_path: Path
) -> None:
    plug(display, "laptop", LAPTOP)
    plug(display, "room", ROOM)
    with Program(tmp_path, "--data", "xor", DISPLAY=display) as program:
        assert inside(put(program, Place(1500, 100, 900, 500)), ROOM)
        program.press("F5")
        until(lambda: program.place() == ROOM and inside(program.place(NOTES), LAPTOP))
        unplug(display, "room")
        until(lambda: program.place() == LAPTOP)
        program.press("Escape")
        until(lambda: inside(program.place(), LAPTOP) and program.place() != LAPTOP)
        assert program.settled()[2:] == (900, 500)
