"""Stochastic gradient descent."""

from __future__ import annotations

from bpviz.text import translate

from .gradient_descent import GradientDescent


class Stochastic(GradientDescent):
    """Θ := Θ − α D, with D of one example at a time."""

    name = "stochastic"
    at_line_9 = "part"
    examples = "one"

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "Stochastic gradient descent")
