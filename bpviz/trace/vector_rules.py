"""The rule of a whole layer: the lecture's vectorised lines, with their matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .formula import Formula, Piece, count, elided, op, setting
from .rules import ALPHA, EQUALS, IS, LAMBDA, MINUS, NAMES, PLUS, TIMES, Rules, given

if TYPE_CHECKING:
    from collections.abc import Callable

    from .score import Place

_ODOT = op(r"\odot ")
_T = r"^{\mathsf{T}}"


def whole(symbol: str, layer: int) -> Piece:
    """Return a whole vector or matrix, e.g. a⁽²⁾ or Θ⁽¹⁾."""
    return Piece(rf"{NAMES[symbol]}^{{({layer})}}", symbol)


class VectorRules(Rules):
    """Formulas of the vectorised lines of one trace."""

    def rule(self, place: Place) -> Formula:
        """Return the vectorised rule, e.g. δ⁽³⁾ := (Θ⁽³⁾)ᵀ δ⁽⁴⁾ ⊙ g′(z⁽³⁾)."""
        layer = place.layer or 0
        matched = self.trace.network.pair.matched
        match place.line:
            case 3:
                return (whole("a", 1), IS, given("x", place.example or "i"))
            case 4:
                z = whole("z", layer)
                product = (whole("Theta", layer - 1), op(r"\,"), whole("a", layer - 1))
                before, after = self._around(layer)
                g = (op(before), z, op(after))
                return (z, IS, *product, op(r",\quad "), whole("a", layer), IS, *g)
            case 5:
                difference = (whole("a", layer), MINUS, given("y", place.example or "i"))
                if matched:
                    return (whole("delta", layer), IS, *difference)
                bracket = (op(r"\left("), *difference, op(r"\right)"))
                return (whole("delta", layer), IS, *bracket, _ODOT, *self._g_prime(layer))
            case 6 if layer > 1:
                theta_t = (op("("), whole("Theta", layer), op(f"){_T}"))
                back = (*theta_t, op(r"\,"), whole("delta", layer + 1))
                return (whole("delta", layer), IS, *back, _ODOT, *self._g_prime(layer))
            case 7:
                Delta = whole("Delta", layer)
                product = (whole("delta", layer + 1), op(r"\,("), whole("a", layer))
                return (Delta, IS, Delta, PLUS, *product, op(f"){_T}"))
            case 8:
                mean = (op(r"\tfrac{1}{m}\,"), whole("Delta", layer))
                penalty = (op(r"[\tfrac{"), LAMBDA, op(r"}{m}\,"), whole("Theta", layer))
                all_but_bias = op(r"]_{j \neq 0}")
                return (whole("D", layer), IS, *mean, PLUS, *penalty, all_but_bias)
            case 9:
                Theta = whole("Theta", layer)
                return (Theta, IS, Theta, MINUS, ALPHA, op(r"\,"), whole("D", layer))
        return super().rule(place)

    def numbers(self, place: Place) -> Formula:
        """Return the vectorised rule with its matrices, elided where they are large."""
        example, layer = place.example or 1, place.layer or 0
        match place.line:
            case 3:
                return (whole("a", 1), EQUALS, *self._vector("a", example, 1, bias=True))
            case 4:
                theta = self._theta(layer - 1)
                a_before = self._vector("a", example, layer - 1, bias=True)
                z = (*theta, *a_before, EQUALS, *self._vector("z", example, layer))
                a = self._vector("a", example, layer)
                named = (whole("z", layer), EQUALS)
                # {}= is no place to break the line: a stays beside the z it is made of.
                return (*named, *z, op(r",\;\; "), whole("a", layer), op("{}="), *a)
            case 5:
                difference = (*self._vector("a", example, layer), MINUS, *self._targets(example))
                delta = self._vector("delta", example, layer)
                slope: Formula = ()
                if not self.trace.network.pair.matched:
                    difference = (op(r"\left("), *difference, op(r"\right)"))
                    slope = (_ODOT, *self._slopes(example, layer))
                return (whole("delta", layer), EQUALS, *difference, *slope, EQUALS, *delta)
            case 6 if layer > 1:
                back = (
                    *self._theta(layer, transposed=True),
                    *self._vector("delta", example, layer + 1),
                )
                delta = self._vector("delta", example, layer)
                slope = self._slopes(example, layer)
                return (whole("delta", layer), EQUALS, *back, _ODOT, *slope, EQUALS, *delta)
            case 7:
                before = self._sums(layer, example - 1)
                delta = self._vector("delta", example, layer + 1)
                a = self._vector("a", example, layer, bias=True, row=True)
                after = self._sums(layer, example)
                return (whole("Delta", layer), EQUALS, *before, PLUS, *delta, *a, EQUALS, *after)
            case 8:
                m = count(self.trace.m)
                mean = (op(r"\frac{1}{"), m, op(r"}\,"), *self._sums(layer, self.trace.m))
                rate = setting(self.trace.lambda_, "lambda")
                penalty = (op(r"\frac{"), rate, op("}{"), m, op(r"}\,"), *self._penalised(layer))
                D = self._entries("D", layer)
                return (whole("D", layer), EQUALS, *mean, PLUS, *penalty, EQUALS, *D)
            case 9:
                rate = setting(self.trace.alpha, "alpha")
                step = (rate, TIMES, *self._entries("D", layer))
                Theta = self._entries("Theta", layer)
                before = self._theta(layer)
                return (whole("Theta", layer), EQUALS, *before, MINUS, *step, EQUALS, *Theta)
        return super().numbers(place)

    def _around(self, layer: int) -> tuple[str, str]:
        """Return what stands before and after z where g is applied to it."""
        return {
            "sigmoid": ("g(", ")"),
            "tanh": (r"\tanh(", ")"),
            "relu": (r"\max(0, ", ")"),
            "linear": ("", ""),
            "softmax": (r"\mathrm{softmax}(", ")"),
        }[self._g(layer)]

    def _g_prime(self, layer: int) -> Formula:
        return (op("g'("), whole("z", layer), op(")"))

    def _matrix(self, rows: int, columns: int, entry: Callable[[int, int], Piece]) -> Formula:
        """Return a matrix of entries, with dots where there is no room for all."""
        pieces: list[Piece] = [op(r"\begin{pmatrix}")]
        row_numbers, column_numbers = (
            elided(rows, self.room.rows),
            elided(columns, self.room.columns),
        )
        for n, row in enumerate(row_numbers):
            if n:
                pieces.append(op(r"\\"))
            for k, column in enumerate(column_numbers):
                if k:
                    pieces.append(op("&"))
                if row is None:
                    pieces.append(op(r"\ddots " if column is None else r"\vdots "))
                elif column is None:
                    pieces.append(op(r"\cdots "))
                else:
                    pieces.append(entry(row, column))
        pieces.append(op(r"\end{pmatrix}"))
        return tuple(pieces)

    def _vector(
        self, symbol: str, example: int, layer: int, *, bias: bool = False, row: bool = False
    ) -> Formula:
        first = 0 if bias else 1
        count = self.trace.network.layers[layer - 1] + bias
        if row:
            return self._matrix(
                1, count, lambda _, j: self.value(symbol, example, layer, j + first)
            )
        return self._matrix(count, 1, lambda i, _: self.value(symbol, example, layer, i + first))

    def _targets(self, example: int) -> Formula:
        y = self.trace.Y[example - 1]
        return self._matrix(len(y), 1, lambda i, _: self.number(y[i], "y"))

    def _slopes(self, example: int, layer: int) -> Formula:
        units = self.trace.network.layers[layer - 1]
        return self._matrix(units, 1, lambda i, _: self.slope(example, layer, i + 1))

    def _theta(self, layer: int, *, transposed: bool = False) -> Formula:
        rows, columns = self.trace.network.theta[layer - 1].shape
        if transposed:  # the bias row is dropped
            return self._matrix(
                columns - 1, rows, lambda i, j: self.theta(layer, j + 1, i + 1, factor=False)
            )
        return self._matrix(rows, columns, lambda i, j: self.theta(layer, i + 1, j, factor=False))

    def _sums(self, layer: int, n: int) -> Formula:
        rows, columns = self.trace.network.theta[layer - 1].shape
        return self._matrix(
            rows, columns, lambda i, j: self._accumulated(n, layer - 1, i, j, factor=False)
        )

    def _penalised(self, layer: int) -> Formula:
        """Θ⁽ˡ⁾ as λ sees it: the bias column is left out."""
        rows, columns = self.trace.network.theta[layer - 1].shape
        zero = op("0")
        return self._matrix(
            rows, columns, lambda i, j: self.theta(layer, i + 1, j, factor=False) if j else zero
        )

    def _entries(self, symbol: str, layer: int) -> Formula:
        rows, columns = self.trace.network.theta[layer - 1].shape
        return self._matrix(rows, columns, lambda i, j: self.entry(symbol, layer, i + 1, j))
