"""What is wrong with a file, in a sentence, and how much memory a file may ask for."""

from __future__ import annotations

from typing import Final

from bpviz.text import number, translate

# Bytes. A file may be small and yet ask for all there is, so what it asks for is reckoned from its
# size or its header before anything of the kind is allocated.
MEMORY: Final = 2**30


class FileError(ValueError):
    """A file cannot be read or written; the sentence says what is wrong, where, and the cure."""


def require(need: int, what: str) -> None:
    """Refuse what would need more than `MEMORY` bytes; `what` begins the sentence."""
    if need <= MEMORY:
        return
    sentence = translate(
        "Files",
        "{what} would need {need} GB of memory, and one file may take {limit} GB at most: leave "
        "out rows or columns that are not needed, and save it again.",
    )
    gigabytes = number(need / 2**30, 2) if need < 10**300 else "∞"
    raise FileError(sentence.format(what=what, need=gigabytes, limit=MEMORY // 2**30))


def shortened(text: str, most: int = 40) -> str:
    """Return text out of a file on one line and short enough to stand in a sentence."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 2 * most]).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
