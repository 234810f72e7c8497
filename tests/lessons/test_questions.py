"""Answers are judged by the numbers of the moment, and the feedback says how they come about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpviz import text
from bpviz.core import Network, forward
from bpviz.data import load
from bpviz.lessons.feedback import close
from bpviz.session import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.lessons import Teaching

    Give = Callable[[str], Teaching]

START = 'start = {data = "xor", layers = "2-4-1", seed = 3}\n[[scene]]\ntitle = "s"\nline = 5\n'
DELTA = 0.6289  # of the output: h of x = (0, 0), where y = 0


def ask(give: Give, question: str) -> Teaching:
    return give(f"{START}question = {{{question}, ask = 'What is {{{{m}}}}?'}}")


def test_the_number_the_tests_go_by() -> None:
    network = Network((2, 4, 1), seed=3)
    assert forward(network, load("xor").X).h[0, 0] == pytest.approx(DELTA, abs=5e-5)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("0.63", True),
        ("0,63", True),
        (" .63 ", True),
        ("6.3e-1", True),
        ("63·10⁻²", True),
        ("0.64", True),  # within 2 %
        ("0.65", False),
        ("-0.63", False),
        ("−0,63", False),
        ("6.3", False),
        (0.63, True),
    ],
)
def test_a_number_may_be_typed_as_people_type_it(
    give: Give, typed: str | float, right: bool
) -> None:
    teaching = ask(give, 'number = "delta(3,1)"')
    assert teaching.ask() == "What is 4?"
    feedback = teaching.answer(typed)
    assert feedback.right is right
    assert r"\delta^{(3)}_{1}=0.6289-0=0.6289" in feedback.sentence
    assert teaching.given == feedback


@pytest.mark.parametrize("typed", ["", "a", "1,2,3", "nan", "inf", "1_0", "0x1", "--1", "1e99999"])
def test_what_is_no_number_is_said_and_not_judged(give: Give, typed: str) -> None:
    teaching = ask(give, 'number = "delta(3,1)"')
    with pytest.raises(ValueError, match="number is due"):
        teaching.answer(typed)
    assert teaching.given is None


@pytest.mark.parametrize(
    ("guess", "true", "right"),
    [
        (0.13, 0.125, True),
        (0.12, 0.125, True),
        (0.114, 0.125, False),
        (100.0, 99.6, True),
        (0.0, 0.0, True),
        (0.1, 0.0, False),
        (-4.4e-4, -4.386e-4, True),
        (float("inf"), 1.0, False),
    ],
)
def test_near_is_two_digits_or_two_per_cent(guess: float, true: float, right: bool) -> None:
    assert close(guess, true) is right


@pytest.mark.parametrize(("sign", "right"), [("+", True), ("-", False), ("−", False), ("0", False)])
def test_a_sign(give: Give, sign: str, right: bool) -> None:
    feedback = ask(give, 'sign = "delta(3,1)"').answer(sign)
    assert feedback.right is right
    assert feedback.sentence.startswith("Positive")


def test_a_slope_of_nothing_is_zero(give: Give) -> None:
    """For x = (0, 0), a of the inputs is 0, and so is Δ of their weights."""
    feedback = ask(give, 'sign = "Delta(1,1,2)"').answer("0")
    assert feedback.right
    assert feedback.sentence.startswith("Zero")


@pytest.mark.parametrize(
    ("given", "right"),
    [(Unit(2, 3), True), ("3", True), (3, True), (Unit(2, 1), False), (Unit(3, 1), False)],
)
def test_the_largest_unit(give: Give, given: Unit | str | int, right: bool) -> None:
    feedback = ask(give, 'largest = "delta(2)"').answer(given)
    assert feedback.right is right
    assert "Unit 3 has the largest" in feedback.sentence
    assert "0.1571" in feedback.sentence


def test_choices(give: Give) -> None:
    teaching = ask(give, "choices = ['$\\delta$', 'J = {{m}}'], right = 2, why = 'So: {{h(1)}}'")
    assert teaching.choices() == (r"$\delta$", "J = 4")
    assert not teaching.answer(1).right
    feedback = teaching.answer("2")
    assert feedback.right
    assert feedback.why == "So: 0.6289"
    with pytest.raises(ValueError, match="1 to 2"):
        teaching.answer(3)


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        ("x(1)", "x_{1} = 0"),
        ("Theta(2,1,1)", r"\Theta^{(2)}_{1,1} = "),
        ("slope(2,1)", r"g'(z^{(2)}_{1}) = "),
        ("h(1)", r"a^{(3)}_{1}="),
        ("D(1,1,0)", r"D^{(1)}_{10}="),
        ("J", r"J(\Theta) = "),
    ],
)
def test_each_kind_of_number_says_how_it_comes_about(give: Give, quantity: str, told: str) -> None:
    assert told in ask(give, f'number = "{quantity}"').answer("1").sentence


def test_feedback_is_in_the_language_of_the_window(give: Give) -> None:
    teaching = ask(give, 'number = "delta(3,1)"')
    text.set_language("ru")
    assert "0{,}6289" in teaching.answer("0,63").sentence


def test_another_scene_forgets_the_answer(give: Give) -> None:
    teaching = ask(give, 'number = "delta(3,1)"')
    teaching.answer("1")
    teaching.go(0)
    assert teaching.given is None
