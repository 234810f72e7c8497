"""Every data set by its name: what all of them have, and what each says about itself."""

from collections.abc import Callable
from operator import and_, or_, xor

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from bpviz.data import load, names

TABLES = ("xor", "and", "or", "xnor")
DRAWN = ("lecture", "gaussians", "circles", "moons", "spirals", "curve")
every = pytest.mark.parametrize("name", names())


def test_names_are_in_the_order_of_the_menu() -> None:
    assert names() == ("digits", "iris", "lecture", *TABLES, "gaussians", *DRAWN[2:])


@every
def test_what_all_have(name: str) -> None:
    data = load(name)
    assert data.name == name
    assert data.X.dtype == data.Y.dtype == np.float64
    assert data.tells_classes == (name != "curve")
    if data.tells_classes:
        assert np.isin(data.Y, (0, 1)).all()
    if data.Y.shape[1] > 1:
        assert (data.Y.sum(axis=1) == 1).all()
    assert abs(data.X).max() < 6  # where the sigmoid is not yet flat
    assert len(data.X_train) == len(data.Y_train) == len(data.train)
    assert data.X_validation.shape == (len(data.validation), data.X.shape[1])
    assert data.Y_validation.shape == (len(data.validation), data.Y.shape[1])
    for line in (data.title, data.description, data.scaling, data.source, data.licence):
        assert line
        assert "\n" not in line


@every
def test_the_seed_decides(name: str) -> None:
    first, again, other = load(name), load(name, seed=0), load(name, seed=1)
    for part in ("X", "Y", "train", "validation"):
        assert np.array_equal(getattr(first, part), getattr(again, part))
    assert np.array_equal(first.X, other.X) == (name not in {*DRAWN, "iris"})
    assert np.array_equal(first.validation, other.validation) == (name in TABLES)


@pytest.mark.parametrize("name", [name for name in names() if name not in TABLES])
def test_a_fifth_of_every_class_is_held_back(name: str) -> None:
    data = load(name)
    for label in np.unique(data.labels):
        of_class = np.count_nonzero(data.labels == label)
        held_back = np.count_nonzero(data.labels[data.validation] == label)
        assert abs(held_back - of_class / 5) <= 0.5


def test_the_curve_is_a_sine_with_noise() -> None:
    data = load("curve")
    noise = data.Y[:, 0] - np.sin(1.5 * data.X[:, 0])
    assert abs(noise.mean()) < 0.05
    assert noise.std() == pytest.approx(0.15, rel=0.2)
    assert not data.labels.any()


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_generated_says_so(name: str) -> None:
    data = load(name)
    assert "generated" in data.title
    assert "generated" in data.source


@pytest.mark.parametrize(
    ("name", "rule"),
    [("and", and_), ("or", or_), ("xor", xor), ("xnor", lambda p, q: not p ^ q)],
)
def test_truth_tables(name: str, rule: Callable[[bool, bool], bool]) -> None:
    data = load(name)
    assert sorted(map(tuple, data.X)) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    for (p, q), (y,) in zip(data.X, data.Y, strict=True):
        assert bool(y) == rule(bool(p), bool(q))
    assert data.train.tolist() == [0, 1, 2, 3]
    assert data.validation.size == 0


@pytest.mark.parametrize(
    ("name", "line", "neighbours"),
    [
        ("gaussians", (0.95, 1), (0.95, 1)),
        ("circles", (0, 0.7), (0.95, 1)),
        ("moons", (0.75, 0.95), (0.97, 1)),
        ("spirals", (0, 0.75), (0.95, 1)),
        ("lecture", (0.9, 1), (0.9, 1)),
    ],
)
def test_a_line_parts_only_what_is_said_to_need_no_more(
    name: str, line: tuple[float, float], neighbours: tuple[float, float]
) -> None:
    data = load(name)
    for peer, (low, high) in (
        (LogisticRegression(), line),
        (KNeighborsClassifier(3), neighbours),
    ):
        peer.fit(data.X_train, data.labels[data.train])
        assert low <= peer.score(data.X, data.labels) <= high


def test_road_users_are_of_plausible_size() -> None:
    data = load("lecture")
    length, height, speed = data.scaler.undo(data.X).T
    pedestrian, truck = data.labels == 0, data.labels == 3
    assert 1.5 < np.median(height[pedestrian]) < 1.9
    assert speed[pedestrian].max() < 20
    assert length[truck].min() > 3
    assert (length > 0).all()
    assert speed.max() < 250


@pytest.mark.parametrize(
    ("name", "nearest"), [("digit", "digits"), ("XOR", "xor"), ("moon", "moons"), ("Iris", "iris")]
)
def test_a_near_miss_is_told_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(ValueError, match=f"Did you mean “{nearest}”") as error:
        load(name)
    assert ", ".join(names()) in str(error.value)


def test_a_far_miss_is_told_what_there_is() -> None:
    with pytest.raises(ValueError, match="no data set called “mnist-1m”; there are digits, iris"):
        load("mnist-1m")
