"""``python -m tests.fuzz npz --runs 100000``: inputs that lead a reader where none has led it.

Needs the extra ``fuzz``. It ends after so many inputs, or after ``--seconds``. An input that breaks
the reader is written into a file; with ``--again FILE`` it is tried once more.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import time
import traceback
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["bpviz", "tomllib", "zipfile"]):
    from bpviz.text import languages, speaking
    from tests.fuzz.bending import bent
    from tests.fuzz.guarded import Forbidden, guarded
    from tests.fuzz.readers import READERS, reader_of, told

if TYPE_CHECKING:
    from tests.fuzz.readers import Reader

_LONGEST = 20_000  # bytes
_REPORTED = 10_000  # inputs


class Fuzz:
    """Tries inputs on a reader until that is enough; the first byte is the way in."""

    def __init__(self, reader: Reader, runs: float, seconds: float, folder: Path) -> None:
        self.reader = reader
        self.folder = folder
        self.languages = languages()
        self.runs = runs
        self.end = time.monotonic() + seconds
        self.count = self.sound = 0
        self.slowest = 0.0
        self.found: dict[str, Path] = {}

    def one(self, data: bytes) -> None:
        """Try an input; write it down if it breaks the reader in a new way."""
        if self.count >= self.runs or time.monotonic() > self.end:
            self.conclude()
        if not data:
            return
        self.count += 1
        if self.count % _REPORTED == 0:
            print(f"{self.count:,} …", flush=True)
        language = self.languages[data[0] // len(self.reader.ways) % len(self.languages)]
        start = time.process_time()
        try:
            made = self.reader.ways[data[0] % len(self.reader.ways)](data[1:])
            with speaking(language), guarded():
                try:
                    self.reader.read(made)
                    self.sound += 1
                except self.reader.error as error:
                    told(error)
        except (Exception, Forbidden) as error:  # noqa: BLE001 - whatever it is, it is a finding
            self._note(data, error)
        self.slowest = max(self.slowest, time.process_time() - start)

    def _note(self, data: bytes, error: BaseException) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
        if place not in self.found:
            path = self.folder / f"finding-{len(self.found)}"
            path.write_bytes(data)
            self.found[place] = path
            print(f"{place}: {error!s:.200} ({path})", flush=True)
            traceback.print_exception(error, limit=-4)

    def conclude(self) -> None:
        """Say what came of it, and end."""
        print(
            f"{self.count:,} inputs, {self.sound:,} of them sound, the slowest "
            f"{self.slowest:.2f} s, {len(self.found)} findings",
            flush=True,
        )
        os._exit(1 if self.found else 0)  # libFuzzer never returns


def changed(data: bytes, most: int, seed: int) -> bytes:
    """Return an input made of another, by words or, as libFuzzer would, by bytes."""
    chance = Random(seed)  # noqa: S311
    if not data or chance.random() < 0.3:
        mutated: bytes = atheris.Mutate(data, most)
        return mutated
    way = bytes([chance.randrange(256)]) if chance.random() < 0.02 else data[:1]
    return way + bent(data[1:], chance, most - 1)


def main() -> None:
    """Fuzz a reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=READERS)
    parser.add_argument("--runs", type=int, default=math.inf)
    parser.add_argument("--seconds", type=float, default=math.inf)
    parser.add_argument("--again", type=Path)
    options = parser.parse_args()
    reader = reader_of(options.reader)
    folder = Path(mkdtemp(prefix=f"bpviz-fuzz-{options.reader}-"))
    fuzz = Fuzz(reader, options.runs, options.seconds, folder)
    if options.again:
        fuzz.one(options.again.read_bytes())
        fuzz.conclude()
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seeds in enumerate(reader.seeds):
        for n, seed in enumerate(seeds):
            (corpus / f"{number}-{n}").write_bytes(bytes([number]) + seed[: _LONGEST - 1])
    options_of_libfuzzer = (
        f"-max_len={_LONGEST}",
        "-verbosity=0",
        "-timeout=0",  # `guarded` sees to it
        "-report_slow_units=100",
        f"-artifact_prefix={folder}{os.sep}",
    )
    arguments = [sys.argv[0], *options_of_libfuzzer, str(corpus)]
    atheris.Setup(arguments, fuzz.one, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
