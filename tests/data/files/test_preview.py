"""What becomes of a table: targets, inputs, gaps, sizes, and what is said of them beforehand."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import Network, cost_and_gradient
from bpviz.data.files import FileError, Preview, read_csv

if TYPE_CHECKING:
    from collections.abc import Iterable

PASSENGERS = b"""PassengerId,Survived,Pclass,Name,Sex,Age,Port,Deck
1,0,3,"Braund, Mr. Owen",male,22,S,A
2,1,1,"Cumings, Mrs. John",female,38,C,A
3,1,3,"Heikkinen, Miss",female,26,S,A
4,1,1,"Futrelle, Mrs",female,35,S,A
5,0,3,"Allen, Mr",male,,S,A
6,0,3,"Moran, Mr",male,54,Q,A
7,,1,"McCarthy, Mr",male,54,S,A
8,0,3,"Palsson",male,2,S,A
9,1,3,"Johnson",female,27,C,A
10,1,2,"Nasser",female,14,Q,A
11,1,2,"Sandstrom",female,4,S,A
12,1,1,"Bonnell",female,58,S,A
13,0,3,"Saundercock",male,20,S,A
"""


def preview(text: bytes | str, file: str = "table.csv") -> Preview:
    return Preview.of(file, read_csv(text.encode() if isinstance(text, str) else text))


def columns(*values: Iterable[object]) -> str:
    return "\n".join(",".join(map(str, row)) for row in zip(*values, strict=True)) + "\n"


def test_everything_that_happens_to_a_table_of_people() -> None:
    seen = preview(PASSENGERS, "titanic.csv").choose(target=1)
    assert [(c.name, c.role) for c in map(seen.column, range(8))] == [
        ("PassengerId", "left out"),
        ("Survived", "target"),
        ("Pclass", "input"),
        ("Name", "left out"),
        ("Sex", "input"),
        ("Age", "input"),
        ("Port", "input"),
        ("Deck", "left out"),
    ]
    assert seen.column(5).missing == 1
    told = " ".join(seen.sentences())
    for part in (
        "13 rows and 8 columns, set apart by commas; the first line names the columns.",
        "“Survived” is to be learnt: h = 1 means “1”, h = 0 means “0”.",
        "“PassengerId”. It only numbers the rows.",
        "“Name”. It holds too many different words",
        "“Deck”. All rows have the same value there.",
        "1 of 13 rows have no target and are left out.",
        "1 of 13 rows lack an input and are left out.",
        "standardised",
        "20 % of each class are held back",
        "6-7-1",
    ):
        assert part in told
    data = seen.data_set()
    assert data.name == data.title == "titanic.csv"
    assert data.features == ("Pclass", "Age", "Sex = male", "Port = C", "Port = Q", "Port = S")
    assert data.classes == ("Survived = 1",)
    assert data.Y.ravel().tolist() == [0, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0]
    raw = data.scaler.undo(data.X)
    assert raw[:2].tolist() == [[3, 22, 1, 0, 0, 1], [1, 38, 0, 1, 0, 0]]
    assert abs(data.X_train[:, :2].mean(axis=0)).max() < 1e-14
    assert data.X_train[:, :2].std(axis=0) == pytest.approx(1)
    assert set(data.X[:, 2:].ravel()) == {0, 1}


def test_the_mean_of_the_training_examples_stands_for_what_is_missing() -> None:
    seen = preview(PASSENGERS).choose(target=1, missing="mean", scaled=False)
    assert "the mean of the column over the training examples" in " ".join(seen.sentences())
    data = seen.data_set(seed=3)
    rows = [row for row in csv.DictReader(PASSENGERS.decode().splitlines()) if row["Survived"]]
    ages = np.array([float(row["Age"] or "nan") for row in rows])
    known = ages[data.train][~np.isnan(ages[data.train])]
    assert data.X[4, 1] == pytest.approx(known.mean())
    assert np.array_equal(np.delete(data.X[:, 1], 4), np.delete(ages, 4))
    assert "without scaling" in data.scaling


def test_rows_are_not_left_out_where_that_costs_too_many() -> None:
    some = preview(columns([1, "", 3, 4, 5, 6], range(6), [0, 1, 0, 1, 0, 1]))
    most = preview(columns([1, "", "", 4, 5, 6], range(6), [0, 1, 0, 1, 0, 1]))
    assert (some.fills, most.fills) == (False, True)
    assert len(some.rows) == 5
    assert len(most.rows) == 6


@pytest.mark.parametrize(
    ("values", "task", "outputs"),
    [
        (["no", "yes", "no", "yes"], "classes", ("yes",)),
        ([0, 1, 1, 0], "classes", ("x₂ = 1",)),
        ([1, 2, 3] * 2, "classes", ("1", "2", "3")),
        (["b", "a", "c"], "classes", ("a", "b", "c")),
        ([10, 9, 10, 2, 2, 9], "classes", ("2", "9", "10")),
        ([1, 4, 9, 16], "numbers", ("x₂",)),  # too rare to be classes
        ([0.5, 1.5, 0.5, 2.5] * 3, "numbers", ("x₂",)),
        (list(range(21)) * 3, "numbers", ("x₂",)),
    ],
)
def test_what_a_target_is_taken_for(
    values: list[object], task: str, outputs: tuple[str, ...]
) -> None:
    seen = preview(columns([n * n for n in range(len(values))], values))
    assert seen.target.task == task
    data = seen.data_set()
    assert data.classes == outputs
    assert (data.output, data.cost) == (
        ("linear", "squared-error") if task == "numbers" else ("sigmoid", "cross-entropy")
    )
    if task == "classes" and len(outputs) > 1:
        assert [outputs[k] for k in data.labels] == [str(value) for value in values]


def test_a_task_can_be_chosen() -> None:
    text = columns(list(range(0, 40, 2)), [1, 2] * 10)
    assert preview(text).data_set().Y.shape == (20, 1)
    numbers = preview(text).choose(task="numbers").data_set()
    assert numbers.target_scaler is not None
    assert numbers.target_scaler.undo(numbers.Y).ravel().tolist() == [1, 2] * 10


def test_targets_that_are_numbers_are_standardised_over_the_training_examples() -> None:
    prices = np.random.default_rng(0).uniform(1e5, 9e5, 50)
    data = preview(columns(list(range(0, 100, 2)), list(prices))).data_set()
    assert data.Y_train.mean() == pytest.approx(0, abs=1e-12)
    assert data.Y_train.std() == pytest.approx(1)
    assert data.target_scaler is not None
    assert data.target_scaler.undo(data.Y).ravel() == pytest.approx(prices)
    assert "standardised" in data.description


@pytest.mark.parametrize(
    ("header", "target"),
    [("a,b,c", 2), ("class,b,c", 0), ("x,y,label", 2), ("y,a,b", 0), ("Target,y,class", 0)],
)
def test_which_column_is_the_target(header: str, target: int) -> None:
    assert preview(header + "\n1,2,3\n4,5,6\n").targets == (target,)


def test_a_last_column_of_remarks_is_no_target() -> None:
    remarks = [f"remark {n}" for n in range(12_000)]
    text = columns(list(range(12_000)), [0, 1] * 6_000, remarks)
    seen = preview(text)
    assert seen.targets == (1,)
    assert "too many different words" in seen.column(2).why
    assert "more than 11585 different values" in (seen.choose(target=2).problem or "")


def test_a_cell_that_spoils_a_column_is_named() -> None:
    text = "size,price\n" + columns([*range(30), "lots", 31], [n * 0.5 for n in range(32)])
    seen = preview(text)
    assert seen.column(0).role == "left out"
    assert "line 32, column “size” holds “lots”" in seen.column(0).why
    assert seen.problem == "No column is left to be an input: they are named below."
    assert seen.sentences()[0] == seen.problem
    with pytest.raises(FileError, match="No column is left"):
        seen.data_set()
    assert "line 32, column “size” holds “lots”: put a number" in (
        seen.choose(target=0).problem or ""
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a,b\n1,5\n2,5\n", "the same “b”"),
        ("a,b\n1,\n2,\n", "the same “b” or none"),
        ("a,b\n1,x\n2,x\n", "the same “b”"),
        ("a,b\n5,1\n5,2\n", "No column is left"),
        ("a,b,c\n,1,0\n2,,1\n3,,1\n,2,0\n", "No row is complete"),
        ("a,b\n1,0\n2,0\n,1\n,1\n", "all have the same class"),
    ],
)
def test_why_nothing_can_be_learnt(text: str, problem: str) -> None:
    seen = preview(text).choose(missing="leave out", target=text.split("\n", 1)[0].count(","))
    assert problem in (seen.problem or "")
    assert seen.sentences()


def test_words_cannot_be_learnt_as_numbers() -> None:
    seen = preview("a,b\n1,x\n2,y\n").choose(task="numbers")
    assert "“x”, which can be learnt as classes only" in (seen.problem or "")


def test_inputs_that_suit_a_sigmoid_stay_as_they_are() -> None:
    data = preview("0,0,0\n0,1,1\n1,0,1\n1,1,0\n", "xor.csv").data_set()
    assert data.X.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert data.validation.size == 0
    assert data.layers == (2, 4, 1)


def test_a_table_of_pictures() -> None:
    pixels = np.random.default_rng(2).integers(0, 256, (40, 64))
    pixels[:, 0] = 0  # a corner that is always dark belongs to the picture
    header = ",".join(["label", *(f"pixel{n}" for n in range(64))])
    rows = [f"{n % 10},{','.join(map(str, row))}" for n, row in enumerate(pixels)]
    seen = preview("\n".join([header, *rows]))
    data = seen.data_set()
    assert data.picture == (8, 8)
    assert not data.by_columns
    assert np.array_equal(data.points, np.arange(64))
    assert data.features[63] == "pixel63"
    assert np.array_equal(data.X, pixels / 255)
    assert data.Y.shape == (40, 10)
    assert seen.choose(picture=False).data_set().picture is None
    assert seen.choose(by_columns=True).data_set().points.tolist()[:3] == [0, 8, 16]


def test_rows_are_shared_out_as_asked() -> None:
    seen = preview(columns(list(range(0, 200, 2)), ["a", "b"] * 50))
    data = seen.data_set()
    assert len(data.validation) == 20
    assert np.bincount(data.labels[data.validation]).tolist() == [10, 10]
    assert np.array_equal(data.train, seen.data_set().train)
    assert not np.array_equal(data.train, seen.data_set(seed=1).train)
    assert len(seen.choose(held_back=0.0).data_set().train) == 100
    assert "All 100 examples are learnt from" in " ".join(seen.choose(held_back=0.0).sentences())


def test_columns_can_be_left_out() -> None:
    seen = preview("a,b,c\n1,2,0\n3,5,1\n").choose(unwanted=frozenset({0}))
    assert seen.data_set().features == ("b",)
    assert seen.column(0).why == "So it was chosen."
    assert seen.choose(target=0).unwanted == frozenset()


def test_choices_that_there_are_not() -> None:
    seen = preview("a,b\n1,0\n2,1\n")
    with pytest.raises(ValueError, match="columns 0 to 1"):
        seen.choose(target=2)
    with pytest.raises(ValueError, match=r"between 0 and 0\.5"):
        seen.choose(held_back=0.9)


def test_the_first_cells_are_shown_as_people_read_them() -> None:
    head = preview(PASSENGERS).head(rows=5, columns=6)
    assert head[0] == ["1", "0", "3", "Braund, Mr. Owen", "male", "22"]
    assert head[4][5] == ""


def test_what_would_take_too_much_memory_is_refused_beforehand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = preview(columns(list(range(0, 2_000, 2)), [0, 1] * 500))
    monkeypatch.setattr("bpviz.data.files.errors.MEMORY", 30_000)
    assert "These examples would need" in (seen.problem or "")


def test_numbers_of_every_size_that_is_read_can_be_learnt_from() -> None:
    sizes = [1e100, -1e100, 1e-100, 1e-200, 0, 1, 2, 3, 1e16, 1e16 + 2]
    data = preview(columns(sizes, sizes[::-1], [0, 1] * 5)).data_set()
    assert np.isfinite(data.X).all()
    network = Network(data.layers)
    J, D = cost_and_gradient(network, data.X_train, data.Y_train)
    assert np.isfinite(J)
    assert all(np.isfinite(gradient).all() for gradient in D)


def test_classes_that_are_long_numbers_have_names_of_their_own() -> None:
    numbers = [79161234567, 79161234568, 79169999999] * 4
    made = preview(columns(["y", *numbers], ["x", *range(12)]))
    classes = made.choose(target=0, task="classes").data_set().classes
    assert classes == ("79161234567", "79161234568", "79169999999")
