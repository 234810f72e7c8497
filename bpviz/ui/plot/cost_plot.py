"""J(Θ) while the network learns: the curves, and the way back along them."""

from __future__ import annotations

import math
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.text import translate, typed
from bpviz.ui.counts import grouped
from bpviz.ui.theme import lay_on_surface
from bpviz.ui.watching import watch

from . import along
from .curve import Cursor, Curve, Mark
from .export import export_csv
from .header import Header
from .others import Others
from .recollection import Recollection
from .report import report
from .runs_menu import RunsMenu
from .scale import significant
from .strip import MomentStrip
from .travel import Travel

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QShowEvent

    from bpviz.session.session import Session
    from bpviz.training import Run
    from bpviz.ui.theme import Theme

    from .chart import Chart

# pyqtgraph takes a fifth of a second to load: the window is there and answers before that.
_FIRST_MS: Final = 120
_LEAST_MS: Final = 60  # from one drawing to the next
_ONE_CHANGE: Final = 1.0  # seconds within which several are one


class CostPlot(QWidget):
    """J(Θ) on the training and the validation examples, live; each point leads back to its Θ.

    Parameters
    ----------
    session
        Whose training is watched and rewound.
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
        self._others = Others(dark=theme.is_dark)
        self._other_runs: tuple[Run, ...] = ()
        self.marks: list[Mark] = []
        self._marked = 0.0
        self._invites = True
        self.travel = Travel(session.training, self)
        self._recollection = Recollection(session)
        watch(self, self._recollection.changed, self._rewound)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        watch(self, session.training.recorded, self._recorded)
        watch(self, session.training.changed, self._changed)
        watch(self, session.training.rewound, self._rewound)

    @cached_property
    def chart(self) -> Chart:
        """The curves; pyqtgraph takes a third of a second, and the window need not wait for it."""
        from .chart import Chart  # noqa: PLC0415

        chart = Chart(self._theme, (self._training, self._validation), "J(Θ)")
        chart.setAccessibleName(self.accessibleName())
        chart.setToolTip(
            translate(
                "CostPlot",
                "Click or drag: show that iteration (Left and Right go by one, Esc returns).\n"
                "Wheel: zoom. Right or Shift drag: move. Double click: show everything.",
            )
        )
        chart.following_changed.connect(self.fit.setDisabled)
        gestures = chart.gestures
        gestures.pointed.connect(self.travel.point)
        gestures.stepped.connect(self.travel.step)
        gestures.left.connect(self._return_to_now)
        gestures.chosen.connect(self._choose)
        self._column.addWidget(chart, 1)
        self._name_axis(chart)
        return chart

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._menu = RunsMenu(self._session.training, self)
        self._menu.play_back.triggered.connect(self.travel.play_from_start)
        self._menu.export.triggered.connect(self._export)
        self._header = header = Header(self._theme, self._menu)
        self.readout, self.fit = header.readout, header.fit
        self._log_x, self._log_y, self._axis = header.log_x, header.log_y, header.axis
        for button in (self._log_x, self._log_y):
            button.clicked.connect(self._rescale)
        self.fit.clicked.connect(self._fit)
        self._axis.currentIndexChanged.connect(self._choose_axis)
        self.strip = MomentStrip(self._theme, self.travel.film)
        self.strip.play_pressed.connect(self.travel.toggle_film)
        self.strip.continue_pressed.connect(self._continue)
        self.strip.now_pressed.connect(self._return_to_now)
        slim = round(0.2 * line)
        small = 0.88 * self.font().pointSizeF()
        self.setStyleSheet(
            f"QToolButton, QLabel, QComboBox {{ font-size: {small}pt; }}"
            f"QToolButton {{ padding: {slim}px; }}"
            f"QToolButton:focus {{ padding: {slim - 1}px; }}"
            f"QToolButton[popupMode='1'] {{ padding-right: {round(1.2 * line)}px; }}"
            f"QComboBox {{ padding: 0 {slim}px; background: transparent; border-color: transparent;"
            f" min-height: {round(1.2 * line)}px; }}"
        )
        lay_on_surface(self)
        column = self._column = QVBoxLayout(self)
        gap = round(0.25 * line)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(0)
        for part in (header, self.strip):
            column.addWidget(part)
            column.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self._show_strip()

    # --- how it is looked at -------------------------------------------------------------------

    def _fit(self) -> None:
        self.chart.fit()

    def _rescale(self) -> None:
        self.travel.logarithmic = self._log_x.isChecked()
        self.chart.set_logarithmic(x=self._log_x.isChecked(), y=self._log_y.isChecked())

    def _choose_axis(self) -> None:
        self.travel.along = self._axis.currentData()
        if self._has_chart:
            self._gather()
            self._show_cursor()
            self._name_axis(self.chart)

    def _name_axis(self, chart: Chart) -> None:
        kind = self.travel.along
        chart.set_along(along.label(kind), whole=kind in along.WHOLE)

    @property
    def _has_chart(self) -> bool:
        return "chart" in self.__dict__

    # --- the moment that is shown --------------------------------------------------------------

    def _return_to_now(self) -> None:
        self.travel.return_to_now()
        self.chart.setFocus()

    def _continue(self) -> None:
        self.travel.continue_from_here()
        self.chart.setFocus()

    def _choose(self, curve: int) -> None:
        if self._other_runs:  # else they have gone, and are drawn until the next time
            n = curve - len(self.chart.curves) + len(self._other_runs)
            self._session.training.select(self._other_runs[n])

    def _export(self) -> None:
        export_csv(self, self._session.training.runs)

    def _rewound(self) -> None:
        training = self._session.training
        # One's own run, taken back after a lesson, may be at a moment of its own.
        if training.moment is None or training.history is not self._history:
            self.travel.stop()
        self._show_strip()
        if self._has_chart:
            self._show_cursor()

    def _show_strip(self) -> None:
        training = self._session.training
        self.strip.show_moment(training.moment, training.settings)

    def _show_cursor(self) -> None:
        """Put the cursor at the moment shown, and say what is known about it."""
        training = self._session.training
        moment, records = training.moment, training.history.records()
        if moment is None:
            self.chart.cursor_shown = None
            record, speed = training.latest.record, training.latest.steps_per_second
        else:
            record, speed = self._recollection.record(moment), 0.0
            n, J = grouped(moment.iteration), significant(record.J)
            text = translate("CostPlot", "iteration {n}: J = {J}").format(n=n, J=J)
            x = along.place(records, self.travel.along, np.array([float(moment.iteration)]))[0]
            self.chart.cursor_shown = Cursor(float(x), record.J, text, moment.sentence())
        self.chart.viewport().update()
        self.readout.show_parts(report(record, speed, self._session.data.error_scale))
        parts = [f"J = {significant(record.J)}", self.readout.accessibleName()]
        self.setAccessibleDescription(", ".join([*parts, self.chart.invitation]).strip(", "))

    # --- what is recorded ----------------------------------------------------------------------

    def _recorded(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start(_LEAST_MS)

    def _changed(self) -> None:
        """Mark where α or λ became another while this run was under way."""
        training = self._session.training
        before, now = self._settings, training.settings
        self._settings = now
        self._show_strip()
        if self._forget_other_run():
            return
        changes = [
            f"{symbol} = {typed(value)}"
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

    def _forget_other_run(self) -> bool:
        """Begin afresh if another run is the present one; return whether it is."""
        if self._session.training.history is self._history:
            return False
        self._history = self._session.training.history
        self.marks.clear()
        self._other_runs = ()  # perhaps of another network: nobody needs them
        if self._has_chart:
            self._fit()
        return True

    def _gather(self) -> None:
        """Take the curves of all runs as they are now."""
        training, chart = self._session.training, self.chart
        records = training.history.records()
        x = along.column(records, self.travel.along)
        last = len(x)
        if last > 1 and math.isnan(records.J[-1]):
            last -= 1  # it is being measured
        self._training.x, self._training.y = x[:last], records.J[:last]
        if last and math.isnan(records.J_validation[last - 1]):
            last = 0
        self._validation.x, self._validation.y = x[:last], records.J_validation[:last]
        self._other_runs = tuple(run for run in training.runs if run is not training.run)
        self._training.name = (
            training.run.name if self._other_runs else translate("CostPlot", "training")
        )
        others = self._others.curves(self._other_runs, self.travel.along)
        curves = (self._training, self._validation, *others)
        if curves != chart.curves:
            chart.set_curves(curves)
        tried = training.history.trials()
        chart.trials = None
        if len(tried.J):
            chart.trials = Curve(
                translate("CostPlot", "tried in line searches"),
                self._theme.muted,
                Qt.PenStyle.NoPen,
                along.place_trials(records, tried, self.travel.along),
                tried.J,
            )
        iterations = np.array([mark.iteration for mark in self.marks], dtype=float)
        places = along.place(records, self.travel.along, iterations)
        chart.marks = [(float(p), m.text) for p, m in zip(places, self.marks, strict=True)]

    def refresh(self) -> None:
        """Show what has been recorded."""
        self._forget_other_run()
        self._gather()
        training = self._session.training
        begun = len(training.history) > 1 or training.running
        self.chart.invitation = (
            translate("CostPlot", "Press Train (T) to watch J(Θ) fall.")
            if self._invites and not begun
            else ""
        )
        self._show_cursor()
        self.chart.refresh()

    def face_room(self) -> None:
        """Show curves and figures alone, to a room that can press no button."""
        self._invites = False
        for part in self._header.controls:
            part.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was recorded out of sight."""
        super().showEvent(event)
        if self._has_chart:
            self.refresh()
        else:
            self._timer.start(_FIRST_MS)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop drawing."""
        self._timer.stop()
        super().closeEvent(event)
