"""Classes as people see them: what they are called, their colours, what the network says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QColor

from bpviz.text import measured, translate
from bpviz.ui.counts import grouped

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.data import DataSet, Indices
    from bpviz.ui.theme import Theme

# Hues of many classes go round by the golden angle, so that neighbours differ most.
_GOLDEN: Final = 0.381966


def count(data: DataSet) -> int:
    """Return how many classes there are: two with one output, which says yes or no."""
    return max(2, int(data.Y.shape[1]))


def classes_of(h: Array) -> Indices:
    """Return the class of each row of outputs (m, K), by the rule of `bpviz.core.accuracy`."""
    if h.shape[1] == 1:
        return (h[:, 0] >= 0.5).astype(np.intp)
    classes: Indices = h.argmax(axis=1)
    return classes


def class_names(data: DataSet) -> tuple[str, ...]:
    """Return what the classes are called; with one output 1 has a name and 0 is its opposite.

    Ask once: a data set finds words for all its inputs each time.
    """
    names = data.classes
    return ("0", f"1: {names[0]}") if data.Y.shape[1] == 1 else names


def verdict(names: tuple[str, ...], label: int, said: int | None, i: int) -> str:
    """Return what is known about training example `i`, from 1; `names` of all classes.

    What the network says is None as long as it was not asked.
    """
    if said is None:
        text = translate("DataView", "Example {i}: {name}")
        return text.format(i=grouped(i), name=names[label])
    if label == said:
        text = translate("DataView", "Example {i}: {name}; the network agrees")
    else:
        text = translate("DataView", "Example {i}: {name}; the network says {said}")
    return text.format(i=grouped(i), name=names[label], said=names[said])


def fitted(y: Array, h: Array | None, i: int) -> str:
    """Return target and output of training example `i`, from 1, where these are numbers, (K,).

    Both are as they were measured; the output is None as long as the network was not asked.
    """
    if h is None:
        return translate("DataView", "Example {i}: y = {y}").format(i=grouped(i), y=numbers(y))
    text = translate("DataView", "Example {i}: y = {y}; the network says {h}")
    return text.format(i=grouped(i), y=numbers(y), h=numbers(h))


def numbers(values: Array) -> str:
    """Return a few measured numbers as people read them."""
    return ", ".join(measured(float(value)) for value in values)


def class_colours(theme: Theme, classes: int) -> list[QColor]:
    """Return a colour for each class: of two, those of minus and plus."""
    if classes == 2:
        return [QColor(theme.negative), QColor(theme.positive)]
    symbols = [theme.symbols[name] for name in ("a", "delta", "y")]
    named = [theme.positive, theme.negative, *symbols]
    if classes <= len(named):
        return [QColor(name) for name in named[:classes]]
    lightness = 0.62 if theme.is_dark else 0.38
    hues = [(0.6 + n * _GOLDEN) % 1.0 for n in range(classes)]
    return [QColor.fromHslF(hue, 0.65, lightness) for hue in hues]
