"""Presenting: the window becomes a stage that fills the screen, and afterwards itself again."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from .actions import make_actions
from .arrangement import Arrangement
from .lectern import Lectern
from .newcomers import Newcomers
from .pointer import Pointer
from .screens import assigned
from .spotlight import Spotlight
from .stage import StagePage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QScreen

    from bpviz.ui.window import MainWindow

# A window manager, or a screen that changes, may show several sizes before the last one.
_SETTLED_MS: Final = 120
_PATIENCE: Final = 8  # times that


class Presenter(QObject):
    """Enters and leaves the presentation; follows screens, knows pointer, light and blank.

    Parameters
    ----------
    window
        The window that presents.

    Attributes
    ----------
    stage
        What the room sees, or None while nobody presents.
    lectern
        Has the lecturer's notes.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.stage: StagePage | None = None
        self.lectern = Lectern(window)
        self.lectern.swap_wanted.connect(self.swap)
        self.pages = QStackedWidget()
        self._arrangement: Arrangement | None = None
        self._settling: Arrangement | None = None  # the last one, maybe on its way back
        self._newcomers: Newcomers | None = None
        self._pointer: Pointer | None = None
        self._spotlight: Spotlight | None = None
        self._dot, self._light = True, True
        self._swapped = False
        self._waited = 0
        self._reads_notes = False  # when the window was taken down
        self._usual = QGuiApplication.font()  # of the window's text
        self._actions: Mapping[str, QAction] = {}
        self._screens_later = self._timer(self._follow_screens)
        self._size_later = self._timer(self._follow_size)
        application = QGuiApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 (there is a window)
        application.screenAdded.connect(self._screens_later.start)
        application.screenRemoved.connect(self._screens_later.start)
        application.primaryScreenChanged.connect(self._screens_later.start)

    def _timer(self, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_SETTLED_MS)
        timer.timeout.connect(do)
        return timer

    @property
    def presenting(self) -> bool:
        """Whether the stage is on screen."""
        return self._arrangement is not None

    # --- the window's parts --------------------------------------------------------------------

    def make_actions(self) -> Mapping[str, QAction]:
        """Return the actions of presenting, by objectName."""
        self._actions = make_actions(self._window, self)
        self._enable()
        return self._actions

    def hold(self, middle: QWidget) -> QStackedWidget:
        """Return what stands in the middle of the window: `middle`, or the stage."""
        self.pages = QStackedWidget()
        self.pages.addWidget(middle)
        return self.pages

    def _enable(self) -> None:
        for name in ("leave", "blank", "pointer", "spotlight"):
            self._actions[f"action.{name}"].setEnabled(self.presenting)

    # --- entering and leaving ------------------------------------------------------------------

    def toggle(self) -> None:
        """Present, or leave the presentation."""
        if self.presenting:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Fill the screen with what the room needs to see."""
        window = self._window
        if self._settling is not None:
            self._settling.let_go()
            self._settling.deleteLater()
            self._settling = None
        self._arrangement = Arrangement(window)
        self._usual = QGuiApplication.font()
        self._newcomers = Newcomers(window)
        self.lectern.since = monotonic()
        self._swapped = False
        room, own = self._screens()
        window.setUpdatesEnabled(False)
        self._arrangement.put_away()
        self._make_stage(room)
        self._fill(room)
        window.setUpdatesEnabled(True)
        self._enable()
        self.lectern.follow(self._window.teaching, own)

    def leave(self) -> None:
        """Return to the window as it was."""
        if self._arrangement is None:
            return
        arrangement, self._arrangement = self._arrangement, None
        window = self._window
        window.setUpdatesEnabled(False)
        self.lectern.close()
        if self._newcomers is not None and self.stage is not None:
            larger = QGuiApplication.font().pointSizeF() / self._usual.pointSizeF()
            self._newcomers.settle(1.0 / larger, self.stage)
        self._remove_stage()
        self._settling = arrangement
        arrangement.restored.connect(window.lessons.arrange)  # the scene may be another by now
        arrangement.restore()
        window.setUpdatesEnabled(True)
        self._enable()

    def remembered(self) -> tuple[QByteArray, QByteArray]:
        """Return geometry and state of the window as it is when nobody presents."""
        if self._arrangement is not None:
            return self._arrangement.geometry, self._arrangement.state
        return self._window.saveGeometry(), self._window.saveState()

    def take_down(self) -> None:
        """Let go of the stage and the notes, since the window makes everything anew."""
        self._reads_notes = self.lectern.notes is not None
        self.lectern.close()
        self._remove_stage()

    def look_changed(self) -> None:
        """Make the stage anew, once the window is."""
        if self._arrangement is not None:
            self._arrangement.put_away()
            self._usual = QGuiApplication.font()
            self._newcomers = Newcomers(self._window)
            room, own = self._screens()
            self._make_stage(room)
            self._enable()
            self.lectern.follow(self._window.teaching, own)
        elif self._reads_notes:
            self.lectern.follow(self._window.teaching, None)

    def close(self) -> None:
        """Give arrow and size of text back, since the window is about to close."""
        self._screens_later.stop()
        self._size_later.stop()
        self.take_down()

    # --- the stage -----------------------------------------------------------------------------

    def _make_stage(self, room: QScreen | None = None) -> None:
        """Make the stage for the size of a screen, or for that of the window."""
        window = self._window
        size = window.size() if room is None else room.size()
        blank = self.stage is not None and self.stage.blank.isVisible()
        self._remove_stage()
        stage = StagePage(window.session, self._window.teaching, window.look, size, self.pages)
        stage.outgrown.connect(self._size_later.start)
        window.playback.progress.connect(stage.network.animate)
        self.pages.addWidget(stage)
        self.pages.setCurrentWidget(stage)
        self.stage = stage
        self._pointer = Pointer(stage, on=self._dot)
        still = window.look.reduced_motion
        self._spotlight = Spotlight(stage.network, on=self._light, reduced_motion=still)
        stage.network.setFocus()
        if blank:
            stage.blank.cover()

    def _remove_stage(self) -> None:
        if self._pointer is not None:
            self._pointer.close()
        self._pointer = self._spotlight = None
        if self.stage is not None:
            self.pages.removeWidget(self.stage)
            self.stage.hide()
            self.stage.deleteLater()
            self.stage = None
            QGuiApplication.setFont(self._usual)

    # --- screens -------------------------------------------------------------------------------

    def _screens(self) -> tuple[QScreen, QScreen | None]:
        """Return the screen of the stage and, if there is another, that of the notes."""
        return assigned(
            QGuiApplication.screens(),
            self._window.screen(),
            QGuiApplication.primaryScreen(),
            swapped=self._swapped,
        )

    def _fill(self, room: QScreen) -> None:
        """Fill a screen, on which the window may not be yet."""
        window = self._window
        if room is not window.screen():
            if window.isMaximized() or window.isFullScreen():
                window.showNormal()
            window.setScreen(room)
            window.setGeometry(room.geometry())
        window.showFullScreen()

    def _follow_screens(self) -> None:
        """Screens have come or gone: bring the stage and the notes where they belong."""
        if self.stage is None:
            return
        room, own = self._screens()
        if room is not self._window.screen() or not self._window.isFullScreen():
            self._fill(room)
        self._follow_size()
        self.lectern.follow(self._window.teaching, own)

    def _follow_size(self) -> None:
        """Make another stage where the screen has another size."""
        window = self._window
        if self.stage is None or self.stage.made_for == window.size():
            self._waited = 0
        elif (
            window.isFullScreen()
            and window.size() != window.screen().size()
            and self._waited < _PATIENCE
        ):
            self._waited += 1
            self._size_later.start()  # the window manager has not given it all of the screen yet
        else:
            self._make_stage()

    def swap(self) -> None:
        """Let stage and notes change places."""
        self._swapped = not self._swapped
        self.lectern.close()
        room, own = self._screens()
        self._fill(room)
        self.lectern.follow(self._window.teaching, own)

    def toggle_notes(self) -> None:
        """Show or put away the notes, be there a screen for them or not."""
        own = self._screens()[1] if self.presenting else None
        if not self.presenting:
            self.lectern.since = monotonic()
        self.lectern.toggle(self._window.teaching, own)

    # --- what a lecturer does ------------------------------------------------------------------

    def forward(self) -> None:
        """Go on: to the rest of a text, to the next scene, or without a lesson to the next step."""
        window, teaching = self._window, self._window.teaching
        text = None if self.stage is None else self.stage.text
        if text is not None and teaching.lesson is not None and text.scroll_on():
            return
        if teaching.lesson is not None:
            teaching.next()
        else:
            window.playback.pause()
            window.session.step_forward()

    def backward(self) -> None:
        """Go back: to the scene before, or without a lesson to the step before."""
        window, teaching = self._window, self._window.teaching
        if teaching.lesson is not None:
            teaching.previous()
        else:
            window.playback.pause()
            window.session.step_back()

    def toggle_blank(self) -> None:
        """Make the screen dark, or show the stage again."""
        if self.stage is not None:
            self.stage.blank.toggle()

    def toggle_pointer(self) -> None:
        """Choose between the red dot and the arrow."""
        self._dot = not self._dot
        if self._pointer is not None:
            self._pointer.set_on(self._dot)

    def toggle_spotlight(self) -> None:
        """Let a light fall on the unit under the mouse, or not."""
        self._light = not self._light
        if self._spotlight is not None:
            self._spotlight.set_on(self._light)

    def brings_back(self, event: QEvent) -> bool:
        """Show the stage again at any key or click while it is blank; whether that was its use."""
        return self.stage is not None and self.stage.blank.ends_at(event)
