"""Ways to move Θ, by name. A new one is a file here and its class in the tuple below."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from .adam import Adam
from .base import Optimizer
from .bfgs import BFGS
from .conjugate_gradient import ConjugateGradient
from .descent import Descent
from .gradient_descent import GradientDescent
from .lbfgs import LBFGS
from .mini_batch import MiniBatch
from .momentum import Momentum
from .search import LARGEST_SLOPE, Search
from .stochastic import Stochastic

if TYPE_CHECKING:
    from collections.abc import Mapping

OPTIMIZERS: Mapping[str, type[Optimizer]] = MappingProxyType(
    {
        optimizer.name: optimizer
        for optimizer in (
            GradientDescent,
            MiniBatch,
            Stochastic,
            Momentum,
            Adam,
            ConjugateGradient,
            BFGS,
            LBFGS,
        )
    }
)

__all__ = ["LARGEST_SLOPE", "OPTIMIZERS", "Descent", "GradientDescent", "Optimizer", "Search"]
