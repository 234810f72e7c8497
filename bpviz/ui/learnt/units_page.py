"""What each unit sees of a plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.text import translate

from .page import Page
from .units_view import UnitsView

if TYPE_CHECKING:
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut


class UnitsPage(Page):
    """A small picture for each unit: its activation everywhere in the plane."""

    has_plane = True

    def __init__(
        self, session: Session, theme: Theme, cut: Cut, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, cut, parent)
        self.view = UnitsView(session, theme, cut.section())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def sentence(self) -> str:
        """Say what is to be seen."""
        return translate(
            "LearntPanel",
            "Each unit's activation at every place, from empty (0) to full; hatched: negative. "
            "Click a unit to select it.",
        )

    def renew(self) -> None:
        """Show other data, or another plane."""
        self.view.show_section(self._cut.section())
