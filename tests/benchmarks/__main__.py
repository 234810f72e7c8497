"""Print figures of speed: ``python -m tests.benchmarks [--only NAME …]``, from the checkout.

A benchmark is a module here with a function ``table() -> Table``, named in `MODULES`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform

# Before numpy is loaded: figures are given for one thread, and BLAS looks only then.
for library in ("OPENBLAS", "OMP", "MKL", "VECLIB_MAXIMUM", "NUMEXPR"):
    os.environ[f"{library}_NUM_THREADS"] = "1"

MODULES = (
    "steps",
    "throughput",
    "race",
    "jumps",
    "rewind",
    "frames",
    "window",
    "files",
    "heartbeat",
    "memory",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--only",
        nargs="+",
        choices=MODULES,
        default=MODULES,
        metavar="NAME",
        help=f"which of {', '.join(MODULES)}",
    )
    chosen = parser.parse_args().only
    import numpy as np

    busy = f", load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else ""
    print(
        f"Python {platform.python_version()}, numpy {np.__version__}, {platform.machine()}, "
        f"{os.cpu_count()} cores{busy}"
    )
    for name in chosen:
        print()
        print(importlib.import_module(f"tests.benchmarks.{name}").table(), flush=True)


if __name__ == "__main__":
    main()
