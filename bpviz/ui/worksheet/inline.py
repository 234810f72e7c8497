"""Text with formulas in it, cut where a line may be broken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.trace.formula import op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.trace.formula import Formula

# What no space divides stays on one line: a formula and the comma after it.
_CLUSTER = re.compile(r"(?:\\\$|\$[^$]*\$|[^\s$])+")
_PART = re.compile(r"\$([^$]*)\$|((?:\\\$|[^$])+)")


@dataclass(frozen=True, slots=True)
class Word:
    """Plain text without a space."""

    text: str


def clusters(text: str) -> Iterator[tuple[Word | Formula, ...]]:
    """Yield what stands between the spaces of a text: words and formulas glued to each other."""
    for cluster in _CLUSTER.finditer(text):
        parts = _PART.finditer(cluster[0])
        yield tuple(
            (op(part[1]),) if part[2] is None else Word(part[2].replace(r"\$", "$"))
            for part in parts
        )
