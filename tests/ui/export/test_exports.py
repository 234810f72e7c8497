"""Ctrl+E, and what a person takes away from there."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from bpviz.data.files import FileError, write_bytes
from bpviz.data.opening import opened
from bpviz.ui.code import CodeDialog
from bpviz.ui.export.menu import FORMULAS
from bpviz.ui.export.picture_dialog import PictureDialog
from bpviz.ui.look import Look
from bpviz.ui.window import MainWindow
from bpviz.ui.worksheet.dialog import WorksheetDialog

Choose = Callable[[QWidget, Any], None]


def trigger(window: MainWindow, name: str) -> None:
    window.actions_by_name[f"action.{name}"].trigger()


def told(window: MainWindow) -> str:
    label = window.notice.findChild(QLabel, "label.notice")
    assert label is not None
    return label.text() if window.notice.isVisible() else ""


def picture_dialog(window: MainWindow) -> PictureDialog:
    found = window.findChild(PictureDialog)
    assert found is not None
    assert found.isVisible()
    return found


def test_a_key_opens_the_menu_and_enter_its_first_entry(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window.network, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (menu,) = [menu for menu in window.findChildren(QMenu, "menu.export") if menu.isVisible()]
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == [
        "action.picture",
        "action.movie",
        "action.worksheet",
        "action.code",
        "action.curves",
        "action.weights",
        "action.save",
    ]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(PictureDialog) is not None)
    picture_dialog(window)
    qtbot.waitUntil(lambda: len(window.findChildren(QMenu, "menu.export")) == 1)


def test_the_menu_of_the_window_has_the_same(window: MainWindow) -> None:
    menu = window.corner_bar.menu_button.menu()
    (export,) = menu.findChildren(QMenu, "menu.export")
    (formulas,) = export.findChildren(QMenu, "menu.formulas")
    assert [action.objectName() for action in formulas.actions()] == list(FORMULAS)


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png"])
def test_a_picture_is_of_the_moment_at_which_it_was_asked_for(
    window: MainWindow, choose: Choose, suffix: str, tmp_path: Path
) -> None:
    window.session.go_to_line(4)
    trigger(window, "picture")
    dialog = picture_dialog(window)
    dialog.part.setCurrentIndex(dialog.part.findData("equation"))
    dialog.format.setCurrentIndex(dialog.format.findData(suffix))
    dialog.scale.setValue(2.0)
    said = dialog.size_label.text()
    dialog.save.click()
    window.session.go_to_line(8)
    choose(dialog, tmp_path / f"mine{suffix}")
    assert dialog.status.text() == f"Saved as mine{suffix}"
    path = tmp_path / f"mine{suffix}"
    if suffix == ".svg":
        assert b"<title>Layer 2: weighted inputs, then activations</title>" in path.read_bytes()
        assert QSvgRenderer(str(path)).isValid()
    elif suffix == ".pdf":
        assert path.read_bytes().startswith(b"%PDF")
    else:
        with Image.open(path) as made:
            assert said == f"{made.width} × {made.height} pixels"


def test_another_suffix_than_the_format_s_is_added_to(
    window: MainWindow, choose: Choose, tmp_path: Path
) -> None:
    trigger(window, "picture")
    dialog = picture_dialog(window)
    dialog.save.click()
    choose(dialog, tmp_path / "mine.jpg")
    assert [file.name for file in tmp_path.iterdir()] == ["mine.jpg.svg"]


def test_the_preview_follows_the_moment_and_the_clipboard_has_the_picture(
    qtbot: QtBot, window: MainWindow
) -> None:
    trigger(window, "picture")
    dialog = picture_dialog(window)
    before = dialog.preview.pixmap().toImage()
    window.session.go_to_line(6)
    qtbot.waitUntil(lambda: dialog.preview.pixmap().toImage() != before)
    dialog.copy.click()
    copied = QGuiApplication.clipboard().image()
    assert copied.size() == window.network.size() * dialog.scale.value()


def test_what_cannot_be_written_is_said_where_one_looks(
    window: MainWindow, choose: Choose, tmp_path: Path
) -> None:
    trigger(window, "picture")
    dialog = picture_dialog(window)
    dialog.save.click()
    choose(dialog, tmp_path / "nowhere" / "mine.svg")
    assert dialog.notice.isVisible()
    trigger(window, "weights")
    choose(window, tmp_path / "nowhere" / "mine.npz")
    assert "There is no folder" in told(window)


def test_formulas_are_copied_from_the_panel_s_own_menu(window: MainWindow) -> None:
    panel = window.docks["dock.equation"].widget()
    assert panel.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert [action.objectName() for action in panel.actions()] == list(FORMULAS)
    window.session.go_to_line(5)
    panel.actions()[0].trigger()
    plain = QGuiApplication.clipboard().text()
    assert plain.splitlines()[0] == r"$$\delta^{(3)}:=a^{(3)}-y^{(1)}$$"
    assert told(window) == "Copied as LaTeX"
    panel.actions()[1].trigger()
    assert r"\textcolor[HTML]{C8246B}{\delta^{(3)}}" in QGuiApplication.clipboard().text()


def test_formulas_are_saved(window: MainWindow, choose: Choose, tmp_path: Path) -> None:
    window.session.go_to_line(6)
    trigger(window, "save_latex")
    choose(window, tmp_path / "mine.tex")
    source = (tmp_path / "mine.tex").read_text("utf-8")
    assert source.startswith(r"\documentclass")
    assert r"\textcolor{delta}{\delta^{(2)}}" in source
    assert told(window) == "Saved as mine.tex"
    trigger(window, "save_formula")
    choose(window, tmp_path / "mine.svg")
    assert QSvgRenderer(str(tmp_path / "mine.svg")).isValid()


@pytest.mark.parametrize("suffix", [".mat", ".npz", ".safetensors"])
def test_weights_are_saved_and_read_back(
    window: MainWindow, choose: Choose, suffix: str, tmp_path: Path
) -> None:
    trigger(window, "weights")
    dialog = window.findChild(QFileDialog, "dialog.file")
    assert dialog is not None
    (kind,) = [kind for kind in dialog.nameFilters() if suffix in kind]
    dialog.selectNameFilter(kind)
    dialog.filterSelected.emit(kind)
    assert dialog.defaultSuffix() == suffix.removeprefix(".")
    path = tmp_path / f"theta{suffix}"
    choose(window, path)
    weights = opened(path.read_bytes(), path.name).weights
    assert weights is not None
    for mine, theirs in zip(window.session.network.theta, weights.theta, strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-6)


@pytest.mark.parametrize("name", ["weights", "save_formula"])
def test_the_window_waits_for_no_disk(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    go, wrote = Event(), Path.replace

    def slow(self: Path, target: Path) -> Path:
        go.wait()
        return wrote(self, target)

    monkeypatch.setattr(Path, "replace", slow)
    trigger(window, name)
    dialog = window.findChild(QFileDialog, "dialog.file")
    assert dialog is not None
    path = tmp_path / Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert not told(window)
    go.set()
    qtbot.waitUntil(lambda: told(window) == f"Saved as {path.name}")


def test_what_is_written_when_the_window_is_closed_is_written(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.ui.export.picture_dialog.write_bytes", late)
    trigger(window, "picture")
    dialog = picture_dialog(window)
    dialog.save.click()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "nowhere" / "mine.svg"))
    asked.close()
    dialog.close()  # in which it would be said
    assert not window.close()
    assert "There is no folder" in told(window)


def late(path: Path, data: bytes) -> None:
    sleep(0.1)
    write_bytes(path, data)


def test_curves_are_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.training.train_to(5)
    path = tmp_path / "J.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    trigger(window, "curves")
    qtbot.waitUntil(path.exists)
    assert path.read_text("utf-8").startswith("run,iteration")


def test_what_a_dialog_at_work_has_to_say_is_said_in_another_look(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()

    def full(*_: object, **__: object) -> None:
        go.wait()
        raise FileError("There is no room left on the disk.")

    monkeypatch.setattr("bpviz.ui.worksheet.dialog.write_worksheet", full)
    trigger(window, "worksheet")
    (dialog,) = window.findChildren(WorksheetDialog)
    dialog.seed.setValue(7)
    dialog.write(dialog.sheet(), str(tmp_path / "sheet.html"))
    window.set_look(Look("dark", "ru"))
    assert dialog.isVisible()
    assert dialog.busy
    go.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    (new,) = [one for one in window.findChildren(WorksheetDialog) if one is not dialog]
    assert new.isVisible()
    assert new.windowTitle() == "Рабочий лист"
    assert new.seed.value() == 7
    assert new.status.text() == "There is no room left on the disk."


def test_in_another_language_everything_is_in_that_language(window: MainWindow) -> None:
    trigger(window, "picture")
    dialog = picture_dialog(window)
    dialog.part.setCurrentIndex(1)
    dialog.scale.setValue(3.5)
    trigger(window, "code")
    (code,) = window.findChildren(CodeDialog)
    code.close()
    window.set_look(Look("dark", "ru"))
    (dialog,) = [one for one in window.findChildren(PictureDialog) if one.isVisible()]
    assert dialog.scale.locale().decimalPoint() == ","
    assert (dialog.part.currentIndex(), dialog.scale.value()) == (1, 3.5)  # as it was left
    assert not [one for one in window.findChildren(CodeDialog) if one.isVisible()]
    window.set_look(Look("light", "en"))
    (again,) = [one for one in window.findChildren(PictureDialog) if one.isVisible()]
    assert again.scale.value() == 3.5
    panel = window.docks["dock.equation"].widget()
    assert len(panel.actions()) == len(FORMULAS)
