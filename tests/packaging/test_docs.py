"""The pages beside the code: their links lead somewhere, and what they name is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bpviz import __version__
from bpviz.cli import COMMANDS
from bpviz.lessons import bundled
from bpviz.lessons.shelf import name_of

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "assets" / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
GUIDE = (DOCS / "guide.md").read_text(encoding="utf-8")


def anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if not target.startswith("https://"):
            path, _, anchor = target.partition("#")
            assert (page.parent / path).exists(), target
            assert not anchor or path or anchor in anchors(text), target


def test_the_pictures_are_small_and_all_are_shown() -> None:
    pictures = list((DOCS / "pictures").iterdir())
    assert sum(picture.stat().st_size for picture in pictures) < 1_500_000
    assert all(f"(pictures/{picture.name})" in GUIDE for picture in pictures)


def test_the_guide_names_every_command_and_only_lessons_there_are() -> None:
    assert all(f"bpviz {command}" in GUIDE for command in COMMANDS)
    named = set(re.findall(r"^\| `([a-z-]+)` \|", GUIDE, re.MULTILINE))
    assert named
    assert named <= {name_of(path) for path in bundled()}


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert f"\nversion: {__version__}\n" in (DOCS / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## {__version__}\n" in (DOCS / "CHANGELOG.md").read_text(encoding="utf-8")


def test_scripts_that_pages_name_are_there() -> None:
    for page in PAGES:
        for script in re.findall(r"`(\.ci/\w+)`", page.read_text(encoding="utf-8")):
            assert (ROOT / script).exists(), script
