"""What is to be learnt: classes, or numbers, made of one or several columns of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from bpviz.text import translate

from .errors import FileError, shortened
from .table import MOST_WORDS, written

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bpviz.data.scaling import Array
    from bpviz.data.split import Indices

    from .table import Table, Words

Task = Literal["classes", "numbers"]
# Whole numbers of so few different values, each met twice on average, are classes unless somebody
# says otherwise.
_FEW_CLASSES: Final = 20
_OFTEN: Final = 2


@dataclass(frozen=True, eq=False)
class Target:
    """What is to be learnt.

    Attributes
    ----------
    task
        ``"classes"``, ``"numbers"``, or ``"switches"``: several outputs between 0 and 1.
    values
        Number of the class of each row, or the numbers themselves, (m, 1) or (m, K); NaN where
        it is missing.
    names
        Of the classes, in the order of the outputs; of the numbers or switches.
    meaning
        What h = 1 means if one output tells two classes apart.
    """

    task: Literal["classes", "numbers", "switches"]
    values: Array
    names: tuple[str, ...]
    meaning: str = ""

    @property
    def K(self) -> int:
        """Number of outputs: one tells two classes apart."""
        return 1 if self.two_classes else len(self.names)

    @property
    def two_classes(self) -> bool:
        """Whether one output is enough, which is 1 for the second class."""
        return self.task == "classes" and len(self.names) == 2

    @property
    def outputs(self) -> tuple[str, ...]:
        """Name of each output."""
        return (self.meaning,) if self.two_classes else self.names

    @property
    def missing(self) -> NDArray[np.bool_]:
        """Which rows have no target, (m,)."""
        lacking: NDArray[np.bool_] = np.isnan(self.values.sum(axis=1))
        return lacking

    def labels(self, rows: Indices) -> Indices:
        """Return the class of each of some rows, for sharing them out; numbers are one class."""
        if self.task == "classes":
            labels: Indices = self.values[rows, 0].astype(np.intp)
            return labels
        return np.zeros(len(rows), dtype=np.intp)

    def Y(self, rows: Indices) -> Array:
        """Return the targets of some rows, (rows, K); classes one-hot, or 0 and 1 if two."""
        if self.task != "classes" or self.two_classes:
            return np.ascontiguousarray(self.values[rows])
        Y = np.zeros((len(rows), len(self.names)))
        Y[np.arange(len(rows)), self.labels(rows)] = 1.0
        return Y


def target_of(table: Table, places: tuple[int, ...], task: Task | None) -> Target:
    """Make a target of columns of a table.

    Parameters
    ----------
    table
        What the file holds.
    places
        The columns: one, or several of numbers.
    task
        What to learn; None to find out.

    Raises
    ------
    FileError
        If there is nothing to learn in it; the sentence says why.
    """
    if len(places) > 1:
        return _several(table, places)
    [place] = places
    words = table.words.get(place)
    if words is not None:
        return _words(table, place, words, task)
    values = table.number_column(place)
    known = values[~np.isnan(values)]
    kinds, numbers = np.unique(known, return_inverse=True)
    if len(kinds) < 2:
        raise FileError(_nothing_to_learn(table.names[place]))
    if task is None:
        whole = bool((kinds == np.round(kinds)).all())
        often = len(kinds) == 2 or len(known) >= _OFTEN * len(kinds)
        task = "classes" if whole and often and len(kinds) <= _FEW_CLASSES else "numbers"
    if task == "numbers":
        return Target("numbers", values[:, np.newaxis], (table.names[place],))
    if len(kinds) > MOST_WORDS:
        raise FileError(_too_many_classes(table.names[place]))
    codes = np.full((len(values), 1), np.nan)
    codes[~np.isnan(values), 0] = numbers
    names = _class_names(table, place, kinds)
    return Target("classes", codes, names, f"{table.names[place]} = {names[-1]}")


def _class_names(table: Table, place: int, kinds: Array) -> tuple[str, ...]:
    names = [written(kind) for kind in kinds.tolist()]
    if len(set(names)) < len(names):
        names = [repr(kind) for kind in kinds.tolist()]
    if table.ten_is_zero and place in table.targets:
        names[-1] = "0"
    return tuple(names)


def _several(table: Table, places: tuple[int, ...]) -> Target:
    values = np.column_stack([table.number_column(place) for place in places])
    names = tuple(table.names[place] for place in places)
    known = values[~np.isnan(values)]
    if not known.size or known.min() == known.max():
        raise FileError(_nothing_to_learn(names[0]))
    within = known.min() >= 0 and known.max() <= 1
    if len(places) > 2 and np.isin(values, (0.0, 1.0)).all() and (values.sum(axis=1) == 1).all():
        return Target("classes", values.argmax(axis=1)[:, np.newaxis].astype(np.float64), names)
    return Target("switches" if within else "numbers", values, names)


def _words(table: Table, place: int, words: Words, task: Task | None) -> Target:
    name = table.names[place]
    if words.too_many or (words.numeric >= 0.5 and len(words.known) > _FEW_CLASSES):
        if words.numeric >= 0.5:
            row, cell = words.first
            sentence = translate(
                "Files",
                "The target “{name}” holds numbers, but {place} holds “{cell}”: put a number "
                "there, or leave the cell empty.",
            )
            place_words = table.where(row, place)
            raise FileError(sentence.format(name=name, place=place_words, cell=shortened(cell)))
        raise FileError(_too_many_classes(name))
    if task == "numbers":
        sentence = translate(
            "Files", "“{name}” holds words such as “{cell}”, which can be learnt as classes only."
        )
        raise FileError(sentence.format(name=name, cell=shortened(words.first[1])))
    if len(words.known) < 2:
        raise FileError(_nothing_to_learn(name))
    order = sorted(range(len(words.known)), key=words.known.__getitem__)
    rank = np.empty(len(order) + 1)
    rank[order] = np.arange(len(order))
    rank[-1] = np.nan  # where the code −1 of a missing word leads
    names = tuple(shortened(words.known[code]) for code in order)
    return Target("classes", rank[words.codes][:, np.newaxis], names, names[-1])


def _nothing_to_learn(name: str) -> str:
    return translate(
        "Files",
        "Every row has the same “{name}” or none, so there is nothing to learn; choose another "
        "column as the target.",
    ).format(name=name)


def _too_many_classes(name: str) -> str:
    return translate(
        "Files",
        "“{name}” has more than {most} different values, too many for classes; choose another "
        "column as the target.",
    ).format(name=name, most=MOST_WORDS)
