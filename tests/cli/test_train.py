"""``bpviz train`` trains as the lecture says, shows it in a terminal, and sums up in one line."""

from __future__ import annotations

import csv
import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.cli import main
from bpviz.core import Network
from bpviz.data import load
from bpviz.data.scaling import Scaling
from bpviz.training import Run, Schedule, TrainingSettings

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def lecture_descent(iterations: int, alpha: float, lambda_: float) -> float:
    """Return J on xor (2-3-1, sigmoid, seed 5) after some steps, written out plainly."""
    data = load("xor")
    X, Y = data.X_train, data.Y_train
    m = len(X)
    ones = np.ones((m, 1))
    first, second = (theta.copy() for theta in Network((2, 3, 1), seed=5).theta)

    def g(z: NDArray[np.float64]) -> NDArray[np.float64]:
        result: NDArray[np.float64] = 1 / (1 + np.exp(-z))
        return result

    for _ in range(iterations):
        a1 = np.hstack([ones, X])
        a2 = np.hstack([ones, g(a1 @ first.T)])
        delta3 = g(a2 @ second.T) - Y
        delta2 = (delta3 @ second)[:, 1:] * a2[:, 1:] * (1 - a2[:, 1:])
        D2, D1 = delta3.T @ a2 / m, delta2.T @ a1 / m
        D2[:, 1:] += lambda_ / m * second[:, 1:]
        D1[:, 1:] += lambda_ / m * first[:, 1:]
        first -= alpha * D1
        second -= alpha * D2
    h = g(np.hstack([ones, g(np.hstack([ones, X]) @ first.T)]) @ second.T)
    penalty = lambda_ / (2 * m) * ((first[:, 1:] ** 2).sum() + (second[:, 1:] ** 2).sum())
    return float(-(Y * np.log(h) + (1 - Y) * np.log(1 - h)).mean() + penalty)


def test_the_summary_tells_what_was_reached(capsys: pytest.CaptureFixture[str]) -> None:
    line = "train --data xor --layers 2-3-1 --seed 5 --alpha 0.7 --lambda 0.02 --iterations 40"
    assert main([*line.split(), "--hidden", "sigmoid"]) == 0
    output = capsys.readouterr()
    assert output.out.count("\n") == 1
    assert not output.err
    assert "xor 2-3-1" in output.out
    assert "iterations: 40 " in output.out
    match = re.search(r"J\(Θ\) = ([0-9.]+)", output.out)
    assert match
    assert float(match[1]) == pytest.approx(lecture_descent(40, 0.7, 0.02), abs=6e-5)


def test_validation_and_accuracy_are_told_where_there_are_some(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["train", "--data", "iris", "--iterations", "200"]) == 0
    output = capsys.readouterr().out
    assert output.count("(validation ") == 2
    match = re.search(r"accuracy ([0-9.]+) %", output)
    assert match
    assert 80 < float(match[1]) <= 100


def test_numbers_get_an_error_instead_of_accuracy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--data", "curve", "--iterations", "500"]) == 0
    output = capsys.readouterr().out
    assert "accuracy" not in output
    match = re.search(r"RMS error ([0-9.]+) \(validation ([0-9.]+)\)", output)
    assert match
    assert 0.1 < float(match[1]) < 0.3


def test_every_iteration_and_the_weights_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = (
        "train --data iris --optimizer adam --batch-size 20 --momentum 0,8 --seed 3 --iterations 30"
    )
    files = ["--save", str(tmp_path / "theta.npz"), "--history", str(tmp_path / "J.csv")]
    assert main([*line.split(), "--schedule", "cosine", *files]) == 0
    with (tmp_path / "J.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["iteration"]) for row in rows] == list(range(31))
    data = load("iris")
    network = Network(data.layers, data.hidden, data.output, data.cost, 3)
    settings = TrainingSettings(
        data.alpha, data.lambda_, "adam", 20, Schedule("cosine", 30), 0.8, seed=3
    )
    run = Run(network, data.X_train, data.Y_train, settings=settings)
    while run.iteration < 30:
        run.advance(30 - run.iteration)
    run.record()
    assert float(rows[-1]["J"]) == run.latest.J
    weights = np.load(tmp_path / "theta.npz")
    for n, theta in enumerate(run.network.theta, start=1):
        np.testing.assert_array_equal(weights[f"theta{n}"], theta)
    capsys.readouterr()
    start = ["--weights", str(tmp_path / "theta.npz"), "--iterations", "0"]
    assert main(["train", "--data", "iris", *start]) == 0
    assert f"J(Θ) = {run.latest.J:.4f}" in capsys.readouterr().out


def test_a_file_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "line.csv"
    path.write_text("x,y\n" + "".join(f"{n / 10},{3 * n / 10 + 100}\n" for n in range(60)))
    assert main(["train", "--data", str(path), "--iterations", "300"]) == 0
    assert capsys.readouterr().out.startswith("line.csv 1-4-1 · ")
    assert main(["check", "--data", str(path)]) == 0
    picture = tmp_path / "line.png"
    assert main(["snapshot", str(picture), "--data", str(path), "--iterations", "5"]) == 0
    assert picture.stat().st_size > 1000


def test_divergence_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--data", "xor", "--alpha", "1e9"]) == 1
    output = capsys.readouterr()
    assert "α" in output.err
    assert output.out.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_terminal_sees_a_bar_that_goes_away_and_ctrl_c_sums_up() -> None:
    import pty

    terminal, theirs = pty.openpty()
    command = [sys.executable, "-m", "bpviz", "train", "--data", "xor", "--iterations", "999999999"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True) as process:
        os.close(theirs)
        seen = ""
        while "░" not in seen:
            seen += os.read(terminal, 4096).decode(errors="replace")
        process.send_signal(signal.SIGINT)
        summary, _ = process.communicate(timeout=120)
    assert process.returncode == 130
    assert re.search(r"\r.* [0-9]+/999999999  J\(Θ\) = ", seen)
    assert "\n" not in seen
    assert summary.count("\n") == 1
    assert "iterations: " in summary
    os.close(terminal)


def test_0_and_1_that_are_numbers_have_an_error_and_no_accuracy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = replace(
        load("xor"), target_scaler=Scaling.none(1), output="linear", cost="squared-error"
    )
    monkeypatch.setattr("bpviz.cli.choices.load", lambda _: data)
    assert main(["train", "--data", "xor", "--iterations", "5"]) == 0
    told = capsys.readouterr().out
    assert "RMS error" in told
    assert "accuracy" not in told
