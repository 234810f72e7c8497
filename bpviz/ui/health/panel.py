"""The health panel: what z, a, δ and D have come to, layer by layer, while the network learns."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from superqt import QElidingLabel

from bpviz.text import translate
from bpviz.ui.portions import seen
from bpviz.ui.theme import lay_on_surface
from bpviz.ui.watching import watch

from . import words
from .canvas import Canvas
from .probe import Probe
from .record import Record

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from bpviz.session.session import Session
    from bpviz.trace import Trace
    from bpviz.ui.theme import Theme

_LEAST: Final = 0.07  # seconds from one reading to the next: ten a second and more
# Reading and drawing take at most this share of the window's time.
_SHARE: Final = 0.2
_MOST: Final = 10.0  # seconds without a reading, however long the last one took


class HealthPanel(QWidget):
    """How z, a and δ of each layer are distributed, how many units are saturated, how large D is.

    All of it is read from a sample of the training examples, at the Θ on screen, while the panel
    is seen; nothing is computed otherwise, and the time meanwhile stays blank.

    Parameters
    ----------
    session
        Whose Θ, training examples and λ.
    theme
        Colours.

    Attributes
    ----------
    record
        What has been read.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.health")
        self.setAccessibleName(translate("HealthPanel", "Health of the layers"))
        lay_on_surface(self)
        self._session = session
        self._theme = theme
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)
        self._unseen = False  # Θ has moved while nobody looked
        self._told = True  # whether it is said what its words mean
        self._begun, self._spent = 0.0, 0.0
        self._forget()
        self._build()
        watch(self, session.network_changed, self._network_changed)
        watch(self, session.moment_changed, self._moment_changed)

    def _build(self) -> None:
        self.verdict = QElidingLabel()
        self.verdict.setObjectName("label.health")
        self.canvas = Canvas(self._theme, self._session.network, self.record)
        self.canvas.setObjectName("view.health_picture")
        self.canvas.setAccessibleName(translate("HealthPanel", "Layers over the iterations"))
        self.canvas.setAccessibleDescription(self.canvas.toolTipText())
        self.canvas.pointed.connect(self._tell)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the picture is what has it
        area.setWidgetResizable(True)
        area.setWidget(self.canvas)
        self.figures = QElidingLabel()
        self.figures.setObjectName("label.health_figures")
        self.measure = QLabel()
        self.measure.setObjectName("label.health_measure")
        self.measure.setWordWrap(True)
        for label in (self.figures, self.measure):
            label.setStyleSheet(f"color: {self._theme.muted}")
        column = QVBoxLayout(self)
        line = self.fontMetrics().height()
        edge = round(0.4 * line)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(round(0.2 * line))
        column.addWidget(self.verdict)
        column.addWidget(area, 1)
        column.addWidget(self.figures)
        column.addWidget(self.measure)
        self.measure.setText(words.measure(self._session.network))

    # --- reading -------------------------------------------------------------------------------

    def _forget(self) -> None:
        """Begin anew: other layers, other data, or another run."""
        session = self._session
        self.record = Record(session.network)
        self._run = session.training.run
        self._probe: Probe | None = None
        self._examples = session.trace.X
        self._seen: Trace | None = None
        self._unseen = False

    def _network_changed(self) -> None:
        self._forget()
        self._timer.stop()
        self._begun = self._spent = 0.0  # what a reading took says nothing of this network
        self.canvas.show_record(self._session.network, self.record)
        self.measure.setText(words.measure(self._session.network))
        self._moment_changed()

    def _moment_changed(self) -> None:
        """Read soon, if Θ or λ is another and somebody looks."""
        if self._session.trace is self._seen:
            return
        if not seen(self):
            self._unseen = len(self.record) > 0
        elif not self._timer.isActive():
            due = self._begun + max(_LEAST, self._spent / _SHARE)
            rest = min(max(0.0, due - perf_counter()), _MOST)  # the clock may have jumped
            self._timer.start(round(1000 * rest))

    def _read(self) -> None:
        """Read the layers at the Θ of now, and show them."""
        session, trace = self._session, self._session.trace
        self._begun = perf_counter()
        self._follow()
        if self._probe is None or self._examples is not trace.X:
            self._examples = trace.X
            self._probe = Probe(trace.network, trace.X, trace.Y)
        readings = self._probe.read(trace.network.parameters, trace.lambda_)
        self.record.add(session.training.iteration_shown, readings, gap=self._unseen)
        self._seen, self._unseen = trace, False
        self.canvas.refresh()
        self._tell()
        self.canvas.repaint()  # now, so that the time it takes is known
        self._spent = perf_counter() - self._begun

    def _follow(self) -> None:
        """Follow another run where there is one; a branch has its beginning in common."""
        training, before = self._session.training, self._run
        run = self._run = training.run
        if run is before:
            return
        shared = run.beginning_shared_with(before)
        if shared is None:
            self._forget()
            self.canvas.show_record(self._session.network, self.record)
        else:
            self.record.forget_after(shared)
            self._unseen = training.iteration > shared

    # --- telling -------------------------------------------------------------------------------

    def _tell(self) -> None:
        if not len(self.record) or self._probe is None:
            return
        sentence, worry = words.verdict(self.record)
        colour = self._theme.negative if worry else self._theme.text
        if sentence != self.verdict.text():
            self.verdict.setStyleSheet(f"color: {colour}; font-weight: bold")
            self.verdict.setText(sentence)
        self.verdict.setToolTip(f"{sentence}. {words.verdict_meaning()}")
        canvas = self.canvas
        moment = self.record.now if canvas.moment is None else canvas.moment
        told = words.moment(self.record, moment, canvas.row, self._session.network)
        if (canvas.moment, canvas.row) == (None, None):
            told = f"{told.partition(' · ')[0]} · {words.sample(self._probe.sample)}"
        self.figures.setText(told)
        self.figures.setToolTip(f"{told}\n{self.measure.text()}")
        self.setAccessibleDescription(f"{sentence}. {told}")

    # --- only while somebody looks -------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Catch up when it comes from behind a tab."""
        super().paintEvent(event)
        self._moment_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()
        self._unseen |= self._session.trace is not self._seen and len(self.record) > 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture the room of the definition where there is little."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Do so in another font too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "measure"):
            self._make_room()

    def face_room(self) -> None:
        """Leave what the words of the picture mean to somebody who says it."""
        self._told = False
        self._make_room()

    def _make_room(self) -> None:
        high = self.height() > 22 * self.fontMetrics().height()
        self.measure.setVisible(self._told and high)
