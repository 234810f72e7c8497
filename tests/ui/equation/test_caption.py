"""The sentence over the equation: there for every step, and about that step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz.core import COSTS, HIDDEN, Network
from bpviz.text import set_language
from bpviz.trace import GRANULARITIES, Trace
from bpviz.ui.equation.caption import caption

if TYPE_CHECKING:
    from bpviz.trace import Granularity


def trace_of(network: Network, lambda_: float = 1.0) -> Trace:
    random = np.random.default_rng(7)
    K = network.layers[-1]
    Y = np.eye(K)[random.integers(0, K, 2)]
    return Trace(network, random.normal(size=(2, network.layers[0])), Y, lambda_, 0.5)


@pytest.mark.parametrize("granularity", GRANULARITIES)
@pytest.mark.parametrize("pair", COSTS)
def test_every_step_has_one_sentence(pair: tuple[str, str], granularity: Granularity) -> None:
    output, cost = pair
    for hidden in HIDDEN:
        trace = trace_of(Network((2, 3, 2), hidden, output, cost))
        for k in range(len(trace)):
            said = caption(trace, k, granularity)
            assert said[0].isupper()
            assert not re.search(r"[{}%]|None|\. ", said)
            assert len(said) < 115


def find(trace: Trace, **wanted: object) -> int:
    return next(
        step.index
        for step in trace
        if all(getattr(step, name) == value for name, value in wanted.items())
    )


def test_what_it_says_of_single_numbers() -> None:
    trace = trace_of(Network((2, 3, 2)))

    def said(**wanted: object) -> str:
        return caption(trace, find(trace, **wanted), "unit")

    assert said(line=4, symbol="z", layer=2, unit=3) == (
        "Weighted input of unit 3 in layer 2: every activation of layer 1, times its weight, "
        "added up"
    )
    assert said(line=4, symbol="a", unit=0, layer=2) == (
        "The bias unit of layer 2 is always 1; nothing feeds it"
    )
    assert "squeezed between 0 and 1" in said(line=4, symbol="a", layer=3, unit=1)
    assert "minus what it should say" in said(line=5, unit=2)
    assert "the errors of layer 3" in said(line=6, layer=2)
    assert "no error" in said(line=6, layer=1)
    assert "from unit 2 to unit 1" in said(line=7, layer=1, unit=1, source=2)
    assert "without λ" in said(line=8, source=0)
    assert "pull of λ" in said(line=8, source=1)
    assert "step against its gradient" in said(line=9, source=1)


@pytest.mark.parametrize(
    ("optimizer", "words"),
    [
        ("gradient-descent", "step against"),
        ("mini-batch", "Mini-batch gradient descent takes a part at a time"),
        ("stochastic", "a part at a time"),
        ("momentum", "plain gradient step; Momentum makes its own of D"),
        ("adam", "plain gradient step; Adam makes its own of D"),
        ("cg", "is given J and D instead"),
        ("bfgs", "plain gradient step; BFGS is given J and D instead"),
        ("l-bfgs", "plain gradient step; L-BFGS is given J and D instead"),
    ],
)
def test_line_9_says_what_training_does_instead(optimizer: str, words: str) -> None:
    trace = trace_of(Network((2, 3, 2)))
    places: list[tuple[Granularity, int]] = [
        ("unit", find(trace, line=9, source=0)),
        ("unit", find(trace, line=9, source=1)),
        ("layer", len(trace) - 1),
        ("pass", len(trace) - 1),
    ]
    for granularity, k in places:
        said = caption(trace, k, granularity, optimizer)
        assert words in said
        assert said[0].isupper()
        assert "{" not in said
        assert len(said) < 125
    k = find(trace, line=8)
    assert caption(trace, k, "unit", optimizer) == caption(trace, k, "unit")


def test_the_end_of_an_example_and_of_the_pass() -> None:
    trace = trace_of(Network((2, 3, 2)))
    end = trace.score.end(trace.score.examples_start, "example")
    assert caption(trace, end, "example").startswith("Example 1 is through: ")
    assert caption(trace, len(trace) - 1, "pass").startswith("The pass is complete: ")
    assert not caption(trace, end, "layer").startswith("Example 1 is through")


def test_in_another_language_nothing_is_missing() -> None:
    set_language("ru")
    trace = trace_of(Network((2, 3, 2)))
    for granularity in GRANULARITIES:
        for k in range(len(trace)):
            assert "{" not in caption(trace, k, granularity)
