"""The nine lines of the algorithm, as the panel shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.text import translate
from bpviz.trace.formula import Formula, Piece, op
from bpviz.training import OPTIMIZERS
from bpviz.training.optimizers import GradientDescent

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.trace import Step

LOOP_BODY = range(3, 8)  #: the lines that are repeated for every example


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the algorithm.

    Attributes
    ----------
    number
        1 to 9, as in `bpviz.trace.Step`.
    title
        What it does, in a few words.
    formula
        What it says.
    runs
        The layers it is done for; empty if for none in particular.
    note
        A word below the formula, or "".
    instead
        Whether training does what the note says, and not the formula.
    """

    number: int
    title: str
    formula: Formula
    runs: Formula = ()
    note: str = ""
    instead: bool = False


def lines(network: Network, optimizer: str = GradientDescent.name) -> tuple[Line, ...]:
    """Return the algorithm; line 5 is that of the network's output and cost.

    Parameters
    ----------
    network
        Whose algorithm.
    optimizer
        Name of the one that trains; line 9 says what it does.
    """
    every, inner = (op(r"l = 1 \dots L{-}1"),), (op(r"l = L{-}1 \dots 2"),)
    return (
        Line(1, translate("Algorithm", "Start every sum Δ at zero"), _zero(), every),
        Line(2, translate("Algorithm", "Take one example after the other"), _loop()),
        Line(3, translate("Algorithm", "Put the example in"), _input()),
        Line(4, translate("Algorithm", "Go forward, layer by layer"), _forward(), every),
        Line(5, translate("Algorithm", "Compare the output with the target"), _error(network)),
        Line(
            6,
            translate("Algorithm", "Send the errors back, layer by layer"),
            _back(),
            inner,
            translate("Algorithm", "(bias row dropped)"),
        ),
        Line(7, translate("Algorithm", "Add this example’s share to Δ"), _accumulate(), every),
        Line(8, translate("Algorithm", "Make the gradient of the sums"), _gradient(), every),
        Line(
            9,
            translate("Algorithm", "Change the weights"),
            _update(),
            every,
            _other_way(optimizer),
            OPTIMIZERS[optimizer].at_line_9 in {"own", "given"},
        ),
    )


def _other_way(optimizer: str) -> str:
    """Return what else may be done in line 9, or what is done by the optimiser that trains."""
    chosen = OPTIMIZERS[optimizer]
    text = {
        "same": translate("Algorithm", "or give J and D to CG, BFGS or L-BFGS"),
        "part": translate("Algorithm", "now with the D of a part of the examples: {optimizer}"),
        "own": translate("Algorithm", "or, as now: {optimizer} makes its own step of D"),
        "given": translate("Algorithm", "or, as now: J and D are given to {optimizer}"),
    }[chosen.at_line_9]
    return text.format(optimizer=chosen.title())


def loop_layer(step: Step) -> int | None:
    """Return the l of the line's own loop: line 4 computes layer l + 1."""
    if step.layer is None or step.line in {3, 5}:
        return None
    return step.layer - 1 if step.line == 4 else step.layer


def _of(symbol: str, latex: str, layer: str = "l") -> Piece:
    return Piece(rf"{latex}^{{({layer})}}", symbol)


_IS, _MINUS, _PLUS, _THIN = op(":="), op("-"), op("+"), op(r"\,")
_ODOT = op(r"\odot ")
_TRANSPOSED = op(r")^{\mathsf{T}}")


def _slope(layer: str) -> Formula:
    return (_ODOT, op("g'("), _of("z", "z", layer), op(")"))


def _zero() -> Formula:
    return (_of("Delta", r"\Delta"), _IS, op("0"))


def _loop() -> Formula:
    return (op(rf"\text{{{translate('Algorithm', 'for')}}}\;\, i = 1, \dots, m"),)


def _input() -> Formula:
    return (_of("a", "a", "1"), _IS, _of("x", "x", "i"))


def _forward() -> Formula:
    return (
        _of("z", "z", "l+1"), _IS, _of("Theta", r"\Theta"), _THIN, _of("a", "a"),
        op(r",\; "),
        _of("a", "a", "l+1"), _IS, op("g("), _of("z", "z", "l+1"), op(")"),
    )  # fmt: skip


def _error(network: Network) -> Formula:
    delta, difference = _of("delta", r"\delta", "L"), (_of("a", "a", "L"), _MINUS)
    y = _of("y", "y", "i")
    if network.pair.matched:
        return (delta, _IS, *difference, y)
    return (delta, _IS, op("("), *difference, y, op(")"), *_slope("L"))


def _back() -> Formula:
    theta = (op("("), _of("Theta", r"\Theta"), _TRANSPOSED, _THIN)
    return (_of("delta", r"\delta"), _IS, *theta, _of("delta", r"\delta", "l+1"), *_slope("l"))


def _accumulate() -> Formula:
    Delta = _of("Delta", r"\Delta")
    a = (op("("), _of("a", "a"), _TRANSPOSED)
    return (Delta, _IS, Delta, _PLUS, _of("delta", r"\delta", "l+1"), _THIN, *a)


def _gradient() -> Formula:
    def entry(symbol: str, latex: str, column: str = "j") -> Piece:
        return Piece(rf"{latex}^{{(l)}}_{{i{column}}}", symbol)

    mean = op(r"\tfrac{1}{m}\,")
    return (
        entry("D", "D"), _IS, op(r"\begin{cases}"),
        mean, entry("Delta", r"\Delta"),
        _PLUS, op(r"\tfrac{"), Piece(r"\lambda", "lambda"), op(r"}{m}\,"),
        entry("Theta", r"\Theta"), op(r"& j \neq 0 \\"),
        mean, entry("Delta", r"\Delta"), op(r"& j = 0 \end{cases}"),
    )  # fmt: skip


def _update() -> Formula:
    Theta = _of("Theta", r"\Theta")
    return (Theta, _IS, Theta, _MINUS, Piece(r"\alpha", "alpha"), _THIN, _of("D", "D"))
