"""The one place where state lives."""

from .selection import Selection, Unit, Weight
from .session import Session
from .training import Training

__all__ = ["Selection", "Session", "Training", "Unit", "Weight"]
