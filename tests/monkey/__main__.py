"""``python -m tests.monkey --actions 100000 --seed 7``: press everything for hours."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    """Press, and tell now and then how far it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()

    from bpviz.app import create_window
    from tests.monkey.files import make_files
    from tests.monkey.monkey import Monkey

    window = create_window(["--data", "lecture", "--language", "en"])
    window.show()
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # where a name without a folder is written
        monkey = Monkey(window, options.seed, make_files(Path(folder)), Path(folder))
        begun, told = time.monotonic(), 0
        while monkey.count < options.actions:
            monkey.run(min(500, options.actions - monkey.count))
            told = round(time.monotonic() - begun)
            print(f"{monkey.count:,} actions in {told:,} s", file=sys.stderr, flush=True)
        window.close()
        os.chdir(here)
    print(f"{monkey.count:,} actions with seed {options.seed}: nothing broke")


if __name__ == "__main__":
    main()
