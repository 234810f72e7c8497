"""A data set as a tree for a file: by its name where the app can make it again, else in full."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np

from bpviz.data import DataSet, load, names
from bpviz.data.dataset import Words
from bpviz.data.files import FileError
from bpviz.data.scaling import Scaling
from bpviz.text import translate

from .checks import floats, text, texts, whole, wholes

if TYPE_CHECKING:
    from collections.abc import Callable


def data_to_tree(data: DataSet) -> dict[str, Any]:
    """Return the tree of a data set."""
    known = data.name in names()
    if known and _digest(load(data.name)) == _digest(data):
        return {"name": data.name, "digest": _digest(data)}
    words = data.words()
    return {
        "name": data.name,
        "words": {"as": data.name}
        if known
        else {
            "title": words.title,
            "description": words.description,
            "features": list(words.features),
            "classes": list(words.classes),
            "source": words.source,
        },
        "X": data.X,
        "Y": data.Y,
        "train": data.train,
        "validation": data.validation,
        "layers": list(data.layers),
        "hidden": data.hidden,
        "output": data.output,
        "cost": data.cost,
        "alpha": data.alpha,
        "lambda": data.lambda_,
        "scaler": _scaling_to_tree(data.scaler),
        "target_scaler": data.target_scaler and _scaling_to_tree(data.target_scaler),
        "picture": data.picture and list(data.picture),
        "by_columns": data.by_columns,
        "licence": data.licence,
    }


def data_from_tree(tree: Any) -> DataSet:
    """Return the data set of a tree.

    Raises
    ------
    FileError
        If the app has other examples under this name, or none.
    ValueError, TypeError, KeyError
        If the tree is damaged.
    """
    name = text(tree["name"])
    if "X" not in tree:
        return _known(name, text(tree["digest"]))
    s_1, K = floats(tree["X"], 2).shape[1], floats(tree["Y"], 2).shape[1]
    picture = tree["picture"]
    target_scaler = tree["target_scaler"]
    return DataSet(
        name=name,
        X=floats(tree["X"], 2),
        Y=floats(tree["Y"], 2),
        words=_words(tree["words"]),
        train=wholes(tree["train"], 1).astype(np.intp),
        validation=wholes(tree["validation"], 1).astype(np.intp),
        layers=tuple(whole(size, 1) for size in tree["layers"]),
        alpha=float(tree["alpha"]),
        lambda_=float(tree["lambda"]),
        hidden=text(tree["hidden"]),
        output=text(tree["output"]),
        cost=text(tree["cost"]),
        scaler=_scaling(tree["scaler"], s_1),
        target_scaler=None if target_scaler is None else _scaling(target_scaler, K),
        picture=None if picture is None else (whole(picture[0], 1), whole(picture[1], 1)),
        by_columns=tree["by_columns"] is True,
        licence=text(tree["licence"]),
    )


def _known(name: str, digest: str) -> DataSet:
    data = load(name)
    if _digest(data) != digest:
        sentence = translate(
            "Files",
            "The session refers to the examples “{name}” of another version of bpviz; those of "
            "this version differ.",
        )
        raise FileError(sentence.format(name=name))
    return data


def _digest(data: DataSet) -> str:
    """Return what tells one set of examples from another."""
    total = sha256()
    for array, kind in (
        (data.X, "<f8"),
        (data.Y, "<f8"),
        (data.train, "<i8"),
        (data.validation, "<i8"),
    ):
        total.update(repr(array.shape).encode())
        total.update(np.ascontiguousarray(array, kind).data)
    return total.hexdigest()


def _words(tree: Any) -> Callable[[], Words]:
    if "as" in tree:
        return load(text(tree["as"])).words
    words = Words(
        title=text(tree["title"]),
        description=text(tree["description"]),
        features=texts(tree["features"]),
        classes=texts(tree["classes"]),
        source=text(tree["source"]),
    )
    return lambda: words


def _scaling_to_tree(scaling: Scaling) -> dict[str, Any]:
    return {"offset": scaling.offset, "scale": scaling.scale, "words": scaling.words()}


def _scaling(tree: Any, size: int) -> Scaling:
    offset, scale, words = floats(tree["offset"], 1), floats(tree["scale"], 1), text(tree["words"])
    if offset.shape != (size,) or scale.shape != (size,) or not (scale > 0).all():
        raise ValueError("scale")
    return Scaling(offset, scale, lambda: words)
