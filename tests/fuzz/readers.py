"""Everything that reads what others have made, and files near to what each of them knows.

What comes first in such a file, or is summed up at its end, keeps random bytes from ever coming
far. So each reader has ways in: an input is tried as it is, as a member of an archive, behind a
magic word, within a seal.
"""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from unicodedata import category
from zlib import crc32

import numpy as np
import scipy.io

from bpviz.core import Network
from bpviz.data.files import FileError, Preview, safetensors
from bpviz.data.opening import opened
from bpviz.lessons import LessonError
from bpviz.lessons.reader import lesson_from
from bpviz.resources import asset
from bpviz.session import Session
from bpviz.session.files import save, session_of
from bpviz.session.files.container import pack
from bpviz.session.files.session_file import _to_tree
from bpviz.session.link import Copied, LinkError, read_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LONGEST: Final = 1_500  # characters of a sentence that somebody might still read
_LITTLE: Final = 100_000  # products of a step of training
_FEW: Final = 5  # steps of training, for which a link may ask with good reason
_STEERING: Final = ("Cc", "Cs", "Zl", "Zp")  # lines, bells and colours of a terminal
# Marks that turn what follows from right to left.
_TURNING: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MATLAB: Final = b"MATLAB 5.0".ljust(124) + b"\x00\x01IM"
_X: Final = np.arange(24.0).reshape(8, 3) / 7
_Y: Final = np.arange(8)[:, np.newaxis] % 3
_THETA: Final = {"Theta1": np.ones((3, 4)), "Theta2": np.ones((1, 4))}
_CSV: Final = (
    b"a,b\n1,2\n3,4\n",
    b"sep=;\r\nid;a;a;b\r\n1;0,5;1;yes\r\n2;1,5;0;no\r\n3;;1;yes\r\n",
    b"# about it\n\nTitle\n\xef\xbb\xbfx|y|class\n1|2|A\n3|4|B\n5|6|A\n",
    b"\xef\xbb\xbfx,y\r1,2\r3,4\r",
    b'"a, b","c ""d"""\n"1,000","two\nlines"\n"2","x"\n',
    b"  1  2.5  a\n 3   4  b\n",
    b"a,b\n" + b"".join(b"%d,%d\n" % (n, n % 3) for n in range(40)),
    ",".join(f"p{n}" for n in range(65)).encode() + b"\n" + b"0,255," * 32 + b"7\n" * 2,
    "a\tb\n1\t2\n".encode("utf-16-be"),
    b"a,b,c\n1,2,x\n3,4,y\n?,5,x\n",
    b"a;b;c\n1,5;2;x\n?;3;y\n2,5;;x\n",
    '"a\tb"\t"c"\n"1\n"\t2\n−3\t4e9\n'.encode(),
    "вес;рост\r\n1 000,5;inf\r\n2;nan\r\n".encode("utf-16"),
    "é 1\né 2\n".encode("cp1252"),
)
_OCTAVE: Final = (
    b"# Created by Octave\n# name: X\n# type: matrix\n# rows: 2\n# columns: 1\n 1\n 2\n\n"
    b"# name: y\n# type: matrix\n# rows: 2\n# columns: 1\n 0\n 1\n"
)


@dataclass(frozen=True)
class Reader:
    """What reads one kind of file.

    Attributes
    ----------
    read
        Reads bytes, and does with what is found all that a window does.
    error
        The only exception it may raise; its sentence is for people.
    ways
        Make an input out of anything, so that it gets past what comes first.
    seeds
        For each way, inputs near to what is sound.
    """

    read: Callable[[bytes], object]
    error: type[ValueError]
    ways: tuple[Callable[[bytes], bytes], ...]
    seeds: tuple[tuple[bytes, ...], ...]


def look(data: bytes) -> None:
    """Open examples or weights and try all that a window would.

    Raises
    ------
    FileError
        If they cannot be opened.
    """
    found = opened(data, "file")
    if found.weights:
        found.weights.network()
        tell(found.weights.sentences())
    if found.data:
        try_all(found.data)


