"""Whether an answer is right, and how the true value comes about."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.session.selection import Unit
from bpviz.text import translate
from bpviz.trace import plain
from bpviz.trace.rules import Rules

from .quantity import Quantity, value
from .saying import filled, latex, matrix

if TYPE_CHECKING:
    from bpviz.core import Array

    from .lesson import Question
    from .look import Look

Answer = str | int | float | Unit
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]{1,4})?", re.ASCII)
_TYPED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–,", "0123456789---.")
_NEAR: Final = 0.02
_SYMBOLS: Final = {
    "x": "x", "y": "y", "h": r"h_{\Theta}(x)", "J": r"J(\Theta)", "m": "m", "alpha": r"\alpha",
    "lambda": r"\lambda", "slope": "g'(z", "a": "a", "z": "z", "delta": r"\delta",
    "Theta": r"\Theta", "Delta": r"\Delta", "D": "D",
}  # fmt: skip


@dataclass(frozen=True)
class Feedback:
    """What is said to an answer.

    Attributes
    ----------
    right
        Whether it is.
    sentence
        How the true value comes about, with the numbers of the moment; Markdown with LaTeX.
    why
        What the lesson says to it, likewise; may be empty.
    answer
        What was answered, as `judge` was given it.
    """

    right: bool
    sentence: str
    why: str
    answer: Answer


def judge(question: Question, given: Answer, look: Look) -> Feedback:
    """Compare an answer with the truth of the moment.

    Parameters
    ----------
    question
        What was asked.
    given
        A number or what was typed; ``"-"``, ``"0"`` or ``"+"``; a unit or its number; the number
        of a choice, from 1.
    look
        The moment.

    Raises
    ------
    ValueError
        If the answer cannot be understood, or the network has no such quantity any more; the
        sentence says what would be right.
    """
    why = filled(question.why.said, look)
    if question.quantity is None:
        chosen = _whole(given, len(question.choices))
        true = filled(question.choices[question.right - 1].said, look)
        return Feedback(chosen == question.right, true, why, given)
    true_value = value(question.quantity, look)
    if not isinstance(true_value, float):
        right, told = _largest(question.quantity, true_value, given, look)
        return Feedback(right, told, why, given)
    derived = derivation(question.quantity, look)
    if question.kind == "sign":
        sign = int(np.sign(true_value))
        named = (
            translate("Lesson", "Zero."),
            translate("Lesson", "Positive: +."),
            translate("Lesson", "Negative: −."),
        )[sign]
        return Feedback(_sign(given) == sign, f"{named}\n\n{derived}", why, given)
    return Feedback(close(_number(given), true_value), derived, why, given)


# --- reading answers -------------------------------------------------------------------------


def _number(given: Answer) -> float:
    """Read a number as people type it: with a decimal comma or point, with a power of ten."""
    if isinstance(given, int | float):
        return float(given)
    text = str(given).translate(_TYPED).casefold()
    text = re.sub(r"\s", "", text)
    text = re.sub(r"[·*×x]10\^?", "e", text)
    if not _NUMBER.fullmatch(text):
        sentence = translate("Lesson", "A number is due, such as {example}.")
        raise ValueError(
            sentence.format(example=latex(Quantity("J"), -0.12, 2).replace("{,}", ","))
        )
    return float(text)


def _sign(given: Answer) -> int:
    text = str(given).strip().translate(_TYPED)
    if text in ("-", "0", "+", "-1", "1", "+1"):
        return {"-": -1, "0": 0, "+": 1}[text[0] if text != "1" else "+"]
    raise ValueError(translate("Lesson", "A sign is due: −, 0 or +."))


def _whole(given: Answer, most: int) -> int:
    text = str(given).strip()
    if re.fullmatch(r"[0-9]{1,7}", text) and 1 <= int(text) <= most:
        return int(text)
    sentence = translate("Lesson", "A number from 1 to {most} is due.")
    raise ValueError(sentence.format(most=most))


def close(given: float, true: float) -> bool:
    """Whether a guess rounds to the true number at two significant digits, or is within 2 %."""
    if true == 0.0 or not math.isfinite(given):
        return given == true
    half = 0.5 * 10.0 ** (math.floor(math.log10(abs(true))) - 1)
    distance = abs(given - true)
    alike = f"{given:.1e}" == f"{true:.1e}"
    return alike or distance <= max(half * (1 + 1e-9), _NEAR * abs(true))


# --- how it comes about ----------------------------------------------------------------------


def derivation(quantity: Quantity, look: Look) -> str:
    """Return the rule of a number, and the rule with its numbers, as formulas on their own."""
    trace = look.trace
    true = value(quantity, look)
    shown = latex(quantity, true, look.digits) if isinstance(true, float) else ""
    name, indices = quantity.name, quantity.indices
    if name == "h":
        name, indices = "a", (len(look.network.layers), *indices)
    if name == "slope":
        formula = Rules(trace, look.digits).slope_numbers(look.example, *indices)
        return _display(rf"{_named(quantity)} = {plain(formula)} = {shown}")
    k = None
    if name in ("a", "z", "delta", "Delta", "D"):
        layer, unit, *source = indices
        k = trace.locate(name, layer, unit, source[0] if source else None, look.examples)
    if k is None:
        given = translate("Lesson", "It is given, not computed:")
        return f"{given}\n\n" * (name in ("x", "y", "Theta")) + _display(
            f"{_named(quantity)} = {shown}"
        )
    rule, numbers = trace.rule(k), trace.numbers(k, digits=look.digits)
    return f"{_display(plain(rule))}\n\n{_display(plain(numbers))}"


def _largest(quantity: Quantity, column: Array, given: Answer, look: Look) -> tuple[bool, str]:
    """Judge which unit has the largest absolute value; units that share it are all right."""
    sizes = np.abs(column)
    layer = quantity.layer(look.network)
    if isinstance(given, Unit):
        chosen = given.unit if given.layer == layer else 0
    else:
        chosen = _whole(given, len(column))
    right = 1 <= chosen <= len(column) and bool(sizes[chosen - 1] == sizes.max())
    best = int(sizes.argmax())
    sentence = translate("Lesson", "Unit {unit} has the largest absolute value, {value}.").format(
        unit=best + 1, value=f"${latex(quantity, float(sizes[best]), look.digits)}$"
    )
    return right, f"{_vector_rule(quantity, column, look)}\n\n{sentence}"


def _vector_rule(quantity: Quantity, column: Array, look: Look) -> str:
    trace, name, layer = look.trace, quantity.name, quantity.layer(look.network) or 1
    k = None
    if name in ("a", "h", "z", "delta"):
        k = trace.locate("a" if name == "h" else name, layer, 1, None, look.example)
    if k is None:
        return _display(f"{_named(quantity)} = {matrix(quantity, column, look.digits)}")
    rule = trace.rule(k, "layer")
    numbers = trace.numbers(k, "layer", look.digits)
    return f"{_display(plain(rule))}\n\n{_display(plain(numbers))}"


def _named(quantity: Quantity) -> str:
    """Return a quantity as formulas write it."""
    name, indices = quantity.name, quantity.indices
    symbol = _SYMBOLS[name]
    if name in ("x", "y", "h"):
        return symbol + "".join(f"_{{{index}}}" for index in indices)
    if not indices:
        return symbol
    layer, *rest = indices
    below = f"_{{{','.join(map(str, rest))}}}" if rest else ""
    end = ")" if name == "slope" else ""
    return f"{symbol}^{{({layer})}}{below}{end}"


def _display(formula: str) -> str:
    return f"$${formula}$$"
