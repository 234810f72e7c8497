"""Which input is which point of a picture, since not everybody unrolls pictures alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .split import Indices


def points(picture: tuple[int, int], *, by_columns: bool) -> Indices:
    """Return the input, from 0, at each point of a picture, row by row as one draws it; (s_1,).

    Parameters
    ----------
    picture
        Rows and columns.
    by_columns
        Whether the inputs are the points column by column, as MATLAB and Octave unroll them,
        rather than row by row.
    """
    rows, columns = picture
    inputs = np.arange(rows * columns)
    return inputs.reshape(columns, rows).T.ravel() if by_columns else inputs


def places(picture: tuple[int, int], *, by_columns: bool) -> Indices:
    """Return the point of a picture, counted from 0 row by row, that each input is; (s_1,)."""
    rows, columns = picture
    # The points of a picture and of its transpose undo each other.
    return points((columns, rows), by_columns=by_columns)