def try_all(seen: Preview) -> None:
    """Choose what a person could choose."""
    for changed in (
        seen,
        seen.choose(target=0),
        seen.choose(task="numbers", missing="mean"),
        seen.choose(task="classes", missing="leave out", scaled=False, picture=True),
    ):
        tell(changed.sentences())
        assert changed.head()
        assert changed.column(len(changed.table.names) - 1).name
        if changed.problem is None:
            data = changed.data_set()
            assert np.isfinite(data.X).all()
            assert np.isfinite(data.Y).all()
            Network(data.layers, data.hidden, data.output, data.cost)
        else:
            tell((changed.problem,))


# --- arrays -------------------------------------------------------------------------------------


def _mat() -> Reader:
    def saved(*, packed: bool, **arrays: Any) -> bytes:
        file = io.BytesIO()
        scipy.io.savemat(file, arrays, do_compression=packed)
        return file.getvalue()

    def compressed(data: bytes) -> bytes:
        body = zlib.compress(data, 1)
        return _MATLAB + (15).to_bytes(4, "little") + len(body).to_bytes(4, "little") + body

    plain = tuple(
        saved(packed=False, **arrays)
        for arrays in (
            {"X": _X, "y": _Y},
            {"X": _X.astype(np.float32), "y": np.array(["one", "two"] * 4)},
            _THETA,
            {"X": _X.astype(np.uint8), "y": np.array([[1], "a"], dtype=object)},
        )
    )
    bodies = tuple(data[128:] for data in plain)
    swapped = _swapped(_X, _Y)
    packed = (saved(packed=True, X=_X, y=_Y), saved(packed=True, **_THETA), _OCTAVE)
    ways = (bytes, lambda data: _MATLAB + data, compressed)
    return Reader(look, FileError, ways, ((*plain, *packed, swapped), bodies, bodies))


def _swapped(X: Any, y: Any) -> bytes:
    """Return a file as a machine with the other order of bytes writes it."""
    parts = [_MATLAB[:124] + b"\x01\x00MI"]
    for name, matrix in ((b"X", X), (b"y", y)):
        body = b"".join(
            (
                struct.pack(">IIII", 6, 8, 6, 0),
                struct.pack(">IIII", 5, 8, *matrix.shape),
                struct.pack(">HH4s", 1, 1, name),
                struct.pack(">II", 9, 8 * matrix.size),
                matrix.astype(">f8").tobytes("F"),
            )
        )
        # Of a small element the size stands before the type, where they are swapped.
        parts.append(struct.pack(">II", 14, len(body)) + body)
    return b"".join(parts)


def _npz() -> Reader:
    def saved(**arrays: Any) -> bytes:
        file = io.BytesIO()
        np.savez(file, **arrays)
        return file.getvalue()

    def member(array: Any) -> bytes:
        file = io.BytesIO()
        np.save(file, array)
        return file.getvalue()

    def as_member(name: str, beside: str, array: Any) -> Callable[[bytes], bytes]:
        other = member(array)
        return lambda data: zipped({name: data, beside: other})

    whole = (saved(X=_X, y=_Y), saved(X=_X, y=np.array(["one", "two"] * 4)), saved(**_THETA))
    members = (member(_X), member(_Y), member(np.asfortranarray(_X)), member(np.array(["a"] * 8)))
    ways = (
        bytes,
        as_member("X.npy", "y.npy", _Y),
        as_member("y.npy", "X.npy", _X),
        as_member("Theta1.npy", "Theta2.npy", np.ones((1, 9))),
    )
    return Reader(look, FileError, ways, (whole, members, members, members))


def _safetensors() -> Reader:
    def behind_its_length(data: bytes) -> bytes:
        return len(data).to_bytes(8, "little") + data + bytes(256)

    whole = tuple(
        safetensors.packed(arrays, texts)
        for arrays, texts in (
            ({"0.weight": np.ones((2, 3)), "0.bias": np.ones(2)}, {}),
            ({"X": _X, "y": _Y}, {"hidden": "tanh"}),
            (_THETA, {"classes": '["a", "b"]'}),
        )
    )
    heads = tuple(data[8 : 8 + int.from_bytes(data[:8], "little")] for data in whole)
    return Reader(look, FileError, (bytes, behind_its_length), (whole, heads))


# --- sessions, lessons, links -------------------------------------------------------------------


