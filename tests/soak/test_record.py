"""That the soak's verdict finds what grows, and lets pass what only wavers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.soak.record import BOUNDS, Sample, slopes

_FLAT = Sample(0.0, *(100.0 for _ in BOUNDS))


def _samples(name: str, growth: float) -> list[Sample]:
    noise = np.random.default_rng(0).standard_normal(30)
    return [
        replace(_FLAT, minutes=float(n), **{name: 100.0 + growth * n + 0.01 * noise[n]})
        for n in range(30)
    ]


@pytest.mark.parametrize("name", BOUNDS)
def test_what_grows_is_found_and_nothing_else(name: str) -> None:
    sign = -1 if name == "none" else 1
    growth = sign * 2 * BOUNDS[name]
    found = slopes(_samples(name, growth))
    assert [slope.name for slope in found if not slope.flat] == [name]
    assert next(s.slope for s in found if s.name == name) == pytest.approx(growth, abs=0.01)


@pytest.mark.parametrize("name", BOUNDS)
def test_what_wavers_does_not_grow(name: str) -> None:
    assert all(slope.flat for slope in slopes(_samples(name, 0.0)))


def test_too_few_samples_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        slopes([_FLAT] * 3)
