"""Where numbers stand, and how large they can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.matrices.fitting import READABLE, fit, flow, text_scale, zoomed
from bpviz.ui.matrices.layout import Layout, Metrics
from bpviz.ui.matrices.quantities import PAGES, Cell, groups

METRICS = Metrics(number=(50, 18), heading=20, heading_width=30, index=(14, 12), gap=14)
LAYERS = st.lists(st.integers(1, 40), min_size=2, max_size=5).map(tuple)


def laid_out(page: str, layers: tuple[int, ...], room: tuple[float, float]) -> Layout:
    shown = groups(page, layers)
    fitted = fit(shown, room, METRICS)
    return Layout(shown, fitted.lines, fitted.cell, METRICS)


def cells(layout: Layout) -> list[Cell]:
    return [
        Cell(n, row, column)
        for n, grid in enumerate(layout.grids)
        for row in range(grid.rows)
        for column in range(grid.columns)
    ]


@given(st.sampled_from(list(PAGES)), LAYERS, st.integers(200, 1500), st.integers(120, 900))
def test_a_number_is_found_where_it_stands(
    page: str, layers: tuple[int, ...], width: int, height: int
) -> None:
    layout = laid_out(page, layers, (width, height))
    assert [g for group in groups(page, layers) for g in group] == layout.grids
    for cell in cells(layout)[:: max(1, len(cells(layout)) // 50)]:
        box = layout.cell_box(cell)
        assert layout.at(box.left + box.width / 2, box.top + box.height / 2) == cell
        assert 0 <= box.left < box.right <= layout.width + 1e-6
        assert 0 <= box.top < box.bottom <= layout.height + 1e-6


@given(st.sampled_from(list(PAGES)), LAYERS)
def test_grids_do_not_overlap(page: str, layers: tuple[int, ...]) -> None:
    layout = laid_out(page, layers, (700, 400))
    boxes = [layout.box(n) for n in range(len(layout.grids))]
    boxes += [layout.heading(n) for n in range(len(layout.grids))]
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            apart = (
                one.right <= other.left + 1e-6
                or other.right <= one.left + 1e-6
                or one.bottom <= other.top + 1e-6
                or other.bottom <= one.top + 1e-6
            )
            assert apart


def test_the_bias_stands_apart() -> None:
    layout = laid_out("Theta", (3, 5, 4), (900, 400))
    x = [layout.cell_box(Cell(0, 0, column)).left for column in range(4)]
    assert x[1] - x[0] > x[2] - x[1] == x[3] - x[2] == layout.cell[0]
    units = laid_out("units", (3, 5, 4), (900, 400))
    y = [units.cell_box(Cell(2, row, 0)).top for row in range(4)]  # a of layer 2
    assert y[1] - y[0] > y[2] - y[1] == units.cell[1]


def test_a_unit_has_its_z_a_and_delta_beside_each_other() -> None:
    layout = laid_out("units", (3, 5, 4), (900, 400))
    z, a, delta = (layout.cell_box(cell) for cell in (Cell(1, 2, 0), Cell(2, 3, 0), Cell(3, 2, 0)))
    assert z.top == a.top == delta.top
    assert z.right < a.left < a.right < delta.left


def test_between_the_numbers_there_is_nothing() -> None:
    layout = laid_out("Theta", (3, 5, 4), (900, 400))
    box = layout.cell_box(Cell(0, 0, 0))
    assert layout.at(box.right + 1, box.top + 1) is None  # the gap beside the bias column
    assert layout.at(1, 1) is None
    assert layout.at(layout.width + 50, layout.height + 50) is None


@pytest.mark.parametrize(
    ("page", "layers", "room"),
    [
        ("Theta", (64, 25, 10), (388, 190)),
        ("units", (64, 25, 10), (620, 230)),
        ("Theta", (400, 25, 10), (900, 380)),
        ("D", (3, 5, 5, 4), (900, 380)),
        ("Theta", (2, 4, 1), (388, 190)),
    ],
)
def test_all_is_in_sight_where_that_is_possible(
    page: str, layers: tuple[int, ...], room: tuple[float, float]
) -> None:
    layout = laid_out(page, layers, room)
    assert layout.width <= room[0]
    assert layout.height <= room[1]


@pytest.mark.parametrize("page", list(PAGES))
@pytest.mark.parametrize("room", [(388, 190), (640, 260), (1200, 700)])
def test_the_lecture_network_is_always_read_in_numbers(
    page: str, room: tuple[float, float]
) -> None:
    layout = laid_out(page, (3, 5, 5, 4), room)
    assert text_scale(layout.cell, METRICS) >= READABLE


def test_layers_stand_side_by_side_where_there_is_room() -> None:
    assert laid_out("Theta", (3, 5, 5, 4), (1200, 300)).lines == ((0, 1, 2),)
    assert len(laid_out("Theta", (3, 5, 5, 4), (400, 700)).lines) == 3


def test_a_group_wider_than_the_room_has_a_line_of_its_own() -> None:
    shown = groups("Theta", (9, 2, 2))
    assert flow(shown, 50, 100, METRICS) == ((0,), (1,))


def test_zooming_ends_in_the_proportion_of_numbers() -> None:
    shown = groups("Theta", (400, 25, 10))
    fitted = fit(shown, (900, 380), METRICS)
    sizes = [zoomed(fitted, 1.25**n, METRICS).cell for n in range(30)]
    assert sizes == sorted(sizes)
    assert text_scale(sizes[0], METRICS) < READABLE
    width, height = sizes[-1]
    assert width / height == pytest.approx(50 / 18, rel=0.05)
    assert zoomed(fitted, 1.0, METRICS).cell == fitted.cell
