"""Gradient descent with momentum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bpviz.text import translate

from .descent import Descent

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.training.settings import TrainingSettings


class Momentum(Descent):
    """v := β v + D, then Θ := Θ − α v (Polyak 1964).

    v is kept without α, so that another α acts at once, as PyTorch's ``SGD`` has it too.
    """

    name = "momentum"

    def prepare(self) -> None:
        """Allocate what steps need."""
        super().prepare()
        self.memory = self._v = np.zeros_like(self.theta)
        self._change = np.empty_like(self.theta)
        self._beta = np.array(self.settings.momentum)

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "Momentum")

    def change(self, settings: TrainingSettings) -> None:
        """Use other settings from the next step on; v stays."""
        super().change(settings)
        self._beta.fill(settings.momentum)

    def update(self, D: Array) -> None:
        """Line 9 with v in place of D."""
        np.multiply(self._v, self._beta, self._v)
        np.add(self._v, D, self._v)
        np.multiply(self._v, self.alpha, self._change)
        np.subtract(self.theta, self._change, self.theta)
