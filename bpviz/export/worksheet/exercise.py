"""The sheet to be filled in: what is given, then the nine lines with their empty tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.text import translate
from bpviz.trace.formula import Formula, Piece, op

from .blocks import Block, Formulas, Grids, Table, Text, Title
from .given import given, rounding
from .steps import heading, rule, weight_columns
from .worksheet import MOST_UNITS
from .written import given_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .worksheet import Worksheet

# Widths of columns, as shares of the page's.
_NAME: Final = 0.08
_NUMBER: Final = 0.15
_CELL: Final = (1 - _NAME) / (MOST_UNITS + 1)  # the widest grid fills the page


def exercise(sheet: Worksheet) -> tuple[Block, ...]:
    """Return the worksheet without its answers."""
    trace = sheet.trace
    L = len(trace.network.layers)
    fields = (translate("Worksheet", "Name"), translate("Worksheet", "Date"))
    return (
        Title(translate("Worksheet", "Backpropagation by hand"), fields),
        Text(
            translate(
                "Worksheet",
                "One pass of the algorithm over one training example. Fill in the tables line by "
                "line: forward, back, and one step downhill.",
            )
        ),
        *given(sheet),
        Text(rounding(sheet)),
        heading(1, tuple(piece for layer in range(1, L) for piece in _zero(layer))),
        heading(2, (op("i = 1, \\quad m = 1"),)),
        *_input(sheet),
        heading(4),
        *_forward(sheet),
        heading(5, rule(sheet, 5, L)),
        *_output_error(sheet),
        *_back(sheet),
        *(block for line in (7, 8, 9) for block in _weights(sheet, line)),
    )


def _zero(layer: int) -> Formula:
    separator = op(r", \quad ") if layer > 1 else op("")
    return (separator, Piece(rf"\Delta^{{({layer})}}", "Delta"), op(":= 0"))


def _input(sheet: Worksheet) -> Iterable[Block]:
    """Line 3; the bias unit's 1 is there already, as an example of how it is meant."""
    units = range(sheet.trace.network.layers[0] + 1)
    head = tuple(rf"$a^{{(1)}}_{{{unit}}}$" for unit in units)
    yield heading(3)
    yield Table(head, (("$1$", *[""] * (len(head) - 1)),), (_NUMBER,) * len(head))


def _forward(sheet: Worksheet) -> Iterable[Block]:
    """Line 4: a table for each layer."""
    layers = sheet.trace.network.layers
    for layer in range(2, len(layers) + 1):
        yield Formulas((rule(sheet, 4, layer),), leads=True)
        head = (
            "$i$",
            rf"$\sum_j \Theta^{{({layer - 1})}}_{{ij}} a^{{({layer - 1})}}_j$",
            rf"$z^{{({layer})}}_i$",
            _activation(sheet, layer),
        )
        # The head of the last column may need more room than a number.
        widths = (_NAME, 1 - _NAME - 2.4 * _NUMBER, _NUMBER, 1.4 * _NUMBER)
        yield Table(head, _numbered(layers[layer - 1], 3), widths)


def _activation(sheet: Worksheet, layer: int) -> str:
    a = rf"a^{{({layer})}}_i"
    if sheet.trace.network.activation(layer).name == "softmax":
        return f"${a}$"  # made of all z
    return rf"${a} = g(z^{{({layer})}}_i)$"


def _output_error(sheet: Worksheet) -> Iterable[Block]:
    """Line 5: h, y and their difference, with g′ where it does not cancel."""
    network = sheet.trace.network
    L = len(network.layers)
    a, delta = rf"a^{{({L})}}_k", rf"\delta^{{({L})}}_k"
    y = [f"${given_number(value)}$" for value in sheet.trace.Y[0]]
    if network.pair.matched:
        head: tuple[str, ...] = ("$k$", f"${a}$", "$y_k$", f"${delta} = {a} - y_k$")
        middle = 0
    else:
        head = ("$k$", f"${a}$", "$y_k$", f"${a} - y_k$", "$g'$", f"${delta}$")
        middle = 2
    rows = tuple(
        (f"${k}$", "", target, *[""] * (middle + 1)) for k, target in enumerate(y, start=1)
    )
    last = _NUMBER if middle else 1.8 * _NUMBER
    yield Table(head, rows, (_NAME, _NUMBER, _NUMBER, *[_NUMBER] * middle, last))


def _back(sheet: Worksheet) -> Iterable[Block]:
    """Line 6: a table for each hidden layer, the last first."""
    layers = sheet.trace.network.layers
    yield heading(6)
    for layer in range(len(layers) - 1, 1, -1):
        yield Formulas((rule(sheet, 6, layer),), leads=True)
        head = (
            "$j$",
            rf"$\sum_i \Theta^{{({layer})}}_{{ij}} \delta^{{({layer + 1})}}_i$",
            translate("Worksheet", "the sum"),
            rf"$g'(z^{{({layer})}}_j)$",
            rf"$\delta^{{({layer})}}_j$",
        )
        widths = (_NAME, 1 - _NAME - 3 * _NUMBER, _NUMBER, _NUMBER, _NUMBER)
        yield Table(head, _numbered(layers[layer - 1], 4), widths)
    yield Text(
        translate("Worksheet", "There is no $\\delta^{(1)}$: $x$ is given and cannot be wrong.")
    )


def _weights(sheet: Worksheet, line: int) -> Iterable[Block]:
    """Lines 7 to 9: a grid of the shape of each Θ⁽ˡ⁾."""
    layers = sheet.trace.network.layers
    grids = []
    for layer in range(1, len(layers)):
        columns = weight_columns(layers[layer - 1])
        rows = tuple((f"$i = {i}$", *[""] * len(columns)) for i in range(1, layers[layer] + 1))
        table = Table(("", *columns), rows, (_NAME, *[_CELL] * len(columns)))
        grids.append((rule(sheet, line, layer), table))
    return heading(line), Grids(tuple(grids))


def _numbered(count: int, empty: int) -> tuple[tuple[str, ...], ...]:
    return tuple((f"${n}$", *[""] * empty) for n in range(1, count + 1))
