"""The four sizes every figure is given for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core import Network

if TYPE_CHECKING:
    from bpviz.core import Array

ALPHA = 0.1


@dataclass(frozen=True)
class Problem:
    """A network and examples; sigmoid everywhere and cross-entropy, as in the lecture."""

    layers: tuple[int, ...]
    m: int

    @property
    def title(self) -> str:
        return f"{'-'.join(map(str, self.layers))}, m = {self.m}"

    def network(self) -> Network:
        return Network(self.layers, seed=1)

    def examples(self) -> tuple[Array, Array]:
        """XOR for one output; else random inputs with random classes, since only time counts."""
        if self.layers == (2, 4, 1):
            X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
            return X, np.array([[0.0], [1.0], [1.0], [0.0]])
        random = np.random.default_rng(0)
        classes = random.integers(self.layers[-1], size=self.m)
        return random.normal(size=(self.m, self.layers[0])), np.eye(self.layers[-1])[classes]


XOR = Problem((2, 4, 1), 4)
PROBLEMS = (
    XOR,
    Problem((3, 5, 5, 4), 200),
    Problem((64, 32, 10), 1797),
    Problem((400, 25, 10), 5000),
)
