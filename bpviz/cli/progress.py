"""How far something is, in one line of a terminal."""

from __future__ import annotations

import shutil
import sys
from time import perf_counter

_LOOKS_A_SECOND = 10
_LONGEST = 40


class Bar:
    """A line that fills up; it goes to standard error, as it is no result.

    Parameters
    ----------
    whole
        What is to be done, in whatever is counted.
    """

    def __init__(self, whole: int) -> None:
        self._whole = whole
        self._due = 0.0

    def show(self, done: int, words: str = "") -> None:
        """Show how far it is, some times a second, and a few words behind."""
        now = perf_counter()
        if now < self._due:
            return
        self._due = now + 1 / _LOOKS_A_SECOND
        share = done / self._whole
        text = f" {share:4.0%}  {done}/{self._whole}  {words}"
        columns = shutil.get_terminal_size().columns - 1
        length = max(0, min(_LONGEST, columns - len(text)))
        full = round(share * length)
        bar = "█" * full + "░" * (length - full)
        self._write((bar + text)[:columns].ljust(columns))

    def clear(self) -> None:
        """Leave the line empty."""
        self._write(" " * (shutil.get_terminal_size().columns - 1))
        self._write("")

    @staticmethod
    def _write(text: str) -> None:
        print(f"\r{text}", end="", file=sys.stderr, flush=True)
