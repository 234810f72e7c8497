"""The health of the layers: what z, a, δ and D have come to, now and over time."""

from .panel import HealthPanel

__all__ = ["HealthPanel"]
