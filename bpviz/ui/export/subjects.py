"""What of the window a picture can be taken of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from bpviz.text import translate
from bpviz.ui.theme import theme

from .equation import equation
from .render import Subject, of_widget

if TYPE_CHECKING:
    from bpviz.ui.window import MainWindow

Part = Literal["network", "equation", "window"]
PARTS: Final[tuple[Part, ...]] = ("network", "equation", "window")
_NARROWEST: Final = 24  # times the height of the text, for the equation


def title(part: Part) -> str:
    """Return what a part is called in a list of choices."""
    return {
        "network": translate("Export", "The network"),
        "equation": translate("Export", "The equation"),
        "window": translate("Export", "The whole window"),
    }[part]


def subject(window: MainWindow, part: Part) -> Subject:
    """Return a part of the window, at the moment it shows, to take a picture of.

    Raises
    ------
    ValueError
        If the equation cannot be typeset.
    """
    if part == "network":
        # Without the buttons and cards that lie upon it.
        network = window.network
        return Subject(network.size(), network.paint, network.accessibleName())
    if part == "window":
        return of_widget(window, window.windowTitle())
    panel = window.docks["dock.equation"].widget()
    width = max(panel.width(), _NARROWEST * panel.fontMetrics().height())
    return equation(window.session, theme(window.look.theme), panel.font(), width)
