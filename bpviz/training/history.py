"""J(Θ) and accuracy over a run: a few numbers a record, read by others while it grows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from bpviz.core import Array


class Record(NamedTuple):
    """What is known about one iteration.

    Attributes
    ----------
    iteration
        Steps taken from the initial Θ, which is iteration 0.
    J
        J(Θ) on the training examples, with its regularisation term: what training makes smaller.
    J_validation
        J(Θ) on the validation examples without that term, as the course compares them; NaN where
        there are none.
    accuracy, accuracy_validation
        Share of examples put into the right class, 0 to 1; NaN where there are none or where the
        targets are not classes.
    """

    iteration: int
    J: float
    J_validation: float = math.nan
    accuracy: float = math.nan
    accuracy_validation: float = math.nan


class Records(NamedTuple):
    """Columns of a history, float64 (n,) each, named as in `Record`; iterations increase."""

    iteration: Array
    J: Array
    J_validation: Array
    accuracy: Array
    accuracy_validation: Array


class History:
    """The records of one run. One thread appends; any thread reads.

    A record takes 40 bytes. When `limit` of them are held, every second one is dropped, so that
    memory is bounded however long the run.

    Parameters
    ----------
    limit
        Most records ever held, at least 4.

    Attributes
    ----------
    spacing
        Iterations from one record to the next that keep the history even after such a thinning.
    """

    def __init__(self, limit: int = 2**20) -> None:
        self._limit = limit
        # Table and length in one tuple: a reader sees both of the same moment, and what it sees
        # stays as it was, except that the newest record may be replaced.
        self._published = (np.empty((len(Record._fields), min(256, limit))), 0)
        self.spacing = 1

    def __len__(self) -> int:
        return self._published[1]

    def records(self) -> Records:
        """Return all records so far, without copying; what is appended later is not in them."""
        table, length = self._published
        view = table[:, :length]
        view.flags.writeable = False
        return Records(*view)

    def append(self, record: Record) -> None:
        """Add a record of an iteration after the last; the same iteration again replaces it."""
        table, length = self._published
        if length and table[0, length - 1] == record.iteration:
            length -= 1
        elif length == table.shape[1]:
            table, length = self._with_room(table)
        table[:, length] = record
        self._published = (table, length + 1)

    def rewind(self, iteration: int) -> None:
        """Forget all records after `iteration`."""
        table, length = self._published
        length = int(np.searchsorted(table[0, :length], iteration, side="right"))
        # A new table, since others may still be reading what is forgotten.
        self._published = (table.copy(), length)

    def _with_room(self, full: Array) -> tuple[Array, int]:
        length = full.shape[1]
        if length >= self._limit:
            full = full[:, ::2]
            length = full.shape[1]
            self.spacing = math.ceil(full[0, -1] / (length - 1))
        table = np.empty((len(full), min(2 * length, self._limit)))
        table[:, :length] = full
        return table, length
