"""The map of the cost surface: bands of J, the path of Θ upon it, and where Θ is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.ui.keys import asks_for

from .drawing import Drawing
from .frame import Frame

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from bpviz.core import Array
    from bpviz.ui.theme import Theme

    from .ground import Ground

_SMALL: Final = 0.85  # of the interface's font
_NOTCH: Final = 120  # of a wheel
_ZOOM: Final = 1.5
_MOVES: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}
_POINTING: Final = frozenset({*_MOVES, Qt.Key.Key_Home, Qt.Key.Key_Escape})


class SurfaceMap(QWidget):
    """Shows a `Ground`; points at its nodes, where J was computed.

    The mouse points, and so do the arrows; Home points at Θ, Esc at nothing. The wheel, + and −
    ask for another extent, 0 for the usual one.

    Parameters
    ----------
    theme
        Colours.

    Attributes
    ----------
    ground
        What is shown, or None.
    path, present
        Where Θ has been, (n, 2), and where it is, in coordinates of the ground.
    node
        Row and column pointed at, or None.
    message
        Written in the middle.
    names
        Of the two directions.

    Signals
    -------
    pointed
        Somebody points at something else.
    zoomed
        By which factor the extent should grow; 0 for the usual extent.
    """

    pointed = Signal()
    zoomed = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._drawing = Drawing(theme)
        self.ground: Ground | None = None
        self.path: Array = np.empty((0, 2))
        self.present = (0.0, 0.0)
        self.node: tuple[int, int] | None = None
        self.message = ""
        self.names = ("", "")
        self._turned = 0

    def minimumSizeHint(self) -> QSize:
        """Return the least in which anything can be seen."""
        line = self.fontMetrics().height()
        return QSize(10 * line, 6 * line)

    def show_ground(self, ground: Ground | None) -> None:
        """Show another surface, or none."""
        before, self.ground = self.ground, ground
        if self.node is not None and (before is None or ground is None):
            self.node = None
            self.pointed.emit()
        elif self.node is not None and before is not None and ground is not None:
            # Another grid: the same place in the plane.
            row, column = self.node
            self.node = ground.nearest(float(before.s[column]), float(before.t[row]))
            self.pointed.emit()
        self.update()

    @property
    def frame_(self) -> Frame | None:
        """Where the ground lies."""
        if self.ground is None:
            return None
        s, t = self.ground.s, self.ground.t
        rect = self._drawing.room(QRectF(self.rect()), QFontMetricsF(self._font()))
        return Frame(rect, (float(s[0]), float(s[-1])), (float(t[0]), float(t[-1])))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(_SMALL * font.pointSizeF())
        return font

    # --- pointing ------------------------------------------------------------------------------

    def _point(self, node: tuple[int, int] | None) -> None:
        if node != self.node:
            self.node = node
            self.pointed.emit()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the node nearest to the mouse."""
        frame, ground = self.frame_, self.ground
        if frame is None or ground is None or not frame.rect.contains(event.position()):
            self._point(None)
        else:
            self._point(ground.nearest(*frame.coordinates(event.position())))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for another extent, a notch at a time."""
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self.zoomed.emit(_ZOOM**-notches)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that point, although the window has other uses for them."""
        if asks_for(event, _POINTING):
            # Esc is for leaving what one is in; pointing at nothing, one is in nothing here.
            idle = event.key() == Qt.Key.Key_Escape and self.node is None
            if not idle:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point with the arrows; zoom with + and −."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoomed.emit(1 / _ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoomed.emit(_ZOOM)
        elif key == Qt.Key.Key_0:
            self.zoomed.emit(0.0)
        elif key in _POINTING and self.ground is not None:
            self._point_by(Qt.Key(key), self.ground)
        else:
            event.ignore()

    def _point_by(self, key: Qt.Key, ground: Ground) -> None:
        if key == Qt.Key.Key_Escape:
            self._point(None)
        elif key == Qt.Key.Key_Home or self.node is None:
            self._point(ground.centre)
        else:
            up, right = _MOVES[key]
            rows, columns = ground.J.shape
            row, column = self.node[0] + up, self.node[1] + right
            self._point((min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)))

    # --- drawing -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        drawing, whole = self._drawing, QRectF(self.rect())
        drawing.background(painter, whole)
        frame, ground = self.frame_, self.ground
        if frame is not None and ground is not None:
            drawing.ground(painter, frame, ground, self.devicePixelRatioF())
            drawing.axes(painter, frame, self.names)
            drawing.scale(painter, frame, ground)
            drawing.path(painter, frame, self.path, self.present)
            if self.node is not None:
                row, column = self.node
                at = frame.place(float(ground.s[column]), float(ground.t[row]))
                drawing.cross(painter, frame, QPointF(at))
        drawing.message(painter, whole, self.message)
        if self.hasFocus():
            drawing.focus(painter, whole)
        painter.end()
