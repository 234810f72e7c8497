"""``bpviz movie`` writes whole movies or none, without a display, and says what cannot be."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import av
import numpy as np
import pytest
from PIL import Image

from bpviz.cli import main
from bpviz.export.movie import steps

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.export.movie import Shot
    from bpviz.trace import Trace

pytestmark = pytest.mark.usefixtures("qapp")
QUICK = "--data xor --size 640x360 --fps 5"


def run(target: Path, line: str) -> int:
    return main(["movie", str(target), *QUICK.split(), *line.split()])


def length(path: Path) -> int:
    """Return how long a GIF plays, in milliseconds."""
    with Image.open(path) as movie:
        total = 0
        for n in range(getattr(movie, "n_frames", 1)):
            movie.seek(n)
            total += int(movie.info["duration"])
    return total


def test_an_example_layer_by_layer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "m.gif", "--example 2") == 0
    with Image.open(tmp_path / "m.gif") as movie:
        assert movie.size == (640, 360)
        assert getattr(movie, "n_frames", 1) > 9
    assert length(tmp_path / "m.gif") == 9000  # nine layers of lines 2 to 7, a second each
    assert capsys.readouterr().out == ""


def test_a_moment_that_takes_long_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.session.walk._AT_ONCE", 100)
    begun: list[int] = []

    def noted(trace: Trace, cursor: int, *rest: Any, **options: Any) -> list[Shot]:
        begun.append(trace.score.last_example(cursor) or 0)
        return steps(trace, cursor, *rest, **options)

    monkeypatch.setattr("bpviz.cli.movie.steps", noted)
    assert run(tmp_path / "m.gif", "--of step --example 3 --line 6 --still --seconds 0.4") == 0
    assert begun == [3]


@pytest.mark.parametrize(
    ("line", "milliseconds"),
    [
        ("--of step --line 6 --seconds 2", 2000),
        ("--of layer --line 4 --granularity unit --seconds 0.4", 3600),  # a0 and four z and a
        ("--of pass --granularity example --still --show network --seconds 0.4", 2800),
    ],
)
def test_what_is_shown_is_chosen(line: str, milliseconds: int, tmp_path: Path) -> None:
    assert run(tmp_path / "m.gif", line) == 0
    assert length(tmp_path / "m.gif") == milliseconds


def test_training_dark_and_in_russian(tmp_path: Path) -> None:
    line = "--of training --iterations 60 --seconds 2 --theme dark --language ru --show algorithm"
    assert run(tmp_path / "m.mp4", line) == 0
    with av.open(str(tmp_path / "m.mp4")) as movie:
        pictures = [frame.to_ndarray(format="rgb24") for frame in movie.decode(video=0)]
    assert len(pictures) == 10
    assert np.median(pictures[0]) < 60


@pytest.mark.parametrize(
    ("name", "line", "sentence"),
    [
        ("m.avi", "", ".gif or .mp4"),
        ("nowhere/m.gif", "", "there is no folder"),
        ("m.gif", "--of training", "--iterations"),
        ("m.gif", "--fps 61", "at most 60"),
        ("m.gif", "--of pass --granularity unit --data digits", "20000"),
        ("m.gif", "--of film", "one of step, layer, example, pass, training"),
        ("m.gif", "--example 5", "--example: here it goes up to 4"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_line(
    name: str, line: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / name, line) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="no program can press another's Ctrl+C there")
def test_interrupted_it_leaves_no_file(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if "DISPLAY" not in k and "QT" not in k}
    command = [sys.executable, "-m", "bpviz", "movie", str(tmp_path / "m.gif"), "--of", "pass"]
    process = subprocess.Popen(
        [*command, "--data", "xor", "--seconds", "20"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    end = time.monotonic() + 60
    while not list(tmp_path.iterdir()) and time.monotonic() < end:
        time.sleep(0.05)
    assert [file.suffix for file in tmp_path.iterdir()] == [".part"]
    process.send_signal(signal.SIGINT)
    output, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert output == error == b""
    assert not list(tmp_path.iterdir())
