"""Bytes from a file and into a file; what the system says against it becomes a sentence."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import contextmanager, suppress
from itertools import count
from time import sleep
from typing import IO, TYPE_CHECKING, Final

from bpviz.text import translate

from . import file_names
from .errors import FileError, printable, require

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_IN_USE: Final = (32, 33)  # as Windows numbers it: somebody else has the file, or part of it
_TOO_LONG: Final = 206
_NO_NAME: Final = 123
_TRIES: Final = 20  # of a name that somebody is looking at: guards against viruses do, for a moment
_BETWEEN: Final = 0.05  # seconds
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_WRITINGS: Final = count()  # two of one name that go on at once have each a file of their own
_GONE: Final = (errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE)  # a stick was pulled


def read_bytes(path: Path) -> bytes:
    """Return all that a file holds, at most half of what the limit of memory allows.

    Raises
    ------
    FileError
        If it is missing, empty, too large, not to be opened, or no plain file.
    """
    with _told(path):
        # Opening a pipe or a device would wait for somebody to write into it.
        status = path.stat()
        _check_kind(path, status)
        # The bytes and what is made of them.
        require(2 * status.st_size, translate("Files", "“{file}”").format(file=_shown(path)))
        with path.open("rb") as file:
            data = file.read(status.st_size)
    if not data:
        raise FileError(
            translate("Files", "“{file}” is empty; was it saved completely?").format(
                file=_shown(path)
            )
        )
    return data


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` into a file: all of it or, whatever happens, nothing.

    Raises
    ------
    FileError
        If the file cannot be written; what was there before still is.
    """
    with written(path) as file:
        file.write(data)


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to be written wholly or, whatever happens meanwhile, not at all.

    The bytes go into a file beside it, which takes its place when they have reached the disk.

    Raises
    ------
    FileError
        If the file cannot be written; what was there before still is. Whatever else goes wrong
        while somebody writes into it stays what it is.
    """
    with _told(path):
        place = path.resolve()  # a link stays a link
        _check_place(place)
        mark = f"{os.getpid()}-{next(_WRITINGS)}"
        aside = place.with_name(f".{file_names.cut(place.name)}.{mark}.part")
        file = aside.open("wb")
    try:
        try:
            yield file
        except OSError as error:
            # Of a file that is open the system says no name; FFmpeg, which opens it once more,
            # says that one. What names another file is no complaint about this one.
            if error.filename in (None, str(aside)):
                raise _complaint(path, error) from None
            raise
        with _told(path):
            with file:
                file.flush()
                os.fsync(file.fileno())
            if place.exists():
                with suppress(OSError):  # not every disk has rights
                    shutil.copymode(place, aside)
            _take_place(aside, place)
    except BaseException:
        with suppress(OSError):
            file.close()  # which writes what is left, and the disk may be full
        with suppress(OSError):
            aside.unlink()
        raise
    _settle(place.parent)


def _check_place(path: Path) -> None:
    """Refuse a name under which nothing can be written."""
    sentence = file_names.objection(path)
    if sentence:
        raise FileError(sentence.replace("{path}", _shown(path)))
    if not path.parent.is_dir():
        sentence = translate("Files", "There is no folder “{path}” to write into.")
        raise FileError(sentence.format(path=path.parent))
    if path.exists():
        _check_kind(path, path.stat())  # a device would be replaced by a file
        path.open("ab").close()  # the folder would let one replace what is protected
    elif len(os.fsencode(path.name)) > file_names.LONGEST:
        raise OSError(errno.ENAMETOOLONG, "")


def _check_kind(path: Path, status: os.stat_result) -> None:
    """Refuse what is no plain file."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(status.st_mode):
        sentence = translate("Files", "“{file}” is a device or a pipe, not a file.")
        raise FileError(sentence.format(file=_shown(path)))


def _shown(path: Path) -> str:
    return printable(path.name)


def _take_place(aside: Path, path: Path) -> None:
    """Give a file the name of another, for which Windows lets one wait until nobody reads that."""
    for left in reversed(range(_TRIES if file_names.WINDOWS else 1)):
        try:
            aside.replace(path)
        except PermissionError:
            if not left:
                raise
            sleep(_BETWEEN)
        else:
            return


def _settle(folder: Path) -> None:
    """Have the new name on the disk too, where the system lets one ask for it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in a sentence what the system has against a file; all that is done is done to it."""
    try:
        yield
    except FileError:
        raise
    except (OSError, ValueError) as error:
        raise _complaint(path, error) from None


def _complaint(path: Path, error: OSError | ValueError) -> FileError:
    """Return what the system has against a file; a ValueError it has against null bytes only."""
    if isinstance(error, OSError):
        sentence = _sentence_of_windows(error) or _sentence(error)
    else:
        sentence = _no_name()
    shown = str(path).replace("\0", "␀")
    return FileError(sentence.replace("{path}", printable(shown)))


def _sentence_of_windows(error: OSError) -> str:
    """Return the sentence where Windows knows more than that it cannot be done; else nothing."""
    number = getattr(error, "winerror", None)
    if number in _IN_USE:
        return translate("Files", "“{path}” is in use by another program; close it there first.")
    if number == _NO_NAME:
        return _no_name()
    return _too_long() if number == _TOO_LONG else ""


def _no_name() -> str:
    return translate("Files", "“{path}” is no name of a file.")


def _too_long() -> str:
    return translate("Files", "“{path}” is too long a name for a file; choose a shorter one.")


def _sentence(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return translate("Files", "There is no file “{path}”; was it moved or renamed?")
    if isinstance(error, IsADirectoryError):
        return translate("Files", "“{path}” is a folder; choose a file in it.")
    if isinstance(error, PermissionError):
        return translate("Files", "“{path}” may not be opened; ask its owner for permission.")
    if error.errno == errno.ENAMETOOLONG:
        return _too_long()
    if error.errno == errno.ENOTDIR:
        return translate("Files", "“{path}” cannot be: a file stands where a folder is due.")
    if error.errno in _FULL:
        return translate("Files", "There is no room left on the disk for “{path}”.")
    if error.errno == errno.EFBIG:
        return translate(
            "Files", "“{path}” would be larger than a file may be on its disk; choose another."
        )
    if error.errno in _GONE:
        return translate("Files", "The disk of “{path}” does not answer; is it still connected?")
    if error.errno == errno.ELOOP:
        return translate(
            "Files", "“{path}” is a link that leads in a circle; choose the file itself."
        )
    if error.errno == errno.EROFS:
        return translate("Files", "“{path}” cannot be written: its disk is read-only.")
    sentence = translate("Files", "“{path}” cannot be used: {reason}.")
    return sentence.replace("{reason}", error.strerror or type(error).__name__)
