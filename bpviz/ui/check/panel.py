"""The check panel: whether D is ∂J/∂Θ, and how a mistake would be caught."""

from __future__ import annotations

from html import escape
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from superqt import QElidingLabel

from bpviz.text import translate
from bpviz.ui.theme import lay_on_surface
from bpviz.ui.watching import watch

from . import words
from .check import Check, Checker, Snapshot
from .comparison import compare
from .weights import WeightsTable

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from bpviz.core.mistakes import Mistake
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .comparison import Comparison

_LOOK_MS: Final = 30  # between looks at a check that is at work
_PATIENCE: Final = 0.4  # seconds after which a person is told how far it is
# While training, a check takes at most this share of the time, and comes at most so often.
_SHARE: Final = 0.2
_LEAST_REST: Final = 0.5
_MOST_REST: Final = 60.0  # seconds; a clock that jumps must not silence the panel


class CheckPanel(QWidget):
    """D beside the numerical gradient for every weight, those farthest apart first.

    What is checked is a snapshot of Θ. The check runs while the panel is seen, and again when Θ
    has changed. A mistake can be chosen that makes D wrong in this table and nowhere else.

    Parameters
    ----------
    session
        Whose Θ, training examples and λ.
    theme
        Colours.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.check")
        self.setAccessibleName(translate("CheckPanel", "The gradient check"))
        lay_on_surface(self)
        self._session = session
        self._theme = theme
        self._checker = Checker()
        self.destroyed.connect(self._checker.cancel)  # its thread ends with the panel
        self._begun = 0.0
        self._stopped = False  # by a person, until Θ is looked at anew
        self.comparison: Comparison | None = None
        self._compared: Check | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._poll)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._consider)
        self._build()
        watch(self, session.network_changed, self._network_changed)
        watch(self, session.moment_changed, self._consider)
        watch(self, session.mistake_changed, self._mistake_changed)
        self._mistake_changed()

    def _build(self) -> None:
        self.choice = QComboBox()
        self.choice.setObjectName("choice.mistake")
        meaning = translate("CheckPanel", "What would happen if something were wrong")
        self.choice.setAccessibleName(meaning)
        self.choice.setToolTip(meaning)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(12)
        for mistake, name in words.choices():
            self.choice.addItem(name, mistake)
        self.choice.currentIndexChanged.connect(self._choose)
        self.button = QPushButton()
        self.button.setObjectName("button.check")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._press)
        self.sandbox = self._label("label.sandbox", self._theme.negative)
        self.sandbox.hide()
        self.sandbox.setToolTip(words.assurance())
        self.verdict = self._label("label.verdict", self._theme.text)
        self.verdict.setTextFormat(Qt.TextFormat.RichText)
        self.circumstances = QElidingLabel()
        self.circumstances.setObjectName("label.circumstances")
        self.circumstances.setStyleSheet(f"color: {self._theme.muted}")
        self.measure = self._label("label.measure", self._theme.muted)
        self.measure.setText(words.measure())
        self.progress = QProgressBar()
        self.progress.setAccessibleName(translate("CheckPanel", "Weights compared"))
        self.progress.setTextVisible(False)
        self.table = WeightsTable(self._session, self._theme)

        line = self.fontMetrics().height()
        first = QHBoxLayout()
        first.setSpacing(round(0.4 * line))
        first.addWidget(self.choice, 1)
        first.addWidget(self.button)
        column = QVBoxLayout(self)
        edge = round(0.4 * line)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(round(0.25 * line))
        column.addLayout(first)
        for widget in (self.sandbox, self.verdict, self.circumstances, self.progress):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.measure)
        keep = self.progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # nothing moves when it comes and goes
        self.progress.setSizePolicy(keep)
        self._show_progress(None)

    @staticmethod
    def _label(name: str, colour: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setStyleSheet(f"color: {colour}")
        return label

    # --- checking ------------------------------------------------------------------------------

    @property
    def mistake(self) -> Mistake | None:
        """What is wrong on purpose in this table."""
        return self._session.mistake

    def _network_changed(self) -> None:
        """Begin anew: the weights are others."""
        self._checker.forget()
        self._stopped = False
        self.comparison = self._compared = None
        self.table.show_comparison(None)
        self._show_mistake()
        self.verdict.clear()
        self.circumstances.clear()
        self._show_progress(None)
        self._look.stop()  # at what has been forgotten: nothing would be begun beside it
        self._rest.stop()
        self._consider()

    def _consider(self) -> None:
        """Check the Θ of now, unless that is done, at work, or not yet due."""
        check = self._checker.check
        busy = self._look.isActive() or self._rest.isActive()
        if not self.isVisible() or self._stopped or busy:
            return
        if check is None or not self._is_of_now(check.snapshot):
            self._begin()

    def _is_of_now(self, snapshot: Snapshot) -> bool:
        trace = self._session.trace
        if snapshot.network is trace.network and snapshot.lambda_ == trace.lambda_:
            return True
        same_data = snapshot.X is trace.X and snapshot.lambda_ == trace.lambda_
        return same_data and np.array_equal(snapshot.network.parameters, trace.network.parameters)

    def _begin(self) -> None:
        # The network of a trace is a copy that nobody writes to.
        trace = self._session.trace
        iteration = self._session.training.iteration_shown
        self._checker.begin(Snapshot(trace.network, trace.X, trace.Y, trace.lambda_, iteration))
        self._begun = perf_counter()
        self._look.start()

    def _poll(self) -> None:
        """See how far the check is."""
        check = self._checker.check
        if check is None:
            self._look.stop()
            return
        spent = perf_counter() - self._begun
        if check.running:
            if spent > _PATIENCE:
                self._show_progress(check)
            return
        self._look.stop()
        self._show_progress(None)
        if check.error:
            self.verdict.setText(escape(check.error))
        elif check.done:
            self._compared = check
            self._compare()
        training = self._session.training.running
        rest = min(max(_LEAST_REST, spent / _SHARE), _MOST_REST) if training else 0.0
        self._rest.start(round(1000 * rest))

    def _show_progress(self, check: Check | None) -> None:
        self.progress.setVisible(check is not None)
        if check is None:
            self.button.setText(translate("CheckPanel", "Check again"))
        else:
            self.progress.setMaximum(len(check.order))
            self.progress.setValue(check.done)
            self.button.setText(translate("CheckPanel", "Stop"))

    def _press(self) -> None:
        """Stop a check that takes long, or check anew."""
        check = self._checker.check
        if check is not None and check.running:
            self._stopped = True
            check.cancel()
        else:
            self._stopped = False
            self._rest.stop()
            self._begin()

    def _choose(self) -> None:
        """Make D wrong, or right again; the slopes stay what they are."""
        self._session.set_mistake(self.choice.currentData())

    def _mistake_changed(self) -> None:
        self._show_mistake()
        self._compare()

    def _show_mistake(self) -> None:
        mistake = self.mistake
        self.choice.setCurrentIndex(self.choice.findData(mistake))
        self.sandbox.setVisible(mistake is not None)
        if mistake is not None:
            self.sandbox.setText(words.sandbox(mistake, self._session.network))

    def _compare(self) -> None:
        check = self._compared
        if check is None:
            return
        self.comparison = comparison = compare(check, self.mistake)
        self.table.show_comparison(comparison)
        self._tell(check, comparison)

    def _tell(self, check: Check, comparison: Comparison) -> None:
        theme = self._theme
        mark, colour = ("✓", theme.positive) if comparison.agrees else ("✗", theme.negative)
        verdict = f"<b style='color: {colour}'>{mark} {words.verdict(comparison)}</b>"
        self.verdict.setText(f"{verdict} · {words.distance(comparison)}")
        told = words.circumstances(check, comparison)
        self.circumstances.setText(told)
        self.circumstances.setToolTip(told)

    # --- only while somebody looks -------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Check the Θ of now."""
        super().showEvent(event)
        self._consider()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        if self._look.isActive():
            self._look.stop()
            self._checker.forget()
            self._show_progress(None)
        self._rest.stop()

    def face_room(self) -> None:
        """Show nothing but the verdict and the table, to a room that can press no button."""
        for part in (self.button, self.circumstances, self.measure):
            part.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table the room of the formula where there is little."""
        super().resizeEvent(event)
        high = self.height() > 18 * self.fontMetrics().height()
        self.measure.setVisible(high and not self.button.isHidden())
