"""The numbers of a trace, computed by `bpviz.core` where and when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bpviz.core import Array, Backpropagation, Network

if TYPE_CHECKING:
    from collections.abc import Sequence

# Examples are propagated in blocks; a block takes no more room than this many numbers, so that one
# example of a hundred megabytes is there in a millisecond or two.
_ROOM = 2**20


@dataclass(frozen=True)
class ExampleValues:
    """z, a and δ of one example: lists over layers 1..L, without bias; z[0], delta[0] are None."""

    z: list[Array | None]
    a: list[Array]
    delta: list[Array | None]


class Values:
    """All numbers of one pass at fixed Θ.

    z, a and δ are columns of the vectorised run of core, Δ after n examples is the product of core
    over these n, and D is what ``cost_and_gradient`` returns. While all examples fit into one
    block they therefore equal the vectorised results to the last bit; with several blocks z, a, δ
    and Δ may differ from them in the order of summation. Δ after all examples is always that of the
    vectorised run, of which D is made.
    """

    def __init__(self, network: Network, X: Array, Y: Array, lambda_: float, alpha: float) -> None:
        self.network = network
        self.X, self.Y = X, Y
        self.lambda_, self.alpha = lambda_, alpha
        self._block_size = min(len(X), max(1, _ROOM // (4 * sum(network.layers))))
        self._block: tuple[int, Backpropagation] | None = None
        self._sums: list[list[Array]] = [[np.zeros_like(theta) for theta in network.theta]]
        self._accumulated: dict[int, list[Array]] = {}

    def example(self, i: int) -> ExampleValues:
        """Return z, a, δ of example `i`, counted from 1."""
        block, column = divmod(i - 1, self._block_size)
        run = self._run(block)

        def columns(arrays: Sequence[Array | None]) -> list[Array | None]:
            return [None if array is None else array[:, column] for array in arrays]

        a = [array[:, column] for array in run.a]
        return ExampleValues(columns(run.z), a, columns(run.delta))

    @np.errstate(all="ignore")  # a sum no float can hold is infinite
    def accumulated(self, n: int) -> list[Array]:
        """Return Δ⁽¹⁾ … Δ⁽ᴸ⁻¹⁾ after the first `n` examples; not to be written to."""
        if self._takes_all(n):
            return self._pass[2]
        if n not in self._accumulated:
            block, inside = divmod(n, self._block_size)
            while len(self._sums) <= block:
                full = self._run(len(self._sums) - 1).accumulated(self._block_size)
                self._sums.append([s + f for s, f in zip(self._sums[-1], full, strict=True)])
            sums = self._sums[block]
            if inside:
                rest = self._run(block).accumulated(inside)
                sums = [s + r for s, r in zip(sums, rest, strict=True)]
            while len(self._accumulated) > 1:  # before and after the current example
                del self._accumulated[next(iter(self._accumulated))]
            self._accumulated[n] = sums
        return self._accumulated[n]

    def _run(self, block: int) -> Backpropagation:
        if self._block is None or self._block[0] != block:
            self._block = None  # its room is needed for the next
            rows = slice(block * self._block_size, (block + 1) * self._block_size)
            with np.errstate(all="ignore"):
                run = Backpropagation(self.network, self.X[rows], self.Y[rows], keep_z=True)
                run.forward()
                run.backward()
            self._block = block, run
        return self._block[1]

    def _takes_all(self, n: int) -> bool:
        """Whether Δ after `n` examples comes from all of them at once rather than from blocks."""
        return n == len(self.X) > self._block_size

    def rows_to_go(self, example: int | None = None, *n: int, gradient: bool = False) -> int:
        """Return how many examples have to be propagated to know certain numbers.

        Parameters
        ----------
        example
            Whose z, a and δ are wanted.
        n
            After how many examples Δ is wanted.
        gradient
            Whether D is wanted.
        """
        rows = 0
        if example is not None and not self._at_hand((example - 1) // self._block_size):
            rows += self._block_size
        for count in n:
            gradient = gradient or self._takes_all(count)
            if count not in self._accumulated and not self._takes_all(count):
                block, inside = divmod(count, self._block_size)
                blocks = max(0, block + 1 - len(self._sums)) + (inside > 0)
                rows += self._block_size * blocks
        return rows + (len(self.X) if gradient and "_pass" not in self.__dict__ else 0)

    def _at_hand(self, block: int) -> bool:
        return self._block is not None and self._block[0] == block

    @cached_property
    def _pass(self) -> tuple[float, list[Array], list[Array]]:
        """J, D and Δ of all examples at once, J and D as `cost_and_gradient` returns them."""
        run = Backpropagation(self.network, self.X, self.Y)
        with np.errstate(all="ignore"):
            run.forward()
            J = run.cost(self.lambda_)
            run.backward(self.lambda_)
            Delta = run.accumulated(run.m) if self._takes_all(run.m) else []
        return J, list(run.D), Delta

    @property
    def J(self) -> float:
        """J(Θ) over all examples."""
        return self._pass[0]

    @property
    def D(self) -> list[Array]:
        """D⁽¹⁾ … D⁽ᴸ⁻¹⁾."""
        return self._pass[1]

    @cached_property
    def updated(self) -> list[Array]:
        """Θ after line 9: Θ − α D."""
        with np.errstate(all="ignore"):
            both = zip(self.network.theta, self.D, strict=True)
            return [theta - D * self.alpha for theta, D in both]
