r"""Formulas cut out of Markdown, so that neither takes the other's marks for its own.

``_`` and ``*`` mean one thing in a text and another in a formula. A private character keeps the
place of each formula while the text is read as Markdown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bpviz.lessons.markup import parts

#: The character that keeps the place of the first formula; the next ones follow it.
FIRST: Final = 0xE000
_MOST: Final = 0x1900  # as many private characters as there are
LAST: Final = FIRST + _MOST - 1
_PRIVATE: Final = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")
_STOP: Final = re.compile("[.,;:]")
# No line begins with a dash, nor with the sign of a per cent whose number ends the line before.
_TIED: Final = re.compile("(?<=\\S) ([—–] )|(?<=\\d) (?=%)")


@dataclass(frozen=True, slots=True)
class Cut:
    """A formula of a text: its LaTeX, and whether it stands on lines of its own."""

    latex: str
    display: bool


def cut(text: str) -> tuple[str, tuple[Cut, ...]]:
    r"""Return the text with a character for each formula, and the formulas in their order.

    ``$…$`` is a formula within a line, ``$$…$$`` one in a paragraph of its own, ``\$`` a dollar.
    """
    found: list[Cut] = []
    written: list[str] = []
    text = _PRIVATE.sub("\N{REPLACEMENT CHARACTER}", text)
    taken = 0
    for kind, start, end in parts(text):
        part = text[max(start, taken) : end]
        if kind != "formula" or len(found) == _MOST:
            written.append(part)
            continue
        place = chr(FIRST + len(found))
        if not part.startswith("$$"):
            found.append(Cut(part.strip("$").strip(), display=False))
            written.append(place)
            continue
        # A full stop after it belongs to it, and would be a paragraph otherwise.
        stop = _STOP.match(text, end)
        taken = stop.end() if stop else end
        found.append(Cut(part.strip("$").strip() + text[end:taken], display=True))
        written.append(f"\n\n{place}\n\n")
    tied = _TIED.sub(lambda match: f"\N{NO-BREAK SPACE}{match[1] or ''}", "".join(written))
    return tied, tuple(found)


def spoken(text: str) -> str:
    """Return a text as a screen reader is told it: formulas as LaTeX, no marks of Markdown."""
    markdown, found = cut(text)
    bare = re.sub(r"\*\*|(?<!\\)\*|^\s*[-+]\s+", "", markdown, flags=re.MULTILINE)
    return " ".join(_PRIVATE.sub(lambda m: found[ord(m[0]) - FIRST].latex, bare).split())
