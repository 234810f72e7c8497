"""The table of runs, read back with Python's own csv module."""

from __future__ import annotations

import csv
import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network
from bpviz.data.files import FileError
from bpviz.export.history_csv import COLUMNS, write_histories
from bpviz.training import Run

if TYPE_CHECKING:
    from pathlib import Path

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])


def runs() -> list[Run]:
    network = Network((2, 3, 1))
    network.parameters[:] = np.linspace(-1.0, 1.0, network.parameters.size)
    first = Run(network, X, Y, name="run 1")
    second = Run(network, X, Y, X, Y, name="запуск, 2")
    for run in (first, second):
        for _ in range(5):
            run.advance(1)
        run.record()
    return [first, second]


def test_every_record_is_read_back_to_the_last_bit(tmp_path: Path) -> None:
    path = tmp_path / "J.csv"
    both = runs()
    write_histories(path, both)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    expected = [
        (run.name, *(getattr(run.history.records(), c)[n] for c in COLUMNS[1:]))
        for run in both
        for n in range(len(run.history))
    ]
    assert len(rows) == len(expected) >= 4
    for row, (name, *values) in zip(rows, expected, strict=True):
        assert row["run"] == name
        for column, value in zip(COLUMNS[1:], values, strict=True):
            if math.isnan(value):
                assert row[column] == ""
            else:
                assert float(row[column]) == value
    assert rows[0]["iteration"] == "0"
    assert rows[0]["J_validation"] == "", "the first has no validation examples"
    assert rows[-1]["J_validation"] != ""


def test_what_was_there_stays_if_it_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "J.csv"
    path.write_text("before", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="no room left on the disk"):
        write_histories(path, runs())
    assert path.read_text(encoding="utf-8") == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["J.csv"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="There is no folder"):
        write_histories(tmp_path / "nowhere" / "J.csv", runs())
