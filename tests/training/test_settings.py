from __future__ import annotations

import dataclasses
import math
from typing import Any

import pytest

from bpviz.training import TrainingSettings


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("alpha", 0),
        ("alpha", -1.0),
        ("alpha", math.nan),
        ("alpha", math.inf),
        ("alpha", "fast"),
        ("lambda_", -0.1),
        ("lambda_", math.inf),
        ("optimizer", "newton"),
    ],
)
def test_a_bad_setting_is_refused_by_name(argument: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"^{argument} must be"):
        dataclasses.replace(TrainingSettings(), **{argument: value})


def test_numbers_become_floats() -> None:
    settings = TrainingSettings(alpha=1, lambda_=2)
    assert (settings.alpha, settings.lambda_) == (1.0, 2.0)
    assert isinstance(settings.alpha, float)
