"""Text out of bytes: which encoding they are in, and what people should know about the guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import translate

from .errors import FileError, require

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# UTF-32 before UTF-16, whose mark is the beginning of the other's.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_LOOKED_AT: Final = 1 << 16  # bytes
_PIECE: Final = 1 << 20
# No text holds these, whatever its encoding: control characters other than space of all kinds.
_BINARY: Final = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True)
class Text:
    """Text of a file.

    Attributes
    ----------
    utf8
        The text, encoded in UTF-8 without a mark.
    note
        Gives a sentence where the encoding was guessed; otherwise None.
    """

    utf8: bytes
    note: Callable[[], str] | None = None


def decoded(data: bytes) -> Text:
    """Return the text in `data`: UTF-8, UTF-16 or UTF-32 with its mark, else Latin-1 or cp1251.

    Raises
    ------
    FileError
        If it is not text, or breaks off within a character.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Text(_strict(data, len(mark), codec, name))
    found = _BINARY.search(data)
    if found:
        raise FileError(_not_text(data, found.start()))
    try:
        for _ in _pieces(data, 0, "utf-8"):
            pass
    except UnicodeDecodeError:
        return _guessed(data)
    return Text(data)


def _pieces(data: bytes, start: int, codec: str, errors: str = "strict") -> Iterator[str]:
    """Yield the text piece by piece, since as a whole it may take four bytes for each of a file.

    Raises
    ------
    UnicodeDecodeError
        Whose ``start`` is counted in `data`.
    """
    decoder = codecs.getincrementaldecoder(codec)(errors)
    for begin in range(start, len(data), _PIECE):
        waiting = len(decoder.getstate()[0])
        end = begin + _PIECE
        try:
            yield decoder.decode(data[begin:end], final=end >= len(data))
        except UnicodeDecodeError as error:
            error.start += begin - waiting
            raise


def _recoded(data: bytes, start: int, codec: str, errors: str = "strict") -> bytes:
    """Return the text in UTF-8, in which it takes up to twice as many bytes."""
    require(5 * len(data), translate("Files", "The text"))
    return b"".join(piece.encode() for piece in _pieces(data, start, codec, errors))


def _strict(data: bytes, start: int, codec: str, name: str) -> bytes:
    try:
        utf8 = _recoded(data, start, codec)
    except UnicodeDecodeError as error:
        sentence = translate(
            "Files",
            "The file says that it is {name} text, but what stands at byte {at} is not; save it "
            "again as UTF-8.",
        )
        raise FileError(sentence.format(name=name, at=error.start + 1)) from None
    if b"\0" in utf8:
        raise FileError(_not_text(utf8, utf8.index(b"\0")))
    return utf8


def _guessed(data: bytes) -> Text:
    """Read what is not UTF-8: an encoding of one byte a letter can be told by its letters only.

    In Western languages accented letters stand alone, in Cyrillic ones they make up the words.
    """
    letters = np.frombuffer(data, np.uint8) >= 0xC0
    if 2 * np.count_nonzero(letters[1:] & letters[:-1]) > np.count_nonzero(letters):
        return Text(
            _recoded(data, 0, "cp1251", "replace"),
            lambda: translate(
                "Files",
                "The text is not in UTF-8 and was read as Windows-1251 (Cyrillic); if words look "
                "wrong, save the file again as UTF-8.",
            ),
        )
    return Text(
        # Latin-1 with the quotation marks and dashes of Windows in places that it leaves free.
        _recoded(data, 0, "cp1252", "replace"),
        lambda: translate(
            "Files",
            "The text is not in UTF-8 and was read as Latin-1; if letters with accents look "
            "wrong, save the file again as UTF-8.",
        ),
    )


def _not_text(data: bytes, at: int) -> str:
    head = data[:_LOOKED_AT]
    few, many = sorted((head[::2].count(0), head[1::2].count(0)))
    if few == 0 and 8 * many > len(head):
        return translate(
            "Files",
            "The file looks like UTF-16 text without its mark at the beginning; save it again as "
            "UTF-8.",
        )
    sentence = translate(
        "Files",
        "This is not text: byte {at} is a control character. Tables are read from CSV; .npz, "
        ".mat and .safetensors files are known by what they hold, and this one holds none of them.",
    )
    return sentence.format(at=at + 1)
