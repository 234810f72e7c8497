"""Numbers in texts are those of the core, written as each language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bpviz import text
from bpviz.core import cost_and_gradient, forward
from bpviz.lessons.look import Look
from bpviz.lessons.quantity import parse, value
from bpviz.lessons.saying import filled
from bpviz.session import Session
from bpviz.trace.score import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.lessons import Teaching

    Give = Callable[[str], Teaching]

# Matt Mazur's step-by-step example: layers 2-2-2, ½ squared error.
MAZUR = """
start = {examples = {X = [[0.05, 0.1]], Y = [[0.01, 0.99]]}, cost = "squared-error", \
theta = [[[0.35, 0.15, 0.2], [0.35, 0.25, 0.3]], [[0.6, 0.4, 0.45], [0.6, 0.5, 0.55]]], alpha = 0.5}
[[scene]]
title = "s"
line = 8
"""


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("J", 0.298371109),
        ("a(2,1)", 0.593269992),
        ("h(1)", 0.75136507),
        ("h(2)", 0.772928465),
        ("D(2,1,1)", 0.082167041),
        ("D(1,1,1)", 0.000438568),
        ("alpha", 0.5),
        ("x(2)", 0.1),
        ("y(2)", 0.99),
        ("Theta(1,2,0)", 0.35),
    ],
)
def test_the_published_numbers_of_a_worked_example(give: Give, name: str, published: float) -> None:
    teaching = give(MAZUR)
    number = value(parse(name), Look.of(teaching.session))
    assert number == pytest.approx(published, abs=5e-10)
    shown = filled(f"{{{{{name}:6}}}}", Look.of(teaching.session))
    assert float(shown) == pytest.approx(published, abs=5e-7)


def at(session: Session, place: Place) -> Look:
    session.go(session.trace.score.index(place))
    return Look.of(session)


def test_all_are_those_of_the_example_on_screen(session: Session) -> None:
    network, data = session.network, session.data
    propagated = forward(network, data.X)
    J, D = cost_and_gradient(network, data.X, data.Y, session.training.lambda_)
    for i in (1, 3):
        look = at(session, Place(5, i))
        a, z = propagated.a, propagated.z[1]
        assert z is not None
        for name, expected in {
            "x": data.X[i - 1],
            "y": data.Y[i - 1],
            "h": a[2][i - 1],
            "a(2)": a[1][i - 1],
            "z(2)": z[i - 1],
            "delta(3)": a[2][i - 1] - data.Y[i - 1],
            "slope(2)": a[1][i - 1] * (1 - a[1][i - 1]),
            "Theta(2)": network.theta[1],
            "D(1)": D[0],
            "J": J,
            "m": 4.0,
        }.items():
            np.testing.assert_allclose(value(parse(name), look), expected, rtol=1e-12)


def test_delta_is_summed_up_to_the_example_and_over_all_from_line_8_on(session: Session) -> None:
    def sum_of(n: int) -> float:
        X, Y = session.data.X[:n], session.data.Y[:n]
        return n * float(cost_and_gradient(session.network, X, Y)[1][1][0, 2])

    quantity = parse("Delta(2,1,2)")
    for n in (1, 2, 4):
        assert value(quantity, at(session, Place(7, n))) == pytest.approx(sum_of(n))
    assert value(quantity, at(session, Place(8))) == pytest.approx(sum_of(4))


def test_numbers_are_written_as_the_language_writes_them(session: Session) -> None:
    session.network.parameters[:] = -0.25
    session.refresh()
    look = at(session, Place(5, 2))
    told = "{{Theta(1,1,0)}}, $2 - {{Theta(1,1,0)}}$, $b = {{Theta(1,1,0):1}}$, {{m}}, {{a(2,0)}}"
    assert filled(told, look) == "−0.2500, $2 - (-0.2500)$, $b = -0.2$, 4, 1"
    text.set_language("ru")
    assert filled(told, look) == "−0,2500, $2 - (-0{,}2500)$, $b = -0{,}2$, 4, 1"


def test_columns_and_matrices_are_matrices(session: Session) -> None:
    session.network.parameters[:] = np.arange(17)
    session.refresh()
    look = at(session, Place(5, 2))
    matrix = r"\begin{pmatrix}12 & 13 & 14 & 15 & 16\end{pmatrix}"
    assert filled("$${{Theta(2)}}$$", look) == f"$${matrix}$$"
    assert filled("so {{Theta(2)}}", look) == f"so ${matrix}$"
    assert filled("${{x:1}}$", look) == r"$\begin{pmatrix}0.0 \\ 1.0\end{pmatrix}$"


def test_large_matrices_have_dots_and_large_counts_their_thousands_apart() -> None:
    session = Session("digits")
    try:
        shown = filled("{{Theta(1)}}", Look.of(session))
        assert filled("{{m}}, $1/{{m}}$", Look.of(session)) == "1,438, $1/1{,}438$"
        text.set_language("ru")
        counted = filled("{{m}}, $1/{{m}}$", Look.of(session))
    finally:
        session.close()
    assert counted == "1\N{NO-BREAK SPACE}438, $1/1\\,438$"
    assert shown.count(r"\vdots") == 5
    assert shown.count(r"\ddots") == 1
    assert len(shown) < 600


def test_a_quantity_that_there_is_not_any_more_is_a_dash(session: Session) -> None:
    assert filled("{{delta(7,1)}} $a$ {{m}}", Look.of(session)) == "– $a$ 4"
    assert filled("{{m}} ${{m}}$", None) == r"… $\ldots $"
