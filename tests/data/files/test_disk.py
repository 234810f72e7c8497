"""Files that cannot be read or written: a sentence each, and nothing is lost."""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bpviz.data.files import FileError, disk, file_names, read_bytes, write_bytes
from bpviz.data.files.disk import written

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def test_two_writings_of_one_name_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with written(path) as first:
        first.write(b"fi")
        with written(path) as second:
            second.write(b"second")
        assert read_bytes(path) == b"second"
        first.write(b"rst")
    assert read_bytes(path) == b"first"  # whole, whoever was there meanwhile
    assert list(tmp_path.iterdir()) == [path]


def of_posix(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield what Windows does not tell from a file that is missing or a name that is none."""
    yield folder / "empty.csv" / "x", "a file stands where a folder is due"
    yield folder / ("long" * 100), "too long a name for a file; choose a shorter one"


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
        (tmp_path / "a\0b", "is no name of a file"),
        *(() if file_names.WINDOWS else of_posix(tmp_path)),
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


@pytest.mark.parametrize(
    "error",
    [
        ValueError("Out of range float values are not JSON compliant"),
        FileNotFoundError(errno.ENOENT, "No such file or directory", "other"),
        PermissionError(errno.EACCES, "Permission denied", "other"),
    ],
)
def test_what_is_wrong_with_something_else_is_not_said_of_the_file(
    error: Exception, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")

    def write() -> None:
        with written(path) as file:
            file.write(b"after")
            raise error

    with pytest.raises(type(error)) as raised:
        write()
    assert raised.value is error
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
@pytest.mark.parametrize("size", [10, 100_000])  # it is full at the end, or while one writes
def test_a_disk_that_is_full(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    original = io.open

    def full(file: Any, *rest: Any, **options: Any) -> Any:
        return original("/dev/full" if Path(file).suffix == ".part" else file, *rest, **options)

    monkeypatch.setattr(io, "open", full)
    with pytest.raises(FileError, match=r"no room left on the disk for “.*file”"):
        write_bytes(path, bytes(size))
    assert not list(tmp_path.iterdir())


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


@pytest.mark.skipif(os.name == "nt", reason="each Windows is set up for paths of another length")
@pytest.mark.parametrize("letter", ["a", "ж", "中"])
def test_the_longest_names_there_are(letter: str, tmp_path: Path) -> None:
    """A file beside it, whose name is longer, must not be in the way."""
    size = len(letter.encode())
    path = tmp_path / (letter * (255 // size))
    write_bytes(path, b"one")
    write_bytes(path, b"two")
    assert read_bytes(path) == b"two"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(FileError, match="too long a name"):
        write_bytes(tmp_path / (letter * (255 // size + 1)), b"")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_device_does_not_become_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    for place in (path, Path("/dev/null")):
        with pytest.raises(FileError, match="is a device or a pipe"):
            write_bytes(place, b"lost")
        assert not place.is_file()


def test_what_is_protected_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder would let anybody put another file in its place."""
    path = tmp_path / "file"
    path.write_bytes(b"before")
    path.chmod(0o444)
    original = io.open

    def refusing(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if Path(file) == path and "r" not in mode:  # as whoever may do all would not be
            raise PermissionError(errno.EACCES, "denied")
        return original(file, mode, *rest, **options)

    monkeypatch.setattr(io, "open", refusing)
    with pytest.raises(FileError, match="ask its owner for permission"):
        write_bytes(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_sentence_holds_nothing_that_steers_a_terminal(tmp_path: Path) -> None:
    for name in ("\x1b[31mred", "one\ntwo", "\u202ereversed"):
        with pytest.raises(FileError) as error:
            read_bytes(tmp_path / name)
        assert str(error.value).isprintable()


# --- Windows ------------------------------------------------------------------------------------


class WindowsSaysError(PermissionError):
    """As Windows raises it."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "Access is denied")
        setattr(self, "winerror", winerror)  # noqa: B010 (only Windows has it)


def test_somebody_reads_the_file_for_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, replace, tries = tmp_path / "file", Path.replace, iter(range(3))

    def busy(aside: Path, target: Path) -> Path:
        if next(tries, None) is not None:
            raise WindowsSaysError(5)
        return replace(aside, target)

    monkeypatch.setattr(file_names, "WINDOWS", True)
    monkeypatch.setattr(disk, "_BETWEEN", 0.0)
    monkeypatch.setattr(Path, "replace", busy)
    write_bytes(path, b"after")
    assert path.read_bytes() == b"after"
    assert next(tries, None) is None


def test_somebody_keeps_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    monkeypatch.setattr(file_names, "WINDOWS", True)
    monkeypatch.setattr(disk, "_BETWEEN", 0.0)
    monkeypatch.setattr(Path, "replace", raising(WindowsSaysError(32)))
    with pytest.raises(FileError, match="in use by another program; close it there first"):
        write_bytes(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_windows_does_not_know(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoNameError(OSError):
        winerror = 123

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", raising(NoNameError(errno.EINVAL, "incorrect")))
        with pytest.raises(FileError, match="is no name of a file"):
            read_bytes(tmp_path / "what?.csv")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("CON", "a device on Windows"),
        ("nul.csv", "a device on Windows"),
        ("Com1.tar.gz", "a device on Windows"),
        ("aux .txt", "a device on Windows"),
        ("a:b.csv", "leave out each of"),
        ("what?.csv", "leave out each of"),
        ("console.csv", None),
        ("com.csv", None),
        ("null.csv", None),
        ("данные.csv", None),
    ],
)
def test_names_that_mean_something_else_on_windows(name: str, sentence: str | None) -> None:
    path = Path("folder", name)
    assert file_names.objection(path, windows=False) is None
    told = file_names.objection(path, windows=True)
    assert (sentence in told) if sentence and told else told is sentence is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Iris", "Iris"),
        ("Цифры", "Цифры"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("1:2 <a|b>?", "1-2 -a-b--"),
        ("two\nlines\x1b", "two lines"),
        ("CON", "_CON"),
        (" . ", "_"),
        ("long" * 100, "long" * 31 + "lon"),
    ],
)
def test_names_that_are_proposed(title: str, name: str, tmp_path: Path) -> None:
    assert file_names.proposed(title) == name
    write_bytes(tmp_path / f"{name}.bpviz", b"x")
    assert file_names.objection(Path(f"{name}.bpviz"), windows=True) is None
