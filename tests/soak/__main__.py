"""``python -m tests.soak --minutes 30``: work for half an hour, and see whether anything grows."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SHORT = 0.3  # seconds of training in a round that only fills caches


def main() -> int:
    """Print one line a round and the slopes; return 1 if one is above its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--training", type=float, default=4.0, help="seconds of each network")
    parser.add_argument("--warm", type=int, default=12, help="short rounds before, to fill caches")
    options = parser.parse_args()

    from bpviz.app import create_window
    from tests.soak.person import Person
    from tests.soak.record import HEAD, Sample, sample, slopes

    window = create_window(["--data", "xor", "--language", "en", "--theme", "light"])
    window.show()
    samples: list[Sample] = []
    with tempfile.TemporaryDirectory() as folder:
        person = Person(window, Path(folder), _SHORT)
        for _ in range(options.warm):
            person.round()
        person.training = options.training
        begun = time.monotonic()
        print(HEAD, flush=True)
        while (time.monotonic() - begun) / 60 < options.minutes or len(samples) < 5:
            person.round()
            samples.append(sample(window, (time.monotonic() - begun) / 60))
            print(samples[-1], flush=True)
    window.close()
    found = slopes(samples)
    print(*found, sep="\n")
    return 0 if all(slope.flat for slope in found) else 1


if __name__ == "__main__":
    sys.exit(main())
