"""The view in which people see the algorithm happen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.session import Unit, Weight
from bpviz.text import number, translate

from .card import Card
from .facts import facts, newest
from .hits import following, hit, neighbour
from .stage import Stage

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )

    from bpviz.session import Session
    from bpviz.trace.score import Score
    from bpviz.ui.theme import Theme

    from .hits import Direction

_DIRECTIONS: Final[dict[int, Direction]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NetworkView(Stage):
    """The network at the step on screen, to be pointed at.

    Pointing at a unit or weight shows its numbers, a click selects it, a double click goes to the
    step that computed it. With the keyboard: Ctrl+Alt and an arrow selects, Tab goes on from unit
    to unit while one is selected, Enter goes to the step that computed it, Esc selects nothing.

    Parameters
    ----------
    session
        What is shown.
    theme
        The colours.
    parent
        Whose child this is.
    """

    pointed = Signal(object)
    """Another unit or weight is under the mouse, or none: None."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self.setObjectName("view.network")
        self.setAccessibleName(translate("NetworkView", "Network"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._mouse: QPointF | None = None
        self._by_keyboard = False  # whether the selection was made with it
        self._card = Card(session, self)

    def _network_changed(self) -> None:
        self._pointed = None
        super()._network_changed()

    def _moment_changed(self) -> None:
        super()._moment_changed()
        self._update_card()
        item = self._session.selection
        self.setAccessibleDescription("" if item is None else self._card.sentence(item))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._update_card()

    # --- pointing --------------------------------------------------------------------------------

    def _at(self, point: QPointF) -> Unit | Weight | None:
        scene = self.scene
        return hit(scene.placement, scene.edges, point.x(), point.y())

    def _point_at(self, item: Unit | Weight | None) -> None:
        if item != self._pointed:
            self._pointed = item
            shape = Qt.CursorShape.PointingHandCursor if item else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            super()._moment_changed()
            self._update_card()
            self.pointed.emit(item)

    def _update_card(self) -> None:
        """Show what is pointed at, or else what the keyboard has selected."""
        item = self._pointed
        if item is None and self.hasFocus() and self._by_keyboard:
            item = self._session.selection
        if item is None or not self.isVisible():
            self._card.hide()
            return
        self._card.show_for(item, self._place_of(item), self.scene.ink)

    def _place_of(self, item: Unit | Weight) -> QRectF:
        """Return where a unit or weight is."""
        scene = self.scene
        if isinstance(item, Unit) and scene.placement.shows(item):
            (x, y), r = scene.placement.centre(item), scene.placement.radius(item)
            return QRectF(x - r, y - r, 2 * r, 2 * r)
        index = scene.edges.index(item) if isinstance(item, Weight) else None
        if self._mouse is not None and item == self._pointed:
            x, y = self._mouse.x(), self._mouse.y()
        elif index is not None:
            x, y = scene.edges.curves.at(0.5)[index].tolist()
        else:
            return QRectF(self.rect())
        r = 0.5 * scene.ink.em
        return QRectF(x - r, y - r, 2 * r, 2 * r)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        self._mouse = event.position()
        self._point_at(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._mouse = None
        self._point_at(None)

    # --- selecting and visiting ------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the mouse, or nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._by_keyboard = False
            self._session.select(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the step that computed what is under the mouse."""
        item = self._at(event.position())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self._visit(item)

    def _visit(self, item: Unit | Weight) -> None:
        step = newest(self._session, item)
        if step is not None:
            self._session.visit(step)

    def _visit_of(self, score: Score, step: int) -> None:
        """Go to a step of these data and layers, unless there are others by now."""
        if self._session.trace.score is score:
            self._session.visit(step)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to go to the step that computed each number of a unit or weight."""
        by_mouse = event.reason() == event.Reason.Mouse
        item = self._at(QPointF(event.pos())) if by_mouse else self._session.selection
        if item is None:
            return
        self._session.select(item)
        menu = self.origins_menu(item)
        if menu.actions():
            menu.popup(event.globalPos())

    def origins_menu(self, item: Unit | Weight) -> QMenu:
        """Return a menu with the step that computed each known number."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = translate("NetworkView", "Where does {number} come from?")
        score = self._session.trace.score
        for fact in facts(self._session, item):
            if fact.origin is not None:
                value = f"{fact.name} = {number(fact.value, self._session.digits)}"
                action = QAction(words.format(number=value), menu)
                action.triggered.connect(partial(self._visit_of, score, fact.origin))
                menu.addAction(action)
        return menu

    # --- keyboard --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection, visit, or select nothing."""
        selection = self._session.selection
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == both and event.key() in _DIRECTIONS:
            self._move_selection(_DIRECTIONS[event.key()])
        elif event.key() in _ENTER and selection is not None:
            self._visit(selection)
        elif event.key() == Qt.Key.Key_Escape and selection is not None:
            self._session.select(None)
        else:
            super().keyPressEvent(event)

    def _move_selection(self, direction: Direction) -> None:
        placement, selected = self.scene.placement, self._session.selection
        if isinstance(selected, Weight):
            selected = Unit(selected.layer + 1, selected.unit)
        self._by_keyboard = True
        if selected is None or not placement.shows(selected):
            self._session.select(following(placement, None, forward=True))
        else:
            self._session.select(neighbour(placement, selected, direction))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to the next unit while one is selected; else leave the view."""
        selected, placement = self._session.selection, self.scene.placement
        if isinstance(selected, Unit) and placement.shows(selected):
            unit = following(placement, selected, forward=forward)
            if unit is not None:
                self._by_keyboard = True
                self._session.select(unit)
                return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._moment_changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._moment_changed()
