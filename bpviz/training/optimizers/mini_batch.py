"""Mini-batch gradient descent."""

from __future__ import annotations

from bpviz.text import translate

from .gradient_descent import GradientDescent


class MiniBatch(GradientDescent):
    """Θ := Θ − α D, with D of some examples at a time."""

    name = "mini-batch"
    at_line_9 = "part"
    examples = "some"

    @staticmethod
    def title() -> str:
        """Return its name for a menu."""
        return translate("Optimizer", "Mini-batch gradient descent")
