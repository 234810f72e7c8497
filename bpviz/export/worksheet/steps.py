"""The nine lines as headings and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import translate
from bpviz.trace.vector_rules import VectorRules

from .blocks import Step

if TYPE_CHECKING:
    from bpviz.trace.formula import Formula
    from bpviz.trace.score import Place

    from .worksheet import Worksheet


def heading(line: int, rule: Formula = ()) -> Step:
    """Return the heading of a line of the algorithm, with a rule beside it."""
    return Step(
        line,
        {
            1: translate("Worksheet", "Begin with zeros"),
            2: translate("Worksheet", "Take the example; here there is one"),
            3: translate("Worksheet", "Put the example in"),
            4: translate("Worksheet", "Go forward, layer by layer"),
            5: translate("Worksheet", "Compare the output with the target"),
            6: translate("Worksheet", "Send the error back, layer by layer"),
            7: translate("Worksheet", "Add the example’s share to Δ"),
            8: translate("Worksheet", "Make the gradient of it"),
            9: translate("Worksheet", "Take one step downhill"),
        }[line],
        rule,
    )


def places(sheet: Worksheet, line: int) -> list[Place]:
    """Return the steps of a line that compute a number, in their order; no bias units."""
    trace = sheet.trace
    found = (trace.score.place(k) for k in range(len(trace)))
    return [place for place in found if place.line == line and place.unit]


def rule(sheet: Worksheet, line: int, layer: int) -> Formula:
    """Return the vectorised rule of a line for a layer (for lines 7 to 9 the l of Θ⁽ˡ⁾)."""
    place = next(place for place in places(sheet, line) if place.layer == layer)
    return VectorRules(sheet.trace).rule(place)


def weight_columns(sources: int) -> tuple[str, ...]:
    """Return the heads of the columns of a Θ⁽ˡ⁾: j from 0."""
    return tuple(f"$j = {j}$" for j in range(sources + 1))
