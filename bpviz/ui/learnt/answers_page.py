"""What the network answers everywhere in a plane, and the examples in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.data.own import NAME
from bpviz.text import translate
from bpviz.ui.plane import PlaneCanvas

from .page import Page

if TYPE_CHECKING:
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut


class AnswersPage(Page):
    """Regions of the network's decisions, or its heights where it fits numbers."""

    has_plane = True

    def __init__(
        self, session: Session, theme: Theme, cut: Cut, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, cut, parent)
        self.canvas = PlaneCanvas(session, theme, cut.section())
        self.canvas.setObjectName("learnt.answers")
        self.canvas.setAccessibleName(translate("LearntPanel", "Answers of the network"))
        self.canvas.chosen.connect(lambda row: session.show_example(row + 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)

    def sentence(self) -> str:
        """Say what is to be seen."""
        if self.canvas.answers.by_class:
            words = translate(
                "LearntPanel",
                "Colour: the network's answer at each place; its strength: how sure it is.",
            )
        else:
            words = translate(
                "LearntPanel", "The fuller the colour, the greater the number that is answered."
            )
        return f"{words} {self._cut.sentence()}".strip()

    def renew(self) -> None:
        """Show other data, or another plane."""
        canvas, section = self.canvas, self._cut.section()
        edited = self._session.data.name in (canvas.data.name, NAME)
        # While points are drawn or examples walked through, nothing shall jump.
        canvas.show_section(section, hold=edited and section.names == canvas.section.names)
