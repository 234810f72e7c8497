"""Batch gradient descent, the lecture's line 9."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bpviz.text import translate

from .base import FullBatch

if TYPE_CHECKING:
    from threading import Event

    from bpviz.core import Backpropagation


class GradientDescent(FullBatch):
    """Θ := Θ − α D."""

    name = "gradient-descent"

    def __init__(
        self, passes: Backpropagation, interrupt: Event, alpha: float, lambda_: float
    ) -> None:
        super().__init__(passes, interrupt, alpha, lambda_)
        self._theta = passes.network.parameters
        self._D = passes.gradient
        self._change = np.empty_like(self._D)

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "Batch gradient descent")

    def update(self) -> None:
        """Line 9, rounded as ``theta - alpha * D`` is."""
        np.multiply(self._D, self.alpha, self._change)
        np.subtract(self._theta, self._change, self._theta)
