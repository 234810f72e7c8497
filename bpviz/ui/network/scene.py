"""The moment to be drawn: places, numbers and what is lit, gathered once for every painter."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.session.selection import Unit, Weight
from bpviz.ui.shares import greatest

from .placement import Edges, Placement
from .step_picture import StepPicture, step_picture

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array
    from bpviz.session.session import Session

    from .ink import Ink
    from .layout import Column, Layout
    from .placement import Mask

# Where something is lit or selected, other edges keep this much of their strength.
_ASIDE: Final = 0.3
_RESTING: Final = 0.75
_CROWDED: Final = 0.45  # where only a part of the weights can be drawn


class Scene:
    """What is on screen at one moment.

    Parameters
    ----------
    session
        Whose step.
    layout
        The places.
    ink
        Colours and typeface.
    pointed
        The unit or weight under the mouse.
    before
        The scene shown before: of the weights it draws, as many as possible stay.
    """

    def __init__(
        self,
        session: Session,
        layout: Layout,
        ink: Ink,
        pointed: Unit | Weight | None = None,
        before: Scene | None = None,
    ) -> None:
        self.session = session
        self.hidden = session.attention.hide
        self.layout = _without_bias(layout) if "bias" in self.hidden else layout
        self.ink = ink
        self.state = session.state
        self.picture: StepPicture = step_picture(session)
        self.network = session.trace.network
        self.example = session.example
        self.y: Array = session.trace.Y[self.example - 1]
        selected = session.selection
        self.marked = tuple(dict.fromkeys(item for item in (selected, pointed) if item is not None))
        wanted = [*self.picture.wanted]
        if selected is not None:
            wanted += units_of(selected)
        self.lit_items = tuple(
            item for item in session.attention.highlight if isinstance(item, (Unit, Weight))
        )
        wanted += [unit for item in self.lit_items for unit in units_of(item)]
        self.placement = Placement(self.layout, wanted)
        self.strongest: list[Mask] = self.placement.strongest(
            [np.abs(theta) for theta in self.network.theta],
            before.strongest if before and before.layers == self.layers else None,
        )

    @property
    def layers(self) -> tuple[int, ...]:
        """s_1 … s_L."""
        return self.network.layers

    def column(self, layer: int) -> Column:
        """Return the places of a layer."""
        return self.layout.columns[layer - 1]

    # --- units ---------------------------------------------------------------------------------

    def a(self, unit: Unit) -> float:
        """Return a of a unit as it stands, NaN where it is not computed."""
        if unit.unit == 0:
            return 1.0
        return float(self.state.a[unit.layer - 1][unit.unit - 1])

    def z(self, unit: Unit) -> float:
        """Return z of a unit as it stands, NaN where it is not computed or there is none."""
        z = self.state.z[unit.layer - 1]
        return math.nan if z is None or unit.unit == 0 else float(z[unit.unit - 1])

    def delta(self, unit: Unit) -> float:
        """Return δ of a unit as it stands, NaN where it is not computed or there is none."""
        delta = self.state.delta[unit.layer - 1]
        return math.nan if delta is None or unit.unit == 0 else float(delta[unit.unit - 1])

    def share(self, layer: int, a: float) -> float:
        """Return how full a unit with this activation is drawn, 0 to 1."""
        size = abs(a)
        if layer == 1:
            bounded = self._unit_inputs
        else:
            bounded = self.network.activation(layer).name in ("sigmoid", "tanh", "softmax")
        # Without a greatest value there is still a greatest fullness, approached gently.
        return min(size, 1.0) if bounded else float(np.tanh(size / 1.6))

    def negative(self, layer: int) -> bool:
        """Whether activations of a layer may be negative."""
        if layer == 1:
            return self.session.data.span[0] < 0.0
        return self.network.activation(layer).name in ("tanh", "linear")

    @cached_property
    def _unit_inputs(self) -> bool:
        least, greatest = self.session.data.span
        return least >= 0.0 and greatest <= 1.0

    @cached_property
    def delta_scale(self) -> float:
        """The greatest |δ| of this example, so that rings compare across layers."""
        delta = self.session.trace.values.example(self.example).delta
        return greatest(d for d in delta if d is not None)

    def lit(self, unit: Unit) -> bool:
        """Whether this step computes something of the unit."""
        return unit.layer == self.picture.layer and unit.unit in self.picture.units

    # --- edges ---------------------------------------------------------------------------------

    @cached_property
    def edges(self) -> Edges:
        """The weights drawn."""
        if "weights" in self.hidden:
            return self.placement.edges([np.zeros_like(mask) for mask in self.strongest])
        lit = (item for item in self.lit_items if isinstance(item, Weight))
        whole = (*self.picture.edges_of, *self.marked, *lit)
        return self.placement.edges(self.strongest, whole)

    @cached_property
    def usual(self) -> NDArray[np.bool_]:
        """Which of the edges are drawn in any case, and not for this step or selection only."""
        edges = self.edges
        found = np.zeros(len(edges), dtype=bool)
        for n, mask in enumerate(self.strongest, start=1):
            here = edges.of_layer(n)
            found[here] = mask[edges.unit[here] - 1, edges.source[here]]
        return found

    @cached_property
    def carried(self) -> Array:
        """What each edge drawn carries at this step, NaN where nothing."""
        values = np.full(len(self.edges), np.nan)
        if self.picture.carried is not None and self.picture.matrix is not None:
            here = self.edges.of_layer(self.picture.matrix)
            unit, source = self.edges.unit[here], self.edges.source[here]
            values[here] = self.picture.carried[unit - 1, source]
        return values

    @cached_property
    def lit_edges(self) -> NDArray[np.intp]:
        """Places of the edges that this step is about."""
        return np.flatnonzero(~np.isnan(self.carried))

    @cached_property
    def edge_values(self) -> tuple[Array, Array]:
        """The value that colours each edge, and the greatest |value| to compare it with.

        A value is NaN where it is not computed yet.
        """
        picture = self.picture
        matrices = {
            "Theta": self.state.theta,
            "Delta": self.state.Delta,
            "D": self.state.D,
        }[picture.on_edges]
        values = self.edges.values(matrices)
        scales = np.ones(len(values))
        for layer, most in enumerate(self._scales, start=1):
            scales[self.edges.layer == layer] = most
        if picture.kind in ("sum", "layer", "back"):
            lit = self.lit_edges
            values[lit] = self.carried[lit]
            scales[lit] = self.carried_scale
        return values, scales

    @property
    def _scales(self) -> list[float]:
        values = self.session.trace.values
        if self.picture.on_edges == "Delta":
            matrices = values.accumulated(self.picture.example or 1)
        elif self.picture.on_edges == "D":
            matrices = values.D
        else:
            matrices = list(self.network.theta)
        return [greatest([matrix]) for matrix in matrices]

    @cached_property
    def carried_scale(self) -> float:
        """The greatest |value| that an edge carries at this step."""
        carried = self.picture.carried
        return 1.0 if carried is None else greatest([carried])

    @cached_property
    def emphasis(self) -> Array:
        """How strongly each edge is drawn, 0 to 1."""
        edges = self.edges
        carried = ~np.isnan(self.carried)
        if self.picture.kind == "zero":
            carried &= edges.layer == (self.picture.matrix or 0)
        anything = bool(carried.any()) or bool(self.marked) or self.picture.kind != "arrive"
        resting = _RESTING if len(edges) == edges.total else _CROWDED
        strength = np.full(len(edges), _ASIDE if anything else resting)
        strength[carried] = 1.0
        for item in self.marked:
            strength[edges_at(edges, item)] = 1.0
        return strength


def _without_bias(layout: Layout) -> Layout:
    """Return the same places, so that nothing moves, but none for bias units."""
    return replace(layout, columns=tuple(replace(column, bias=None) for column in layout.columns))


def units_of(item: Unit | Weight) -> list[Unit]:
    """Return the unit, or the two that a weight joins."""
    if isinstance(item, Unit):
        return [item]
    return [Unit(item.layer, item.source), Unit(item.layer + 1, item.unit)]


def edges_at(edges: Edges, item: Unit | Weight) -> NDArray[np.bool_]:
    """Return which edges belong to a unit or are the weight."""
    found: NDArray[np.bool_]
    if isinstance(item, Weight):
        found = (edges.layer == item.layer) & (edges.unit == item.unit)
        found &= edges.source == item.source
        return found
    into = (edges.layer == item.layer - 1) & (edges.unit == item.unit) & (item.unit > 0)
    out = (edges.layer == item.layer) & (edges.source == item.unit)
    found = into | out
    return found
