"""Changing one example or one weight by hand, to see what follows."""

from .panel import HandPanel

__all__ = ["HandPanel"]
