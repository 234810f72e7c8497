"""Properties of the split into training and validation."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bpviz.data import all_for_training, stratified

labels_ = st.lists(st.integers(0, 5), min_size=1, max_size=200).map(np.array)
seeds = st.integers(0, 2**32)
shares = st.floats(0.0, 0.9)


@given(labels=labels_, seed=seeds, share=shares)
def test_disjoint_complete_and_in_order(labels: np.ndarray, seed: int, share: float) -> None:
    train, validation = stratified(labels, np.random.default_rng(seed), share)
    assert sorted([*train, *validation]) == list(range(len(labels)))
    assert (np.diff(train) > 0).all()
    assert (np.diff(validation) > 0).all()


@given(labels=labels_, seed=seeds, share=shares)
def test_every_class_gives_its_share(labels: np.ndarray, seed: int, share: float) -> None:
    _, validation = stratified(labels, np.random.default_rng(seed), share)
    for label in set(labels):
        held_back = np.count_nonzero(labels[validation] == label)
        assert abs(held_back - share * np.count_nonzero(labels == label)) <= 0.5


@given(labels=labels_, seed=seeds)
def test_the_same_seed_gives_the_same_split(labels: np.ndarray, seed: int) -> None:
    first = stratified(labels, np.random.default_rng(seed))
    second = stratified(labels, np.random.default_rng(seed))
    assert all(map(np.array_equal, first, second))


def test_the_chosen_examples_depend_on_chance_and_not_on_their_place() -> None:
    labels = np.zeros(10, dtype=int)
    times = np.zeros(10)
    for seed in range(2000):
        times[stratified(labels, np.random.default_rng(seed))[1]] += 1
    # Each is held back in a fifth of the draws: 400 ± 5 deviations of √(2000 · 0.2 · 0.8).
    assert (abs(times - 400) < 90).all()


def test_nothing_held_back() -> None:
    train, validation = all_for_training(4)
    assert train.tolist() == [0, 1, 2, 3]
    assert validation.tolist() == []
