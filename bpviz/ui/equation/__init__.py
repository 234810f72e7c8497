"""The equation panel: the rule, the rule with numbers, and where each number comes from."""

from .panel import EquationPanel

__all__ = ["EquationPanel"]
