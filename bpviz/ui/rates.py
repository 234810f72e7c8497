"""How Θ is moved: the optimiser, and what it needs beyond α and λ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from bpviz.text import language, translate
from bpviz.training import OPTIMIZERS, SCHEDULES, Schedule

from .fields import typing_goes_on
from .short_choice import ShortChoice
from .watching import watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.session import Session


_LETTERS: Final = 9  # of an optimiser, in the closed list


def optimizer_choice(session: Session, complain: Callable[[str], object]) -> QComboBox:
    """Return the list of optimisers, ``choice.optimizer``.

    `complain` gets the sentence that says why one cannot train this network.
    """
    choice = ShortChoice("choice.optimizer", translate("Rates", "How Θ is moved"), _LETTERS)
    for name, optimizer in OPTIMIZERS.items():
        choice.addItem(optimizer.title(), name)

    def choose(index: int) -> None:
        try:
            session.training.set(optimizer=choice.itemData(index))
        except ValueError as objection:
            choice.setCurrentIndex(choice.findData(session.training.settings.optimizer))
            complain(str(objection))

    choice.activated.connect(choose)
    return choice


class RatesForm(QWidget):
    """Batch size, momentum and the schedule of α; what the optimiser does not use is greyed out.

    Each greyed field says in its tool tip why it has no say.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.batch = QSpinBox()
        self.batch.setObjectName("number.batch_size")
        self.batch.setRange(1, 10**6)
        self.momentum = QDoubleSpinBox()
        self.momentum.setObjectName("number.momentum")
        self.momentum.setRange(0.0, 0.999)
        self.momentum.setDecimals(3)
        self.momentum.setSingleStep(0.05)
        self.schedule = QComboBox()
        self.schedule.setObjectName("choice.schedule")
        for name in SCHEDULES:
            self.schedule.addItem(Schedule(name).title(), name)
        self.iterations = QSpinBox()
        self.iterations.setObjectName("number.schedule_iterations")
        self.iterations.setRange(1, 10**9)
        self._fields = {
            "batch_size": (self.batch, translate("Rates", "Examples a step")),
            "momentum": (self.momentum, translate("Rates", "Momentum β")),
            "schedule": (self.schedule, translate("Rates", "α over time")),
            "iterations": (self.iterations, translate("Rates", "… within T iterations")),
        }
        form = QFormLayout(self)
        for field, name in self._fields.values():
            field.setLocale(QLocale(language()))
            field.setAccessibleName(name)
            form.addRow(QLabel(name), field)
        for number in (self.batch, self.momentum, self.iterations):
            number.setKeyboardTracking(False)
        training = session.training
        self.batch.valueChanged.connect(lambda size: training.set(batch_size=size))
        self.momentum.valueChanged.connect(lambda beta: training.set(momentum=beta))
        self.schedule.activated.connect(self._set_schedule)
        self.iterations.valueChanged.connect(self._set_schedule)
        watch(self, training.changed, self.refresh)
        watch(self, session.network_changed, self.refresh)
        self.refresh()

    def _set_schedule(self, _value: int) -> None:
        training = self._session.training
        schedule = replace(
            training.settings.schedule,
            name=self.schedule.currentData(),
            iterations=self.iterations.value(),
        )
        training.set(schedule=schedule)

    def refresh(self) -> None:
        """Show the settings in force."""
        settings, m = self._session.training.settings, self._session.trace.m
        with typing_goes_on(self.batch):
            self.batch.setValue(min(settings.batch_size or m, m))
        with typing_goes_on(self.momentum):
            self.momentum.setValue(settings.momentum)
        with typing_goes_on(self.iterations):
            self.iterations.setValue(settings.schedule.iterations)
        self.schedule.setCurrentIndex(self.schedule.findData(settings.schedule.name))
        for setting, (field, name) in self._fields.items():
            why_not = settings.why_not("schedule" if setting == "iterations" else setting)
            field.setEnabled(not why_not)
            field.setToolTip(why_not or name)
        if settings.schedule.name == "constant" and self.iterations.isEnabled():
            self.iterations.setEnabled(False)
            self.iterations.setToolTip(translate("Rates", "α does not change over time."))
