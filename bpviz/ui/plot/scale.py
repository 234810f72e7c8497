"""Linear and logarithmic scales: which numbers to mark, and how far an axis reaches."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final

from bpviz.text import decimal_mark, number, short
from bpviz.ui.counts import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_WHOLE_STEPS = (1.0, 2.0, 5.0, 10.0)
_MOST_DECIMALS: Final = 15  # of a float there are no more
_CEILINGS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def ceiling(value: float) -> float:
    """Return the next round number from `value` > 0 on: an axis that ends there seldom moves."""
    power = 10.0 ** floor(log10(value))
    for round_ in _CEILINGS:
        if round_ * power >= value:
            return round_ * power
    return 10.0 * power


def ticks(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """Return up to about `most` round numbers, equally far apart, from `low` to `high`.

    Parameters
    ----------
    low, high
        Ends of a linear axis.
    most
        How many there is room for.
    whole
        Whole numbers only.
    """
    span = high - low
    if not span > 0:
        return []
    least = span / max(1, most)
    power = 10.0 ** floor(log10(least))
    steps = _WHOLE_STEPS if whole else _STEPS
    step = next(s * power for s in steps if s * power >= least * (1 - 1e-9))
    if whole:
        step = max(1.0, step)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [n * step for n in range(first, last + 1)]


def log_ticks(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """Return exponents of round numbers from 10^low to 10^high, to be named.

    Over several decades these are powers of ten, over a few also 2 and 5, over less than one
    those of `ticks`, whose parameters these are.
    """
    decades = high - low
    if decades < 1:
        values = ticks(10.0**low, 10.0**high, most, whole=whole)
        return [log10(value) for value in values if value > 0]
    powers = range(ceil(low - 1e-9), floor(high + 1e-9) + 1)
    if decades <= most / 3:
        between = (log10(2), log10(5))
        lower = range(floor(low), floor(high) + 1)
        extra = [n + b for n in lower for b in between if low <= n + b <= high]
        return sorted([*map(float, powers), *extra])
    stride = max(1, ceil(decades / max(1, most)))
    return [float(n) for n in powers if n % stride == 0]


def label(value: float, step: float, *, whole: bool = False) -> str:
    """Return how a tick is named: with as many decimals as its distance to the next one needs."""
    if whole and abs(value) < 1e9:
        return grouped(round(value))
    size = max(abs(value), step)
    if value and not 1e-4 <= size < 1e5:
        power = 10.0 ** floor(log10(abs(value)))
        return short(value, max(4, 2 + _decimals(step / power)))
    text = f"{value:.{_decimals(step)}f}"
    return text.replace(".", decimal_mark()).replace("-", "\N{MINUS SIGN}")


def _decimals(step: float) -> int:
    """Return how many decimals a step has that is round."""
    decimals = 0
    while decimals < _MOST_DECIMALS and abs(round(step, decimals) - step) > 1e-6 * step:
        decimals += 1
    return decimals


def log_labels(exponents: Sequence[float], *, whole: bool = False) -> list[str]:
    """Return how ticks at powers of ten are named, each by itself if that tells them apart."""
    names = [_log_label(exponent, whole=whole) for exponent in exponents]
    if len(set(names)) == len(names):
        return names
    values = [10.0**exponent for exponent in exponents]
    return [label(value, values[1] - values[0], whole=whole) for value in values]


def _log_label(exponent: float, *, whole: bool) -> str:
    value = 10.0**exponent
    if whole and value >= 1:
        return grouped(round(value)) if value < 1e6 else short(value)
    if 1e-4 <= value < 1e5:
        return f"{value:.6g}".replace(".", decimal_mark())
    return short(value)


def significant(value: float) -> str:
    """Return a number to four significant digits, which keeps its width as it falls."""
    if not 1e-4 <= abs(value) < 1e5:
        return number(value, 4)
    text = f"{value:#.4g}" if abs(value) < 9999.5 else f"{value:.0f}"  # Python would write 1e+04
    return text.removesuffix(".").replace(".", decimal_mark())
