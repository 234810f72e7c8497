"""What the two Python programs have in common: the numbers given, and how they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import comments
from .literals import python_array
from .moment import CodeLine

if TYPE_CHECKING:
    from bpviz.core import Array

    from .moment import Moment


def given(moment: Moment, call: str, text_call: str) -> list[CodeLine]:
    """Return Θ, the example or all of them, m and λ as arrays.

    Parameters
    ----------
    call, text_call
        See `bpviz.export.code.literals.python_array`.
    """

    def array(name: str, values: Array) -> list[str]:
        return python_array(name, values, call, text_call, elided=moment.elided)

    lines = [f"# {comments.weights()}"]
    for n, theta in enumerate(moment.network.theta, start=1):
        lines += array(f"Theta{n}", theta)
    lines.append("")
    if moment.all_examples:
        lines.append(f"# {comments.training_set()}")
        lines += [*array("X", moment.X), *array("Y", moment.Y)]
        lines += ["m = len(X)", f"shown = {moment.example}  # {comments.shown()}"]
    else:
        lines.append(f"# {comments.example()}")
        lines += [*array("x", moment.x), *array("y", moment.y), f"m = 1  # {comments.alone()}"]
    lines.append(f"lambda_ = {moment.lambda_!r}")
    return [CodeLine(text) for text in lines]


def functions(moment: Moment, bodies: dict[str, str]) -> list[CodeLine]:
    """Return the definitions of g; `bodies` has what each activation function returns."""
    lines = []
    for g, name in moment.functions.items():
        lines += ["", "", f"def {g}(z):  # {name}", f"    return {bodies[name]}"]
    return [CodeLine(text) for text in lines]


def show(module: str) -> list[CodeLine]:
    """Return the function that prints: a row of a matrix in a line, each number exactly."""
    lines = (
        "",
        "",
        "def show(**numbers):",
        "    for name, values in numbers.items():",
        '        print(name, "=")',
        f"        for row in {module}.atleast_2d(values).tolist():",
        '            print(*(f"{number:24}" for number in row))',
        "",
        "",
    )
    return [CodeLine(text) for text in lines]


def each_example(moment: Moment, lines: list[CodeLine]) -> list[CodeLine]:
    """Return the lines for one example in the loop over all, or as they are for this one alone."""
    if not moment.all_examples:
        return lines
    return [
        CodeLine(f"# {comments.line(2, moment)}"),
        CodeLine("for i, (x, y) in enumerate(zip(X, Y), start=1):", (2,)),
        *(line.indented(4) for line in lines),
    ]


def printed(moment: Moment, calls: list[str]) -> list[CodeLine]:
    """Return the calls of `show` for the example on screen."""
    if moment.all_examples:
        calls = ["if i == shown:", *(f"    {call}" for call in calls)]
    return [CodeLine(text) for text in calls]
