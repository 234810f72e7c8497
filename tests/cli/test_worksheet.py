"""``bpviz worksheet`` writes the sheet asked for, and says what cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.cli import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_same_seed_is_the_same_sheet(tmp_path: Path) -> None:
    texts = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        path = tmp_path / f"{name}.html"
        assert main(["worksheet", str(path), "--layers", "2-2-1", "--seed", str(seed)]) == 0
        texts.append(path.read_text(encoding="utf-8"))
    assert texts[0] == texts[1] != texts[2]
    assert "XOR · 2-2-1 · example 4 · seed 1" in texts[0]
    assert "Answer key" not in texts[0]


def test_the_key_is_with_it_or_alone(tmp_path: Path) -> None:
    path = tmp_path / "sheet.html"
    assert main(["worksheet", str(path), "--key"]) == 0
    both = path.read_text(encoding="utf-8")
    assert "Answer key" in both
    assert "<td></td>" in both
    assert main(["worksheet", str(path), "--key-only"]) == 0
    assert "<td></td>" not in path.read_text(encoding="utf-8")


def test_weights_of_ones_own_have_no_seed(tmp_path: Path) -> None:
    last = np.array([[0.5, -1.0, 0.125]])
    np.savez(tmp_path / "theta.npz", Theta1=np.full((2, 3), 0.25), Theta2=last)
    path = tmp_path / "sheet.html"
    assert main(["worksheet", str(path), "--weights", str(tmp_path / "theta.npz")]) == 0
    text = path.read_text(encoding="utf-8")
    assert "XOR · 2-2-1 · example 4 · Θ " in text
    assert "seed" not in text


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("sheet.pdf --data digits", "up to 6 units, not 64"),
        ("sheet.pdf --layers 2-2-2-2-1", "up to 4 layers, not 5"),
        ("sheet.pdf --example 9", "--example: here it goes up to 4, not 9"),
        ("sheet.doc", ".pdf or .html"),
        ("missing/sheet.pdf", "there is no folder"),
        ("", "the name of the worksheet is missing"),
        ("sheet.pdf --paper a5", "one of a4, letter"),
    ],
)
def test_what_cannot_be_made_is_said(
    line: str,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["worksheet", *line.split()]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_the_process_writes_without_a_display_and_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    environment = {k: v for k, v in os.environ.items() if "DISPLAY" not in k and "QT" not in k}
    command = [sys.executable, "-m", "bpviz", "worksheet", str(path), "--layers", "2-2-1"]
    result = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert result.stdout == result.stderr == ""
    assert path.read_bytes().startswith(b"%PDF")
