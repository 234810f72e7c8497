"""The mathematics of backpropagation, in numpy.

Read it in this order: `activations` (g and g′), `costs` (J and δ of the output), `network` (Θ),
`backpropagation` (the algorithm), `functions` (the same as plain calls).
"""

from .activations import ACTIVATIONS, HIDDEN, OUTPUT, Activation, Array
from .backpropagation import Backpropagation
from .costs import COSTS, Cost
from .functions import (
    Forward,
    accuracy,
    cost,
    cost_and_gradient,
    forward,
    numerical_gradient,
    relative_difference,
    root_mean_square_error,
    tells_classes,
)
from .network import Network

__all__ = [
    "ACTIVATIONS",
    "COSTS",
    "HIDDEN",
    "OUTPUT",
    "Activation",
    "Array",
    "Backpropagation",
    "Cost",
    "Forward",
    "Network",
    "accuracy",
    "cost",
    "cost_and_gradient",
    "forward",
    "numerical_gradient",
    "relative_difference",
    "root_mean_square_error",
    "tells_classes",
]
