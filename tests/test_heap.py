"""Memory freed is used again, as the kernel's own counter of fresh pages tells."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

PROGRAM = """
import resource
import numpy as np
from bpviz.heap import keep_freed

keep_freed()
np.ones(2**20)
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(50):
    np.ones(2**20)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")
def test_an_array_made_again_and_again_needs_no_fresh_pages() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True)
    # 50 arrays of 8 MB have 102,400 pages of 4 kB.
    assert int(done.stdout) < 1000
