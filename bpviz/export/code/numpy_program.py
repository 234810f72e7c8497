"""The lecture's loop in NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import comments
from .moment import CodeLine
from .python_parts import each_example, functions, given, printed, show

if TYPE_CHECKING:
    from .moment import Moment

_FUNCTIONS: Final = {
    "sigmoid": "1 / (1 + np.exp(-z))",
    "tanh": "np.tanh(z)",
    "relu": "np.maximum(0, z)",
    "linear": "z",
    "softmax": "np.exp(z - z.max()) / np.exp(z - z.max()).sum()",
}
_SLOPES: Final = {
    "sigmoid": "{g}(z) * (1 - {g}(z))",
    "tanh": "1 - np.tanh(z) ** 2",
    "relu": "np.where(z > 0, 1, 0)",
}


def numpy_program(moment: Moment) -> list[CodeLine]:
    """Return the program, line by line."""
    heading = [f"# {sentence}" for sentence in comments.heading(moment)]
    return [
        *(CodeLine(text) for text in (*heading, "", "import numpy as np", "")),
        *given(moment, "np.array", "np.array({}.split(), dtype=float)"),
        *functions(moment, _FUNCTIONS),
        *_slopes(moment),
        *show("np"),
        *_accumulators(moment),
        *each_example(moment, [*_example(moment), *_printed(moment)]),
        *_gradient(moment),
    ]


def _slopes(moment: Moment) -> list[CodeLine]:
    """Return g′."""
    lines = []
    for g, name in moment.slopes.items():
        lines += ["", "", f"def {g}_prime(z):", f"    return {_SLOPES[name].format(g=g)}"]
    return [CodeLine(text) for text in lines]


def _accumulators(moment: Moment) -> list[CodeLine]:
    """Line 1, which a single example can do without."""
    if not moment.all_examples:
        return []
    zeros = (CodeLine(f"Delta{n} = np.zeros_like(Theta{n})", (1,), n) for n in range(1, moment.L))
    return [_comment(1, moment), *zeros, CodeLine("")]


def _example(moment: Moment) -> list[CodeLine]:
    """Lines 3 to 7."""
    L, g = moment.L, moment.g
    lines = [_comment(3, moment), CodeLine("a1 = x", (3,), 1), _comment(4, moment)]
    for n in range(2, L + 1):
        lines.append(CodeLine(f"z{n} = Theta{n - 1} @ np.r_[1, a{n - 1}]", (4,), n))
        lines.append(CodeLine(f"a{n} = {g(n)}(z{n})", (4,), n))
    matched = moment.network.pair.matched
    error = f"a{L} - y" if matched else f"(a{L} - y) * {g(L)}_prime(z{L})"
    lines += [_comment(5, moment), CodeLine(f"delta{L} = {error}", (5,), L)]
    if L > 2:
        lines.append(_comment(6, moment))
    for n in range(L - 1, 1, -1):
        back = f"(Theta{n}.T @ delta{n + 1})[1:] * {g(n)}_prime(z{n})"
        lines.append(CodeLine(f"delta{n} = {back}", (6,), n))
    lines.append(CodeLine(f"# {comments.no_first_delta()}", (6,), 1))
    lines.append(_comment(7, moment))
    equals = "+=" if moment.all_examples else "="
    for n in range(1, L):
        product = f"np.outer(delta{n + 1}, np.r_[1, a{n}])"
        lines.append(CodeLine(f"Delta{n} {equals} {product}", (7,), n))
    return lines


def _printed(moment: Moment) -> list[CodeLine]:
    """Print z, a, δ and Δ."""
    L = moment.L
    calls = [f"show(z{n}=z{n}, a{n}=a{n})" for n in range(2, L + 1)]
    calls.append(f"show({', '.join(f'delta{n}=delta{n}' for n in range(L, 1, -1))})")
    calls.append(f"show({', '.join(f'Delta{n}=Delta{n}' for n in range(1, L))})")
    return printed(moment, calls)


def _gradient(moment: Moment) -> list[CodeLine]:
    """Line 8."""
    weights = range(1, moment.L)
    lines = [CodeLine(""), _comment(8, moment)]
    for n in weights:
        lines.append(CodeLine(f"D{n} = Delta{n} / m", (8,), n))
        lines.append(CodeLine(f"D{n}[:, 1:] += lambda_ / m * Theta{n}[:, 1:]", (8,), n))
    return [*lines, CodeLine(f"show({', '.join(f'D{n}=D{n}' for n in weights)})")]


def _comment(number: int, moment: Moment) -> CodeLine:
    return CodeLine(f"# {comments.line(number, moment)}")
