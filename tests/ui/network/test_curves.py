"""The course of edges, and how much of each pixel they cover."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from bpviz.ui.network.coverage import Raster
from bpviz.ui.network.curves import Curves

WHITE, BLACK = 0xFFFFFFFF, 0xFF000000
BLACK_INK = np.array(((0.0, 0.0, 0.0, 1.0),))


def curves(*ends: tuple[float, float, float, float], leave: float = 0, arrive: float = 0) -> Curves:
    points = np.array(ends, float)
    count = len(points)
    return Curves(points[:, :2], points[:, 2:], np.full(count, leave), np.full(count, arrive))


def drawn(
    made: Curves, size: tuple[int, int], width: float, *, dashed: bool = False, dash: float = 20
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return how dark each pixel is, 0 to 1."""
    raster = Raster(*size, max(width, 1), dash)
    coverage = raster.coverage(made)
    count = len(made)
    ink, widths = np.repeat(BLACK_INK, count, axis=0), np.full(count, width)
    image = np.full(size[0] * size[1], WHITE, np.uint32)
    image[coverage.pixels] = coverage.paint(
        ink, widths, np.full(count, dashed), image[coverage.pixels]
    )
    return 1.0 - (image.reshape(size[1], size[0]) & 255) / 255.0


@given(st.floats(-300, 300), st.floats(60, 400), st.floats(5, 25), st.floats(5, 25))
def test_an_edge_joins_two_circles(rise: float, run: float, leave: float, arrive: float) -> None:
    made = curves((0, 0, run, rise), leave=leave, arrive=arrive)
    first, last = made.points[0, 0], made.points[0, 3]
    assert np.hypot(*first) == pytest.approx(leave)
    assert np.hypot(*(last - (run, rise))) == pytest.approx(arrive)
    if run > 2 * (leave + arrive):
        assert (np.diff(made.sampled()[0, :, 0]) > 0).all()


def test_the_way_across_tells_the_parameter() -> None:
    made = curves((0, 0, 200, 130))
    t = np.linspace(0, 1, 40)
    across = np.array([made.at(float(u))[0, 0] for u in t])
    np.testing.assert_allclose(Curves.parameter(across / 200), t, atol=2e-4)


@given(st.floats(-50, 350), st.floats(-100, 250))
def test_distance_is_that_to_the_nearest_of_many_points(x: float, y: float) -> None:
    made = curves((0, 0, 300, 150), (0, 100, 300, 20))
    dense = made.sampled(4001)
    nearest = np.hypot(dense[..., 0] - x, dense[..., 1] - y).min(axis=1)
    np.testing.assert_allclose(made.distances(x, y), nearest, atol=0.25)


@pytest.mark.parametrize("width", [0.4, 1.0, 2.5, 4.0])
@pytest.mark.parametrize("y", [20.5, 20.0, 20.25])
def test_a_level_line_covers_its_width(width: float, y: float) -> None:
    dark = drawn(curves((5, y, 95, y)), (100, 40), width)
    np.testing.assert_allclose(dark[:, 10:90].sum(axis=0), width, atol=0.02)


def test_a_curve_looks_as_qt_draws_it() -> None:
    made = curves((10, 20, 190, 130))
    dark = drawn(made, (200, 150), 3.0)
    image = QImage(200, 150, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("black"), 3.0))
    start, one, two, end = (QPointF(*p) for p in made.points[0].tolist())
    path = QPainterPath(start)
    path.cubicTo(one, two, end)
    painter.drawPath(path)
    painter.end()
    reference = np.array(
        [[1 - (image.pixel(x, y) & 255) / 255 for x in range(200)] for y in range(150)]
    )
    difference = np.abs(dark - reference)[:, 15:185]
    assert difference.max() < 0.2
    assert difference.sum() / reference.sum() < 0.05


def test_a_dashed_line_leaves_about_a_third_out() -> None:
    made = curves((0, 20.5, 200, 20.5))
    whole, broken = (drawn(made, (200, 40), 3.0, dashed=d).sum() for d in (False, True))
    assert broken / whole == pytest.approx(0.62, abs=0.04)


def test_no_order_is_seen_where_edges_cross() -> None:
    one, two = (0.0, 10.0, 200.0, 90.0), (0.0, 90.0, 200.0, 10.0)
    size = 200, 100
    pictures = []
    for ends in ((one, two), (two, one)):
        coverage = Raster(*size, 4, 20).coverage(curves(*ends))
        colours = np.array(((1.0, 0.0, 0.0, 0.8), (0.0, 0.0, 1.0, 0.8)))
        if ends[0] is two:
            colours = colours[::-1]
        image = np.full(size[0] * size[1], WHITE, np.uint32)
        image[coverage.pixels] = coverage.paint(
            colours, np.full(2, 4.0), np.zeros(2, bool), image[coverage.pixels]
        )
        pictures.append(image)
    np.testing.assert_array_equal(pictures[0], pictures[1])
    crossing = int(pictures[0].reshape(100, 200)[50, 100])
    red, green, blue = crossing >> 16 & 255, crossing >> 8 & 255, crossing & 255
    assert red == blue
    assert green < 20  # the ground does not shine through two edges


def test_a_curve_met_again_costs_nothing_and_looks_the_same() -> None:
    raster = Raster(200, 100, 3, 20)
    both = curves((0, 10, 200, 90), (0, 90, 200, 10))
    first = raster.coverage(both).pixels
    raster.coverage(curves((0, 30, 200, 30)))
    np.testing.assert_array_equal(raster.coverage(both).pixels, first)


def test_what_lies_outside_the_picture_is_left_out() -> None:
    dark = drawn(curves((-50, -20, 250, 60), (-50, 90, 250, 190)), (200, 100), 3.0)
    assert dark.shape == (100, 200)
    assert dark.max() == 1.0
