"""The principal components of examples: the directions in which they differ most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from .scaling import Array

# Of many examples with many inputs, evenly chosen ones stand for all: a singular value
# decomposition of more numbers than these takes longer than anybody likes to wait.
_MOST_ROWS: Final = 20_000
_MOST_WORK: Final = 2e8


class Components(NamedTuple):
    """The first two principal components.

    Attributes
    ----------
    mean
        Of the examples, (s_1,).
    axes
        The components, of length 1, (2, s_1); zeros where there is but one.
    share
        Share of the variance that the two keep; None where nothing varies.
    """

    mean: Array
    axes: Array
    share: float | None


def components(X: Array) -> Components:
    """Return the components of X (m, s_1), m ≥ 1.

    By the singular value decomposition X − mean = U S Vᵀ: the rows of Vᵀ are the components, and
    each keeps S² of the sum of squares.
    """
    s_1 = X.shape[1]
    most = int(min(_MOST_ROWS, max(2 * 100, _MOST_WORK / s_1**2)))
    chosen = X[np.linspace(0, len(X) - 1, min(most, len(X))).astype(np.intp)]
    mean = chosen.mean(axis=0)
    _, sizes, found = np.linalg.svd(chosen - mean, full_matrices=False)
    axes = np.zeros((2, s_1))
    axes[: min(2, len(found))] = found[:2]
    # Either sign would do; let it be always the same.
    greatest = np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, np.newaxis], axis=1)
    axes *= np.where(greatest < 0, -1.0, 1.0)
    total = float((sizes**2).sum())
    return Components(mean, axes, float((sizes[:2] ** 2).sum()) / total if total else None)
