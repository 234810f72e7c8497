"""The curve of J(Θ)."""

from .cost_plot import CostPlot

__all__ = ["CostPlot"]
