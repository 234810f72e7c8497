"""What the formulas say, checked by computing them: numbers in the text equal the step's value."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from bpviz import text
from bpviz.core import Network
from bpviz.trace import GRANULARITIES, Trace, plain
from bpviz.trace.formula import setting

PAIRS = [
    ("sigmoid", "cross-entropy"),
    ("softmax", "cross-entropy"),
    ("linear", "squared-error"),
    ("sigmoid", "squared-error"),
    ("tanh", "squared-error"),
]


def make_trace(pair: tuple[str, str] = PAIRS[0], hidden: str = "sigmoid") -> Trace:
    random = np.random.default_rng(1)
    X, Y = random.normal(size=(3, 2)), np.eye(3)[[0, 2, 1]]
    return Trace(Network((2, 4, 3), hidden, *pair), X, Y, lambda_=0.5, alpha=0.25)


def evaluate(latex: str) -> float:
    """Compute the right-hand side of a substituted formula, between its first and last '='."""
    middle = latex.split("=")[1]
    python = middle
    for _ in range(3):
        python = re.sub(r"\\frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}",
                        r"((\1)/(\2))", python)  # fmt: skip
    python = re.sub(r"10\^\{(-?\d+)\}", r"10**(\1)", python)
    python = re.sub(r"e\^\{((?:[^{}]|\{[^{}]*\})*)\}", r"np.exp(\1)", python)
    python = re.sub(r"\^\{2\}", "**2", python)
    python = python.replace(r"\left(", "(").replace(r"\right)", ")").replace(r"\max(", "max(")
    python = python.replace(r"\cdot ", "*").replace(r"\tanh", "np.tanh").replace(r"\,", "*")
    python = re.sub(r"(\d)\(", r"\1*(", python)
    python = re.sub(r"\)\(", ")*(", python)
    return float(eval(python, {"np": np, "max": max}))  # noqa: S307


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("hidden", ["sigmoid", "tanh", "relu"])
def test_substituted_numbers_give_the_value(pair: tuple[str, str], hidden: str) -> None:
    trace = make_trace(pair, hidden)
    computed = 0
    for step in trace:
        if step.line < 4 or step.value is None or step.unit == 0:
            continue
        latex = plain(trace.numbers(step.index, digits=6))
        if latex.count("=") < 2:
            continue
        assert_allclose(evaluate(latex), step.value, rtol=2e-4, atol=2e-5, err_msg=latex)
        computed += 1
    assert computed > 80


def test_pieces_know_where_their_numbers_come_from() -> None:
    trace = make_trace()
    for step in trace:
        for granularity in GRANULARITIES[:2]:
            for piece in trace.numbers(step.index, granularity, 6):
                if piece.origin is None:
                    continue
                maker = trace[piece.origin]
                assert maker.symbol == piece.symbol
                if not (piece.symbol == "z" and step.line in (5, 6)):  # g′(z) leads to its z
                    assert maker.value == piece.value
                assert piece.origin <= trace.next(step.index, "layer")


def test_negative_factors_are_in_parentheses() -> None:
    trace = make_trace()
    for step in trace:
        assert not re.search(r"(\\cdot |\+)-", step.substituted)


def test_the_formula_of_line_8_leaves_the_bias_out() -> None:
    trace = make_trace()
    rules = {s.source: s.formula for s in trace if s.line == 8 and s.layer == 1 and s.unit == 1}
    assert r"\lambda" not in rules[0]
    assert r"\lambda" in rules[1]


def test_unmatched_pairs_multiply_by_the_slope_in_line_5() -> None:
    matched = next(s for s in make_trace() if s.line == 5)
    unmatched = next(s for s in make_trace(("tanh", "squared-error")) if s.line == 5)
    assert matched.formula == r"\delta^{(3)}_{1}:=a^{(3)}_{1}-y^{(1)}_{1}"
    assert "1 - " in unmatched.formula


def test_a_power_of_ten_is_squared_as_a_whole() -> None:
    network = Network((1, 1, 1), hidden="tanh")
    network.theta[0][:] = (0.0, 5e-4)
    network.theta[1][:] = (0.0, 1.0)
    trace = Trace(network, [[1.0]], [[1.0]])
    step = next(s for s in trace if s.line == 6 and s.unit == 1)
    latex = plain(trace.numbers(step.index, digits=4))
    assert r"(1 - (5.00\cdot 10^{-4})^{2})" in latex
    network.theta[0][:] = (0.0, -5e-4)
    latex = plain(Trace(network, [[1.0]], [[1.0]]).numbers(step.index, digits=4))
    assert r"(1 - (-5.00\cdot 10^{-4})^{2})" in latex


@pytest.mark.parametrize(
    ("value", "latex"),
    [
        (0.1, "0.1"),
        (3 * 0.1, "0.3"),
        (12.345678, "12.345678"),
        (1234.5678, "1234.5678"),
        (0.9045084971874737, "0.904508"),  # of a schedule
        (1e-6, "0.000001"),
        (1e-7, "10^{-7}"),
        (2.5e-7, r"2.5\cdot 10^{-7}"),
        (0.0, "0"),
    ],
)
def test_rates_are_as_somebody_has_typed_them(value: float, latex: str) -> None:
    assert setting(value, "alpha").latex == latex


def test_long_sums_and_large_matrices_are_elided() -> None:
    trace = Trace(Network((64, 25, 10)), np.ones((1, 64)), np.eye(10)[:1])
    z = next(s for s in trace if s.symbol == "z")
    assert r"\cdots" in z.substituted
    assert z.substituted.count(r"\cdot ") == 6
    assert r"\ddots" in plain(trace.numbers(z.index, "layer"))


def test_numbers_are_written_as_the_language_does() -> None:
    trace = make_trace()
    step = next(s for s in trace if s.symbol == "z")
    assert re.search(r"\d\.\d", step.substituted)
    text.set_language("ru")
    try:
        assert not re.search(r"\d\.\d", step.substituted)
        assert re.search(r"\d\{,\}\d", step.substituted)
    finally:
        text.set_language("en")


def test_formulas_are_balanced_and_pieces_with_symbols_stand_alone() -> None:
    trace = make_trace()
    for step in trace:
        for granularity in ("unit", "layer"):
            formula = (
                *trace.rule(step.index, granularity),
                *trace.numbers(step.index, granularity),
            )
            latex = plain(formula)
            assert latex.count("{") == latex.count("}")
            assert latex.count(r"\left") == latex.count(r"\right")
            for piece in formula:
                if piece.symbol or piece.origin is not None:
                    assert piece.latex.count("{") == piece.latex.count("}")


@pytest.mark.parametrize(
    ("output", "cost", "hidden", "applied"),
    [
        ("sigmoid", "cross-entropy", "sigmoid", ("g(z^{(2)})", "g(z^{(3)})")),
        ("softmax", "cross-entropy", "tanh", (r"\tanh(z^{(2)})", r"\mathrm{softmax}(z^{(3)})")),
        ("linear", "squared-error", "relu", (r"\max(0, z^{(2)})", "z^{(3)}")),
    ],
)
def test_the_vectorised_rule_applies_g_as_it_is_written(
    output: str, cost: str, hidden: str, applied: tuple[str, str]
) -> None:
    trace = make_trace((output, cost), hidden)
    for layer, expected in zip((2, 3), applied, strict=True):
        k = trace.locate("a", layer, 1, example=1)
        assert k is not None
        assert plain(trace.rule(k, "layer")).endswith(rf"a^{{({layer})}}:={expected}")
