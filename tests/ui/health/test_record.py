"""What is remembered of the readings, and for how long."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.core import Network
from bpviz.ui.health.probe import Reading
from bpviz.ui.health.record import SYMBOLS, Record

NETWORK = Network((2, 3, 1))


def readings(size: float = 1.0) -> list[Reading]:
    """Return readings of a layer of three units and one of one, on five examples."""
    made = []
    for layer, units in ((2, 3), (3, 1)):
        values = size * np.linspace(-1, 1, 5 * units).reshape(units, 5)
        made.append(
            Reading(layer, (values, np.abs(values) % 1, values / 100), 0.25, 1, size, size / 10)
        )
    return made


def iterations(record: Record) -> list[int]:
    times: list[int] = record["iteration"].tolist()
    return times


def test_it_holds_what_was_added() -> None:
    record = Record(NETWORK)
    record.add(0, readings(1.0))
    record.add(10, readings(2.0))
    assert iterations(record) == [0, 10]
    assert record["delta"].tolist() == [[1.0, 1.0], [2.0, 2.0]]
    assert record["D"][1] == pytest.approx([0.2, 0.2])
    assert record["saturated"].tolist() == [[0.25, 0.25], [0.25, 0.25]]
    assert record.now == 1
    z = SYMBOLS.index("z")
    assert record.bins[0][z].ends == (-2.0, 2.0)
    # The first z, from −1 to 1, lie in the middle half of the bins that reach from −2 to 2.
    first = record["shares"][0, 0, z]
    assert first[:16].sum() == 0
    assert first[48:].sum() == 0
    assert first.sum() == pytest.approx(1.0)


def test_the_same_iteration_is_replaced() -> None:
    record = Record(NETWORK)
    record.add(0, readings(1.0))
    record.add(0, readings(3.0))
    assert iterations(record) == [0]
    assert record["delta"].tolist() == [[3.0, 3.0]]


def test_memory_is_bounded_and_the_picture_even() -> None:
    record = Record(NETWORK)
    for iteration in range(0, 30_000, 3):
        record.add(iteration, readings())
    times = record["iteration"]
    assert 120 <= len(record) <= 256
    assert times[0] == 0
    assert times[-1] == 29_997
    distances = np.diff(times)[:-1]
    assert distances.max() <= 2 * distances.min()


def test_looking_back_at_an_earlier_moment_keeps_the_later_ones() -> None:
    record = Record(NETWORK)
    for iteration in (0, 100, 200):
        record.add(iteration, readings())
    record.add(50, readings(5.0))
    assert iterations(record) == [0, 50, 100, 200]
    assert record.now == 1
    record.add(100, readings(6.0))
    assert record.now == 2
    assert record["delta"][:, 0].tolist() == [1.0, 5.0, 6.0, 1.0]


def test_a_moment_stands_for_what_follows_but_not_for_a_gap() -> None:
    record = Record(NETWORK)
    record.add(10, readings())
    record.add(20, readings())
    record.add(50, readings(), gap=True)
    asked = np.array([5.0, 10.0, 15.0, 20.0, 30.0, 50.0, 70.0])
    assert record.covering(asked).tolist() == [-1, 0, 0, 1, -1, 2, 2]


def test_a_gap_outlives_thinning() -> None:
    record = Record(NETWORK)
    for iteration in range(255):
        record.add(iteration, readings())
    record.add(10_000, readings(), gap=True)
    for iteration in range(10_001, 10_400):
        record.add(iteration, readings())
    assert len(record) < 256
    assert record["begins"].sum() == 1
    assert record.covering(np.array([5000.0])).tolist() == [-1]
    assert record.covering(np.array([100.0]))[0] >= 0


def test_layers_share_scales_where_they_are_to_be_compared() -> None:
    z, a, delta = range(3)
    bins = Record(Network((2, 3, 3, 1))).bins
    assert bins[0][z] is bins[1][z]
    assert bins[1][z] is not bins[2][z], "z of the output is of another kind"
    assert len({id(row[delta]) for row in bins}) == 1
    assert bins[0][a].ends == (0.0, 1.0)
    assert Record(Network((2, 3, 1), hidden="tanh")).bins[0][a].ends == (-1.0, 1.0)
    relu = Record(Network((2, 3, 3, 1), hidden="relu")).bins
    assert relu[0][z] is not relu[1][z]
    assert len({id(row[delta]) for row in relu}) == 1
