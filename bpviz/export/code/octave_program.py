"""The lecture's loop in Octave, the language of its exercises; MATLAB reads it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import comments
from .literals import octave_matrix
from .moment import CodeLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.core import Array

    from .moment import Moment

_FUNCTIONS: Final = {
    "sigmoid": "1 ./ (1 + exp(-z))",
    "tanh": "tanh(z)",
    "relu": "max(0, z)",
    "linear": "z",
    "softmax": "exp(z - max(z)) / sum(exp(z - max(z)))",
}
_SLOPES: Final = {
    "sigmoid": "{g}(z) .* (1 - {g}(z))",
    "tanh": "1 - tanh(z) .^ 2",
    "relu": "(z > 0)",
}
# Octave's own way of printing rounds; a row of the matrix goes into a line, its numbers exactly.
_SHOW: Final = (
    "show = @(name, v) fprintf( ...",
    "    ['%s =\\n' repmat([repmat(' %24.17g', 1, size(v, 2)) '\\n'], 1, size(v, 1))], name, v.');",
)


def octave_program(moment: Moment) -> list[CodeLine]:
    """Return the program, line by line."""
    return [
        *_given(moment),
        *_functions(moment),
        *_accumulators(moment),
        *_each_example(moment, [*_example(moment), *_printed(moment)]),
        *_gradient(moment),
    ]


def _given(moment: Moment) -> list[CodeLine]:
    """Return Θ, the example or all of them, m and λ."""

    def matrix(name: str, values: Array) -> list[str]:
        return octave_matrix(name, values, elided=moment.elided)

    lines = [f"% {sentence}" for sentence in comments.heading(moment)]
    lines += ["", f"% {comments.weights()}"]
    for n, theta in enumerate(moment.network.theta, start=1):
        lines += matrix(f"Theta{n}", theta)
    lines.append("")
    if moment.all_examples:
        lines.append(f"% {comments.training_set()}")
        lines += [*matrix("X", moment.X), *matrix("Y", moment.Y)]
        lines += ["m = size(X, 1);", f"shown = {moment.example};  % {comments.shown()}"]
    else:
        lines.append(f"% {comments.example()}")
        lines += [*matrix("x", moment.x), *matrix("y", moment.y)]
        lines.append(f"m = 1;  % {comments.alone()}")
    lines.append(f"lambda = {moment.lambda_!r};")
    return [CodeLine(text) for text in lines]


def _functions(moment: Moment) -> list[CodeLine]:
    """Return g, g′, and how numbers are printed."""
    lines = [""]
    lines += [f"{g} = @(z) {_FUNCTIONS[name]};  % {name}" for g, name in moment.functions.items()]
    lines += [f"{g}_prime = @(z) {_SLOPES[f].format(g=g)};" for g, f in moment.slopes.items()]
    return [CodeLine(text) for text in (*lines, *_SHOW, "")]


def _accumulators(moment: Moment) -> list[CodeLine]:
    """Line 1, which a single example can do without."""
    if not moment.all_examples:
        return []
    zeros = (CodeLine(f"Delta{n} = zeros(size(Theta{n}));", (1,), n) for n in range(1, moment.L))
    return [_comment(1, moment), *zeros, CodeLine("")]


def _each_example(moment: Moment, lines: list[CodeLine]) -> list[CodeLine]:
    """Return the lines for one example in the loop over all, or as they are for this one alone."""
    if not moment.all_examples:
        return lines
    return [
        _comment(2, moment),
        CodeLine("for i = 1:m", (2,)),
        CodeLine("  x = X(i, :)'; y = Y(i, :)';", (2,)),
        *(line.indented(2) for line in lines),
        CodeLine("end"),
    ]


def _example(moment: Moment) -> list[CodeLine]:
    """Lines 3 to 7."""
    L, g = moment.L, moment.g
    lines = [_comment(3, moment), CodeLine("a1 = x;", (3,), 1), _comment(4, moment)]
    for n in range(2, L + 1):
        lines.append(CodeLine(f"z{n} = Theta{n - 1} * [1; a{n - 1}];", (4,), n))
        lines.append(CodeLine(f"a{n} = {g(n)}(z{n});", (4,), n))
    matched = moment.network.pair.matched
    error = f"a{L} - y" if matched else f"(a{L} - y) .* {g(L)}_prime(z{L})"
    lines += [_comment(5, moment), CodeLine(f"delta{L} = {error};", (5,), L)]
    if L > 2:
        lines.append(_comment(6, moment))
    for n in range(L - 1, 1, -1):
        back = f"Theta{n}(:, 2:end)' * delta{n + 1} .* {g(n)}_prime(z{n})"
        lines.append(CodeLine(f"delta{n} = {back};", (6,), n))
    lines.append(CodeLine(f"% {comments.no_first_delta()}", (6,), 1))
    lines.append(_comment(7, moment))
    for n in range(1, L):
        before = f"Delta{n} + " if moment.all_examples else ""
        lines.append(CodeLine(f"Delta{n} = {before}delta{n + 1} * [1; a{n}]';", (7,), n))
    return lines


def _printed(moment: Moment) -> list[CodeLine]:
    """Print z, a, δ and Δ."""
    L = moment.L
    calls = [_show((f"z{n}", f"a{n}")) for n in range(2, L + 1)]
    calls.append(_show(f"delta{n}" for n in range(L, 1, -1)))
    calls.append(_show(f"Delta{n}" for n in range(1, L)))
    if moment.all_examples:
        calls = ["if i == shown", *(f"  {call}" for call in calls), "end"]
    return [CodeLine(text) for text in calls]


def _gradient(moment: Moment) -> list[CodeLine]:
    """Line 8."""
    weights = range(1, moment.L)
    lines = [CodeLine(""), _comment(8, moment)]
    for n in weights:
        penalty = f"D{n}(:, 2:end) + lambda / m * Theta{n}(:, 2:end)"
        lines.append(CodeLine(f"D{n} = Delta{n} / m;", (8,), n))
        lines.append(CodeLine(f"D{n}(:, 2:end) = {penalty};", (8,), n))
    return [*lines, CodeLine(_show(f"D{n}" for n in weights))]


def _show(names: Iterable[str]) -> str:
    return " ".join(f"show('{name}', {name});" for name in names)


def _comment(number: int, moment: Moment) -> CodeLine:
    return CodeLine(f"% {comments.line(number, moment)}")
