"""All that can be taken out of the window, in one menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

FORMULAS: Final = (
    "action.copy_latex",
    "action.copy_latex_coloured",
    "action.save_latex",
    "action.save_formula",
)
_PICTURES: Final = ("action.picture", "action.movie")
_PAPERS: Final = ("action.worksheet", "action.code")
_NUMBERS: Final = ("action.curves", "action.weights", "action.save")


class ExportMenu(QMenu):
    """Pictures, formulas, papers and numbers.

    Parameters
    ----------
    actions
        The window's actions by objectName.
    parent
        Whose menu this is.
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(translate("Export", "Export"), parent)
        self.setObjectName("menu.export")
        self.addActions([actions[name] for name in _PICTURES])
        formulas = self.addMenu(translate("Export", "Formulas of this step"))
        formulas.setObjectName("menu.formulas")
        formulas.addActions([actions[name] for name in FORMULAS])
        self.addSeparator()
        self.addActions([actions[name] for name in _PAPERS])
        self.addSeparator()
        self.addActions([actions[name] for name in _NUMBERS])
