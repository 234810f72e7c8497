"""The answer key: every calculation with its numbers, as the trace of core has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.core import cost
from bpviz.text import translate
from bpviz.trace.formula import Formula, Piece, op, plain

from .blocks import Block, Formulas, Section, Table, Text, Title, as_text
from .given import given, shown_tolerance
from .steps import heading, places, rule, weight_columns
from .written import Written, computed_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .worksheet import Worksheet

_LINES: Final = (3, 4, 5, 6, 7, 8, 9)
_NAME, _NUMBER = 0.1, 0.13


def key(sheet: Worksheet, *, alone: bool = False) -> tuple[Block, ...]:
    """Return the answers; with `alone` what is given comes first, since no sheet does."""
    sentence = translate(
        "Worksheet",
        "For the sheet of {name}. Computed with full precision and rounded to four decimals at "
        "the end; whoever rounds on the way is off by at most {tolerance}.",
    )
    return (
        Title(translate("Worksheet", "Answer key")),
        Text(sentence.format(name=as_text(sheet.name), tolerance=f"${shown_tolerance(sheet)}$")),
        *(given(sheet) if alone else ()),
        *(block for line in _LINES for block in _line(sheet, line)),
        *_check(sheet),
    )


def _line(sheet: Worksheet, line: int) -> Iterable[Block]:
    """Yield the calculations of a line, layer by layer as it computes them."""
    rules = Written(sheet.trace)
    by_layer: dict[int, list[Formula]] = {}
    for place in places(sheet, line):
        by_layer.setdefault(place.layer or 0, []).append(rules.numbers(place))
    if not by_layer:
        return
    yield heading(line)
    for layer, formulas in by_layer.items():
        if line > 3:
            yield Formulas((rule(sheet, line, layer),), leads=True)
        yield Formulas(tuple(formulas), columns=True)
        if line >= 7:
            yield _grid(sheet, line, layer)


def _grid(sheet: Worksheet, line: int, layer: int) -> Table:
    """Return the results of lines 7 to 9 as they stand in the grid of the sheet."""
    values = sheet.trace.values
    matrix = {7: values.accumulated(1), 8: values.D, 9: values.updated}[line][layer - 1]
    columns = weight_columns(sheet.trace.network.layers[layer - 1])
    rows = tuple(
        (f"$i = {i}$", *(f"${computed_number(value)}$" for value in row))
        for i, row in enumerate(matrix.tolist(), start=1)
    )
    return Table(("", *columns), rows, (_NAME, *[_NUMBER] * len(columns)))


def _check(sheet: Worksheet) -> Iterable[Block]:
    """J(Θ) before and after: it has fallen, unless α is too large."""
    trace = sheet.trace
    after = trace.network.copy()
    for theta, updated in zip(after.theta, trace.values.updated, strict=True):
        theta[:] = updated
    yield Section(translate("Worksheet", "Does J(Θ) fall?"))
    yield Formulas(
        (
            _cost(r"\Theta", trace.values.J),
            _cost(plain((op(r"\Theta - \alpha D"),)), cost(after, trace.X, trace.Y, trace.lambda_)),
        )
    )


def _cost(of: str, value: float) -> Formula:
    return (Piece("J", "J"), op(f"({of}) = "), Piece(computed_number(value), "J"))
