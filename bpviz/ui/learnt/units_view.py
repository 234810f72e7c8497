"""What each unit sees, to point at and to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from bpviz.core import forward
from bpviz.session import Unit
from bpviz.text import number, translate
from bpviz.ui.keys import asks_for
from bpviz.ui.names import entry
from bpviz.ui.watching import watch

from .units_canvas import UnitsCanvas

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent

    from bpviz.core import Array
    from bpviz.session.session import Session
    from bpviz.ui.plane import Section
    from bpviz.ui.theme import Theme

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class UnitsView(UnitsCanvas):
    """Pictures of the units; a click selects one, hovering tells its activation.

    Reached with Tab, arrows move a cursor, Enter is the click.
    """

    def __init__(self, session: Session, theme: Theme, section: Section) -> None:
        super().__init__(session, theme, section)
        self.setObjectName("learnt.units")
        self.setAccessibleName(translate("LearntPanel", "What each unit sees"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to walking
        self.viewport().setMouseTracking(True)
        watch(self, session.selection_changed, self._selection_changed)

    def told(self, unit: Unit, place: Array) -> str:
        """Return the activation of a unit at a place of the plane."""
        x = self.section.inputs(place[np.newaxis])
        a = forward(self._session.trace.network, x).a[unit.layer - 1][0, unit.unit - 1]
        where = ", ".join(
            f"{name} = {number(float(value), 2)}"
            for name, value in zip(self.section.names, place, strict=True)
        )
        return f"{entry('a', unit.layer, unit.unit)} = {number(float(a), 3)}   ({where})"

    def _select(self, unit: Unit) -> None:
        self.cursor_unit = unit
        self._session.select(unit)

    def _selection_changed(self) -> None:
        selection = self._session.selection
        if isinstance(selection, Unit) and selection.layer > 1 and selection.unit > 0:
            self.cursor_unit = selection
            self._reveal(selection)
        self.viewport().update()

    def _reveal(self, unit: Unit) -> None:
        """Scroll to a unit."""
        box, height, bar = self.box(unit), self.viewport().height(), self.verticalScrollBar()
        if box.top() < 0:
            bar.setValue(bar.value() + int(box.top()))
        elif box.bottom() > height:
            bar.setValue(bar.value() + int(box.bottom() - height) + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a unit."""
        unit = self.at(event.position())
        if unit is not None and event.button() is Qt.MouseButton.LeftButton:
            self._select(unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a unit can be chosen."""
        shapes = Qt.CursorShape
        over = self.at(event.position()) is not None
        self.viewport().setCursor(shapes.PointingHandCursor if over else shapes.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the activation under the pointer."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        pixel = QPointF(event.pos())
        unit = self.at(pixel)
        if unit is None:
            QToolTip.hideText()
        else:
            place = self.plane.place(pixel - self.box(unit).topLeft())
            QToolTip.showText(event.globalPos(), self.told(unit, place), self.viewport())
        return True

    def event(self, event: QEvent) -> bool:
        """Keep the arrows from the window's shortcuts."""
        if asks_for(event, {*_WAYS, *_ENTER}):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor; Enter selects."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            self.cursor_unit = self._neighbour(*_WAYS[key])
            self._reveal(self.cursor_unit)
            self._say()
        elif key in _ENTER:
            self._select(self.cursor_unit)
        else:
            event.ignore()

    def _neighbour(self, right: int, down: int) -> Unit:
        """Return the unit beside the cursor, or the nearest one in the row above or below."""
        units = self.units()
        here = self.box(self.cursor_unit).center()
        if right:
            place = units.index(self.cursor_unit) + right
            return units[min(max(place, 0), len(units) - 1)]
        beyond = [u for u in units if (self.box(u).center().y() - here.y()) * down > 1.0]
        if not beyond:
            return self.cursor_unit

        def distance(unit: Unit) -> tuple[float, float]:
            away = self.box(unit).center() - here
            return abs(away.y()), abs(away.x())

        return min(beyond, key=distance)

    def _say(self) -> None:
        """Tell a screen reader where the cursor is."""
        self.viewport().setAccessibleDescription(self.told(self.cursor_unit, self.plane.centre))
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()
