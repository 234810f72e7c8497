"""Large arrays beside the sessions that the app keeps by itself, each by its digest."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final
from weakref import finalize

import numpy as np

from bpviz.core.validation import is_constant
from bpviz.data.files import read_bytes
from bpviz.data.files.disk import written

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

SUFFIX: Final = ".arrays"
_LARGE: Final = 1 << 20  # bytes
_DIGEST: Final = re.compile("[0-9a-f]{64}")
_DIGESTS: Final[dict[int, str]] = {}  # of arrays that cannot change, by identity


class Shelf:
    """The folder of one session file, for arrays that stay the same from one saving to the next.

    An array is written once, whole, before the file that refers to it; one that is no longer
    referred to is removed after the file that does not. So there is at every instant a file with
    all its arrays.

    Parameters
    ----------
    folder
        Made when there is something to put into it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, path: Path) -> Shelf:
        """Return the shelf of a session file."""
        return cls(path.with_suffix(SUFFIX))

    @staticmethod
    def takes(array: np.ndarray) -> bool:
        """Whether an array belongs here: it is large, and nobody is going to write into it."""
        return array.nbytes >= _LARGE and is_constant(array)

    def put(self, array: np.ndarray) -> str:
        """Write an array unless it is there, and return its digest. Raises FileError."""
        digest = _digest(array)
        path = self._path(digest)
        if not path.exists():
            with suppress(OSError):  # `written` says what is wrong with the folder
                self.folder.mkdir(exist_ok=True)
            with written(path) as file:
                np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)
        return digest

    def take(self, digest: object) -> np.ndarray:
        """Return an array. Raises FileError or ValueError if it is missing or damaged."""
        if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise ValueError("digest")
        with io.BytesIO(read_bytes(self._path(digest))) as file:
            array: np.ndarray = np.lib.format.read_array(file, allow_pickle=False)
        array.setflags(write=False)
        if array.dtype.hasobject or _sum(array) != digest:
            raise ValueError("digest")
        return array

    def keep_only(self, digests: Collection[str]) -> None:
        """Remove what is not among these, and the folder if nothing is left."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.stem not in digests:
                    path.unlink()
            if not digests:
                self.folder.rmdir()

    def take_over(self, other: Shelf) -> None:
        """Have what another shelf has, without writing it again where the disk allows for that."""
        with suppress(OSError):
            paths = list(other.folder.iterdir())
            self.folder.mkdir(exist_ok=True)
            for path in paths:
                with suppress(OSError):
                    (self.folder / path.name).hardlink_to(path)

    def _path(self, digest: str) -> Path:
        return self.folder / f"{digest}.npy"


def _digest(array: np.ndarray) -> str:
    known = _DIGESTS.get(id(array))
    if known is None:
        known = _DIGESTS[id(array)] = _sum(array)
        finalize(array, _DIGESTS.pop, id(array))
    return known


def _sum(array: np.ndarray) -> str:
    """Return the SHA-256 of type, shape and bytes."""
    total = sha256(repr((array.dtype.str, array.shape)).encode())
    data: Any = np.ascontiguousarray(array).data
    total.update(data)
    return total.hexdigest()
