"""What the network has learnt, live."""

from .panel import LearntPanel

__all__ = ["LearntPanel"]
