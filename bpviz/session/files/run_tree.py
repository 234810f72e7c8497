"""A run as a tree for a file."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bpviz.session.same import same
from bpviz.training import Record, RunState, Schedule, TrainingSettings
from bpviz.training.checkpoints import Past
from bpviz.training.learner import Change, Checkpoint, Difference
from bpviz.training.progress import Progress

from .checks import floats, text, texts, whole, wholes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.core import Array

# Columns of a history that files have had from the first.
_RECORDED: Final = Record._fields.index("error")


def settings_to_tree(settings: TrainingSettings) -> dict[str, Any]:
    """Return the tree of settings."""
    return asdict(settings)


def settings_from_tree(tree: Any) -> TrainingSettings:
    """Return the settings of a tree. Raises ValueError or TypeError if it is damaged."""
    schedule = Schedule(**_known(Schedule, tree["schedule"]))
    return TrainingSettings(**{**_known(TrainingSettings, tree), "schedule": schedule})


def _known(kind: type[TrainingSettings | Schedule], tree: Any) -> dict[str, Any]:
    """Return what this version knows of a tree that a later one may have written."""
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in {**tree}.items() if name in names}


def run_to_tree(run: RunState, X: Array) -> dict[str, Any]:
    """Return the tree of a run; `X` are the training examples of the session."""
    past = run.past
    return {
        "name": run.name,
        "functions": list(run.functions),
        "branched": run.branched and list(run.branched),
        "seconds": run.seconds,
        "spacing": list(run.spacing),
        "records": run.records[:_RECORDED],
        "errors": run.records[_RECORDED:],
        "trials": run.trials,
        "moments": _moments_to_tree((run.start, run.now, *past.kept)),
        "changes": [_change_to_tree(change) for change in past.changes],
        "needed": sorted(past.needed),
        "X": None if same(run.X, X) else run.X,
        "X_before": None if same(past.X, run.X) else past.X,
    }


def run_from_tree(tree: Any, X: Array) -> RunState:
    """Return the run of a tree; what is damaged raises ValueError, TypeError or KeyError."""
    start, now, *kept = _moments(tree["moments"])
    branched = tree["branched"]
    now_X = X if tree["X"] is None else floats(tree["X"], 2)
    before = now_X if tree["X_before"] is None else floats(tree["X_before"], 2)
    hidden, output, cost = texts(tree["functions"])
    first, second = tree["spacing"]
    return RunState(
        name=text(tree["name"]),
        functions=(hidden, output, cost),
        branched=None if branched is None else (text(branched[0]), float(branched[1])),
        start=start,
        now=now,
        X=now_X,
        seconds=float(tree["seconds"]),
        records=_records(tree),
        trials=floats(tree["trials"], 2),
        spacing=(whole(first, 1), whole(second, 1)),
        past=Past(
            before,
            tuple(_change(change) for change in tree["changes"]),
            tuple(kept),
            frozenset(whole(iteration) for iteration in tree["needed"]),
        ),
    )


def _records(tree: Any) -> Array:
    """Return all columns of a history; earlier files lack errors."""
    records = floats(tree["records"], 2)
    missing = len(Record._fields) - _RECORDED, records.shape[1]
    errors = floats(tree["errors"], 2) if "errors" in tree else np.full(missing, np.nan)
    return np.concatenate((records, errors))


def _moments_to_tree(moments: Sequence[Checkpoint]) -> dict[str, Any]:
    known: list[TrainingSettings] = []
    for moment in moments:
        if moment.settings not in known:
            known.append(moment.settings)
    return {
        "settings": [settings_to_tree(settings) for settings in known],
        "which": np.array([known.index(moment.settings) for moment in moments]),
        "progress": np.array([moment.progress for moment in moments], np.int64),
        "changes": np.array([moment.changes for moment in moments]),
        "parameters": np.array([moment.parameters for moment in moments]),
        "sizes": np.array([moment.memory.size for moment in moments]),
        "memory": np.concatenate([moment.memory for moment in moments]),
    }


def _moments(tree: Any) -> list[Checkpoint]:
    known = [settings_from_tree(settings) for settings in tree["settings"]]
    sizes, memory = wholes(tree["sizes"], 1), floats(tree["memory"], 1)
    if (sizes < 0).any() or sizes.sum() != memory.size:
        raise ValueError("sizes")
    rows = zip(
        wholes(tree["progress"], 2).tolist(),
        floats(tree["parameters"], 2),
        np.split(memory, np.cumsum(sizes)[:-1]),
        wholes(tree["which"], 1).tolist(),
        wholes(tree["changes"], 1).tolist(),
        strict=True,
    )
    return [
        Checkpoint(Progress(*progress), theta, remembered, known[whole(n)], whole(changes))
        for progress, theta, remembered, n, changes in rows
    ]


def _change_to_tree(change: Change) -> dict[str, Any]:
    return {
        "iteration": change.iteration,
        "settings": settings_to_tree(change.settings),
        "restart": change.restart,
        "theta": _difference_to_tree(change.theta),
        "X": _difference_to_tree(change.X),
    }


def _change(tree: Any) -> Change:
    return Change(
        whole(tree["iteration"]),
        settings_from_tree(tree["settings"]),
        tree["restart"] is True,
        _difference(tree["theta"], 1),
        _difference(tree["X"], 2),
    )


def _difference_to_tree(difference: Difference | None) -> dict[str, Any] | None:
    if difference is None:
        return None
    return {"where": np.array(difference.where, np.int64), "values": difference.values}


def _difference(tree: Any, dimensions: int) -> Difference | None:
    if tree is None:
        return None
    where, values = wholes(tree["where"], 2), floats(tree["values"], 1)
    if where.shape != (dimensions, values.size) or (where < 0).any():
        raise ValueError("where")
    if not np.isfinite(values).all():
        raise ValueError("values")
    return Difference(tuple(where.astype(np.intp)), values)
