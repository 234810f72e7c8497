"""Memory that one frame has freed is kept for the next.

A C library gives large pieces of memory back to the system at once, and the system clears each
page anew when it is needed again: in a picture of the network drawn ten times a second this took a
fifth of the time.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_TRIM_THRESHOLD: Final = -1  # as in glibc's malloc.h
_MMAP_THRESHOLD: Final = -3
_OF_ITS_OWN: Final = 32 * 2**20  # so large that clearing it no longer matters: data, not pictures
_KEPT: Final = 64 * 2**20


def give_back(kept: int = _KEPT) -> None:
    """Have the C library return what lies free between other things; without effect if not glibc.

    What one network leaves in pieces does not fit the next one, and would add up. Of what lies free
    at the end, so many bytes are kept.
    """
    if trim := _of_the_library("malloc_trim"):
        trim(kept)


def keep_freed() -> None:
    """Have the C library keep up to 64 MB that nobody uses now; without effect if not glibc."""
    if adjust := _of_the_library("mallopt"):
        adjust(_MMAP_THRESHOLD, _OF_ITS_OWN)
        adjust(_TRIM_THRESHOLD, _KEPT)


def _of_the_library(name: str) -> Callable[..., object] | None:
    """Return a function of the C library; None where it is another: Windows, macOS, musl."""
    try:
        found: Callable[..., object] = getattr(ctypes.CDLL(None), name)
    except (AttributeError, OSError, TypeError):
        return None
    return found
