"""A data set out of a preview: rows shared out, gaps filled, numbers brought to a common size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.data.dataset import DataSet, Words
from bpviz.data.pictures import places
from bpviz.data.scaling import Scaling
from bpviz.data.split import all_for_training, stratified
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.data.scaling import Array
    from bpviz.data.split import Indices

    from .preview import Preview

# The slope of a linear output grows with the target, so steps are shorter.
_ALPHA: Final = {"classes": 1.0, "switches": 1.0, "numbers": 0.1}


def made(preview: Preview, seed: int) -> DataSet:
    """Return the data set of a preview that has no problem."""
    target, inputs, rows = preview.target, preview.inputs, preview.rows
    numbers = target.task == "numbers"
    train, validation = _shared_out(preview, seed)
    X = inputs.values(preview.table, rows)
    fill(X, train)
    scaler = preview.input_scaling.apply(X, train)
    Y = target.Y(rows)
    target_scaler = None
    if numbers:
        scaled = preview.scales_target
        target_scaler = Scaling.standardised(Y[train]) if scaled else Scaling.none(target.K)
    return DataSet(
        name=preview.file,
        X=X,
        Y=target_scaler.apply(Y) if target_scaler else Y,
        words=_words(preview),
        train=train,
        validation=validation,
        layers=preview.layers,
        output="linear" if numbers else "sigmoid",
        cost="squared-error" if numbers else "cross-entropy",
        alpha=_ALPHA[target.task],
        scaler=scaler,
        target_scaler=target_scaler,
        picture=inputs.picture,
        by_columns=preview.turned,
        licence="NOASSERTION",
    )


def fill(X: Array, train: Indices) -> None:
    """Put in place of each NaN the mean of its column over the training examples that have it."""
    for column in np.flatnonzero(np.isnan(X).any(axis=0)):
        values = X[:, column]
        known = values[train][~np.isnan(values[train])]
        if not known.size:
            known = values[~np.isnan(values)]
        values[np.isnan(values)] = known.mean() if known.size else 0.0


def _shared_out(preview: Preview, seed: int) -> tuple[Indices, Indices]:
    labels = preview.target.labels(preview.rows)
    if not preview.share_held_back:
        return all_for_training(len(labels))
    return stratified(labels, np.random.default_rng(seed), preview.share_held_back)


def _words(preview: Preview) -> Callable[[], Words]:
    """Return the words of the data set, without holding on to the table."""
    file, target, topic, scaled = preview.file, preview.target, preview.topic, preview.scales_target
    task, outputs, kinds = target.task, target.outputs, len(target.names)
    names, picture, turned = preview.input_names, preview.inputs.picture, preview.turned

    def words() -> Words:
        if task == "classes":
            sentence = translate("Files", "Which of {kinds} classes of “{topic}”?")
        elif len(outputs) > 1 and scaled:
            sentence = translate("Files", "How large are {topic}? They are standardised.")
        elif len(outputs) > 1:
            sentence = translate("Files", "How large are {topic}?")
        elif scaled:
            sentence = translate("Files", "How large is “{topic}”? It is standardised.")
        else:
            sentence = translate("Files", "How large is “{topic}”?")
        return Words(
            title=file,
            description=sentence.format(kinds=kinds, topic=topic),
            features=names or _point_names(picture or (1, 1), by_columns=turned),
            classes=outputs,
            source=translate("Files", "opened from the file {file}").format(file=file),
        )

    return words


def _point_names(picture: tuple[int, int], *, by_columns: bool) -> tuple[str, ...]:
    """Return the name of each point of a picture, in the order of the inputs."""
    point = translate("Data", "row {row}, column {column}")
    rows, columns = np.divmod(places(picture, by_columns=by_columns), picture[1])
    return tuple(
        point.format(row=row + 1, column=column + 1)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    )
