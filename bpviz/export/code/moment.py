"""What a program is about: one network, one example, and the lines of code that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpviz.core import Array, Network


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line of a program.

    Attributes
    ----------
    text
        The source, without the end of line.
    lines
        Which lines of the algorithm, 1 to 8, it carries out; none where it only prepares or prints.
    layer
        The l it computes, as `bpviz.trace.Step` has it; None for all.
    """

    text: str
    lines: tuple[int, ...] = ()
    layer: int | None = None

    def indented(self, by: int) -> CodeLine:
        """Return the line moved to the right."""
        return CodeLine(" " * by + self.text, self.lines, self.layer)

    def carries_out(self, line: int, layer: int | None) -> bool:
        """Whether a step of this line and layer of the algorithm happens here."""
        return line in self.lines and (self.layer is None or self.layer == layer)


@dataclass(frozen=True)
class Moment:
    """The numbers a program starts from.

    Attributes
    ----------
    network
        With the Θ of the moment.
    X, Y
        All training examples (m, s_1) and their targets (m, K).
    example
        The one shown, from 1.
    lambda_
        λ.
    all_examples
        Whether the program walks through all m examples, or takes the one shown for the whole
        training set.
    elided
        Whether large matrices are only sketched.
    """

    network: Network
    X: Array
    Y: Array
    example: int
    lambda_: float
    all_examples: bool
    elided: bool

    @property
    def L(self) -> int:
        """Number of layers."""
        return len(self.network.layers)

    @property
    def x(self) -> Array:
        """The inputs shown, (s_1,)."""
        x: Array = self.X[self.example - 1]
        return x

    @property
    def y(self) -> Array:
        """Their targets, (K,)."""
        y: Array = self.Y[self.example - 1]
        return y

    def g(self, layer: int) -> str:
        """Return what a program calls the activation function of a layer, 2 to L."""
        same = self.network.output == self.network.hidden
        return "g" if layer < self.L or same or self.L == 2 else "g_output"

    @property
    def functions(self) -> dict[str, str]:
        """Which activation functions there are: name in the program → name in `bpviz.core`."""
        return {
            self.g(layer): self.network.activation(layer).name for layer in range(2, self.L + 1)
        }

    @property
    def slopes(self) -> dict[str, str]:
        """Those of which g′ is needed: of hidden layers, and of an output that is not matched."""
        last = self.L if self.network.pair.matched else self.L + 1
        return {self.g(layer): self.network.activation(layer).name for layer in range(2, last)}
