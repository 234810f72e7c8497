"""The picture of a grid against the function it was made of."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.ui.surface.relief import heights, isolines, magnified, paint

GROUND, INK = np.array([[255.0, 255, 255], [200, 200, 200], [100, 100, 100]]), np.zeros(3)


def bowl(nodes: int = 17) -> np.ndarray:
    x = np.linspace(-1, 1, nodes)
    return 0.5 + x[:, np.newaxis] ** 2 + 2 * x**2


def test_it_passes_through_the_nodes() -> None:
    grid = np.random.default_rng(3).random((9, 5))
    # So many pixels that every third has a node in its middle.
    fine = magnified(grid, 6, 12)
    assert fine.shape == (12, 6)
    assert fine[1::3, 1::3] == pytest.approx(grid[1::2, 1::2], abs=1e-12)


def test_a_quadratic_is_magnified_exactly_within() -> None:
    """The cubic of Catmull and Rom reproduces quadratics wherever it has four nodes."""
    fine = magnified(bowl(), 400, 320)
    y, x = ((np.arange(n) + 0.5) / n * 2 - 1 for n in (320, 400))
    expected = 0.5 + y[:, np.newaxis] ** 2 + 2 * x**2
    inner = np.ix_(np.abs(y) < 0.87, np.abs(x) < 0.87)
    assert np.abs(fine - expected)[inner].max() < 1e-12
    assert np.abs(fine - expected).max() < 0.01


def test_heights_and_isolines() -> None:
    J = np.array([[0.001, 0.1], [10.0, np.inf]])
    assert heights(J, logarithmic=False).max() == 10.0
    assert heights(J, logarithmic=True) == pytest.approx(np.array([[-3, -1], [1, 1]]))
    assert not heights(np.full((2, 2), np.nan), logarithmic=True).any()
    levels = isolines(heights(J, logarithmic=True), logarithmic=True)
    round_ = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0]
    assert 10**levels == pytest.approx(round_)
    linear = isolines(bowl(), logarithmic=False)
    assert 8 <= len(linear) <= 20
    assert np.allclose(np.diff(linear), linear[1] - linear[0])
    assert not len(isolines(np.ones((3, 3)), logarithmic=True))
    assert np.isfinite(heights(np.zeros((2, 2)), logarithmic=True)).all()


def test_bands_lie_between_the_isolines_and_t_points_upwards() -> None:
    slope = np.repeat(np.linspace(0.0, 3.0, 301)[:, np.newaxis], 5, axis=1)
    pixels = paint(slope, np.array([1.0, 2.0]), GROUND, INK)
    assert pixels[-5, 2] == 0xFFFFFFFF, "the lowest, at the bottom"
    assert pixels[150, 2] == 0xFFC8C8C8
    assert pixels[5, 2] == 0xFF646464
    rows = [row for row in range(301) if pixels[row, 2] not in (0xFFFFFFFF, 0xFFC8C8C8, 0xFF646464)]
    assert rows, "isolines are drawn"
    assert all(min(abs(row - 100), abs(row - 200)) <= 1 for row in rows)


def test_a_plain_has_one_colour() -> None:
    pixels = paint(np.ones((4, 6)), np.array([]), GROUND[:1], INK)
    assert pixels.shape == (4, 6)
    assert (pixels == 0xFFFFFFFF).all()
