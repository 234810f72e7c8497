"""``show``: the panels of a scene, and at which page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.data.files.errors import shortened
from bpviz.session.pages import PAGES, pages
from bpviz.text import suggestion, translate

from .complaint import quoted
from .lesson import PANELS

if TYPE_CHECKING:
    from bpviz.data import DataSet

    from .node import Node

_WITH_PAGES: Final = tuple(f"{panel} {page}" for panel in PAGES for page in PAGES[panel])


def read_show(node: Node, data: DataSet) -> dict[str, str]:
    """Return {panel: page, or ""} of names such as ``"cost"`` or ``"learnt confusion"``."""
    shown: dict[str, str] = {}
    for child in node.items() or []:
        text = child.text()
        if text is None:
            continue
        name = " ".join(text.split())
        panel, _, page = name.partition(" ")
        there = [f"{panel} {other}" for other in pages(panel, data)]
        if name in PANELS or name in there:
            shown[panel] = page
        elif there:
            sentence = translate(
                "Lesson", "“{name}” is not there; with these data there are {pages}."
            )
            named = ", ".join(map(quoted, there))
            told = sentence.replace("{pages}", named).replace("{name}", shortened(name))
            child.complain(told + suggestion(name, there))
        else:
            child.unknown(name, PANELS, _WITH_PAGES)
    return shown
