"""What is under the mouse, and which unit is next in a direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from bpviz.session.selection import Unit, Weight

if TYPE_CHECKING:
    from .layout import Column, Layout
    from .placement import Edges, Placement

Direction = Literal["left", "right", "up", "down"]


def hit(placement: Placement, edges: Edges, x: float, y: float) -> Unit | Weight | None:
    """Return the unit at a point, or else the weight whose edge passes near it."""
    unit = unit_at(placement, x, y)
    if unit is not None:
        return unit
    if not len(edges):
        return None
    distances = edges.curves.distances(x, y)
    nearest = int(distances.argmin())
    return edges.weight(nearest) if distances[nearest] <= reach(placement.layout) else None


def reach(layout: Layout) -> float:
    """Return how near to an edge one must point."""
    return 0.42 * layout.em


def unit_at(placement: Placement, x: float, y: float) -> Unit | None:
    """Return the unit at a point: its circle or its point of the picture."""
    for column, shown in zip(placement.layout.columns, placement.units, strict=True):
        if column.bias is not None:
            away = np.hypot(x - column.bias[0], y - column.bias[1])
            if away <= 1.15 * column.bias_radius:
                return Unit(column.layer, 0)
        box = column.picture
        if box is not None:
            if box.holds(x, y):
                return Unit(column.layer, shown[_nearest(column, x, y)[0]])
            continue
        nearest, away = _nearest(column, x, y)
        if away <= 1.1 * column.radius:
            return Unit(column.layer, shown[nearest])
    return None


def _nearest(column: Column, x: float, y: float) -> tuple[int, float]:
    """Return the place of a layer that is nearest to a point, and how far away it is."""
    away = np.hypot(column.slots[:, 0] - x, column.slots[:, 1] - y)
    nearest = int(away.argmin())
    return nearest, float(away[nearest])


def neighbour(placement: Placement, unit: Unit, direction: Direction) -> Unit:
    """Return the nearest unit in a direction, or the same one where there is none.

    Up and down stay in the layer; left and right go on to the next where the layer ends.
    """
    here = np.array(placement.centre(unit))
    best, least = unit, np.inf
    for other in placement.all_units:
        way = np.array(placement.centre(other)) - here
        upright = direction in ("up", "down")
        along, aside = (way[1], way[0]) if upright else (way[0], way[1])
        along = -along if direction in ("up", "left") else along
        same_layer = other.layer == unit.layer
        if along <= 1e-6 or (upright and not same_layer):
            continue
        if not upright and abs(other.layer - unit.layer) > 1:
            continue
        if not upright and same_layer and abs(aside) > along:
            continue
        cost = along + 2.0 * abs(aside)
        if cost < least:
            best, least = other, cost
    return best


def following(placement: Placement, unit: Unit | None, *, forward: bool) -> Unit | None:
    """Return the unit after or before one in the order of layers; None beyond the ends."""
    units = placement.all_units
    if unit is None:
        return units[0] if forward else units[-1]
    index = units.index(unit) + (1 if forward else -1)
    return units[index] if 0 <= index < len(units) else None
