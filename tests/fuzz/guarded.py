"""What no reader may do whatever it reads: take long, take much, run or touch anything."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bpviz.data import load
from bpviz.resources import asset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SECONDS: Final = 2.0  # of the processor: a machine with much else to do is no fault of a reader
WAITING: Final = 300.0  # seconds by the clock, for what waits without doing anything
MEMORY: Final = 2**30  # bytes above what there is before

# What Python announces before it does it; see "Audit events table" in its documentation.
_FORBIDDEN: Final = (
    "exec", "compile", "code.", "pickle.", "marshal.", "os.", "subprocess.", "socket.", "shutil.",
    "ctypes.", "pty.", "webbrowser.", "tempfile.", "urllib.", "ftplib.", "cpython.run",
)  # fmt: skip
# Looking into a folder does no harm where opening a file does none.
_LOOKING: Final = ("os.listdir", "os.scandir")
# What may be read: what is installed, and what lies beside a lesson.
_OPEN: Final = tuple(
    os.path.realpath(folder)
    for folder in (
        sys.prefix,
        sys.base_prefix,
        Path(np.__file__).parents[1],
        Path(__file__).parents[2] / "bpviz",
        asset("."),
        Path(__file__).parent,
        "/proc/self",
    )
)
_MODULES: Final = sys.stdlib_module_names | {"bpviz", "numpy", "scipy", "psygnal"}


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
        raise Forbidden(f"more than {SECONDS} seconds of work, or {WAITING} of waiting")

    before = {number: signal.signal(number, late) for number in (signal.SIGPROF, signal.SIGALRM)}
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, WAITING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


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
        path, mode, flags = arguments
        if flags & 3 or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise Forbidden(f"{event} {arguments}")
        _check_place(event, path)
    elif event == "import":
        if arguments[0].partition(".")[0].lstrip("_") not in _MODULES | {""}:
            raise Forbidden(f"{event} {arguments[0]}")
    elif event in _LOOKING:
        _check_place(event, arguments[0])
    elif event.startswith(_FORBIDDEN) and not _is_installed(event):
        raise Forbidden(f"{event} {arguments!r:.200}")


def _check_place(event: str, path: Any) -> None:
    """Refuse what lies where no reader has any business."""
    if isinstance(path, int | None):  # open already; the folder of now
        return
    if not os.path.realpath(os.fsdecode(path)).startswith(_OPEN):
        raise Forbidden(f"{event} {path}")


def _is_installed(event: str) -> bool:
    """Whether this comes of what is installed: a module, or a data set that ships."""
    if not event.startswith(("exec", "compile", "marshal.")):
        return False
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        if frame.f_code is load.__code__:
            return True
        frame = frame.f_back
    return False
