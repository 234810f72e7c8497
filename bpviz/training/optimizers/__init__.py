"""Ways to move Θ, by name. A new one is a file here and its class in the tuple below."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from .base import FullBatch, Optimizer
from .gradient_descent import GradientDescent

if TYPE_CHECKING:
    from collections.abc import Mapping

OPTIMIZERS: Mapping[str, type[Optimizer]] = MappingProxyType(
    {optimizer.name: optimizer for optimizer in (GradientDescent,)}
)

__all__ = ["OPTIMIZERS", "FullBatch", "GradientDescent", "Optimizer"]
