"""Where each number of a page stands: sizes of cells, places of grids. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from .quantities import Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .quantities import Group


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels that follow the size of text.

    Attributes
    ----------
    number
        (width, height) of a cell in which a number can be read comfortably.
    heading
        Height of the name above a grid.
    heading_width
        Least width of a grid, which that of a name is.
    index
        (width, height) of the numbers of rows and columns beside and above a matrix.
    gap
        Between groups; inside a group, beside the bias and around all it is a part of that. All
        are whole pixels, so that cells have sharp edges.
    """

    number: tuple[float, float]
    heading: float
    heading_width: float
    index: tuple[float, float]
    gap: float

    @property
    def bias_gap(self) -> float:
        """What sets the bias column or unit apart."""
        return round(0.4 * self.gap)

    @property
    def margin(self) -> float:
        """Around everything."""
        return round(0.5 * self.gap)

    @property
    def inner_gap(self) -> float:
        """Between the vectors of one layer."""
        return round(0.4 * self.gap)


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


class Piece(NamedTuple):
    """A run of rows and columns without a gap; a grid with a bias has two pieces.

    Attributes
    ----------
    row, column
        The first of them.
    rows, columns
        How many.
    left, top
        Where the first begins.
    """

    row: int
    column: int
    rows: int
    columns: int
    left: float
    top: float


@dataclass
class Layout:
    """The grids of a page at one size of cells.

    Parameters
    ----------
    groups
        Of the page.
    lines
        Which groups stand beside each other; the next line is below.
    cell
        (width, height) of a cell.
    metrics
        Other sizes.

    Attributes
    ----------
    grids
        All grids in order.
    gutters
        For each group the grid whose rows are numbered, and the right edge of these numbers.
    width, height
        Of everything.
    """

    groups: tuple[Group, ...]
    lines: tuple[tuple[int, ...], ...]
    cell: tuple[float, float]
    metrics: Metrics
    grids: list[Grid] = field(init=False, default_factory=list)
    gutters: list[tuple[int, float]] = field(init=False, default_factory=list)
    width: float = field(init=False, default=0.0)
    height: float = field(init=False, default=0.0)
    _corners: list[tuple[float, float]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        metrics = self.metrics
        top = metrics.margin
        for line in self.lines:
            left = metrics.margin
            for n in line:
                group = self.groups[n]
                x = left + metrics.index[0]
                numbered = max(range(len(group)), key=lambda n: (group[n].rows, -n))
                self.gutters.append((len(self.grids) + numbered, x))
                for grid in group:
                    self.grids.append(grid)
                    self._corners.append((x, top + head(grid, metrics)))
                    x += grid_width(grid, self.cell[0], metrics) + metrics.inner_gap
                left += group_width(group, self.cell[0], metrics) + metrics.gap
            self.width = max(self.width, left - metrics.gap + metrics.margin)
            tallest = (group_height(self.groups[n], self.cell[1], metrics) for n in line)
            top += max(tallest) + metrics.gap
        self.height = top - metrics.gap + metrics.margin

    def heading(self, grid: int) -> Box:
        """Return where the name of a grid stands."""
        left, top = self._corners[grid]
        width = grid_width(self.grids[grid], self.cell[0], self.metrics)
        return Box(left, top - head(self.grids[grid], self.metrics), width, self.metrics.heading)

    def box(self, grid: int) -> Box:
        """Return the box around all numbers of a grid."""
        last = self.grids[grid].rows - 1, self.grids[grid].columns - 1
        return self.around(grid, range(last[0] + 1), range(last[1] + 1))

    def around(self, grid: int, rows: range, columns: range) -> Box:
        """Return the box around some rows and columns of a grid, at least one of each."""
        left, top = self._x(grid, columns[0]), self._y(grid, rows[0])
        right = self._x(grid, columns[-1]) + self.cell[0]
        return Box(left, top, right - left, self._y(grid, rows[-1]) + self.cell[1] - top)

    def cell_box(self, cell: Cell) -> Box:
        """Return the box of one number."""
        x, y = self._x(cell.grid, cell.column), self._y(cell.grid, cell.row)
        return Box(x, y, *self.cell)

    def pieces(self, grid: int) -> Iterator[Piece]:
        """Yield the parts of a grid that have no gap inside."""
        g = self.grids[grid]
        for row, rows in _runs(g.rows, split=g.bias == "row"):
            for column, columns in _runs(g.columns, split=g.bias == "column"):
                at = self._x(grid, column), self._y(grid, row)
                yield Piece(row, column, rows, columns, *at)

    def at(self, x: float, y: float) -> Cell | None:
        """Return the number at a point."""
        for n in range(len(self.grids)):
            box = self.box(n)
            if box.left <= x < box.right and box.top <= y < box.bottom:
                for piece in self.pieces(n):
                    column = (x - piece.left) // self.cell[0]
                    row = (y - piece.top) // self.cell[1]
                    if 0 <= row < piece.rows and 0 <= column < piece.columns:
                        return Cell(n, piece.row + int(row), piece.column + int(column))
        return None

    def _x(self, grid: int, column: int) -> float:
        apart = self.metrics.bias_gap if self.grids[grid].bias == "column" and column else 0.0
        return self._corners[grid][0] + column * self.cell[0] + apart

    def _y(self, grid: int, row: int) -> float:
        g = self.grids[grid]
        apart = self.metrics.bias_gap if (g.bias == "row" and row) or g.skipped else 0.0
        return self._corners[grid][1] + (row + g.skipped) * self.cell[1] + apart


def _runs(length: int, *, split: bool) -> list[tuple[int, int]]:
    """Return (first, count) of the runs of so many rows, the first one apart if `split`."""
    if split and length > 1:
        return [(0, 1), (1, length - 1)]
    return [(0, length)]


def head(grid: Grid, metrics: Metrics) -> float:
    """Return the height of what stands above the numbers of a grid."""
    return metrics.heading + (metrics.index[1] if grid.is_matrix else 0.0)


def grid_width(grid: Grid, width: float, metrics: Metrics) -> float:
    """Return the width of a grid with cells of this width."""
    apart = metrics.bias_gap if grid.bias == "column" else 0.0
    return max(grid.columns * width + apart, metrics.heading_width)


def group_width(group: Group, width: float, metrics: Metrics) -> float:
    """Return the width of a group with cells of this width."""
    grids = sum(grid_width(grid, width, metrics) for grid in group)
    return metrics.index[0] + grids + (len(group) - 1) * metrics.inner_gap


def fixed_height(group: Group, metrics: Metrics) -> float:
    """Return the height of a group beside that of its cells."""
    apart = any(grid.bias == "row" for grid in group)
    return max(head(grid, metrics) for grid in group) + (metrics.bias_gap if apart else 0.0)


def row_count(group: Group) -> int:
    """Return how many cells are below each other in a group."""
    return max(grid.rows + grid.skipped for grid in group)


def group_height(group: Group, height: float, metrics: Metrics) -> float:
    """Return the height of a group with cells of this height."""
    return fixed_height(group, metrics) + row_count(group) * height
