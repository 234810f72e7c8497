"""Examples that a lesson brings itself, written in it or in a file beside it."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

import numpy as np

from bpviz.data import DataSet, Scaling, Words, all_for_training, load, names
from bpviz.data.files import FileError
from bpviz.data.files.errors import shortened
from bpviz.data.files.networks import suggested
from bpviz.data.opening import open_file
from bpviz.text import suggestion, translate

from .node import as_float

if TYPE_CHECKING:
    from pathlib import Path

    from bpviz.core import Array

    from .node import Node


def data_set(node: Node, folder: Path) -> DataSet | None:
    """Read ``data``: a name that the app knows, or a file in the folder of the lesson."""
    name = node.text()
    if name is None:
        return None
    if name in names():
        return load(name)
    if "." not in name:
        sentence = translate("Data", "There is no data set called “{name}”; there are {known}.")
        shown = sentence.replace("{known}", ", ".join(names())).replace("{name}", name[:40])
        node.complain(shown + suggestion(name, names()))
        return None
    if not _is_beside(name):
        sentence = translate(
            "Lesson",
            "“{name}” leads out of the folder of the lesson; put the file into that folder, and "
            "write its name only.",
        )
        node.complain(sentence.replace("{name}", shortened(name)))
        return None
    try:
        preview = open_file(folder / name).data
        if preview is not None:
            return preview.data_set()
        node.complain(translate("Lesson", "There are no examples in that file."))
    except FileError as error:
        node.complain(str(error))
    return None


def _is_beside(name: str) -> bool:
    """Whether a name leads nowhere but into the folder in which it is looked up, on any system.

    On Windows the name of another machine would be enough to tell that machine who is asking.
    """
    path = PureWindowsPath(name)  # which knows both kinds of slashes
    return not path.anchor and ".." not in path.parts


def own_examples(node: Node) -> DataSet | None:
    """Read ``examples``: X and Y, one row an example."""
    keys = node.table(("X", "Y"))
    if keys is None:
        return None
    matrices = []
    for name in ("X", "Y"):
        if name in keys:
            matrices.append(rows(keys[name]))
        else:
            sentence = translate("Lesson", "examples need X and Y; {name} is missing.")
            node.complain(sentence.format(name=name))
    if len(matrices) < 2 or matrices[0] is None or matrices[1] is None:
        return None
    X, Y = matrices[0], matrices[1]
    if len(X) != len(Y):
        sentence = translate("Lesson", "X has {m} rows and Y has {n}; each example needs both.")
        keys["Y"].complain(sentence.format(m=len(X), n=len(Y)))
        return None
    return _set_of(X, Y)


def rows(node: Node) -> Array | None:
    """Read a matrix: a list of rows of numbers, all of the same length."""
    lines = node.items()
    if lines is None:
        return None
    wrong = False
    matrix: list[list[float]] = []
    for line in lines or [node]:
        numbers = line.value if isinstance(line.value, list) else []
        row = [number for number in map(as_float, numbers) if number is not None]
        if not numbers or len(row) < len(numbers):
            line.due(translate("Lesson", "a row of numbers, [0.5, 1.0],"))
            wrong = True
        elif matrix and len(row) != len(matrix[0]):
            sentence = translate("Lesson", "This row has {n} numbers, the first one {first}.")
            line.complain(sentence.format(n=len(row), first=len(matrix[0])))
            wrong = True
        else:
            matrix.append(row)
    return None if wrong else np.array(matrix)


def _set_of(X: Array, Y: Array) -> DataSet:
    train, validation = all_for_training(len(X))
    switches = bool(((Y >= 0) & (Y <= 1)).all())
    s_1, K = X.shape[1], Y.shape[1]

    def words() -> Words:
        return Words(
            title=translate("Data", "Examples of the lesson"),
            description=translate("Data", "{m} examples that the lesson brings.").format(m=len(X)),
            features=tuple(f"x{_below(j)}" for j in range(1, s_1 + 1)),
            classes=tuple(f"y{_below(k)}" for k in range(1, K + 1)),
            source=translate("Data", "the lesson"),
        )

    return DataSet(
        name="lesson",
        X=X,
        Y=Y,
        words=words,
        train=train,
        validation=validation,
        layers=suggested(s_1, K),
        output="sigmoid" if switches else "linear",
        cost="cross-entropy" if switches else "squared-error",
        alpha=0.5 if switches else 0.1,
        scaler=Scaling.none(s_1),
    )


def _below(index: int) -> str:
    return str(index).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
