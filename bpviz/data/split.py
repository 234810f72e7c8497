"""Which examples are learnt from and which are held back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]


def stratified(
    labels: NDArray[np.integer], random: np.random.Generator, share: float = 0.2
) -> tuple[Indices, Indices]:
    """Hold back the same share of every class.

    Parameters
    ----------
    labels
        Class of each example, (m,).
    random
        Chooses the examples; the same state of it chooses the same.
    share
        Of each class, to the nearest example, that is held back for validation.

    Returns
    -------
    tuple
        Rows to train on and rows to validate on, each in ascending order.
    """
    held_back = np.zeros(len(labels), dtype=bool)
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        count = round(share * len(members))
        held_back[random.permutation(members)[:count]] = True
    return np.flatnonzero(~held_back), np.flatnonzero(held_back)


def all_for_training(m: int) -> tuple[Indices, Indices]:
    """Hold nothing back: a truth table has no rows to spare."""
    return np.arange(m), np.arange(0)
