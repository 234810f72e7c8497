"""The plane of two inputs as a sheet to draw on: points added, moved and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from bpviz.text import translate
from bpviz.ui.classes import class_names
from bpviz.ui.plane import PlaneCanvas

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from bpviz.core import Array
    from bpviz.session.session import Session
    from bpviz.ui.plane import Section
    from bpviz.ui.theme import Theme

_Key = Qt.Key
_WAYS: Final = {
    _Key.Key_Left: (-1.0, 0.0),
    _Key.Key_Right: (1.0, 0.0),
    _Key.Key_Up: (0.0, 1.0),
    _Key.Key_Down: (0.0, -1.0),
}
_ADD: Final = frozenset({_Key.Key_Space, _Key.Key_Return, _Key.Key_Enter})
_REMOVE: Final = frozenset({_Key.Key_Delete, _Key.Key_Backspace})
_KEPT: Final = frozenset({*_WAYS, *_ADD, *_REMOVE, _Key.Key_C})
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_WITH_ARROWS: Final = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | _KEYPAD
)
_STEP: Final = 16.0  # pixels that an arrow moves the cross; with Shift half as many


class PointsCanvas(PlaneCanvas):
    """Examples with two inputs; while `editing`, a click adds one, a drag moves it.

    The right button removes. By keyboard, arrows move a cross, with Ctrl the point under it goes
    along, Space adds, Delete removes, C asks for the next class.

    Signals
    -------
    added
        Measured inputs (2,) at which a person wants another example.
    removed
        Row of the data that a person wants to be gone.
    moved
        Row of the data, and the measured inputs (2,) to which a person has dragged it.
    next_class
        New examples should belong to the next class.
    """

    added = Signal(object)
    removed = Signal(int)
    moved = Signal(int, object)
    next_class = Signal()

    def __init__(
        self, session: Session, theme: Theme, section: Section, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, section, parent)
        self._editing = False
        self._held: int | None = None
        self._grip: Array = np.zeros(2)  # from the pointer to the point that it holds
        self._cross: Array = np.zeros(2)

    @property
    def editing(self) -> bool:
        """Whether a click adds instead of choosing."""
        return self._editing

    def set_editing(self, editing: bool) -> None:
        """Begin or end to draw."""
        self._editing = editing
        self._held = None
        self._cross = self.plane.centre.copy()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editing else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(
            translate(
                "DataView",
                "Arrows move the cross, Space adds a point, Delete removes it, arrows with Ctrl "
                "move it, C changes the class.",
            )
            if editing
            else ""
        )
        self.update()

    def show_section(self, section: Section, *, hold: bool = False) -> None:
        """Show other examples, and let go: a row may be another point, or none, by now."""
        self._held = None
        super().show_section(section, hold=hold)

    def _row_at(self, pixel: QPointF) -> int | None:
        reach = 1.4 * self.marks.size  # so that a point can be set close to another
        return self.hit(pixel, np.arange(len(self.data.X)), reach)

    def _within(self, place: Array) -> Array:
        """Return the nearest place in the frame."""
        low, high = self.reach
        inside: Array = np.clip(place, low, high)
        return inside

    def _number(self, row: int) -> int | None:
        """Return which training example a row is, from 0; None for one that is held back."""
        places = np.flatnonzero(self.data.train == row)
        return int(places[0]) if len(places) else None

    def _choose(self, row: int) -> None:
        """Show a point that is learnt from everywhere; one that is held back is not walked by."""
        number = self._number(row)
        if number is not None:
            self.chosen.emit(number)

    # --- the mouse -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Add or take hold; with the right button remove."""
        if not self._editing:
            super().mousePressEvent(event)
            return
        pixel = event.position()
        row, place = self._row_at(pixel), self.plane.place(pixel)
        if event.button() is Qt.MouseButton.RightButton:
            if row is not None:
                self.removed.emit(row)
        elif event.button() is Qt.MouseButton.LeftButton:
            if row is not None:
                self._choose(row)
                self._held, self._grip = row, self.places[row] - place
            elif self.plane.frame.contains(pixel):
                before = len(self.data.X)
                self.added.emit(place)
                if len(self.data.X) > before:
                    self._held, self._grip = before, np.zeros(2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the point that is held, or tell about what lies here."""
        pixel, row = event.position(), self._held
        if row is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(row, self._within(self.plane.place(pixel) + self._grip))
            self._held = row  # of the examples that this has changed, it is the same point
            return
        super().mouseMoveEvent(event)
        if self._editing:
            over = self._row_at(pixel) is not None
            shapes = Qt.CursorShape
            self.setCursor(shapes.OpenHandCursor if over else shapes.CrossCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show none while the right button removes."""
        if not self._editing:
            super().contextMenuEvent(event)

    # --- the keyboard --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are needed here from the window's shortcuts."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._keeps(event):
            event.accept()
            return True
        return super().event(event)

    def _keeps(self, event: QKeyEvent) -> bool:
        """Whether a key means something here; with Shift or Ctrl, only arrows do."""
        expected = _WITH_ARROWS if event.key() in _WAYS else _KEYPAD
        return self._editing and event.key() in _KEPT and not event.modifiers() & ~expected

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cross, add and remove."""
        if not self._keeps(event):
            super().keyPressEvent(event)
            return
        key = _Key(event.key())
        row = self._row_at(self.plane.pixel(self._cross))
        if key in _WAYS:
            self._move_cross(np.array(_WAYS[key]), event.modifiers(), row)
        elif key in _ADD:
            self.added.emit(self._cross.copy())
        elif key == _Key.Key_C:
            self.next_class.emit()
        elif row is not None:
            self.removed.emit(row)
        self._tell()
        self.update()

    def _move_cross(self, way: Array, keys: Qt.KeyboardModifier, row: int | None) -> None:
        step = _STEP / 2 if keys & Qt.KeyboardModifier.ShiftModifier else _STEP
        away = way * step / self.plane.scale
        if keys & Qt.KeyboardModifier.ControlModifier and row is not None:
            self.moved.emit(row, self._within(self.places[row] + away))
        self._cross = self._within(self._cross + away)
        QToolTip.hideText()

    def _tell(self) -> None:
        """Tell a screen reader what lies under the cross."""
        pixel = self.plane.pixel(self._cross)
        row = self._row_at(pixel)
        number = None if row is None else self._number(row)
        words = self.told(pixel, number)
        if row is not None and number is None:
            name = class_names(self.data)[int(self.answers.kinds[row])]
            words = translate("DataView", "A point held back: {name}; {place}").format(
                name=name, place=words
            )
        self.setAccessibleDescription(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cross."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cross."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross over everything."""
        super().paintEvent(event)
        if not self._editing:
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.plane.frame)
        if self.hasFocus():
            arm = 0.5 * self.fontMetrics().height()
            at = self.plane.pixel(self._cross)
            painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
            painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))
        painter.end()
