"""What a person does on the chart: point at a moment, choose a curve, move the view, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from .chart import Chart

_Key = Qt.Key
_STEPS: Final = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_LARGER: Final = {_Key.Key_Plus: 0.8, _Key.Key_Equal: 0.8, _Key.Key_Minus: 1.25}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class Gestures(QObject):
    """Reads mouse and keys before pyqtgraph does, which keeps the wheel and the axes.

    A left click or drag points, with Shift or any other button it moves the view; a double click
    shows everything. Left and Right go by a record, Esc leaves the moment that is shown; + and −
    zoom, 0 shows everything.

    Signals
    -------
    pointed
        At a place on the horizontal axis.
    chosen
        The number of a curve, by its name in the legend.
    stepped
        −1 or 1 records.
    left
        The moment shown is no longer wanted.
    """

    pointed = Signal(float)
    chosen = Signal(int)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._chart = chart
        self._viewport = chart.viewport()
        self._pointing = False
        self._moving: QPointF | None = None
        self._before: float | None = None  # where the cursor was when the mouse was pressed
        self._pressed = -QApplication.doubleClickInterval()  # ms, as events have it
        chart.installEventFilter(self)
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is ours."""
        if isinstance(event, QMouseEvent) and watched is self._viewport:
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    return self._press(event)
                case QEvent.Type.MouseMove:
                    return self._move(event.position())
                case QEvent.Type.MouseButtonRelease:
                    return self._release()
                case QEvent.Type.MouseButtonDblClick:
                    return self._double(event)
        elif isinstance(event, QKeyEvent) and watched is self._chart:
            if event.type() == QEvent.Type.ShortcutOverride and self._means(event):
                event.accept()  # else the window's own Left and Right would have it
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return False

    def _press(self, event: QMouseEvent) -> bool:
        at, chart = event.position(), self._chart
        if not chart.area().contains(at):
            return False
        chart.setFocus(Qt.FocusReason.MouseFocusReason)
        named = chart.named_at(at)
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() & _SHIFT:
            self._moving = at
        elif named is not None:
            self.chosen.emit(named)
        else:
            # The second press of a double click comes as a press, too.
            if event.timestamp() - self._pressed > QApplication.doubleClickInterval():
                self._before = chart.cursor_x
            self._pressed = event.timestamp()
            self._pointing = True
            self.pointed.emit(chart.x_at(at))
        return True

    def _move(self, at: QPointF) -> bool:
        chart = self._chart
        if self._moving is not None:
            chart.pan(at - self._moving)
            self._moving = at
        elif self._pointing:
            self.pointed.emit(chart.x_at(at))
        else:
            inside, named = chart.area().contains(at), chart.named_at(at) is not None
            shapes = Qt.CursorShape
            shape = shapes.CrossCursor if inside else shapes.ArrowCursor
            self._viewport.setCursor(shapes.PointingHandCursor if named else shape)
            return False
        return True

    def _release(self) -> bool:
        ours = self._pointing or self._moving is not None
        self._pointing, self._moving = False, None
        return ours

    def _double(self, event: QMouseEvent) -> bool:
        if not self._chart.area().contains(event.position()):
            return False
        if self._chart.named_at(event.position()) is not None:
            return True
        # Its first click has pointed somewhere, which was not meant.
        if self._before is None:
            self.left.emit()
        else:
            self.pointed.emit(self._before)
        self._chart.fit()
        return True

    def _means(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | _SHIFT):
            return False
        key = event.key()
        if key == _Key.Key_Escape:
            return self._chart.cursor_x is not None
        return key in _STEPS or key in _LARGER or key == _Key.Key_0

    def _key(self, event: QKeyEvent) -> bool:
        if not self._means(event):
            return False
        key = _Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _LARGER:
            self._chart.zoom(_LARGER[key])
        elif key == _Key.Key_0:
            self._chart.fit()
        else:
            self.left.emit()
        return True
