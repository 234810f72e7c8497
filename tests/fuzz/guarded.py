"""What no reader may do whatever it reads: take long, take much, run or touch anything."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SECONDS: Final = 2.0  # of the processor: a machine with much else to do is no fault of a reader
MEMORY: Final = 2**30  # bytes above what there is before

# What Python announces before it does it; see "Audit events table" in its documentation.
_FORBIDDEN: Final = (
    "exec", "pickle.", "marshal.", "os.", "subprocess.", "socket.", "shutil.",
    "ctypes.", "pty.", "webbrowser.", "tempfile.", "urllib.", "ftplib.", "cpython.run",
)  # fmt: skip
# Looking into a folder does no harm; a lesson names files beside it.
_HARMLESS: Final = ("os.listdir", "os.scandir")


class Forbidden(BaseException):
    """A reader has done what it must not do."""


@contextmanager
def guarded() -> Iterator[None]:
    """Raise `Forbidden` where a reader takes too long or does what it must not do.

    What would take too much memory raises MemoryError, where the system can tell (Linux).
    """
    with _in_time(), _in_room(), _in_peace():
        yield


@contextmanager
def _in_time() -> Iterator[None]:
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return

    def late(_number: int, _frame: FrameType | None) -> None:
        raise Forbidden(f"more than {SECONDS} seconds")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _in_room() -> Iterator[None]:
    sizes = Path("/proc/self/statm")
    if not sizes.exists():
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    used = int(sizes.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextmanager
def _in_peace() -> Iterator[None]:
    _hook()
    _watching.append(True)
    try:
        yield
    finally:
        _watching.pop()


_watching: Final[list[bool]] = []


@cache
def _hook() -> None:
    """Begin to listen; there is no way to end it again."""
    sys.addaudithook(_audit)


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching:
        return
    if event == "open":
        _, mode, flags = arguments
        if flags & 3 or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise Forbidden(f"{event} {arguments}")
    elif event.startswith(_FORBIDDEN) and event not in _HARMLESS and not _is_installed(event):
        raise Forbidden(f"{event} {arguments!r:.200}")


def _is_installed(event: str) -> bool:
    """Whether this comes of importing a module, which some sentence needs for the first time."""
    if not event.startswith(("exec", "marshal.")):
        return False
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False
