"""LaTeX becomes tidy MathML, and its numerals travel beside it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from bpviz.trace.formula import Piece, num, op
from bpviz.ui.formula.mathml import to_mathml


def elements(mathml: str, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(mathml).iter(tag))  # noqa: S314  (our own)


def shape(*pieces: Piece | str) -> str:
    return to_mathml(tuple(op(p) if isinstance(p, str) else p for p in pieces))[0]


def numerals(*pieces: Piece | str) -> str:
    return to_mathml(tuple(op(p) if isinstance(p, str) else p for p in pieces))[1]


def texts(mathml: str, tag: str) -> list[str]:
    return [element.text or "" for element in elements(mathml, tag)]


def test_formulas_that_differ_in_digits_share_their_shape() -> None:
    assert shape(r"z^{(2)}_1 = 0.245") == shape(r"z^{(3)}_7 = 9.713")
    assert shape("0.245") != shape("10.245")
    assert shape("0.245") != shape("-0.245")


def test_each_digit_waits_for_its_slot() -> None:
    mathml, digits = to_mathml((op(r"z^{(2)}_{13} = 0.45"),))
    # MathML puts the subscript before the superscript.
    assert digits == "132045"
    slots = [int(e.get("slot", "-1")) for e in elements(mathml, "mn")]
    assert slots == [0, 2, 3]


def test_lengths_and_words_keep_their_digits() -> None:
    assert 'width="2em"' in shape(r"a\hspace{2em}b")
    assert shape(r"\text{layer 2}") != shape(r"\text{layer 3}")


@pytest.mark.parametrize("latex", ["0{,}245", "-0{,}245", r"0{,}2\cdot 10^{-3}"])
def test_a_decimal_comma_is_part_of_the_number(latex: str) -> None:
    assert any("," in text for text in texts(shape(latex), "mn"))
    assert "," not in texts(shape(latex), "mo")


def test_colon_equals_is_one_sign_with_its_own_space() -> None:
    mathml = shape(r"a\;:=\;b")
    assert texts(mathml, "mo") == ["≔"]
    assert "mspace" not in mathml


@pytest.mark.parametrize("sign", [r"\sum", r"\prod"])
def test_a_sum_within_brackets_has_its_limits_above_and_below(sign: str) -> None:
    for latex, tag in (
        (rf"{sign}_k", "munder"),
        (rf"{sign}^n", "mover"),
        (rf"{sign}_k^n", "munderover"),
    ):
        for around in ("{}", r"\left( {} x \right)", r"\frac{{{} x}}{{m}}"):
            assert len(elements(shape(around.format(latex)), tag)) == 1
    assert len(elements(shape(r"\left( \Theta_k \right)"), "msub")) == 1


def test_a_sign_is_told_from_an_operation() -> None:
    def form(mathml: str) -> list[str | None]:
        operators = elements(mathml, "mo")
        return [operator.get("form") for operator in operators if operator.text == "−"]

    assert form(shape("a = -b")) == ["prefix"]
    assert form(shape("a - b")) != ["prefix"]
    assert form(shape("(-b)")) == ["prefix"]
    assert form(shape(num(-0.5, 4, "a", 3, factor=True), r"\cdot b")) == ["prefix"]


def test_a_change_of_sign_in_a_column_keeps_the_shape() -> None:
    def column(*values: float) -> tuple[Piece, ...]:
        cells = [num(value, 4, "a", 0, factor=False) for value in values]
        between = [part for cell in cells for part in (cell, op(r"\\"))][:-1]
        return (op(r"\begin{pmatrix}"), *between, op(r"\end{pmatrix}"))

    assert shape(*column(0.1, -0.2, 0.3)) == shape(*column(-0.5, 0.2, 0.4))
    assert numerals(*column(0.1, -0.2))[:2] == " −"
    assert shape(*column(0.1, 0.2)) != shape(*column(0.1, -0.2))


@pytest.mark.parametrize("latex", [r"\begin{pmatrix}1", r"\left(", "", "&"])
def test_what_cannot_be_read_is_named(latex: str) -> None:
    with pytest.raises(ValueError, match="formula cannot be read as LaTeX"):
        to_mathml((op(latex),))
