"""What a chart draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from bpviz.core import Array


@dataclass
class Curve:
    """One curve.

    Attributes
    ----------
    name
        As the legend has it.
    colour, dash
        Either alone tells it from the others.
    x, y
        Iterations, increasing, and J.
    """

    name: str
    colour: str
    dash: Qt.PenStyle
    x: Array = field(default_factory=lambda: np.empty(0))
    y: Array = field(default_factory=lambda: np.empty(0))


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at an iteration, such as another α."""

    iteration: float
    text: str
