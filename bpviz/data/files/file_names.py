"""Names that a file can have on every system."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from bpviz.text import translate

from .errors import printable

if TYPE_CHECKING:
    from pathlib import Path

WINDOWS: Final = os.name == "nt"
# What some system takes for something else in a name: a folder, a drive, a pattern, an order.
_SPECIAL: Final = re.compile(r'[\\/:*?"<>|]')
# What Windows takes for devices, whatever their suffix.
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?")
LONGEST: Final = 255  # bytes or, on some disks, letters
_ROOM: Final = 24  # bytes for what is put around a name while the file is written


def proposed(title: str) -> str:
    """Return a title as a name that can be proposed for a file, without a suffix."""
    name = _SPECIAL.sub("-", printable(title)).strip(" .")
    return f"_{name}" if not name or _DEVICES.fullmatch(name) else cut(name, LONGEST // 2)


def cut(name: str, most: int = LONGEST - _ROOM) -> str:
    """Return the beginning of a name that takes at most so many bytes."""
    return name.encode(errors="surrogateescape")[:most].decode(errors="ignore")


def objection(path: Path, *, windows: bool = WINDOWS) -> str | None:
    """Return why Windows would put what is written elsewhere, in a sentence; None if it would not.

    Parameters
    ----------
    path
        Where to; "{path}" stands for it in the sentence.
    windows
        Whether this is Windows, where ``nul.csv`` is no file and ``a:b.csv`` one that nobody finds.
    """
    if windows and _DEVICES.fullmatch(path.name):
        return translate(
            "Files", "“{path}” is the name of a device on Windows; choose another name."
        )
    if windows and _SPECIAL.search(path.name):
        return translate(
            "Files",
            '“{path}” is no name of a file on Windows: leave out each of \\ / : * ? " < > |',
        )
    return None
