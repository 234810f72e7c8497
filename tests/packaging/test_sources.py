"""Nothing in the repository belongs to one machine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]

OF_ONE_MACHINE = {
    "a folder of somebody's machine": r"(?<![\w.~])/(?:root|home|work|opt|mnt|Users)/\w",
    "a folder of somebody's Windows": r"[A-Z]:\\+Users\b",
    "the address of a package registry": r"https?://\S*(?:/simple\b|pypi|registry|/debian\b|/pool/)",
    "an option for a registry of one's own": r"--(?:extra-)?index-url|--find-link[s]",
}


def sources() -> Iterator[tuple[Path, str]]:
    folders = [ROOT / name for name in ("bpviz", "tests", "assets", ".ci", ".github")]
    paths = [path for folder in folders for path in folder.rglob("*")]
    for path in [*ROOT.glob("*.*"), *paths]:
        if path.is_file() and "__pycache__" not in path.parts:
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a picture or numbers


@pytest.mark.parametrize("what", OF_ONE_MACHINE)
def test_no_file_names(what: str) -> None:
    pattern = re.compile(OF_ONE_MACHINE[what])
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path, text in sources()
        for match in pattern.finditer(text)
    ]
    assert not found
