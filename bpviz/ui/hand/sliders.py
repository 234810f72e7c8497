"""A number with a slider beside its field, for inputs and weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from bpviz.ui.fields import RealField

if TYPE_CHECKING:
    from collections.abc import Callable

_TICKS: Final = 1000


class NumberSlider(QWidget):
    """A slider and a field that show one number; either changes it.

    Parameters
    ----------
    name, meaning
        objectName of the field (the slider's is ``slider.`` and the same end); accessible name.
    title
        What stands before it, as rich text.
    ends
        Ends of the slider; the field takes any number.
    explain
        Returns a tool tip for a value, such as what it means before scaling.
    """

    changed = Signal(float)
    """The number a person has chosen."""

    def __init__(
        self,
        name: str,
        meaning: str,
        title: str,
        ends: tuple[float, float],
        explain: Callable[[float], str] | None = None,
    ) -> None:
        super().__init__()
        self._low, self._high = low, high = ends
        self._explain = explain
        self.title = QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(name.replace("number.", "slider."))
        self.slider.setRange(0, _TICKS)
        self.slider.setPageStep(_TICKS // 20)
        self.field = RealField(name, -1e6, 1e6, 4)
        self.field.setSingleStep(10.0 ** math.floor(math.log10(max(high - low, 1e-3)) - 1.5))
        for part in (self.slider, self.field):
            part.setAccessibleName(meaning)
        self.slider.valueChanged.connect(self._slid)
        self.field.valueChanged.connect(self._chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)

    def show_value(self, value: float) -> None:
        """Show a number without telling anybody; what is being typed stays in the field."""
        self.field.show_value(value)
        with QSignalBlocker(self.slider):
            share = (value - self._low) / (self._high - self._low)
            self.slider.setValue(round(_TICKS * min(max(share, 0.0), 1.0)))
        if self._explain is not None:
            self.setToolTip(self._explain(value))

    def fall_silent(self) -> None:
        """Tell nobody any more, not even what is typed when the field loses the keyboard."""
        for part in (self, self.slider, self.field):
            part.blockSignals(True)  # noqa: FBT003

    def _slid(self, tick: int) -> None:
        value = self._low + tick / _TICKS * (self._high - self._low)
        with QSignalBlocker(self.field):
            self.field.setValue(value)  # also over what is typed, since it was chosen later
        self._chosen(value)

    def _chosen(self, value: float) -> None:
        self.show_value(value)
        self.changed.emit(value)
