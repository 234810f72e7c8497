"""What is shipped is complete: wheel and source archive, built and looked into."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
import bpviz
from bpviz.data import load
from bpviz.resources import asset
from bpviz.text import languages
assert bpviz.__file__.startswith(sys.argv[1]), bpviz.__file__
assert str(asset()).startswith(sys.argv[1]), asset()
print(load("digits").X.shape, languages())
"""


def shipped_assets() -> set[str]:
    """Return the files below assets/ that git knows of or would, relative to it."""
    assets = ROOT / "assets"
    return {path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()}


def build(kind: str, source: Path, target: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (archive,) = target.glob("bpviz-*.whl" if kind == "wheel" else "bpviz-*.tar.gz")
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))
    unpacked = tmp_path_factory.mktemp("unpacked")
    shutil.unpack_archive(archive, unpacked, "zip")
    return unpacked


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    unpacked = tmp_path_factory.mktemp("source")
    # Not by extractall: whether it takes a filter, or asks for one, depends on the Python.
    with tarfile.open(archive) as file:
        for member in filter(tarfile.TarInfo.isfile, file):
            path = unpacked / member.name
            path.parent.mkdir(parents=True, exist_ok=True)
            content = file.extractfile(member)
            assert content
            path.write_bytes(content.read())
    (source,) = unpacked.iterdir()
    return source


def run_from(folder: Path) -> str:
    command = [sys.executable, "-I", "-B", "-c", PROGRAM, str(folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_checkout_finds_its_assets() -> None:
    assert run_from(ROOT).startswith("(1797, 64)")


def test_a_wheel_finds_its_assets(wheel: Path) -> None:
    assert run_from(wheel).startswith("(1797, 64) ('en', 'ru'")


def test_the_wheel_carries_every_asset_and_the_command(wheel: Path) -> None:
    assert files(wheel / "bpviz" / "assets") == shipped_assets()
    (entry_points,) = wheel.glob("*.dist-info/entry_points.txt")
    assert "bpviz = bpviz.cli:main" in entry_points.read_text()
    assert (wheel / "bpviz" / "py.typed").exists()
    assert list(wheel.glob("*.dist-info/licenses/LICENSE"))


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    assert {path.name.partition("-")[0] for path in wheel.iterdir()} == {"bpviz"}
    assert not [name for name in files(wheel) if "test" in name or name.endswith(".pyc")]


def test_the_source_archive_builds_the_same_wheel_and_has_the_tests(
    sdist: Path, wheel: Path, tmp_path: Path
) -> None:
    assert (sdist / "tests" / "packaging" / Path(__file__).name).exists()
    assert (sdist / "README.md").exists()
    assert files(sdist / "assets") == shipped_assets()
    with zipfile.ZipFile(build("wheel", sdist, tmp_path)) as file:
        assert set(file.namelist()) == files(wheel)
