"""What both the sheet and its answer key say: the network, its functions and its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import translate
from bpviz.trace.formula import Formula, Piece, op, setting
from bpviz.trace.vector_rules import whole

from .blocks import Block, Formulas, Picture, Section, Text
from .picture import network_drawing
from .written import aligned_number, computed_number

if TYPE_CHECKING:
    from bpviz.core import Array, Network

    from .worksheet import Worksheet

_FUNCTIONS = {
    "sigmoid": r"g(z) = \frac{1}{1 + e^{-z}}, \quad g'(z) = a\,(1 - a)",
    "tanh": r"g(z) = \tanh(z), \quad g'(z) = 1 - a^{2}",
    "linear": r"g(z) = z, \quad g'(z) = 1",
    "softmax": r"a_k = \frac{e^{z_k}}{\sum_j e^{z_j}}",
}


def given(sheet: Worksheet) -> tuple[Block, ...]:
    """Return the section with everything that is given."""
    trace = sheet.trace
    words = translate(
        "Worksheet", "The network {layers} with its bias units; {title}, example {i}."
    ).format(layers=sheet.layers, title=sheet.title, i=sheet.example)
    theta = tuple(
        _matrix_formula(layer, theta) for layer, theta in enumerate(trace.network.theta, start=1)
    )
    rates: Formula = (
        op("m = 1"),
        op(r", \quad "),
        Piece(r"\lambda", "lambda"),
        op(" = "),
        setting(trace.lambda_, "lambda"),
        op(r", \quad "),
        Piece(r"\alpha", "alpha"),
        op(" = "),
        setting(trace.alpha, "alpha"),
    )
    return (
        Section(translate("Worksheet", "Given")),
        Picture(network_drawing(trace), words),
        Formulas(theta),
        *(Text(text) for text in _functions(trace.network)),
        Formulas((rates,)),
    )


def _matrix_formula(layer: int, theta: Array) -> Formula:
    return (whole("Theta", layer), op(" = "), Piece(_matrix(theta), "Theta"))


def _matrix(values: Array) -> str:
    rows = r" \\ ".join(" & ".join(map(aligned_number, row)) for row in values.tolist())
    return rf"\begin{{bmatrix}} {rows} \end{{bmatrix}}"


def _functions(network: Network) -> list[str]:
    """Return g and g′ of the hidden and of the output layer, once if they are the same."""
    hidden = len(network.layers) > 2
    if hidden and network.hidden == network.output:
        return [translate("Worksheet", "Every unit has {g}.").format(g=_function(network.hidden))]
    parts = []
    if hidden:
        parts.append(
            translate("Worksheet", "Hidden units have {g}.").format(g=_function(network.hidden))
        )
    parts.append(
        translate("Worksheet", "Output units have {g}.").format(g=_function(network.output))
    )
    return parts


def _function(name: str) -> str:
    if name == "relu":
        otherwise = translate("Worksheet", "else")
        return (
            rf"$g(z) = \max(0, z), \quad g'(z) = 1 \; (z > 0), \; "
            rf"\text{{{otherwise}}} \; 0$"
        )
    return f"${_FUNCTIONS[name]}$"


def rounding(sheet: Worksheet) -> str:
    """Return the rule by which numbers are rounded, and how far they are off then."""
    sentence = translate(
        "Worksheet",
        "Round every number to four decimals when you write it down, and go on with the number "
        "as you have written it; the sum within one cell is computed in one go. Your numbers then "
        "differ from those of the answer key by at most {tolerance}: more is a mistake.",
    )
    return sentence.format(tolerance=f"${shown_tolerance(sheet)}$")


def shown_tolerance(sheet: Worksheet) -> str:
    """Return the tolerance in LaTeX, such as 0.0005."""
    return computed_number(sheet.tolerance).rstrip("0")
