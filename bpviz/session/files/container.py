"""A tree of values and arrays in one zip archive, and back; nothing is ever unpickled."""

from __future__ import annotations

import io
import json
import math
import zipfile
from typing import IO, TYPE_CHECKING, Any, Final

import numpy as np

from bpviz.data.files import FileError, npz
from bpviz.data.files.errors import require
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.data.files.stored import Stored

    from .shelf import Shelf

MANIFEST: Final = "session.json"
# The one key of what stands in the manifest for an array in the archive, or on a shelf.
_ARRAY: Final = "npy"
_BESIDE: Final = "beside"
_ZIP64: Final = 1 << 30
_LONGEST: Final = 1 << 24  # bytes of the manifest


def pack(file: IO[bytes], tree: Mapping[str, Any], shelf: Shelf | None = None) -> set[str]:
    """Write an archive that holds a tree of dicts, lists, plain values and arrays.

    Returns
    -------
    set of str
        Digests of the arrays that are not in it but on the shelf.
    """
    arrays: dict[str, np.ndarray] = {}
    shelved: set[str] = set()

    def without(node: Any, path: str) -> Any:
        """Return the tree with the name of its file in the place of each array."""
        if isinstance(node, np.ndarray):
            if shelf is not None and shelf.takes(node):
                digest = shelf.put(node)
                shelved.add(digest)
                return {_BESIDE: digest}
            arrays[path] = node
            return {_ARRAY: path}
        if isinstance(node, dict):
            return {key: without(each, f"{path}/{key}".lstrip("/")) for key, each in node.items()}
        if isinstance(node, list | tuple):
            return [without(each, f"{path}/{n}") for n, each in enumerate(node)]
        return node

    manifest = json.dumps(without(tree, ""), ensure_ascii=False, allow_nan=False, indent=1)
    # Members that are opened by name have no time of their own: the same session, the same file.
    # Θ hardly becomes smaller by more effort.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open(MANIFEST, "w") as member:
            member.write(manifest.encode())
        for path, array in arrays.items():
            name = f"{path}.npy"
            # Piece by piece: whoever copies a hundred megabytes at once keeps the window waiting.
            with archive.open(name, "w", force_zip64=array.nbytes > _ZIP64) as member:
                np.lib.format.write_array(member, np.asarray(array, order="C"), allow_pickle=False)
    return shelved


def is_container(data: bytes) -> bool:
    """Whether bytes are an archive with a manifest of ours."""
    if not data.startswith(npz.MAGIC):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return MANIFEST in archive.namelist()
    except npz.COMPLAINTS:
        return False


def unpack(data: bytes) -> tuple[dict[str, Any], Mapping[str, Stored]]:
    """Return the manifest of an archive, and its arrays, which are not read yet.

    Raises
    ------
    FileError
        If it is damaged, holds no session, or would need too much memory.
    """
    if not is_container(data):
        raise FileError(
            translate("Files", "This is no session of bpviz, or it was cut off on its way.")
        )
    arrays = npz.arrays(data)
    require(
        sum(math.prod(stored.shape) * stored.dtype.itemsize for stored in arrays.values()),
        translate("Files", "The session"),
    )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(MANIFEST).file_size > _LONGEST:
                raise ValueError
            with archive.open(MANIFEST) as member:
                manifest = json.loads(member.read(_LONGEST).decode())
        # Half a character, which JSON lets through, could not be saved again.
        json.dumps(manifest, ensure_ascii=False).encode()
    except npz.COMPLAINTS:
        raise broken(MANIFEST) from None
    if not isinstance(manifest, dict):
        raise broken(MANIFEST)
    return manifest, arrays


def filled(tree: Any, arrays: Mapping[str, Stored], shelf: Shelf | None = None) -> Any:
    """Return a part of a manifest with the arrays in their places, each read once.

    Raises
    ------
    FileError
        If an array is missing or damaged.
    """
    left = dict(arrays)

    def fill(node: Any) -> Any:
        if isinstance(node, list):
            return [fill(each) for each in node]
        if not isinstance(node, dict):
            return node
        if set(node) == {_BESIDE}:
            return _taken(node[_BESIDE], shelf)
        if set(node) != {_ARRAY}:
            return {key: fill(each) for key, each in node.items()}
        stored = left.pop(node[_ARRAY], None) if isinstance(node[_ARRAY], str) else None
        if stored is None:
            raise broken(str(node[_ARRAY])[:80])
        return stored.read()

    return fill(tree)


def _taken(digest: Any, shelf: Shelf | None) -> np.ndarray:
    try:
        if shelf is not None:
            return shelf.take(digest)
    except FileError:
        pass  # it is missing; how the system says so does not help
    except (ValueError, *npz.COMPLAINTS):
        raise broken(str(digest)[:12]) from None
    sentence = translate(
        "Files",
        "The session was kept by bpviz itself, and its examples, which lay beside it in the folder "
        "“{folder}”, are missing.",
    )
    raise FileError(sentence.format(folder=shelf.folder.name if shelf else "–"))


def broken(part: str) -> FileError:
    """Return the error that a part of a session cannot be used."""
    sentence = translate(
        "Files",
        "The session in the file cannot be used: “{part}” is damaged or missing. Open an earlier "
        "copy of it.",
    )
    return FileError(sentence.format(part=part))
