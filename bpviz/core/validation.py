"""What may enter the mathematics; everything else is refused with a sentence."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final
from weakref import WeakValueDictionary

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .activations import Array
    from .network import Network


# Matrices that were found sound and cannot change since: to look through a hundred megabytes again
# at each new Θ, or to copy them, would take longer than a person waits.
_SOUND: Final[WeakValueDictionary[int, Array]] = WeakValueDictionary()


def is_constant(array: Array) -> bool:
    """Return whether nobody is going to write into an array: it is read-only, and no view."""
    return not array.flags.writeable and array.base is None


def checked_examples(network: Network, X: ArrayLike) -> Array:
    """Return X as float64 (m, s_1), or raise ValueError saying what is wrong with it.

    It is a copy, unless X `is_constant`.
    """
    return _checked_matrix("X", X, network.layers[0], "input units, s_1")


def checked_targets(network: Network, Y: ArrayLike, m: int) -> Array:
    """Return Y as float64 (m, K), or raise ValueError saying what is wrong with it."""
    targets = _checked_matrix("Y", Y, network.layers[-1], "output units, K")
    if len(targets) != m:
        raise ValueError(
            f"Y must have one row for each of the {m} rows of X; it has {len(targets)}"
        )
    allowed = network.pair.targets
    if allowed != "any" and (targets.min() < 0 or targets.max() > 1):
        row, column = np.argwhere((targets < 0) | (targets > 1))[0]
        raise ValueError(
            f"Y must lie between 0 and 1 for cross-entropy; Y[{row}, {column}] is "
            f"{targets[row, column]:g}"
        )
    if allowed == "distribution":
        sums = targets.sum(axis=1)
        wrong = np.flatnonzero(np.abs(sums - 1) > 1e-9)
        if wrong.size:
            raise ValueError(
                "each row of Y must sum to 1 for softmax, such as a one-hot class; "
                f"row {wrong[0]} sums to {sums[wrong[0]]:g}"
            )
    return targets


def checked_parameters(network: Network, parameters: ArrayLike) -> Array:
    """Return all weights in one float64 vector, as ``network.parameters``; complain if not so."""
    vector = np.asarray(parameters, dtype=np.float64)
    if vector.shape != network.parameters.shape or not np.isfinite(vector).all():
        n = network.parameters.size
        raise ValueError(f"parameters must be {n} finite numbers in one vector")
    return vector


def checked_number(name: str, value: float, *, positive: bool = False) -> float:
    """Return a finite number ≥ 0 (> 0 if `positive`), or raise ValueError naming it."""
    bound = "greater than 0" if positive else "at least 0"
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be a number {bound}; not {value!r}") from None
    if not math.isfinite(number) or number < 0 or (positive and number == 0):
        raise ValueError(f"{name} must be a finite number {bound}; not {value!r}")
    return number


def _checked_matrix(name: str, values: ArrayLike, columns: int, meaning: str) -> Array:
    expected = f"{name} must be a matrix of real numbers with shape (m, {columns}) ({meaning})"
    if isinstance(values, np.ndarray) and _SOUND.get(id(values)) is values:
        sound: Array = values
        if not values.flags.writeable and values.shape[1] == columns:
            return sound
    try:
        # casting="same_kind" would refuse text that spells numbers, and complex numbers as well.
        given = np.asarray(values)
        constant = given.dtype == np.float64 and is_constant(given)
        matrix = given.astype(np.float64, casting="same_kind", copy=not constant)
    except (TypeError, ValueError):
        raise ValueError(f"{expected}; it holds something else") from None
    if matrix.size == 0 and matrix.shape != (0, columns):
        raise ValueError(f"{expected}; it is empty")
    if matrix.ndim != 2 or matrix.shape[1] != columns:
        raise ValueError(f"{expected}; its shape is {matrix.shape}")
    if not len(matrix):
        raise ValueError(f"{name} must hold at least one example; it is empty")
    if not np.isfinite(matrix).all():
        row, column = np.argwhere(~np.isfinite(matrix))[0]
        raise ValueError(f"{name} must be finite; {name}[{row}, {column}] is {matrix[row, column]}")
    if constant:
        _SOUND[id(matrix)] = matrix
    return matrix
