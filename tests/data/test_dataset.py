"""What a data set promises, and what it refuses."""

from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest

from bpviz import text
from bpviz.data import DataSet, Words, load


def test_nothing_in_it_changes() -> None:
    data = load("iris")
    with pytest.raises(FrozenInstanceError):
        data.name = "other"  # type: ignore[misc]
    for array in (data.X, data.Y, data.train, data.validation, data.X_train, data.Y_validation):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_words_are_read_in_the_language_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    data = load("iris")
    assert data.title == "Iris flowers"
    catalogue = {("Data", "Iris flowers"): ("Ирисы",), ("Data", "sepal width, cm"): ("ширина",)}
    with monkeypatch.context() as patch:
        patch.setattr(text, "_current", text.Language("ru", catalogue))
        assert data.title == "Ирисы"
        assert data.features[1] == "ширина"
        patch.setattr(text, "_current", text.Language("ru"))
        assert data.title == "Iris flowers"


def test_words_that_were_said_are_kept_while_the_language_is() -> None:
    data = load("digits")
    text.set_language("ru")
    assert data.features is data.features
    with text.speaking("en"):
        assert data.title == "Handwritten digits"
    assert data.title != "Handwritten digits"


def test_labels_name_the_class_of_each_example() -> None:
    assert load("xor").labels.tolist() == [0, 1, 1, 0]
    assert load("lecture").labels[:6].tolist() == [0, 1, 2, 3, 0, 1]


def test_ends_and_span_of_the_inputs() -> None:
    X = np.array([[0.0, -3.0], [2.0, 5.0], [1.0, 4.0], [0.5, 0.0]])
    data = replace(load("xor"), X=X)
    low, high = data.ends
    assert (low.tolist(), high.tolist()) == ([0.0, -3.0], [2.0, 5.0])
    assert data.span == (-3.0, 5.0)
    assert data.ends is data.ends, "many examples are looked at once"


@pytest.mark.parametrize(
    ("part", "value", "sentence"),
    [
        ("X", np.full((4, 2), np.nan), "X of xor must be a finite float64 matrix"),
        ("Y", np.zeros((4, 1), dtype=int), "Y of xor must be a finite float64 matrix"),
        ("Y", np.zeros((3, 1)), "Y must have 4 rows as X has"),
        ("layers", (3, 4, 1), "layers must lead from 2 to 1"),
        ("layers", (2, 4), "layers must lead from 2 to 1"),
        ("picture", (8, 8), "picture must have 2 points"),
        ("train", np.arange(0), "train must have an example"),
        ("train", np.arange(3), "train and validation must share out the rows"),
        ("validation", np.arange(1), "train and validation must share out the rows"),
        ("words", lambda: Words("", "", ("x",), ("y",), ""), "features must name the 2 inputs"),
        ("words", lambda: Words("", "", ("x", "x"), (), ""), "classes must name the 1 outputs"),
    ],
)
def test_parts_that_do_not_fit_are_refused(part: str, value: object, sentence: str) -> None:
    data: DataSet = load("xor")
    with pytest.raises(ValueError, match=sentence):
        replace(data, **{part: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("part", ["train", "validation"])
def test_other_inputs_are_in_their_rows_and_nowhere_else(part: str) -> None:
    data = load("iris")
    row = int(getattr(data, part)[3])
    other = data.with_inputs({row: np.array([1.0, 2.0, 3.0, 4.0])})
    X = data.X.copy()
    X[row] = 1.0, 2.0, 3.0, 4.0
    assert not np.array_equal(X, data.X)
    np.testing.assert_array_equal(other.X, X)
    for name in ("train", "validation"):
        rows = getattr(data, name)
        np.testing.assert_array_equal(getattr(other, f"X_{name}"), X[rows])
        np.testing.assert_array_equal(getattr(other, f"Y_{name}"), data.Y[rows])
    assert (other.X_validation is data.X_validation) is (part == "train")
    with pytest.raises(ValueError, match="finite"):
        data.with_inputs({row: np.full(4, np.nan)})
