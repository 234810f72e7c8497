"""A curve of a million points as the few that its pixels can show.

pyqtgraph's own reduction assumes points at equal distances. Ours are not: records grow sparser as a
run goes on, and on a logarithmic axis the first ten take as much room as the last million.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .reach import drawable

if TYPE_CHECKING:
    from bpviz.core import Array


def envelope(x: Array, y: Array, edges: Array) -> tuple[Array, Array]:
    """Return points that fill the same pixels as the whole curve.

    Parameters
    ----------
    x, y
        The curve, (n,) each; x increases.
    edges
        Borders of the pixel columns in terms of x, increasing.

    Returns
    -------
    x, y
        All points where a column holds two at most, else the largest and the smallest y of each
        column, plus the neighbours outside on either side; only those a picture can show.
    """
    bounds = np.searchsorted(x, edges)
    start, stop = max(0, int(bounds[0]) - 1), min(len(x), int(bounds[-1]) + 1)
    if stop - start > 2 * len(edges):
        starts = np.unique(np.clip(bounds, start, stop - 1))
        starts = np.union1d(starts, [start])
        ends = np.append(starts[1:], stop) - 1
        reduced_x = np.column_stack((x[starts], x[ends])).ravel()
        visible = y[:stop]
        reduced_y = np.column_stack(
            (np.maximum.reduceat(visible, starts), np.minimum.reduceat(visible, starts))
        ).ravel()
    else:
        reduced_x, reduced_y = x[start:stop], y[start:stop]
    shown = drawable(reduced_y) & np.isfinite(reduced_x)
    return reduced_x[shown], reduced_y[shown]
