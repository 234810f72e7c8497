"""What will be done with a file, in sentences that people read before they agree to it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np

from bpviz.text import dashed, grouped, translate

from .errors import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .inputs import LeftOut, Reason
    from .preview import Preview

_NAMED: Final = 6  # columns of a kind; the rest are counted
_CLASSES: Final = 12


class Column(NamedTuple):
    """A column of a file, for a table of columns.

    Attributes
    ----------
    name
        As the header has it, or x₁, x₂ and so on.
    role
        What becomes of it.
    kind
        What it holds.
    missing
        How many rows lack a value.
    why
        A sentence that says why it is left out; nothing otherwise.
    """

    name: str
    role: Literal["target", "input", "left out"]
    kind: Literal["numbers", "words"]
    missing: int
    why: str


def about(preview: Preview) -> tuple[str, ...]:
    """Return the sentences about a preview; see `Preview.sentences`."""
    told = [note() for note in preview.table.notes]
    if preview.problem:
        told.insert(0, preview.problem)
    else:
        told += [_target(preview), _inputs(preview)]
    told += _left_out(preview)
    if not preview.problem:
        told += [*_rows(preview), *_sizes(preview), _held_back(preview), _network(preview)]
    return tuple(told)


def about_column(preview: Preview, place: int) -> Column:
    """Return what there is to say about a column."""
    table = preview.table
    name, words = table.names[place], table.words.get(place)
    if words is None:
        missing = int(np.isnan(table.number_column(place)).sum())
    else:
        missing = int(words.missing.sum())
    kind: Literal["numbers", "words"] = "numbers" if words is None else "words"
    if place in preview.targets:
        return Column(name, "target", kind, missing, "")
    for one in preview.inputs.left_out:
        if one.place == place:
            return Column(name, "left out", kind, missing, _why(preview, one.reason, [one]))
    return Column(name, "input", kind, missing, "")


def _named(names: Sequence[str], most: int = _NAMED) -> str:
    """Return some names in quotes, the first few of many."""
    return first_of(names, most, _quoted)


def first_of(names: Sequence[str], most: int, form: Callable[[str], str] = str) -> str:
    """Return some names, the first few of many, each in a form."""
    shown = ", ".join(map(form, names[:most]))
    if len(names) <= most:
        return shown
    rest = translate("Files", "{names} and %n more", n=len(names) - most)
    return rest.format(names=shown)


def _quoted(name: str) -> str:
    return translate("Files", "“{name}”").format(name=name)


def _target(preview: Preview) -> str:
    target = preview.target
    topic = _quoted(preview.topic)
    if target.two_classes:
        sentence = translate(
            "Files", "{topic} is to be learnt: h = 1 means “{one}”, h = 0 means “{zero}”."
        )
        return sentence.format(topic=topic, one=target.names[1], zero=target.names[0])
    if target.task == "classes":
        sentence = translate(
            "Files",
            "{topic} is to be learnt: {K} classes, one output each, in this order: {names}.",
        )
    elif target.task == "switches":
        sentence = translate(
            "Files", "{K} numbers between 0 and 1 are to be learnt, one output each: {names}."
        )
    elif target.K > 1:
        sentence = translate(
            "Files",
            "{K} numbers are to be learnt, one linear output each: {names}; J is the squared "
            "error.",
        )
    else:
        sentence = translate(
            "Files",
            "{topic} is to be learnt as a number: the output is linear, J is the squared error.",
        )
    return sentence.format(topic=topic, K=target.K, names=_named(target.names, _CLASSES))


def _inputs(preview: Preview) -> str:
    inputs = preview.inputs
    if inputs.picture:
        rows, columns = inputs.picture
        if preview.turned:
            sentence = translate(
                "Files",
                "The {n} inputs are a picture of {rows}×{columns} points, column by column as "
                "MATLAB and Octave store it; it is shown upright.",
            )
        else:
            sentence = translate(
                "Files", "The {n} inputs are a picture of {rows}×{columns} points, row by row."
            )
        return sentence.format(n=grouped(inputs.count), rows=rows, columns=columns)
    told = translate("Files", "Inputs, {n}: {names}.").format(
        n=grouped(inputs.count), names=_named(inputs.names(preview.table))
    )
    if inputs.indicators:
        told += " " + translate(
            "Files", "An input that stands for a word is 1 where the column holds it, otherwise 0."
        )
    return told


def _left_out(preview: Preview) -> list[str]:
    def reason(one: LeftOut) -> Reason:
        return one.reason

    groups = groupby(sorted(preview.inputs.left_out, key=reason), key=reason)
    told = []
    for why, group in groups:
        columns = list(group)
        names = _named([preview.table.names[one.place] for one in columns])
        sentence = translate("Files", "Left out: {names}. {why}")
        told.append(sentence.format(names=names, why=_why(preview, why, columns)))
    return told


def _why(preview: Preview, reason: Reason, columns: Sequence[LeftOut]) -> str:
    place = columns[0].place
    if reason == "typo":
        row, cell = preview.table.words[place].first
        return translate(
            "Files", "There are numbers in it, but {place} holds “{cell}”, which is none."
        ).format(place=preview.table.where(row, place), cell=shortened(cell))
    return {
        "chosen": translate("Files", "So it was chosen."),
        "empty": translate("Files", "There is no value in it."),
        "constant": translate("Files", "All rows have the same value there."),
        "counter": translate("Files", "It only numbers the rows."),
        "words": translate("Files", "It holds too many different words to make inputs of."),
    }[reason]


def _rows(preview: Preview) -> list[str]:
    table, told = preview.table, []
    without = preview.rows_without_target
    if without:
        sentence = translate("Files", "{n} of {m} rows have no target and are left out.")
        told.append(sentence.format(n=grouped(without), m=grouped(table.m)))
    gaps = preview.rows_with_gaps
    if gaps and preview.fills:
        sentence = translate(
            "Files",
            "{n} of {m} rows lack an input: the mean of the column over the training examples "
            "stands for it.",
        )
        told.append(sentence.format(n=grouped(gaps), m=grouped(table.m)))
    elif gaps:
        sentence = translate("Files", "{n} of {m} rows lack an input and are left out.")
        told.append(sentence.format(n=grouped(gaps), m=grouped(table.m)))
    return told or [translate("Files", "No value is missing.")]


def _sizes(preview: Preview) -> list[str]:
    told = [preview.input_scaling.words()]
    if preview.scales_target:
        told.append(
            translate(
                "Files",
                "The target is standardised as well, so that the usual rates suit it; h is the "
                "number of standard deviations from its mean.",
            )
        )
    return told


def _held_back(preview: Preview) -> str:
    m = len(preview.rows)
    if not preview.share_held_back:
        return translate("Files", "All {m} examples are learnt from; none is held back.").format(
            m=grouped(m)
        )
    if preview.target.task == "classes":
        sentence = translate(
            "Files", "Of {m} examples {share} % of each class are held back for validation."
        )
    else:
        sentence = translate("Files", "Of {m} examples {share} % are held back for validation.")
    return sentence.format(m=grouped(m), share=round(100 * preview.share_held_back))


def _network(preview: Preview) -> str:
    return translate("Files", "A network to begin with: {layers}.").format(
        layers=dashed(preview.layers)
    )
