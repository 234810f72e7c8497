"""The program in a real window, as a window manager and a person's hands meet it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bpviz.display import obstacle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.x11


def xdotool(*arguments: str) -> str:
    command = ["timeout", "20", "xdotool", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_the_command_opens_a_window_that_keys_reach(tmp_path: Path) -> None:
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    environment.pop("QT_QPA_PLATFORM")
    command = [sys.executable, "-m", "bpviz", "--data", "xor", "--layers", "2-3-1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        window = xdotool("search", "--sync", "--onlyvisible", "--name", "bpviz: ").split()[0]
        xdotool("windowactivate", "--sync", window)
        xdotool("key", "--delay", "100", "Right", "Down", "Left", "t", "t", "ctrl+q")
        _, complaints = process.communicate(timeout=20)
    assert process.returncode == 0
    assert not complaints


@pytest.fixture
def locked_display(tmp_path: Path) -> Iterator[str]:
    """Yield the name of a display that lets nobody in who lacks its key."""
    server, xauth = shutil.which("Xvfb"), shutil.which("xauth")
    assert server
    assert xauth
    keys = tmp_path / "keys"
    subprocess.run([xauth, "-f", keys, "add", ":0", ".", "0123456789abcdef" * 2], check=True)
    report, theirs = os.pipe()
    command = [server, "-displayfd", str(theirs), "-auth", str(keys), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as process:
        os.close(theirs)
        number = os.read(report, 16).decode().strip()
        yield f":{number}"
        process.terminate()
    os.close(report)


def test_a_display_that_refuses_us_is_named(locked_display: str) -> None:
    sentence = obstacle({"DISPLAY": locked_display})
    assert sentence
    assert locked_display in sentence
