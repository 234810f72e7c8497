"""Training examples in another order each epoch, some at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bpviz.core import Backpropagation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.core import Array

# To make a generator takes as long as some steps of a small network: so the orders of as many
# epochs as come to this many examples are drawn from one.
_DRAWN_AT_ONCE = 4096
# The usual batch, the smaller one at the end of an epoch, and what a change of size leaves over.
_SIZES_KEPT = 3


class Batches:
    """Loads batches of the training examples, in arrays that are allocated once.

    Parameters
    ----------
    passes
        The network on all training examples.
    """

    def __init__(self, passes: Backpropagation) -> None:
        self._all = passes
        # Rows lie together in memory here: gathering columns of the transpose is ten times slower.
        self._X: Array = np.ascontiguousarray(passes.X)
        self._sized: dict[int, tuple[Backpropagation, Array]] = {}
        self._epochs = max(1, _DRAWN_AT_ONCE // passes.m)
        self._orders: NDArray[np.intp] = np.empty((0, 0), dtype=np.intp)
        self._drawn: tuple[int, int] = (-1, -1)

    def load(self, seed: int, epoch: int, position: int, size: int) -> Backpropagation:
        """Return the network on the next `size` examples of an epoch, or on those that are left.

        Parameters
        ----------
        seed, epoch
            Tell the order of the examples, and nothing else does.
        position
            Examples of this epoch seen already.
        """
        order = self.order(seed, epoch)[position : position + size]
        passes, rows = self._sized.get(len(order)) or self._with_size(len(order))
        # "clip", since the default mode checks indices in a copy; these are never out of range.
        self._X.take(order, 0, rows, "clip")
        passes.replace_examples(rows)
        self._all.Y.take(order, 1, passes.Y, "clip")
        return passes

    def order(self, seed: int, epoch: int) -> NDArray[np.intp]:
        """Return the order of the examples in an epoch, (m,), counted from 0."""
        block, row = divmod(epoch, self._epochs)
        if self._drawn != (seed, block):
            unshuffled = np.tile(np.arange(self._all.m), (self._epochs, 1))
            self._orders = np.random.default_rng((seed, block)).permuted(unshuffled, axis=1)
            self._drawn = (seed, block)
        order: NDArray[np.intp] = self._orders[row]
        return order

    def _with_size(self, size: int) -> tuple[Backpropagation, Array]:
        if len(self._sized) >= _SIZES_KEPT:
            self._sized.clear()
        rows = self._X[:size].copy()
        # A copy: with one output, a piece of all targets would do as it is, and be written to.
        passes = Backpropagation(self._all.network, rows, self._all.Y[:, :size].T.copy())
        self._sized[size] = passes, rows
        return passes, rows
