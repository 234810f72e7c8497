"""How much is written out: more in more room, never less than first and last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.equation.room import room_for

sizes = st.floats(1, 200)


@given(st.integers(1, 9), sizes, sizes, st.integers(2, 6))
def test_first_and_last_always(line: int, width: float, height: float, digits: int) -> None:
    room = room_for(line, width, height, digits)
    assert min(room.rows, room.columns) >= 3
    assert room.terms >= 4


# In a low room all may stand in one line, or in two: then rows are had for columns.
one_way = st.tuples(st.sampled_from((3, 5)), sizes) | st.tuples(
    st.integers(1, 9), st.floats(30, 200)
)


@given(one_way, sizes, sizes, st.integers(2, 6))
def test_more_room_never_shows_less(
    line_and_height: tuple[int, float], width: float, more: float, digits: int
) -> None:
    line, height = line_and_height
    small = room_for(line, width, height, digits)
    large = room_for(line, width + more, height + more, digits)
    assert large.rows >= small.rows
    assert large.columns >= small.columns
    assert large.terms >= small.terms


def test_longer_numbers_leave_room_for_fewer() -> None:
    assert room_for(4, 40, 12, 6).columns < room_for(4, 40, 12, 2).columns


def test_a_large_panel_shows_the_network_of_the_lecture_whole() -> None:
    # Θ⁽²⁾ of 3-5-5-4 is 5 × 6, and line 7 sets two of its size side by side.
    room = room_for(7, 75, 16, 4)
    assert room.rows >= 5
    assert room.columns >= 6
