"""The network that examples or weights from a file ask for, and the memory it takes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bpviz.text import grouped, translate

from .errors import joined, require

if TYPE_CHECKING:
    from collections.abc import Sequence

# As many hidden units as the course gives its digits, and as few as a curved boundary takes.
MOST_HIDDEN: Final = 25
FEWEST_HIDDEN: Final = 4
# Θ itself, Δ, D, the penalty and its rates, what an optimiser keeps, the worker's and the window's
# copies of them, and some checkpoints.
_COPIES: Final = 16


def suggested(s_1: int, K: int) -> tuple[int, ...]:
    """Return layers to begin with: one hidden layer, which grows with the inputs up to a limit."""
    return s_1, min(max(s_1 + 1, FEWEST_HIDDEN), MOST_HIDDEN), K


def weight_count(layers: Sequence[int]) -> int:
    """Return how many weights a network has, those of the bias units among them."""
    return sum((s + 1) * rows for s, rows in pairwise(layers))


def check_layers(layers: Sequence[int]) -> None:
    """Refuse a network with which the window could not train in the memory there is."""
    weights = weight_count(layers)
    sentence = translate("Files", "A network with layers {layers}, {weights} weights,")
    require(8 * _COPIES * weights, sentence.format(layers=joined(layers), weights=grouped(weights)))
