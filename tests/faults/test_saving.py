"""A disk that is full or read-only: a sentence, and what was there before still is.

``BPVIZ_SMALL_DISK=FOLDER pytest tests/faults`` tries a disk that is really full as well, such as
one made by ``mount -t tmpfs -o size=64k tmpfs FOLDER``.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest

from bpviz.data.files import FileError, write_bytes
from bpviz.data.weights import write_weights
from bpviz.export.code import program
from bpviz.export.history_csv import write_histories
from bpviz.export.movie import write_movie
from bpviz.export.worksheet import Worksheet, WorksheetError
from bpviz.session import Session
from bpviz.session.files import Autosave, SessionState, open_session, save
from bpviz.text import set_language
from bpviz.ui.worksheet import write_worksheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

SMALL = os.environ.get("BPVIZ_SMALL_DISK")
_BEFORE: Final = b"before"


def _movie(session: Session, path: Path) -> None:
    random = np.random.default_rng(session.seed or 0)
    frames = [random.integers(0, 256, (64, 64, 3)).astype(np.uint8) for _ in range(4)]
    write_movie(path, frames, 5, frames[:1])


def _worksheet(session: Session, path: Path) -> None:
    data = session.data
    write_worksheet(Worksheet.make(session.network, data, 1, lambda_=0.1, alpha=0.1), path)


WRITERS: Final[dict[str, Callable[[Session, Path], object]]] = {
    "session.bpviz": save,
    "weights.mat": lambda session, path: write_weights(path, session.network),
    "weights.npz": lambda session, path: write_weights(path, session.network),
    "weights.safetensors": lambda session, path: write_weights(path, session.network),
    "curves.csv": lambda session, path: write_histories(path, session.training.runs),
    "code.py": lambda session, path: write_bytes(path, program(session.trace, 1, "numpy").encode()),
    "worksheet.pdf": _worksheet,
    "worksheet.html": _worksheet,
    "movie.gif": _movie,
    "movie.mp4": _movie,
}


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    del qtbot  # worksheets need an application
    made = Session("xor")
    made.training.train_to(30)
    yield made
    made.close()


@contextmanager
def full() -> Iterator[None]:
    """Let no file become larger than a few bytes, by whatever library it is written."""
    if sys.platform == "win32":
        pytest.fail("sizes of files are limited by POSIX")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def refused(write: Callable[[], object]) -> str:
    with pytest.raises((FileError, WorksheetError)) as error:
        write()
    return str(error.value)


@pytest.fixture(params=WRITERS)
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def path(tmp_path: Path, name: str) -> Path:
    found = tmp_path / name
    found.write_bytes(_BEFORE)
    return found


def is_untouched(path: Path) -> bool:
    return path.read_bytes() == _BEFORE and list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="sizes of files are limited by POSIX")
def test_a_disk_on_which_no_more_can_be_written(session: Session, name: str, path: Path) -> None:
    with full():
        sentence = refused(lambda: WRITERS[name](session, path))
    assert "larger than a file may be on its disk" in sentence
    assert str(path) in sentence
    assert is_untouched(path)
    WRITERS[name](session, path)  # with more room, all is well
    assert not is_untouched(path)


@pytest.mark.skipif(SMALL is None, reason="BPVIZ_SMALL_DISK names no disk to fill")
def test_a_disk_that_is_really_full(session: Session, name: str) -> None:
    assert SMALL
    path = Path(SMALL, name)
    path.write_bytes(_BEFORE)
    filler = path.with_name("filler")
    with filler.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(512))
            except OSError:
                break
    assert "no room left on the disk" in refused(lambda: WRITERS[name](session, path))
    filler.unlink()
    assert is_untouched(path)
    path.unlink()


@pytest.mark.parametrize(
    ("number", "sentences"),
    [
        (errno.ENOSPC, ("There is no room left on the disk", "не осталось места")),
        (errno.EROFS, ("its disk is read-only", "только для чтения")),
        (errno.EACCES, ("ask its owner for permission", "владельца")),
    ],
)
def test_a_folder_that_cannot_be_written_into(  # noqa: PLR0917
    session: Session,
    name: str,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    sentences: tuple[str, str],
) -> None:
    original = io.open

    def refusing(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if not set(mode).isdisjoint("wax+") and Path(file).parent == path.parent:
            raise OSError(number, os.strerror(number), file)
        return original(file, mode, *rest, **options)

    monkeypatch.setattr(io, "open", refusing)
    for language, expected in zip(("en", "ru"), sentences, strict=True):
        set_language(language)
        assert expected in refused(lambda: WRITERS[name](session, path))
        assert is_untouched(path)


@pytest.mark.skipif(sys.platform == "win32", reason="sizes of files are limited by POSIX")
def test_what_was_kept_by_itself_outlives_a_full_disk(session: Session, tmp_path: Path) -> None:
    autosave = Autosave(tmp_path)
    autosave.keep(SessionState.of(session))
    session.training.train_to(60)
    with full():
        assert re.search("larger than", refused(lambda: autosave.keep(SessionState.of(session))))
        assert refused(lambda: autosave.close(SessionState.of(session)))
    next_time = Autosave(tmp_path)
    [left] = next_time.left()
    [run] = open_session(left).runs
    assert run.iteration == 30  # all but what came after it
    next_time.close()
