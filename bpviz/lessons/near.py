"""What somebody may have meant who has written a name that there is not."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterable


def quoted(text: str) -> str:
    """Return a text in the quotes of the language in force."""
    return translate("Files", "“{file}”").replace("{file}", text)


def suggestion(wrong: str, right: Iterable[str]) -> str:
    """Return a question to put after a sentence: did you mean …? Empty if nothing is near."""
    names = list(right)
    known = {name.lower(): name for name in reversed(names)}
    near = difflib.get_close_matches(wrong[:60], names, n=1) or [
        known[name] for name in difflib.get_close_matches(wrong.lower()[:60], known, n=1)
    ]
    if not near:
        return ""
    return " " + translate("Data", "Did you mean “{name}”?").format(name=near[0])
