"""The matrices: Θ, z, a, δ, Δ and D of every layer, as numbers and as colours."""

from .panel import MatricesPanel

__all__ = ["MatricesPanel"]
