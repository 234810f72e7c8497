"""Inputs a little beside what is sound: words, numbers and lines of a file exchanged for others.

Random bytes rarely leave a table a table, or JSON JSON; this does, and so comes further.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

# A number, a word, or a single byte.
_WORD: Final = re.compile(rb"[+-]?\d[\d.]*(?:[eE][+-]?\d+)?|\w+|.", re.DOTALL)
# What readers have to think of where a number, a word or a group is due.
ODD: Final = (
    b"", b"0", b"-1", b"1", b"2", b"3", b"255", b"256", b"65536", b"2147483648", b"4294967295",
    b"9007199254740993", b"18446744073709551616", b"9" * 400, b"1e308", b"-1e308", b"1e999",
    b"1e-400", b"-0.0", b"0.5", b"1,5", b"1_0", b"0x10", b"nan", b"NaN", b"inf", b"-Infinity",
    b"null", b"true", b"false", b"[]", b"{}", b"[[]]", b'""', b"''", b'"', b"'", b"'''", b"\\",
    b"(", b")", b"[" * 50, b"{" * 50, b"\n", b"\r", b"\r\n", b"\0", b"\t", b";", b",", b"|", b" ",
    b"=", b"/", b"-", b".", b"..", b"../", b"#", b"%s", b"{0}", b"{x.__class__}", b"$(x)",
    b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x88\x92", b"\xd0\x96",
    b"\xd9\xa3", b"\xc2\xa0", b"\xe2\x80\xae", b"__proto__", b"__class__", b"con", b"O", b"|O8",
    b"(" * 300, b"npy", b"beside", b"-inf", b"1" + b"0" * 25, b"2**9", b"1:9",
)  # fmt: skip
_LENGTHS: Final = (1, 2, 4, 8)  # bytes of a number in a binary file


def bent(data: bytes, chance: Random, most: int = 20_000) -> bytes:
    """Return `data` after one to four changes of a kind that its readers could take for sound.

    Parameters
    ----------
    data
        Near to what is sound.
    chance
        Decides.
    most
        Bytes of the result.
    """
    kinds: Sequence[Callable[[bytes, Random], bytes]] = (_words, _words, _words, _lines, _number)
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(kinds)(data, chance)
    return data[:most]


def _words(data: bytes, chance: Random) -> bytes:
    """Exchange, leave out or repeat a word."""
    # A long file is looked at near one place, so that this does not take long.
    start = chance.randrange(max(1, len(data) - 2_000))
    words = _WORD.findall(data[start : start + 2_000])
    if not words:
        return chance.choice(ODD)
    speaking = [n for n, word in enumerate(words) if word[:1].isalnum()] or [0]
    at = chance.choice(speaking) if chance.random() < 0.7 else chance.randrange(len(words))
    match chance.randrange(5):
        case 0 | 1:
            words[at] = chance.choice(ODD)
        case 2:
            words[at] = words[chance.choice(speaking)]
        case 3:
            del words[at : at + chance.choice((1, 1, 2, 8))]
        case _:
            words[at:at] = words[at : at + chance.choice((1, 3, 20))] * chance.choice((1, 1, 40))
    return data[:start] + b"".join(words) + data[start + 2_000 :]


def _lines(data: bytes, chance: Random) -> bytes:
    """Exchange, leave out or repeat a line."""
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(3):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            del lines[one]
        case _:
            lines.insert(other, lines[one])
    return b"\n".join(lines)


def _number(data: bytes, chance: Random) -> bytes:
    """Put one of the numbers that break things where a binary file has one of its own."""
    length = chance.choice(_LENGTHS)
    at = chance.randrange(max(1, len(data) - length + 1))
    if chance.random() < 0.7:
        at -= at % length
    bits = 8 * length
    edges = (0, 1, 2, 2**bits - 1, 2 ** (bits - 1), 2 ** (bits - 1) - 1, length, len(data))
    value = chance.choice((*edges, data[at] ^ 1 << chance.randrange(8) if at < len(data) else 0))
    order = "little" if chance.random() < 0.8 else "big"
    number: bytes = (value % 2**bits).to_bytes(length, order)
    return data[:at] + number + data[at + length :]
