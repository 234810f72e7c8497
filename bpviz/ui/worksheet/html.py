"""A worksheet as one HTML file that needs nothing else: formulas and drawing are SVG in it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from bpviz.data.files.disk import write_bytes
from bpviz.export.worksheet import blocks
from bpviz.text import language
from bpviz.trace.formula import Piece, plain
from bpviz.ui.formula import typeset
from bpviz.ui.theme import LIGHT

from .glyphs import Glyphs
from .inline import Word, clusters
from .page_style import style

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bpviz.export.worksheet.picture import Drawing
    from bpviz.trace.formula import Formula
    from bpviz.ui.formula import Typeset

_FORMULA: Final = 17.0  # pixels, in text of 15
_WIDEST: Final = 640.0  # pixels, of a line of a formula: as wide as a printed page
_LABEL: Final = 3.6  # millimetres
_INK: Final = "#14171c"


def write_html(
    document: Iterable[blocks.Block], path: Path, *, paper: str, name: str, title: str
) -> None:
    """Write a page for a browser; the arguments are those of `write_pdf`.

    Raises
    ------
    FileError
        If the file cannot be written; what was there stays.
    """
    write_bytes(path, page(document, paper=paper, name=name, title=title).encode())


def page(document: Iterable[blocks.Block], *, paper: str, name: str, title: str) -> str:
    """Return the page as text."""
    writer = _Writer()
    body = "\n".join(writer.block(block) for block in document)
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(f'{title} · {name}')}</title>\n<style>\n{style(paper)}</style>\n</head>\n"
        f"<body>\n{writer.glyphs.definitions()}\n<main>\n{body}\n</main>\n"
        f"<footer>bpviz · {escape(name)}</footer>\n</body>\n</html>\n"
    )


def _typeset(formula: Formula) -> Typeset:
    return typeset(formula, LIGHT.symbols, _INK, _FORMULA, _WIDEST)


class _Writer:
    """Writes blocks, and keeps the outlines of the glyphs that all formulas share."""

    def __init__(self) -> None:
        self.glyphs = Glyphs()

    def block(self, block: blocks.Block) -> str:
        match block:
            case blocks.Title():
                fields = "".join(f"<span>{escape(text)}</span><i></i>" for text in block.fields)
                above = f'<p class="fields">{fields}</p>\n' if fields else ""
                return f"{above}<h1>{escape(block.text)}</h1>"
            case blocks.Section():
                return f"<h2>{escape(block.text)}</h2>"
            case blocks.Step():
                rule = f" {self._formula(block.rule)}" if block.rule else ""
                number = f'<b class="number">{block.number}</b>'
                return f"<h2>{number}<span>{escape(block.text)}</span>{rule}</h2>"
            case blocks.Text():
                return f"<p>{self._mixed(block.text)}</p>"
            case blocks.Formulas():
                return self._formulas(block)
            case blocks.Table():
                return self._table(block)
            case blocks.Grids():
                grids = "".join(
                    f"<div><p>{self._formula(rule)}</p>{self._table(table)}</div>"
                    for rule, table in block.items
                )
                return f'<div class="grids">{grids}</div>'
            case blocks.Picture():
                return f"<figure>{self._drawing(block.drawing, block.words)}</figure>"
            case blocks.NewPage():
                return '<hr class="page">'

    def _formula(self, formula: Formula) -> str:
        return self.glyphs.svg(_typeset(formula), plain(formula))

    def _formulas(self, block: blocks.Formulas) -> str:
        kind, columns = "leads" if block.leads else "row", ""
        if block.columns:
            # As many columns as the widest leaves room for.
            widest = max(_typeset(item).width for item in block.items)
            kind, columns = "columns", f' style="--widest:{widest:.0f}px"'
        items = "".join(f"<li>{self._formula(item)}</li>" for item in block.items)
        return f'<ul class="formulas {kind}"{columns}>{items}</ul>'

    def _mixed(self, text: str) -> str:
        words = []
        for cluster in clusters(text):
            parts = [
                escape(part.text) if isinstance(part, Word) else self._formula(part)
                for part in cluster
            ]
            glued = len(parts) > 1
            words.append(f'<span class="glued">{"".join(parts)}</span>' if glued else parts[0])
        return " ".join(words)

    def _table(self, table: blocks.Table) -> str:
        by_hand = any("" in row for row in table.rows)
        columns = "".join(f'<col style="width:{100 * share:.2f}%">' for share in table.widths)
        head = "".join(f"<th>{self._mixed(text)}</th>" for text in table.head)
        rows = "".join(
            "<tr>" + "".join(f"<td>{self._mixed(text)}</td>" for text in row) + "</tr>"
            for row in table.rows
        )
        kind = "hand" if by_hand else "filled"
        width = f"--share:{sum(table.widths):.4f}"
        return (
            f'<table class="{kind}" style="{width}"><colgroup>{columns}</colgroup>'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _drawing(self, drawing: Drawing, words: str) -> str:
        """Return the drawing in a picture whose units are millimetres."""
        lines = "".join(
            f'<line x1="{line.x1:.2f}" y1="{line.y1:.2f}" x2="{line.x2:.2f}" y2="{line.y2:.2f}"/>'
            for line in drawing.lines
        )
        circles = "".join(
            f'<circle cx="{circle.x:.2f}" cy="{circle.y:.2f}" r="{circle.radius:.2f}"/>'
            for circle in drawing.circles
        )
        labels = []
        for label in drawing.labels:
            made = typeset((Piece(label.latex, label.symbol),), LIGHT.symbols, _INK, _LABEL)
            left, top = label.x - made.width / 2, label.y - made.height / 2
            if label.on_ground:
                labels.append(
                    f'<rect x="{left - 0.5:.2f}" y="{top:.2f}" width="{made.width + 1:.2f}" '
                    f'height="{made.height:.2f}"/>'
                )
            labels.append(self.glyphs.marks(made, left, top, digits=3))
        size = f"{drawing.width:.1f} {drawing.height:.1f}"
        return (
            f'<svg class="drawing" viewBox="0 0 {size}" style="width:{drawing.width:.1f}mm" '
            f'role="img" aria-label="{escape(words)}">'
            f"<g>{lines}{circles}{''.join(labels)}</g></svg>"
        )
