"""Round numbers for axes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.text import set_language
from bpviz.ui.plot import scale


@given(st.floats(1e-17, 1e15))
def test_the_ceiling_is_near_and_above(value: float) -> None:
    ceiling = scale.ceiling(value)
    assert value <= ceiling <= 1.51 * value


@given(st.floats(-1000, 1000), st.floats(1e-6, 1e7), st.integers(2, 20))
def test_ticks_are_round_and_as_many_as_fit(spans: float, span: float, most: int) -> None:
    low = spans * span
    high = low + span
    marks = scale.ticks(low, high, most)
    assert len(marks) <= most + 1
    assert len(marks) >= most // 3
    for mark in marks:
        assert low - 1e-6 * span <= mark <= high + 1e-6 * span
    if len(marks) > 1:
        step = marks[1] - marks[0]
        mantissa = step / 10 ** math.floor(math.log10(step) + 1e-9)
        assert min(abs(mantissa - m) for m in (1, 2, 2.5, 5, 10)) < 1e-3 * mantissa


def test_iterations_are_whole() -> None:
    assert scale.ticks(0, 3, 10, whole=True) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("low", "high", "most", "labels"),
    [
        (-4.0, 0.0, 5, ["0.0001", "0.001", "0.01", "0.1", "1"]),
        (0.0, 2.0, 9, ["1", "2", "5", "10", "20", "50", "100"]),
        (-9.0, 0.0, 4, ["10⁻⁹", "10⁻⁶", "0.001", "1"]),
        (math.log10(2), math.log10(8), 8, ["2", "3", "4", "5", "6", "7", "8"]),
    ],
)
def test_logarithmic_ticks(low: float, high: float, most: int, labels: list[str]) -> None:
    ticks = scale.log_ticks(low, high, most)
    assert scale.log_labels(ticks) == labels


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [(0.0, 0.2, "0.0"), (0.4, 0.2, "0.4"), (5.0, 1.0, "5"), (0.25, 0.25, "0.25"), (-1.0, 1, "−1")],
)
def test_ticks_have_the_decimals_they_need(value: float, step: float, text: str) -> None:
    assert scale.label(value, step) == text


@pytest.mark.parametrize(
    ("low", "high"),
    [(123_000.0, 123_500.0), (9.5e-5, 9.51e-5), (0.500001, 0.5000015), (1e9, 1e9 + 5)],
)
def test_no_two_ticks_have_one_name(low: float, high: float) -> None:
    values = scale.ticks(low, high, 6)
    names = [scale.label(value, values[1] - values[0]) for value in values]
    assert len(set(names)) == len(names) >= 3
    exponents = scale.log_ticks(math.log10(low), math.log10(high), 6)
    assert len(set(scale.log_labels(exponents))) == len(exponents)


def test_numbers_are_written_as_the_reader_does() -> None:
    assert scale.label(20_000.0, 10_000.0, whole=True) == "20,000"
    set_language("ru")
    assert scale.label(20_000.0, 10_000.0, whole=True) == "20\N{NO-BREAK SPACE}000"
    assert scale.label(0.5, 0.1) == "0,5"
    assert scale.significant(0.12345) == "0,1235"


@pytest.mark.parametrize(
    ("value", "text"),
    [(6.19204, "6.192"), (0.000912345, "0.0009123"), (3.682e-5, "3.68·10⁻⁵"), (1234.5, "1234"),
     (0.5, "0.5000"), (12345.6, "12346"), (9999.6, "10000"), (9999.4, "9999")],
)  # fmt: skip
def test_the_latest_J_keeps_four_digits(value: float, text: str) -> None:
    assert scale.significant(value) == text
