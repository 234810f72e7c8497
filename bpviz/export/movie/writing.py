"""Pictures one after the other into a file, wholly or not at all."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from bpviz.data.files.disk import written
from bpviz.data.files.errors import FileError
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMATS: Final = (".gif", ".mp4")
# Red, green and blue of each pixel, (height, width, 3).
Frame = NDArray[np.uint8]


def check_format(path: Path) -> None:
    """Make sure that a movie of this name can be written here.

    Raises
    ------
    FileError
        If the suffix is none of `FORMATS`, or the extra for MP4 is not installed.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        sentence = translate("Files", "“{file}”: a name that ends in {suffixes} is due.")
        raise FileError(sentence.format(file=path.name, suffixes=", ".join(FORMATS)))
    if suffix == ".mp4" and importlib.util.find_spec("av") is None:
        raise FileError(
            translate(
                "Movie",
                "MP4 needs PyAV, which is not installed: pip install 'bpviz[video]'. GIF needs "
                "nothing more.",
            )
        )


def write_movie(path: Path, frames: Iterable[Frame], fps: float, samples: Iterable[Frame]) -> None:
    """Write a movie; an exception from `frames` leaves no trace of it.

    Parameters
    ----------
    path
        Where to; the suffix says in which format.
    frames
        The pictures, all of one size.
    fps
        Frames a second.
    samples
        Some pictures of the same movie, from which the 256 colours of a GIF are chosen.

    Raises
    ------
    FileError
        If the file cannot be written; what was there before still is.
    """
    check_format(path)
    with written(path) as file:
        if path.suffix.lower() == ".gif":
            from .gif import write_gif  # noqa: PLC0415 (only movies need it)

            write_gif(file, frames, fps, samples)
        else:
            from .mp4 import write_mp4  # noqa: PLC0415 (an extra)

            write_mp4(file, frames, fps)
