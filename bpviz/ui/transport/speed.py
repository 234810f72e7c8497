"""The speed of playing, on a scale where each step is a quarter more."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from bpviz.text import decimal_mark, translate
from bpviz.ui.playback import SPEEDS

if TYPE_CHECKING:
    from bpviz.ui.playback import Playback

_PER_DECADE: Final = 10
# Preferred numbers (ISO 3, series R10): every tenth of a decade, rounded to be said aloud.
_PREFERRED: Final = (1.0, 1.25, 1.6, 2.0, 2.5, 3.2, 4.0, 5.0, 6.3, 8.0)


class SpeedSlider(QWidget):
    """A logarithmic slider from 0.1× to 100× with its value beside it.

    Parameters
    ----------
    playback
        Whose speed it is.
    """

    def __init__(self, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playback = playback
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("slider.speed")
        self.slider.setAccessibleName(translate("TransportBar", "Speed of playing"))
        self.slider.setToolTip(translate("TransportBar", "Speed of playing"))
        self.slider.setRange(*(round(_PER_DECADE * log10(speed)) for speed in SPEEDS))
        self.slider.setPageStep(_PER_DECADE // 2)
        self.value = QLabel()
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance("0.125×"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.value)
        self._read()
        self.slider.valueChanged.connect(self._choose)
        playback.changed.connect(self._read)

    def _choose(self, notch: int) -> None:
        self._playback.speed = speed_of(notch)

    def _read(self) -> None:
        """Show the speed there is."""
        speed = self._playback.speed
        self.slider.blockSignals(True)  # noqa: FBT003
        self.slider.setValue(round(_PER_DECADE * log10(speed)))
        self.slider.blockSignals(False)  # noqa: FBT003
        self.value.setText(f"{speed:.3g}×".replace(".", decimal_mark()))


def speed_of(notch: int) -> float:
    """Return the speed of a position of the slider: 10^(notch/10), rounded to be said aloud."""
    decade, place = divmod(notch, _PER_DECADE)
    return round(_PREFERRED[place] * 10.0**decade, 6)
