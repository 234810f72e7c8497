"""J(Θ) while the network learns: the curve, what it has come to, and how it is looked at."""

from __future__ import annotations

import math
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bpviz.text import decimal_mark, translate
from bpviz.ui.counts import grouped
from bpviz.ui.watching import watch

from .curve import Curve, Mark
from .readout import Readout
from .scale import short, significant

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from bpviz.session.session import Session
    from bpviz.training import Record
    from bpviz.ui.theme import Theme

    from .chart import Chart

_LEAST_MS: Final = 60  # from one drawing to the next
_ONE_CHANGE: Final = 1.0  # seconds within which several are one


class CostPlot(QWidget):
    """J(Θ) on the training and the validation examples, live.

    Parameters
    ----------
    session
        Whose training is watched.
    theme
        Colours.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plot.cost")
        self.setAccessibleName(translate("CostPlot", "J(Θ) over the iterations of training"))
        self._session = session
        self._theme = theme
        self._settings = session.training.settings
        self._history = session.training.history
        self._training = Curve(
            translate("CostPlot", "training"), theme.symbols["J"], Qt.PenStyle.SolidLine
        )
        self._validation = Curve(
            translate("CostPlot", "validation"), theme.negative, Qt.PenStyle.DashLine
        )
        self.marks: list[Mark] = []
        self._marked = 0.0
        self.readout = Readout()
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        watch(self, session.training.recorded, self._recorded)
        watch(self, session.training.changed, self._changed)

    @cached_property
    def chart(self) -> Chart:
        """The curves; pyqtgraph takes a third of a second, and the window need not wait for it."""
        from .chart import Chart  # noqa: PLC0415

        labels = translate("CostPlot", "iteration"), "J(Θ)"
        chart = Chart(self._theme, (self._training, self._validation), self.marks, labels)
        chart.setAccessibleName(self.accessibleName())
        chart.following_changed.connect(self.fit.setDisabled)
        self._column.addWidget(chart, 1)
        return chart

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self.log_x = self._button("button.log_iteration", "log ↔", self._rescale)
        self.log_x.setToolTip(translate("CostPlot", "Logarithmic scale for the iterations"))
        self.log_y = self._button("button.log_cost", "log ↕", self._rescale)
        self.log_y.setToolTip(translate("CostPlot", "Logarithmic scale for J(Θ)"))
        self.fit = self._button("button.fit", "", self._fit, checkable=False)
        self.fit.setIcon(
            qtawesome.icon(
                "mdi6.fit-to-screen-outline",
                color=self._theme.text,
                color_disabled=self._theme.muted,
            )
        )
        self.fit.setToolTip(
            translate("CostPlot", "Show the whole curve and follow it (double click)")
        )
        self.fit.setIconSize(QSize(line, line))
        self.fit.setEnabled(False)
        for button in (self.log_x, self.log_y, self.fit):
            button.setAccessibleName(button.toolTip())
        slim = round(0.2 * line)
        small = 0.88 * self.font().pointSizeF()
        self.setStyleSheet(
            f"QToolButton, QLabel {{ font-size: {small}pt; }}"
            f"QToolButton {{ padding: {slim}px; }}"
            f"QToolButton:focus {{ padding: {slim - 1}px; }}"
        )
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # a dock's style has its say
        header = QHBoxLayout()
        header.setContentsMargins(round(0.5 * line), 0, 0, 0)
        header.setSpacing(0)
        header.addWidget(self.readout, 1)
        for button in (self.log_x, self.log_y, self.fit):
            header.addWidget(button)
        column = self._column = QVBoxLayout(self)
        gap = round(0.25 * line)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(0)
        column.addLayout(header)
        column.setAlignment(header, Qt.AlignmentFlag.AlignTop)

    def _button(
        self, name: str, text: str, slot: Callable[[], object], *, checkable: bool = True
    ) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setCheckable(checkable)
        button.clicked.connect(slot)
        return button

    def _fit(self) -> None:
        self.chart.fit()

    def _rescale(self) -> None:
        self.chart.set_logarithmic(x=self.log_x.isChecked(), y=self.log_y.isChecked())

    @property
    def _has_chart(self) -> bool:
        return "chart" in self.__dict__

    def _recorded(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start(_LEAST_MS)

    def _changed(self) -> None:
        """Mark where α or λ became another while this run was under way."""
        training = self._session.training
        before, now = self._settings, training.settings
        self._settings = now
        self._forget_other_run()
        changes = [
            f"{symbol} = {short(value)}"
            for symbol, old, value in (
                ("α", before.alpha, now.alpha),
                ("λ", before.lambda_, now.lambda_),
            )
            if value != old
        ]
        if changes and training.iteration > 0:
            mark = Mark(training.iteration, ", ".join(changes))
            # While a slider is dragged, only what it comes to is worth a mark.
            if self.marks and monotonic() - self._marked < _ONE_CHANGE:
                self.marks.pop()
            self.marks.append(mark)
            self._marked = monotonic()
            self._recorded()

    def _forget_other_run(self) -> None:
        if self._session.training.history is not self._history:
            self._history = self._session.training.history
            self.marks.clear()
            if self._has_chart:
                self._fit()

    def refresh(self) -> None:
        """Show what has been recorded."""
        self._forget_other_run()
        training = self._session.training
        records = training.history.records()
        validated = len(records.J) > 0 and not math.isnan(records.J_validation[-1])
        self._training.x, self._training.y = records.iteration, records.J
        nothing = slice(0, None if validated else 0)
        self._validation.x = records.iteration[nothing]
        self._validation.y = records.J_validation[nothing]
        begun = len(records.J) > 1 or training.running
        self.chart.invitation = (
            "" if begun else translate("CostPlot", "Press Train (T) to watch J(Θ) fall.")
        )
        self.chart.refresh()
        latest = training.latest
        self.readout.show_parts(report(latest.record, latest.steps_per_second))
        parts = [f"J = {significant(latest.J)}", self.readout.accessibleName()]
        self.setAccessibleDescription(", ".join([*parts, self.chart.invitation]).strip(", "))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was recorded out of sight."""
        super().showEvent(event)
        if self._has_chart:
            self.refresh()
        else:
            self._timer.start(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop drawing."""
        self._timer.stop()
        super().closeEvent(event)


def report(record: Record, steps_per_second: float) -> list[str]:
    """Return what is known about the latest iteration, the most important first."""
    parts = [
        translate("CostPlot", "iteration {n}").format(n=grouped(record.iteration)),
    ]
    if not math.isnan(record.accuracy):
        right = percent(record.accuracy)
        parts.append(translate("CostPlot", "accuracy {right}").format(right=right))
    if not math.isnan(record.accuracy_validation):
        right = percent(record.accuracy_validation)
        parts.append(translate("CostPlot", "in validation {right}").format(right=right))
    if steps_per_second > 0:
        # Two digits: the rest would flicker.
        digits = max(0, math.floor(math.log10(steps_per_second)) - 1)
        speed = round(steps_per_second, -digits) if steps_per_second >= 10 else steps_per_second
        text = grouped(round(speed)) if speed >= 10 else short(speed)
        parts.append(translate("CostPlot", "{speed} steps/s").format(speed=text))
    return parts


def percent(share: float) -> str:
    """Return a share of 0 to 1 in per cent, rounded but never up to all."""
    rounded = round(100 * share, 1)
    if share < 1 and rounded == 100:
        rounded = 99.9
    return f"{rounded:.1f} %".replace(".", decimal_mark()).replace(" ", "\N{NO-BREAK SPACE}")
