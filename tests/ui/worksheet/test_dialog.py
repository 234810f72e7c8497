"""A teacher makes a worksheet from the menu, then the next, and is told what cannot be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from bpviz.app import create_window
from bpviz.data import own
from bpviz.ui.worksheet.dialog import WorksheetDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from bpviz.ui.window import MainWindow


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    del qapp  # it has to be there
    made = create_window(["--data", "xor", "--layers", "2-2-1", "--seed", "3"])
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def dialog(window: MainWindow) -> WorksheetDialog:
    window.actions_by_name["action.worksheet"].trigger()
    found = window.findChild(WorksheetDialog)
    assert found is not None
    assert found.isVisible()
    return found


def written(qtbot: QtBot, dialog: WorksheetDialog) -> None:
    qtbot.waitUntil(lambda: dialog.status.text().startswith("Written"))
    assert dialog.save.isEnabled()


def test_it_opens_on_the_network_and_the_example_on_screen(
    window: MainWindow, dialog: WorksheetDialog
) -> None:
    assert dialog.seed.value() == 3
    assert dialog.example.value() == window.session.example
    assert dialog.status.text() == "XOR · 2-2-1 · example 1 · seed 3"
    assert dialog.sheet().trace.network.layers == (2, 2, 1)


def test_a_sheet_is_saved_and_another_seed_makes_another(
    qtbot: QtBot, dialog: WorksheetDialog, tmp_path: Path
) -> None:
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "first.html"))
    asked.close()
    written(qtbot, dialog)
    assert dialog.status.text() == f"Written into {tmp_path}: first.html"
    dialog.seed.setValue(4)
    assert "seed 4" in dialog.status.text()
    dialog.write(dialog.sheet(), str(tmp_path / "second.html"))
    written(qtbot, dialog)
    first, second = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("first", "second"))
    assert "seed 3" in first
    assert "Answer key" in first
    assert "seed 4" in second


def test_the_key_goes_into_a_file_of_its_own(
    qtbot: QtBot, dialog: WorksheetDialog, tmp_path: Path
) -> None:
    dialog.key.setCurrentIndex(dialog.key.findData("file"))
    dialog.write(dialog.sheet(), str(tmp_path / "sheet"))  # a PDF where the name does not say
    written(qtbot, dialog)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "sheet, answer key.pdf",
        "sheet.pdf",
    ]


def test_the_weights_on_screen_are_rounded(window: MainWindow, dialog: WorksheetDialog) -> None:
    dialog.theta.setCurrentIndex(dialog.theta.findData("screen"))
    assert not dialog.seed.isEnabled()
    theta = dialog.sheet().trace.network.parameters
    assert np.array_equal(theta, np.round(window.session.network.parameters, 2))
    before = dialog.status.text()
    assert re.search(r"Θ [0-9a-f]{4}$", before)
    window.session.new_theta()
    assert dialog.status.text() != before


def test_a_network_too_large_is_said_at_once(window: MainWindow, dialog: WorksheetDialog) -> None:
    window.session.set_network(layers=(2, 30, 1))
    assert "up to 6 units, not 30" in dialog.status.text()
    assert not dialog.save.isEnabled()
    window.session.set_network(layers=(2, 3, 1))
    assert dialog.save.isEnabled()


def test_what_cannot_be_written_is_said(
    qtbot: QtBot, dialog: WorksheetDialog, tmp_path: Path
) -> None:
    dialog.write(dialog.sheet(), str(tmp_path / "missing" / "sheet.html"))
    qtbot.waitUntil(lambda: "There is no folder" in dialog.status.text())
    assert dialog.save.isEnabled()


def test_what_the_window_does_meanwhile_changes_nothing(
    qtbot: QtBot, window: MainWindow, dialog: WorksheetDialog, tmp_path: Path
) -> None:
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    window.session.set_network(layers=(2, 30, 1))
    asked.fileSelected.emit(str(tmp_path / "asked.html"))
    asked.close()
    qtbot.waitUntil(lambda: dialog.status.text().startswith("Written"))
    assert "2-2-1" in (tmp_path / "asked.html").read_text("utf-8")
    assert not dialog.save.isEnabled()  # there is none of the network of now
    window.session.set_network(layers=(2, 3, 1))
    assert "2-3-1" in dialog.status.text()
    assert dialog.save.isEnabled()


def test_it_is_of_the_data_on_screen(window: MainWindow, dialog: WorksheetDialog) -> None:
    session = window.session
    session.replace_examples(own.moved(session.data, 0, (0.25, 0.5)))
    assert session.data.title != "XOR"
    assert dialog.status.text() == f"{session.data.title} · 2-2-1 · example 1 · seed 3"
    session.replace_examples(own.with_point(session.data, (0.25, 0.5), 1))
    assert dialog.example.maximum() == 5
