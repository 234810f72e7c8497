"""Iris: the flowers on which classification has been taught since 1936."""

from __future__ import annotations

import numpy as np

from bpviz.resources import asset
from bpviz.text import translate

from .dataset import DataSet, Words, one_hot
from .scaling import Scaling
from .split import stratified


def iris(random: np.random.Generator) -> DataSet:
    """150 plants of three species, four measurements each (Fisher 1936)."""
    table = np.loadtxt(asset("data", "iris.csv"), dtype=str, delimiter=",", skiprows=1)
    raw = table[:, :4].astype(np.float64)
    # The species stand in the alphabetical order of their names, which `_words` follows.
    _, labels = np.unique(table[:, 4], return_inverse=True)
    train, validation = stratified(labels, random)
    scaler = Scaling.standardised(raw[train])
    return DataSet(
        name="iris",
        X=scaler.apply(raw),
        Y=one_hot(labels, 3),
        words=_words,
        train=train,
        validation=validation,
        layers=(4, 5, 3),
        alpha=1.0,
        scaler=scaler,
        licence="CC-BY-4.0",
    )


def _words() -> Words:
    return Words(
        title=translate("Data", "Iris flowers"),
        description=translate("Data", "Which of three species of iris has flowers of these sizes?"),
        features=(
            translate("Data", "sepal length, cm"),
            translate("Data", "sepal width, cm"),
            translate("Data", "petal length, cm"),
            translate("Data", "petal width, cm"),
        ),
        classes=("setosa", "versicolor", "virginica"),
        source="R. A. Fisher (1936), The use of multiple measurements in taxonomic problems, "
        "UCI Machine Learning Repository, doi:10.24432/C56C76",
    )
