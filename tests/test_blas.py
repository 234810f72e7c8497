"""How many threads multiply matrices, as the library that does it tells."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

TELL = """
from threadpoolctl import threadpool_info
print({p["num_threads"] for p in threadpool_info() if p["user_api"] == "blas"})
"""


@pytest.mark.parametrize("imports", ["import bpviz.blas, numpy", "import numpy, bpviz.app"])
@pytest.mark.parametrize(("asked", "threads"), [(None, "{1}"), ("2", "{2}")])
def test_one_thread_unless_somebody_wants_more(
    imports: str, asked: str | None, threads: str
) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    if asked:
        environment["OPENBLAS_NUM_THREADS"] = asked
    program = subprocess.run(
        [sys.executable, "-c", f"{imports}\n{TELL}"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    if asked and (os.cpu_count() or 1) < int(asked):
        threads = "{1}"
    assert program.stdout.strip() == threads
