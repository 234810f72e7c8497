"""A light on the unit under the mouse, for a lecturer who rests there to speak about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation

from bpviz.session import Unit

if TYPE_CHECKING:
    from bpviz.session import Weight
    from bpviz.ui.network import NetworkView

_REST_MS: Final = 450  # a hand that only passes by lights nothing
_LEAVE_MS: Final = 250  # nor does it darken what it leaves for a moment
_FADE_MS: Final = 220


class Spotlight(QObject):
    """Dims all but the unit on which the mouse rests.

    The light comes when the mouse has rested on a unit, goes at once with it to another, and goes
    out when it has left them.

    Parameters
    ----------
    network
        The picture.
    on
        Whether it shines at all.
    reduced_motion
        Come and go at once.
    """

    def __init__(self, network: NetworkView, *, on: bool, reduced_motion: bool) -> None:
        super().__init__(network)
        self._network = network
        self.on = on
        self._lit: Unit | None = None
        self._pointed: Unit | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._settle)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(0 if reduced_motion else _FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._shine)
        self._fade.finished.connect(self._faded)
        network.pointed.connect(self._point)

    def set_on(self, on: bool) -> None:
        """Switch it on or off."""
        self.on = on
        self._point(self._pointed)

    def _point(self, item: Unit | Weight | None) -> None:
        self._pointed = item if isinstance(item, Unit) else None
        wanted = self._pointed if self.on else None
        if wanted == self._lit:
            self._timer.stop()
        elif wanted is not None and self._lit is not None:
            self._lit = wanted
            self._shine(self._fade.currentValue())
        else:
            self._timer.start(_LEAVE_MS if wanted is None else _REST_MS)

    def _settle(self) -> None:
        """Do what has been wanted for long enough."""
        wanted = self._pointed if self.on else None
        direction = QVariantAnimation.Direction
        if wanted is not None:
            self._lit = wanted
        self._fade.setDirection(direction.Backward if wanted is None else direction.Forward)
        self._fade.start()

    def _shine(self, strength: float) -> None:
        self._network.shine(() if self._lit is None else (self._lit,), strength)

    def _faded(self) -> None:
        if self._fade.direction() == QVariantAnimation.Direction.Backward:
            self._lit = None
            self._network.shine((), 0.0)
