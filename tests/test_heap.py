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


PIECES = """
import os
from pathlib import Path
import numpy as np
from bpviz.heap import give_back, keep_freed

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

keep_freed()
rooms = []
between = []
for _ in range(200):
    rooms.append(np.ones(2**16))
    between.append(np.ones(100))  # what stays, so that the end of the heap stays where it is
between.append(np.ones(2**16))
full = megabytes()
rooms.clear()
kept = megabytes()
give_back()
print(full - kept, full - megabytes())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")
def test_what_lies_free_in_pieces_is_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", PIECES], capture_output=True, check=True)
    at_once, in_the_end = map(float, done.stdout.split())
    assert at_once < 10
    assert in_the_end > 80  # of 100 MB


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")
def test_an_array_made_again_and_again_needs_no_fresh_pages() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True)
    # 50 arrays of 8 MB have 102,400 pages of 4 kB.
    assert int(done.stdout) < 1000
