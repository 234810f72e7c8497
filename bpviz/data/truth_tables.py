"""AND, OR, XOR and XNOR: four examples, few enough to follow every number by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bpviz.text import translate

from .dataset import DataSet, Words
from .scaling import Scaling
from .split import all_for_training

if TYPE_CHECKING:
    from collections.abc import Callable

INPUTS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))


def and_(random: np.random.Generator) -> DataSet:
    """Tabulate y = x₁ AND x₂."""
    del random

    def words() -> Words:
        return _words(
            translate("Data", "AND"),
            translate("Data", "1 when both inputs are 1; one unit can learn it."),
            translate("Data", "x₁ AND x₂"),
        )

    return _table("and", (0, 0, 0, 1), words, layers=(2, 1), alpha=1.0)


def or_(random: np.random.Generator) -> DataSet:
    """Tabulate y = x₁ OR x₂."""
    del random

    def words() -> Words:
        return _words(
            translate("Data", "OR"),
            translate("Data", "1 when at least one input is 1; one unit can learn it."),
            translate("Data", "x₁ OR x₂"),
        )

    return _table("or", (0, 1, 1, 1), words, layers=(2, 1), alpha=1.0)


def xor(random: np.random.Generator) -> DataSet:
    """Tabulate y = x₁ XOR x₂."""
    del random

    def words() -> Words:
        return _words(
            translate("Data", "XOR"),
            translate("Data", "1 when the inputs differ; not to be learnt without hidden units."),
            translate("Data", "x₁ XOR x₂"),
        )

    return _table("xor", (0, 1, 1, 0), words, layers=(2, 4, 1), alpha=2.0)


def xnor(random: np.random.Generator) -> DataSet:
    """Tabulate y = x₁ XNOR x₂."""
    del random

    def words() -> Words:
        return _words(
            translate("Data", "XNOR"),
            translate("Data", "1 when the inputs agree; not to be learnt without hidden units."),
            translate("Data", "x₁ XNOR x₂"),
        )

    return _table("xnor", (1, 0, 0, 1), words, layers=(2, 4, 1), alpha=2.0)


def _table(
    name: str,
    outputs: tuple[int, int, int, int],
    words: Callable[[], Words],
    layers: tuple[int, ...],
    alpha: float,
) -> DataSet:
    train, validation = all_for_training(len(INPUTS))
    return DataSet(
        name=name,
        X=np.array(INPUTS),
        Y=np.array(outputs, dtype=np.float64)[:, np.newaxis],
        words=words,
        train=train,
        validation=validation,
        layers=layers,
        alpha=alpha,
        scaler=Scaling.none(2),
    )


def _words(title: str, description: str, output: str) -> Words:
    return Words(
        title=title,
        description=description,
        features=("x₁", "x₂"),
        classes=(output,),
        source=translate("Data", "a truth table"),
    )
