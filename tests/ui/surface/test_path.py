"""What is remembered of the way Θ takes."""

from __future__ import annotations

import numpy as np

from bpviz.ui.surface.path import Path


def filled(steps: int, weights: int = 3, each: int = 1) -> Path:
    path = Path(weights)
    for n in range(0, steps * each, each):
        path.add(n, np.full(weights, float(n)))
    return path


def test_it_holds_what_was_added() -> None:
    path = filled(5)
    assert path.iterations.tolist() == [0, 1, 2, 3, 4]
    assert path.points[:, 0].tolist() == [0.0, 1.0, 2.0, 3.0, 4.0]


def test_of_one_iteration_the_last_counts_and_no_way_leads_back() -> None:
    path = filled(3)
    path.add(2, np.full(3, 7.0))
    path.add(1, np.full(3, 9.0))
    assert path.iterations.tolist() == [0, 1, 2]
    assert path.points[:, 0].tolist() == [0.0, 1.0, 7.0]
    path.forget_after(1)
    path.add(5, np.zeros(3))
    assert path.iterations.tolist() == [0, 1, 5]


def test_it_is_bounded_and_even() -> None:
    path = filled(10_000, each=3)
    assert 120 <= len(path) <= 256
    assert path.iterations[0] == 0
    assert path.iterations[-1] == 29_997
    assert np.array_equal(path.points[:, 1], path.iterations)
    distances = np.diff(path.iterations)[:-1]
    assert distances.max() <= 4 * distances.min()


def test_points_may_be_put_in_between_while_there_is_room() -> None:
    path = filled(3, each=10)
    path.insert(5, np.full(3, 5.0))
    path.insert(15, np.full(3, 15.0))
    assert path.iterations.tolist() == [0, 5, 10, 15, 20]
    assert np.array_equal(path.points[:, 1], path.iterations)
    assert path.has_room
    assert not filled(200).has_room


def test_many_weights_leave_fewer_points() -> None:
    path = filled(300, weights=60_000)
    assert len(path) <= 34
    assert path.points.nbytes <= 17 * 2**20
    assert len(filled(40, weights=400_000)) <= 16
