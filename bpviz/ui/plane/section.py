"""Which plane is cut through the space of inputs, and where the examples lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.data import DataSet


@dataclass(frozen=True, eq=False)
class Section:
    """A plane with two coordinates, and the inputs x of the network on it.

    Attributes
    ----------
    names
        Of the coordinates, the one to the right and the one up.
    origin, axes
        ``x = origin + place @ axes``, (s_1,) and (2, s_1): scaled inputs at a place (2,).
    back, shift
        ``place = x @ back + shift``, (s_1, 2) and (2,): where an example is drawn.
    unit
        How far one goes in each coordinate until an input has changed by 1, (2,).
    share
        Share of the variance of the inputs that lies in the plane, where that is known.
    """

    names: tuple[str, str]
    origin: Array
    axes: Array
    back: Array
    shift: Array
    unit: Array
    share: float | None = None

    def inputs(self, places: Array) -> Array:
        """Return x at places of the plane, (n, 2) → (n, s_1)."""
        x: Array = places @ self.axes
        x += self.origin
        return x

    def places(self, X: Array) -> Array:
        """Return where examples are drawn, (m, s_1) → (m, 2)."""
        places: Array = X @ self.back + self.shift
        return places


def of_inputs(data: DataSet, across: int, up: int, x: Array | None = None) -> Section:
    """Return the plane of two inputs, as they were measured.

    Parameters
    ----------
    data
        Whose inputs.
    across, up
        Which two, from 0.
    x
        What the other inputs are, scaled, (s_1,); not needed where there are none.
    """
    s_1 = data.X.shape[1]
    chosen = [across, up]
    offset, scale = data.scaler.offset[chosen], data.scaler.scale[chosen]
    origin = np.zeros(s_1) if x is None else np.array(x, dtype=np.float64)
    origin[chosen] = -offset / scale
    axes, back = np.zeros((2, s_1)), np.zeros((s_1, 2))
    for n, j in enumerate(chosen):
        axes[n, j] = 1.0 / scale[n]
        back[j, n] = scale[n]
    features = data.features
    return Section((features[across], features[up]), origin, axes, back, offset, scale)


def principal(data: DataSet) -> Section:
    """Return the plane of the first two principal components of the training examples."""
    mean, axes, share = data.components
    names = (
        translate("Plane", "first principal component"),
        translate("Plane", "second principal component"),
    )
    return Section(names, mean, axes, axes.T, -mean @ axes.T, np.ones(2), share)
