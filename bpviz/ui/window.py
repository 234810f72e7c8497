"""The window: the network in the middle, the algorithm, the equation and the curve beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    QSettings,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bpviz import text
from bpviz.lessons import Teaching

from . import theme as themes
from .actions import make_actions
from .arrangement import arrange, arrangement
from .background import Newest
from .docks import OPEN_AT_FIRST, make_docks, make_lesson_dock
from .errands import Errands
from .export.exports import Exports
from .files import Files
from .formula import typesetter
from .help import Helper
from .keys import claims_key, confirms
from .language import speak
from .lesson.guide import LessonGuide
from .lesson.menu import LessonMenu
from .links import Links
from .look import Look, save_look
from .menu import MoreMenu
from .network import NetworkView
from .notice import Notice
from .playback import Playback
from .presenter import Presenter
from .proportions import first_size, give_room, make_room
from .tidying import Tidying
from .toolbar import CornerBar, ToolBar
from .transport import TransportBar
from .watching import watch
from .writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from bpviz.session import Session

# How often the worker's mailbox is emptied while training runs: as often as eyes can tell apart.
_POLL_MS: Final = 33
# Seconds that a hand at a slider may wait for the present step of training.
_PATIENCE: Final = 0.03
# What the window listens to in all its widgets.
_HEARD: Final = {
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
}


class MainWindow(QMainWindow):
    """The app's one window; everything in it is made anew when the look changes.

    Parameters
    ----------
    session
        The state; the window closes it when it is closed itself.
    look
        Theme, language, size of text, motion.
    settings
        Where look and arrangement are remembered; None to remember nothing.
    at_once
        Whether panels are made before they are seen, so that a script finds what is in them.
    """

    def __init__(
        self,
        session: Session,
        look: Look,
        settings: QSettings | None = None,
        *,
        at_once: bool = True,
    ) -> None:
        super().__init__()
        self._at_once = at_once
        self.setObjectName("window")
        self.session = session
        self._errands = Errands(self)
        session.elsewhere = self._errands.do
        session.training.be_impatient(_PATIENCE)
        self.teaching = Teaching(session)
        self.look = look
        self._settings = settings
        self.presenter = Presenter(self)
        self.helper = Helper(self, settings)
        opening = Newest(self)
        self.lessons = LessonGuide(self.teaching, self, lambda: self.presenter.presenting, opening)
        self.lessons.complained.connect(self.complain)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._take_news)
        for signal in (session.training.changed, session.training.recorded):
            watch(self, signal, self._await_news)
        watch(self, session.training.said, self.complain)
        self._parts: list[QObject] = []
        self.playback = Playback(session, parent=self)
        Tidying(session, self)
        self.files = Files(session, self, lambda: themes.theme(self.look.theme), opening)
        self.files.complained.connect(self.complain)
        self.files.told.connect(self.tell)
        self.files.lesson_found.connect(self.lessons.open_file)
        self.files.replacing.connect(self._make_way)
        self.links = Links(session, self, opening, self._make_way)
        self.links.complained.connect(self.complain)
        self.links.told.connect(self.tell)
        self.exports = Exports(self)
        self.files.layout = lambda: arrangement(self)
        self.files.arranged.connect(lambda kept: arrange(self, kept))
        self._offered: tuple[Callable[[], QWidget], QWidget] | None = None
        self._arranged = False
        self._build()
        self.resize(first_size(self))
        _application().installEventFilter(self)

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        """Make everything the window shows, in the look of now."""
        text.set_language(self.look.language)
        speak(_application(), self.look.language)
        theme = themes.theme(self.look.theme)
        themes.apply(_application(), theme, self.look.text_scale)
        session = self.session
        self.playback.reduced_motion = self.look.reduced_motion
        actions = make_actions(
            self,
            session,
            self.playback,
            leave=self.close,
            files=self.files,
        )
        self.actions_by_name = {
            **actions,
            **self.links.make_actions(),
            **self.presenter.make_actions(),
            **self.exports.make_actions(),
            **self.helper.make_actions(),
        }
        self.network = NetworkView(session, theme)
        self.playback.progress.connect(self.network.animate)
        self.notice = Notice(theme)
        self.transport = TransportBar(session, theme, self.playback, self.actions_by_name)
        self._middle = middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.network, 1)
        column.addWidget(self.notice)
        column.addWidget(self.transport)
        self.setCentralWidget(self.presenter.hold(middle))
        self.docks = make_docks(self, session, theme, at_once=self._at_once)
        self.docks["dock.lesson"] = make_lesson_dock(self, self.teaching, theme)
        self.lessons.dress(self.docks, self.playback)
        self.exports.dress(self.docks)
        self.helper.dress()
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for dock in list(self.docks.values())[OPEN_AT_FIRST:]:
            dock.toggleViewAction().triggered.connect(
                # Not a partial: PySide would leave the argument out.
                lambda opened, dock=dock: make_room(self, dock, opened)
            )
        menu = MoreMenu(self.look, self.docks.values(), self.actions_by_name, self)
        # Later: the menu that is open now is among what is made anew.
        menu.look_chosen.connect(self.set_look, Qt.ConnectionType.QueuedConnection)
        self.tools = ToolBar(session, theme, self.actions_by_name)
        self.tools.complained.connect(self.complain)
        self.transport.complained.connect(self.complain)
        self.addToolBar(self.tools)
        # A bar of its own: whatever a narrow window has no room for, the menu stays in reach.
        lessons = LessonMenu(self.lessons, self)
        self.corner_bar = CornerBar(theme, self.actions_by_name, lessons, menu)
        self.addToolBar(self.corner_bar)
        for choice in (*self.tools.choices, self.transport.granularity):
            choice.activated.connect(self.network.setFocus)
        self._parts = [
            self.presenter.pages,
            self.tools,
            self.corner_bar,
            lessons,
            menu,
            *self.actions_by_name.values(),
        ]
        watch(self.notice, session.network_changed, self.notice.put_away)
        self.lessons.moved.connect(self.notice.put_away)
        self.network.setFocus()

    def set_look(self, look: Look) -> None:
        """Draw everything anew in another look; what is on screen stays what it was."""
        if look == self.look:
            return
        panels = self.saveState()
        make, strip = self._offered or (None, None)
        offers = strip is not None and not strip.isHidden()
        self._offered = None
        warning = self.notice.warning
        other_size = look.text_scale != self.look.text_scale
        # Ten thousand events, of which none is a key.
        _application().removeEventFilter(self)
        self._take_down()
        self.look = look
        self._build()
        if make is not None and offers:
            self.offer(make)
        if warning:
            self.notice.say(warning)
        self.presenter.pages.show()  # while it is hidden, the panels take its room
        self.restoreState(panels)
        _application().installEventFilter(self)
        if other_size:
            give_room(self)
        self.presenter.look_changed()
        self.exports.dialogs.look_changed()
        if self._settings is not None:
            save_look(self._settings, look)

    def _take_down(self) -> None:
        self.presenter.take_down()
        self.removeToolBar(self.tools)
        self.removeToolBar(self.corner_bar)
        for dock in self.docks.values():
            self.removeDockWidget(dock)
            dock.deleteLater()
        for old in (self.tools, self.corner_bar, *self.docks.values()):
            old.setObjectName("")  # an arrangement goes by names, and these are there for a while
        for action in self.actions_by_name.values():
            self.removeAction(action)
        self.takeCentralWidget()
        for part in self._parts:
            part.deleteLater()
        # At once: whatever is there still would be dressed in the new look, and that takes long.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # --- training ------------------------------------------------------------------------------

    def _await_news(self) -> None:
        if self.session.training.busy and not self._poll.isActive():
            self._poll.start()

    def _make_way(self) -> None:
        """Let a moment that has been opened stay: no lesson takes it away, and nothing plays on."""
        self.teaching.leave()
        self.playback.rest()

    def offer(self, make: Callable[[], QWidget]) -> None:
        """Show a strip with a question above the transport, in each look, until it hides itself."""
        column = self._middle.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 (as it was made)
        strip = make()
        column.insertWidget(column.count() - 1, strip)
        strip.show()
        self._offered = make, strip

    def complain(self, sentence: str) -> None:
        """Say what a person must not miss, whatever the look of the window is by now."""
        self.notice.say(sentence)
        if self.presenter.stage is not None:
            self.presenter.stage.say(sentence)

    def tell(self, sentence: str) -> None:
        """Say what has been done, for a while."""
        self.notice.tell(sentence)
        if self.presenter.stage is not None:
            self.presenter.stage.tell(sentence)

    def _take_news(self) -> None:
        training = self.session.training
        more = training.busy  # asked before: what comes after the poll is of another time
        with training.resting():
            training.poll()
        if not (more or training.busy):
            self._poll.stop()

    # --- the window as Qt sees it --------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Paint all that is to be painted while the worker rests."""
        if event.type() == QEvent.Type.UpdateRequest:
            with self.session.training.resting():
                return super().event(event)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the control in focus keep the keys it needs; any brings a blank screen back."""
        kind = event.type()
        if kind not in _HEARD:
            return False  # all events of all widgets pass here
        asked = kind == QEvent.Type.ShortcutOverride
        if isinstance(watched, QWidget) and watched.window() is self:
            if self.presenter.brings_back(event):
                return True
            if asked:
                return not self.lessons.wants(event) and claims_key(watched, event)
        if confirms(watched, event):
            # Done with the field: from now on the keys walk and train again.
            QTimer.singleShot(0, self.network, self.network.setFocus)
        return False

    def arrange(self) -> None:
        """Put the window where it was last time, or else give each panel the room it needs."""
        give_room(self)
        if self._settings is None:
            return
        geometry, state = map(self._settings.value, ("window/geometry", "window/state"))
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(state, QByteArray):
            arrange(self, bytes(state.data()), version=0)

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the panels when their sizes are known: at the first showing."""
        super().showEvent(event)
        if not self._arranged:
            self._arranged = True
            self.arrange()
            self.lessons.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the worker and the typesetter; remember the arrangement.

        What is being written is waited for; if it cannot be, the window stays and says so.
        """
        event.ignore()
        troubles = [writing.finish() for writing in self.findChildren(Writing)]
        if any(troubles):
            self.complain(" ".join(filter(None, troubles)))
            return
        self.teaching.leave()
        if self._settings is not None:
            geometry, state = self.presenter.remembered()
            self._settings.setValue("window/geometry", geometry)
            self._settings.setValue("window/state", self.lessons.remembered(state))
        self.presenter.close()
        self._poll.stop()
        self.exports.dialogs.close()
        self.playback.close()
        self._errands.close()
        self.session.close()
        typesetter().close()
        super().closeEvent(event)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 (no widget without one)
    return application
