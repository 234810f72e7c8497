"""The rule of each step, and the rule with this step's numbers, unit by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import translate

from .formula import Formula, Piece, Room, count, elided, indices, num, op, setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .score import Place
    from .trace import Trace

PLUS, MINUS, TIMES, EQUALS, IS = op("+"), op("-"), op(r"\cdot "), op("="), op(":=")
CDOTS = op(r"\cdots ")


def scalar(symbol: str, layer: int, unit: int | str, source: int | str | None = None) -> Piece:
    """Return one entry of a vector or matrix, e.g. a⁽²⁾₁ or Θ⁽¹⁾₁₂."""
    index = f"{unit}" if source is None else indices(unit, source)
    return Piece(rf"{NAMES[symbol]}^{{({layer})}}_{{{index}}}", symbol)


NAMES = {
    "a": "a",
    "z": "z",
    "delta": r"\delta",
    "Delta": r"\Delta",
    "D": "D",
    "Theta": r"\Theta",
}
ALPHA = Piece(r"\alpha", "alpha")
LAMBDA = Piece(r"\lambda", "lambda")


def given(symbol: str, example: int | str, unit: int | None = None) -> Piece:
    """Return x⁽ⁱ⁾ or y⁽ⁱ⁾, or one entry of it."""
    index = "" if unit is None else f"_{{{unit}}}"
    return Piece(rf"{symbol}^{{({example})}}{index}", symbol)


class Rules:
    """Formulas of the single steps of one trace.

    Parameters
    ----------
    trace
        Whose numbers are put in.
    digits
        Significant digits of the numbers shown, 2 to 6.
    room
        How much of a large sum or matrix is written out.
    """

    def __init__(self, trace: Trace, digits: int = 4, room: Room | None = None) -> None:
        self.trace = trace
        self.digits = digits
        self.room = room or Room()

    def rule(self, place: Place) -> Formula:
        """Return the rule with indices, e.g. δ⁽³⁾₂ := (Σ_i Θ⁽³⁾_i2 δ⁽⁴⁾_i) · g′(z⁽³⁾₂)."""
        layer, unit = place.layer or 0, place.unit or 0
        match place.line:
            case 1:
                return (Piece(rf"\Delta^{{({layer})}}", "Delta"), IS, op("0"))
            case 2:
                return (op(r"i = 1, \dots, "), count(self.trace.m))
            case 3 | 4 if unit == 0:
                return (scalar("a", layer, 0), IS, op("1"))
            case 3:
                return (scalar("a", 1, unit), IS, given("x", place.example or "i", unit))
            case 4 if place.symbol == "z":
                sources = self.trace.network.layers[layer - 2]
                sum_ = op(rf"\sum_{{j=0}}^{{{sources}}} ")
                return (
                    scalar("z", layer, unit), IS, sum_,
                    scalar("Theta", layer - 1, unit, "j"), op(r"\,"), scalar("a", layer - 1, "j"),
                )  # fmt: skip
            case 4:
                return (scalar("a", layer, unit), IS, *self._applied(layer, unit))
            case 5:
                h, y = scalar("a", layer, unit), given("y", place.example or "i", unit)
                if self.trace.network.pair.matched:
                    return (scalar("delta", layer, unit), IS, h, MINUS, y)
                slope = self._slope(layer, unit)
                bracket = (op(r"\left("), h, MINUS, y, op(r"\right)"), TIMES)
                return (scalar("delta", layer, unit), IS, *bracket, *slope)
            case 6 if layer == 1:
                there_is_no = translate("Trace", "there is no")
                return (op(rf"\text{{{there_is_no}}}\;\, "), Piece(r"\delta^{(1)}", "delta"))
            case 6:
                rows = self.trace.network.layers[layer]
                return (
                    scalar("delta", layer, unit), IS, op(rf"\left(\sum_{{i=1}}^{{{rows}}} "),
                    scalar("Theta", layer, "i", unit), op(r"\,"), scalar("delta", layer + 1, "i"),
                    op(r"\right)"), TIMES, *self._slope(layer, unit),
                )  # fmt: skip
        return self._weight_rule(place, layer, unit, place.source or 0)

    def _weight_rule(self, place: Place, layer: int, unit: int, source: int) -> Formula:
        """Lines 7 to 9."""
        Theta, Delta, D = (scalar(s, layer, unit, source) for s in ("Theta", "Delta", "D"))
        if place.line == 7:
            delta, a = scalar("delta", layer + 1, unit), scalar("a", layer, source)
            return (Delta, IS, Delta, PLUS, delta, op(r"\,"), a)
        if place.line == 9:
            return (Theta, IS, Theta, MINUS, ALPHA, op(r"\,"), D)
        mean = (op(r"\frac{1}{m}\,"), Delta)
        if source == 0:
            return (D, IS, *mean)
        return (D, IS, *mean, PLUS, op(r"\frac{"), LAMBDA, op(r"}{m}\,"), Theta)

    def numbers(self, place: Place) -> Formula:
        """Return the rule with the numbers of this step, and its result."""
        trace, example = self.trace, place.example or 1
        layer, unit = place.layer or 0, place.unit or 0
        match place.line:
            case 1:
                rows, columns = trace.network.theta[layer - 1].shape
                zero = op(rf"0 \in \mathbb{{R}}^{{{rows} \times {columns}}}")
                return (Piece(rf"\Delta^{{({layer})}}", "Delta"), EQUALS, zero)
            case 2:
                return (op("i = "), count(example))
            case 3 | 4 if unit == 0:
                return (scalar("a", layer, 0), EQUALS, self.value("a", example, layer, 0))
            case 3:
                x = self.number(trace.X[example - 1, unit - 1], "x")
                return (scalar("a", 1, unit), EQUALS, given("x", example, unit), EQUALS, x)
            case 4 if place.symbol == "z":
                terms = self._sum(
                    (self.theta(layer - 1, unit, j), self.factor("a", example, layer - 1, j))
                    if j is not None
                    else None
                    for j in elided(trace.network.layers[layer - 2] + 1, self.room.terms)
                )
                z = self.value("z", example, layer, unit)
                return (scalar("z", layer, unit), EQUALS, *terms, EQUALS, z)
            case 4:
                a = self.value("a", example, layer, unit)
                return (
                    scalar("a", layer, unit), EQUALS, *self._applied_numbers(example, layer, unit),
                    EQUALS, a,
                )  # fmt: skip
            case 5:
                a = self.value("a", example, layer, unit)
                y = self.number(trace.Y[example - 1, unit - 1], "y", factor=True)
                difference: Formula = (a, MINUS, y)
                if not trace.network.pair.matched:
                    slope = self.slope_numbers(example, layer, unit)
                    difference = (op("("), *difference, op(")"), TIMES, *slope)
                delta = self.value("delta", example, layer, unit)
                return (scalar("delta", layer, unit), EQUALS, *difference, EQUALS, delta)
            case 6 if layer == 1:
                x = Piece(rf"x^{{({example})}}", "x")
                given_ = translate("Trace", "is given, not computed")
                return (Piece("a^{(1)}", "a"), EQUALS, x, op(rf"\;\text{{{given_}}}"))
            case 6:
                terms = self._sum(
                    (
                        self.theta(layer, i, unit),
                        self.factor("delta", example, layer + 1, i),
                    )
                    if i is not None
                    else None
                    for i in elided(trace.network.layers[layer], self.room.terms, start=1)
                )
                slope = self.slope_numbers(example, layer, unit)
                delta = self.value("delta", example, layer, unit)
                bracket = (op("("), *terms, op(")"), TIMES)
                return (scalar("delta", layer, unit), EQUALS, *bracket, *slope, EQUALS, delta)
        return self._weight_numbers(place, example, layer, unit, place.source or 0)

    def _weight_numbers(
        self, place: Place, example: int, layer: int, unit: int, source: int
    ) -> Formula:
        """Lines 7 to 9."""
        trace = self.trace
        where = layer - 1, unit - 1, source
        named = scalar(place.symbol or "", layer, unit, source)
        m = count(trace.m)
        if place.line == 7:
            before = self._accumulated(example - 1, *where, factor=False)
            after = self._accumulated(example, *where, factor=False)
            delta = self.factor("delta", example, layer + 1, unit)
            a = self.factor("a", example, layer, source)
            return (named, EQUALS, before, PLUS, delta, TIMES, a, EQUALS, after)
        result = self.entry(place.symbol or "", layer, unit, source)
        if place.line == 8:
            mean = (op(r"\frac{"), self._accumulated(trace.m, *where, factor=False), op("}{"), m)
            if source == 0:
                return (named, EQUALS, *mean, op("}"), EQUALS, result)
            rate = setting(trace.lambda_, "lambda")
            penalty = (PLUS, op(r"\frac{"), rate, op("}{"), m, op("}"), TIMES)
            theta = self.theta(layer, unit, source)
            return (named, EQUALS, *mean, op("}"), *penalty, theta, EQUALS, result)
        theta = self.theta(layer, unit, source, factor=False)
        alpha = setting(trace.alpha, "alpha")
        D = self.entry("D", layer, unit, source, factor=True)
        return (named, EQUALS, theta, MINUS, alpha, TIMES, D, EQUALS, result)

    def _accumulated(self, n: int, layer: int, row: int, column: int, *, factor: bool) -> Piece:
        # Line 1 made the zeros; its steps, one for each layer, come first of all.
        origin = self.trace.locate("Delta", layer + 1, row + 1, column, n) if n else layer
        value = self.trace.values.accumulated(n)[layer][row, column]
        return self.number(value, "Delta", origin, factor=factor)

    def _sum(self, terms: Iterable[tuple[Piece, Piece] | None]) -> list[Piece]:
        """Join products Θ · a with plus signs; None stands for terms left out."""
        pieces: list[Piece] = []
        for term in terms:
            if pieces:
                pieces.append(PLUS)
            pieces.extend((CDOTS,) if term is None else (term[0], TIMES, term[1]))
        return pieces

    def number(
        self, value: float, symbol: str, origin: int | None = None, *, factor: bool = False
    ) -> Piece:
        """Return a number in the precision and the colour of its symbol."""
        return num(value, self.digits, symbol, origin, factor=factor)

    def value(
        self, symbol: str, example: int, layer: int, unit: int, *, factor: bool = False
    ) -> Piece:
        """Return a number z, a or δ of this example, knowing where it comes from."""
        origin = self.trace.locate(symbol, layer, unit, None, example)
        if symbol == "a" and unit == 0:
            return Piece("1", "a", origin, 1.0)
        return self.number(
            self.trace.value(symbol, example, layer, unit), symbol, origin, factor=factor
        )

    def factor(self, symbol: str, example: int, layer: int, unit: int) -> Piece:
        """Return the same as a factor of a product."""
        return self.value(symbol, example, layer, unit, factor=True)

    def entry(
        self, symbol: str, layer: int, unit: int, source: int, *, factor: bool = False
    ) -> Piece:
        """Return an entry of D⁽ˡ⁾ or of the new Θ⁽ˡ⁾, knowing where it comes from."""
        values = self.trace.values
        arrays = values.D if symbol == "D" else values.updated
        origin = self.trace.locate(symbol, layer, unit, source)
        value = arrays[layer - 1][unit - 1, source]
        return self.number(value, symbol, origin, factor=factor)

    def theta(self, layer: int, unit: int, source: int, *, factor: bool = True) -> Piece:
        """Return Θ⁽ˡ⁾_ij as it is before line 9; nothing in this pass computed it."""
        value = self.trace.network.theta[layer - 1][unit - 1, source]
        return self.number(value, "Theta", factor=factor)

    def _g(self, layer: int) -> str:
        return self.trace.network.activation(layer).name

    def _applied(self, layer: int, unit: int) -> Formula:
        """g(z) as it is written for each activation function."""
        z = scalar("z", layer, unit)
        match self._g(layer):
            case "sigmoid":
                return (op("g("), z, op(r") = \frac{1}{1 + e^{-"), z, op("}}"))
            case "tanh":
                return (op(r"\tanh("), z, op(")"))
            case "relu":
                return (op(r"\max(0, "), z, op(")"))
            case "softmax":
                total = scalar("z", layer, "j")
                units = self.trace.network.layers[-1]
                sum_ = op(rf"}}}}{{\sum_{{j=1}}^{{{units}}} e^{{")
                return (op(r"\frac{e^{"), z, sum_, total, op("}}"))
        return (z,)

    def _applied_numbers(self, example: int, layer: int, unit: int) -> Formula:
        z = self.value("z", example, layer, unit)
        match self._g(layer):
            case "sigmoid":
                z = self.value("z", example, layer, unit, factor=True)
                return (op(r"\frac{1}{1 + e^{-"), z, op("}}"))
            case "tanh":
                return (op(r"\tanh("), z, op(")"))
            case "relu":
                return (op(r"\max(0, "), z, op(")"))
            case "softmax":
                pieces: list[Piece] = [op(r"\frac{e^{"), z, op("}}{")]
                for n, j in enumerate(elided(self.trace.network.layers[-1], 4, 1)):
                    if n:
                        pieces.append(PLUS)
                    if j is None:
                        pieces.append(CDOTS)
                    else:
                        pieces += [op("e^{"), self.value("z", example, layer, j), op("}")]
                return (*pieces, op("}"))
        return (z,)

    def _slope(self, layer: int, unit: int) -> Formula:
        """g′(z) in terms of a, as the lecture writes it for the sigmoid."""
        a, z = scalar("a", layer, unit), scalar("z", layer, unit)
        match self._g(layer):
            case "sigmoid":
                return (a, op(r"\left(1 - "), a, op(r"\right)"))
            case "tanh":
                return (op(r"\left(1 - "), op(r"\left("), a, op(r"\right)^{2}\right)"))
        return (op("g'("), z, op(")"))

    def slope_numbers(self, example: int, layer: int, unit: int) -> Formula:
        """Return g′(z) as it is computed, with numbers."""
        a = self.value("a", example, layer, unit, factor=True)
        match self._g(layer):
            case "sigmoid":
                return (a, TIMES, op("(1 - "), a, op(")"))
            case "tanh":
                powered = r"\cdot" in a.latex and not a.latex.startswith("(")
                base = (op("("), a, op(")")) if powered else (a,)
                return (op("(1 - "), *base, op("^{2})"))
        return (self.slope(example, layer, unit),)

    def slope(self, example: int, layer: int, unit: int) -> Piece:
        """Return the number g′(z), which the step of z brings with it."""
        value = self.trace.slope(example, layer)[unit - 1]
        return self.number(value, "z", self.trace.locate("z", layer, unit, None, example))
