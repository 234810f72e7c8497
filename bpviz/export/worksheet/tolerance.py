"""How far numbers may be off that are computed with rounded ones: a bound, not an estimate.

Whoever rounds each number when it is written down carries on an error of at most half a unit of
the last decimal; every line of the algorithm makes it larger or smaller and adds its own. Each
function of a line here bounds what becomes of the errors that come in.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from .written import DECIMALS

if TYPE_CHECKING:
    from bpviz.core import Array, Network
    from bpviz.trace import Trace

HALF_UNIT: Final = 0.5 * 10.0**-DECIMALS
# The largest g′ there is, and by how much at most g′, computed from a, moves when a moves.
_STEEPEST: Final = {"sigmoid": 0.25, "softmax": 0.5}
_BEND: Final = {"sigmoid": 1.0, "tanh": 2.0}


def tolerance(trace: Trace) -> float:
    """Return by how much the numbers of a trace of one example differ at most if all are rounded.

    The result is rounded up to 1, 2 or 5 units of a decimal.
    """
    network, values = trace.network, trace.values.example(1)
    a_errors, largest = _forward(network, trace.X[0])
    L = len(network.layers)
    errors = {L: _output_errors(trace, a_errors[-1])}
    for layer in range(L - 1, 1, -1):
        after = values.delta[layer]
        assert after is not None  # noqa: S101 (every layer but the first has one)
        theta = network.theta[layer - 1][:, 1:]
        sums = theta.T @ after
        sum_errors = np.abs(theta).T @ errors[layer + 1] + HALF_UNIT
        errors[layer] = _product(
            sums, sum_errors, trace.slope(1, layer), _slope_errors(network, layer, a_errors)
        )
    for layer in range(1, L):
        after, a = values.delta[layer], values.a[layer - 1]
        assert after is not None  # noqa: S101
        a_with_bias, a_error = np.append(1.0, a), np.append(0.0, a_errors[layer - 1])
        Delta = _product(after[:, None], errors[layer + 1][:, None], a_with_bias, a_error)
        D = Delta / trace.m + HALF_UNIT
        largest = max(largest, Delta.max(), D.max(), trace.alpha * D.max() + HALF_UNIT)
    largest = max(largest, *(error.max() for error in errors.values()))
    # The key's own numbers are rounded too.
    return _rounded_up(largest + HALF_UNIT)


def near_a_kink(trace: Trace) -> bool:
    """Whether rounding may put a z of relu on the other side of 0, where g′ jumps."""
    if trace.network.hidden != "relu":
        return False
    network = trace.network
    z = trace.values.example(1).z[1:-1]
    a_errors, _ = _forward(network, trace.X[0])
    for layer, values in enumerate(z, start=2):
        bound = _z_errors(network, layer, a_errors[layer - 2]) + HALF_UNIT
        if values is not None and (np.abs(values) <= bound).any():
            return True
    return False


def _forward(network: Network, x: Array) -> tuple[list[Array], float]:
    """Return the errors of a⁽¹⁾ … a⁽ᴸ⁾ and the largest error of a z or an a."""
    errors = [np.zeros_like(x)]
    largest = 0.0
    for layer in range(2, len(network.layers) + 1):
        z_error = _z_errors(network, layer, errors[-1])
        name = network.activation(layer).name
        if name == "softmax":  # each output depends on every z
            z_error = np.full_like(z_error, z_error.max())
        errors.append(_STEEPEST.get(name, 1.0) * z_error + HALF_UNIT)
        largest = max(largest, z_error.max(), errors[-1].max())
    return errors, largest


def _z_errors(network: Network, layer: int, before: Array) -> Array:
    """Line 4: Θ is given without an error, and so is the bias unit's 1."""
    result: Array = np.abs(network.theta[layer - 2][:, 1:]) @ before + HALF_UNIT
    return result


def _slope_errors(network: Network, layer: int, a_errors: list[Array]) -> Array:
    """g′ as computed from a."""
    before = a_errors[layer - 1]
    bend = _BEND.get(network.activation(layer).name)
    if bend is None:
        return np.zeros_like(before)  # 0 or 1
    return bend * before + np.square(before) + HALF_UNIT


def _output_errors(trace: Trace, a_error: Array) -> Array:
    """Line 5: y is given without an error."""
    if trace.network.pair.matched:
        return a_error + HALF_UNIT
    layer = len(trace.network.layers)
    a_errors = [a_error] * layer
    difference = trace.values.example(1).a[-1] - trace.Y[0]
    slope_error = _slope_errors(trace.network, layer, a_errors)
    return _product(difference, a_error + HALF_UNIT, trace.slope(1, layer), slope_error)


def _product(p: Array, p_error: Array, q: Array, q_error: Array) -> Array:
    result: Array = np.abs(p) * q_error + p_error * np.abs(q) + p_error * q_error + HALF_UNIT
    return result


def _rounded_up(value: float) -> float:
    unit = 10.0 ** math.floor(math.log10(value))
    return next(n * unit for n in (1, 2, 5, 10) if n * unit >= value)
