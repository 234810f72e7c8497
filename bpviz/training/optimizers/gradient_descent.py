"""Batch gradient descent, the lecture's line 9."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from bpviz.text import translate

from .descent import Descent

if TYPE_CHECKING:
    from bpviz.core import Array

    from .base import AtLine9


class GradientDescent(Descent):
    """Θ := Θ − α D."""

    name = "gradient-descent"
    at_line_9: ClassVar[AtLine9] = "same"
    examples: ClassVar[Literal["all", "some", "one"]] = "all"

    def prepare(self) -> None:
        """Allocate what steps need."""
        super().prepare()
        self._change = np.empty_like(self.theta)

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "Batch gradient descent")

    @classmethod
    def unused(cls) -> dict[str, str]:
        """Return the settings that have no say, with reasons."""
        reason = translate("Optimizer", "{name} keeps no direction from one step to the next.")
        return {**super().unused(), "momentum": reason.format(name=cls.title())}

    def update(self, D: Array) -> None:
        """Line 9, rounded as ``theta - alpha * D`` is."""
        np.multiply(D, self.alpha, self._change)
        np.subtract(self.theta, self._change, self.theta)
