"""bpviz in the menu of a desktop: put in place, described truly, and taken out without a trace."""

from __future__ import annotations

import configparser
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bpviz import desktop
from bpviz.cli import main
from bpviz.resources import asset
from bpviz.session.files import SUFFIX


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "a person's data"
    monkeypatch.setattr(sys, "platform", "linux")  # the only one whose menus are kept in files
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def entry(home: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(home / "applications" / "bpviz.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_what_is_installed_is_named_and_removed_again(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["desktop", "install"]) == 0
    named = {Path(line) for line in capsys.readouterr().out.splitlines()}
    assert named <= files(home)
    assert (home / "icons" / "hicolor" / "48x48" / "apps" / "bpviz.png").exists()
    assert main(["desktop", "remove"]) == 0
    assert not named & files(home)
    capsys.readouterr()
    assert main(["desktop", "remove"]) == 0
    assert "nothing" in capsys.readouterr().out


def test_installing_twice_is_installing_once(home: Path) -> None:
    assert main(["desktop", "install"]) == 0
    before = {path: path.read_bytes() for path in files(home)}
    assert main(["desktop", "install"]) == 0
    assert {path: path.read_bytes() for path in files(home)} == before


def test_the_entry_starts_this_very_program(home: Path) -> None:
    main(["desktop", "install"])
    *words, field = shlex.split(entry(home)["Exec"].replace("\\\\", "\\"))
    assert field == "%u"
    told = subprocess.run([*words, "--version"], check=True, capture_output=True, text=True)
    assert told.stdout.startswith("bpviz ")


def test_entry_type_and_icon_go_by_the_same_names(home: Path) -> None:
    main(["desktop", "install"])
    described = entry(home)
    root = ET.parse(home / "mime" / "packages" / "bpviz.xml").getroot()  # noqa: S314
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = root.findall("m:mime-type", space)
    assert kind.get("type") in described["MimeType"].split(";")
    glob = kind.find("m:glob", space)
    icon = kind.find("m:icon", space)
    assert glob is not None
    assert icon is not None
    assert glob.get("pattern") == f"*{SUFFIX}"
    assert described["Icon"] == icon.get("name") == "bpviz"


def test_the_desktop_is_told_to_read_its_folders_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[list[str]] = []
    monkeypatch.setattr("bpviz.desktop.shutil.which", lambda name: name)
    monkeypatch.setattr("bpviz.desktop.subprocess.run", lambda words, **_: told.append(words))
    main(["desktop", "install"])
    assert told == [
        ["update-mime-database", str(home / "mime")],
        ["update-desktop-database", str(home / "applications")],
    ]


def test_a_folder_that_is_none_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.write_text("in the way")
    assert main(["desktop", "install"]) == 2
    assert "applications" in capsys.readouterr().err


def test_a_relative_folder_is_ignored(tmp_path: Path) -> None:
    environment = {"XDG_DATA_HOME": "somewhere", "HOME": str(tmp_path)}
    for path in desktop.install(environment):
        assert path.is_relative_to(tmp_path / ".local" / "share")


def test_a_path_of_any_name_stays_one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", r"/a b/$c`d\e%f")
    # By hand, after the desktop entry specification: in Exec's quotes a backslash stands before
    # " ` $ \, then each backslash of a value is doubled, and a percent sign too.
    assert desktop.command() == r'"/a b/\\$c\\`d\\\\e%%f" -m bpviz'


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_told_what_to_do(
    platform: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert main(["desktop", "install"]) == 2
    assert "bpviz FILE" in capsys.readouterr().err


def test_a_task_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desktop"]) == 2
    assert "install, remove" in capsys.readouterr().err


def test_the_pictures_are_those_of_the_drawing(tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    root = Path(__file__).resolve().parents[2]
    command = root / ".ci" / "icons"
    copy = tmp_path / ".ci" / "icons"
    copy.parent.mkdir()
    shutil.copy(command, copy)
    (tmp_path / "assets" / "icons").mkdir(parents=True)
    shutil.copy(asset("icons", "bpviz.svg"), tmp_path / "assets" / "icons")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, str(copy)], check=True, env=environment)
    drawn = sorted((tmp_path / "assets" / "icons").glob("*.png"))
    assert {path.name for path in drawn} == {path.name for path in asset("icons").glob("*.png")}
    for path in drawn:
        made, kept = QImage(str(path)), QImage(str(asset("icons", path.name)))
        for x, y in ((size * made.width() // 16, size * 7 // 16) for size in range(1, 16)):
            ours, theirs = made.pixelColor(x, y), kept.pixelColor(x, y)
            assert abs(ours.lightness() - theirs.lightness()) < 32
