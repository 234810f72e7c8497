"""Places and pixels, and the cells in which a network is asked."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose
from PySide6.QtCore import QPointF, QRectF

from bpviz.ui.plane import Plane

FRAME = QRectF(10, 20, 300, 200)


def around(*places: tuple[float, float], frame: QRectF = FRAME) -> Plane:
    points = np.array(places)
    return Plane.around(points.min(axis=0), points.max(axis=0), frame)


def test_a_circle_is_round() -> None:
    plane = around((0.0, 0.0), (4.0, 1.0))
    (x0, y0), (x1, y1) = plane.pixels(np.array([[0.0, 0.0], [4.0, 1.0]]))
    assert (x1 - x0) / 4 == pytest.approx(y0 - y1)


def test_everything_is_in_the_frame_with_some_air() -> None:
    for places in (((0, 0), (4, 1)), ((-1, 0), (1, 30)), ((0, 0), (1e6, 1e-3))):
        plane = around(*places)
        for place in places:
            pixel = plane.pixel(np.array(place, dtype=float))
            assert FRAME.adjusted(5, 5, -5, -5).contains(pixel)
            assert_allclose(plane.place(pixel), place, atol=1e-9 * max(places[1]))


def test_what_reaches_much_further_one_way_is_no_mere_line() -> None:
    """Years of age beside an income: both can be seen."""
    plane = around((20.0, 10_000.0), (60.0, 90_000.0))
    (x0, y0), (x1, y1) = plane.pixels(np.array([[20.0, 10_000.0], [60.0, 90_000.0]]))
    assert x1 - x0 == pytest.approx(300 / 1.2)
    assert y0 - y1 == pytest.approx(200 / 1.2)


@pytest.mark.parametrize("cells", [4, 300, 5_000])
def test_cells_fill_the_frame_from_the_top(cells: int) -> None:
    plane = around((0.0, 0.0), (4.0, 1.0))
    rows, columns, places = plane.grid(cells)
    assert places.shape == (rows * columns, 2)
    assert 0.5 * cells <= rows * columns <= 2 * cells
    pixels = plane.pixels(places)
    wide, high = 300 / columns, 200 / rows
    assert_allclose(pixels[0], [10 + wide / 2, 20 + high / 2])
    assert_allclose(pixels[1] - pixels[0], [wide, 0], atol=1e-9)
    assert_allclose(pixels[-1], [310 - wide / 2, 220 - high / 2])


def test_no_cell_is_smaller_than_two_pixels() -> None:
    rows, columns, _ = around((0.0, 0.0), (1.0, 1.0)).grid(10**6)
    assert (rows, columns) == (100, 150)


def test_a_frame_without_room_does_no_harm() -> None:
    plane = around((0.0, 0.0), (1.0, 1.0), frame=QRectF(0, 0, -5, 0))
    assert np.isfinite(plane.grid(100).places).all()
    assert np.isfinite(plane.place(QPointF(3, 3))).all()
