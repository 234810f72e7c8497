"""The network as a drawing in millimetres: what is given, and where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .written import given_number

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.trace import Trace

_RADIUS: Final = 4.6
_BIAS_RADIUS: Final = 3.4
_ROW: Final = 13.0
_WIDEST: Final = 150.0
_COLUMN: Final = 46.0
_EDGE: Final = 26.0  # beside the first and the last layer, for x and y
# More weights than these cover each other; they stand in the matrices alone.
_MOST_LABELS: Final = 12


@dataclass(frozen=True, slots=True)
class Line:
    """From one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A unit."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """LaTeX, its middle at a point; on paper-white ground if something lies behind it."""

    latex: str
    x: float
    y: float
    symbol: str
    on_ground: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines below, circles on them, labels on top; millimetres from the top left corner."""

    width: float
    height: float
    lines: tuple[Line, ...]
    circles: tuple[Circle, ...]
    labels: tuple[Label, ...]


def network_drawing(trace: Trace) -> Drawing:
    """Draw the network of a trace with the x and y of its one example."""
    layers = trace.network.layers
    columns = len(layers) - 1
    step = min(_COLUMN, (_WIDEST - 2 * _EDGE) / columns)
    width = 2 * _EDGE + step * columns
    rows = max(size + 1 for size in layers[:-1])
    height = _ROW * max(rows, layers[-1])
    places = [
        _column(_EDGE + n * step, size, height, bias=n < columns) for n, size in enumerate(layers)
    ]
    labels = [*_names(places), *_examples(trace, places)]
    lines = []
    written = trace.network.parameters.size <= _MOST_LABELS
    for n, theta in enumerate(trace.network.theta):
        for (i, j), weight in _entries(theta):
            (x1, y1), (x2, y2) = places[n][j], places[n + 1][i + 1]
            lines.append(Line(x1, y1, x2, y2))
            if written:
                # Nearer to its source: there the lines have not come together yet.
                at = 0.36
                x, y = x1 + at * (x2 - x1), y1 + at * (y2 - y1)
                labels.append(Label(given_number(weight), x, y, "Theta", on_ground=True))
    circles = [
        Circle(x, y, _RADIUS if unit else _BIAS_RADIUS)
        for column in places
        for unit, (x, y) in column.items()
    ]
    return Drawing(width, height, tuple(lines), tuple(circles), tuple(labels))


def _column(x: float, size: int, height: float, *, bias: bool) -> dict[int, tuple[float, float]]:
    """Return where the units of a layer stand; the bias unit, 0, above the others."""
    units = range(0 if bias else 1, size + 1)
    top = (height - _ROW * len(units)) / 2
    return {unit: (x, top + _ROW * (row + 0.5)) for row, unit in enumerate(units)}


def _names(places: list[dict[int, tuple[float, float]]]) -> list[Label]:
    labels = []
    for layer, column in enumerate(places, start=1):
        for unit, (x, y) in column.items():
            name = rf"a^{{({layer})}}_{{{unit}}}" if unit else "1"
            labels.append(Label(name, x, y, "a"))
    return labels


def _examples(trace: Trace, places: list[dict[int, tuple[float, float]]]) -> list[Label]:
    """Return x at its left and y at its right."""
    labels = []
    for symbol, values, column, side in (
        ("x", trace.X[0], places[0], -1),
        ("y", trace.Y[0], places[-1], 1),
    ):
        for unit, value in enumerate(values, start=1):
            x, y = column[unit]
            latex = rf"{symbol}_{{{unit}}} = {given_number(value)}"
            labels.append(Label(latex, x + side * (_RADIUS + 10.0), y, symbol))
    return labels


def _entries(theta: Array) -> list[tuple[tuple[int, int], float]]:
    rows, columns = theta.shape
    return [((i, j), float(theta[i, j])) for i in range(rows) for j in range(columns)]
