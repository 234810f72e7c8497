"""Hands and eyes outside of the program: keys, mouse, windows and the clipboard of an X display."""

from __future__ import annotations

import os
import subprocess
import sys
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple, Self

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

# A bundle, say, if somebody names one.
PROGRAM = [os.environ["BPVIZ"]] if "BPVIZ" in os.environ else [sys.executable, "-m", "bpviz"]
_PATIENCE = 120  # seconds, for a machine that is busy with other things
MAIN = "number by number"  # in the title of the window, and nowhere else
NOTES = "notes"


class Place(NamedTuple):
    """Where a window is, in pixels of the display."""

    x: int
    y: int
    width: int
    height: int


class Program:
    """bpviz as a process of its own, of which no more is known than what a person sees.

    Parameters
    ----------
    folder
        Where it keeps settings and sessions.
    arguments
        Of the command.
    environment
        What else it is told, e.g. ``QT_SCALE_FACTOR``, and another ``DISPLAY``.
    """

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        own = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE")}
        self._environment = os.environ | own | {"LC_ALL": "C.UTF-8"} | environment
        self._environment.pop("QT_QPA_PLATFORM")
        self._arguments = arguments

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [*PROGRAM, *self._arguments],
            stderr=subprocess.PIPE,
            text=True,
            env=self._environment,
        )
        self._pid = str(self._process.pid)
        try:
            until(lambda: self.place() is not None)
            self.settled()
            self.xdotool("windowactivate", "--sync", self._window(MAIN))
        except BaseException:
            self._process.kill()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if kind is None:
            self.press("ctrl+q")
        else:
            self._process.kill()
        complaints = self._process.communicate(timeout=_PATIENCE)[1]
        if kind is None:
            assert self._process.returncode == 0
            assert not complaints

    def xdotool(self, *arguments: str) -> str:
        """Return what xdotool says to a command, which has to succeed."""
        return self._asked(*arguments, check=True)

    def _asked(self, *arguments: str, check: bool = False) -> str:
        command = ["timeout", str(_PATIENCE), "xdotool", *arguments]
        environment = self._environment
        done = subprocess.run(command, check=check, capture_output=True, text=True, env=environment)
        return done.stdout.strip()

    # --- windows -------------------------------------------------------------------------------

    def _window(self, title: str) -> str:
        found = self._asked("search", "--all", "--onlyvisible", "--pid", self._pid, "--name", title)
        return found.partition("\n")[0]

    def place(self, title: str = MAIN) -> Place | None:
        """Return where the window with a title is, or None if there is none."""
        assert self._process.poll() is None, "it has ended"
        window = self._window(title)
        told = self._asked("getwindowgeometry", "--shell", window) if window else ""
        if not told:
            return None  # or no longer
        numbers = dict(line.split("=") for line in told.splitlines())
        return Place(*(int(numbers[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def size(self) -> tuple[int, ...]:
        """Return how large the main window is; nothing while it is not on screen."""
        place = self.place()
        return () if place is None else place[2:]

    def settled(self, title: str = MAIN) -> Place:
        """Return where a window is once it has stayed there for a while."""
        last, since = self.place(title), monotonic()
        while last is None or monotonic() - since < 0.7:
            now = self.place(title)
            if now != last:
                last, since = now, monotonic()
            sleep(0.05)
        return last

    # --- hands ---------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys, by the names that X has for them."""
        self.xdotool("key", "--delay", "60", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.xdotool("type", "--delay", "20", text)

    def click(self, x: float, y: float) -> None:
        """Click into the window, so many pixels of the display from its corner."""
        place = ("--window", self._window(MAIN), str(round(x)), str(round(y)))
        self.xdotool("mousemove", *place, "click", "1")

    def moment(self) -> dict[str, str]:
        """Return the parts of a link to what is shown now, by the clipboard."""
        clipboard = QGuiApplication.clipboard()
        clipboard.clear()
        self.press("ctrl+shift+c")
        until(lambda: clipboard.text().startswith("bpviz:"))
        return parts(clipboard.text())

    def moment_at_rest(self) -> dict[str, str]:
        """Return the moment once it changes no more, which a pause takes a while for."""
        seen: list[dict[str, str]] = [{}]

        def same() -> bool:
            seen.append(self.moment())
            return seen[-1] == seen[-2]

        until(same)
        return seen[-1]


def parts(link: str) -> dict[str, str]:
    """Return the parts of a link by name."""
    _, *named = link.split("/")
    return dict(part.split("=", 1) for part in named)


def until(happened: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    end = monotonic() + _PATIENCE
    while not happened():
        assert monotonic() < end, "nothing happened"
        QGuiApplication.processEvents()
        sleep(0.05)
