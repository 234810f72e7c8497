"""A plane through the inputs: examples as marks in it, and the network's answers behind them."""

from .canvas import PlaneCanvas
from .plane import Plane
from .section import Section, of_inputs, principal

__all__ = ["Plane", "PlaneCanvas", "Section", "of_inputs", "principal"]
