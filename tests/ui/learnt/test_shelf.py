"""Tiles in rows: as large as fits, groups below each other."""

from __future__ import annotations

import pytest

from bpviz.ui.learnt.shelf import arrange


@pytest.mark.parametrize("groups", [(4, 1), (8, 8, 1), (25, 10), (1, 1, 1, 1, 1)])
@pytest.mark.parametrize("room", [(380.0, 200.0), (900.0, 700.0), (200.0, 500.0)])
@pytest.mark.parametrize("aspect", [0.6, 1.0, 1.8])
def test_tiles_do_not_overlap_and_fit_if_they_can(
    groups: tuple[int, ...], room: tuple[float, float], aspect: float
) -> None:
    shelf = arrange(groups, room, aspect=aspect, line=16.0, heading=30.0)
    boxes = [box for group in shelf.tiles for box in group]
    assert [len(group) for group in shelf.tiles] == list(groups)
    for n, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:n])
        assert box.left() >= 30
        assert box.width() / box.height() == pytest.approx(aspect, rel=0.06)
    assert max(box.bottom() for box in boxes) <= shelf.height + 1
    lowest = 2.2 * 16
    if boxes[0].height() > lowest + 1:
        assert shelf.height <= room[1]
        assert max(box.right() for box in boxes) <= room[0] + 1
    for above, below in zip(shelf.tiles, shelf.tiles[1:], strict=False):
        assert max(box.bottom() for box in above) < min(box.top() for box in below)


def test_a_layer_stays_in_one_row_if_that_costs_little() -> None:
    shelf = arrange((8, 8, 1), (420.0, 240.0), aspect=1.15, line=16.0, heading=30.0)
    assert len({box.top() for box in shelf.tiles[0]}) == 1


def test_rows_of_a_layer_are_of_one_length() -> None:
    shelf = arrange((12, 1), (300.0, 400.0), aspect=1.0, line=16.0, heading=30.0)
    tops = [box.top() for box in shelf.tiles[0]]
    lengths = {tops.count(top) for top in tops}
    assert len(lengths) == 1
