"""The gradient check: D beside central differences, weight by weight."""

from .panel import CheckPanel

__all__ = ["CheckPanel"]
