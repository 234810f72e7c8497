"""Points of one's own: examples added, removed and moved by hand.

Each function returns another data set and leaves the one it is given alone. Points keep their
side of the split between learning and holding back, a new one is learnt from, and all are scaled
as the set they were begun with.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.text import translate

from .scaling import Scaling

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .dataset import DataSet, Words
    from .scaling import Array
    from .split import Indices

NAME: Final = "own"


def with_point(data: DataSet, raw: ArrayLike, label: int) -> DataSet:
    """Return the set with one more training example, its last.

    Parameters
    ----------
    data
        A set of classes.
    raw
        Measured inputs, (s_1,), before scaling.
    label
        Class, counted from 0; with one output 0 or 1.

    Raises
    ------
    ValueError
        If there are not s_1 finite inputs, or no such class.
    """
    m, K = data.Y.shape
    classes = max(2, K)
    if not 0 <= label < classes:
        raise ValueError(f"label must be a class from 0 to {classes - 1}; not {label}")
    y = np.array([float(label)]) if K == 1 else np.eye(K)[label]
    return replace(
        _own(data),
        X=np.vstack((data.X, _scaled(data, raw))),
        Y=np.vstack((data.Y, y)),
        train=np.append(data.train, m),
    )


def without_point(data: DataSet, row: int) -> DataSet:
    """Return the set without one of its rows, be it learnt from or held back.

    Raises
    ------
    ValueError
        If there is no such row, or if it is the last one to learn from.
    """
    _check_row(data, row)
    if data.train.tolist() == [row]:
        raise ValueError("row must leave an example to learn from; it is the last one")
    return replace(
        _own(data),
        X=np.delete(data.X, row, axis=0),
        Y=np.delete(data.Y, row, axis=0),
        train=_closed_up(data.train, row),
        validation=_closed_up(data.validation, row),
    )


def moved(data: DataSet, row: int, raw: ArrayLike) -> DataSet:
    """Return the set with one of its rows at other measured inputs, (s_1,).

    Raises
    ------
    ValueError
        If there is no such row, or if there are not s_1 finite inputs.
    """
    _check_row(data, row)
    X = data.X.copy()
    X[row] = _scaled(data, raw)
    return replace(_own(data), X=X)


def only_point(data: DataSet, row: int) -> DataSet:
    """Return the set with a single row, to learn from: the emptiest there is.

    Raises
    ------
    ValueError
        If there is no such row.
    """
    _check_row(data, row)
    nothing, one = np.arange(0), np.arange(1)
    X, Y = data.X[row : row + 1], data.Y[row : row + 1]
    return replace(_own(data), X=X.copy(), Y=Y.copy(), train=one, validation=nothing)


def _scaled(data: DataSet, raw: ArrayLike) -> Array:
    inputs = np.asarray(raw, dtype=np.float64)
    s_1 = data.X.shape[1]
    if inputs.shape != (s_1,) or not np.isfinite(inputs).all():
        raise ValueError(f"raw must be {s_1} finite numbers, one for each input")
    return data.scaler.apply(inputs)


def _check_row(data: DataSet, row: int) -> None:
    m = len(data.X)
    if not 0 <= row < m:
        raise ValueError(f"row must be from 0 to {m - 1}; not {row}")


def _closed_up(rows: Indices, gone: int) -> Indices:
    kept = rows[rows != gone]
    closed: Indices = kept - (kept > gone)
    return closed


def _own(data: DataSet) -> DataSet:
    """Return the set under a name of its own, which tells what it was begun with."""
    if data.name == NAME:
        return data

    def words() -> Words:
        return replace(
            data.words(),
            title=translate("Data", "Points of your own"),
            description=translate("Data", "Drawn by hand; begun with “{title}”.").format(
                title=data.title
            ),
            source=translate("Data", "drawn by hand; begun with: {source}").format(
                source=data.source
            ),
        )

    scaler = data.scaler
    if scaler.offset.any() or (scaler.scale != 1.0).any():
        # Standardised, say, they were by the mean of other examples.
        scaler = Scaling(scaler.offset, scaler.scale, lambda: _scaled_as(data))
    return replace(data, name=NAME, words=words, scaler=scaler)


def _scaled_as(data: DataSet) -> str:
    sentence = translate("Data", "The inputs are scaled as those of “{title}” are.")
    return sentence.format(title=data.title)
