"""What a data set is: examples, targets, the words for them, and a network to begin with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bpviz.text import spoken

from . import pictures
from .components import Components, components

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from bpviz.text import Language

    from .scaling import Array, Scaling
    from .split import Indices


@dataclass(frozen=True)
class Words:
    """What people read about a data set, in the language in force.

    Attributes
    ----------
    title, description
        A name for a menu; one line that says what is to be learnt from what.
    features
        Name of each input, s_1 of them, with its unit where it has one.
    classes
        Name of each output, K of them; with one output, what h = 1 means.
    source
        Who collected the data, or that it was generated.
    """

    title: str
    description: str
    features: tuple[str, ...]
    classes: tuple[str, ...]
    source: str


@lru_cache(maxsize=8)
def _spoken(words: Callable[[], Words], _language: Language) -> Words:
    return words()


@dataclass(frozen=True, eq=False)
class DataSet:
    """Examples with targets; nothing in it changes, its arrays are read-only.

    Attributes
    ----------
    name
        Key such as ``"digits"``, the same in every language.
    X
        Scaled inputs, float64 (m, s_1), one example a row.
    Y
        Targets, float64 (m, K): one-hot, or a column of 0 and 1.
    words
        Gives the words when they are shown, since the language may change meanwhile.
    train, validation
        Rows of the examples to learn from and of those held back; together all, in order.
    layers, hidden, output, cost, alpha, lambda_
        A network and rates from which batch gradient descent learns this set.
    scaler
        How `X` was made from the numbers as they were collected.
    target_scaler
        How `Y` was made from them; None where it stands for classes or switches.
    picture
        (rows, columns) where an example is a picture; else None.
    by_columns
        Whether the points of a picture come column by column, as MATLAB and Octave unroll them,
        rather than row by row; see `points`.
    licence
        Of the examples, as an SPDX identifier.

    Raises
    ------
    ValueError
        If the parts do not fit each other; the sentence names the part.
    """

    name: str
    X: Array
    Y: Array
    words: Callable[[], Words]
    train: Indices
    validation: Indices
    layers: tuple[int, ...]
    alpha: float
    scaler: Scaling
    lambda_: float = 0.0
    hidden: str = "sigmoid"
    output: str = "sigmoid"
    cost: str = "cross-entropy"
    target_scaler: Scaling | None = None
    picture: tuple[int, int] | None = None
    by_columns: bool = False
    licence: str = "BSD-3-Clause"

    def __post_init__(self) -> None:
        _check(self)
        for array in (self.X, self.Y, self.train, self.validation):
            array.setflags(write=False)

    @property
    def _spoken(self) -> Words:
        """The words in the language in force; views ask for them in every frame."""
        return _spoken(self.words, spoken())

    @property
    def title(self) -> str:
        """Name for a menu, in the language in force."""
        return self._spoken.title

    @property
    def description(self) -> str:
        """One line that says what is to be learnt from what."""
        return self._spoken.description

    @property
    def features(self) -> tuple[str, ...]:
        """Name of each input."""
        return self._spoken.features

    @property
    def classes(self) -> tuple[str, ...]:
        """Name of each output; with one output, what h = 1 means."""
        return self._spoken.classes

    @property
    def source(self) -> str:
        """Who collected the examples, or that they were generated."""
        return self._spoken.source

    @property
    def scaling(self) -> str:
        """A sentence that says how the inputs were scaled, or that they were not."""
        return self.scaler.words()

    @cached_property
    def tells_classes(self) -> bool:
        """Whether each example belongs to one class, and targets are not numbers to be fitted."""
        from bpviz.core import tells_classes  # noqa: PLC0415 (SciPy comes with it)

        return self.target_scaler is None and tells_classes(self.Y)

    def measured(self, Y: Array) -> Array:
        """Return targets or outputs, (m, K) or (K,), as they were collected, before scaling."""
        return Y if self.target_scaler is None else self.target_scaler.undo(Y)

    @property
    def mixes_units(self) -> bool:
        """Whether outputs were scaled differently, as those of different units are."""
        return self.target_scaler is not None and bool(np.ptp(self.target_scaler.scale))

    @property
    def error_scale(self) -> float:
        """What one has to multiply an error of the outputs with to have it in measured units.

        It is 1 where these differ from output to output.
        """
        scaler = self.target_scaler
        return float(scaler.scale[0]) if scaler and not self.mixes_units else 1.0

    def on_one_axis(self, Y: Array) -> Array:
        """Return targets or outputs, (m, K), as measured; as scaled if their units differ."""
        return Y if self.mixes_units else self.measured(Y)

    @property
    def labels(self) -> Indices:
        """Class of each example, counted from 0 (with one output: 0 or 1), of shape (m,).

        All are 0 where `tells_classes` does not hold.
        """
        if not self.tells_classes:
            return np.zeros(len(self.Y), dtype=np.intp)
        if self.Y.shape[1] == 1:
            return (self.Y[:, 0] >= 0.5).astype(np.intp)
        labels: Indices = self.Y.argmax(axis=1)
        return labels

    @property
    def frame(self) -> tuple[int, int]:
        """Rows and columns in which the inputs are drawn: those of the picture, or one row."""
        return self.picture or (1, self.X.shape[1])

    @cached_property
    def points(self) -> Indices:
        """Input, from 0, at each point of the picture, row by row as one draws it; (s_1,)."""
        return pictures.points(self.frame, by_columns=self.by_columns)

    @cached_property
    def places(self) -> Indices:
        """Point of the picture, from 0 row by row, that each input is; (s_1,)."""
        return pictures.places(self.frame, by_columns=self.by_columns)

    @cached_property
    def ends(self) -> tuple[Array, Array]:
        """The least and the greatest value of each scaled input, (s_1,) each."""
        return self.X.min(axis=0), self.X.max(axis=0)

    @cached_property
    def span(self) -> tuple[float, float]:
        """The least and the greatest scaled input."""
        low, high = self.ends
        return float(low.min()), float(high.max())

    @cached_property
    def components(self) -> Components:
        """The first two principal components of the inputs to learn from."""
        return components(self.X_train)

    def settle(self) -> None:
        """Do now, on any thread, what takes long with many examples when they are first shown."""
        from bpviz.core import Network  # noqa: PLC0415 (SciPy comes with it)
        from bpviz.core.inputs import bias_first  # noqa: PLC0415
        from bpviz.core.validation import checked_examples  # noqa: PLC0415

        _ = self.span, self.tells_classes, self.places
        if self.X.shape[1] > 2:  # two are a plane as they are
            _ = self.components
        network = Network(self.layers)
        for X in (self.X_train, self.X_validation):
            if len(X):
                bias_first(checked_examples(network, X))

    def with_inputs(self, inputs: Mapping[int, Array]) -> DataSet:
        """Return the same examples with other inputs, (s_1,) each, in some rows of X.

        What they have in common is shared: to copy it would take longer than to change a row.

        Raises
        ------
        ValueError
            If inputs are not finite.
        """
        X = self.X.copy()
        for row, x in inputs.items():
            X[row] = x
        other = replace(self, X=X)
        shared = ["Y_train", "Y_validation"]
        if not np.isin(list(inputs), self.validation).any():
            shared.append("X_validation")
        vars(other).update({name: getattr(self, name) for name in shared})
        return other

    def drawn(self, inputs: Array) -> Array:
        """Return what belongs to the inputs, (s_1,), as the upright picture, (rows, columns)."""
        return inputs[self.points].reshape(self.frame)

    def undrawn(self, picture: Array) -> Array:
        """Return the inputs, (s_1,), of an upright picture, (rows, columns)."""
        inputs: Array = picture.ravel()[self.places]
        return inputs

    @cached_property
    def X_train(self) -> Array:
        """Inputs to learn from."""
        return _rows(self.X, self.train)

    @cached_property
    def Y_train(self) -> Array:
        """Targets to learn from."""
        return _rows(self.Y, self.train)

    @cached_property
    def X_validation(self) -> Array:
        """Inputs held back; (0, s_1) where there are none."""
        return _rows(self.X, self.validation)

    @cached_property
    def Y_validation(self) -> Array:
        """Targets held back; (0, K) where there are none."""
        return _rows(self.Y, self.validation)


def one_hot(labels: NDArray[np.integer], classes: int) -> Array:
    """Return Y of shape (m, `classes`): 1 in the column of each label, 0 elsewhere."""
    Y: Array = np.eye(classes)[labels]
    return Y


def _rows(array: Array, indices: Indices) -> Array:
    if np.array_equal(indices, np.arange(len(array))):
        return array
    rows = array[indices]
    rows.setflags(write=False)
    return rows


def _check(data: DataSet) -> None:
    for part, array in (("X", data.X), ("Y", data.Y)):
        if array.ndim != 2 or array.dtype != np.float64 or not np.isfinite(array).all():
            raise ValueError(f"{part} of {data.name} must be a finite float64 matrix")
    (m, s_1), K = data.X.shape, data.Y.shape[1]
    words = data.words()
    rows = np.sort(np.concatenate((data.train, data.validation)))
    rules = {
        f"Y must have {m} rows as X has": len(data.Y) == m,
        f"features must name the {s_1} inputs": len(words.features) == s_1,
        f"classes must name the {K} outputs": len(words.classes) == K,
        f"layers must lead from {s_1} to {K}": (data.layers[0], data.layers[-1]) == (s_1, K),
        f"picture must have {s_1} points": not data.picture or np.prod(data.picture) == s_1,
        "train must have an example": len(data.train) > 0,
        "train and validation must share out the rows": np.array_equal(rows, np.arange(m)),
    }
    for rule, holds in rules.items():
        if not holds:
            raise ValueError(f"{rule}; the data set {data.name} does not")
