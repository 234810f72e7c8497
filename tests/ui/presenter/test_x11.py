"""Presenting in a real window, which a window manager makes large and small again."""

from __future__ import annotations

import os
import subprocess
import sys
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.x11


def xdotool(*arguments: str) -> str:
    command = ["timeout", "20", "xdotool", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def geometry(window: str) -> str:
    """Return position and size of a window once they have been the same for a while."""
    last, since = "", monotonic()
    while monotonic() - since < 0.5:
        now = xdotool("getwindowgeometry", "--shell", window)
        if now != last:
            last, since = now, monotonic()
        sleep(0.05)
    return last


def size(told: str) -> tuple[str, ...]:
    return tuple(line for line in told.splitlines() if line.startswith(("WIDTH", "HEIGHT")))


def test_a_clicker_presents_and_the_window_comes_back(tmp_path: Path) -> None:
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    environment.pop("QT_QPA_PLATFORM")
    command = [sys.executable, "-m", "bpviz", "--data", "xor", "--layers", "2-3-1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        window = xdotool("search", "--sync", "--onlyvisible", "--name", "bpviz: ").split()[0]
        xdotool("windowactivate", "--sync", window)
        before = geometry(window)
        width, height = xdotool("getdisplaygeometry").split()
        for _ in range(2):
            xdotool("key", "F5")
            assert size(geometry(window)) == (f"WIDTH={width}", f"HEIGHT={height}")
            xdotool("mousemove", "300", "200")
            xdotool("key", "--delay", "100", "Next", "Next", "Prior", "b", "Next", "period", "b")
            xdotool("key", "Escape")
            assert geometry(window) == before
        xdotool("key", "F5")
        geometry(window)
        xdotool("key", "ctrl+q")
        _, complaints = process.communicate(timeout=20)
    assert process.returncode == 0
    assert not complaints
