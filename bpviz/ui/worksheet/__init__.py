"""Worksheets as files: a PDF to print, and a page for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.data.files.errors import FileError
from bpviz.export.worksheet import WorksheetError, document
from bpviz.text import translate

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.export.worksheet import Worksheet

PAPERS: Final = ("a4", "letter")
SUFFIXES: Final = (".pdf", ".html")


def write_worksheet(
    sheet: Worksheet,
    path: Path,
    *,
    paper: str = "a4",
    with_key: bool = False,
    only_key: bool = False,
) -> None:
    """Write a worksheet; the name says whether a PDF or an HTML page.

    Parameters
    ----------
    sheet
        Its numbers.
    path
        Ends in .pdf or .html.
    paper
        One of `PAPERS`.
    with_key, only_key
        As `bpviz.export.worksheet.document` has them.

    Raises
    ------
    WorksheetError
        If the file cannot be written; the sentence says why.
    """
    blocks = document(sheet, with_key=with_key, only_key=only_key)
    if only_key:
        title = translate("Worksheet", "Answer key")
    else:
        title = translate("Worksheet", "Backpropagation by hand")
    try:
        if path.suffix.lower() == ".pdf":
            from .pdf import write_pdf  # noqa: PLC0415 (few ask for it)

            write_pdf(blocks, path, paper=paper, name=sheet.name, title=title)
        else:
            from .html import write_html  # noqa: PLC0415

            write_html(blocks, path, paper=paper, name=sheet.name, title=title)
    except FileError as error:
        raise WorksheetError(str(error)) from None


def write_without_window(
    sheet: Worksheet, path: Path, *, paper: str, with_key: bool, only_key: bool
) -> None:
    """Do the same where no window is open; the arguments and errors are those of it."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from bpviz.ui.picture import missing_font  # noqa: PLC0415

    # What Qt knows of fonts belongs to an application.
    application = QGuiApplication.instance() or QGuiApplication(["bpviz"])
    sentence = missing_font()
    if sentence:
        raise WorksheetError(sentence)
    write_worksheet(sheet, path, paper=paper, with_key=with_key, only_key=only_key)
    del application
