"""Where to: the dialog that asks for a name, and what goes wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


def ask_where(
    parent: QWidget, title: str, name: str, kinds: Mapping[str, str], chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask for the name of a file to be written, and return at once.

    Parameters
    ----------
    parent
        Whose dialog this is.
    title
        What is to be saved.
    name
        What is proposed, without a suffix; in another folder than the last if it begins with one.
    kinds
        Suffix → what such a file is called; the first is proposed.
    chosen
        Called with the name, which has one of the suffixes.
    """
    suffixes = list(kinds)
    filters = [f"{words} (*{suffix})" for suffix, words in kinds.items()]
    dialog = QFileDialog(parent, title)  # in the folder used last, which Qt remembers
    dialog.setObjectName("dialog.file")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(filters)

    def follow(filter_: str) -> None:
        dialog.setDefaultSuffix(suffixes[filters.index(filter_)].removeprefix("."))

    dialog.filterSelected.connect(follow)
    follow(filters[0])
    dialog.selectFile(name + suffixes[0])
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog
