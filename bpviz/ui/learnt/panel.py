"""Seeing what was learnt: regions, units, weights, mistakes, whatever suits the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from bpviz.text import translate
from bpviz.ui.portions import seen
from bpviz.ui.theme import lay_on_surface
from bpviz.ui.watching import watch

from .cut import Cut
from .cut_choice import CutChoice
from .pages import Offer, pages_for

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from bpviz.data import DataSet
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .page import Page

_NAME: Final = "learnt"  # of the panel, where pages are named
_ROOM: Final = 13  # lines of text from which on there is room for a sentence


class LearntPanel(QWidget):
    """Pages that show what the network of the moment has learnt, live while it trains.

    Two inputs: the regions of its answers, and what each unit sees. Pictures: rows of Θ⁽¹⁾, the
    most mistaken examples. One input: the fitted curve. More inputs: a slice, or the plane of the
    first two principal components. Classes: the confusion matrix.

    A page is made when it is first opened, and computes only while it can be seen.

    Parameters
    ----------
    session
        Whose network and data.
    theme
        Colours.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.learnt")
        self.setAccessibleName(translate("LearntPanel", "What was learnt"))
        lay_on_surface(self)
        self._session = session
        self._theme = theme
        self._data = session.data
        self._told = True  # whether it is said what is to be seen
        # Before the pages, so that they hear of other data when these are in force.
        watch(self, session.network_changed, self._session_changed)
        watch(self, session.moment_changed, self._session_changed)
        watch(self, session.pages_changed, self._turn)
        self._behind: set[Page] = set()  # to be renewed when they are seen
        self.cut = Cut(session, self)
        self.cut.changed.connect(self._cut_changed)
        self.tabs = QTabBar()
        self.tabs.setObjectName("choice.learnt")
        self.tabs.setAccessibleName(translate("LearntPanel", "What to look at"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choice = CutChoice(session, self.cut)
        self.words = QLabel()
        self.words.setObjectName("label.learnt")
        self.words.setWordWrap(True)
        self.words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.stack = QStackedWidget()
        line = self.fontMetrics().height()
        gap = round(0.5 * line)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, 0, gap, gap)
        column.setSpacing(round(0.3 * line))
        column.addWidget(self.tabs)
        column.addWidget(self.words)
        column.addWidget(self.choice)
        column.addWidget(self.stack, 1)
        self._offers: list[Offer] = []
        self._pages: dict[str, Page] = {}
        self._kind: Hashable = None
        self.tabs.currentChanged.connect(self._chosen)
        self._offer()

    # --- pages ---------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page that is open; none before the panel is first seen."""
        page = self.stack.currentWidget()
        return page if page in self._pages.values() else None  # type: ignore[return-value]

    def open(self, key: str) -> None:
        """Open a page: answers, units, weights, mistakes, confusion or curve, if it is offered."""
        if key in [offer.key for offer in self._offers]:
            self._session.open_pages({_NAME: key})

    def _chosen(self, index: int) -> None:
        """Have the page open that a person has chosen."""
        self.open(self._offers[index].key)

    def _turn(self) -> None:
        """Turn to the page that is to be open; the first, if there is not that one."""
        keys = [offer.key for offer in self._offers]
        key = self._session.pages.get(_NAME)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(keys.index(key) if key in keys else 0)
        self._open()

    def _offer(self) -> None:
        """Offer the pages that suit the data."""
        self._kind = _kind(self._data)
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self._behind.clear()
        self._offers = pages_for(self._data)
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for offer in self._offers:
                self.tabs.addTab(offer.title)
        self.cut.renew()
        self._turn()

    def _open(self) -> None:
        """Show the page chosen, making it if need be and if anybody looks."""
        if not self.isVisible():
            return
        offer = self._offers[self.tabs.currentIndex()]
        if offer.key not in self._pages:
            page = offer.make(self._session, self._theme, self.cut)
            page.told.connect(self._tell)
            self._pages[offer.key] = page
            self.stack.addWidget(page)
            if page.has_plane:
                self.choice.refresh()
        page = self._pages[offer.key]
        self.stack.setCurrentWidget(page)
        self._catch_up()
        self.choice.setVisible(page.has_plane and self.cut.has_choice)
        self._tell()

    def _tell(self) -> None:
        """Say what is to be seen."""
        if self.page is not None:
            sentence = self.page.sentence()
            self.words.setText(sentence)
            self.tabs.setToolTip(sentence)

    # --- what happens --------------------------------------------------------------------------

    def _session_changed(self) -> None:
        if self._session.data is self._data:
            return
        self._data = self._session.data
        if _kind(self._data) != self._kind:
            self._offer()
            return
        self._behind.update(self._pages.values())
        self.cut.renew()
        self._catch_up_if_seen()

    def _cut_changed(self) -> None:
        self._behind.update(page for page in self._pages.values() if page.has_plane)
        self._catch_up_if_seen()

    def _catch_up_if_seen(self) -> None:
        """Renew the page that is seen; until others are, there may be many changes yet."""
        if seen(self):
            self._catch_up()

    def _catch_up(self) -> None:
        page = self.page
        if page in self._behind:
            self._behind.remove(page)
            if page.has_plane:
                self.choice.refresh()
            page.renew()
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Catch up: nothing else tells that the panel has come out from behind another one."""
        super().paintEvent(event)
        self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page that is open."""
        super().showEvent(event)
        self._open()

    def face_room(self) -> None:
        """Leave what is to be seen to somebody who says it."""
        self._told = False
        self.words.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the pictures where there is little; the sentence is a tool tip then."""
        super().resizeEvent(event)
        high = self.height() > _ROOM * self.fontMetrics().height()
        self.words.setVisible(self._told and high)


def _kind(data: DataSet) -> Hashable:
    """Return what pages depend on; data that agree in it can be shown by the same ones."""
    words = data.words()
    picture = data.picture, data.by_columns
    return picture, words.features, words.classes, data.tells_classes
