"""The one place where state lives."""

from .moment import Moment
from .selection import (
    HIDEABLE,
    Attention,
    Layer,
    Line,
    Selection,
    Target,
    Unit,
    Vector,
    Weight,
    Weights,
)
from .session import Session
from .training import Training

__all__ = [
    "HIDEABLE",
    "Attention",
    "Layer",
    "Line",
    "Moment",
    "Selection",
    "Session",
    "Target",
    "Training",
    "Unit",
    "Vector",
    "Weight",
    "Weights",
]
