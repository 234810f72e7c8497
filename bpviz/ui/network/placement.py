"""Which units and weights of a network are drawn, and between which points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.session.selection import Unit, Weight

from .curves import Curves

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bpviz.core import Array

    from .layout import Layout

    Mask = NDArray[np.bool_]

# Up to so many weights all are drawn; beyond, about so many: the strongest into each unit.
ALL: Final = 160
ABOUT: Final = 180

_LOYALTY: Final = 1.6  # how much stronger another must be to take the place of one drawn


def shown_units(units: int, places: int, wanted: Iterable[int]) -> tuple[int, ...]:
    """Return the units, from 1 and in order, that get the places there are.

    The first ones stay; those `wanted` that are not among them take the last places.
    """
    if units <= places:
        return tuple(range(1, units + 1))
    later = sorted({unit for unit in wanted if unit > places})[:places]
    first = list(range(1, places + 1))
    while later and len(first) + len(later) > places:
        keep = [unit for unit in reversed(first) if unit not in set(wanted)]
        first.remove(keep[0] if keep else first[-1])
    return (*first, *later)


@dataclass(frozen=True, eq=False)
class Edges:
    """The weights drawn, as parallel arrays.

    Attributes
    ----------
    layer, unit, source
        l, i and j of each Θ⁽ˡ⁾_ij.
    curves
        Their course, from j to i.
    total
        How many weights the network has.
    """

    layer: NDArray[np.intp]
    unit: NDArray[np.intp]
    source: NDArray[np.intp]
    curves: Curves
    total: int

    def __len__(self) -> int:
        return len(self.layer)

    def of_layer(self, layer: int) -> NDArray[np.intp]:
        """Return which of them belong to Θ⁽ˡ⁾."""
        return np.flatnonzero(self.layer == layer)

    def index(self, weight: Weight) -> int | None:
        """Return the place of a weight among them, or None if it is not drawn."""
        found = np.flatnonzero(
            (self.layer == weight.layer)
            & (self.unit == weight.unit)
            & (self.source == weight.source)
        )
        return int(found[0]) if len(found) else None

    def weight(self, index: int) -> Weight:
        """Return the weight at a place."""
        return Weight(int(self.layer[index]), int(self.unit[index]), int(self.source[index]))

    def values(self, matrices: Sequence[Array]) -> Array:
        """Return their entries in matrices of the shapes of Θ⁽¹⁾ … Θ⁽ᴸ⁻¹⁾."""
        picked = np.empty(len(self))
        for n, matrix in enumerate(matrices, start=1):
            here = self.layer == n
            picked[here] = matrix[self.unit[here] - 1, self.source[here]]
        return picked


class Placement:
    """Units in their places.

    Parameters
    ----------
    layout
        The places.
    wanted
        Units that must be seen, whatever else is left out.
    """

    def __init__(self, layout: Layout, wanted: Iterable[Unit] = ()) -> None:
        self.layout = layout
        wanted = tuple(wanted)
        self.units = tuple(
            shown_units(
                column.units,
                len(column.slots),
                (w.unit for w in wanted if w.layer == column.layer),
            )
            for column in layout.columns
        )
        self._slot = tuple({u: n for n, u in enumerate(shown)} for shown in self.units)

    def shows(self, unit: Unit) -> bool:
        """Whether the unit has a place."""
        if unit.unit == 0:
            return self.layout.columns[unit.layer - 1].bias is not None
        return unit.unit in self._slot[unit.layer - 1]

    def centre(self, unit: Unit) -> tuple[float, float]:
        """Return the middle of a unit that has a place."""
        column = self.layout.columns[unit.layer - 1]
        if unit.unit == 0 and column.bias is not None:
            return column.bias
        x, y = column.slots[self._slot[unit.layer - 1][unit.unit]]
        return float(x), float(y)

    def radius(self, unit: Unit) -> float:
        """Return the radius of a unit."""
        column = self.layout.columns[unit.layer - 1]
        return column.radius if unit.unit else column.bias_radius

    @cached_property
    def all_units(self) -> tuple[Unit, ...]:
        """Every unit drawn, layer by layer, bias units first."""
        found = []
        for column, shown in zip(self.layout.columns, self.units, strict=True):
            if column.bias is not None:
                found.append(Unit(column.layer, 0))
            found.extend(Unit(column.layer, unit) for unit in shown)
        return tuple(found)

    @cached_property
    def circles(self) -> tuple[Unit, ...]:
        """The units drawn one by one: all but those that are pixels of a picture."""
        pictures = {column.layer for column in self.layout.columns if column.picture}
        return tuple(u for u in self.all_units if not (u.unit and u.layer in pictures))

    def _ends(self, layer: int) -> tuple[Array, Array]:
        """Where edges leave units 0, 1, … of a layer, and how far from there they begin."""
        column = self.layout.columns[layer - 1]
        points = np.full((column.units + 1, 2), np.nan)
        distances = np.full(column.units + 1, column.radius)
        points[list(self.units[layer - 1])] = column.slots
        if column.picture is not None:
            # Points of a row leave the picture one below the other, so that none covers another.
            box = column.picture
            across = (points[1:, 0] - box.centre[0]) / box.width
            points[1:, 1] += 0.8 * column.pitch * across
            points[1:, 0] = box.right
            distances[1:] = 0.0
        if column.bias is not None:
            points[0], distances[0] = column.bias, column.bias_radius
        return points, distances

    def _sources(self, n: int) -> NDArray[np.intp]:
        """Return the units of layer n + 1 from which weights are drawn."""
        bias = () if self.layout.columns[n].bias is None else (0,)
        return np.array((*bias, *self.units[n]), dtype=np.intp)

    def strongest(
        self, strengths: Sequence[Array], before: Sequence[Mask] | None = None
    ) -> list[Mask]:
        """Return which weights to draw: all, or where these are too many the strongest.

        Parameters
        ----------
        strengths
            |Θ⁽¹⁾| … |Θ⁽ᴸ⁻¹⁾|.
        before
            Those drawn so far: they stay unless others have become clearly stronger, so that
            edges do not flicker while the network learns.
        """
        rows = [np.array(shown, dtype=np.intp) - 1 for shown in self.units[1:]]
        columns = [self._sources(n) for n in range(len(self.units) - 1)]
        seen = sum(len(r) * len(c) for r, c in zip(rows, columns, strict=True))
        most = max(1, ABOUT // sum(len(r) for r in rows)) if seen > ALL else None
        masks = []
        for n, (strength, r, c) in enumerate(zip(strengths, rows, columns, strict=True)):
            mask = np.zeros(strength.shape, dtype=bool)
            part = np.ones((len(r), len(c)), dtype=bool)
            if most is not None and most < len(c):
                part[:] = False
                here = strength[np.ix_(r, c)]
                if before is not None:
                    here = np.where(before[n][np.ix_(r, c)], _LOYALTY * here, here)
                order = np.argpartition(here, -most, axis=1)[:, -most:]
                np.put_along_axis(part, order, values=True, axis=1)
            mask[np.ix_(r, c)] = part
            masks.append(mask)
        return masks

    def edges(self, masks: Sequence[Mask], whole: Iterable[Unit | Weight] = ()) -> Edges:
        """Return the weights to draw with their course.

        Parameters
        ----------
        masks
            Which to draw in any case.
        whole
            Units of which every weight in and out is drawn, and single weights, besides.
        """
        masks = [mask.copy() for mask in masks]
        for item in whole:
            _add(masks, item)
        found = []
        for n, mask in enumerate(masks, start=1):
            visible = np.zeros_like(mask)
            rows = np.array(self.units[n], dtype=np.intp) - 1
            columns = self._sources(n - 1)
            visible[np.ix_(rows, columns)] = True
            unit, source = np.nonzero(mask & visible)
            found.append((np.full(len(unit), n), unit + 1, source))
        layer, unit, source = (np.concatenate(part) for part in zip(*found, strict=True))
        total = sum(mask.size for mask in masks)
        return Edges(layer, unit, source, self._curves(layer, unit, source), total)

    def _curves(
        self, layer: NDArray[np.intp], unit: NDArray[np.intp], source: NDArray[np.intp]
    ) -> Curves:
        starts, ends = np.empty((len(layer), 2)), np.empty((len(layer), 2))
        leave, arrive = np.empty(len(layer)), np.empty(len(layer))
        for n in range(1, len(self.layout.columns)):
            here = layer == n
            points, distances = self._ends(n)
            starts[here], leave[here] = points[source[here]], distances[source[here]]
            column = self.layout.columns[n]
            points = np.full((column.units + 1, 2), np.nan)
            points[list(self.units[n])] = column.slots
            ends[here], arrive[here] = points[unit[here]], column.radius
        return Curves(starts, ends, leave, arrive)


def _add(masks: list[Mask], item: Unit | Weight) -> None:
    """Mark every weight in and out of a unit, or one weight."""
    if isinstance(item, Weight):
        masks[item.layer - 1][item.unit - 1, item.source] = True
        return
    if item.layer >= 2 and item.unit:
        masks[item.layer - 2][item.unit - 1, :] = True
    if item.layer <= len(masks):
        masks[item.layer - 1][:, item.unit] = True
