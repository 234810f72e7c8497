"""LaTeX cut into pieces: what is a quantity, and that nothing is lost."""

from __future__ import annotations

import pytest

from bpviz.trace.formula import plain
from bpviz.trace.symbols import pieces


def coloured(latex: str) -> list[tuple[str, str]]:
    return [(p.latex.strip(), p.symbol) for p in pieces(latex) if p.symbol is not None]


def test_a_symbol_takes_its_scripts_with_it() -> None:
    assert coloured(r"\delta^{(3)}_1 = a_1^{(3)} - y_1") == [
        (r"\delta^{(3)}_1", "delta"),
        ("a_1^{(3)}", "a"),
        ("y_1", "y"),
    ]
    assert coloured(r"z''") == [("z''", "z")]
    assert coloured(r"\Theta^{(1)}_{i_{1}}x") == [(r"\Theta^{(1)}_{i_{1}}", "Theta"), ("x", "x")]


def test_symbols_are_found_within_fractions_and_matrices() -> None:
    fraction = r"\frac{\partial J}{\partial\Theta^{(1)}_{ij}}"
    assert coloured(fraction) == [("J", "J"), (r"\Theta^{(1)}_{ij}", "Theta")]
    matrix = r"\begin{pmatrix} a_1 & \lambda \\ \alpha & D \end{pmatrix}"
    assert [symbol for _, symbol in coloured(matrix)] == ["a", "lambda", "alpha", "D"]


def test_words_and_names_of_functions_are_no_quantities() -> None:
    assert coloured(r"\text{a day} + \max + \operatorname{rank} + \mathrm{d}") == []
    assert coloured(r"\Deltax") == []


def test_what_looks_alike_is_told_apart() -> None:
    assert coloured(r"\Delta, \delta, D") == [
        (r"\Delta", "Delta"),
        (r"\delta", "delta"),
        ("D", "D"),
    ]
    assert coloured("h_\\Theta(x)") == [(r"h_\Theta", "a"), ("x", "x")]


@pytest.mark.parametrize(
    "latex",
    [
        r"\delta^{(3)} = (\Theta^{(3)})^T \delta^{(4)} \odot g'(z^{(3)})",
        r"J = -\frac{1}{m} \sum_{i=1}^{m} y \log h",
        r"10^{-3} := 5",
        r"x_{",
        "a^",
        r"\begin{pmatrix}1\\2\end{pmatrix}",
    ],
)
def test_nothing_is_lost(latex: str) -> None:
    joined = plain(pieces(latex))
    assert joined.replace(" ", "") == latex.replace(" ", "")


def test_a_script_that_is_a_symbol_is_put_into_braces() -> None:
    assert plain(pieces("e^x")) == "e^{x}"


def test_a_formula_may_be_broken_before_its_relations() -> None:
    assert [p.latex for p in pieces("p = q + r")] == ["p ", "= q ", "+ r"]
    assert [p.latex for p in pieces(r"p = 1, \qquad q = 2")] == [
        "p ",
        "= 1",
        r", \qquad ",
        "q ",
        "= 2",
    ]
