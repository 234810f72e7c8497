"""A worksheet as a PDF: rows filled into pages, everything vectors and text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from bpviz import __version__
from bpviz.data.files.disk import write_bytes
from bpviz.export.worksheet.blocks import NewPage
from bpviz.text import translate

from .rows import Rows
from .setting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bpviz.export.worksheet.blocks import Block

    from .rows import Row

_SIZES: Final = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_MARGIN: Final = 18.0  # millimetres
_FOOT: Final = 9.0  # of the margin's edge to the small print
_DOTS: Final = 1200  # an inch; of no matter but for rounding


def write_pdf(document: Iterable[Block], path: Path, *, paper: str, name: str, title: str) -> int:
    """Write a PDF and return how many pages it has.

    Parameters
    ----------
    document
        What is in it.
    path
        Where to.
    paper
        "a4" or "letter".
    name
        The small print.
    title
        What a viewer calls it.

    Raises
    ------
    FileError
        If the file cannot be written; what was there stays.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(title)
    writer.setCreator(f"bpviz {__version__}")
    # The margins are ours: a page's whole area is drawn upon.
    writer.setPageLayout(
        QPageLayout(
            QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    count = _draw(document, writer, name)
    write_bytes(path, bytes(buffer.data().data()))
    return count


def _draw(document: Iterable[Block], writer: QPdfWriter, name: str) -> int:
    setter = Typesetter(writer)
    margin = setter.mm(_MARGIN)
    width, height = writer.width() - 2 * margin, writer.height() - 2 * margin
    rows = Rows(setter, width)
    pages = list(_pages(document, rows, height))
    painter = QPainter(writer)
    try:
        for number, page in enumerate(pages, start=1):
            if number > 1:
                writer.newPage()
            for y, row in page:
                row.draw(painter, margin, margin + y)
            counted = translate("Worksheet", "page {n} of {count}")
            footer = rows.footer(f"bpviz · {name}", counted.format(n=number, count=len(pages)))
            footer(painter, margin, writer.height() - setter.mm(_FOOT))
    finally:
        painter.end()
    return len(pages)


def _pages(
    document: Iterable[Block], rows: Rows, height: float
) -> Iterable[list[tuple[float, Row]]]:
    """Yield each page's rows and where they begin; what leads goes to the next with the rest."""
    page: list[tuple[float, Row]] = []
    y = 0.0
    group: list[Row] = []
    for block in document:
        if isinstance(block, NewPage):
            yield page
            page, y = [], 0.0
            continue
        for row in rows.of(block):
            group.append(row)
            if row.leads:
                continue
            if page and y + sum(r.gap + r.height for r in group) > height:
                yield page
                page, y = [], 0.0
            for member in group:
                y += member.gap if page else 0.0
                page.append((y, member))
                y += member.height
            group = []
    yield page
