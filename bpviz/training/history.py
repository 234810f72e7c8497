"""J(Θ), accuracy and error over a run: a few numbers a record, read by others while it grows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple, Self

import numpy as np

from .progress import Trial

if TYPE_CHECKING:
    from bpviz.core import Array


LIMIT: Final = 2**20  # rows of a history


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
    epoch
        Passes through the training examples, with the part of the one under way.
    evaluations
        How often J or ∂J/∂Θ has been computed to get there; see `Progress.evaluations`.
    seconds
        Spent on training, without pauses.
    error, error_validation
        Root mean square of h − y; NaN where there are none or where the targets are classes.
    """

    iteration: int
    J: float
    J_validation: float = math.nan
    accuracy: float = math.nan
    accuracy_validation: float = math.nan
    epoch: float = 0.0
    evaluations: int = 0
    seconds: float = 0.0
    error: float = math.nan
    error_validation: float = math.nan


class Records(NamedTuple):
    """Columns of a history, float64 (n,) each, named as in `Record`; iterations increase."""

    iteration: Array
    J: Array
    J_validation: Array
    accuracy: Array
    accuracy_validation: Array
    epoch: Array
    evaluations: Array
    seconds: Array
    error: Array
    error_validation: Array


class Trials(NamedTuple):
    """Columns of what line searches have tried, float64 (n,) each, named as in `Trial`."""

    evaluation: Array
    iteration: Array
    J: Array


class _Table:
    """Rows of numbers, the first of which increases. One thread appends; any thread reads.

    When `limit` rows are held, every second one is dropped, so that memory is bounded however
    long the run.

    Attributes
    ----------
    spacing
        Difference of the first number from one row to the next that keeps the table even after
        such a thinning.
    """

    def __init__(self, columns: int, limit: int) -> None:
        self._limit = limit
        # Table and length in one tuple: a reader sees both of the same moment, and what it sees
        # stays as it was, except that the newest row may be replaced.
        self._published = (np.empty((columns, min(256, limit))), 0)
        self.spacing = 1

    def __len__(self) -> int:
        return self._published[1]

    def columns(self) -> Array:
        """Return the rows so far as columns (n, rows), without copying; no later ones."""
        table, length = self._published
        view = table[:, :length]
        view.flags.writeable = False
        return view

    def append(self, row: tuple[float, ...]) -> None:
        """Add a row; one with the same first number as the last replaces it."""
        table, length = self._published
        if length and table[0, length - 1] == row[0]:
            length -= 1
        elif length == table.shape[1]:
            table, length = self._with_room(table)
        table[:, length] = row
        self._published = (table, length + 1)

    def fill(self, columns: Array, spacing: int) -> None:
        """Hold these rows, (n, rows), instead of what is held."""
        length = columns.shape[1]
        table = np.empty((len(columns), max(256, length)))
        table[:, :length] = columns
        self._published, self.spacing = (table, length), spacing

    def rewind(self, last: float, column: int = 0) -> None:
        """Forget all rows with more than `last` in a column of increasing numbers."""
        table, length = self._published
        length = int(np.searchsorted(table[column, :length], last, side="right"))
        # A new table, since others may still be reading what is forgotten.
        self._published = (table.copy(), length)

    def _with_room(self, full: Array) -> tuple[Array, int]:
        length = full.shape[1]
        if length >= self._limit:
            full = full[:, ::2]
            length = full.shape[1]
            self.spacing = math.ceil((full[0, -1] - full[0, 0]) / (length - 1))
        table = np.empty((len(full), min(2 * length, self._limit)))
        table[:, :length] = full
        return table, length


class History:
    """The records of one run, and what its line searches have tried. Any thread reads.

    A record takes 80 bytes, a trial 24. Of either kind `limit` are held at most; then every second
    one is dropped, so that memory is bounded however long the run.

    Parameters
    ----------
    limit
        Most records ever held, at least 4.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._records = _Table(len(Record._fields), limit)
        self._trials = _Table(len(Trial._fields), limit)

    @classmethod
    def of(cls, records: Array, trials: Array, spacings: tuple[int, int]) -> Self:
        """Return a history that goes on from what `up_to` and `spacings` of another have told.

        Raises
        ------
        ValueError
            If the columns are not as many as `Record` and `Trial` have, or too long.
        """
        history = cls()
        tables = (
            (history._records, Record, records, spacings[0]),
            (history._trials, Trial, trials, spacings[1]),
        )
        for table, kind, columns, spacing in tables:
            if columns.ndim != 2 or len(columns) != len(kind._fields) or columns.shape[1] > LIMIT:
                raise ValueError(f"{kind.__name__} must have {len(kind._fields)} columns")
            table.fill(columns, spacing)
        return history

    def __len__(self) -> int:
        return len(self._records)

    @property
    def spacings(self) -> tuple[int, int]:
        """`spacing`, and the same of trials."""
        return self._records.spacing, self._trials.spacing

    def up_to(self, iteration: int) -> tuple[Array, Array]:
        """Return copies of the records and trials up to an iteration, (10, n) and (3, k)."""
        records, trials = self._records.columns(), self._trials.columns()
        n = int(np.searchsorted(records[0], iteration, side="right"))
        k = int(np.searchsorted(trials[1], iteration, side="right"))
        return records[:, :n].copy(), trials[:, :k].copy()

    @property
    def spacing(self) -> int:
        """Iterations from one record to the next that keep the history even after a thinning."""
        return self._records.spacing

    def records(self) -> Records:
        """Return all records so far, without copying; what is appended later is not in them."""
        return Records(*self._records.columns())

    def trials(self) -> Trials:
        """Return all J tried in line searches so far, without copying."""
        return Trials(*self._trials.columns())

    def append(self, record: Record) -> None:
        """Add a record of an iteration after the last; the same iteration again replaces it."""
        self._records.append(record)

    def tried(self, trial: Trial) -> None:
        """Add what a line search has tried."""
        self._trials.append(trial)

    def rewind(self, iteration: int) -> None:
        """Forget all records after `iteration`, and what was tried for them."""
        self._records.rewind(iteration)
        self._trials.rewind(iteration, Trial._fields.index("iteration"))
