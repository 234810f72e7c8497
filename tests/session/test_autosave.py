"""Whatever kills the program while it saves: the next start finds a whole session."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO
from unittest.mock import Mock

import numpy as np
import pytest

from bpviz.data.files import FileError
from bpviz.session import Session
from bpviz.session.files import Autosave, SessionState, open_session

# How often a child is killed while it saves.
KILLS = int(os.environ.get("BPVIZ_KILLS", "20"))


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session("iris")
    made.training.train_to(30)
    made.show_example(5)
    made.set_digits(6)
    yield made
    made.close()


# Importing takes longer than saving, so it is done once; each child is a fork.
_SAVES_FOR_EVER = """
import os
import sys
from dataclasses import replace
from pathlib import Path
import numpy as np
from bpviz.data import load, own
from bpviz.session import Session
from bpviz.session.files import Autosave, SessionState

# 2 MB of examples of one's own, which are kept beside the file; others each time.
def large(random):
    small = own.with_point(load("moons"), (0.25, 0.5), 1)
    X = random.normal(size=(131_072, 2))
    rows = np.arange(len(X))
    Y = (X[:, :1] > 0).astype(float)
    return replace(small, X=X, Y=Y, train=rows, validation=rows[:0])

def save_for_ever(folder):
    random = np.random.default_rng()
    session = Session("iris")
    autosave = Autosave(Path(folder))
    print(os.getpid(), flush=True)
    n = 0
    while True:
        n += 1
        if folder.endswith("large") and n % 3 == 1:
            session.set_data(large(random))
        session.training.train_to(4 * n)
        autosave.keep(SessionState.of(session))
        os.write(1, b"%d\\n" % (4 * n))  # whole or not at all, whenever it is killed

for line in sys.stdin:
    child = os.fork()
    if not child:
        save_for_ever(line.strip())
    os.waitpid(child, 0)
    print("gone", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("size", ["small", "large"])
def test_a_kill_at_any_instant_leaves_a_whole_file(tmp_path: Path, size: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _SAVES_FOR_EVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        text=True,
        bufsize=1,
    ) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        kill_often(tmp_path, size, parent.stdin, parent.stdout)
        parent.stdin.close()


def kill_often(tmp_path: Path, size: str, requests: IO[str], answers: IO[str]) -> None:
    """Kill child after child at random instants; what the last saving held is there each time."""
    random = np.random.default_rng()
    pause = 0.2  # seconds: about as long as one saving takes, whatever the machine does beside
    for n in range(KILLS):
        folder = tmp_path / f"{n}-{size}"
        requests.write(f"{folder}\n")
        child = int(answers.readline())
        start = time.monotonic()
        kept = [int(answers.readline()) for _ in range(n % 4)]
        if kept:
            pause = (time.monotonic() - start) / len(kept)
        time.sleep(random.uniform(0, pause))
        mine = Autosave(folder)
        assert mine.left() == []  # it is running
        os.kill(child, signal.SIGKILL)
        kept += map(int, iter(answers.readline, "gone\n"))
        left = mine.left()
        assert left or not kept
        for path in left:
            [run] = open_session(path).runs
            assert run.iteration % 4 == 0
            assert run.iteration >= max(kept, default=4)  # the next one may be there as well
            mine.forget(path)
        for lock in folder.glob("*.lock"):
            os.utime(lock, (0, 0))
        assert mine.left() == []
        mine.close()
        assert not list(folder.iterdir())


def test_a_proper_end_leaves_the_last_session_only(session: Session, tmp_path: Path) -> None:
    autosave = Autosave(tmp_path / "new" / "folder")
    autosave.keep(SessionState.of(session))
    second = Autosave(tmp_path / "new" / "folder")
    assert second.left() == []
    autosave.close(SessionState.of(session))
    assert second.left() == []
    assert open_session(second.last).state.digits == 6
    second.close()
    assert [file.name for file in (tmp_path / "new" / "folder").iterdir()] == ["last.bpviz"]


def test_a_lock_that_nobody_can_have_is_not_waited_for(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bpviz.session.files.autosave.sleep", pytest.fail)
    gone = Autosave(tmp_path / "gone")
    shutil.rmtree(tmp_path / "gone")
    with pytest.raises(FileError, match="gone"):
        gone.close(SessionState.of(session))
    if sys.platform == "win32":
        return
    fcntl = pytest.importorskip("fcntl")
    # As on disks of a network that know no locks.
    none = OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
    monkeypatch.setattr(fcntl, "flock", Mock(side_effect=none))
    lockless = Autosave(tmp_path / "lockless")
    lockless.close(SessionState.of(session))
    assert open_session(lockless.last).state.digits == 6


def test_large_examples_are_written_once_and_taken_again(session: Session, tmp_path: Path) -> None:
    X = np.random.default_rng(0).normal(size=(70_000, 4))
    rows = np.arange(len(X))
    Y = np.eye(3)[rows % 3]
    data = replace(session.data, name="own", X=X, Y=Y, train=rows, validation=rows[:0])
    session.set_data(data)
    autosave = Autosave(tmp_path)
    autosave.keep(SessionState.of(session))
    shelf = autosave.path.with_suffix(".arrays")
    written = {path: path.stat().st_mtime_ns for path in shelf.iterdir()}
    assert len(written) == 2  # X and Y
    session.step_forward()
    autosave.keep(SessionState.of(session))
    assert {path: path.stat().st_mtime_ns for path in shelf.iterdir()} == written
    assert autosave.path.stat().st_size < X.nbytes // 2
    np.testing.assert_array_equal(open_session(autosave.path).state.data.X, X)
    autosave.close(SessionState.of(session))
    assert {path.name for path in tmp_path.iterdir()} == {"last.bpviz", "last.arrays"}
    opened = open_session(autosave.last)
    assert opened.state.cursor == session.cursor
    np.testing.assert_array_equal(opened.state.data.Y, Y)
    [first, _] = (tmp_path / "last.arrays").iterdir()
    damaged = bytearray(first.read_bytes())
    damaged[-1] ^= 1
    first.write_bytes(damaged)
    with pytest.raises(FileError, match="damaged"):
        open_session(autosave.last)
    first.unlink()
    with pytest.raises(FileError, match=r"last\.arrays.*missing"):
        open_session(autosave.last)
