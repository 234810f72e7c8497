"""Adam."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import translate

from .descent import Descent

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.training.settings import TrainingSettings

_BETA2: Final = 0.999
_EPSILON: Final = np.array(1e-8)
_ONE: Final = np.array(1.0)


class Adam(Descent):
    """Each weight steps by its mean slope, measured by the usual size of its slope.

    Algorithm 1 of Kingma and Ba 2015, with β₁ the setting `momentum`, β₂ = 0.999, ε = 10⁻⁸::

        v := β₁ v + (1 − β₁) D        s := β₂ s + (1 − β₂) D²
        Θ := Θ − α · v / (1 − β₁ᵗ) / (√(s / (1 − β₂ᵗ)) + ε)

    They write m for v, and v for s.
    """

    name = "adam"

    def prepare(self) -> None:
        """Allocate what steps need."""
        super().prepare()
        n = self.theta.size
        self.memory = np.zeros(2 * n + 2)
        self._v, self._s = self.memory[:n], self.memory[n : 2 * n]
        self._powers = self.memory[2 * n :]  # β₁ᵗ and β₂ᵗ
        self._powers.fill(1.0)
        self._betas = np.array([self.settings.momentum, _BETA2])
        self._rests = _ONE - self._betas  # 1 − β
        self._missing = np.empty(2)  # 1 − βᵗ: v and s began at 0, and are too small by that
        # Views of one number each, made once.
        self._beta1, self._beta2 = self._betas[:1], self._betas[1:]
        self._rest1, self._rest2 = self._rests[:1], self._rests[1:]
        self._missing1, self._missing2 = self._missing[:1], self._missing[1:]
        self._rate = np.empty(1)
        self._size = np.empty_like(self.theta)
        self._change = np.empty_like(self.theta)

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "Adam")

    def change(self, settings: TrainingSettings) -> None:
        """Use other settings from the next step on; v and s stay."""
        super().change(settings)
        self._betas[0] = settings.momentum
        np.subtract(_ONE, self._betas, self._rests)

    def update(self, D: Array) -> None:
        """Line 9 in Adam's way."""
        multiply, v, s, change, size = np.multiply, self._v, self._s, self._change, self._size
        multiply(self._powers, self._betas, self._powers)
        np.subtract(_ONE, self._powers, self._missing)
        multiply(v, self._beta1, v)
        multiply(D, self._rest1, change)
        np.add(v, change, v)
        multiply(s, self._beta2, s)
        multiply(D, D, size)
        multiply(size, self._rest2, size)
        np.add(s, size, s)
        np.divide(s, self._missing2, size)
        np.sqrt(size, size)
        np.add(size, _EPSILON, size)
        np.divide(v, size, change)
        np.divide(self.alpha, self._missing1, self._rate)
        multiply(change, self._rate, change)
        np.subtract(self.theta, change, self.theta)
