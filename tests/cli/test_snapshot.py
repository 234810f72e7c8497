"""``bpviz snapshot`` draws the moment asked for, whole, with text that is text."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from bpviz.cli import main
from bpviz.session import Session
from bpviz.session.link import Copied

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.core import Array

pytestmark = pytest.mark.usefixtures("qapp")


def grey(path: Path) -> Array:
    picture = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    return rows[:, : picture.width()].astype(float)


def shown(monkeypatch: pytest.MonkeyPatch, target: Path, line: str) -> Session:
    """Run the command and return the session as it was drawn."""
    sessions = []
    original = Session.close

    def close(session: Session) -> None:
        sessions.append(session)
        original(session)

    monkeypatch.setattr(Session, "close", close)
    assert main(["snapshot", str(target), *line.split()]) == 0
    return sessions[0]


def test_the_picture_has_the_size_and_the_window_in_it(tmp_path: Path) -> None:
    target = tmp_path / "window.png"
    assert main(["snapshot", str(target), "--data", "xor", "--size", "1000x700"]) == 0
    picture = grey(target)
    assert picture.shape == (700, 1000)
    # Light ground, dark writing, and no part left blank.
    assert np.median(picture) > 200
    assert picture.min() < 60
    quarters = [
        quarter for half in np.array_split(picture, 2) for quarter in np.array_split(half, 2, 1)
    ]
    assert all(quarter.std() > 10 for quarter in quarters)


def test_theme_and_few_colours(tmp_path: Path) -> None:
    target = tmp_path / "window.png"
    line = "--data xor --theme dark --small --size 1000x700"
    assert main(["snapshot", str(target), *line.split()]) == 0
    picture = QImage(str(target))
    assert picture.colorCount() <= 256
    assert np.median(grey(target)) < 60


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("--line 6", (6, 1)),
        ("--line 3 --example 4", (3, 4)),
        ("--line 7 --example 2 --granularity unit", (7, 2)),
        ("--line 1", (1, None)),
        ("--line 8", (8, None)),
        ("--line 9 --granularity example", (9, None)),
    ],
)
def test_the_moment_asked_for_is_shown(
    line: str, expected: tuple[int, int | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = shown(monkeypatch, tmp_path / "window.png", f"--data xor {line}")
    assert (session.step.line, session.step.example) == expected


def test_a_moment_that_takes_long_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window would show it later, and until then what was there before."""
    monkeypatch.setattr("bpviz.session.walk._AT_ONCE", 100_000)
    line = "--data digits --example 900 --line 4"
    session = shown(monkeypatch, tmp_path / "window.png", line)
    assert (session.step.line, session.step.example) == (4, 900)


def test_a_link_leads_to_its_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = Session("iris")
    there.training.train_to(20)
    there.set_granularity("unit")
    there.show_example(3)
    there.go_to_line(6)
    link = Copied.of(there).link()
    there.close()
    line = f"--moment {link}"
    session = shown(monkeypatch, tmp_path / "window.png", line)
    assert session.data.name == "iris"
    assert session.training.iteration == 20
    assert np.array_equal(session.network.parameters, there.network.parameters)
    assert (session.cursor, session.granularity) == (there.cursor, "unit")
    session = shown(monkeypatch, tmp_path / "window.png", f"{line} --example 5 --line 4")
    assert (session.step.line, session.step.example) == (4, 5)


def test_a_step_is_shown_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = shown(monkeypatch, tmp_path / "window.png", "--data xor --step 40")
    assert session.cursor == 40
    assert session.granularity == "unit"


def test_training_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = shown(monkeypatch, tmp_path / "window.png", "--data xor --iterations 30")
    assert session.training.iteration >= 30
    assert len(session.training.history) > 1
    assert not session.training.running


@pytest.mark.parametrize("part", ["network", "equation", "window"])
def test_parts_are_drawn_as_lines(part: str, tmp_path: Path) -> None:
    line = f"--data xor --line 6 --of {part} --size 1000x700"
    for suffix in (".svg", ".pdf"):
        assert main(["snapshot", str(tmp_path / f"part{suffix}"), *line.split()]) == 0
    renderer = QSvgRenderer(str(tmp_path / "part.svg"))
    assert renderer.isValid()
    assert (renderer.viewBox().width() == 1000) == (part == "window")
    assert (tmp_path / "part.pdf").read_bytes().startswith(b"%PDF-1.")


def test_a_picture_is_made_finer_by_its_scale(tmp_path: Path) -> None:
    target = tmp_path / "network.png"
    line = "--data xor --of window --size 1000x700 --scale 1,5"
    assert main(["snapshot", str(target), *line.split()]) == 0
    assert grey(target).shape == (1050, 1500)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("--scale 9", "a scale from 0.1 to 8"),
        ("--of plot", "one of network, equation, window"),
        ("--step 99999", "--step"),
        ("--example 5", "--example: here it goes up to 4"),
        ("--step 3 --line 4", "--step cannot be combined"),
        ("--size 100x100", "at least"),
        ("--layers 2-4-3", "--layers"),
    ],
)
def test_what_cannot_be_shown_is_said(
    line: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "window.png"
    assert main(["snapshot", str(target), "--data", "xor", *line.split()]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1
    assert not target.exists()


def test_the_process_draws_without_a_display_and_says_nothing(tmp_path: Path) -> None:
    target = tmp_path / "window.png"
    environment = {k: v for k, v in os.environ.items() if "DISPLAY" not in k and "QT" not in k}
    command = [sys.executable, "-m", "bpviz", "snapshot", str(target), "--data", "xor"]
    result = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert result.stdout == result.stderr == ""
    assert QImage(str(target)).width() == 1400
