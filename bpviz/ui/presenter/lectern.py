"""When the lecturer's notes are shown, and on which screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bpviz.ui import theme as themes

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QSize
    from PySide6.QtGui import QScreen

    from bpviz.lessons import Teaching
    from bpviz.ui.window import MainWindow

    from .notes import NotesWindow

_SHARE, _HEIGHT = 0.42, 0.55  # of the only screen, for the notes as a window on it
_EDGE = 24  # pixels from its corner


class Lectern(QObject):
    """Shows the notes on a screen of their own, or in a window where they are asked for.

    Parameters
    ----------
    window
        The window that presents.

    Attributes
    ----------
    notes
        The lecturer's own window, or None.
    since
        When the presentation began, as `time.monotonic` tells it.
    """

    swap_wanted = Signal()
    """Stage and notes should change places."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._asked: bool | None = None  # None: nobody has; they are shown if there is a screen
        self.notes: NotesWindow | None = None
        self.since = 0.0

    def toggle(self, teaching: Teaching, own: QScreen | None) -> None:
        """Show or put away the notes, be there a screen for them or not."""
        self._asked = self.notes is None
        self.follow(teaching, own)

    def follow(self, teaching: Teaching, own: QScreen | None) -> None:
        """Bring the notes to where they belong.

        Parameters
        ----------
        teaching
            Whose notes.
        own
            The screen that the lecturer has alone; None where there is none, or nobody presents.
        """
        if not (own is not None if self._asked is None else self._asked):
            self.close()
            return
        if self.notes is None:
            self.notes = self._make(teaching)
        notes = self.notes
        notes.swap.setVisible(own is not None)
        if own is None:
            if notes.isMaximized() or not notes.isVisible():
                room = self._window.screen().availableGeometry()
                notes.setGeometry(_corner(room, notes.minimumSizeHint()))
                notes.showNormal()
        elif notes.screen() is not own or not notes.isVisible():
            notes.showNormal()
            notes.setScreen(own)
            notes.setGeometry(own.availableGeometry())
            notes.showMaximized()
            self._window.activateWindow()  # the keys of a clicker go to the stage

    def _make(self, teaching: Teaching) -> NotesWindow:
        from .notes import NotesWindow  # noqa: PLC0415 (few have a second screen)

        window = self._window
        theme = themes.theme(window.look.theme)
        notes = NotesWindow(
            window.session,
            teaching,
            theme,
            window,
            since=self.since,
            text_scale=window.look.text_scale,
        )
        notes.swap_wanted.connect(self.swap_wanted)
        notes.begun_anew.connect(self._begin_anew)
        notes.closed.connect(self._closed)
        for action in window.actions():
            notes.addAction(action)  # the keys work in whichever window the lecturer is
        return notes

    def _begin_anew(self, since: float) -> None:
        self.since = since  # also of the notes that take the place of these on another screen

    def close(self) -> None:
        """Put the notes away."""
        notes, self.notes = self.notes, None
        if notes is not None:
            notes.close()
            notes.deleteLater()

    def _closed(self) -> None:
        """Somebody has closed the window: it stays closed until it is asked for."""
        if self.notes is not None:
            self._asked = False
            notes, self.notes = self.notes, None
            notes.deleteLater()


def _corner(room: QRect, least: QSize) -> QRect:
    """Return where the notes stand on the only screen: at the lower right, all to be seen."""
    width = max(round(_SHARE * room.width()), least.width())
    height = max(round(_HEIGHT * room.height()), least.height())
    corner = room.adjusted(room.width() - width, room.height() - height, 0, 0)
    return corner.translated(-_EDGE, -_EDGE)
