"""Which screen is the room's and which the lecturer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QScreen


def assigned(
    screens: Sequence[QScreen], here: QScreen, primary: QScreen, *, swapped: bool = False
) -> tuple[QScreen, QScreen | None]:
    """Return the screen of the stage and that of the notes, None where there is only one.

    Parameters
    ----------
    screens
        All there are; those that show the same are one.
    here
        Where the window is.
    primary
        The one with the desktop, at which the lecturer sits.
    swapped
        Whether somebody has asked for the other way round.
    """
    apart = [screen for screen in screens if screen.geometry() != primary.geometry()]
    if not apart:
        return here, None
    room = here if here in apart else apart[0]
    return (primary, room) if swapped else (room, primary)
