"""What the pages of the panel have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut


class Page(QWidget):
    """One way to see what was learnt.

    Parameters
    ----------
    session
        Whose network and data.
    theme
        Colours.
    cut
        Which plane through the inputs, for pages that show one.

    Signals
    -------
    told
        There is another sentence to say.
    """

    told = Signal()
    has_plane = False
    """Whether the page shows a plane through the inputs."""

    def __init__(
        self, session: Session, theme: Theme, cut: Cut, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._cut = cut

    def sentence(self) -> str:
        """Say what is to be seen."""
        return ""

    def renew(self) -> None:
        """Show other data of the same kind, or another plane; asked only while it is seen."""