def zipped(members: dict[str, bytes]) -> bytes:
    """Return an archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def _session() -> Reader:
    files = []
    with TemporaryDirectory() as folder:
        path = Path(folder, "session.bpviz")
        for name, optimizer in (("xor", "adam"), ("curve", "momentum")):
            session = Session(name)
            session.training.set(optimizer=optimizer)
            if name == "xor":
                session.set_input(session.data.X_train[0] + 0.5)  # examples of one's own
            session.training.train_to(6)
            save(session, path)
            session.close()
            files.append(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(files[0])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    # Without spaces, so that little is changed in vain.
    manifest = json.dumps(json.loads(members["session.json"]), separators=(",", ":")).encode()

    def as_member(name: str) -> Callable[[bytes], bytes]:
        return lambda data: zipped({**members, name: data})

    def read(data: bytes) -> None:
        found = session_of(data)
        found.state.data.settle()
        pack(io.BytesIO(), _to_tree(found.state))  # and can be saved again
        session = Session("and")
        try:
            session.restore(found)
            use(session)
        finally:
            session.close()

    arrays = tuple(name for name in members if name.endswith(".npy"))
    return Reader(
        read,
        FileError,
        (bytes, as_member("session.json"), *map(as_member, arrays)),
        (tuple(files), (manifest,), *((members[name],) for name in arrays)),
    )


def use(session: Session) -> None:
    """Walk and train a little, unless that would take long for good reasons."""
    session.step_forward()
    session.step_back()
    session.go(len(session.trace) - 1)
    assert np.isfinite(session.network.parameters).all()
    training = session.training
    if session.network.parameters.size * session.trace.m < _LITTLE:
        training.train_to(training.iteration + 1)
        training.rewind(0)


def _lesson() -> Reader:
    seeds = tuple(path.read_bytes() for path in sorted(asset("lessons").glob("*.toml")))
    head = b"lesson = 1\ntitle = 't'\n[[scene]]\n"
    scenes = tuple(
        scene for seed in seeds for scene in re.split(rb"(?m)^\[\[scene\]\]\n", seed)[1:]
    )
    folder = Path(__file__).parent  # with no examples in it

    def read(data: bytes) -> None:
        lesson_from(data, folder / "lesson.toml")

    return Reader(read, LessonError, (bytes, lambda data: head + data), (seeds, scenes))


def _link() -> Reader:
    links = []
    for name in ("lecture", "xor", "iris"):
        session = Session(name)
        links.append(Copied.of(session).link().encode())
        session.training.set(optimizer="mini-batch", batch_size=2)
        session.training.train_to(20)
        links.append(Copied.of(session).link().encode())
        session.close()

    def sealed(data: bytes) -> bytes:
        body = b"bpviz:1/" + data
        return b"%b/sum=%08x" % (body, crc32(body))

    parts = tuple(link.removeprefix(b"bpviz:1/").rpartition(b"/sum=")[0] for link in links)

    def read(data: bytes) -> None:
        link = read_link(data.decode(errors="replace"))
        if link.iteration < _FEW:
            opened = link.open()
            session = Session("and")
            try:
                session.show(opened.moment, opened.runs)
                use(session)
            finally:
                session.close()

    return Reader(
        read,
        LinkError,
        (bytes, sealed),
        (tuple(links), parts),
    )


def told(error: ValueError) -> None:
    """See that an error says something that can be shown."""
    tell(str(error).split("\n"))


def tell(sentences: Iterable[str]) -> None:
    """See that sentences can be shown: of some length, and with nothing that steers a screen."""
    for sentence in sentences:
        assert 0 < len(sentence) <= _LONGEST
        steers = {sign for sign in sentence if category(sign) in _STEERING or sign in _TURNING}
        assert not steers, ascii(sentence)


_MAKERS: Final = {
    "csv": lambda: Reader(look, FileError, (bytes,), (_CSV,)),
    "mat": _mat,
    "npz": _npz,
    "safetensors": _safetensors,
    "session": _session,
    "lesson": _lesson,
    "link": _link,
}
READERS: Final = tuple(_MAKERS)


@cache
def reader_of(kind: str) -> Reader:
    """Return the reader of one of `READERS`."""
    return _MAKERS[kind]()
