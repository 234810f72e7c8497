"""The plane as a widget: ground coloured by the answers, axes, legend, examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from bpviz.core import forward
from bpviz.text import number
from bpviz.ui.classes import class_names, classes_of, fitted, numbers, verdict
from bpviz.ui.portions import Portions, batches
from bpviz.ui.watching import watch

from . import legend
from .answers import Answers, image
from .marks import Marks
from .plane import Plane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QPixmap, QResizeEvent

    from bpviz.core import Array, Network
    from bpviz.data import Indices
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .section import Section

_REACH: Final = 12.0  # pixels within which an example is hit
_FINEST: Final = 3.0  # pixels for which the network is asked once, at rest
_FEW_OUTPUTS: Final = 4  # that can all be told while hovering


class PlaneCanvas(QWidget):
    """A plane through the inputs; filled marks are learnt from, hollow ones held back.

    Parameters
    ----------
    session
        Whose examples and network.
    theme
        Colours.
    section
        Which plane.

    Signals
    -------
    chosen
        The row, among the training examples, of the one a person has clicked.
    """

    chosen = Signal(int)

    def __init__(
        self, session: Session, theme: Theme, section: Section, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._session = session
        self._theme = theme
        self._ground: tuple[QImage, tuple[Array, Array]] | None = None
        self._marks: Marks | None = None
        self._entries: list[legend.Entry] = []
        self._layer: QPixmap | None = None
        self._answered: Network | None = None
        self._example = session.example
        nowhere = np.zeros(2)
        self._low, self._high = nowhere, nowhere
        self.plane = Plane.around(nowhere, nowhere, QRectF(self.rect()))
        self.portions = Portions(self, self._work)
        self.portions.done.connect(self.update)
        self.show_section(section)
        watch(self, session.moment_changed, self._moment_changed)

    # --- what is shown -------------------------------------------------------------------------

    def show_section(self, section: Section, *, hold: bool = False) -> None:
        """Show another plane or other examples; with `hold`, at the same scale if they fit in."""
        self.section = section
        self.data = self._session.data
        self.answers = Answers(self.data, self._theme)
        self._marks = self._layer = None
        self.places: Array = section.places(self.data.X)
        low, high = self.places.min(axis=0), self.places.max(axis=0)
        seen = self.reach
        if not hold or (low < seen[0]).any() or (high > seen[1]).any():
            # A lone example has no extent; let it have some room around it.
            lone = high - low <= 1e-9 * np.maximum(np.abs(high), np.abs(low))
            self._low = np.where(lone, low - section.unit, low)
            self._high = np.where(lone, high + section.unit, high)
            self._ground = None
            self._lay_out()
        self.portions.ask(afresh=True)
        self.update()

    @property
    def reach(self) -> tuple[Array, Array]:
        """Lowest and highest place in the frame, (2,) each."""
        frame = self.plane.frame
        return self.plane.place(frame.bottomLeft()), self.plane.place(frame.topRight())

    @property
    def grid_now(self) -> tuple[int, int]:
        """Rows and columns of the answers on screen; (0, 0) before there are any."""
        picture = self._ground[0] if self._ground else QImage()
        return picture.height(), picture.width()

    def pixels_of(self, rows: Indices) -> Array:
        """Return where rows of the data are drawn, (n, 2)."""
        return self.plane.pixels(self.places[rows])

    def hit(self, pixel: QPointF, rows: Indices, reach: float = _REACH) -> int | None:
        """Return which of these rows is drawn within reach of a pixel: its place among them."""
        if not len(rows):
            return None
        distances = np.hypot(*(self.pixels_of(rows) - np.array(pixel.toTuple())).T)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= reach else None

    def _lay_out(self) -> None:
        """Fill the frame that there is."""
        line = self.fontMetrics().height()
        frame = QRectF(self.rect()).adjusted(1.6 * line, 1.4 * line, -0.4 * line, -1.3 * line)
        self.plane = Plane.around(self._low, self._high, frame)
        self._layer = None
        self.portions.finest = max(4, round(frame.width() * frame.height() / _FINEST**2))

    def _moment_changed(self) -> None:
        if self._session.example != self._example:
            self._example = self._session.example
            self.update()
        if self._session.trace.network is not self._answered:
            self.portions.ask()

    def _work(self, cells: int) -> Iterator[None]:
        """Ask the network about the plane."""
        network, section, answers = self._session.trace.network, self.section, self.answers
        rows, columns, places = self.plane.grid(cells)
        corners = self.reach
        pixels = np.empty((rows * columns, 4), dtype=np.uint8)
        for part in batches(len(places), network):
            pixels[part] = answers.pixels(forward(network, section.inputs(places[part])).h)
            yield
        self._ground = image(pixels, columns), corners
        self._answered = network

    # --- a person ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an example."""
        row = self.hit(event.position(), self.data.train)
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell about the example, or what the network says here."""
        pixel = event.position()
        row = self.hit(pixel, self.data.train)
        shape = Qt.CursorShape.ArrowCursor if row is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        QToolTip.showText(event.globalPosition().toPoint(), self.told(pixel, row), self)

    def told(self, pixel: QPointF, row: int | None) -> str:
        """Return what there is to say about a training example, or about a place without one."""
        if row is not None:
            return self._about(row)
        if not self.plane.frame.contains(pixel):
            return ""
        place = self.plane.place(pixel)
        h = forward(self._session.trace.network, self.section.inputs(place[np.newaxis])).h[0]
        named = [f"{n} = {number(v, 2)}" for n, v in zip(self.section.names, place, strict=True)]
        if len(h) > _FEW_OUTPUTS:
            k = int(h.argmax())
            return ", ".join([*named, f"h = {number(float(h[k]), 3)} ({self.data.classes[k]})"])
        return ", ".join([*named, f"h = {numbers(self.data.measured(h))}"])

    def _about(self, row: int) -> str:
        data, at = self.data, int(self.data.train[row])
        h = forward(self._session.trace.network, data.X[at : at + 1]).h
        if not self.answers.by_class:
            return fitted(data.measured(data.Y[at]), data.measured(h[0]), row + 1)
        return verdict(
            class_names(data), int(self.answers.kinds[at]), int(classes_of(h)[0]), row + 1
        )

    # --- drawing -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a size at which the examples can be told apart."""
        line = self.fontMetrics().height()
        return QSize(16 * line, 14 * line)

    def minimumSizeHint(self) -> QSize:
        """Return the least that makes sense."""
        line = self.fontMetrics().height()
        return QSize(8 * line, 7 * line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill another frame."""
        super().resizeEvent(event)
        self._lay_out()
        self.portions.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Take over another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._marks = None
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, axes, legend and examples."""
        del event
        self.portions.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._draw_ground(painter)
        small = self.font()
        small.setPointSizeF(0.85 * small.pointSizeF())
        painter.setFont(small)
        frame = self.plane.frame
        self._draw_axes(painter)
        above = QRectF(frame.left(), 0, frame.width(), frame.top())
        marks = self.marks
        legend.draw(painter, above, self._entries, marks, self._theme)
        painter.setClipRect(frame)
        if self._layer is None:
            pixels = self.plane.pixels(self.places)
            self._layer = marks.layer(pixels, self.size(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, self._layer)
        self._draw_current(painter)
        painter.end()

    @property
    def marks(self) -> Marks:
        """Draws the examples."""
        if self._marks is None:
            self._marks = Marks(self.data, self.answers, self._theme, self.font())
            self._entries = legend.entries(self.data, self.answers, self._marks)
        return self._marks

    def _draw_ground(self, painter: QPainter) -> None:
        """Draw the answers where they were given, until there are others."""
        if self._ground is None:
            return
        picture, (low, high) = self._ground
        painter.setClipRect(self.plane.frame)
        painter.drawImage(QRectF(*_corners(self.plane.pixel(low), self.plane.pixel(high))), picture)
        painter.setClipping(False)

    def _draw_axes(self, painter: QPainter) -> None:
        """Name the coordinates, and say how far each reaches."""
        frame, (low, high) = self.plane.frame, self.reach
        painter.setPen(QColor(self._theme.muted))
        below = QRectF(frame.left(), frame.bottom(), frame.width(), self.height() - frame.bottom())
        self._draw_axis(painter, below, 0, (low[0], high[0]))
        painter.save()
        painter.translate(0, frame.bottom())
        painter.rotate(-90)
        self._draw_axis(painter, QRectF(0, 0, frame.height(), frame.left()), 1, (low[1], high[1]))
        painter.restore()

    def _draw_axis(
        self, painter: QPainter, area: QRectF, n: int, reach: tuple[float, float]
    ) -> None:
        """Draw the least number, the name and the greatest number, the name as far as it fits."""
        sides = Qt.AlignmentFlag
        metrics = painter.fontMetrics()
        ends = [number(float(end), 2) for end in reach]
        taken = 2.0 * max(metrics.horizontalAdvance(end) for end in ends) + metrics.height()
        if area.width() > 1.5 * taken:
            painter.drawText(area, sides.AlignLeft | sides.AlignVCenter, ends[0])
            painter.drawText(area, sides.AlignRight | sides.AlignVCenter, ends[1])
        else:
            taken = 0.0
        name = metrics.elidedText(
            self.section.names[n], Qt.TextElideMode.ElideRight, round(area.width() - taken)
        )
        painter.drawText(area, sides.AlignCenter, name)

    def _draw_current(self, painter: QPainter) -> None:
        """Ring the example on screen."""
        row = self.data.train[self._session.example - 1]
        size = 2.0 * self.marks.size
        painter.setPen(QPen(QColor(self._theme.text), 2.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.plane.pixel(self.places[row]), size, size)


def _corners(bottom_left: QPointF, top_right: QPointF) -> tuple[QPointF, QPointF]:
    """Return the upper left and the lower right corner."""
    return QPointF(bottom_left.x(), top_right.y()), QPointF(top_right.x(), bottom_left.y())
