"""What will be made of a file, open to choices, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, Self

import numpy as np

from bpviz.text import translate

from .errors import FileError, require
from .inputs import Inputs, inputs_of
from .making import made
from .networks import check_layers, suggested
from .scaling import InputScaling, suits
from .sentences import Column, about, about_column, first_of
from .targets import Target, Task, target_of

if TYPE_CHECKING:
    from bpviz.data.dataset import DataSet
    from bpviz.data.split import Indices

    from .table import Table

Missing = Literal["leave out", "mean"]
# A column called like this is what a table is about, wherever it stands; the surest names first.
_TARGETS: Final = ("target", "class", "label", "labels", "outcome", "output", "y")
_LOOKED_AT: Final = 20  # columns from the last on that may be the target by themselves
_KEPT: Final = 0.8  # share of rows to be left, for rows with missing values to be left out
_FEW_ROWS: Final = 10  # of which none can be spared for validation


@dataclass(frozen=True, eq=False)
class Preview:
    """A table and what is to be made of it.

    Nothing in it changes: `choose` returns another preview.

    Attributes
    ----------
    file
        Name of the file, which names the data set.
    table
        What the file holds.
    targets
        Columns to be learnt, counted from 0; several only where the file says so.
    task
        ``"classes"`` or ``"numbers"``; None to find out from the target.
    missing
        What becomes of rows that lack an input: they are left out, or get the mean of the column
        over the training examples; None to leave them out unless that costs too many rows.
    unwanted
        Columns that are left out.
    picture
        Whether the inputs are points of a picture; None to find out.
    by_columns
        Whether the points of a picture come column by column; None for what the file says.
    scaled
        Whether inputs, and targets that are numbers, are brought to a common size.
    held_back
        Share of the examples that is held back for validation, 0 to 0.5.
    """

    file: str
    table: Table
    targets: tuple[int, ...]
    task: Task | None = None
    missing: Missing | None = None
    unwanted: frozenset[int] = frozenset()
    picture: bool | None = None
    by_columns: bool | None = None
    scaled: bool = True
    held_back: float = 0.2

    @classmethod
    def of(cls, file: str, table: Table) -> Self:
        """Return a preview with the target that the table suggests: the last column, mostly."""
        return cls(file, table, table.targets or (_likely_target(table),))

    def choose(
        self,
        *,
        target: int | None = None,
        unwanted: frozenset[int] | None = None,
        **choices: Task | Missing | bool | float | None,
    ) -> Self:
        """Return a preview with other choices; see the attributes.

        A new `target`, a column counted from 0, is no longer unwanted, and its task is found out.

        Raises
        ------
        ValueError
            If there is no such column, or too large a share is to be held back.
        """
        chosen = replace(self, **choices)  # type: ignore[arg-type]
        if unwanted is not None:
            chosen = replace(chosen, unwanted=unwanted - set(chosen.targets))
        if target is not None and (target,) != self.targets:
            task = chosen.task if "task" in choices else None
            chosen = replace(
                chosen, targets=(target,), task=task, unwanted=chosen.unwanted - {target}
            )
        places = range(len(self.table.names))
        if not {*chosen.targets, *chosen.unwanted} <= set(places):
            raise ValueError(f"there are columns 0 to {places[-1]} only")
        if not 0.0 <= chosen.held_back <= 0.5:
            raise ValueError(f"held_back must be between 0 and 0.5, not {chosen.held_back}")
        return chosen

    # --- what follows from the choices -----------------------------------------------------------

    @cached_property
    def inputs(self) -> Inputs:
        """Which columns become inputs."""
        return inputs_of(self.table, self.targets, self.unwanted, picture=self.picture)

    @cached_property
    def target(self) -> Target:
        """What is to be learnt.

        Raises
        ------
        FileError
            If there is nothing to learn in the column.
        """
        return target_of(self.table, self.targets, self.task)

    @cached_property
    def _lacking(self) -> Indices:
        """Number of missing inputs of each row."""
        return self.inputs.rows_missing(self.table)

    @cached_property
    def fills(self) -> bool:
        """Whether missing inputs are replaced by means; otherwise their rows are left out."""
        if self.missing is not None:
            return self.missing == "mean"
        have_target = ~self.target.missing
        complete = np.count_nonzero(have_target & (self._lacking == 0))
        return bool(complete < _KEPT * np.count_nonzero(have_target))

    @cached_property
    def rows(self) -> Indices:
        """Rows of the table that become examples."""
        wanted = ~self.target.missing
        if not self.fills:
            wanted = wanted & (self._lacking == 0)
        return np.flatnonzero(wanted)

    @property
    def rows_without_target(self) -> int:
        """Number of rows that are left out because they have no target."""
        return int(np.count_nonzero(self.target.missing))

    @property
    def rows_with_gaps(self) -> int:
        """Number of rows with a target that lack an input."""
        return int(np.count_nonzero(~self.target.missing & (self._lacking > 0)))

    @property
    def share_held_back(self) -> float:
        """Share of the examples held back: none where there are only a few."""
        return 0.0 if len(self.rows) < _FEW_ROWS else self.held_back

    @cached_property
    def input_scaling(self) -> InputScaling:
        """How inputs are scaled."""
        return InputScaling(self.table, self.inputs, wanted=self.scaled)

    @property
    def scales_target(self) -> bool:
        """Whether targets that are numbers are standardised."""
        return self.scaled and self.target.task == "numbers" and not suits(self.target.values)

    @property
    def turned(self) -> bool:
        """Whether the points of the picture, if there is one, come column by column."""
        asked = self.table.by_columns if self.by_columns is None else self.by_columns
        return asked and self.inputs.picture is not None

    @property
    def topic(self) -> str:
        """Name of what is to be learnt."""
        return first_of([self.table.names[place] for place in self.targets], 3)

    @property
    def input_names(self) -> tuple[str, ...] | None:
        """Name of each input; None if they are points of a picture without names of their own."""
        if self.inputs.picture and not self.table.named:
            return None
        return self.inputs.names(self.table)

    @property
    def layers(self) -> tuple[int, ...]:
        """Layers of a network to begin with."""
        return suggested(self.inputs.count, self.target.K)

    @cached_property
    def problem(self) -> str | None:
        """Why no data set can be made with these choices, in a sentence; None if one can."""
        try:
            self.check()
        except FileError as error:
            return str(error)
        return None

    def check(self) -> None:
        """Raise `FileError` with the problem if there is one."""
        target, inputs = self.target, self.inputs
        if not inputs.count:
            raise FileError(
                translate("Files", "No column is left to be an input: they are named below.")
            )
        if not len(self.rows):
            raise FileError(
                translate(
                    "Files",
                    "No row is complete. Let the mean stand for missing values, or leave out the "
                    "columns in which they are.",
                )
            )
        if target.task == "classes" and len(np.unique(target.labels(self.rows))) < 2:
            raise FileError(
                translate(
                    "Files",
                    "The rows that are complete all have the same class. Let the mean stand for "
                    "missing values, or choose another target.",
                )
            )
        # The table, X, what X is put together from if words are in it, and Y.
        columns = inputs.count * (2 if inputs.indicators else 1) + target.K
        cells = self.table.numbers.size + len(self.rows) * columns
        require(8 * cells, translate("Files", "These examples"))
        check_layers(self.layers)

    # --- what people read, and what they get -----------------------------------------------------

    def sentences(self) -> tuple[str, ...]:
        """Say in the language in force what will be done, the problem first if there is one."""
        return about(self)

    def column(self, place: int) -> Column:
        """Return name and role of a column, counted from 0, in the language in force."""
        return about_column(self, place)

    def head(self, rows: int = 8, columns: int = 50) -> list[list[str]]:
        """Return the first cells of the table as people read them; nothing where one is missing."""
        places = range(min(columns, len(self.table.names)))
        return [
            [self.table.cell(row, place) for place in places]
            for row in range(min(rows, self.table.m))
        ]

    def data_set(self, seed: int = 0) -> DataSet:
        """Return the data set; the same seed holds back the same examples.

        Raises
        ------
        FileError
            If no data set can be made with these choices; the sentence says why.
        """
        self.check()
        return made(self, seed)


def _likely_target(table: Table) -> int:
    last = len(table.names) - 1
    names = [name.lower() for name in table.names]
    for name in _TARGETS:
        if name in names:
            return names.index(name)
    for place in range(last, max(last - _LOOKED_AT, -1), -1):
        try:
            target_of(table, (place,), None)
        except FileError:
            continue
        return place
    return last
