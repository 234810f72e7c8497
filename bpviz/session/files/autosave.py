"""What the app keeps of a session by itself, in case it does not end as it should."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from time import monotonic, sleep, time, time_ns
from typing import TYPE_CHECKING, BinaryIO, Final

from .session_file import SUFFIX, write_beside
from .shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .state import SessionState

_LAST: Final = "last" + SUFFIX
_YOUNG: Final = 60.0  # seconds
_PATIENCE: Final = 5.0  # seconds for another app to be done
_MOST_LEFT: Final = 5  # sessions that nobody has asked for


class Autosave:
    """One running app's file among those of others, and what crashed ones have left.

    Each running app holds the lock of a file beside its own. The system gives it back however the
    app ends, so a file whose lock can be had is of an app that has crashed or was killed.

    Parameters
    ----------
    folder
        Where the app keeps its own data; made if need be.

    Attributes
    ----------
    path
        This app's file.
    last
        Where a session is kept that was closed properly.

    Raises
    ------
    OSError
        If the folder cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.path = folder / f"{os.getpid()}-{time_ns()}{SUFFIX}"
        self.last = folder / _LAST
        self._lock: BinaryIO | None = None
        with suppress(OSError):
            self._lock = _locked(_lock_of(self.path))

    def keep(self, state: SessionState) -> None:
        """Write the state of now. Raises FileError if that cannot be done."""
        write_beside(state, self.path, Shelf.of(self.path))

    def left(self) -> list[Path]:
        """Return the files of apps that have crashed, the newest first."""
        self._tidy()
        found = []
        for path in self._folder.glob(f"*{SUFFIX}"):
            if path not in (self.path, self.last) and self._is_free(path):
                with suppress(OSError):
                    found.append((path.stat().st_mtime_ns, path))
        paths = [path for _, path in sorted(found, reverse=True)]
        for old in paths[_MOST_LEFT:]:
            self.forget(old)
        return paths[:_MOST_LEFT]

    def forget(self, path: Path) -> None:
        """Remove one of the files `left`, with all that belongs to it."""
        for file in (path, _lock_of(path), *self._folder.glob(f".{path.name}.*.part")):
            with suppress(OSError):
                file.unlink()
        Shelf.of(path).keep_only(())

    def forget_left(self, path: Path) -> None:
        """Remove a file if it is one of those `left`; a person's own stay."""
        if path in self.left():
            self.forget(path)

    def close(self, state: SessionState | None = None) -> None:
        """End properly: keep a state as the last one, if given, and take one's own file away.

        Raises
        ------
        FileError
            If the state cannot be written; one's own file then stays, to be found.
        """
        try:
            if state is not None:
                self._keep_last(state)
        finally:
            if self._lock is not None:
                self._lock.close()
        self.forget(self.path)

    def _keep_last(self, state: SessionState) -> None:
        with _alone(_lock_of(self.last)):  # another app may be closed at the same time
            shelf = Shelf.of(self.last)
            shelf.take_over(Shelf.of(self.path))
            write_beside(state, self.last, shelf)

    def _tidy(self) -> None:
        """Remove what apps have left that were killed before their first file was whole."""
        for lock in self._folder.glob("*.lock"):
            path = lock.with_suffix(SUFFIX)
            with suppress(OSError):
                # A young one may be of an app that is about to take it.
                old = time() - lock.stat().st_mtime > _YOUNG
                if old and not path.exists() and self._is_free(path):
                    self.forget(path)

    def _is_free(self, path: Path) -> bool:
        with suppress(OSError):
            lock = _locked(_lock_of(path))
            if lock is not None:
                lock.close()
                return True
        return False


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Wait for the lock of a file, a few seconds at most, and give it back; go on without one."""
    end = monotonic() + _PATIENCE
    lock: BinaryIO | None = None
    with suppress(OSError):
        while (lock := _locked(path)) is None and monotonic() < end:
            sleep(0.05)
    try:
        yield
    finally:
        if lock is not None:
            with suppress(OSError):
                path.unlink()
            lock.close()
            if sys.platform == "win32":  # which removes no file that is open, nor another's then
                with suppress(OSError):
                    path.unlink()


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")


def _locked(path: Path) -> BinaryIO | None:
    """Return the open file whose lock one has now, until it is closed; None if somebody has it.

    Raises
    ------
    OSError
        If nobody can have it: the disk is full, read-only or gone, or knows no locks.
    """
    try:
        file = path.open("ab")
    except PermissionError:
        if sys.platform == "win32":  # somebody has it, and has removed it already
            return None
        raise
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 (there is none elsewhere)

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 (there is none on Windows)

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        if sys.platform == "win32" or isinstance(error, BlockingIOError):
            return None
        raise
    return file
