"""What each unit sees, as small pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from bpviz.core import forward
from bpviz.session import Unit
from bpviz.ui.counts import of_layer
from bpviz.ui.plane import Plane
from bpviz.ui.plane.answers import Answers
from bpviz.ui.portions import Portions, batches
from bpviz.ui.watching import watch

from .fullness import Fullness, greatest
from .shelf import arrange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from bpviz.core import Network
    from bpviz.session.session import Session
    from bpviz.ui.plane import Section
    from bpviz.ui.theme import Theme

_ASPECTS: Final = (0.6, 1.8)
_CELL: Final = 2.0  # pixels for which a unit is asked once, at rest
_DOTS: Final = 120  # examples in a small picture
_DOT: Final = 0.022  # radius of one ÷ height of the picture


class UnitsCanvas(QAbstractScrollArea):
    """Draws the activation of each unit over a plane through the inputs, layer by layer.

    Parameters
    ----------
    session
        Whose network.
    theme
        Colours.
    section
        Which plane.

    Attributes
    ----------
    cursor_unit
        Where the keyboard is.
    """

    def __init__(self, session: Session, theme: Theme, section: Section) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._theme = theme
        self._fullness = Fullness(theme)
        self.cursor_unit = Unit(2, 1)
        self._images: dict[Unit, QImage] = {}
        self._answered: Network | None = None
        self.portions = Portions(self.viewport(), self._work)
        self.portions.done.connect(self.viewport().update)
        self.show_section(section)
        watch(self, session.moment_changed, self._moment_changed)
        watch(self, session.network_changed, self._network_changed)

    # --- what is shown -------------------------------------------------------------------------

    def show_section(self, section: Section) -> None:
        """Show another plane."""
        self.section = section
        self._answers = Answers(self._session.data, self._theme)
        self._places = section.places(self._session.data.X)
        self._low, self._high = self._places.min(axis=0), self._places.max(axis=0)
        lone = self._high - self._low <= 1e-9 * np.abs(self._high)
        self._low = np.where(lone, self._low - section.unit, self._low)
        self._high = np.where(lone, self._high + section.unit, self._high)
        self._network_changed()

    def _network_changed(self) -> None:
        """Arrange the units there are now."""
        self.cursor_unit = Unit(2, 1)
        self._images.clear()
        self._lay_out()
        self.portions.ask(afresh=True)

    def _moment_changed(self) -> None:
        if self._session.trace.network is not self._answered:
            self.portions.ask()

    def _lay_out(self) -> None:
        """Find room for all units, as large as it allows."""
        reach = self._high - self._low
        aspect = float(np.clip(reach[0] / reach[1], *_ASPECTS))
        line = float(self.fontMetrics().height())
        layers = self._session.network.layers[1:]
        room = self.viewport().size().toTuple()
        heading = self.fontMetrics().horizontalAdvance(of_layer("a", len(layers) + 1)) + 0.4 * line
        self.shelf = arrange(layers, room, aspect=aspect, line=line, heading=heading)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self.shelf.height - room[1])))
        bar.setPageStep(room[1])
        bar.setSingleStep(round(line))
        tile = QRectF(0, 0, *self.shelf.tiles[0][0].size().toTuple())
        self.plane = Plane.around(self._low, self._high, tile)
        self.portions.finest = max(4, round(tile.width() * tile.height() / _CELL**2))
        self.viewport().update()

    def box(self, unit: Unit) -> QRectF:
        """Return where a unit is drawn in the viewport."""
        box = self.shelf.tiles[unit.layer - 2][unit.unit - 1]
        return box.translated(0, -self.verticalScrollBar().value())

    def units(self) -> list[Unit]:
        """Return all units, layer by layer."""
        layers = enumerate(self._session.network.layers[1:], start=2)
        return [Unit(layer, n) for layer, count in layers for n in range(1, count + 1)]

    def at(self, pixel: QPointF) -> Unit | None:
        """Return the unit drawn at a pixel of the viewport."""
        return next((unit for unit in self.units() if self.box(unit).contains(pixel)), None)

    def _work(self, cells: int) -> Iterator[None]:
        """Ask the units that can be seen about the plane."""
        network, section = self._session.trace.network, self.section
        _, columns, places = self.plane.grid(cells)
        parts = []
        for part in batches(len(places), network):
            parts.append(forward(network, section.inputs(places[part])).a)
            yield
        layers = [np.concatenate([part[n] for part in parts]) for n in range(len(network.layers))]
        ratio = self.devicePixelRatioF()
        size = self.plane.frame.size().toSize() * ratio
        scales = [greatest(network, n, a) for n, a in enumerate(layers[1:], start=2)]
        dots = self._dots(size, ratio)
        window = QRectF(self.viewport().rect())
        for unit in self.units():
            if not self.box(unit).intersects(window):
                continue
            a = np.ascontiguousarray(layers[unit.layer - 1][:, unit.unit - 1])
            image = self._fullness.image(a, columns, scales[unit.layer - 2], size)
            painter = QPainter(image)
            painter.drawImage(0, 0, dots)
            painter.end()
            image.setDevicePixelRatio(ratio)
            self._images[unit] = image
            yield
        self._answered = network

    def _dots(self, size: QSize, ratio: float) -> QImage:
        """Return the training examples as dots in the colours of their classes."""
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        train = self._session.data.train
        rows = train[np.linspace(0, len(train) - 1, min(_DOTS, len(train))).astype(np.intp)]
        painter = QPainter(image)
        painter.scale(ratio, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.surface), 0.5))
        radius = min(max(_DOT * self.plane.frame.height(), 0.9), 2.5)
        pixels = self.plane.pixels(self._places[rows]).tolist()
        for (x, y), kind in zip(pixels, self._answers.kinds[rows].tolist(), strict=True):
            painter.setBrush(self._answers.colours[kind])
            painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.end()
        return image

    # --- drawing -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for another size."""
        super().resizeEvent(event)
        self._lay_out()
        self.portions.ask()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Ask the units that come into view."""
        del dx, dy
        self.portions.ask()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw headings, pictures and what is selected."""
        del event
        self.portions.look()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scrolled = self._theme, self.verticalScrollBar().value()
        painter.setPen(QColor(theme.symbols["a"]))
        for n, box in enumerate(self.shelf.headings, start=2):
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.translated(0, -scrolled), middle, of_layer("a", n))
        small = self.font()
        small.setPointSizeF(0.75 * small.pointSizeF())
        painter.setFont(small)
        window = QRectF(self.viewport().rect())
        for unit in self.units():
            if self.box(unit).intersects(window):
                self._draw(painter, unit)
        painter.end()

    def _draw(self, painter: QPainter, unit: Unit) -> None:
        box, theme = self.box(unit), self._theme
        image = self._images.get(unit)
        if image is not None:
            painter.drawImage(box, image)
        chosen = unit == self._session.selection
        focus = unit == self.cursor_unit and self.hasFocus()
        width = 3.0 if chosen or focus else 1.0
        style = Qt.PenStyle.DashLine if focus and not chosen else Qt.PenStyle.SolidLine
        colour = theme.accent if chosen or focus else theme.hairline
        painter.setPen(QPen(QColor(colour), width, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        name = str(unit.unit)
        metrics = painter.fontMetrics()
        plate = QRectF(box.topLeft(), metrics.size(0, name)).adjusted(0, 0, metrics.height() / 2, 0)
        ground = QColor(theme.surface)
        ground.setAlphaF(0.8)
        painter.fillRect(plate, ground)
        painter.setPen(QColor(theme.text))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, name)
