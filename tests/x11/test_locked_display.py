"""A display that lets nobody in who lacks its key."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from bpviz.display import obstacle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.x11


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
