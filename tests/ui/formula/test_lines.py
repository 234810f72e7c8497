"""Formulas are cut where one would cut them, and fill the width they are given."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.core import Network
from bpviz.trace import Trace
from bpviz.trace.formula import Formula, Piece, num, op, plain
from bpviz.ui.formula.lines import fill, loosened, segments


def kinds(formula: Formula) -> list[tuple[str, str]]:
    return [(segment.kind, plain(segment.pieces)) for segment in segments(formula)]


def pieces(*latex: str | Piece) -> Formula:
    return tuple(op(part) if isinstance(part, str) else part for part in latex)


z = Piece("z", "z")


def test_cuts_come_before_relations_and_sums() -> None:
    formula = pieces(z, r"\;:=\;", "a", "+", "b", " - ", "c", "=", num(-1.5, 4, "z", factor=False))
    assert kinds(formula) == [
        ("start", "z"),
        ("relation", r"\;:=\;a"),
        ("sum", "+b"),
        ("sum", " - c"),
        ("relation", "=-1.5000"),
    ]


def test_a_sign_is_not_a_place_to_cut() -> None:
    assert kinds(pieces(z, "=", "-", "a")) == [("start", "z"), ("relation", "=-a")]
    assert kinds(pieces(r"\cdot ", "-", "a")) == [("start", r"\cdot -a")]
    assert kinds(pieces("-", "a")) == [("start", "-a")]


def test_what_belongs_together_stays_together() -> None:
    inside = pieces(r"\frac{", "a", "+", "b", "}{", "c", "}")
    assert len(segments(inside)) == 1
    matrix = pieces(r"\begin{pmatrix}", "a", "&", "-", "b", r"\\", "c", r"\end{pmatrix}")
    assert len(segments(matrix)) == 1
    growing = pieces(r"\left(", "a", "+", "b", r"\right)")
    assert len(segments(growing)) == 1
    assert [s.nested for s in segments(loosened(growing))] == [False, True]


def test_a_line_end_and_a_wide_comma_begin_anew() -> None:
    formula = pieces(z, "=", "a", r"\\", "b", "=", "c", r",\quad ", Piece("d", "a"), "=", "e")
    assert [kind for kind, _ in kinds(formula)] == [
        *("start", "relation"),
        *("start", "relation", "clause", "relation"),
    ]


def test_a_calculation_is_written_one_relation_below_the_other() -> None:
    terms = [part for j in range(4) for part in ("+", rf"\Theta_{{1{j}}}", rf"a_{j}")][1:]
    formula = pieces(z, ":=", *terms, "=", *terms, "=", "0.5")
    lines = fill(formula, 20.0)
    assert [line[0].segment.kind for line in lines] == ["start", "relation", "relation"]
    first_relation = lines[0][1].x
    assert [line[0].x for line in lines[1:]] == pytest.approx([first_relation] * 2)


def test_a_full_line_breaks_at_a_sum_and_is_indented_further() -> None:
    terms = [part for j in range(9) for part in ("+", rf"\Theta_{{1{j}}}", rf"a_{j}")][1:]
    lines = fill(pieces(z, "=", *terms), 12.0)
    assert len(lines) > 2
    assert {line[0].segment.kind for line in lines[1:]} == {"sum"}
    assert lines[1][0].x > lines[0][1].x
    assert lines[1][0].x == lines[2][0].x


@pytest.mark.parametrize("width", [120.0, 200.0, 320.0, 640.0, 5000.0])
def test_every_formula_of_an_algorithm_fits_where_it_can_be_broken(width: float) -> None:
    rng = np.random.default_rng(0)
    network = Network((3, 4, 2))
    trace = Trace(network, rng.normal(size=(2, 3)), np.eye(2), lambda_=1.0, alpha=0.1)
    for k in range(0, len(trace), 3):
        formula = trace.numbers(k, "unit")
        lines = fill(formula, width / 16.0)
        shown = "".join(plain(placed.segment.pieces) for line in lines for placed in line)
        assert shown in {plain(formula), plain(loosened(formula))}
        for line in lines:
            overflows = line[-1].x + line[-1].shape.width > width / 16.0
            # What overflows begins so far left that a line of its own would not help it.
            assert not overflows or line[-1].x < 3.0, plain(formula)


def test_sixty_five_terms_fill_many_lines() -> None:
    terms = [part for j in range(65) for part in ("+", num(0.1 * j - 3, 4, "a", j, factor=True))]
    lines = fill(pieces(z, "=", *terms[1:]), 25.0)
    assert 8 < len(lines) < 30


def test_what_cannot_be_typeset_is_named() -> None:
    with pytest.raises(ValueError, match="frac"):
        fill(pieces("a", "=", r"\frac{1}"), 6.25)
