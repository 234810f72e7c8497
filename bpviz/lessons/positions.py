"""Where each value of a TOML text stands, which Python's reader of TOML does not tell.

The text is sound: that reader has taken it. So this one need not check, only find.
"""

from __future__ import annotations

import re
import tomllib
from typing import Final, NamedTuple

Path = tuple[str | int, ...]


class Span(NamedTuple):
    """Places in the text: where the key begins, and the value from its first to after its last."""

    key: int
    start: int
    end: int


class UnclosedError(Exception):
    """The text ends within a value that begins at `offset`."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


_BLANK: Final = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE: Final = re.compile(r"[ \t]*")
_KEY: Final = re.compile(r"""[ \t]*(?:[\w-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')[ \t]*""", re.ASCII)
_PLAIN: Final = re.compile(r"[^,\]}#\n]*")
# Up to two quotes may stand right before the closing three.
_STRINGS: Final = {
    '"""': re.compile(r'"""(?:\\.|[^\\])*?"{3,5}(?!")', re.DOTALL),
    "'''": re.compile(r"'''.*?'{3,5}(?!')", re.DOTALL),
    '"': re.compile(r'"(?:\\.|[^"\\\n])*"'),
    "'": re.compile(r"'[^'\n]*'"),
}


def spans(text: str) -> dict[Path, Span]:
    r"""Return the span of each key, table, element and value in a TOML text, by its path.

    Parameters
    ----------
    text
        TOML with ``"\n"`` at the ends of its lines.

    Raises
    ------
    UnclosedError
        If the text is no TOML for want of a quote or a bracket.
    """
    return _Scanner(text).found


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Path, Span] = {}
        self._counts: dict[Path, int] = {}
        here: Path = ()
        self._skip(_BLANK)
        while self.at < len(text):
            if text[self.at] == "[":
                here = self._header()
            else:
                self._pair(here)
            self._skip(_BLANK)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _header(self) -> Path:
        """Read [table] or [[table]]; return its path, numbered where there are several."""
        start = self.at
        brackets = 2 if self.text.startswith("[[", start) else 1
        self.at += brackets
        keys = self._keys()
        self.at += brackets
        path: Path = ()
        for n, key in enumerate(keys, 1):
            path = (*path, key)
            if brackets == 2 and n == len(keys):
                self._note(path, Span(start, start, self.at))
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
            self._note(path, Span(start, start, self.at))
        return path

    def _keys(self) -> list[str]:
        """Read a key, dotted or not."""
        keys = []
        while True:
            match = _KEY.match(self.text, self.at)
            if match is None:
                raise UnclosedError(self.at)
            self.at = match.end()
            name = match[0].strip()
            keys.append(next(iter(tomllib.loads(f"{name}=0"))) if name[0] in "\"'" else name)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _pair(self, here: Path) -> None:
        """Read key = value."""
        key = self.at
        keys = self._keys()
        self.at += 1  # the equals sign
        path = here
        for name in keys:
            path = (*path, name)
            self._note(path, Span(key, key, key))
        self._value(path, key)

    def _value(self, path: Path, key: int) -> None:
        self._skip(_SPACE)
        start = self.at
        opening = self.text[start : start + 1]
        if opening in ("[", "{"):
            self._several(path, start)
        else:
            quote = next((q for q in _STRINGS if self.text.startswith(q, start)), None)
            match = (_STRINGS[quote] if quote else _PLAIN).match(self.text, start)
            if match is None:
                raise UnclosedError(start)
            self.at = match.end()
        self.found[path] = Span(key, start, self.at)

    def _several(self, path: Path, start: int) -> None:
        """Read an array or an inline table."""
        closing = "]" if self.text[start] == "[" else "}"
        self.at += 1
        n = 0
        while True:
            self._skip(_BLANK)
            if self.at >= len(self.text):
                raise UnclosedError(start)
            if self.text[self.at] == closing:
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
            elif closing == "]":
                self._value((*path, n), self.at)
                n += 1
            else:
                self._pair(path)

    def _note(self, path: Path, span: Span) -> None:
        """Keep where something was named first."""
        self.found.setdefault(path, span)
