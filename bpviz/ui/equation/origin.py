"""Where a number comes from, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import translate
from bpviz.ui.formula.view import full_precision

if TYPE_CHECKING:
    from bpviz.trace import Trace
    from bpviz.trace.formula import Piece


def origin(trace: Trace, here: int | None, piece: Piece) -> str:
    """Return what a tooltip says: all digits of a number, what made it, and what a click does.

    `here` is the step on screen if it is about this one number.
    """
    told = [] if piece.value is None else [full_precision(piece.value)]
    copy = translate("EquationPanel", "Click: copy it")
    if piece.origin is None:
        told += [*_given(piece.symbol), copy]
    elif piece.origin == here:
        told += [translate("EquationPanel", "This step has computed it"), copy]
    else:
        line = trace.score.place(piece.origin).line
        deed = translate("EquationPanel", "Click: go to line {line}, which computed it")
        told.append(deed.format(line=line))
    return "\n".join(told)


def _given(symbol: str | None) -> list[str]:
    """Return why no step has computed a number."""
    match symbol:
        case "Theta":
            where = translate(
                "EquationPanel", "Θ of this pass: drawn at random or set by training before it"
            )
        case "x" | "y":
            where = translate("EquationPanel", "Given: from the data set")
        case "alpha" | "lambda":
            where = translate("EquationPanel", "Given: chosen in the tool bar")
        case _:
            return []
    return [where]
