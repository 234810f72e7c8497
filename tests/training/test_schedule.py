from __future__ import annotations

from typing import Any

import pytest

from bpviz.training import SCHEDULES, Schedule, TrainingSettings


def test_one_over_t_halves_alpha_after_as_many_iterations() -> None:
    settings = TrainingSettings(0.8, schedule=Schedule("1/t", 100))
    alphas = [settings.alpha_at(n) for n in (0, 100, 300, 700)]
    assert alphas == pytest.approx([0.8, 0.4, 0.2, 0.1])


def test_cosine_comes_down_on_half_a_wave_and_stays() -> None:
    schedule = Schedule("cosine", 300, least=0.1)
    shares = [schedule.share(n) for n in (0, 100, 150, 200, 300, 1000)]
    # cos 60° = ½, cos 90° = 0, cos 120° = −½.
    assert shares == pytest.approx([1.0, 0.775, 0.55, 0.325, 0.1, 0.1])


def test_constant_is_all_of_alpha() -> None:
    assert TrainingSettings(0.3).alpha_at(10**9) == 0.3


@pytest.mark.parametrize("name", SCHEDULES)
def test_alpha_begins_whole_and_never_grows(name: str) -> None:
    schedule = Schedule(name, 50)
    shares = [schedule.share(n) for n in range(200)]
    assert shares[0] == 1.0
    assert sorted(shares, reverse=True) == shares
    assert schedule.title()


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("name", "linear"),
        ("iterations", 0),
        ("iterations", 2.5),
        ("least", -0.1),
        ("least", 1.5),
        ("least", float("nan")),
    ],
)
def test_a_bad_schedule_is_refused_by_name(argument: str, value: Any) -> None:
    expected = "schedule" if argument == "name" else argument
    with pytest.raises(ValueError, match=f"^{expected} must be"):
        Schedule(**{argument: value})
