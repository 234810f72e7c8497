"""The lessons that ship, in teaching order."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from bpviz.resources import asset
from bpviz.text import suggestion, translate

SUFFIX: Final = ".toml"
# 01-backpropagation.toml: the number is its place, the rest its name.
_FORM: Final = re.compile(r"(?:[0-9]+-)?(.+)")


def bundled() -> tuple[Path, ...]:
    """Return the files of the lessons that ship, the lecture first."""
    try:
        folder = asset("lessons")
    except FileNotFoundError:
        return ()
    return tuple(sorted(folder.glob(f"*{SUFFIX}")))


def name_of(path: Path) -> str:
    """Return what a bundled lesson is called on the command line."""
    match = _FORM.fullmatch(path.stem)
    return match[1] if match else path.stem


def find(name: str) -> Path:
    """Return the file of a lesson: one that ships, by its name, or any, by its path.

    Raises
    ------
    ValueError
        If there is neither; the sentence says which ship.
    """
    names = {name_of(path): path for path in bundled()}
    stems = {path.stem: path for path in names.values()}
    if name in names or name in stems:
        return names.get(name) or stems[name]
    # Path.is_file raises where the name is too long.
    if name.endswith(SUFFIX) or os.path.isfile(name):  # noqa: PTH113
        return Path(name)
    sentence = translate("Lesson", "There is no lesson “{name}”; there are {known}.")
    shown = sentence.replace("{known}", ", ".join(names)).replace("{name}", name)
    raise ValueError(shown + suggestion(name, names))
