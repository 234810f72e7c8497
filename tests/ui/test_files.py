"""Opening and saving as a person does it, and what is offered after a crash."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import sleep

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from bpviz.app import _kept_by_itself, create_window
from bpviz.core import Network
from bpviz.data import load
from bpviz.data.files import FileError
from bpviz.data.weights.writing import write_weights
from bpviz.lessons import bundled
from bpviz.session import Session
from bpviz.session.files import Autosave, SessionState, open_session, save, write_state
from bpviz.session.link import Copied
from bpviz.ui import files
from bpviz.ui.background import Background
from bpviz.ui.preview import PreviewDialog
from bpviz.ui.recovery import AutosaveTimer, RecoveryStrip
from bpviz.ui.theme import theme
from bpviz.ui.window import MainWindow


@pytest.fixture(autouse=True)
def _own_dialogs() -> Iterator[None]:
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute, on=True)
    yield
    QCoreApplication.setAttribute(attribute, on=False)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = create_window(["--data", "xor", "--language", "en", "--theme", "light"])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def file_dialog(window: MainWindow) -> QFileDialog:
    dialog = window.findChild(QFileDialog, "dialog.file")
    assert dialog is not None
    return dialog


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.files.finished):
        window.files.open(str(path))


def test_keys_save_and_open_a_session(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    session.training.train_to(20)
    theta = session.network.parameters.copy()
    press(qtbot, window, Qt.Key.Key_S)
    dialog = file_dialog(window)
    with qtbot.waitSignal(window.files.finished):
        dialog.fileSelected.emit(str(tmp_path / "mine.bpviz"))
    dialog.close()
    assert open_session(tmp_path / "mine.bpviz").state.data.name == "xor"
    session.set_data("iris")
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, "dialog.file") is None)
    press(qtbot, window, Qt.Key.Key_O)
    dialog = file_dialog(window)
    with qtbot.waitSignal(window.files.finished):
        dialog.fileSelected.emit(str(tmp_path / "mine.bpviz"))
    dialog.close()
    assert session.data.name == "xor"
    assert session.training.iteration == 20
    np.testing.assert_array_equal(session.network.parameters, theta)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, "dialog.file") is None)


def test_what_cannot_be_opened_is_a_sentence_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "bad.bpviz"
    save(window.session, path)
    path.write_bytes(path.read_bytes()[:-40])
    data, run = window.session.data, window.session.training.run
    for bad in (path, tmp_path / "missing.csv", tmp_path):
        window.notice.put_away()
        opened(qtbot, window, bad)
        assert window.notice.isVisible()
        assert window.notice.accessibleName()[-1] in ".?"
    assert window.session.data is data
    assert window.session.training.run is run


def test_what_cannot_be_saved_is_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.files.finished):
        window.files.save(str(tmp_path / "no" / "folder.bpviz"))
    assert "no folder" in window.notice.accessibleName()


def test_what_is_saved_last_is_found_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, first = Event(), Event()

    def slow(state: SessionState, path: str) -> None:
        if not first.is_set():
            first.set()
            go.wait()
        write_state(state, path)

    monkeypatch.setattr(files, "write_state", slow)
    path = tmp_path / "a.bpviz"
    with qtbot.waitSignals([window.files.finished] * 2):
        window.files.save(str(path))
        qtbot.waitUntil(first.is_set)
        window.session.go_to_line(8)
        wanted = window.session.cursor
        window.files.save(str(path))
        window.session.go_to_line(3)  # which nobody saves
        qtbot.wait(50)
        go.set()
    assert not window.notice.isVisible()
    assert open_session(path).state.cursor == wanted
    assert list(tmp_path.iterdir()) == [path]


def test_a_window_stays_if_what_it_saves_cannot_be_saved(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        sleep(0.1)
        raise FileError("There is no room left on the disk.")

    monkeypatch.setattr(files, "write_state", full)
    window.files.save(str(tmp_path / "a.bpviz"))
    assert not window.close()
    assert window.isVisible()
    assert window.notice.warning == "There is no room left on the disk."
    monkeypatch.undo()
    window.files.save(str(tmp_path / "a.bpviz"))
    assert window.close()  # which waits
    assert (tmp_path / "a.bpviz").exists()


@pytest.mark.parametrize("newer", ["file", "link", "lesson"])
def test_what_is_opened_last_stays(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    newer: str,
) -> None:
    for name in ("and", "iris"):
        session = Session(name)
        save(session, tmp_path / f"{name}.bpviz")
        link = Copied.of(session).link()
        session.close()
    go, read = Event(), files._read

    def slow(path: Path) -> object:
        if path.stem == "and":
            go.wait()
        return read(path)

    monkeypatch.setattr(files, "_read", slow)
    window.files.open(str(tmp_path / "and.bpviz"))
    if newer == "file":
        opened(qtbot, window, tmp_path / "iris.bpviz")
    elif newer == "link":
        window.links.open(link)
        qtbot.waitUntil(lambda: window.session.data.name == "iris")
    else:
        with qtbot.waitSignal(window.lessons.opened):
            window.files.open(str(bundled()[0]))
    go.set()
    qtbot.waitUntil(lambda: not window.findChildren(Background))
    assert window.session.data.name != "and"
    assert (window.teaching.lesson is not None) is (newer == "lesson")
    window.files.open(str(tmp_path / "missing.csv"))  # and what was given up is not complained of
    opened(qtbot, window, tmp_path / "and.bpviz")
    qtbot.waitUntil(lambda: not window.findChildren(Background))
    assert not window.notice.warning


@pytest.mark.parametrize("agrees", [True, False])
def test_examples_are_learnt_from_if_the_person_agrees(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, agrees: bool
) -> None:
    path = tmp_path / "points.csv"
    rows = [f"{n / 40},{(n * 7 % 40) / 40},{'ab'[n % 2]}" for n in range(40)]
    path.write_text("\n".join(["u,v,kind", *rows]))
    window.files.open(str(path))

    def find() -> PreviewDialog | None:
        return window.findChild(PreviewDialog, "dialog.preview")

    qtbot.waitUntil(lambda: find() is not None)
    dialog = find()
    assert dialog is not None
    assert "40" in dialog.words.text()
    with qtbot.waitSignal(window.files.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Return if agrees else Qt.Key.Key_Escape)
    assert window.session.data.name == ("points.csv" if agrees else "xor")
    qtbot.waitUntil(lambda: find() is None)


def test_weights_that_fit_become_the_network(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    network = Network((2, 3, 1), hidden="tanh", seed=9)
    write_weights(tmp_path / "theta.npz", network)
    opened(qtbot, window, tmp_path / "theta.npz")
    assert "Hidden units: tanh" in window.notice.accessibleName()
    assert window.session.network.layers == (2, 3, 1)
    np.testing.assert_array_equal(window.session.network.parameters, network.parameters)


def weights_dialog(qtbot: QtBot, window: MainWindow, path: Path) -> QMessageBox:
    window.files.open(str(path))
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "dialog.weights") is not None)
    box = window.findChild(QMessageBox, "dialog.weights")
    assert isinstance(box, QMessageBox)
    return box


def test_weights_that_fit_nothing_wait_for_their_data(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    network = Network((3, 5, 1), seed=4)
    write_weights(tmp_path / "theta.mat", network)
    rows = [f"{n / 40},{n * 7 % 40 / 40},{n % 5 / 5},{'ab'[n % 2]}" for n in range(40)]
    (tmp_path / "points.csv").write_text("\n".join(["u,v,w,kind", *rows]))
    box = weights_dialog(qtbot, window, tmp_path / "theta.mat")
    assert "26 weights of a network 3-5-1, from Theta1, Theta2." in box.text()
    assert "takes 3 inputs and has 1 outputs; “XOR” has 2 inputs and 1" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Return)
    dialog = file_dialog(window)
    dialog.fileSelected.emit(str(tmp_path / "points.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None)
    preview = window.findChild(PreviewDialog)
    assert preview is not None
    with qtbot.waitSignal(window.files.finished):
        QTest.keyClick(preview, Qt.Key.Key_Return)
    np.testing.assert_array_equal(window.session.network.parameters, network.parameters)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, "dialog.file") is None)


def test_weights_that_fit_nothing_may_be_dropped(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    write_weights(tmp_path / "iris.npz", Network(load("iris").layers))
    network = window.session.network
    box = weights_dialog(qtbot, window, tmp_path / "iris.npz")
    with qtbot.waitSignal(window.files.finished):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert window.session.network is network


def test_a_session_is_kept_and_offered_after_a_crash(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    crashed = Autosave(tmp_path)
    session = Session("iris")
    crashed.keep(SessionState.of(session))
    session.close()
    running = Autosave(tmp_path)
    assert running.left() == []
    assert crashed._lock is not None
    crashed._lock.close()  # as the system does for whoever is killed
    [left] = running.left()

    def make() -> RecoveryStrip:
        made = RecoveryStrip(running, left, theme(window.look.theme))
        made.restore.connect(window.files.open)
        return made

    window.files.restored.connect(lambda path: running.forget_left(Path(path)))
    window.offer(make)
    window.set_look(replace(window.look, language="ru", theme="dark"))
    strip = window.findChild(RecoveryStrip, "recovery")  # it is there in each look
    assert strip is not None
    assert strip.isVisible()
    button = strip.findChild(QPushButton, "button.restore")
    assert button is not None
    with qtbot.waitSignal(window.files.finished):
        button.click()
    assert window.session.data.name == "iris"
    assert strip.isHidden()
    window.set_look(replace(window.look, theme="light"))
    assert window.findChild(RecoveryStrip, "recovery") is None  # that is decided
    assert running.left() == []
    running.close()


def test_the_next_start_offers_what_a_crash_has_left(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    crashed = Autosave(tmp_path / "sessions")
    session = Session("moons")
    crashed.keep(SessionState.of(session))
    session.close()
    assert crashed._lock is not None
    crashed._lock.close()
    keeper = _kept_by_itself(window)
    assert keeper is not None
    strip = window.findChild(RecoveryStrip, "recovery")
    assert strip is not None
    button = strip.findChild(QPushButton, "button.restore")
    assert button is not None
    with qtbot.waitSignal(window.files.finished):
        button.click()
    assert window.session.data.name == "moons"
    window.actions_by_name["action.open_last"].trigger()
    assert window.notice.isVisible()  # there is none yet
    keeper.finish()
    assert [path.name for path in (tmp_path / "sessions").iterdir()] == ["last.bpviz"]
    window.session.set_data("and")
    with qtbot.waitSignal(window.files.finished):
        window.actions_by_name["action.open_last"].trigger()
    assert window.session.data.name == "moons"


def test_forgetting_removes_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    crashed = Autosave(tmp_path)
    session = Session("xor")
    crashed.keep(SessionState.of(session))
    session.close()
    assert crashed._lock is not None
    crashed._lock.close()
    running = Autosave(tmp_path)
    strip = RecoveryStrip(running, running.left()[0], theme("light"))
    qtbot.addWidget(strip)
    button = strip.findChild(QPushButton, "button.forget")
    assert button is not None
    button.click()
    assert running.left() == []
    running.close()
    assert list(tmp_path.iterdir()) == []


def test_the_timer_keeps_in_the_background_and_at_the_end(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    autosave = Autosave(tmp_path)
    timer = AutosaveTimer(window.session, autosave, window)
    timer.keep()
    assert timer._work is not None, "it is written while the window goes on"
    qtbot.waitUntil(autosave.path.exists)
    qtbot.waitUntil(lambda: timer._work is None)
    written = autosave.path.stat().st_mtime_ns
    timer.keep()  # nothing has changed
    qtbot.waitUntil(lambda: timer._work is None)
    assert autosave.path.stat().st_mtime_ns == written
    window.session.step_forward()
    timer.keep()
    qtbot.waitUntil(lambda: autosave.path.stat().st_mtime_ns > written)
    timer.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["last.bpviz"]


def test_a_disk_that_refuses_is_told_of_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    autosave = Autosave(tmp_path / "gone")
    timer = AutosaveTimer(window.session, autosave, window)
    for file in (tmp_path / "gone").iterdir():
        file.unlink()
    (tmp_path / "gone").rmdir()
    with qtbot.waitSignal(timer.complained):
        timer.keep()
    timer.keep()
    with qtbot.assertNotEmitted(timer.complained, wait=300):
        pass
    timer.finish()


def test_panels_are_where_they_were_if_they_fit(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    matrices, cost = window.docks["dock.matrices"], window.docks["dock.cost"]
    matrices.show()
    cost.hide()
    with qtbot.waitSignal(window.files.finished):
        window.files.save(str(tmp_path / "a.bpviz"))
    matrices.hide()
    cost.show()
    opened(qtbot, window, tmp_path / "a.bpviz")
    assert matrices.isVisible()
    assert cost.isHidden()
    window.files.arranged.emit(b"of another program")
    assert matrices.isVisible()
    assert cost.isHidden()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are of POSIX")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_no_file_is_refused_without_waiting(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, language: str
) -> None:
    window.set_look(replace(window.look, language=language))
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    (tmp_path / "dangling.csv").symlink_to(tmp_path / "nowhere")
    with (tmp_path / "hole.csv").open("wb") as hole:
        hole.truncate(2**33)
    data, run = window.session.data, window.session.training.run
    places = (
        "pipe.csv",
        "loop.csv",
        "dangling.csv",
        "hole.csv",
        "/dev/zero",
        "/dev/null",
        "x" * 300,
    )
    for place in places:
        window.notice.put_away()
        opened(qtbot, window, tmp_path / place)
        assert window.notice.isVisible()
        assert window.notice.accessibleName()[-1] in ".?"
    assert window.session.data is data
    assert window.session.training.run is run
