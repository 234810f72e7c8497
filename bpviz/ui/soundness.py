"""Whether bytes are an arrangement of panels that Qt can be given.

Qt believes what stands there, and a number beyond its bounds ends the process. A session may have
come from somebody else, or from a disk that fails; so the bytes are read here first, as
`QMainWindow.saveState` of Qt 6 writes them.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_STATE, _DOCKS, _SEQUENCE, _TABS, _PANEL, _BARS = 0xFF, 0xFD, 0xFC, 0xFA, 0xFB, 0xFC
_FLOATING: Final = 2
_SIDES: Final = 4
_CORNERS: Final = ((1, 4), (2, 4), (1, 8), (2, 8))  # which sides may have each
_LARGEST: Final = 1 << 25  # twice what Qt lets a panel have: tabs come on top of that
_DEEPEST: Final = 8  # panels beside panels above panels …
_FURTHEST: Final = 1 << 15  # of a panel on any screen


def is_sound(kept: bytes, version: int, panels: Collection[str], bars: Collection[str]) -> bool:
    """Whether bytes are an arrangement of a window with such panels and toolbars.

    Parameters
    ----------
    kept
        From anywhere.
    version
        As it was given to ``saveState``.
    panels, bars
        Names of all that there are.
    """
    try:
        _Reader(kept, panels, bars).read(version)
    except (ValueError, struct.error):
        return False
    return True


class _Reader:
    """Reads an arrangement to its end; what is not in its bounds raises ValueError."""

    def __init__(self, kept: bytes, panels: Collection[str], bars: Collection[str]) -> None:
        self._kept = kept
        self._at = 0
        self._panels = set(panels)  # that have not been met yet
        self._bars = set(bars)

    def read(self, version: int) -> None:
        """Read all."""
        self._whole(_STATE, _STATE)
        self._whole(version, version)
        self._byte(_DOCKS)
        self._sides()
        self._size()
        for allowed in _CORNERS:
            _check(self._whole(1, 8) in allowed)
        self._byte(_BARS)
        for _ in range(self._whole(0, _SIDES)):
            self._whole(0, _SIDES - 1)
            for _ in range(self._whole(0, len(self._bars))):
                self._name(self._bars)
                self._byte(0, 1)
                self._extent()
        _check(self._at == len(self._kept))

    def _sides(self) -> None:
        before = -1
        for _ in range(self._whole(0, _SIDES)):
            before = self._whole(before + 1, _SIDES - 1)
            self._size()
            self._group(_DEEPEST)

    def _group(self, depth: int) -> None:
        """Read panels one after the other, or one above the other with tabs."""
        _check(depth > 0)
        tabs = self._byte(_SEQUENCE, _TABS) == _TABS
        shown = self._whole(-1, len(self._panels)) if tabs else -1
        self._byte(1, 2)
        count = self._whole(0, len(self._panels))
        _check(shown < count)
        for _ in range(count):
            if self._byte(_PANEL, _SEQUENCE) == _PANEL:
                self._panel()
            else:
                self._extent()
                self._group(depth - 1)

    def _panel(self) -> None:
        self._name(self._panels)
        if self._byte(0, 1, 2, 3) & _FLOATING:
            for _ in range(2):
                self._whole(-_FURTHEST, _FURTHEST)
            for _ in range(2):
                self._whole(0, _FURTHEST)
        else:
            self._extent()

    def _extent(self) -> None:
        """Read place, size, least and largest size."""
        for _ in range(4):
            self._whole(-1, _LARGEST)

    def _size(self) -> None:
        for _ in range(2):
            self._whole(-1, _LARGEST)

    def _name(self, left: set[str]) -> None:
        """Read a name; each can be met once."""
        length = self._whole(0, 200)
        name = self._kept[self._at : self._at + length].decode("utf-16-be")
        self._at += length
        _check(name in left)
        left.remove(name)

    def _byte(self, *allowed: int) -> int:
        (value,) = struct.unpack_from(">B", self._kept, self._at)
        self._at += 1
        _check(value in allowed)
        return int(value)

    def _whole(self, least: int, most: int) -> int:
        (value,) = struct.unpack_from(">i", self._kept, self._at)
        self._at += 4
        _check(least <= value <= most)
        return int(value)


def _check(sound: bool) -> None:
    if not sound:
        raise ValueError
