"""Memory that one frame has freed is kept for the next.

A C library gives large pieces of memory back to the system at once, and the system clears each
page anew when it is needed again: in a picture of the network drawn ten times a second this took a
fifth of the time.
"""

from __future__ import annotations

import ctypes
from typing import Final

_TRIM_THRESHOLD: Final = -1  # as in glibc's malloc.h
_MMAP_THRESHOLD: Final = -3
_OF_ITS_OWN: Final = 32 * 2**20  # so large that clearing it no longer matters: data, not pictures
_KEPT: Final = 64 * 2**20


def give_back() -> None:
    """Have the C library return what lies free between other things; without effect if not glibc.

    What one network leaves in pieces does not fit the next one, and would add up.
    """
    try:
        ctypes.CDLL(None).malloc_trim(_KEPT)
    except (AttributeError, OSError, TypeError):
        return


def keep_freed() -> None:
    """Have the C library keep up to 64 MB that nobody uses now; without effect if not glibc."""
    try:
        adjust = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return  # another library: Windows, macOS, musl
    adjust(_MMAP_THRESHOLD, _OF_ITS_OWN)
    adjust(_TRIM_THRESHOLD, _KEPT)
