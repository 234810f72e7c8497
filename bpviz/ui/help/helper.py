"""Puts help where one is, and shows the keys and the look around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from bpviz.text import translate
from bpviz.ui import theme as themes
from bpviz.ui.actions import add_action

from .button import HelpButton
from .explanations import EXPLAINED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction

    from bpviz.ui.window import MainWindow

    from .tour import Stop, Tour

_SEEN: Final = "help/looked_around"
_A_MOMENT_MS: Final = 700  # so that one sees what will be talked of


class Helper(QObject):
    """The window's help.

    Parameters
    ----------
    window
        Which is explained.
    settings
        Where it is remembered that somebody has looked around; None to offer it to nobody.
    """

    def __init__(self, window: MainWindow, settings: QSettings | None) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.tour: Tour | None = None
        self._offer = QTimer(self)
        self._offer.setSingleShot(True)
        self._offer.setInterval(_A_MOMENT_MS)
        self._offer.timeout.connect(self.look_around)

    def make_actions(self) -> Mapping[str, QAction]:
        """Return the actions that show help."""
        window = self._window
        keys = translate("Help", "Keys and mouse")
        look = translate("Help", "Look around")
        return {
            "action.keys": add_action(window, "action.keys", keys, ("F1", "?"), self.show_keys),
            "action.tour": add_action(window, "action.tour", look, (), self.look_around),
        }

    def dress(self) -> None:
        """Put a "?" at the picture and at every dock, after these have been made."""
        window = self._window
        theme = themes.theme(window.look.theme)
        for name in EXPLAINED:
            if name == "network":
                HelpButton(name, window.network.accessibleName(), theme, window.network)
            else:
                dock = window.docks[f"dock.{name}"]
                HelpButton(name, dock.windowTitle(), theme, dock)

    def offer(self) -> None:
        """Look around if nobody has done so yet."""
        if self._settings is not None and str(self._settings.value(_SEEN, "false")) != "true":
            self._offer.start()

    def look_around(self) -> None:
        """Show the places of the window one after the other."""
        from .tour import Tour  # noqa: PLC0415 (once in a lifetime)

        if self.tour is not None:
            return
        window = self._window
        window.playback.pause()
        self.tour = Tour(self._stops(), themes.theme(window.look.theme), window)
        self.tour.ended.connect(self._seen)

    def show_keys(self) -> None:
        """Show the cheat sheet."""
        from .keys import KeysSheet  # noqa: PLC0415 (few ask for it)

        sheet = KeysSheet(self._window.actions_by_name, self._window)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _seen(self) -> None:
        self.tour = None
        if self._settings is not None:
            self._settings.setValue(_SEEN, "true")
        self._window.network.setFocus()

    def _stops(self) -> list[Stop]:
        from .tour import Stop  # noqa: PLC0415

        window = self._window
        return [
            Stop(
                lambda: [window.network],
                translate("Help", "The network"),
                translate(
                    "Help",
                    "One example goes in at the left; what the network says of it comes out at "
                    "the right, beside what is true. Point at any unit or line to see its numbers.",
                ),
            ),
            Stop(
                lambda: [window.docks["dock.algorithm"]],
                translate("Help", "The algorithm"),
                translate(
                    "Help",
                    "Backpropagation in nine lines. The lit line is the one you see in the "
                    "picture. Click any line to go there.",
                ),
            ),
            Stop(
                lambda: [window.docks["dock.equation"]],
                translate("Help", "The equation"),
                translate(
                    "Help",
                    "The rule of this step, and the rule with its numbers. Click a number, and you "
                    "are where it comes from.",
                ),
            ),
            Stop(
                lambda: [window.transport],
                translate("Help", "Forward, and back"),
                translate(
                    "Help",
                    "→ takes a step and ← takes it back; Space plays. You choose how long a step "
                    "is, from a single number to the whole pass. The timeline reaches any step at "
                    "once.",
                ),
            ),
            Stop(
                lambda: [window.docks["dock.cost"]],
                translate("Help", "Learning"),
                translate(
                    "Help",
                    "T trains the network, and the cost J(Θ) falls. Click the curve later, and the "
                    "whole window returns to that iteration.",
                ),
            ),
            Stop(
                lambda: [window.corner_bar],
                translate("Help", "Lessons and more"),
                translate(
                    "Help",
                    "Lessons tell it all scene by scene, with a clicker if you like. In the menu "
                    "are more panels, languages, exports, and this look around. A “?” explains "
                    "each panel, and F1 shows all keys.",
                ),
            ),
        ]
