"""Which comes first in a pass: the step that a scene shows, or the number it asks for."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.trace.score import Place

    from .quantity import Quantity

    Rank = tuple[float, ...]


def computed_by(quantity: Quantity, place: Place, network: Network) -> int | None:
    """Return the line that has computed a quantity by the end of a step; None if none has.

    None also where no line computes it: Θ, α, λ, m and y are there from the beginning, and J is
    not of the pass.
    """
    rank = _rank_of_quantity(quantity, network)
    return int(rank[0]) if rank is not None and rank <= _rank_of_place(place) else None


def _rank_of_place(place: Place) -> Rank:
    layer, unit = place.layer or 0, inf if place.unit is None else place.unit
    match place.line:
        case 4 if place.unit is not None:
            return 4, layer, unit, int(place.symbol == "a")
        case 6:
            return 6, -layer, unit
        case 7 | 8 if place.source is not None:
            return place.line, layer, unit, place.source
        case 3 | 5:
            return place.line, unit
    return place.line, layer, inf


def _rank_of_quantity(quantity: Quantity, network: Network) -> Rank | None:
    layer = quantity.layer(network) or 0
    unit = quantity.indices[-1] if quantity.scalar and quantity.indices else inf
    match quantity.name:
        case "x":
            return 3, unit
        case "a" if layer == 1:
            return 3, unit
        case "z":
            return 4, layer, unit, 0
        case "a" | "h" | "slope":
            return 4, layer, unit, 1
        case "delta" if layer == len(network.layers):
            return 5, unit
        case "delta":
            return 6, -layer, unit
        case "Delta" | "D":
            return 7 if quantity.name == "Delta" else 8, *quantity.indices
    return None
