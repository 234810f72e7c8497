"""Whatever is opened or pasted: something sound comes of it, or a sentence, and soon.

``BPVIZ_FUZZ=500 pytest tests/fuzz`` tries more than a hundred thousand inputs of each kind, and
``python -m tests.fuzz npz --runs 100000`` looks for those that lead somewhere new.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.guarded import SECONDS, Forbidden, guarded
from tests.fuzz.readers import READERS, Reader, reader_of, told

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = int(os.environ.get("BPVIZ_FUZZ", "1"))
_SETTINGS = settings(
    max_examples=100 * TIMES, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)


def read(reader: Reader, data: bytes) -> None:
    with guarded():
        try:
            reader.read(data)
        except reader.error as error:
            told(error)


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest) -> Reader:
    return reader_of(request.param)


def test_the_seeds_are_sound(reader: Reader) -> None:
    """Otherwise nobody would come far from there."""
    for way, seeds in zip(reader.ways, reader.seeds, strict=True):
        sound = 0
        for seed in seeds:
            with guarded():
                try:
                    reader.read(way(seed))
                    sound += 1
                except reader.error:
                    pass
        assert sound


@pytest.mark.parametrize("kind", READERS)
@given(st.data())
@_SETTINGS
def test_anything(kind: str, data: st.DataObject) -> None:
    reader = reader_of(kind)
    way = data.draw(st.sampled_from(reader.ways))
    read(reader, way(data.draw(st.binary(max_size=400))))


@pytest.mark.parametrize("kind", READERS)
@given(st.data())
@_SETTINGS
def test_anything_bent(kind: str, data: st.DataObject) -> None:
    reader = reader_of(kind)
    number = data.draw(st.integers(0, len(reader.ways) - 1))
    bent = bytearray(data.draw(st.sampled_from(reader.seeds[number])))
    other = data.draw(st.sampled_from(reader.seeds[number]))
    for _ in range(data.draw(st.integers(1, 4))):
        at, length = data.draw(st.integers(0, len(bent))), data.draw(st.integers(0, 12))
        start = data.draw(st.integers(0, len(other)))
        piece = other[start : start + data.draw(st.integers(0, 40))]
        bent[at : at + length] = data.draw(st.binary(max_size=12) | st.just(piece) | NUMBERS)
    read(reader, reader.ways[number](bytes(bent)))


# What headers are made of.
NUMBERS = st.sampled_from(
    [
        b"0", b"-1", b"1e999", b"NaN", b"99999999999999999999", b"null", b"true", b"[]", b"{}",
        b"[[[[[[[[", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0\0\0\0", b"\0", b"9" * 5000,
    ]
)  # fmt: skip


# --- the guard itself ---------------------------------------------------------------------------


class _Dangerous:
    def __reduce__(self) -> tuple[Any, ...]:
        return print, ("ran",)


def _forever() -> None:
    while True:
        pass


PICKLED = pickle.dumps(_Dangerous())


@pytest.mark.parametrize(
    "deed",
    [
        lambda: pickle.loads(PICKLED),  # noqa: S301
        lambda: exec("1"),  # noqa: S102
        lambda: compile("1", "a file", "eval"),
        lambda: Path("elsewhere").read_bytes(),
        lambda: list(Path.cwd().iterdir()),
        lambda: subprocess.run("true", check=False),
        lambda: Path("written").write_text(""),
        lambda: Path("removed").unlink(),
    ],
    ids=["unpickle", "execute", "compile", "read", "look", "start", "write", "remove"],
)
def test_what_a_reader_must_not_do_is_noticed(
    deed: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Forbidden), guarded():
        deed()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no such timer")
def test_what_takes_long_is_noticed() -> None:
    start = time.process_time()
    with pytest.raises(Forbidden), guarded():
        _forever()
    assert time.process_time() - start < 2 * SECONDS


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells")
def test_what_takes_much_is_noticed() -> None:
    with pytest.raises(MemoryError), guarded():
        np.empty(2**29)
