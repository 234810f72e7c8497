"""Weights out of files of MATLAB, Octave, NumPy, scikit-learn and PyTorch, and back."""

from .weights import Weights, weights_of
from .writing import FORMATS, write_weights

__all__ = ["FORMATS", "Weights", "weights_of", "write_weights"]
