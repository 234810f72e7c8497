"""Which screen is the room's, which the lecturer's, and which the window comes home to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMargins
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


def home(
    place: QRect, frame: QMargins, was: QRect, screens: Sequence[QScreen], here: QScreen
) -> tuple[QScreen, QRect]:
    """Return the screen that a window comes back to, and its place there.

    That is where it was, unless its screen is gone or has changed: then all of it is to be seen.

    Parameters
    ----------
    place
        Where the window was.
    frame
        What the window manager draws around it.
    was
        The geometry of its screen at that time.
    screens
        All there are now.
    here
        Where the window is now.
    """
    for screen in screens:
        if screen.geometry() == was:
            return screen, place
    middle = place.center()
    screen = next((screen for screen in screens if screen.geometry().contains(middle)), here)
    room = screen.availableGeometry().marginsRemoved(frame)
    fitting = QRect(place.topLeft(), place.size().boundedTo(room.size()))
    fitting.moveLeft(max(room.left(), min(fitting.left(), room.right() + 1 - fitting.width())))
    fitting.moveTop(max(room.top(), min(fitting.top(), room.bottom() + 1 - fitting.height())))
    return screen, fitting
