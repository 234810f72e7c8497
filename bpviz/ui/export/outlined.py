"""Text in an SVG picture as outlines, so that it looks the same where the font is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from PySide6.QtGui import QFont, QPainterPath

from bpviz.ui.formula.typeset import path_data

if TYPE_CHECKING:
    from collections.abc import Mapping

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_TEXT, _PATH, _GROUP = (f"{{{_SVG}}}{name}" for name in ("text", "path", "g"))
# What a text says of its letters, which an outline has in itself.
_OF_LETTERS: Final = frozenset({"x", "y", "font-family", "font-size", "font-weight", "font-style"})


def outlined(svg: bytes) -> bytes:
    """Return a picture that QSvgGenerator has written with outlines in place of its text."""
    for prefix, space in (("", _SVG), ("xlink", _XLINK)):
        ET.register_namespace(prefix, space)
    root = ET.fromstring(svg)  # noqa: S314 (our own)
    for parent in root.iter():
        for index, element in enumerate(parent):
            if element.tag == _TEXT:
                parent[index] = _outline(element)
            elif element.tag == _PATH and not element.get("d", "").strip():
                parent[index] = ET.Element(_GROUP)  # nothing, which readers complain of
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _outline(text: ET.Element) -> ET.Element:
    """Return the outline of a text; of spaces, nothing that would be drawn."""
    given = text.attrib
    path = QPainterPath()
    path.addText(float(given["x"]), float(given["y"]), _font(given), text.text or "")
    kept = {name: value for name, value in given.items() if name not in _OF_LETTERS}
    kept = {name: value for name, value in kept.items() if not name.endswith("}space")}
    outline = ET.Element(_PATH, kept | {"d": path_data(path)})
    if path.isEmpty():  # spaces
        outline = ET.Element(_GROUP)
    outline.tail = text.tail
    return outline


def _font(given: Mapping[str, str]) -> QFont:
    font = QFont(given["font-family"].strip("'"))
    font.setPixelSize(round(float(given["font-size"])))
    font.setWeight(QFont.Weight(int(given["font-weight"])))
    font.setItalic(given["font-style"] != "normal")
    return font
