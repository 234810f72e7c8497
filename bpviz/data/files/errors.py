"""What is wrong with a file, in a sentence, and how much memory a file may ask for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from bpviz.text import number, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Bytes. A file may be small and yet ask for all there is, so what it asks for is reckoned from its
# size or its header before anything of the kind is allocated.
MEMORY: Final = 2**30
_LAYERS: Final = 20  # that can be read one by one


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


def printable(text: str) -> str:
    """Return text with a space for each sign that would steer a screen instead of being seen."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def shortened(text: str, most: int = 40) -> str:
    """Return text out of a file on one line and short enough to stand in a sentence."""
    line = " ".join(printable(text[: 2 * most]).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def listed(names: Iterable[str], most: int = 8) -> str:
    """Return the first of some names out of a file, as they may stand in a sentence."""
    shown = [shortened(name) or "–" for name in islice(names, most + 1)]
    return ", ".join(shown[:most]) + (" …" if len(shown) > most else "")


def joined(layers: Sequence[int]) -> str:
    """Return the units of each layer, 64-25-10; some in the middle of very many are left out."""
    ends = [str(size) for size in layers]
    return "-".join(ends if len(ends) <= _LAYERS else [*ends[:4], "…", *ends[-2:]])
