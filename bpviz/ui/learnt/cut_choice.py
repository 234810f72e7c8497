"""The row in which the plane is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from superqt import QFlowLayout

from bpviz.text import translate
from bpviz.ui.short_choice import ShortChoice

if TYPE_CHECKING:
    from bpviz.session.session import Session

    from .cut import Cut

_LETTERS = 8
_LETTERS_OF_A_KIND = 13


class CutChoice(QWidget):
    """Principal components or two inputs, and which ones.

    Parameters
    ----------
    session
        Whose inputs.
    cut
        What is chosen here.
    """

    def __init__(self, session: Session, cut: Cut, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut = cut
        self.kind = ShortChoice(
            "choice.plane", translate("LearntPanel", "Plane"), int(1.6 * _LETTERS)
        )
        self.kind.addItem(translate("LearntPanel", "Principal components"), "components")
        self.kind.addItem(translate("LearntPanel", "Two inputs"), "inputs")
        self.across = ShortChoice(
            "choice.across", translate("LearntPanel", "Input to the right"), _LETTERS
        )
        self.up = ShortChoice("choice.up", translate("LearntPanel", "Input upwards"), _LETTERS)
        row = QFlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.kind, self.across, self.up):
            row.addWidget(widget)
        self._session = session
        self.kind.activated.connect(self._choose)
        self.across.activated.connect(self._choose)
        self.up.activated.connect(self._choose)

    def refresh(self) -> None:
        """Show what is chosen: to be called while it is seen, since components take their time."""
        features = list(self._session.data.features)
        for choice, place in ((self.across, self._cut.across), (self.up, self._cut.up)):
            if [choice.itemText(n) for n in range(choice.count())] != features:
                choice.clear()
                choice.addItems(features)
            choice.setCurrentIndex(place)
        self.kind.setCurrentIndex(0 if self._cut.by_components else 1)
        for widget in (self.across, self.up):
            widget.setVisible(not self._cut.by_components)
        self.kind.setToolTip(self._cut.sentence())

    def _choose(self) -> None:
        if self.kind.currentData() == "components":
            self._cut.choose_components()
        else:
            self._cut.choose_inputs(self.across.currentIndex(), self.up.currentIndex())
