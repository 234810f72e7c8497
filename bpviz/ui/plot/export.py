"""Asks where to, and writes the curves there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from bpviz.data.files.errors import FileError
from bpviz.export.history_csv import write_histories
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.training import Run


def export_csv(parent: QWidget, runs: Sequence[Run]) -> None:
    """Write the histories of the runs to a file that a person chooses; say what went wrong."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        translate("CostPlot", "Export the curves"),
        "J.csv",
        translate("CostPlot", "Comma-separated values (*.csv)"),
    )
    if not path:
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        write_histories(path, runs)
    except FileError as error:
        QApplication.restoreOverrideCursor()
        QMessageBox.warning(parent, translate("CostPlot", "Export the curves"), str(error))
    else:
        QApplication.restoreOverrideCursor()
