"""The cost surface around Θ, with the path of training upon it."""

from .panel import SurfacePanel

__all__ = ["SurfacePanel"]
