"""The geometry of the picture, for any network in any room."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.ui.network.laying import SINGLE, lay_out
from bpviz.ui.network.layout import Box, Column, Layout, Room


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    em = draw(st.floats(12, 48))
    layers = draw(st.lists(st.integers(1, 90), min_size=2, max_size=6))
    picture = None
    if draw(st.booleans()):
        picture = draw(st.integers(2, 28)), draw(st.integers(2, 28))
        layers[0] = picture[0] * picture[1]
    return Room(
        draw(st.floats(420, 2400)),
        draw(st.floats(320, 1400)),
        em,
        tuple(layers),
        picture,
        names=draw(st.floats(1, 12)) * em,
        classes=draw(st.floats(1, 12)) * em,
        beside=4.2 * em,
        caption=4.8 * em,
    )


def lay(layers: tuple[int, ...], width: float = 800, height: float = 480, em: float = 16) -> Layout:
    return lay_out(Room(width, height, em, layers, None, 80, 80, 66, 77))


def circles(column: Column) -> list[tuple[float, float, float]]:
    found = [] if column.picture else [(x, y, column.radius) for x, y in column.slots.tolist()]
    return [*found, (*column.bias, column.bias_radius)] if column.bias else found


@given(rooms())
@settings(max_examples=300)
def test_everything_is_inside(room: Room) -> None:
    layout = lay_out(room)
    whole = Box(0, 0, room.width, room.height)
    for column in layout.columns:
        for x, y, r in circles(column):
            assert Box(x - r, y - r, 2 * r, 2 * r) == Box(x - r, y - r, 2 * r, 2 * r).within(whole)
        for box in (column.picture, column.weights_picture):
            assert box is None or box == box.within(whole)
    assert layout.classes[0] + layout.classes[1] <= room.width + 1e-9
    assert layout.target[0] + layout.target[1] <= room.width


@given(rooms())
@settings(max_examples=300)
def test_units_do_not_overlap(room: Room) -> None:
    for column in lay_out(room).columns:
        shapes = circles(column)
        x, y, r = np.array(shapes).T
        apart = np.hypot(x[:, None] - x, y[:, None] - y)
        np.fill_diagonal(apart, np.inf)
        assert (apart >= r[:, None] + r - 1e-9).all()
        if column.picture and column.bias:
            assert column.bias[1] + column.bias_radius <= column.picture.y
        if column.picture and column.weights_picture:
            assert not column.picture.meets(column.weights_picture)


@given(rooms())
@settings(max_examples=300)
def test_the_order_from_left_to_right_is_that_of_the_lecture(room: Room) -> None:
    layout = lay_out(room)
    for before, after in pairwise(layout.columns):
        assert before.right < after.left
    last = layout.columns[-1].right
    gauge, target, classes = layout.gauge, layout.target, layout.classes
    assert last < layout.beside[0] or not layout.beside[1]
    assert last < gauge[0] - gauge[1] / 2
    assert gauge[0] + gauge[1] / 2 < target[0] - target[1]
    assert target[0] + target[1] <= classes[0] + 1e-9


@given(rooms())
@settings(max_examples=300)
def test_every_unit_has_a_place_or_is_counted(room: Room) -> None:
    for column in lay_out(room).columns:
        assert 1 <= len(column.slots) <= column.units
        assert (column.more is None) == (len(column.slots) == column.units)
        if column.units <= SINGLE or column.picture:
            assert len(column.slots) == column.units


def test_there_is_no_bias_unit_in_the_last_layer_only() -> None:
    columns = lay((3, 5, 5, 4)).columns
    assert [column.bias is not None for column in columns] == [True, True, True, False]
    assert all(c.bias_radius < c.radius for c in columns if c.bias)


@pytest.mark.parametrize("scale", [1.5, 2.0, 3.0])
def test_a_larger_view_shows_the_same_picture_larger(scale: float) -> None:
    small = lay((3, 5, 5, 4))
    wide = (80 * scale, 80 * scale, 66 * scale, 77 * scale)
    large = lay_out(Room(800 * scale, 480 * scale, 16 * scale, (3, 5, 5, 4), None, *wide))
    for before, after in zip(small.columns, large.columns, strict=True):
        np.testing.assert_allclose(after.slots, scale * before.slots)
        assert after.radius == pytest.approx(scale * before.radius)


def test_captions_have_their_place_between_units() -> None:
    for height in (480, 620, 800, 1200):
        for column in lay((3, 5, 5, 4), 1400, height).columns:
            free = column.pitch - 2 * column.radius
            assert free >= (0.0, 1.2, 2.4)[column.captions] * 16


def test_a_box_is_moved_as_little_as_needed() -> None:
    outer = Box(0, 0, 100, 50)
    assert Box(10, 10, 20, 20).within(outer) == Box(10, 10, 20, 20)
    assert Box(90, -5, 20, 20).within(outer) == Box(80, 0, 20, 20)
    assert Box(0, 0, 2, 2).meets(Box(1, 1, 2, 2))
    assert not Box(0, 0, 2, 2).meets(Box(2, 0, 2, 2))
