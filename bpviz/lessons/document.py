"""A TOML file with the lines of what stands in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bpviz.data.files import FileError, read_bytes
from bpviz.data.files.errors import require
from bpviz.text import translate

from .complaint import Complaint, LessonError
from .positions import Path, Span, UnclosedError, spans
from .syntax import sentence

if TYPE_CHECKING:
    import pathlib

# Bytes that a byte of the file may become while it is read: a list of ones is the worst.
_SWELLING: Final = 60
_WHERE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True)
class Document:
    r"""What a file holds.

    Attributes
    ----------
    text
        All of it, with ``"\n"`` at the ends of lines.
    tree
        Its tables and values.
    """

    text: str
    tree: dict[str, Any]
    _spans: dict[Path, Span]

    def line(self, path: Path, content: str = "", offset: int = 0) -> int:
        """Return the line, from 1, of what is at a path, or of the nearest thing that holds it.

        With `content`, the text that is the value there, it is the line of its `offset`.
        """
        while path and path not in self._spans:
            path = path[:-1]
        if not path:
            return 1
        span = self._spans[path]
        place = span.key
        if content:
            place = span.start
            written = self.text.find(content, span.start, span.end)
            if written >= 0:
                place = written + offset
            else:  # written with escapes: look for what stands there
                rest = content[offset:].split("\n", 1)[0][:20]
                found = self.text.find(rest, span.start, span.end) if rest else -1
                place = max(place, found)
        return self.text.count("\n", 0, place) + 1


def read_document(path: pathlib.Path) -> Document:
    """Read a file.

    Raises
    ------
    LessonError
        If it cannot be opened or is no TOML.
    """
    try:
        data = read_bytes(path)
        require(_SWELLING * len(data), translate("Files", "“{file}”").format(file=path.name))
    except FileError as error:
        raise LessonError((Complaint(1, str(error)),)) from None
    return document_of(data)


def document_of(data: bytes) -> Document:
    """Return what the bytes of a file hold. Errors as for `read_document`."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        told = translate("Lesson", "The text is in UTF-16; save it as UTF-8.")
        raise LessonError((Complaint(1, told),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = translate("Lesson", "This is not UTF-8; save the file with that encoding.")
        raise LessonError((Complaint(line, told),)) from None
    text = text.replace("\r\n", "\n")
    try:
        return Document(text, tomllib.loads(text), spans(text))
    except RecursionError:
        told = translate("Lesson", "Brackets stand in brackets in brackets too many times.")
        raise LessonError((Complaint(1, told),)) from None
    except ValueError as error:
        raise LessonError((_complaint(text, str(error)),)) from None


def _complaint(text: str, message: str) -> Complaint:
    """Return what the reader of TOML has said, in words for people who have never heard of it."""
    where = _WHERE.search(message)
    wrong = _WHERE.sub("", message)
    lines = text.rstrip().split("\n")
    if where and where[1]:
        line = int(where[1])
    else:
        line = len(lines)
        try:
            spans(text)
        except UnclosedError as unclosed:
            line = text.count("\n", 0, unclosed.offset) + 1
            opening = text[unclosed.offset : unclosed.offset + 1]
            wrong = {"[": "Unclosed", "{": "Unclosed", "'": "Expected \"'"}.get(opening, wrong)
        except (IndexError, ValueError, RecursionError):
            pass  # wrong in more than one way; the end will do
    return Complaint(line, sentence(wrong, "".join(lines[line - 1 : line])))
