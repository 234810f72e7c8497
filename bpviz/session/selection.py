"""What a person or a lesson points at: units, weights, layers, lines, vectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit `unit` (0 = bias unit) of layer `layer`, both as in the lecture: layers from 1."""

    layer: int
    unit: int


@dataclass(frozen=True, slots=True)
class Weight:
    """Θ⁽ˡ⁾_ij: from unit j = `source` of layer l = `layer` to unit i = `unit` of layer l + 1."""

    layer: int
    unit: int
    source: int


@dataclass(frozen=True, slots=True)
class Layer:
    """All units of layer `layer`, from 1."""

    layer: int


@dataclass(frozen=True, slots=True)
class Weights:
    """All of Θ⁽ˡ⁾, l = `layer`."""

    layer: int


@dataclass(frozen=True, slots=True)
class Line:
    """Line `line` of the algorithm, 1 to 9."""

    line: int


@dataclass(frozen=True, slots=True)
class Vector:
    """The input x, the target y, or the output h of the example on screen."""

    name: Literal["x", "y", "h"]


Selection = Unit | Weight | None
Target = Unit | Weight | Layer | Weights | Line | Vector


def is_there(target: Target, layers: tuple[int, ...]) -> bool:
    """Whether a network with these units in each layer has it; any has lines and vectors."""
    L = len(layers)
    match target:
        case Line(line):
            return 1 <= line <= 9
        case Layer(layer):
            return 1 <= layer <= L
        case Unit(layer, unit):
            least = 1 if layer == L else 0  # outputs have no bias unit beside them
            return 1 <= layer <= L and least <= unit <= layers[layer - 1]
        case Weights(layer):
            return 1 <= layer < L
        case Weight(layer, unit, source):
            return (
                1 <= layer < L and 1 <= unit <= layers[layer] and 0 <= source <= layers[layer - 1]
            )
    return True


def selected(numbers: Sequence[int], layers: tuple[int, ...]) -> Unit | Weight:
    """Return the unit (layer, unit) or the weight (layer, unit, source) that numbers name.

    Raises
    ------
    ValueError
        If a network with these units in each layer has no such thing.
    """
    if not 2 <= len(numbers) <= 3:
        raise ValueError(f"a unit has 2 numbers, a weight 3; not {len(numbers)}")
    found = Unit(*numbers) if len(numbers) == 2 else Weight(*numbers)
    if not is_there(found, layers):
        raise ValueError(f"a network with layers {layers} has no {found}")
    return found


HIDEABLE: Final = ("numbers", "weights", "bias", "targets")


@dataclass(frozen=True, slots=True)
class Attention:
    """What everybody is to look at.

    Attributes
    ----------
    highlight
        What the light falls on, the rest being dimmed; nothing is dimmed while it is empty.
    hide
        What is not drawn: some of `HIDEABLE`.
    """

    highlight: tuple[Target, ...] = ()
    hide: frozenset[str] = frozenset()
