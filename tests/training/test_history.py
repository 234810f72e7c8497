from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training import History, Record, Trial


def test_it_grows_and_gives_what_was_put_in() -> None:
    history = History()
    records = [
        Record(7 * k, 1 / (k + 1), k, 0.5, 0.25, k / 3, 2 * k, k / 9, k, -k) for k in range(1000)
    ]
    for record in records:
        history.append(record)
    columns = history.records()
    assert len(history) == 1000
    assert np.array_equal(np.array(columns).T, np.array(records))
    assert all(column.flags.c_contiguous for column in columns)


def test_what_a_reader_holds_stays_as_it_was() -> None:
    history = History()
    held = []
    for k in range(600):
        history.append(Record(k, float(k)))
        held.append(history.records())
    history.rewind(99)
    history.append(Record(100, -1.0))
    assert all(np.array_equal(records.J, np.arange(k + 1.0)) for k, records in enumerate(held))
    assert np.array_equal(history.records().J, [*range(100), -1.0])
    with pytest.raises(ValueError, match="read-only"):
        held[0].J[0] = 1.0


def test_the_same_iteration_again_replaces_the_last_record() -> None:
    history = History()
    history.append(Record(0, 3.0))
    history.append(Record(5, 2.0))
    history.append(Record(5, 1.0))
    assert history.records().J.tolist() == [3.0, 1.0]


@given(
    st.lists(st.tuples(st.sampled_from(["append", "again", "rewind"]), st.integers(0, 40))),
)
def test_any_sequence_of_changes_agrees_with_a_list(changes: list[tuple[str, int]]) -> None:
    history = History()
    model = [(0, 0.0)]
    history.append(Record(0, 0.0))
    for n, (change, number) in enumerate(changes, start=1):
        last = model[-1][0]
        if change == "append":
            history.append(Record(last + number + 1, float(n)))
            model.append((last + number + 1, float(n)))
        elif change == "again":
            history.append(Record(last, float(n)))
            model[-1] = (last, float(n))
        else:
            history.rewind(number)
            model = [entry for entry in model if entry[0] <= number]
    columns = history.records()
    assert list(zip(columns.iteration, columns.J, strict=True)) == model


def test_memory_is_bounded_and_the_whole_run_stays_in_sight() -> None:
    history = History(limit=64)
    iteration = 0
    while iteration < 100_000:
        history.append(Record(iteration, float(iteration)))
        assert len(history) <= 64
        iteration += history.spacing
    iterations = history.records().iteration
    assert iterations[0] == 0
    assert iterations[-1] > 98_000
    assert np.array_equal(iterations, history.records().J)
    # Evenly over the run: no gap is more than about two of the widest spacing.
    assert np.diff(iterations).max() <= 2 * history.spacing


def test_what_was_tried_is_told_apart_and_forgotten_with_its_iteration() -> None:
    history = History()
    evaluation = 0
    for iteration in range(1, 10):
        for _ in range(iteration):
            evaluation += 1
            history.tried(Trial(evaluation, iteration, 1 / evaluation))
        history.append(Record(iteration, 1 / evaluation, evaluations=evaluation))
    assert history.trials().evaluation.tolist() == [*range(1, 46)]
    history.rewind(3)
    trials = history.trials()
    assert trials.iteration.tolist() == [1, 2, 2, 3, 3, 3]
    assert trials.J.tolist() == [1 / n for n in range(1, 7)]
    assert history.records().evaluations[-1] == 6


def test_a_branch_is_thinned_by_its_own_iterations() -> None:
    history = History(limit=8)
    for iteration in range(1_000_000, 1_000_040):
        history.append(Record(iteration, 1.0))
        assert history.spacing < 40
