"""A value of a lesson file that knows where it stands and what may be said against it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final, TypeVar

from bpviz.data.files.errors import printable, shortened
from bpviz.text import suggestion, translate

from .complaint import Complaint, quoted
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from .document import Document
    from .positions import Path

T = TypeVar("T", bound=str)
_COUNTABLE: Final = 10**9  # nobody wants to be told a larger bound
_LONG_CODES: Final = ("eng", "rus")  # of languages that have a short one
_FEW: Final = 8  # keys that can be told in a sentence
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}", re.ASCII)


class Node:
    """A value; each method returns what it is read as, or None after a complaint.

    Parameters
    ----------
    document
        Where it stands.
    complaints
        Where complaints go.
    path
        Of the value in the document.
    value
        As TOML has it.
    """

    def __init__(
        self, document: Document, complaints: list[Complaint], path: Path, value: Any
    ) -> None:
        self.document = document
        self.complaints = complaints
        self.path = path
        self.value = value

    @property
    def name(self) -> str:
        """Name of the key it belongs to."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    def complain(
        self, sentence: str, *, content: str = "", offset: int = 0, warning: bool = False
    ) -> None:
        """Say what is wrong here, or at an offset of the text that is the value."""
        line = self.document.line(self.path, content, offset)
        complaint = Complaint(line, printable(sentence), warning)
        if complaint not in self.complaints:
            self.complaints.append(complaint)

    def child(self, key: str | int) -> Node:
        """Return what is under a key of this table, or at a place of this list."""
        return Node(self.document, self.complaints, (*self.path, key), self.value[key])

    def due(self, expected: str) -> None:
        """Complain that something else is due; `expected` says what."""
        sentence = translate("Lesson", "{name}: {expected} is due, not {value}.")
        given = shortened(_written(self.value))
        self.complain(
            sentence.replace("{name}", self.name)
            .replace("{expected}", expected)
            .replace("{value}", given)
        )

    def table(self, known: Collection[str]) -> dict[str, Node] | None:
        """Read a table; complain of keys that are not known."""
        if not isinstance(self.value, dict):
            self.due(
                translate("Lesson", "a group of names with values, in braces or under a heading,")
            )
            return None
        for key in self.value:
            if key not in known:
                sentence = translate("Lesson", "There is no key “{key}” here.")
                shown = sentence.replace("{key}", shortened(key))
                near = suggestion(key, known)
                if not near and len(known) <= _FEW:
                    near = translate("Lesson", " There are {known}.")
                    near = near.replace("{known}", ", ".join(known))
                self.child(key).complain(shown + near)
        return {key: self.child(key) for key in self.value if key in known}

    def items(self) -> list[Node] | None:
        """Read a list."""
        if not isinstance(self.value, list):
            example = f'["{shortened(self.value)}"]' if isinstance(self.value, str) else "[…, …]"
            self.due(translate("Lesson", "a list, {list},").replace("{list}", example))
            return None
        return [self.child(n) for n in range(len(self.value))]

    def text(self) -> str | None:
        """Read a text."""
        if isinstance(self.value, str):
            return self.value
        self.due(translate("Lesson", "a text in quotes"))
        return None

    def choice(self, known: Sequence[T]) -> T | None:
        """Read one of some names."""
        text = self.text()
        for name in known:
            if text == name:
                return name
        if text is not None:
            self.unknown(text, known)
        return None

    def unknown(self, text: str, known: Sequence[str], also: Sequence[str] = ()) -> None:
        """Complain that a name is none of those known, nor of others that are too many to tell."""
        sentence = translate("Lesson", "{name}: there is no “{value}”; there are {known}.")
        shown = sentence.replace("{name}", self.name).replace("{known}", ", ".join(known))
        near = suggestion(text, (*known, *also))
        self.complain(shown.replace("{value}", shortened(text)) + near)

    def whole(self, least: int, most: int | None = None) -> int | None:
        """Read a whole number."""
        value = self.value
        sound = isinstance(value, int) and not isinstance(value, bool)
        if sound and value >= least and (most is None or value <= most):
            return int(value)
        if most is None or most > _COUNTABLE:
            expected = translate("Lesson", "a whole number from {least} on")
        else:
            expected = translate("Lesson", "a whole number from {least} to {most}")
        self.due(expected.format(least=least, most=most))
        return None

    def real(self, least: float = -math.inf, *, above: bool = False) -> float | None:
        """Read a finite number ≥ `least`, or > `least` if it must lie above."""
        number = as_float(self.value)
        if number is not None and (number > least or (number == least and not above)):
            return number
        if least == -math.inf:
            expected = translate("Lesson", "a number")
        elif above:
            expected = translate("Lesson", "a number greater than {least}")
        else:
            expected = translate("Lesson", "a number from {least} on")
        self.due(expected.format(least=f"{least:g}"))
        return None

    def switch(self) -> bool | None:
        """Read true or false."""
        if isinstance(self.value, bool):
            return self.value
        self.due(translate("Lesson", "true or false"))
        return None

    def languages(self) -> tuple[str, ...]:
        """Read which languages there are in a table with a text for each."""
        known = []
        for code in self.value:
            if _LANGUAGE.fullmatch(code) and code not in _LONG_CODES:
                known.append(code)
            else:
                sentence = translate(
                    "Lesson", "“{code}” is no language; English is en and Russian is ru."
                )
                self.child(code).complain(sentence.replace("{code}", shortened(code)))
        return tuple(known)

    def texts(self) -> Iterator[tuple[str, Node, str]]:
        """Yield (language, node, text) of a text in several languages, or in one for all."""
        if isinstance(self.value, dict):
            several = [(code, self.child(code)) for code in self.languages()]
        else:
            several = [("", self)]
        for code, node in several:
            text = node.text()
            if text is not None:
                yield code, node, text

    def words(self) -> Words:
        """Read a text in several languages, or in one for all."""
        return Words(tuple((code, text) for code, _, text in self.texts()))


def as_float(value: object) -> float | None:
    """Return a finite number as one, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _written(value: object) -> str:
    """Return a value as somebody may have written it."""
    if isinstance(value, str):
        return quoted(value[:80])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, int):
        return f"{value}" if abs(value) < 10**30 else translate("Lesson", "a huge number")
    return str(value)
