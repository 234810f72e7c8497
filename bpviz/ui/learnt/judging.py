"""What the network makes of many examples, a few milliseconds at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core import forward
from bpviz.ui.classes import classes_of
from bpviz.ui.portions import batches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.core import Array, Network
    from bpviz.data import Indices


@dataclass
class Judged:
    """Filled while `judge` goes on.

    Attributes
    ----------
    said
        Class of each example by the network, from 0, (m,).
    losses
        What each example adds to the sum in J, without regularisation, (m,).
    """

    said: Indices
    losses: Array


def judge(network: Network, X: Array, Y: Array, into: Judged) -> Iterator[None]:
    """Judge examples X (m, s_1) with targets Y (m, K), yielding after each portion."""
    for part in batches(len(X), network):
        result = forward(network, X[part])
        z, h = result.z[-1], result.h
        if z is not None:
            losses = network.pair.losses(z.T, h.T, np.ascontiguousarray(Y[part].T))
            into.losses[part] = losses.sum(axis=0)
        into.said[part] = classes_of(h)
        yield


def nothing_judged(m: int) -> Judged:
    """Return room for the judgement of m examples."""
    return Judged(np.zeros(m, dtype=np.intp), np.zeros(m))
