"""Formulas as SVG that share the outlines of their glyphs: each is written once in a page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from bpviz.ui.formula import Typeset

_LETTERS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
}


class Glyphs:
    """The outlines met so far."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def svg(self, made: Typeset, words: str) -> str:
        """Return a formula as a picture that stands in text on its baseline.

        `words` is what is read out: the LaTeX.
        """
        size = f"{made.width:.2f} {made.height:.2f}"
        sinks = made.height - made.baseline
        return (
            f'<svg class="formula" viewBox="0 0 {size}" role="img" aria-label="{escape(words)}" '
            f'style="width:{made.width:.2f}px;height:{made.height:.2f}px;'
            f'vertical-align:{-sinks:.2f}px">{self.marks(made)}</svg>'
        )

    def marks(self, made: Typeset, x: float = 0.0, y: float = 0.0, digits: int = 2) -> str:
        """Return the marks of a formula with its top left corner at a point."""
        parts = []
        for colour, path in made.marks:
            if not path.elementCount():
                continue
            first = path.elementAt(0)
            name = self._name(path, first.x, first.y, digits)
            at = f'x="{x + first.x:.2f}" y="{y + first.y:.2f}"'
            parts.append(f'<use href="#{name}" {at} fill="{colour.name()}"/>')
        return "".join(parts)

    def definitions(self) -> str:
        """Return all outlines, to be put into the page once."""
        paths = "".join(f'<path id="{name}" d="{data}"/>' for data, name in self._names.items())
        return f'<svg class="outlines" aria-hidden="true"><defs>{paths}</defs></svg>'

    def _name(self, path: QPainterPath, x: float, y: float, digits: int) -> str:
        """Return the name of an outline as seen from its first point."""
        words = []
        for index in range(path.elementCount()):
            element = path.elementAt(index)
            letter = _LETTERS.get(element.type, " ")
            # + 0.0 makes no difference between 0 and −0.
            dx, dy = (round(v, digits) + 0.0 for v in (element.x - x, element.y - y))
            words.append(f"{letter}{dx:g} {dy:g}")
        return self._names.setdefault("".join(words), f"g{len(self._names)}")
