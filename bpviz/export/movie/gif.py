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
_BITS: Final = 6  # of red, green and blue, by which the nearest colour is looked up
_PACKING: Final = np.array((1 << 16, 1 << 8, 1), np.uint32)
_CELLS: Final = np.array((1 << 2 * _BITS, 1 << _BITS, 1), np.uint32)
_MOST_SAMPLES: Final = 200_000
_LONGEST: Final = 65535  # hundredths of a second that a frame can stay


def write_gif(
    file: IO[bytes], frames: Iterable[Frame], fps: float, samples: Iterable[Frame]
) -> None:
    """Write pictures as a GIF that repeats for ever."""
    table = _Table(samples)
    out = _Writer(file, table.palette)
    before: NDArray[np.uint8] | None = None
    shown = now = 0  # hundredths of a second, the finest that GIF knows
    waiting: tuple[NDArray[np.uint8], NDArray[np.uint8] | None] | None = None
    for count, frame in enumerate(frames, start=1):
        pixels = table.entries(frame)
        if waiting is None or not np.array_equal(pixels, waiting[0]) or now - shown > _LONGEST // 2:
            if waiting is not None:
                out.add(*waiting, now - shown)
            waiting, before, shown = (pixels, before), pixels, now
        now = round(100 * count / fps)
    if waiting is not None:
        out.add(*waiting, now - shown)
    out.finish()


class _Table:
    """The colours of a movie, and which of them stands for each colour there may be.

    Parameters
    ----------
    samples
        Pictures whose colours are counted; nearly equal ones become one.

    Attributes
    ----------
    palette
        Red, green and blue of each entry, (256, 3).
    """

    def __init__(self, samples: Iterable[Frame]) -> None:
        packed = [sample.astype(np.uint32) @ _PACKING for sample in samples]
        found, counts = np.unique(np.concatenate(packed, axis=None), return_counts=True)
        colours = np.stack((found >> 16, found >> 8 & 255, found & 255), axis=1).astype(np.uint8)
        weights = counts**_FLATTENED
        weights *= min(1.0, _MOST_SAMPLES / weights.sum())
        spread = np.repeat(colours, np.maximum(1, weights).astype(int), axis=0)
        cut = Image.fromarray(spread[None]).quantize(_COLOURS, Image.Quantize.MEDIANCUT, kmeans=1)
        means = np.array(cut.getpalette(), np.float32).reshape(-1, 3)[:_COLOURS]
        self._nearest = _nearest(means)
        # Entries are means so far; but ground that is white has to stay white.
        by_count = np.argsort(counts)
        self.palette = np.zeros((256, 3), np.uint8)
        self.palette[self.entries(colours[by_count])] = colours[by_count]  # the most frequent last

    def entries(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return the entry for each pixel (…, 3); equal pixels have equal ones in every frame."""
        cells = (pixels >> (8 - _BITS)).astype(np.uint32) @ _CELLS
        entries: NDArray[np.uint8] = self._nearest[cells]
        return entries


def _nearest(means: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return the entry that is nearest to each cell of the cube of colours."""
    steps = np.arange(2**_BITS, dtype=np.float32) * 2 ** (8 - _BITS) + 2 ** (7 - _BITS)
    green, blue = (one.ravel() for one in np.meshgrid(steps, steps, indexing="ij"))
    planes = []
    for red in steps:
        plane = np.stack((np.full_like(green, red), green, blue), axis=1)
        planes.append(((means**2).sum(axis=1) - 2 * plane @ means.T).argmin(axis=1))
    return np.concatenate(planes).astype(np.uint8)


class _Writer:
    """Writes the parts of a GIF file."""

    def __init__(self, file: IO[bytes], palette: NDArray[np.uint8]) -> None:
        self._file = file
        self._palette = palette.tobytes()

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
