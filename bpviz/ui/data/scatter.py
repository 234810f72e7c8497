"""Examples with two inputs as points in the plane, upon the regions of the network's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from bpviz.core import forward
from bpviz.text import number, translate

from .judgement import class_name
from .plane import Plane, regions

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from bpviz.core import Array
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .examples import Examples
    from .judgement import Judgement

_REACH: Final = 12.0  # pixels within which a point is hit
# Corners of the shapes of classes 1, 2 and 3; class 0 is a circle.
_SHAPES: Final[tuple[tuple[tuple[float, float], ...], ...]] = (
    (),
    ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    ((0.0, -1.25), (1.1, 0.85), (-1.1, 0.85)),
    ((0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)),
)


class Scatter(QWidget):
    """The plane of the two inputs; filled points are learnt from, hollow ones held back.

    Parameters
    ----------
    session
        Whose examples and network; the view is for these data only.
    examples
        What is known about each.
    judgement
        Tells when the network says something else.
    theme
        Colours.

    Signals
    -------
    chosen
        The row of the training example a person has clicked.
    """

    chosen = Signal(int)

    def __init__(
        self,
        session: Session,
        examples: Examples,
        judgement: Judgement,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._session = session
        self._data = session.data
        self._examples = examples
        self._theme = theme
        self._points: Array = self._data.scaler.undo(self._data.X)
        self._labels = self._data.labels
        self._regions: QImage | None = None
        self.current = 0
        self.plane = Plane.around(self._points, QRectF(0, 0, 1, 1))
        judgement.changed.connect(self._judged)

    def sizeHint(self) -> QSize:
        """Return a size at which the points can be told apart."""
        line = self.fontMetrics().height()
        return QSize(16 * line, 14 * line)

    def minimumSizeHint(self) -> QSize:
        """Return the least that makes sense."""
        line = self.fontMetrics().height()
        return QSize(8 * line, 7 * line)

    def set_current(self, row: int) -> None:
        """Ring another training example."""
        self.current = row
        self.update()

    def hit(self, place: QPointF) -> int | None:
        """Return the row of the training example drawn at a place, if there is one."""
        places = self.plane.places(self._points[self._data.train])
        distances = np.hypot(*(places - np.array(place.toTuple())).T)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= _REACH else None

    # --- a person ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an example."""
        row = self.hit(event.position())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell about the example, or what the network says here."""
        place = event.position()
        row = self.hit(place)
        shape = Qt.CursorShape.ArrowCursor if row is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        if row is not None:
            text = self._examples.sentence(row)
        else:
            text = self._answer(place) if self.plane.frame.contains(place) else ""
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def _answer(self, place: QPointF) -> str:
        """Return what the network says at a place."""
        raw = self.plane.inputs(place)
        x = self._data.scaler.apply(raw)[np.newaxis]
        h = forward(self._session.trace.network, x).h[0]
        named = [f"{n} = {number(v, 2)}" for n, v in zip(self._data.features, raw, strict=True)]
        answers = ", ".join(number(value, 3) for value in h)
        return ", ".join([*named, f"h = {answers}"])

    # --- drawing -------------------------------------------------------------------------------

    def _judged(self) -> None:
        self._regions = None
        self.update()

    def resizeEvent(self, event: QEvent) -> None:
        """Fill another frame."""
        del event
        line = self.fontMetrics().height()
        margins = (1.6 * line, 1.4 * line, -0.4 * line, -1.3 * line)
        self.plane = Plane.around(self._points, QRectF(self.rect()).adjusted(*margins))
        self._regions = None

    def _colours(self) -> list[QColor]:
        """Return a colour for each class: with one output those of plus and minus."""
        theme, K = self._theme, self._data.Y.shape[1]
        names = [theme.positive, theme.negative, *(theme.symbols[s] for s in ("a", "delta", "y"))]
        if K == 1:
            names = [theme.negative, theme.positive]
        return [QColor(names[n % len(names)]) for n in range(max(2, K))]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw regions, axes and points."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = self._colours()
        if self._regions is None:
            network, ground = self._session.trace.network, QColor(self._theme.surface)
            self._regions = regions(network, self._data.scaler, self.plane, colours, ground)
        painter.drawImage(self.plane.frame, self._regions)
        small = self.font()
        small.setPointSizeF(0.85 * small.pointSizeF())
        painter.setFont(small)
        self._axes(painter)
        self._legend(painter, colours)
        painter.setClipRect(self.plane.frame)
        self._draw_points(painter, colours)
        painter.end()

    def _axes(self, painter: QPainter) -> None:
        """Name the inputs, and say how far each reaches."""
        frame, plane = self.plane.frame, self.plane
        painter.setPen(QColor(self._theme.muted))
        low, high = plane.inputs(frame.bottomLeft()), plane.inputs(frame.topRight())
        below = QRectF(frame.left(), frame.bottom(), frame.width(), self.height() - frame.bottom())
        sides = Qt.AlignmentFlag
        painter.drawText(below, sides.AlignLeft | sides.AlignVCenter, number(low[0], 2))
        painter.drawText(below, sides.AlignRight | sides.AlignVCenter, number(high[0], 2))
        painter.drawText(below, sides.AlignCenter, self._data.features[0])
        painter.save()
        painter.translate(0, frame.bottom())
        painter.rotate(-90)
        beside = QRectF(0, 0, frame.height(), frame.left())
        if frame.height() > 5 * frame.left():
            painter.drawText(beside, sides.AlignLeft | sides.AlignVCenter, number(low[1], 2))
            painter.drawText(beside, sides.AlignRight | sides.AlignVCenter, number(high[1], 2))
        painter.drawText(beside, sides.AlignCenter, self._data.features[1])
        painter.restore()

    def _legend(self, painter: QPainter, colours: list[QColor]) -> None:
        """Show which shape is which class, above the plane."""
        frame, line = self.plane.frame, self.fontMetrics().height()
        x, y = frame.left(), frame.top() / 2
        entries = [(class_name(self._data, n), n, True) for n in reversed(range(len(colours)))]
        if len(self._data.validation):
            entries.append((translate("DataView", "held back"), 0, False))
        for name, label, learnt in entries:
            colour = colours[label] if learnt else QColor(self._theme.muted)
            self._ink(painter, colour, filled=learnt)
            self._shape(painter, QPointF(x + 0.4 * line, y), label, 0.3 * line)
            painter.setPen(QColor(self._theme.text))
            width = painter.fontMetrics().horizontalAdvance(name)
            box = QRectF(x + line, y - line / 2, width + 1, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            x = box.right() + line

    def _draw_points(self, painter: QPainter, colours: list[QColor]) -> None:
        data, line = self._data, self.fontMetrics().height()
        size = (0.25 if len(data.X) > 20 else 0.42) * line
        places = self.plane.places(self._points)
        for rows, learnt in ((data.validation, False), (data.train, True)):
            for row in rows:
                label = int(self._labels[row])
                self._ink(painter, colours[label], filled=learnt)
                self._shape(painter, QPointF(*places[row]), label, size)
        painter.setPen(QPen(QColor(self._theme.text), 2.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(*places[data.train[self.current]]), 2 * size, 2 * size)

    def _ink(self, painter: QPainter, colour: QColor, *, filled: bool) -> None:
        surface = QColor(self._theme.surface)
        painter.setPen(QPen(surface if filled else colour, 1.2))
        painter.setBrush(colour if filled else surface)

    def _shape(self, painter: QPainter, at: QPointF, label: int, size: float) -> None:
        """Draw a point whose shape tells its class as well as its colour does."""
        corners = _SHAPES[label % len(_SHAPES)]
        if corners:
            painter.drawPolygon(QPolygonF([at + QPointF(size * u, size * v) for u, v in corners]))
        else:
            painter.drawEllipse(at, size, size)
