"""Numbers as colours, with the sign readable without them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from bpviz.ui.colours import contrast
from bpviz.ui.matrices.heat import Shades
from bpviz.ui.theme import DARK, LIGHT, Theme

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def colours(image: QImage) -> list[list[str]]:
    return [
        [image.pixelColor(x, y).name() for x in range(image.width())] for y in range(image.height())
    ]


@THEMES
def test_one_colour_for_each_sign_and_the_surface_between(theme: Theme) -> None:
    image = Shades(theme).image(np.array([[-2.0, 0.0, 2.0]]), 2.0, (1, 1), minus=False)
    assert colours(image) == [[theme.negative, theme.surface, theme.positive]]


@THEMES
def test_what_is_not_computed_is_transparent(theme: Theme) -> None:
    values = np.array([[np.nan, 1.0], [-1.0, np.nan]])
    image = Shades(theme).image(values, 1.0, (6, 6), minus=True)
    for y in range(12):
        for x in range(12):
            empty = np.isnan(values[y // 6, x // 6])
            assert (image.pixelColor(x, y).alpha() == 0) == empty


@THEMES
def test_more_is_stronger(theme: Theme) -> None:
    shades = Shades(theme)
    surface = QColor(theme.surface)
    for sign in (-1, 1):
        grounds = [
            shades.ground(int(shades.index(np.array([sign * n / 20]), 1.0)[0])) for n in range(21)
        ]
        distances = [contrast(surface, ground) for ground in grounds]
        assert distances == sorted(distances)
        assert len(set(distances)) == 21


@THEMES
def test_a_negative_cell_has_a_minus_and_a_positive_one_has_not(theme: Theme) -> None:
    image = Shades(theme).image(np.array([[-1.0, 1.0]]), 1.0, (12, 12), minus=True)
    rows = colours(image)
    left, right = {c for row in rows for c in row[:11]}, {c for row in rows for c in row[12:23]}
    assert len(right - {theme.surface}) == 1
    assert len(left - {theme.surface}) == 2


@THEMES
def test_text_can_be_read_on_every_shade(theme: Theme) -> None:
    shades = Shades(theme)
    for shade in range(255):
        assert contrast(shades.ink(shade), shades.ground(shade)) >= 4.5  # as WCAG asks for


def test_infinite_numbers_and_an_empty_scale_are_coloured_too() -> None:
    shades = Shades(LIGHT)
    values = np.array([-np.inf, np.inf, np.nan, 0.0])
    assert shades.index(values, 1.0).tolist() == [0, 254, 127, 127]
    assert shades.index(values, 0.0).tolist() == [0, 254, 127, 127]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
