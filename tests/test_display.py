"""A machine that cannot show a window is told so in a sentence; Qt never gets to abort."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bpviz import display
from bpviz.display import hide, obstacle

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="others always have a display")

WAYS_ON = ("bpviz snapshot", "Xvfb", "xvfb-run bpviz")


def test_without_a_display_the_fonts_are_those_of_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there: dict[str, str] = {}
    hide(there)
    assert there == {"QT_QPA_PLATFORM": "offscreen"}
    monkeypatch.setattr(sys, "platform", "win32")
    there = {"SYSTEMROOT": "Windows"}
    hide(there)
    assert Path(there["QT_QPA_FONTDIR"]) == Path("Windows", "Fonts")
    hide(there := {"SYSTEMROOT": "Windows", "QT_QPA_FONTDIR": "mine"})
    assert there["QT_QPA_FONTDIR"] == "mine"


def test_no_display_is_said_with_ways_on() -> None:
    sentence = obstacle({})
    assert sentence
    assert "DISPLAY" in sentence
    assert all(way in sentence for way in WAYS_ON)


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":9876"},
        {"DISPLAY": "localhost:987.0"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "nobody-0"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":9876"},
    ],
    ids=str,
)
def test_a_display_that_nobody_serves_is_named(environment: dict[str, str]) -> None:
    sentence = obstacle(environment)
    assert sentence
    assert all(way in sentence for way in WAYS_ON)
    assert environment.get("DISPLAY", environment.get("WAYLAND_DISPLAY", "")) in sentence


@pytest.mark.parametrize(
    "platform", ["offscreen", "minimal", "offscreen:size=9x9", "xcb;offscreen"]
)
def test_platforms_without_a_display_need_none(platform: str) -> None:
    assert obstacle({"QT_QPA_PLATFORM": platform}) is None


def test_a_platform_that_does_not_exist_is_named() -> None:
    sentence = obstacle({"QT_QPA_PLATFORM": "wnidows"})
    assert sentence
    assert "wnidows" in sentence


@pytest.mark.parametrize(
    ("library", "package"),
    [
        # As packages.debian.org has them.
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libfreetype.so.6", "libfreetype6"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_a_library_is_named_with_its_package(library: str, package: str) -> None:
    assert display.package(library) == package


def test_all_missing_libraries_are_found_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = display.plugins()
    assert real
    fake = tmp_path / "Qt" / "plugins" / "platforms"
    fake.mkdir(parents=True)
    (tmp_path / "Qt" / "lib").symlink_to(real.parents[1] / "lib")
    # A plugin that asks for libraries which no machine has.
    binary = (real / "libqoffscreen.so").read_bytes()
    binary = binary.replace(b"libX11.so.6\0", b"libX0Q.so.6\0")
    binary = binary.replace(b"libGL.so.1\0", b"libQQ.so.1\0")
    (fake / "libqoffscreen.so").write_bytes(binary)
    monkeypatch.setattr(display, "plugins", lambda: fake)
    sentence = obstacle({"QT_QPA_PLATFORM": "offscreen"})
    assert sentence
    assert "libQQ.so.1, libX0Q.so.6" in sentence
    assert sentence.endswith("apt-get install -y libqq1 libx0q6")
    monkeypatch.setenv("PATH", "")  # no ldd: the loader itself names one
    sentence = obstacle({"QT_QPA_PLATFORM": "offscreen"})
    assert sentence
    assert ".so." in sentence


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":9876"}], ids=str)
def test_the_command_ends_with_status_2_and_no_core(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "bpviz", "--data", "xor"]
    environment |= {"PATH": "", "LC_ALL": "C.UTF-8"}
    result = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("bpviz: ")
