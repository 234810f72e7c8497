"""The house: who may import whom. The page for contributors shows these arrows, so they are made
here from the imports themselves.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "bpviz"
PAGE = ROOT / "assets" / "docs" / "house.md"

# From the ground up; a room may use those of the lines before its own, and nothing of its own line.
FLOORS = (
    ("core", "resources"),
    ("text",),
    ("data", "display", "trace", "training"),
    ("session", "desktop"),
    ("lessons", "export"),
    ("ui",),
    ("app", "cli"),
)
# Two rooms of the front door: the command opens the window, which understands the same arguments.
DOOR = FLOORS[-1]
# What everybody may know, and what is a setting of the process.
ASIDE = ("__version__", "__main__", "blas", "heap")
PANELS = (
    *("algorithm", "check", "data", "equation", "hand", "health", "learnt", "lesson"),
    *("matrices", "network", "plot", "surface", "transport"),
)
QT = ("PySide6", "pyqtgraph", "qtawesome", "qtpy", "shiboken6", "superqt")
THREADS = ("threading", "concurrent", "multiprocessing", "asyncio", "_thread")


@cache
def imported(path: Path) -> frozenset[str]:
    """Return the full names of the modules that a file imports, at whatever time."""
    return frozenset(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            if module == "bpviz":
                yield from (f"bpviz.{alias.name}" for alias in node.names)
            else:
                yield module


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def files() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def arrows() -> dict[str, set[str]]:
    """Return {room: rooms that it imports}."""
    found: dict[str, set[str]] = {}
    for path in files():
        used = found.setdefault(room(path), set())
        names = (name.split(".") for name in imported(path))
        used |= {parts[1] for parts in names if parts[0] == "bpviz" and len(parts) > 1}
    for name, used in found.items():
        used -= {name, *ASIDE}
    return {name: used for name, used in found.items() if name not in ASIDE}


def outline(reach: dict[str, set[str]]) -> str:
    """Return the arrows as a Mermaid flow chart, without those that a longer way implies.

    The front door and what stands beside the house would only draw lines through everything.
    """
    kept = {
        name: used - {"display", "desktop"}
        for name, used in reach.items()
        if name not in ("display", "desktop")
    }
    lines = ["flowchart BT"]
    for floor in FLOORS:
        for name in filter(kept.__contains__, floor):
            others = kept[name] - set(floor)
            direct = (
                below
                for below in sorted(others)
                if not any(below in kept[other] for other in others - {below})
            )
            lines += [f"    {name} --> {below}" for below in direct]
    return "\n".join(lines)


def test_every_room_has_its_floor() -> None:
    assert set(arrows()) == {name for floor in FLOORS for name in floor}


@pytest.mark.parametrize("floor", range(len(FLOORS)), ids=lambda floor: "-".join(FLOORS[floor]))
def test_no_arrow_points_up(floor: int) -> None:
    below = {name for lower in FLOORS[:floor] for name in lower}
    for name in FLOORS[floor]:
        allowed = below | set(DOOR) if name in DOOR else below
        assert arrows()[name] <= allowed


def test_qt_lives_at_the_top_only() -> None:
    for path in files():
        if room(path) not in ("ui", "app"):
            assert not {name.partition(".")[0] for name in imported(path)} & set(QT), path


def test_the_mathematics_knows_numpy_and_scipy_and_no_thread() -> None:
    for path in (PACKAGE / "core").rglob("*.py"):
        names = imported(path)
        assert not {name.partition(".")[0] for name in names} & {*QT, *THREADS}
        foreign = {name for name in names if name.partition(".")[0] in ("scipy", "sklearn")}
        assert foreign <= {"scipy.special"}, path


@pytest.mark.parametrize("view", PANELS)
def test_panels_never_import_each_other(view: str) -> None:
    """They may share a scale or a scheme of colours, but none knows that another is on screen."""
    for other in set(PANELS) - {view}:
        place = f"bpviz.ui.{other}"
        theirs = {place, *(f"{place}.{name}" for name in ("panel", "view", "canvas", "bar"))}
        for path in (PACKAGE / "ui" / view).rglob("*.py"):
            assert not theirs & imported(path), path


def test_the_page_for_contributors_shows_these_arrows() -> None:
    """If this fails, put what `python tests/test_house.py` prints into the page."""
    assert f"```mermaid\n{outline(arrows())}\n```" in PAGE.read_text(encoding="utf-8")


if __name__ == "__main__":
    print(outline(arrows()))
