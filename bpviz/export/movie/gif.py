"""GIF: one table of colours for the whole movie, and of each frame only what has changed.

With a table for each frame, or with dithering, still ground would flicker. Pillow packs the pixels;
what it cannot do by itself is to write frame after frame without keeping all of them.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from PIL.GifImagePlugin import getdata

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from .writing import Frame

_UNCHANGED: Final = 255  # of the table, the entry that lets the frame before shine through
_COLOURS: Final = 255
_FLATTENED: Final = 0.4  # power of how often a colour is used: fine lines count as well as ground
_MOST_SAMPLES: Final = 200_000
_LONGEST: Final = 65535  # hundredths of a second that a frame can stay


def write_gif(
    file: IO[bytes], frames: Iterable[Frame], fps: float, samples: Iterable[Frame]
) -> None:
    """Write pictures as a GIF that repeats for ever."""
    table = _table(samples)
    out = _Writer(file, table)
    before: NDArray[np.uint8] | None = None
    shown = now = 0  # hundredths of a second, the finest that GIF knows
    waiting: tuple[NDArray[np.uint8], NDArray[np.uint8] | None] | None = None
    for count, frame in enumerate(frames, start=1):
        pixels = _in_colours(frame, table)
        if waiting is None or not np.array_equal(pixels, waiting[0]) or now - shown > _LONGEST // 2:
            if waiting is not None:
                out.add(*waiting, now - shown)
            waiting, before, shown = (pixels, before), pixels, now
        now = round(100 * count / fps)
    if waiting is not None:
        out.add(*waiting, now - shown)
    out.finish()


def _table(samples: Iterable[Frame]) -> Image.Image:
    """Return an image whose palette holds the colours used most, nearly equal ones as one."""
    found: dict[int, int] = {}
    for sample in samples:
        packed = sample.astype(np.uint32) @ np.array((65536, 256, 1), np.uint32)
        for colour, count in zip(*np.unique(packed, return_counts=True), strict=True):
            found[int(colour)] = found.get(int(colour), 0) + int(count)
    colours = np.array(list(found), np.uint32)
    weights = np.array(list(found.values()), float) ** _FLATTENED
    weights *= min(1.0, _MOST_SAMPLES / weights.sum())
    spread = np.repeat(colours, np.maximum(1, weights).astype(int))
    pixels = np.stack((spread >> 16, spread >> 8 & 255, spread & 255), axis=1).astype(np.uint8)
    image = Image.fromarray(pixels[None])
    return image.quantize(_COLOURS, Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE)


def _in_colours(frame: Frame, table: Image.Image) -> NDArray[np.uint8]:
    """Return for each pixel the entry of the table that is nearest."""
    image = Image.fromarray(frame).quantize(palette=table, dither=Image.Dither.NONE)
    return np.asarray(image)


class _Writer:
    """Writes the parts of a GIF file."""

    def __init__(self, file: IO[bytes], table: Image.Image) -> None:
        self._file = file
        palette = bytes(table.getpalette() or ())[: 3 * _COLOURS]
        self._palette = palette.ljust(768, b"\0")
        self._begun = False

    def add(
        self, pixels: NDArray[np.uint8], before: NDArray[np.uint8] | None, duration: int
    ) -> None:
        """Add a frame that stays for so many hundredths of a second."""
        if before is None:
            self._begin(*pixels.shape)
            part, left, top = pixels, 0, 0
        else:
            changed = pixels != before
            rows, columns = (np.flatnonzero(changed.any(axis=axis)) for axis in (1, 0))
            box = (
                (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
                if rows.size
                else (slice(0, 1), slice(0, 1))
            )
            part = np.where(changed[box], pixels[box], np.uint8(_UNCHANGED))
            left, top = box[1].start, box[0].start
        image = Image.fromarray(np.ascontiguousarray(part), "P")
        image.putpalette(self._palette)
        options = {"duration": 10 * duration, "disposal": 1, "transparency": _UNCHANGED}
        for block in getdata(image, (int(left), int(top)), **options):
            self._file.write(block)

    def _begin(self, height: int, width: int) -> None:
        size = width.to_bytes(2, "little") + height.to_bytes(2, "little")
        # A table of 256 colours for all frames; and, as Netscape first had it, repeat for ever.
        self._file.write(b"GIF89a" + size + b"\xf7\0\0" + self._palette)
        self._file.write(b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0")

    def finish(self) -> None:
        """End the file."""
        self._file.write(b";")
