"""The picture of the network as a widget: it paints the moment, and how it comes about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.text import MINUS
from bpviz.ui import device
from bpviz.ui.watching import watch

from .canvas import Canvas
from .edges import EdgeImage
from .ink import Ink
from .laying import lay_out
from .layout import Layout, Room
from .notes import MATRIX
from .output import tag_width
from .scene import Scene
from .units import CAPTION
from .veil import Veil

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from bpviz.session import Session, Target, Unit, Weight
    from bpviz.ui.theme import Theme


class Stage(QWidget):
    """Paints the network at the step on screen.

    Parameters
    ----------
    session
        What is shown.
    theme
        The colours.
    parent
        Whose child this is.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Every pixel is painted; Qt need not clear what lies below.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session = session
        self._theme = theme
        self._progress = 1.0
        self._pointed: Unit | Weight | None = None
        self._edges = EdgeImage()
        self._ink: Ink | None = None
        self._layout: Layout | None = None
        self._canvas: Canvas | None = None
        self._before: Scene | None = None
        self._least = 0.0
        self._veil = Veil()
        self._spot: Sequence[Target] = ()
        self._strength = 0.0
        watch(self, session.network_changed, self._network_changed)
        watch(self, session.view_changed, self._network_changed)
        watch(self, session.moment_changed, self._moment_changed)
        watch(self, session.selection_changed, self._moment_changed)
        watch(self, session.attention_changed, self._moment_changed)

    def animate(self, progress: float) -> None:
        """Show the motion of the step on screen at `progress`, 0 to 1; 1 is how it rests."""
        self._progress = min(max(progress, 0.0), 1.0)
        self.update()

    def set_least_size(self, pixels: float) -> None:
        """Write nothing smaller than this."""
        self._least = pixels
        self._ink = self._layout = self._canvas = None
        self.update()

    def shine(self, targets: Sequence[Target], strength: float) -> None:
        """Let a light fall on something instead of what the session lights, 0 (none) to 1."""
        if (targets, strength) != (self._spot, self._strength):
            self._spot, self._strength = targets, strength
            self.update()

    @property
    def scene(self) -> Scene:
        """The moment as it is drawn."""
        return self._current().scene

    def _current(self, ratio: float | None = None) -> Canvas:
        """Return the moment for so many device pixels per pixel, or as it is being shown.

        It is made anew if something has changed.
        """
        if ratio is None:
            ratio = self._canvas.ratio if self._canvas else self.devicePixelRatioF()
        if self._canvas is None or self._canvas.ratio != ratio:
            if self._ink is None:
                self._ink = Ink(self._theme, self.font(), self.width(), self.height(), self._least)
            if self._layout is None:
                self._layout = lay_out(self._room(self._ink))
            scene = Scene(self._session, self._layout, self._ink, self._pointed, self._before)
            self._before = scene
            self._canvas = Canvas(scene, self._edges, ratio, focus=self.hasFocus())
        return self._canvas

    def _room(self, ink: Ink) -> Room:
        data, digits = self._session.data, self._session.digits
        names = max(ink.text_width(name, ink.size) for name in data.features)
        classes = max(ink.text_width(name, ink.size, bold=True) for name in data.classes)
        return Room(
            self.width(),
            self.height(),
            ink.em,
            self._session.network.layers,
            data.picture,
            names=names,
            classes=max(classes, tag_width(ink)),
            beside=ink.text_width(f"δ {MINUS}0.000", ink.legible(CAPTION)),
            caption=ink.text_width(f"δ {MINUS}0." + "0" * digits, ink.legible(CAPTION)),
            header=ink.indexed(0.0) / MATRIX,
            by_columns=data.by_columns,
        )

    def _network_changed(self) -> None:
        """Lay everything out anew."""
        self._layout = self._before = None
        self._moment_changed()

    def _moment_changed(self) -> None:
        """Draw other numbers."""
        self._canvas = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the moment."""
        del event
        painter = QPainter(self)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Paint the moment on whatever the painter paints on, in the size of the widget."""
        canvas = self._current(device.ratio(painter))
        canvas.paint(painter, self._progress)
        if self._spot and self._strength > 0.0:
            self._veil.draw(painter, canvas, self._spot, self._strength)
        else:
            self._veil.draw(painter, canvas, self._session.attention.highlight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._ink = self._layout = self._canvas = None

    def changeEvent(self, event: QEvent) -> None:
        """Lay out for another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._ink = self._layout = self._canvas = None

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(800, 480)

    def minimumSizeHint(self) -> QSize:
        """Return the least size that still shows something."""
        return QSize(420, 320)
