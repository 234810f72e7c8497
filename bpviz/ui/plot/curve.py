"""What a chart draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from bpviz.core import Array


@dataclass(eq=False)
class Curve:
    """One curve.

    Attributes
    ----------
    name
        As the legend has it.
    colour, dash
        Either alone tells it from the others.
    x, y
        Where along the horizontal axis, not decreasing, and J.
    faint
        Whether it is there to be compared with: thinner, without its latest value.
    """

    name: str
    colour: str
    dash: Qt.PenStyle
    x: Array = field(default_factory=lambda: np.empty(0))
    y: Array = field(default_factory=lambda: np.empty(0))
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at an iteration, such as another α."""

    iteration: float
    text: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """The moment that is shown.

    Attributes
    ----------
    x, y
        Where along the horizontal axis, and J.
    text
        Both in words.
    note
        Why it is not the moment asked for, or "".
    """

    x: float
    y: float
    text: str
    note: str = ""
