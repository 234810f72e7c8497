"""``bpviz FILE``: what a double click hands over is opened in the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.app import create_window
from bpviz.cli import main
from bpviz.cli.window import read
from bpviz.core import Network
from bpviz.data import load, opening
from bpviz.resources import asset
from bpviz.session import Session
from bpviz.session.files import save
from bpviz.session.link import Copied, Link, Opened
from bpviz.ui.preview import PreviewDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def session_file(tmp_path: Path) -> Path:
    path = tmp_path / "my work.bpviz"
    data = load("xor")
    save(Session(data, Network((2, 7, 1), hidden="tanh")), path)
    return path


@pytest.mark.parametrize("as_address", [False, True])
def test_a_session_becomes_that_of_the_window(
    session_file: Path, qtbot: QtBot, as_address: bool
) -> None:
    word = session_file.as_uri() if as_address else str(session_file)
    window = create_window([word, "--language", "en"])
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.files.restored):
        window.show()
    assert window.session.network.layers == (2, 7, 1)
    window.close()


def test_a_lesson_begins(qtbot: QtBot) -> None:
    window = create_window([str(asset("lessons", "02-xor.toml"))])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.teaching.lesson is not None)
    window.close()


def test_examples_are_shown_before_they_are_taken(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "flowers.csv"
    path.write_text("long,wide,kind\n1,2,a\n3,5,b\n4,1,a\n2,2,b\n")
    window = create_window([str(path)])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None)
    dialog = window.findChild(PreviewDialog)
    assert dialog is not None
    dialog.reject()
    window.close()


def test_a_damaged_session_is_complained_of_in_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "broken.bpviz"
    path.write_bytes(b"PK\x03\x04 no more than this")
    window = create_window([str(path)])
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.files.complained) as told:
        window.show()
    assert "damaged" in told.args[0]
    window.close()


@pytest.mark.parametrize("word", ["nothing.bpviz", "folder/nothing", "file:///nowhere/x.bpviz"])
def test_a_file_that_is_not_there_is_named(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 2
    complaint = capsys.readouterr().err
    assert Path(word).name in complaint
    assert "moved or renamed" in complaint


def test_a_file_says_all_itself(session_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(session_file), "--data", "xor"]) == 2
    assert "--data" in capsys.readouterr().err


def test_a_link_needs_no_option_wherever_it_stands() -> None:
    link = Copied.of(Session("xor")).link()
    for arguments in ([link], ["--theme", "dark", link], [link, "--seed", "0"], ["--moment", link]):
        assert read(arguments).moment is not None


class ReadyError(Exception):
    """The arguments have led to a window; there need not be one."""


def no_window(*_: object, **__: object) -> None:
    raise ReadyError


@pytest.mark.parametrize("command", ["", "snapshot {}/a.png", "movie {}/a.gif"])
def test_everything_is_read_once(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    """A large file takes its time, and so does the training of a link."""
    del qapp
    read_files: list[str] = []
    trained: list[Link] = []
    original, opened = opening.open_file, Link.open

    def open_file(path: str | Path) -> opening.Opened:
        read_files.append(Path(path).name)
        return original(path)

    def open_link(link: Link) -> Opened:
        trained.append(link)
        return opened(link)

    monkeypatch.setattr(opening, "open_file", open_file)
    monkeypatch.setattr(Link, "open", open_link)
    monkeypatch.setattr("bpviz.app.MainWindow", no_window)
    (tmp_path / "examples.csv").write_text("x1,x2,y\n0,1,1\n1,0,1\n1,1,0\n0,0,0\n")
    np.savez(tmp_path / "weights.npz", Theta1=np.zeros((3, 3)), Theta2=np.zeros((1, 4)))
    line = f"{command} --data {{}}/examples.csv --weights {{}}/weights.npz --moment"
    link = Copied.of(Session("xor")).link()
    with pytest.raises(ReadyError):
        main([*(word.format(tmp_path) for word in line.split()), link])
    assert sorted(read_files) == ["examples.csv", "weights.npz"]
    assert len(trained) == 1


@pytest.mark.parametrize("options", ["{}", "--data {}", "--weights {}", "--lesson {}", "train {}"])
@pytest.mark.parametrize("name", ["long" * 100, "long" * 100 + ".csv"])
def test_a_name_that_no_file_can_have(
    options: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options.format(name).split(), "--language", "en"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("bpviz")
    assert said.count("\n") == 1
