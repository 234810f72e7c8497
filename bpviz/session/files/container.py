"""A tree of values and arrays in one zip archive, and back; nothing is ever unpickled."""

from __future__ import annotations

import io
import json
import math
import zipfile
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bpviz.data.files import FileError, npz
from bpviz.data.files.errors import require
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.data.files.stored import Stored

MANIFEST: Final = "session.json"
_ARRAY: Final = "npy"  # the one key of what stands for an array in the manifest
_LONGEST: Final = 1 << 24  # bytes of the manifest
# In a file that is the same for the same session, members have no time of their own.
_TIME: Final = (1980, 1, 1, 0, 0, 0)


def pack(tree: Mapping[str, Any]) -> bytes:
    """Return the bytes of an archive that holds a tree of dicts, lists, plain values and arrays."""
    arrays: dict[str, np.ndarray] = {}
    manifest = json.dumps(_without(tree, "", arrays), ensure_ascii=False, allow_nan=False, indent=1)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        _add(archive, MANIFEST, manifest.encode())
        for path, array in arrays.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, np.asarray(array, order="C"), allow_pickle=False)
            _add(archive, f"{path}.npy", member.getbuffer())
    return file.getvalue()


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
    except npz.COMPLAINTS:
        raise broken(MANIFEST) from None
    if not isinstance(manifest, dict):
        raise broken(MANIFEST)
    return manifest, arrays


def filled(tree: Any, arrays: Mapping[str, Stored]) -> Any:
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
        if set(node) != {_ARRAY}:
            return {key: fill(each) for key, each in node.items()}
        stored = left.pop(node[_ARRAY], None) if isinstance(node[_ARRAY], str) else None
        if stored is None:
            raise broken(str(node[_ARRAY])[:80])
        return stored.read()

    return fill(tree)


def broken(part: str) -> FileError:
    """Return the error that a part of a session cannot be used."""
    sentence = translate(
        "Files",
        "The session in the file cannot be used: “{part}” is damaged or missing. Open an earlier "
        "copy of it.",
    )
    return FileError(sentence.format(part=part))


def _without(node: Any, path: str, arrays: dict[str, np.ndarray]) -> Any:
    """Return the tree with the name of its file in the place of each array."""
    if isinstance(node, np.ndarray):
        arrays[path] = node
        return {_ARRAY: path}
    if isinstance(node, dict):
        return {
            key: _without(each, f"{path}/{key}".lstrip("/"), arrays) for key, each in node.items()
        }
    if isinstance(node, list | tuple):
        return [_without(each, f"{path}/{n}", arrays) for n, each in enumerate(node)]
    return node


def _add(archive: zipfile.ZipFile, name: str, data: bytes | memoryview) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data, compresslevel=1)  # Θ hardly becomes smaller by more effort
