"""Readings over time, in bounded memory. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from .bins import COUNT, Bins, DecadeBins, LinearBins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bpviz.core import Array, Network

    from .probe import Reading

SYMBOLS: Final = ("z", "a", "delta")
# Enough for the pixels of a strip. When they are all there, every second one is forgotten.
_LIMIT: Final = 256
# Few values in a bin should still be seen: shades grow faster at first.
_GAMMA: Final = 0.6
_SHADES: Final = 255
_REACH: Final = {"sigmoid": 1.0, "softmax": 1.0, "tanh": 1.0}  # how far a can go; others grow


class Record:
    """Histograms of z, a and δ, saturation and the sizes of δ and D, by layer and iteration.

    Parameters
    ----------
    network
        Whose readings will be added.

    Attributes
    ----------
    bins
        Those of z, a and δ for each layer from 2; the same object where layers are to be compared.
    now
        Index of the moment that was added last.
    most_delta
        The largest share of the δ of any layer that has ever been in each bin, (bins,).
    """

    def __init__(self, network: Network) -> None:
        rows = len(network.layers) - 1
        self.bins = _bins(network)
        self._table: NDArray[Any] = np.zeros(
            _LIMIT,
            dtype=[
                ("iteration", np.int64),
                ("begins", np.bool_),
                ("shares", np.float32, (rows, len(SYMBOLS), COUNT)),
                ("shades", np.uint8, (rows, len(SYMBOLS), COUNT)),
                ("saturated", np.float64, rows),
                ("stuck", np.int64, rows),
                ("delta", np.float64, rows),
                ("D", np.float64, rows),
            ],
        )
        self.most_delta = np.zeros(COUNT, np.float32)
        self._length = 0
        self._spacing = 0
        self.now = 0

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, column: str) -> NDArray[Any]:
        """Return one column for all moments, the oldest first.

        "iteration" (n,); "shares" and "shades" (n, layers, symbols, bins), the latter 0 to 255 with
        the fullest bin at 255; "saturated", "stuck", "delta" and "D" (n, layers).
        """
        column_: NDArray[Any] = self._table[column][: self._length]
        return column_

    def add(self, iteration: int, readings: Sequence[Reading], *, gap: bool = False) -> None:
        """Take readings in; those of the same iteration are replaced.

        Parameters
        ----------
        iteration
            When they were taken. Usually later than all others; looking back at an earlier Θ is
            allowed.
        readings
            Of layers 2 to L.
        gap
            Whether nobody has looked for a while before.
        """
        for symbol in range(len(SYMBOLS)):
            self._widen(symbol, readings)
        k = self._place(iteration)
        entry = self._table[k]
        entry["iteration"] = iteration
        entry["begins"] |= gap
        for row, reading in enumerate(readings):
            for symbol, values in enumerate(reading.values):
                entry["shares"][row, symbol] = self.bins[row][symbol].shares(values)
            for name in ("saturated", "stuck", "delta", "D"):
                entry[name][row] = getattr(reading, name)
        entry["shades"][:] = _shades(entry["shares"])
        self.most_delta = np.maximum(self.most_delta, entry["shares"][:, -1].max(axis=0))
        self.now = k

    def forget_after(self, iteration: int) -> None:
        """Forget what comes after an iteration."""
        self._length = int(np.searchsorted(self["iteration"], iteration, side="right"))
        self.now = max(0, self._length - 1)

    def covering(self, iterations: Array) -> NDArray[np.intp]:
        """Return which moment stands for each iteration (n,), −1 where none does.

        A moment stands for what follows it, up to the next one; before a gap, for itself.
        """
        times = self["iteration"]
        found = np.searchsorted(times, iterations, side="right") - 1
        ends_in_gap = np.append(self["begins"][1:], False)
        return np.where(ends_in_gap[found] & (iterations > times[found]), -1, found)

    def _widen(self, symbol: int, readings: Sequence[Reading]) -> None:
        """Let the bins grow with the values, those of layers that share them together."""
        for bins in {id(row[symbol]): row[symbol] for row in self.bins}.values():
            rows = [row for row, own in enumerate(self.bins) if own[symbol] is bins]
            doublings = bins.widen([readings[row].values[symbol] for row in rows])
            if doublings:
                shares = self["shares"][:, rows, symbol]
                shares = bins.merged(shares, doublings)
                self["shares"][:, rows, symbol] = shares
                self["shades"][:, rows, symbol] = _shades(shares)

    def _place(self, iteration: int) -> int:
        """Return where a moment belongs, having made room for it."""
        table, times = self._table, self["iteration"]
        k = int(np.searchsorted(times, iteration))
        if k < len(times) and times[k] == iteration:
            return k
        # The newest gives way while it is nearer to the one before than others are to each other.
        if k == len(times) >= 2 and iteration - times[-2] < self._spacing:
            return k - 1
        if len(times) == _LIMIT:
            self._thin()
            return self._place(iteration)
        table[k + 1 : self._length + 1] = table[k : self._length].copy()
        table[k] = np.zeros((), table.dtype)
        self._length += 1
        return k

    def _thin(self) -> None:
        """Forget every second moment, but neither the first nor the last."""
        kept = np.unique(np.append(np.arange(0, self._length, 2), self._length - 1))
        # A gap before one that is forgotten lies before the next that is kept.
        begins = np.logical_or.reduceat(self["begins"], np.append(0, kept[:-1] + 1))
        self._table[: len(kept)] = self._table[kept]
        self._table["begins"][: len(kept)] = begins
        self._length = len(kept)
        times = self["iteration"]
        self._spacing = int(times[-1] - times[0]) // (len(kept) - 1)


def _bins(network: Network) -> list[tuple[Bins, ...]]:
    """Return bins of z, a and δ for layers 2 to L."""
    # δ comes all the way from the output, and saturation sets in at the same z everywhere: hidden
    # layers share their scales. What ReLUs make of z may be of any size, and that of the output is
    # of another kind.
    delta = DecadeBins()
    rows: list[tuple[Bins, ...]] = []
    for layer in range(2, len(network.layers) + 1):
        name = network.activation(layer).name
        if rows and layer < len(network.layers) and name != "relu":
            rows.append(rows[0])
        else:
            rows.append((LinearBins(signed=True), _activation_bins(name), delta))
    return rows


def _activation_bins(name: str) -> Bins:
    """Return bins for a = g(z)."""
    return LinearBins(_REACH.get(name), signed=name in ("tanh", "linear"))


def _shades(shares: NDArray[np.floating[Any]]) -> NDArray[np.uint8]:
    """Return how strongly to paint each bin of histograms (…, COUNT), the fullest at 255."""
    fullest = shares.max(axis=-1, keepdims=True)
    relative = shares / np.where(fullest > 0, fullest, 1)
    shades: NDArray[np.uint8] = np.rint(_SHADES * relative**_GAMMA).astype(np.uint8)
    return shades
