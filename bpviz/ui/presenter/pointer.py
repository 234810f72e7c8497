"""The mouse as a laser pointer: a bright dot instead of the arrow, gone while it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPixmap, QRadialGradient
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

_IDLE_MS: Final = 3000
_SHARE: Final = 1 / 22  # of the height of the stage, for the dot with its glow
_SIZES: Final = (24, 64)  # pixels; systems refuse larger pointers
_RED: Final = QColor(255, 32, 24)


class Pointer(QObject):
    """Turns the pointer over a widget into a dot, which hides when it has rested for a while.

    The dot is the system's own pointer in another shape: it never lags behind the hand.

    Parameters
    ----------
    stage
        Over which the pointer is a dot.
    on
        Whether it is one, and not an arrow.
    """

    def __init__(self, stage: QWidget, *, on: bool) -> None:
        super().__init__(stage)
        self._stage = stage
        self._dot = dot(stage.size(), stage.devicePixelRatioF())
        self._shape: QCursor | None = None
        self.on = on
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.hide)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.hide()

    def set_on(self, on: bool) -> None:
        """Choose between dot and arrow, and show it."""
        self.on = on
        self._move()

    def hide(self) -> None:
        """Show no pointer until it moves."""
        self._take(QCursor(Qt.CursorShape.BlankCursor))

    def close(self) -> None:
        """Give the arrow back for good."""
        application = QApplication.instance()
        assert application is not None  # noqa: S101 (no widget without one)
        application.removeEventFilter(self)
        self._idle.stop()
        self._take(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse, on the stage and off it, and the stage to a finer screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and watched is self._stage:
            self._sharpen()
        elif event.type() in (QEvent.Type.MouseMove, QEvent.Type.Enter) and isinstance(
            watched, QWidget
        ):
            if watched is self._stage or self._stage.isAncestorOf(watched):
                self._move()
            elif watched.window() is not self._stage.window():
                self._idle.stop()
                self._take(None)  # over the lecturer's notes the arrow is wanted
        return super().eventFilter(watched, event)

    def _sharpen(self) -> None:
        """Make the dot anew, for another number of device pixels."""
        shown = self._shape is self._dot
        self._dot = dot(self._stage.size(), self._stage.devicePixelRatioF())
        if shown:
            self._take(self._dot)

    def _move(self) -> None:
        self._take(self._dot if self.on else None)
        self._idle.start()

    def _take(self, shape: QCursor | None) -> None:
        """Give the pointer a shape everywhere; None for the one that each place has."""
        if shape is self._shape:
            return
        if shape is None:
            QGuiApplication.restoreOverrideCursor()
        elif self._shape is None:
            QGuiApplication.setOverrideCursor(shape)
        else:
            QGuiApplication.changeOverrideCursor(shape)
        self._shape = shape


def dot(stage: QSize, ratio: float) -> QCursor:
    """Return a soft red dot with a bright middle, seen on light and on dark ground."""
    low, high = _SIZES
    side = round(min(max(_SHARE * stage.height(), low), high))
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    middle = QPointF(side / 2, side / 2)
    glow = QRadialGradient(middle, side / 2)
    for place, alpha in ((0.0, 0.9), (0.38, 0.75), (0.6, 0.3), (1.0, 0.0)):
        colour = QColor(_RED)
        colour.setAlphaF(alpha)
        glow.setColorAt(place, colour)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(middle, side / 2, side / 2)
    painter.setBrush(_RED)
    painter.drawEllipse(middle, 0.2 * side, 0.2 * side)
    painter.setBrush(QColor(255, 226, 216))
    painter.drawEllipse(middle, 0.09 * side, 0.09 * side)
    painter.end()
    if QGuiApplication.platformName() == "xcb":
        # There Qt takes the place that points in device pixels: at ratio 2 it would be amiss by a
        # quarter of the dot. With a ratio of 1 both are the same to it.
        pixmap.setDevicePixelRatio(1)
        side = pixmap.width()
    return QCursor(pixmap, side // 2, side // 2)
