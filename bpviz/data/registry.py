"""The data sets by name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from bpviz.text import suggestion, translate

from . import curve, digits, iris, lecture, plane, truth_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .dataset import DataSet

# In the order of the menu. Whatever a set leaves to chance it draws from the generator.
_SETS: Mapping[str, Callable[[np.random.Generator], DataSet]] = MappingProxyType(
    {
        "digits": digits.digits,
        "iris": iris.iris,
        "lecture": lecture.lecture,
        "xor": truth_tables.xor,
        "and": truth_tables.and_,
        "or": truth_tables.or_,
        "xnor": truth_tables.xnor,
        "gaussians": plane.gaussians,
        "circles": plane.circles,
        "moons": plane.moons,
        "spirals": plane.spirals,
        "curve": curve.curve,
    }
)


def names() -> tuple[str, ...]:
    """Return the names of all data sets, in the order of the menu."""
    return tuple(_SETS)


def load(name: str, seed: int = 0) -> DataSet:
    """Return a data set; the same name and seed give the same.

    Parameters
    ----------
    name
        One of `names`.
    seed
        Which examples a generated set draws, and which of any set are held back.

    Raises
    ------
    ValueError
        If there is no such data set; the sentence suggests one that there is.
    """
    if name not in _SETS:
        known = ", ".join(names())
        sentence = translate("Data", "There is no data set called “{name}”; there are {known}.")
        raise ValueError(sentence.format(name=name, known=known) + suggestion(name, names()))
    return _SETS[name](np.random.default_rng(seed))
