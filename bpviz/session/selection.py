"""What a person has pointed at: a unit or a weight."""

from __future__ import annotations

from dataclasses import dataclass


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


Selection = Unit | Weight | None
