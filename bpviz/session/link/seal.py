"""The outside of a link: named parts between slashes, and a sum that tells damage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from zlib import crc32

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEME: Final = "bpviz:"
VERSION: Final = "1"
LONGEST: Final = 20_000  # characters that are looked at, whatever is pasted
# Nothing in it needs escaping in an address, in a shell, or between quotation marks.
_VALUE = r"[A-Za-z0-9._~-]+"
_LINK = re.compile(rf"bpviz:([0-9]{{1,4}})((?:/[a-z]+={_VALUE})*)/sum=([0-9a-f]{{8}})")


class LinkError(ValueError):
    """A moment that cannot be copied as a link, or a link that cannot be opened; a sentence."""


def is_link(text: str) -> bool:
    """Whether a text is meant as a link, however damaged."""
    return SCHEME in text[:LONGEST]


def sealed(parts: Mapping[str, str]) -> str:
    """Return the link with these parts, in this order."""
    text = f"{SCHEME}{VERSION}" + "".join(f"/{name}={value}" for name, value in parts.items())
    return f"{text}/sum={_sum(text)}"


def unsealed(text: str) -> dict[str, str]:
    """Return the parts of a link; what surrounds it does no harm, nor does a line break in it.

    Raises
    ------
    LinkError
        If there is none, it is damaged, or of a later version.
    """
    # Mail breaks long lines, and quotation marks or a full stop may stand around.
    text = "".join(text[:LONGEST].split())
    start = text.find(SCHEME)
    if start < 0:
        raise LinkError(
            translate("Link", "This is no link to a moment: such a link begins with “bpviz:”.")
        )
    version = re.match(r"bpviz:([0-9]{1,4})/", text[start:])
    if version and version[1] != VERSION:
        sentence = translate(
            "Link",
            "The link is of version {n}; this bpviz knows links of version {known}. A newer bpviz "
            "will open it.",
        )
        raise LinkError(sentence.format(n=version[1], known=VERSION))
    match = _LINK.match(text, start)
    if not match or _sum(match[0].rpartition("/sum=")[0]) != match[3]:
        raise LinkError(
            translate(
                "Link",
                "The link is damaged or incomplete; copy all of it, from “bpviz:” to the eight "
                "digits after “sum=”.",
            )
        )
    pairs = [part.partition("=") for part in match[2].split("/")[1:]]
    return {name: value for name, _, value in pairs}


def _sum(text: str) -> str:
    return f"{crc32(text.encode()):08x}"
