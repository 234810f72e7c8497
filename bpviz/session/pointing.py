"""What is pointed at, by a person or a lesson, which pages are open, what is wrong on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from psygnal import Signal

from bpviz.core.mistakes import MISTAKES

from .selection import Attention, is_there

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.core import Network
    from bpviz.core.mistakes import Mistake

    from .selection import Selection


class Pointing:
    """The part of a session that changes no number.

    Attributes
    ----------
    selection
        What a person points at.
    attention
        What a lesson points at.
    pages
        The page at which each panel that has some is open, see `bpviz.session.pages`; a panel that
        is not in it, or whose page there is not, decides by itself.
    mistake
        The one in the gradient check, on purpose; or None.

    Signals
    -------
    selection_changed, attention_changed, pages_changed, mistake_changed
        One of them is another.
    """

    selection_changed = Signal()
    attention_changed = Signal()
    pages_changed = Signal()
    mistake_changed = Signal()
    network: Network

    def __init__(self) -> None:
        super().__init__()
        self.selection: Selection = None
        self.attention = Attention()
        self.pages: Mapping[str, str] = {}
        self.mistake: Mistake | None = None

    def select(self, selection: Selection) -> None:
        """Point at a unit or a weight, or at nothing; not at what the network does not have."""
        # A view may be a moment behind: what is clicked there may have gone meanwhile.
        if selection is not None and not is_there(selection, self.network.layers):
            return
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit()

    def set_attention(self, attention: Attention) -> None:
        """Let the light fall on something; ``Attention()`` lights and shows everything."""
        if attention != self.attention:
            self.attention = attention
            self.attention_changed.emit()

    def open_pages(self, pages: Mapping[str, str]) -> None:
        """Open a page in some panels; "" leaves it to the panel which."""
        self.set_pages({**self.pages, **pages})

    def set_pages(self, pages: Mapping[str, str]) -> None:
        """Have these pages open, and leave the choice to panels that are not in it."""
        if pages != self.pages:
            self.pages = pages
            self.pages_changed.emit()

    def set_mistake(self, mistake: Mistake | None) -> None:
        """Make a mistake in the gradient check, on purpose, or none.

        Raises
        ------
        ValueError
            If nobody knows the mistake.
        """
        if mistake is not None and mistake not in MISTAKES:
            known = ", ".join(map(repr, MISTAKES))
            raise ValueError(f"mistake must be None or one of {known}; not {mistake!r}")
        if mistake != self.mistake:
            self.mistake = mistake
            self.mistake_changed.emit()
