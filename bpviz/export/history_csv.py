"""The history of runs as a table that spreadsheets and notebooks read."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bpviz.data.files.disk import written

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from bpviz.training import Run

COLUMNS: Final = (
    "run",
    "iteration",
    "epoch",
    "evaluations",
    "seconds",
    "J",
    "J_validation",
    "accuracy",
    "accuracy_validation",
    "error",
    "error_validation",
)
_WHOLE: Final = {"iteration", "evaluations"}


def write_histories(path: str | os.PathLike[str], runs: Iterable[Run]) -> None:
    """Write every record of the runs, one a line, as CSV in UTF-8.

    Numbers have a decimal point and as many digits as it takes to read back the same float64; what
    is not known is left empty. Either the whole file is written, or whatever was there stays.

    Parameters
    ----------
    path
        Where to; a file that is there is replaced.
    runs
        Whose histories; `COLUMNS` are the run's name and fields of `bpviz.training.Record`.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    with written(Path(path)) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for run in runs:
            records = run.history.records()
            columns = [_texts(getattr(records, name), name) for name in COLUMNS[1:]]
            writer.writerows((run.name, *row) for row in zip(*columns, strict=True))
        text.detach()


def _texts(values: Iterable[float], name: str) -> list[str]:
    if name in _WHOLE:
        return [str(int(value)) for value in values]
    return ["" if math.isnan(value) else repr(float(value)) for value in values]
