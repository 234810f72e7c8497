"""What a step has made without the way there, for where there is not room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.ui.formula.lines import segments

if TYPE_CHECKING:
    from bpviz.trace.formula import Formula


def results_only(formula: Formula) -> Formula:
    """Return ``name = result`` of ``name = calculation = result``; anything else as it is."""
    parts = segments(formula)
    relations = [n for n, part in enumerate(parts) if part.kind == "relation"]
    if len(relations) < 2:
        return formula
    first, second = relations[:2]
    return formula[: parts[first].start] + formula[parts[second].start :]
