"""Where the formulas are in a Markdown text, and where the quantities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A blank line ends a paragraph, and no formula goes on behind it.
_MARK: Final = re.compile(r"\\.|\$\$|\$|\n[ \t]*\n|`[^`\n]*`", re.DOTALL)
QUANTITY: Final = re.compile(r"\{\{([^{}]*)\}\}")


class Part(NamedTuple):
    """A run of a text.

    Attributes
    ----------
    kind
        ``"prose"``, ``"formula"`` or, for a formula that is not closed, ``"open"``.
    start, end
        Where it is, with its dollars.
    """

    kind: str
    start: int
    end: int


def parts(text: str) -> Iterator[Part]:
    r"""Yield prose and formulas, ``$…$`` or ``$$…$$``, in order; ``\$`` is a dollar."""
    start, opened = 0, ""
    for match in _MARK.finditer(text):
        mark = match[0]
        if opened and mark == opened:
            yield Part("formula", start, match.end())
            start, opened = match.end(), ""
        elif opened and mark.startswith("\n"):
            yield Part("open", start, match.start())
            start, opened = match.start(), ""
        elif not opened and mark in ("$", "$$"):
            if match.start() > start:
                yield Part("prose", start, match.start())
            start, opened = match.start(), mark
    if start < len(text):
        yield Part("open" if opened else "prose", start, len(text))


def unbalanced(formula: str) -> bool:
    """Whether the braces of a formula do not come in pairs."""
    depth = 0
    for brace in re.findall(r"\\.|[{}]", formula):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return True
    return depth != 0
