"""Asks where to, and writes the curves there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from bpviz.export.history_csv import write_histories
from bpviz.text import translate
from bpviz.ui.writing import Writing

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
    window = _outermost(parent)
    Writing(
        Path(path),
        lambda: write_histories(path, runs),
        lambda _: None,
        lambda sentence: QMessageBox.warning(
            window, translate("CostPlot", "Export the curves"), sentence
        ),
        window,
    )


def _outermost(widget: QWidget) -> QWidget:
    """Return the window that outlives a panel, which is made anew in each look."""
    above = widget.parentWidget()
    return widget if above is None else _outermost(above)
