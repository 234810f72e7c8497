from __future__ import annotations

import dataclasses
import math
from typing import Any

import pytest

from bpviz.core import Network
from bpviz.training import OPTIMIZERS, TrainingSettings


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
        ("batch_size", 0),
        ("batch_size", 2.5),
        ("batch_size", "all"),
        ("momentum", 1.0),
        ("momentum", -0.1),
        ("momentum", math.nan),
        ("seed", -1),
        ("seed", None),
    ],
)
def test_a_bad_setting_is_refused_by_name(argument: str, value: Any) -> None:
    with pytest.raises(ValueError, match=f"^{argument} must be"):
        dataclasses.replace(TrainingSettings(), **{argument: value})


def test_numbers_become_floats() -> None:
    settings = TrainingSettings(alpha=1, lambda_=2)
    assert (settings.alpha, settings.lambda_) == (1.0, 2.0)
    assert isinstance(settings.alpha, float)


ALPHA = ("alpha", "schedule")
APPLY = {
    "gradient-descent": ALPHA,
    "mini-batch": (*ALPHA, "batch_size", "seed"),
    "stochastic": (*ALPHA, "seed"),
    "momentum": (*ALPHA, "batch_size", "seed", "momentum"),
    "adam": (*ALPHA, "batch_size", "seed", "momentum"),
    "cg": (),
    "bfgs": (),
    "l-bfgs": (),
}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_it_says_which_settings_apply_and_why_others_do_not(name: str) -> None:
    settings = TrainingSettings(optimizer=name)
    for setting in ("alpha", "schedule", "batch_size", "momentum", "seed"):
        reason = settings.why_not(setting)
        assert settings.applies(setting) == (setting in APPLY[name]) == (reason == "")
        assert not reason or OPTIMIZERS[name].title() in reason
    assert settings.applies("lambda_")


def test_bfgs_refuses_a_network_whose_matrix_would_fill_the_memory() -> None:
    small, large = Network((64, 25, 10)), Network((400, 25, 10))
    for name in OPTIMIZERS:
        TrainingSettings(optimizer=name).check(small)
    TrainingSettings(optimizer="l-bfgs").check(large)
    with pytest.raises(ValueError, match=r"10,285 weights .* 5\.1 GB"):
        TrainingSettings(optimizer="bfgs").check(large)
