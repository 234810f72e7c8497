"""Whether the formulas of a lesson can be typeset. The typesetter takes a while to import."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from bpviz.text import language, suggestion, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

with warnings.catch_warnings():
    # ziamath 0.13 finds its font by importlib.resources.path, deprecated in Python 3.11.
    warnings.simplefilter("ignore", DeprecationWarning)
    from latex2mathml import commands
    from latex2mathml.symbols_parser import SYMBOLS
    from ziamath.tex import tex2mml

_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
# What the converter makes lines of that stand elsewhere.
_FRAME: Final = re.compile(
    r"\\begin\s*\{array\}\s*\{(?:\s*\||[^}]*\|\s*[|}]|[^}]*\}\s*\\hline)|\\hline\s*\\end\s*\{array\}"
)
# How many parts each of these needs; the converter leaves out what is missing.
_PARTS: Final[Mapping[str, int]] = MappingProxyType(
    {"mfrac": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "mroot": 2, "msubsup": 3}
)


@lru_cache(maxsize=1)
def _commands() -> tuple[str, ...]:
    """Return the commands that the converter knows, those that stand in most formulas first."""
    names = [*SYMBOLS, *map(str, vars(commands).values())]
    return tuple(name for name in names if _COMMAND.fullmatch(name))


def objection(latex: str) -> str:
    """Return why a formula cannot be typeset, in a sentence; "" if it can."""
    return _objection(latex, language())


@lru_cache(maxsize=4096)
def _objection(latex: str, _language: str) -> str:
    wrong = translate("Lesson", "This formula cannot be typeset; see to its brackets and commands.")
    try:
        root = ET.fromstring(tex2mml(latex))  # noqa: S314 (made by the converter just now)
    except Exception:  # noqa: BLE001 (it raises whatever it trips over)
        return wrong
    if _FRAME.search(latex):
        return translate(
            "Lesson",
            "An array has single lines between its columns and rows, and none around it; leave "
            "the outer “|” and “\\hline” out.",
        )
    for element in root.iter():
        unknown = _COMMAND.search(element.text or "")
        if unknown and not element.tag.endswith("mtext"):
            sentence = translate("Lesson", "There is no command {name} for formulas.")
            near = suggestion(unknown[0], _commands())
            return sentence.replace("{name}", unknown[0]) + near
        if len(element) < _PARTS.get(element.tag.rpartition("}")[2], 0):
            return wrong
    return ""
