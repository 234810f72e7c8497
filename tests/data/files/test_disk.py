"""Files that cannot be read or written: a sentence each, and nothing is lost."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from bpviz.data.files import FileError, read_bytes, write_bytes


def raising(error: BaseException) -> Any:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_bytes(path, b"one")
    write_bytes(path, b"two")
    assert read_bytes(path) == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty, large = tmp_path / "empty.csv", tmp_path / "large.csv"
    empty.write_bytes(b"")
    with large.open("wb") as file:
        file.truncate(600 * 2**20)  # takes no room on the disk
    for path, sentence in (
        (tmp_path / "none.csv", "There is no file"),
        (tmp_path, "is a folder; choose a file in it"),
        (empty, "“empty.csv” is empty"),
        (large, "“large.csv” would need 1.17 GB of memory"),
        (tmp_path / "empty.csv" / "x", "cannot be used: Not a directory"),
        (tmp_path / "a\0b", "is no name of a file"),
        (tmp_path / ("long" * 100), "cannot be used"),
    ):
        with pytest.raises(FileError) as error:
            read_bytes(path)
        assert sentence in str(error.value)
    monkeypatch.setattr(Path, "open", raising(PermissionError(errno.EACCES, "denied")))
    large.unlink()
    large.touch()
    with pytest.raises(FileError, match="may not be opened; ask its owner"):
        read_bytes(large)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="“pipe” is a device or a pipe, not a file"):
        read_bytes(tmp_path / "pipe")


@pytest.mark.parametrize(
    ("call", "error", "sentence"),
    [
        ("fsync", OSError(errno.ENOSPC, "No space left"), "no room left on the disk"),
        ("fsync", OSError(errno.EROFS, "Read-only"), "its disk is read-only"),
        ("fsync", OSError(errno.EIO, "Input/output error"), "is it still connected"),
        ("fsync", OSError(errno.EFBIG, "File too large"), "larger than a file may be on its disk"),
    ],
)
def test_a_failed_write_leaves_what_was_there(
    call: str, error: OSError, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, call, raising(error))
    with pytest.raises(FileError, match=sentence):
        write_bytes(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_write_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_there_is_no_place_to_write(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a folder; choose a file"):
        write_bytes(tmp_path, b"")
    with pytest.raises(FileError, match="There is no folder"):
        write_bytes(tmp_path / "none" / "file", b"")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="rights and links are other things on Windows")
def test_rights_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"before")
    path.chmod(0o640)
    link.symlink_to(path)
    write_bytes(link, b"after")
    assert link.is_symlink()
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
