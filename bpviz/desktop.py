"""bpviz in the menu of a desktop that follows freedesktop.org. No Qt here.

What is put in place lies in the person's own folder of data, so nobody needs to be an administrator
and all of it can be taken away again.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.data.files.disk import write_bytes
from bpviz.data.files.errors import FileError
from bpviz.resources import asset
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Mapping


def install(environment: Mapping[str, str] = os.environ) -> list[Path]:
    """Put the entry, the type of session files and the icon in place.

    Parameters
    ----------
    environment
        ``XDG_DATA_HOME`` and ``HOME`` say where.

    Returns
    -------
    list of Path
        The files written; what was there of an earlier version is replaced.

    Raises
    ------
    FileError
        If one cannot be written.
    """
    places = _places(environment)
    for source, target in places.items():
        data = source.read_bytes()
        if target.suffix == ".desktop":
            data = data.replace(b"\nExec=bpviz ", f"\nExec={command()} ".encode())
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            sentence = translate("Files", "“{path}” cannot be used: {reason}.")
            shown = sentence.format(path=target.parent, reason=error.strerror)
            raise FileError(shown) from None
        write_bytes(target, data)
    _tell(environment)
    return list(places.values())


def remove(environment: Mapping[str, str] = os.environ) -> list[Path]:
    """Take away what `install` has put in place; return the files that were there.

    Raises
    ------
    FileError
        If one cannot be removed.
    """
    found = [path for path in _places(environment).values() if path.exists()]
    for path in found:
        try:
            path.unlink()
        except OSError as error:
            sentence = translate("Files", "“{path}” cannot be used: {reason}.")
            raise FileError(sentence.format(path=path, reason=error.strerror)) from None
    _tell(environment)
    return found


def command() -> str:
    """Return what starts this very program, as the key Exec of an entry has it."""
    bundled = getattr(sys, "frozen", False)  # by PyInstaller: there is no Python to call
    words = [sys.executable] if bundled else [sys.executable, "-m", "bpviz"]
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    if re.fullmatch(r"[\w./+-]+", word, re.ASCII):
        return word
    inside = re.sub(r'(["`$\\])', r"\\\1", word)
    # The value of a key is unescaped before Exec is parted into words.
    return f'"{inside}"'.replace("\\", "\\\\").replace("%", "%%")


def _places(environment: Mapping[str, str]) -> dict[Path, Path]:
    """Return {shipped file: where it belongs}."""
    home = _data_home(environment)
    places = {
        asset("desktop", "bpviz.desktop"): home / "applications" / "bpviz.desktop",
        asset("desktop", "bpviz.xml"): home / "mime" / "packages" / "bpviz.xml",
    }
    icons = home / "icons" / "hicolor"
    places[asset("icons", "bpviz.svg")] = icons / "scalable" / "apps" / "bpviz.svg"
    for source in sorted(asset("icons").glob("bpviz-*.png")):
        size = source.stem.partition("-")[2]
        places[source] = icons / f"{size}x{size}" / "apps" / "bpviz.png"
    return places


def _data_home(environment: Mapping[str, str]) -> Path:
    chosen = Path(environment.get("XDG_DATA_HOME", ""))
    if chosen.is_absolute():  # any other is to be ignored, says the specification
        return chosen
    return Path(environment.get("HOME") or Path.home(), ".local", "share")


def _tell(environment: Mapping[str, str]) -> None:
    """Have the desktop read its folders again, where there are the programs for it."""
    home = _data_home(environment)
    for program, folder in (
        ("update-mime-database", home / "mime"),
        ("update-desktop-database", home / "applications"),
    ):
        found = shutil.which(program)
        if found and folder.is_dir():
            subprocess.run([found, str(folder)], check=False, capture_output=True)  # noqa: S603
