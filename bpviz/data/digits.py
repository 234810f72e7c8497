"""Handwritten digits: real pictures small enough to see every number in them."""

from __future__ import annotations

import numpy as np

from bpviz.resources import asset
from bpviz.text import translate

from .dataset import DataSet, Words, one_hot
from .scaling import Scaling
from .split import stratified

ROWS, COLUMNS = 8, 8
DARKEST = 16  # a point counts the inked ones among 4 × 4 of the scanned form


def digits(random: np.random.Generator) -> DataSet:
    """1,797 digits of 13 writers, 8×8 points (Alpaydin and Kaynak 1998)."""
    with np.load(asset("data", "digits.npz"), allow_pickle=False) as file:
        pixels, labels = file["pixels"], file["labels"]
    scaler = Scaling.divided_by(DARKEST, ROWS * COLUMNS)
    train, validation = stratified(labels, random)
    return DataSet(
        name="digits",
        X=scaler.apply(pixels.astype(np.float64)),
        Y=one_hot(labels, 10),
        words=_words,
        train=train,
        validation=validation,
        layers=(64, 25, 10),
        alpha=1.0,
        scaler=scaler,
        picture=(ROWS, COLUMNS),
        licence="CC-BY-4.0",
    )


def _words() -> Words:
    point = translate("Data", "row {row}, column {column}")
    return Words(
        title=translate("Data", "Handwritten digits"),
        description=translate(
            "Data", "Which digit, 0 to 9, is on a scanned picture of 8×8 points?"
        ),
        features=tuple(
            point.format(row=row, column=column)
            for row in range(1, ROWS + 1)
            for column in range(1, COLUMNS + 1)
        ),
        classes=tuple("0123456789"),
        source="E. Alpaydin, C. Kaynak (1998), Optical Recognition of Handwritten Digits, "
        "UCI Machine Learning Repository, doi:10.24432/C50P49",
    )
