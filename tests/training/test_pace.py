from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training.pace import Pace


@given(step=st.floats(1e-6, 1), record=st.floats(1e-6, 1))
def test_records_take_less_than_a_tenth_of_the_time(step: float, record: float) -> None:
    pace = Pace()
    for _ in range(3):
        pace.measured(pace.stride, step * pace.stride, record)
    steps, records = pace.stride * step, record
    assert records / (steps + records) < 0.1
    # … and they are not rarer than the promise asks for by much.
    assert pace.stride == 1 or records / ((pace.stride - 1) * step + records) > 0.025


def test_every_iteration_is_recorded_while_that_is_cheap() -> None:
    pace = Pace()
    pace.measured(1, 1.0, 0.099)
    assert pace.stride == 1


def test_a_hiccup_counts_little() -> None:
    pace = Pace()
    pace.measured(1, 1e-5, 1e-5)
    usual = pace.stride
    pace.measured(usual, usual * 1e-5, 1.0)
    assert pace.stride <= 1.2 * usual


def test_a_lasting_change_is_followed() -> None:
    pace = Pace()
    pace.measured(1, 1e-5, 1e-5)
    for _ in range(60):
        pace.measured(pace.stride, pace.stride * 1e-5, 8e-5)
    assert pace.stride == pytest.approx(8 / 0.03, rel=0.05)


def test_records_are_close_together_at_first_and_cost_hundredths_of_a_second() -> None:
    pace = Pace(1000)
    pace.measured(1, 8e-6, 4e-5)
    assert [pace.stride_from(1000 + n) for n in (0, 299, 300, 350, 10**6)] == [1, 1, 2, 3, 167]
    n = records = 0
    while pace.stride_from(1000 + n) < pace.stride:
        n += pace.stride_from(1000 + n)
        records += 1
    assert records * 4e-5 < 0.025


def test_records_that_cost_much_are_rare_from_the_first() -> None:
    pace = Pace()
    pace.measured(1, 2e-5, 0.1)
    assert pace.stride_from(0) == pace.stride > 10**5
    pace = Pace()
    pace.measured(1, 2e-5, 3e-3)
    n = records = 0
    while pace.stride_from(n) < pace.stride:
        n += pace.stride_from(n)
        records += 1
    assert records * 3e-3 < 0.25


def test_a_first_step_that_took_long_is_forgotten() -> None:
    pace = Pace()
    pace.measured(1, 1.0, 1e-3)
    assert pace.stride == 1
    pace.measured(1, 1e-4, 1e-3)
    assert pace.stride > 100
